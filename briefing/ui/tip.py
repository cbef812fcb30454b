"""Tool tips show text as it is. Qt takes whatever looks like HTML for HTML, and opens the pictures it names."""

from __future__ import annotations

from html import escape


def tip(text: str) -> str:
    """The text as a tool tip that shows exactly that, also where it holds tags."""
    if "<" not in text and "&" not in text:
        return text
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>'
