"""Mask edits: from a painted mask to what is sent, and from what comes back to the finished picture."""
