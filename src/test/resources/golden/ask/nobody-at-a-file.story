ask --rules .
bot.name: ^D
