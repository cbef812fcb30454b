"""A web address to bytes: http and https only, bounded, nothing executed, nothing remembered.

A redirect is followed by hand, so that every stop is checked: no other scheme, and from a public address
never to a private one. No cookies, no credentials, no referrer; the user agent says who asks.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from typing import IO
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from briefing import limits
from briefing.errors import ImportFailed

USER_AGENT = "Briefing/0.1 (reads one page at a person's request)"
_CHUNK_BYTES = 65_536
_REFUSED = frozenset((401, 402, 403, 407, 451, 429))
_GONE = frozenset((404, 410))
_MOVED = frozenset((301, 302, 303, 307, 308))

Resolve = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What lay at an address: the bytes, where they were found in the end, and their declared type."""

    data: bytes
    address: str
    content_type: str = ""


def fetch(
    address: str, *, resolve: Resolve | None = None, most_bytes: int = limits.MOST_FETCHED_BYTES
) -> Fetched:
    """The page at that web address.

    Raises ImportFailed: not-an-address, private-address, no-network, timed-out, not-found, refused,
    redirected (too often, or out of the web), server-error, too-large, damaged.
    """
    resolve = resolve or resolved
    here = checked(address)
    public = _is_public(here, resolve)
    for _ in range(limits.MOST_REDIRECTS + 1):
        answer = _asked(here, most_bytes)
        if isinstance(answer, Fetched):
            return answer
        here = checked(urljoin(here, answer), reason="redirected")
        if public and not _is_public(here, resolve):
            raise ImportFailed(_host(here), "private-address", f"redirected from {_host(address)}")
    raise ImportFailed(_host(address), "redirected", f"more than {limits.MOST_REDIRECTS} times")


def checked(address: str, reason: str = "not-an-address") -> str:
    """The address as it is asked for: no credentials, no fragment, ASCII only. Raises ImportFailed."""
    address = address.strip()
    try:
        parts = urlsplit(address if "://" in address or ":" in address.split("/")[0] else f"https://{address}")
        host, port = parts.hostname or "", parts.port
        name = host.encode("idna").decode("ascii") if not host.isascii() else host
    except (ValueError, UnicodeError) as error:
        raise ImportFailed(address[:80], reason, str(error)) from error
    wanted = parts.scheme.lower() in ("http", "https") and name and len(address) <= limits.MOST_ADDRESS_CHARS
    if not wanted or any(c.isspace() or ord(c) < 32 for c in address):
        raise ImportFailed(address[:80], reason, "http and https only")
    return _written(parts, name, port)


def _written(parts: SplitResult, name: str, port: int | None) -> str:
    place = f"[{name}]" if ":" in name else name
    place = f"{place}:{port}" if port else place
    path, query = (
        quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"),
        quote(parts.query, safe="%=&+/?:@!$'()*,;~-._"),
    )
    return urlunsplit((parts.scheme.lower(), place, path, query, ""))


def resolved(host: str) -> tuple[str, ...]:
    """The network addresses of a host. Raises OSError."""
    return tuple(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, None)))


def _is_public(address: str, resolve: Resolve) -> bool:
    host = _host(address)
    try:
        places = resolve(host)
    except OSError as error:
        raise ImportFailed(host, "no-network", f"{type(error).__name__}: {error}") from error
    return all(ipaddress.ip_address(place.partition("%")[0]).is_global for place in places)


def _host(address: str) -> str:
    return urlsplit(address).hostname or address[:80]


def _asked(address: str, most_bytes: int) -> Fetched | str:
    """What lies at the address, or the address it points on to."""
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "gzip, identity"}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - checked() lets only http and https pass
    try:
        with _opener().open(request, timeout=limits.FETCH_PATIENCE_S) as answer:
            data = _unpacked(answer, answer.headers, address, most_bytes)
            return Fetched(data, address, answer.headers.get("Content-Type") or "")
    except urllib.error.HTTPError as error:
        with error:
            return _moved(error, address)
    except TimeoutError as error:
        raise ImportFailed(_host(address), "timed-out", str(error)) from error
    except urllib.error.URLError as error:
        late = isinstance(error.reason, TimeoutError)
        raise ImportFailed(_host(address), "timed-out" if late else "no-network", str(error.reason)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ImportFailed(_host(address), "damaged", f"{type(error).__name__}: {error}") from error


def _moved(error: urllib.error.HTTPError, address: str) -> str:
    """Where an answer points on to. Raises ImportFailed for every other answer that is no page."""
    target = error.headers.get("Location") or ""
    if error.code in _MOVED and target:
        return target
    reason = "not-found" if error.code in _GONE else "refused" if error.code in _REFUSED else "server-error"
    raise ImportFailed(_host(address), reason, f"HTTP {error.code}")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing: `fetch` looks at every stop itself."""

    def redirect_request(self, *_: object) -> None:
        """No request."""


def _opener() -> urllib.request.OpenerDirector:
    """An opener that knows http, https and the system's proxies: no files, no ftp, no cookies."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        _Stay(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _unpacked(answer: IO[bytes], headers: Message, address: str, most_bytes: int) -> bytes:
    """The body, unpacked; read in pieces so that it never grows beyond the limit."""
    packed = (headers.get("Content-Encoding") or "").strip().lower() in ("gzip", "x-gzip")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed else None
    data, came = bytearray(), 0
    while chunk := answer.read(_CHUNK_BYTES):
        came += len(chunk)
        try:
            data += unpacker.decompress(chunk, most_bytes + 1 - len(data)) if unpacker else chunk
        except zlib.error as error:
            raise ImportFailed(_host(address), "damaged", str(error)) from error
        if len(data) > most_bytes:
            raise ImportFailed(_host(address), "too-large", f"more than {most_bytes} bytes")
    told = headers.get("Content-Length") or ""
    if told.isdigit() and came < int(told):
        raise ImportFailed(_host(address), "damaged", f"{came} of {told} bytes came")
    return bytes(data)
