"""Two hundred hostile files and more: each ends in an article or in a typed failure."""

from __future__ import annotations

import json
from types import ModuleType

import pytest

from briefing.errors import ImportFailed
from briefing.importers import article_to_json, read_article


@pytest.fixture(scope="module")
def files(office: ModuleType, hostile: ModuleType) -> list[tuple[str, bytes]]:
    made: list[tuple[str, bytes]] = hostile.everything(office)
    return made


def outcome(name: str, data: bytes) -> str:
    try:
        article = read_article(data, name)
    except ImportFailed as failed:
        return failed.reason
    json.dumps(article_to_json(article), ensure_ascii=False).encode("utf-8")
    return "read" if article.headline or any(b.text for b in article.blocks) else "nothing in it"


def test_there_are_at_least_two_hundred(files: list[tuple[str, bytes]]) -> None:
    assert len({name for name, _ in files}) == len(files) >= 200


def test_each_ends_in_an_article_that_can_be_saved_or_in_a_typed_failure(
    files: list[tuple[str, bytes]],
) -> None:
    outcomes = {name: outcome(name, data) for name, data in files}
    allowed = {"read", *ImportFailed.REASONS}
    assert {name: o for name, o in outcomes.items() if o not in allowed} == {}
    assert "read" in outcomes.values()


def test_no_file_beside_it_is_ever_read(
    files: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in files:
        if "entity" in name or "up.docx" in name:
            assert "root:" not in _texts(name, data)


def _texts(name: str, data: bytes) -> str:
    try:
        return " ".join(b.text for b in read_article(data, name).blocks)
    except ImportFailed as failed:
        return failed.detail
