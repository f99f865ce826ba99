"""Start-up: from the command line to a window on the screen, and the way out."""
