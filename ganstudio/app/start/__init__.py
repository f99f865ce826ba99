"""From the command to a window that stands."""
