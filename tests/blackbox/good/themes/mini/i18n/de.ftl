footer = Hinweise
