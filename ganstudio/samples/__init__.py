"""The built-in pictures, drawn by the program."""
