"""The page that turns one folder's pictures into another's."""
