"""What the recipes that translate between two folders share."""
