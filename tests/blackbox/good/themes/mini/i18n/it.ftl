footer = Note
