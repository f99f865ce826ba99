"""What the recipes between two folders share."""
