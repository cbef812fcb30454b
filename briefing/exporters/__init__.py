"""Writers: a Document in, the bytes of a file out."""
