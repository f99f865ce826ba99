"""What the recipes that are more than settings of the adversarial System do in a step."""
