"""The gallery of runs, and runs beside each other."""
