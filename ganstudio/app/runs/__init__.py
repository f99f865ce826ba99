"""The page of all runs, and of runs beside each other."""
