"""Readers: bytes of an article in, an Article out."""
