"""The cases of the importers: text files, each an input and what must come out of it.

`stories` hold texts of our own, `styles` how a publisher dresses a text; every story in every style of its
language makes one case. `pasted` holds whole cases, written out.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import textwrap
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

from briefing.model.article import Article

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "importers"


@dataclass(frozen=True, slots=True)
class Case:
    """A pasted page, the metadata it must give (keys that are not named are not asked), and its paragraphs."""

    name: str
    page: str
    meta: dict[str, str]
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...] = ()


@dataclass(slots=True)
class Story:
    """One text: its fields, and its paragraphs in order."""

    fields: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)


def _fields(text: str) -> list[tuple[str, str]]:
    pairs = (line.partition(":") for line in text.splitlines() if ":" in line)
    return [(key.strip(), value.strip()) for key, _, value in pairs]


def story(path: Path) -> Story:
    made = Story()
    for key, value in _fields(path.read_text(encoding="utf-8")):
        if key == "p":
            made.paragraphs.append(value)
        else:
            made.fields[key] = value
    return made


def dressed(style: str, made: Story, *, gap: bool, wrap: int) -> str:
    """The story in a publisher's dress: `{rest}` takes the paragraphs that the style does not name."""
    ps = made.paragraphs
    named = {f"p{n}": ps[n - 1] for n in range(1, 3) if f"{{p{n}}}" in style}
    middle = ps[len(named) : -1]
    rest = "\n\n".join(middle)
    page = style.format(**made.fields, **named, rest=rest, last=ps[-1])
    if wrap:
        page = "\n\n".join(textwrap.fill(p, wrap) if len(p) > wrap else p for p in page.split("\n\n"))
    return page if gap else re.sub(r"\n{2,}", "\n", page)


def made_case(style_path: Path, story_path: Path) -> Case:
    head, _, style = style_path.read_text(encoding="utf-8").partition("---\n")
    meta = dict(_fields(head))
    made = story(story_path)
    page = dressed(style, made, gap=meta.pop("gap", "yes") != "no", wrap=int(meta.pop("wrap", "0")))
    expected = {key: value.format(**made.fields) for key, value in meta.items()}
    expected["headline"] = made.fields["headline"]
    caption = (made.fields["caption"],) if "{caption}" in style else ()
    return Case(f"{style_path.stem}: {story_path.stem}", page, expected, tuple(made.paragraphs), caption)


def all_made() -> list[Case]:
    cases = []
    for style in sorted((CASES / "styles").glob("*.txt")):
        language = style.read_text(encoding="utf-8").partition("\n")[0].removeprefix("language: ").strip()
        cases += [made_case(style, s) for s in sorted((CASES / "stories").glob(f"{language}-*.txt"))]
    return cases


def written_case(path: Path) -> Case:
    head, _, rest = path.read_text(encoding="utf-8").partition("--- input\n")
    page, _, expected = rest.rpartition("--- expected\n")
    pairs = _fields(expected)
    meta = {key: value for key, value in pairs if key not in ("paragraph", "caption")}
    paragraphs = tuple(value for key, value in pairs if key == "paragraph")
    captions = tuple(value for key, value in pairs if key == "caption")
    return Case(dict(_fields(head))["title"], page.removesuffix("\n"), meta, paragraphs, captions)


def words(text: str) -> Counter[str]:
    return Counter(
        re.findall(
            r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|[^\W\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+", text
        )
    )


def f1(found: Counter[str], true: Counter[str]) -> float:
    common = sum((found & true).values())
    return 2 * common / (sum(found.values()) + sum(true.values())) if common else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """How well one case was read: shares from 0 to 1, and the metadata that came out wrong."""

    body: float
    exact: float
    wrong: tuple[str, ...]


def score(case: Case, article: Article) -> Score:
    found, true = article.paragraphs, case.paragraphs
    wrong = tuple(
        f"{key}: {_value(article, key)!r}, not {value!r}"
        for key, value in case.meta.items()
        if _value(article, key) != value
    )
    return Score(f1(words(" ".join(found)), words(" ".join(true))), f1(Counter(found), Counter(true)), wrong)


def _value(article: Article, key: str) -> str:
    value = getattr(article, key)
    return value if isinstance(value, str) else ", ".join(value)


@dataclass(frozen=True, slots=True)
class Casebook:
    """Every case, and the way to score one."""

    made: tuple[Case, ...]
    written: tuple[Case, ...]

    def score(self, case: Case, article: Article) -> Score:
        return score(case, article)


@pytest.fixture(scope="session")
def casebook() -> Casebook:
    written = [written_case(p) for p in sorted((CASES / "pasted").glob("*.txt"))]
    return Casebook(tuple(all_made()), tuple(written))


@pytest.fixture(scope="session")
def customs_meeting() -> bytes:
    path = ROOT.parent / "shared" / "articles" / "customs-meeting.txt"
    if not path.is_file():
        pytest.skip("the shared article is not at hand")
    return path.read_bytes()


def _helper(name: str) -> ModuleType:
    """A helper module beside this file: the tests are no package to import from."""
    spec = importlib.util.spec_from_file_location(f"importers_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # a dataclass looks its module up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def office() -> ModuleType:
    """The makers of small PDF, OpenDocument and Outlook files."""
    return _helper("helpers_office")


@pytest.fixture(scope="session")
def hostile() -> ModuleType:
    """The makers of hostile files."""
    return _helper("helpers_hostile")
