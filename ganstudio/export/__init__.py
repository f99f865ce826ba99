"""Taking things away: images, sheets, animations, models, and where they came from."""
