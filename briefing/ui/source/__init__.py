"""The article with its marks, and the keys and gestures that tag it."""
