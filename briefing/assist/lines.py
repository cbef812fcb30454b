"""The assistance in bulk: JSON lines in, JSON lines out, one for one; a line that cannot be read says so."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from briefing.assist.check import check_point
from briefing.assist.dates import find_dates
from briefing.assist.suggest import MIN_CONFIDENCE, SentenceIn, suggest

Request = Mapping[str, object]
_OBJECT = "an object"


class _Unreadable(ValueError):
    """A line that is no request of ours; its text says what was expected."""


def suggest_lines(lines: Iterable[str], min_confidence: float = MIN_CONFIDENCE) -> Iterator[str]:
    """For each {"lang", "title", "published", "sentences"} a list of labels, null below the confidence."""

    def answer(request: Request) -> object:
        sentences = [_sentence(item) for item in _list(request, "sentences")]
        found = suggest(sentences, _text(request, "lang"), _text(request, "published"), _text(request, "title"))
        return [s.label if s is not None and s.confidence >= min_confidence else None for s in found]

    return _answered(lines, answer)


def check_lines(lines: Iterable[str]) -> Iterator[str]:
    """For each {"id", "lang", "wording", "evidence", "evidence_lang", "published"} its id and findings."""

    def answer(request: Request) -> object:
        evidence = [_checked_text(item, "evidence") for item in _list(request, "evidence")]
        spoken = _text(request, "lang")
        found = check_point(
            _text(request, "wording"),
            evidence,
            spoken,
            _text(request, "evidence_lang") or spoken,
            _text(request, "published"),
        )
        findings = [{"kind": f.kind, "wording": f.wording, "evidence": f.evidence} for f in found]
        return {"id": request.get("id"), "findings": findings}

    return _answered(lines, answer)


def date_lines(lines: Iterable[str]) -> Iterator[str]:
    """For each {"id", "text", "lang", "published"} its id and dates; a value of null is "cannot tell"."""

    def answer(request: Request) -> object:
        found = find_dates(_text(request, "text"), _text(request, "lang"), _text(request, "published"))
        return {"id": request.get("id"), "dates": [{"text": d.text, "value": d.value} for d in found]}

    return _answered(lines, answer)


def _answered(lines: Iterable[str], answer: Callable[[Request], object]) -> Iterator[str]:
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line, answer), ensure_ascii=False)


def _answer(line: str, answer: Callable[[Request], object]) -> object:
    request: object = None
    try:
        request = json.loads(line)
        if not isinstance(request, dict):
            raise _Unreadable(_OBJECT)
        return answer(cast("Request", request))
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, _Unreadable) else "JSON"
        failed = {"error": f"expected {reason}"}
        return {"id": request["id"], **failed} if isinstance(request, dict) and "id" in request else failed


def _text(request: Request, key: str) -> str:
    value = request.get(key)
    return "" if value is None else _checked_text(value, key)


def _checked_text(value: object, key: str) -> str:
    if not isinstance(value, str):
        expected = f"text in {key}"
        raise _Unreadable(expected)
    return value


def _list(request: Request, key: str) -> list[object]:
    value = request.get(key)
    if not isinstance(value, list):
        expected = f"a list in {key}"
        raise _Unreadable(expected)
    return value


def _sentence(item: object) -> SentenceIn:
    """A sentence is a text, or {"text", "kind"}."""
    if isinstance(item, dict):
        fields = cast("Request", item)
        return SentenceIn(_text(fields, "text"), _text(fields, "kind") or "paragraph")
    return SentenceIn(_checked_text(item, "sentences"))
