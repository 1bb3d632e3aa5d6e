"""Fan-out of live events."""
