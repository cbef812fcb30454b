"""A page's address without what follows its readers around."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKERS = re.compile(
    r"(?i)^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id"
    r"|mkt_tok|ref|ref_src|ref_url|referrer|cmpid|cmp|cmp_id|ncid"
    r"|ito|ocid|smid|smtyp|sref|src|partner|share|shared|sh|at_.*|xtor|_ga|_gl|hss_channel|spm"
    r"|from|campaign.*|wt[._].*|trk|emc|taid|rss|feedtype|feedname|ftag|guccounter|guce_.*|s_cid"
    r"|cid|icid|intcid|mod|st|reflink)$"
)
_MOST_CHARS = 2_000


def tidy_url(url: str) -> str:
    """The address without trackers, user name, password and fragment; empty if it is none of the web."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or len(url) > _MOST_CHARS:
        return ""
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKERS.match(k)]
    place = f"[{host}]" if ":" in host else host
    place = f"{place}:{port}" if port else place
    return urlunsplit((parts.scheme.lower(), place, parts.path, urlencode(kept), ""))
