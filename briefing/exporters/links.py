"""Which addresses a file may carry: http, https or mailto, and well enough formed for Word to open."""

from __future__ import annotations

import re
from urllib.parse import quote

LONGEST_LINK_CHARACTERS = 2000  # Word gives up a little above

_WEB = re.compile(r"(https?)://([\w.\-]+(?::\d{1,5})?)([/?#].*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([\w.+\-]+@[\w.\-]+)(\?.*)?", re.IGNORECASE)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "/?#&=%+:;,@!$'()*~-._"


def safe_link(address: str) -> str:
    """`address` as it may be written into a file, or empty where it must stay plain text."""
    address = address.strip()
    if len(address) > LONGEST_LINK_CHARACTERS:
        return ""
    if web := _WEB.fullmatch(address):
        return f"{web[1].lower()}://{web[2]}{_tail(web[3])}"
    if mail := _MAIL.fullmatch(address):
        return f"mailto:{mail[1]}{_tail(mail[2])}"
    return ""


def _tail(rest: str | None) -> str:
    first_hash = _STRAY_PERCENT.sub("%25", rest or "").split("#", 1)
    return "#".join(quote(piece, safe=_SAFE, errors="replace").replace("#", "%23") for piece in first_hash)
