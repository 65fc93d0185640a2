"""Exchange formats, one module each, with NAME, EXTENSION and `export`."""
