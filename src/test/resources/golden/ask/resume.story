ask --rules .
context.licence: true
