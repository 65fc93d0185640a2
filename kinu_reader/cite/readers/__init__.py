"""Readers of other programs' files, one for each form: each tells whether it knows a text, and reads it."""
