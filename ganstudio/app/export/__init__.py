"""Pictures and data sets of a run leave for other programs: what the export forms ask for, done in the background."""
