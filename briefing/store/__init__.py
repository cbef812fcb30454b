"""What is kept on disk: the note's file and the template library."""
