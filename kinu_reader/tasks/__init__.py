"""What one can ask for. Each task calls the rooms in order and returns a result or a Change."""
