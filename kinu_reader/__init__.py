"""Kinu Reader: an archive of policy briefs that answers with the exact passage on the exact page."""

__version__ = "0.1.0"
