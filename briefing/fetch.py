"""A web address to bytes: http and https only, bounded, nothing executed, nothing remembered.

A redirect is followed by hand, so that every stop is checked: no other scheme, and from a public address
never to a private one. What is connected to is the very address that was checked. No cookies, no credentials,
no referrer; the user agent says who asks.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from email.message import Message
from functools import partial
from typing import IO
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from msgspec import Struct

from briefing import limits
from briefing.errors import ImportFailed

USER_AGENT = "Briefing/0.1 (reads one page at a person's request)"
_CHUNK_BYTES = 65_536
_REFUSED = frozenset((401, 402, 403, 407, 451, 429))
_GONE = frozenset((404, 410))
_MOVED = frozenset((301, 302, 303, 307, 308))

Resolve = Callable[[str], tuple[str, ...]]
Connect = Callable[..., socket.socket]  # as socket.create_connection


class Fetched(Struct, frozen=True):
    """What lay at an address: the bytes, where they were found in the end, and their declared type."""

    data: bytes
    address: str
    content_type: str = ""


def fetch(
    address: str,
    *,
    resolve: Resolve | None = None,
    connect: Connect = socket.create_connection,
    most_bytes: int = limits.MOST_FETCHED_BYTES,
) -> Fetched:
    """The page at that web address.

    Raises ImportFailed: not-an-address, private-address, no-network, timed-out, not-found, refused,
    redirected (too often, or out of the web), server-error, too-large, damaged.
    """
    resolve = resolve or resolved
    here = checked(address)
    places = _places(here, resolve)
    public = _are_public(places)
    for _ in range(limits.MOST_REDIRECTS + 1):
        answer = _asked(here, _Way(_host(here), places, connect), most_bytes)
        if isinstance(answer, Fetched):
            return answer
        here = checked(urljoin(here, answer), reason="redirected")
        places = _places(here, resolve)
        if public and not _are_public(places):
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


def _places(address: str, resolve: Resolve) -> tuple[str, ...]:
    host = _host(address)
    try:
        return resolve(host)
    except OSError as error:
        raise ImportFailed(host, "no-network", f"{type(error).__name__}: {error}") from error


def _are_public(places: tuple[str, ...]) -> bool:
    return all(ipaddress.ip_address(place.partition("%")[0]).is_global for place in places)


class _Way(Struct, frozen=True):
    """How a host is reached: at its checked addresses, in turn; a proxy by its own name."""

    host: str
    places: tuple[str, ...]
    connect: Connect

    def __call__(self, address: tuple[str, int], *rest: object) -> socket.socket:
        """A connection. Raises OSError."""
        if address[0].strip("[]").lower() != self.host.lower() or not self.places:
            return self.connect(address, *rest)
        for place in self.places[:-1]:
            try:
                return self.connect((place, address[1]), *rest)
            except OSError:
                continue
        return self.connect((self.places[-1], address[1]), *rest)


def _host(address: str) -> str:
    return urlsplit(address).hostname or address[:80]


def _asked(address: str, way: _Way, most_bytes: int) -> Fetched | str:
    """What lies at the address, or the address it points on to."""
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "gzip, identity"}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - checked() lets only http and https pass
    try:
        with _opener(way).open(request, timeout=limits.FETCH_PATIENCE_S) as answer:
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


class _Plain(http.client.HTTPConnection):
    """An http connection along a way."""

    def __init__(self, host: str, *, way: _Way, timeout: float) -> None:
        super().__init__(host, timeout=timeout)
        self._create_connection = way


class _Secure(http.client.HTTPSConnection):
    """An https connection along a way; the certificate is the host's all the same."""

    def __init__(self, host: str, *, way: _Way, timeout: float) -> None:
        super().__init__(host, timeout=timeout)
        self._create_connection = way


class _Http(urllib.request.HTTPHandler):
    """Opens http addresses along a way."""

    def __init__(self, way: _Way) -> None:
        super().__init__()
        self._way = way

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        """The answer."""
        return self.do_open(partial(_Plain, way=self._way), request)


class _Https(urllib.request.HTTPSHandler):
    """Opens https addresses along a way."""

    def __init__(self, way: _Way) -> None:
        super().__init__()
        self._way = way

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        """The answer."""
        return self.do_open(partial(_Secure, way=self._way), request)


def _opener(way: _Way) -> urllib.request.OpenerDirector:
    """An opener that knows http, https and the system's proxies: no files, no ftp, no cookies."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        _Http(way),
        _Https(way),
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
