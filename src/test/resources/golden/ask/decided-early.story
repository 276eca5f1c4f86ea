ask --rules .
bot.summary: Starts and watches deploys
needs.door-to-door: 1
context.licence: TRUE
needs.reading: n
needs.reading: NO
