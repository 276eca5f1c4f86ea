ask
bot.name: release-notes
bot.summary: Drafts release notes
context.receives: events
context.platform: kubernetes
context.replicas: 1
context.inbound-allowed: yes
context.outbound-websocket: y
context.distribution: internal
needs.no-public-endpoint: nice
needs.private-infrastructure: should
