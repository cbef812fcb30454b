"""The organisation's own Word file on the command line: filled, checked, and refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

NOTE = "velmark-castora.briefing"


@pytest.fixture
def form(briefing, tmp_path):
    """Writes a form of those paragraphs, as a person would with python-docx; beside the demo's note."""
    assert briefing("demo", ".").returncode == 0

    def make(*paragraphs: str, name: str = "ours.docx") -> Path:
        made = docx.Document()
        for text in paragraphs:
            made.add_paragraph(text, style="List Bullet" if "points" in text else None)
        made.save(str(tmp_path / name))
        return tmp_path / name

    return make


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_a_form_is_filled(briefing, tmp_path, form):
    form("To: {{to}}", "{{points: next_steps}}")
    done = briefing("export", NOTE, "-o", "out.docx", "--form", "ours.docx")
    assert done.returncode == 0, done.stderr
    assert len(texts(tmp_path / "out.docx")) > 1
    assert "{{" not in "".join(texts(tmp_path / "out.docx"))
    assert "ours.docx has no place for {{points: meeting}}: it is left out" in done.stderr


def test_a_mistyped_mark_is_named_with_the_nearest_right_one_and_nothing_is_written(briefing, tmp_path, form):
    form("{{subjct}}")
    done = briefing("export", NOTE, "-o", "out.docx", "--form", "ours.docx")
    assert done.returncode == 1
    assert "“{{subjct}}” (did you mean “{{subject}}”?)" in done.stderr
    assert not (tmp_path / "out.docx").exists()


def test_the_form_beside_a_template_is_filled(briefing, tmp_path, form):
    form("{{title}}")
    template = briefing("templates", "show", "bilateral-meeting").stdout
    (tmp_path / "ours.toml").write_text(
        f'{template}\n[word]\nway = "form"\nfile = "ours.docx"\n', encoding="utf-8"
    )
    done = briefing("export", NOTE, "-o", "out.docx", "--template", "ours.toml")
    assert done.returncode == 0, done.stderr
    assert texts(tmp_path / "out.docx") == ["Velmark–Castora customs talks"]


def test_a_template_in_the_library_takes_the_form_that_lies_beside_it(briefing, tmp_path, form):
    library = tmp_path / "home" / "data" / "templates"
    library.mkdir(parents=True, exist_ok=True)
    form("{{title}}").rename(library / "ours.docx")
    template = briefing("templates", "show", "bilateral-meeting").stdout
    (library / "ours.toml").write_text(
        f'{template}\n[word]\nway = "form"\nfile = "ours.docx"\n', encoding="utf-8"
    )
    assert "data = '''" in briefing("templates", "show", "ours").stdout


def test_a_check_lists_the_marks_and_what_has_no_place(briefing, form):
    form("{{title}} {{points: meeting}}", "{{points: bakground}}")
    done = briefing("templates", "check", "ours.docx")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "ours.docx: a form with 3 marks, checked for Bilateral meeting note",
        "  good: {{title}}",
        "  good: {{points: meeting}}",
        "  wrong: {{points: bakground}} (nothing fills it; did you mean {{points: background}}?)",
        "  no place: {{points: agreements}} (what belongs there will not be in the Word file)",
        "  no place: {{points: background}} (what belongs there will not be in the Word file)",
        "  no place: {{points: next_steps}} (what belongs there will not be in the Word file)",
        "  no place: {{sources}} (what belongs there will not be in the Word file)",
    ]


@pytest.mark.parametrize(("data", "says"), [(b"no zip", "damaged"), (None, "is not there")])
def test_a_file_that_cannot_be_used_ends_in_a_sentence(briefing, tmp_path, form, data, says):
    form("x")
    if data is not None:
        (tmp_path / "bad.docx").write_bytes(data)
    done = briefing("export", NOTE, "-o", "out.docx", "--form", "bad.docx")
    assert done.returncode == 1
    assert "“bad.docx”" in done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_base_keeps_its_header_and_takes_the_note(briefing, tmp_path, form):
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "MINISTRY"
    made.save(str(tmp_path / "house.docx"))
    form("x")
    done = briefing("export", NOTE, "-o", "out.docx", "--base", "house.docx")
    assert done.returncode == 0, done.stderr
    out = docx.Document(str(tmp_path / "out.docx"))
    assert [p.text for p in out.sections[0].header.paragraphs] == ["OFFICIAL", "MINISTRY"]
    assert next(p.text for p in out.paragraphs if p.style.name == "Heading 1") == "Meeting"


def test_a_check_of_a_base_says_which_styles_it_lacks(briefing, form):
    form("no mark")
    done = briefing("templates", "check", "ours.docx")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "ours.docx: a base")
    assert "  no style: Bottom Line (Briefing brings its own along; or name one under [styles])" in done.stdout
