"""Panels around the pages."""
