"""The Train page: before, live, and what follows from a run."""
