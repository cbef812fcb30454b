"""The interface's words; they live in `briefing.words`, where the command line finds them too."""

from briefing.words import LANGUAGES, Words

__all__ = ["LANGUAGES", "Words"]
