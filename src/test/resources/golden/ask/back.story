ask --rules .
needs.door-to-door: must
context.licence: <
needs.door-to-door: <
bot.summary:
bot.summary: Other words
needs.door-to-door: should
context.licence: <
needs.door-to-door: nice
context.licence: q
