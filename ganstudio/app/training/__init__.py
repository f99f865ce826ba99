"""The Train page: setting a run up, watching it, and what can be made from it."""
