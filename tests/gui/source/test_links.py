"""Links of the article: seen, told, and followed only when a person asks for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from briefing.model.article import Link
from briefing.ui.source.links import address_of, host_of, told

CONTROL = Qt.KeyboardModifier.ControlModifier
ADDRESS = "https://ports.example/halden?a=1&b=2"


def with_link(stage, url: str = ADDRESS) -> None:
    """Lets "Port Halden" of the first paragraph lead somewhere."""
    blocks = list(stage.article.blocks)
    text = blocks[4].text
    start = text.index("Port Halden")
    blocks[4] = replace(blocks[4], links=(Link(start, start + len("Port Halden"), url),))
    stage.article = replace(stage.article, blocks=tuple(blocks))
    stage.show()


def spot(stage) -> QPointF:
    return stage.pane.text.where.rects_of(span(stage))[0].center()


def span(stage):
    found = stage.span("hours at Port Halden")
    return replace(found, start=found.end - len("Port Halden"))


def click(stage, modifiers) -> None:
    stage.mouse(QEvent.Type.MouseButtonPress, spot(stage), modifiers=modifiers)
    stage.mouse(QEvent.Type.MouseButtonRelease, spot(stage), held=False, modifiers=modifiers)


def test_a_click_with_the_key_follows_a_link(stage):
    with_link(stage)
    stage.pane.request_link.connect(lambda url: stage.heard.append(("request_link", url)))
    click(stage, CONTROL)
    assert stage.heard == [("request_link", QUrl(ADDRESS))]


def test_a_plain_click_only_stands_on_the_sentence(stage):
    with_link(stage)
    stage.pane.request_link.connect(lambda url: stage.heard.append(("request_link", url)))
    click(stage, Qt.KeyboardModifier.NoModifier)
    assert stage.heard == []
    assert stage.quote(stage.pane.current()) == "Both sides spent four hours at Port Halden."


def test_a_resting_pointer_learns_where_a_link_leads(stage):
    with_link(stage)
    said = "Link to ports.example. Ctrl+click opens it in your browser.\n" + ADDRESS
    assert stage.pane.parts.hover.tip_at(spot(stage)) == said
    assert stage.pane.parts.hover.tip_at(stage.spot("Velmark held")) == ""


def test_the_menu_of_the_sentence_opens_or_copies_its_link(stage):
    with_link(stage)
    place = stage.spot("Both sides spent").toPoint()
    menu = stage.pane.parts.menus.context(stage.pane.parts.words, stage.view, place)
    by_name = {action.text(): action for action in menu.actions()}
    stage.pane.request_link.connect(lambda url: stage.heard.append(("request_link", url)))
    by_name["Open Link to ports.example"].trigger()
    by_name["Copy Link"].trigger()
    assert ("request_link", QUrl(ADDRESS)) in stage.heard
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_a_link_is_drawn_quietly(stage):
    before = stage.colours_near("Port Halden.")
    with_link(stage)
    quiet = stage.pane.parts.sheet.overlay.theme.color("quiet").name()
    assert quiet in stage.colours_near("Port Halden.") - before


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//share/x",
        "https://",
        "https://bank.example@evil.example/",
        "ftp://a.example/",
        "data:text/html,x",
        "mailto:",
        "https://ev\u202eil.example/",
        "https://a.example/" + "a" * 3000,
    ],
)
def test_what_is_no_address_of_web_or_mail_is_no_link(stage, url):
    assert address_of(Link(0, 1, url)) is None
    with_link(stage, url)
    assert stage.pane.parts.hover.tip_at(spot(stage)) == ""


def test_a_host_that_looks_like_another_is_told_as_the_network_knows_it():
    url = address_of(Link(0, 1, "https://\u0440\u0430y.example/\u043f"))
    assert url is not None
    assert host_of(url).startswith("xn--")
    assert told(url).isascii()


def test_a_mail_address_is_told_as_one():
    url = address_of(Link(0, 1, "mailto:desk@ports.example"))
    assert url is not None
    assert host_of(url) == "desk@ports.example"
