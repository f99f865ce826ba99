"""Composition: start-up, the window, the runners, the theme, the actions."""
