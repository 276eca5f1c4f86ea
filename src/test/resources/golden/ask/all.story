ask --rules . --all
context.licence: false
needs.reading: must
context.travellers: ^D
