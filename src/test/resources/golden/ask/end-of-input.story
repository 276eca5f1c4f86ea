ask --rules .
needs.door-to-door: must
context.licence: ^D
