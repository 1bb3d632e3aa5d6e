"""What the studio learns of how it is used: facts folded from each project's event log, and sums over them.

Facts hold ids, moments, counts and codes. They hold no word of a brief, a story or a note; the one text is the
line that somebody writes with a rating, which is meant to be read.
"""
