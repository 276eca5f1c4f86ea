ask --rules .
bot.name: ?
bot.name:
bot.summary: ?
bot.summary:
needs.door-to-door: ?
needs.door-to-door: no
context.licence: ?
context.licence: q
