import json

import pytest

from briefing.assist.lines import check_lines, date_lines, suggest_lines


def asked(request: object) -> list[str]:
    return [json.dumps(request)]


def test_suggestions_answer_each_sentence_with_a_label_or_null() -> None:
    request = {
        "lang": "en",
        "title": "",
        "published": "2023-09-08",
        "sentences": ["They agreed to share data.", ""],
    }
    assert [json.loads(line) for line in suggest_lines(asked(request))] == [["agreement", None]]


def test_a_confidence_no_suggestion_reaches_gives_nulls() -> None:
    request = {"lang": "en", "sentences": ["They agreed to share data."]}
    assert [json.loads(line) for line in suggest_lines(asked(request), 1.1)] == [[None]]


def test_dates_answer_with_their_words_and_values() -> None:
    request = {"id": 7, "text": "They met on Thursday.", "lang": "en", "published": "2023-09-08"}
    assert json.loads(next(date_lines(asked(request)))) == {
        "id": 7,
        "dates": [{"text": "Thursday", "value": "2023-09-07"}],
    }


def test_a_check_answers_with_its_findings() -> None:
    request = {
        "id": "a",
        "lang": "en",
        "wording": "Nine ships sank.",
        "evidence": ["Seven ships sank."],
        "published": "",
    }
    findings = [{"kind": "number", "wording": "Nine ships", "evidence": "Seven ships"}]
    assert json.loads(next(check_lines(asked(request)))) == {"id": "a", "findings": findings}


@pytest.mark.parametrize(
    "line", ["{", "[]", "3", '"x"', '{"sentences": 3}', '{"sentences": [3]}', "[" * 100_000]
)
def test_a_line_that_cannot_be_read_is_answered_with_an_error(line: str) -> None:
    (answer,) = suggest_lines([line])
    assert "error" in json.loads(answer)


def test_an_error_keeps_the_id_and_the_next_line_is_answered() -> None:
    answers = [json.loads(line) for line in date_lines(['{"id": 1, "text": 5}', '{"id": 2, "text": "x"}'])]
    assert answers == [{"id": 1, "error": "expected text in text"}, {"id": 2, "dates": []}]


def test_empty_lines_are_passed_over() -> None:
    assert list(check_lines(["", "\n"])) == []
