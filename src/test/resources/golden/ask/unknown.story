ask --rules .
