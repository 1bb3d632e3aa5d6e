"""Notes to the writer: one file for each kind of note, which reads it and follows it."""
