"""Kept passages: where they stand, and how they are found again when the text has changed. No SQL, no Qt."""
