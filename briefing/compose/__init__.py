"""A note in its house form: Note and Template in, Document out. Pure."""

from briefing.compose.note import compose
from briefing.compose.own_word import known_of
from briefing.compose.words_count import length_of

__all__ = ["compose", "known_of", "length_of"]
