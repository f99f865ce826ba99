"""Files for others: images, sheets, animations, models, and the record of where they came from."""
