"""Pictures of the real window, with real runs on the sample set; see __main__."""
