ask
bot.name: release-notes
bot.summary: Drafts release notes
needs.no-public-endpoint: nice
needs.private-infrastructure: should
needs.horizontal-autoscaling: no
needs.marketplace-distribution: no
needs.serverless: no
context.outbound-websocket: allowed
context.workspaces: 3
context.must-not-miss-events: f
context.distribution: internal
