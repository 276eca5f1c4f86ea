ask --rules .
bot.name: <
bot.name: q
