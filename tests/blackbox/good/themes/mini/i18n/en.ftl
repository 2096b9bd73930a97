footer = Notes
