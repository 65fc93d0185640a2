"""What one sees: widgets, Qt models and jobs. Owns all wording and translation."""
