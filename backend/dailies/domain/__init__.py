"""Pure rules of the studio: no I/O, no clock, no ids of its own."""
