ask --rules .
bot.name: 9lives
bot.name: msg
bot.name: class
bot.name: relay
needs.door-to-door: 6
needs.door-to-door: 0
needs.door-to-door: maybe
needs.door-to-door: n
needs.door-to-door: NI
needs.reading: n
needs.reading: 3
context.licence: flase
context.licence: 1
context.travellers: -1
context.travellers: x
context.travellers: q
