"""Tool tips show text as it is. Qt takes whatever looks like HTML for HTML, and opens the pictures it names."""

from __future__ import annotations


def tip(text: str) -> str:
    """The text as a tool tip that shows exactly that, also where it holds tags."""
    if "<" not in text and "&" not in text:
        return text
    shown = text.replace("&", "&amp;").replace("<", "&lt;")  # `html` would load a large table at start
    return f'<span style="white-space: pre-wrap">{shown}</span>'
