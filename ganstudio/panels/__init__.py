"""Qt widgets. A panel edits something or shows something; it knows no other panel, and no torch."""
