"""The commands, a module for each kind: `add` says what can be typed, `run_…` asks a task and gives its answer."""
