"""What the command line does, says, and ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from briefing import resources
from briefing.cli import VERBS
from briefing.cli.reading import article_in
from briefing.cli.templating import source_of
from briefing.model import edits
from briefing.model.note import Note, TemplateCopy
from briefing.store.codec import encode

ARTICLE = """The Harbour Courier

Ports agree on night pilots

Published : May 14, 2026 - 18:20

The ports of Brena and Ostrana agreed on Thursday to share night pilots from July, the harbour board said.

Both boards will review the plan in October, and may add a third port next year.
"""


def test_demo_makes_a_note_a_word_file_and_markdown(briefing, tmp_path):
    done = briefing("demo", "made")
    assert done.returncode == 0, done.stderr
    assert sorted(p.suffix for p in (tmp_path / "made").iterdir()) == [".briefing", ".docx", ".md"]
    text = "\n".join(p.text for p in docx.Document(str(tmp_path / "made" / "velmark-castora.docx")).paragraphs)
    assert "received Commissioner Tomas Ruiz in Port Halden on 13 May 2026" in text
    assert "Views exchanged on a shared list of trusted traders; no decision." in text


def test_demo_does_not_overwrite_unless_told(briefing, tmp_path):
    assert briefing("demo", ".").returncode == 0
    before = (tmp_path / "velmark-castora.docx").read_bytes()
    refused = briefing("demo", ".")
    assert refused.returncode == 1
    assert "exists already" in refused.stderr
    assert (tmp_path / "velmark-castora.docx").read_bytes() == before
    assert briefing("demo", ".", "--force").returncode == 0


@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
def test_the_same_note_is_exported_to_the_same_bytes(briefing, tmp_path, suffix):
    briefing("demo", ".")
    for name in ("one", "two"):
        done = briefing("export", "velmark-castora.briefing", "-o", f"{name}.{suffix}")
        assert done.returncode == 0, done.stderr
    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_a_pdf_is_made_without_a_display(briefing, tmp_path):
    briefing("demo", ".")
    done = briefing("export", "velmark-castora.briefing", "-o", "note.pdf")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF")


def test_another_form_keeps_every_point(briefing, tmp_path):
    briefing("demo", ".")
    done = briefing("export", "velmark-castora.briefing", "-o", "note.md", "--template", "uk-submission")
    assert done.returncode == 0, done.stderr
    assert "10 joint inspections a year" in (tmp_path / "note.md").read_text(encoding="utf-8")


def test_import_prints_what_was_found(briefing, tmp_path):
    (tmp_path / "ports.txt").write_text(ARTICLE, encoding="utf-8")
    done = briefing("import", "ports.txt")
    assert done.returncode == 0
    assert done.stdout.startswith("Ports agree on night pilots\nPublisher: The Harbour Courier\n")
    assert "Published: 2026-05-14 18:20" in done.stdout


def test_import_prints_json_also_from_standard_input(briefing):
    done = briefing("import", "-", "--json", stdin=ARTICLE)
    found = json.loads(done.stdout)
    assert found["headline"] == "Ports agree on night pilots"
    assert found["published"] == "2026-05-14T18:20"
    assert len(found["paragraphs"]) == 2


def test_one_file_that_fails_does_not_stop_the_rest(briefing, tmp_path):
    (tmp_path / "ports.txt").write_text(ARTICLE, encoding="utf-8")
    done = briefing("import", "gone.txt", "ports.txt", "--json", "--metadata-only")
    assert done.returncode == 1
    assert "“gone.txt” was not found" in done.stderr
    assert "blocks" not in json.loads(done.stdout)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "holds no text"),
        (b" \n\t ", "holds no text"),
        (bytes(range(256)) * 64, "not text that Briefing can read"),
    ],
)
def test_what_is_no_article_ends_in_a_sentence(briefing, tmp_path, data, says):
    (tmp_path / "bad.txt").write_bytes(data)
    done = briefing("import", "bad.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_over_the_limit_is_refused_before_it_is_read(briefing, tmp_path):
    with (tmp_path / "huge.txt").open("wb") as sparse:
        sparse.truncate(200 * 1024 * 1024)
    done = briefing("import", "huge.txt")
    assert done.returncode == 1
    assert "too large" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("export", "gone.briefing", "-o", "x.docx"), "was not found"),
        (("export", "demo/velmark-castora.briefing", "-o", "x.odt"), "does not say what to write"),
        (("export", "demo/velmark-castora.briefing", "-o", "no/folder/x.docx"), "folder is not there"),
        (("export", "demo/velmark-castora.briefing", "-o", "demo/velmark-castora.docx"), "exists already"),
        (("export", "demo/velmark-castora.briefing", "-o", "x.docx", "--template", "bilateral"), "no template"),
        (("export", "demo/velmark-castora.docx", "-o", "x.docx"), "is not a Briefing note"),
        (("templates", "show", "uk-submision"), "Did you mean “uk-submission”?"),
        (("templates", "check", "gone.toml"), "no template"),
        (("suggest", "gone.txt"), "was not found"),
        (("suggest", "--lines", "gone.jsonl"), "was not found"),
        (("check", "gone.briefing"), "was not found"),
        (("draft", "gone.txt", "-o", "x.briefing"), "was not found"),
    ],
)
def test_a_failure_in_the_input_ends_with_one_and_says_what_to_do(briefing, tmp_path, arguments, says):
    briefing("demo", "demo")
    done = briefing(*arguments)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("x.*"))


def test_a_wrong_template_names_line_key_and_what_is_expected(briefing, tmp_path):
    shown = briefing("templates", "show", "bilateral-meeting").stdout
    (tmp_path / "ours.toml").write_text(shown.replace('paper = "A4"', 'paper = "A5"'), encoding="utf-8")
    done = briefing("templates", "check", "ours.toml")
    assert done.returncode == 1
    line = shown.splitlines().index('paper = "A4"') + 1
    assert f"line {line}: page.paper" in done.stderr
    assert "A4, Letter" in done.stderr


def test_the_teams_templates_are_listed_as_theirs_also_while_the_share_is_away(briefing, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    shown = briefing("templates", "show", "bilateral-meeting").stdout
    (share / "desk.toml").write_text(shown, encoding="utf-8")
    settings = tmp_path / "home" / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"team_templates": str(share)}), encoding="utf-8")
    assert "desk               team     Bilateral meeting note" in briefing("templates", "list").stdout
    share.rename(tmp_path / "unplugged")
    done = briefing("templates", "list")
    assert "desk               team     Bilateral meeting note" in done.stdout
    assert "cannot be reached" in done.stderr


def test_the_reference_page_is_printed(briefing, repository):
    page = (repository / "docs" / "template-reference.md").read_text(encoding="utf-8")
    assert briefing("templates", "reference").stdout == page


def test_templates_are_listed_with_their_origin(briefing):
    done = briefing("templates", "list")
    assert done.returncode == 0
    for name in ("bilateral-meeting", "korean-report", "uk-submission"):
        assert f"{name} " in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [("export",), ("import",), ("templates",), ("--wat",), ("demo", "--wat"), ("check",), ("dates",)],
)
def test_wrong_usage_ends_with_two(briefing, arguments):
    done = briefing(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_each_verb_shows_an_example(briefing, verb):
    done = briefing(verb, "--help")
    assert done.returncode == 0
    assert f"example:\n  briefing {verb}" in done.stdout


def test_the_window_without_a_display_says_what_to_do(briefing):
    done = briefing()
    assert done.returncode == 1
    assert "There is no display" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="closed pipes are a matter of Unix")
def test_the_version_is_told(briefing):
    assert briefing("--version").stdout == "briefing 0.1.0\n"


_LOADED = """
import sys
from briefing.__main__ import main
code = main(sys.argv[1:])
loaded = [m for m in sys.modules if m.partition('.')[0] in ('PySide6', 'shiboken6')]
print('QT:', loaded, file=sys.stderr)
raise SystemExit(code)
"""


def _without_page_limit(note: Path, target: Path) -> None:
    """A copy of a note whose form has no rule that needs laid-out pages."""
    text = note.read_text(encoding="utf-8")
    assert "\\nlimit = 1\\n" in text
    target.write_text(text.replace("\\nlimit = 1\\n", "\\nlimit = 0\\n"), encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("demo", "again"),
        ("import", "demo/velmark-castora.md", "--json"),
        ("export", "demo/velmark-castora.briefing", "-o", "a.docx"),
        ("export", "demo/velmark-castora.briefing", "-o", "a.md"),
        ("export", "demo/velmark-castora.briefing", "-o", "a.html"),
        ("templates", "list"),
        ("templates", "reference"),
        ("templates", "show", "bilateral-meeting"),
        ("templates", "check", "korean-report"),
        ("suggest", "demo/velmark-castora.md"),
        ("check", "unlimited.briefing", "--json"),
        ("dates", "on Thursday", "--published", "2023-09-08"),
        ("draft", "demo/velmark-castora.md", "-o", "d.briefing"),
        ("--version",),
        ("--help",),
    ],
)
def test_no_verb_loads_qt(briefing, tmp_path, repository, arguments):
    briefing("demo", "demo")
    _without_page_limit(tmp_path / "demo" / "velmark-castora.briefing", tmp_path / "unlimited.briefing")
    environment = {**os.environ, "BRIEFING_HOME": str(tmp_path / "home"), "PYTHONPATH": str(repository)}
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *arguments],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "QT: []" in done.stderr


def test_dates_says_which_day_and_why(briefing):
    done = briefing("dates", "They met in Seoul on Thursday.", "--published", "2023-09-08")
    assert done.stdout.startswith("Thursday = 2023-09-07 (published Fri 8 September 2023")


def test_dates_says_why_in_the_language_of_the_program(briefing, tmp_path):
    (tmp_path / "home" / "config").mkdir(parents=True)
    (tmp_path / "home" / "config" / "settings.json").write_text('{"language": "ko"}', encoding="utf-8")
    done = briefing("dates", "They met on Thursday and on 30 February.", "--published", "2023-09-08")
    assert done.stdout.splitlines() == [
        "Thursday = 2023-09-07 (게재일 2023년 9월 8일(금) 기준)",
        "30 February = 알 수 없음 (없는 날짜)",
    ]


def test_a_date_that_cannot_be_told_is_said_so(briefing):
    assert "cannot tell" in briefing("dates", "on Thursday").stdout


def test_suggest_gives_label_confidence_and_reason(briefing, tmp_path):
    (tmp_path / "ports.txt").write_text(ARTICLE, encoding="utf-8")
    found = json.loads(briefing("suggest", "ports.txt", "--json").stdout)
    assert found[0]["label"] == "agreement"
    assert found[0]["reason"]


def test_a_draft_is_a_note_whose_points_say_that_they_are_suggestions(briefing, tmp_path):
    (tmp_path / "ports.txt").write_text(ARTICLE, encoding="utf-8")
    assert briefing("draft", "ports.txt", "-o", "ports.briefing").returncode == 0
    points = json.loads((tmp_path / "ports.briefing").read_text(encoding="utf-8"))["points"]
    assert points
    assert all(p["comment"] == "suggested" for p in points)
    assert briefing("check", "ports.briefing").returncode == 0


def test_a_draft_in_the_korean_report_ends_its_lines_in_nouns(briefing, tmp_path):
    told = "관세청은 카스토라 측과 청장회의를 개최했다. 양측은 위험정보를 매주 교환하기로 합의했다."
    (tmp_path / "talks.txt").write_text(f"관세청장회의 개최\n\n{told}\n", encoding="utf-8")
    briefing("draft", "talks.txt", "-o", "talks.briefing", "--template", "korean-report")
    briefing("export", "talks.briefing", "-o", "talks.md")
    assert "교환하기로 합의함\n" in (tmp_path / "talks.md").read_text(encoding="utf-8")


def test_a_draft_is_written_under_the_name_of_a_note_only(briefing, tmp_path):
    (tmp_path / "ports.txt").write_text(ARTICLE, encoding="utf-8")
    failed = briefing("draft", "ports.txt", "-o", "ports.out")
    assert failed.returncode == 1
    assert "End the name in one of: .briefing" in failed.stderr
    assert not (tmp_path / "ports.out").exists()


def test_a_caption_and_a_heading_get_no_suggestion(briefing, tmp_path):
    page = "<html><body><article><h1>Ports</h1><figure><img src=a.png>"
    page += "<figcaption>The two ministers sign an agreement."
    (tmp_path / "a.html").write_text(
        f"{page}</figcaption></figure><p>{ARTICLE}</p></article>", encoding="utf-8"
    )
    found = json.loads(briefing("suggest", "a.html", "--json").stdout)
    assert all("ministers sign" not in one["sentence"] for one in found)


def test_check_answers_line_for_line_and_one_bad_line_does_not_stop_it(briefing):
    good = {
        "id": 7,
        "lang": "en",
        "wording": "12 ports.",
        "evidence": ["There are 10 ports."],
        "published": "2026-05-14",
    }
    done = briefing("check", "--pairs", "-", stdin=f"nonsense\n{json.dumps(good)}\n")
    bad, answer = map(json.loads, done.stdout.splitlines())
    assert "error" in bad
    assert answer == {"id": 7, "findings": [{"kind": "number", "wording": "12", "evidence": "10"}]}


def test_a_review_tells_what_was_left_out_and_fails_nobody(briefing, tmp_path):
    sample = resources.text("samples", "velmark-castora.txt")
    (tmp_path / "talks.txt").write_text(sample, encoding="utf-8")
    briefing("draft", "talks.txt", "-o", "talks.briefing", "--min-confidence", "1")
    done = briefing("check", "talks.briefing", "--review")
    assert done.returncode == 0
    assert "left out (" in done.stdout


def test_a_review_in_json_holds_findings_what_was_left_out_and_disagreements(briefing):
    briefing("demo", ".")
    tree = json.loads(briefing("check", "velmark-castora.briefing", "--review", "--json").stdout)
    assert tree["findings"] == []
    assert tree["disagreements"] == []
    assert all(one["sentence"] and one["reasons"] for one in tree["left_out"])


def test_a_review_puts_articles_that_disagree_side_by_side(briefing, tmp_path):
    told = "Velmark and Castora will run {} joint inspections a year at the Brena crossing, they said."
    for name, count in (("one", "10"), ("two", "12")):
        (tmp_path / f"{name}.txt").write_text(
            f"Inspections at Brena\n\n{told.format(count)}\n", encoding="utf-8"
        )
    note = Note("n", TemplateCopy("bilateral-meeting", source_of("bilateral-meeting")[1]))
    for name in ("one", "two"):
        note = edits.add_article(note, article_in(str(tmp_path / f"{name}.txt")))
    (tmp_path / "both.briefing").write_bytes(encode(note))
    assert "12" in briefing("check", "both.briefing", "--review").stdout.partition("disagree (number)")[2]


def test_check_ends_with_one_if_a_finding_stands(briefing, tmp_path):
    briefing("demo", ".")
    path = tmp_path / "velmark-castora.briefing"
    text = path.read_text(encoding="utf-8").replace(
        "10 joint inspections a year at the", "20 joint inspections a year at the"
    )
    path.write_text(text, encoding="utf-8")
    done = briefing("check", "velmark-castora.briefing")
    assert done.returncode == 1
    assert "number: 20" in done.stdout


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_and_a_folder_are_no_files(briefing, tmp_path):
    for name in ("/dev/zero", str(tmp_path)):
        done = briefing("import", name)
        assert done.returncode == 1
        assert "could not be read" in done.stderr


STRICT = """
name = "Strict"
rules = { bottom_line = "refuse", sources = "say" }
tags = [{ id = "meeting", name = "Meeting" }]
sections = [{ heading = "Meeting", tag = "meeting" }]
"""


def _note_in_strict_form(briefing, tmp_path) -> None:
    briefing("demo", "demo")
    tree = json.loads((tmp_path / "demo" / "velmark-castora.briefing").read_text(encoding="utf-8"))
    tree["template"]["source"], tree["summary"] = STRICT, ""
    tree["points"][0]["evidence"] = []
    (tmp_path / "strict.briefing").write_text(json.dumps(tree), encoding="utf-8")


def test_check_names_the_house_rules_that_do_not_hold(briefing, tmp_path):
    _note_in_strict_form(briefing, tmp_path)
    done = briefing("check", "strict.briefing", "--json")
    rules = [(f["rule"], f["refuses"]) for f in json.loads(done.stdout) if f["kind"] == "house"]
    assert (done.returncode, rules) == (1, [("bottom_line", True), ("sources", False)])


def test_export_lists_what_does_not_hold_and_refuses_what_must_be_refused(briefing, tmp_path):
    _note_in_strict_form(briefing, tmp_path)
    refused = briefing("export", "strict.briefing", "-o", "a.docx")
    assert refused.returncode == 1
    assert "There is no bottom line" in refused.stderr
    assert not (tmp_path / "a.docx").exists()
    relaxed = (tmp_path / "strict.briefing").read_text(encoding="utf-8").replace("refuse", "say")
    (tmp_path / "strict.briefing").write_text(relaxed, encoding="utf-8")
    listed = briefing("export", "strict.briefing", "-o", "a.docx")
    assert listed.returncode == 0
    assert "check: There is no bottom line" in listed.stderr


def test_check_counts_the_pages(briefing, tmp_path):
    briefing("demo", "demo")
    path = tmp_path / "demo" / "velmark-castora.briefing"
    tree = json.loads(path.read_text(encoding="utf-8"))
    tree["points"] = [{**p, "id": f"p-{number}"} for number, p in enumerate(tree["points"] * 9)]
    path.write_text(json.dumps(tree), encoding="utf-8")
    done = briefing("check", str(path), "--json")
    assert "page_limit" in [f.get("rule") for f in json.loads(done.stdout)]
