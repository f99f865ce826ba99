"""Panels of the page Enhance."""
