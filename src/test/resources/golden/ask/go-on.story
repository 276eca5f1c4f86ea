ask --rules .
bot.name: hook-relay
needs.door-to-door: no
context.licence: false
go-on: yes
needs.reading: ni
context.departs: u
context.travellers: 4
