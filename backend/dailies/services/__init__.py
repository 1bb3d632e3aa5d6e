"""Use cases: load the state, call a pure verb, save the result."""
