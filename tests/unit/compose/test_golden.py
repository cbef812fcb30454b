"""Golden documents: the same note in each citation style and language, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from notes import note, point
from sketch import sketch

from briefing import resources
from briefing.compose import compose

GOLDEN = Path(__file__).parents[2] / "golden" / "compose"


def golden(name: str) -> str:
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", ["footnotes", "endnotes", "annex", "source-line", "none"])
def test_each_citation_style(style, talks, form):
    assert sketch(compose(talks, form(style))) == golden(style)


@pytest.mark.parametrize("style", ["footnotes", "annex"])
def test_quotes_of_the_source_in_the_notes(style, talks, form):
    assert sketch(compose(talks, form(style, quote=True))) == golden(f"{style}-quote")


@pytest.mark.parametrize("language", ["ko", "ja", "zh", "fr", "de", "es"])
@pytest.mark.parametrize("style", ["footnotes", "source-line"])
def test_the_words_the_note_adds_in_each_language(language, style, talks, form):
    assert sketch(compose(talks, form(style, language, quote=True))) == golden(f"{style}-{language}")


def test_the_preview_of_an_empty_note_says_what_belongs_where(form):
    assert sketch(compose(note(), form(), prompts=True)) == golden("empty-preview")


def test_the_export_of_an_empty_note_has_no_prompts(form):
    assert sketch(compose(note(), form())) == golden("empty-export")


def test_a_korean_report_has_its_levels(shipped):
    points = (
        point("p-1", "meeting", "관세청장과 벨마르 대사가 면담", level=0),
        point("p-2", "meeting", "2016년 이후 첫 만남", level=1),
        point("p-3", "meeting", "배석: 국장 2명", level=2),
        point("p-4", "next_steps", "실무 협의", owner="국제협력과", due="2026-06-30"),
    )
    made = replace(note(), title="오스트라나 회담", points=points, fields=(("from", "국제협력과"),))
    assert sketch(compose(made, shipped("korean-report"))) == golden("korean-report")


SHIPPED = sorted(name.removesuffix(".toml") for name in resources.names("templates", ".toml"))


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "korean-report"])
def test_the_shipped_forms(name, talks, shipped):
    assert sketch(compose(talks, shipped(name))) == golden(name)
