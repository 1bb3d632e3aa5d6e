"""How the rehearsal director reads a note and what it says to it."""
