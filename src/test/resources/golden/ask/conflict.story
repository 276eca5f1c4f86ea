ask --rules .
bot.name: vault
needs.door-to-door: must
context.licence: false
