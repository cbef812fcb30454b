"""The note's points by section, edited in place."""
