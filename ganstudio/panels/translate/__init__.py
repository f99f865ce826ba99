"""Panels of the Translate page."""
