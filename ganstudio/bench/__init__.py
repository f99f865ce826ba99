"""What a person can measure: speed, and which cures of mode collapse cure."""
