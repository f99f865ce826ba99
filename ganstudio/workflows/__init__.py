"""What a person can ask for, once, without Qt."""
