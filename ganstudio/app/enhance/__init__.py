"""The page that makes pictures larger and draws them in the style of others."""
