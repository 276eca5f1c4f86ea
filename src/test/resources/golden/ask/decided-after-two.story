ask
bot.name: hook-relay
needs.no-public-endpoint: no
context.outbound-websocket: blocked
