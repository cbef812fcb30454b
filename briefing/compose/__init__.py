"""A note in its house form: Note and Template in, Document out. Pure."""

from briefing.compose.memo import Memo
from briefing.compose.note import compose
from briefing.compose.own_word import known_of
from briefing.compose.words_count import LengthCount, length_of

__all__ = ["LengthCount", "Memo", "compose", "known_of", "length_of"]
