"""Live session state."""
