"""Formats of bookmarks, one module each, with NAME, EXTENSION and `export`."""
