"""Fetching by address, against a server of the tests' own on loopback."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing import limits
from briefing.errors import ImportFailed
from briefing.fetch import checked, fetch

PAGE = "<html><body><p>회의가 열렸다.</p></body></html>".encode()


class Answers(BaseHTTPRequestHandler):
    """A few pages, good and bad; remembers what it was asked with."""

    closing = threading.Event()  # set when the silent page may end
    asked: tuple[tuple[str, str], ...] = ()

    def do_GET(self) -> None:
        type(self).asked = tuple(self.headers.items())
        place = self.path.partition("?")[0].strip("/")
        handler = getattr(self, f"give_{place}", None)
        if handler:
            handler()
        else:
            self.give(int(place) if place.isdigit() else 200)

    def give(self, code: int, body: bytes = PAGE, **headers: str) -> None:
        self.send_response(code)
        for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def give_moved(self) -> None:
        self.give(302, b"", Location="/page")

    def give_round(self) -> None:
        self.give(301, b"", Location="/round")

    def give_file(self) -> None:
        self.give(302, b"", Location="file:///etc/passwd")

    def give_packed(self) -> None:
        self.give(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def give_bomb(self) -> None:
        self.give(200, gzip.compress(bytes(9_000_000)), Content_Encoding="gzip")

    def give_cookie(self) -> None:
        self.give(302, b"", Location="/page", Set_Cookie="who=me")

    def give_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(PAGE)

    def give_rubbish(self) -> None:
        self.wfile.write(b"not http at all\r\n\r\n")

    def give_silent(self) -> None:
        type(self).closing.wait(5)

    def log_message(self, *_: object) -> None:
        """Nothing: the test's output is its own."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as made:
        made.daemon_threads = True
        threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_address[1]}"
        made.shutdown()


def to(server: str, asked: list[str], *dead: str) -> Callable[..., socket.socket]:
    """A way to connect that notes where it is sent, and ends at the server all the same."""

    def connect(place: tuple[str, int], *rest: float) -> socket.socket:
        asked.append(place[0])
        if place[0] in dead:
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", int(server.rpartition(":")[2])), *rest[:1])

    return connect


def reason(address: str, **options: object) -> str:
    with pytest.raises(ImportFailed) as failed:
        fetch(address, **options)  # type: ignore[arg-type]  # options are fetch's own
    return failed.value.reason


def test_a_page_comes_back_as_its_bytes(server: str) -> None:
    found = fetch(f"{server}/page?a=한글")
    assert (found.data, found.content_type) == (PAGE, "text/html; charset=utf-8")


def test_it_says_who_asks_and_sends_neither_cookie_nor_referrer(server: str) -> None:
    fetch(f"{server}/cookie")
    sent = {name.lower(): value for name, value in Answers.asked}
    assert sent["user-agent"].startswith("Briefing/")
    assert not {"cookie", "referer", "authorization"} & set(sent)


def test_credentials_and_fragments_are_not_sent(server: str) -> None:
    assert checked("https://me:secret@courier.example/a?b=c#d") == "https://courier.example/a?b=c"


def test_a_redirect_is_followed_and_its_end_reported(server: str) -> None:
    assert fetch(f"{server}/moved").address == f"{server}/page"


def test_a_packed_page_is_unpacked(server: str) -> None:
    assert fetch(f"{server}/packed").data == PAGE


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("round", "redirected"), ("file", "redirected"), ("404", "not-found"), ("410", "not-found"),
        ("403", "refused"), ("402", "refused"), ("429", "refused"), ("500", "server-error"),
        ("503", "server-error"), ("cut", "damaged"), ("rubbish", "damaged"),
    ],
)  # fmt: skip
def test_every_bad_answer_has_its_reason(server: str, path: str, expected: str) -> None:
    assert reason(f"{server}/{path}") == expected


@pytest.mark.parametrize("path", ["page", "bomb", "packed"])
def test_more_than_the_limit_is_too_large_packed_or_not(server: str, path: str) -> None:
    assert reason(f"{server}/{path}", most_bytes=20) == "too-large"


def test_a_server_that_says_nothing_times_out(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FETCH_PATIENCE_S", 0.1)
    assert reason(f"{server}/silent") == "timed-out"
    Answers.closing.set()


def test_from_a_public_address_no_redirect_leads_to_a_private_one(server: str) -> None:
    places = iter([("93.184.216.34",), ("127.0.0.1",)])
    found = reason(f"{server}/moved", resolve=lambda _: next(places), connect=to(server, []))
    assert found == "private-address"


def test_what_is_connected_to_is_the_address_that_was_checked(server: str) -> None:
    asked: list[str] = []
    port = server.rpartition(":")[2]
    address = f"http://courier.example:{port}/page"
    fetch(address, resolve=lambda _: ("93.184.216.34",), connect=to(server, asked))
    assert asked == ["93.184.216.34"]
    assert dict(Answers.asked)["Host"] == f"courier.example:{port}"


def test_the_next_address_of_a_host_is_tried_where_one_does_not_answer(server: str) -> None:
    asked: list[str] = []
    port = server.rpartition(":")[2]
    places = ("127.0.0.9", "127.0.0.1")
    fetch(
        f"http://courier.example:{port}/page", resolve=lambda _: places, connect=to(server, asked, "127.0.0.9")
    )
    assert asked == ["127.0.0.9", "127.0.0.1"]


def test_a_host_that_is_not_known_is_no_network() -> None:
    def unknown(_: str) -> tuple[str, ...]:
        raise OSError

    assert reason("https://nowhere.invalid/", resolve=unknown) == "no-network"


def test_a_port_nobody_listens_on_is_no_network() -> None:
    assert reason("http://127.0.0.1:9/") == "no-network"


@pytest.mark.parametrize(
    "address",
    ["", "file:///etc/passwd", "ftp://host/a", "javascript:alert(1)", "data:text/html,x", "//host/share",
     "http://", "http://[bad", "http://a b/", "http://host:99999/", "x" * 3_000, "http://ho\nst/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address: str) -> None:
    assert reason(address) == "not-an-address"


def test_a_bare_host_is_asked_for_over_https() -> None:
    assert checked("courier.example/talks") == "https://courier.example/talks"


def test_a_name_in_another_script_is_asked_for_in_ascii() -> None:
    assert checked("https://예시.example/회의") == "https://xn--vv4b11d.example/%ED%9A%8C%EC%9D%98"
