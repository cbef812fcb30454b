"""Verbs, their arguments and their exit codes: 0 done, 1 a failure in the input, 2 wrong usage."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from briefing.cli.output import fail, finish_output, leave_output
from briefing.cli.printer import Printer
from briefing.errors import BriefingError
from briefing.faults import explain
from briefing.model.article import day_of
from briefing.words import Words

VERBS = ("import", "export", "templates", "demo", "suggest", "check", "dates", "draft")
FAILED = 1


def run(argv: Sequence[str], printer: Printer) -> int:
    """Carries out a verb and returns its exit code; the `printer` lays out pages where they are asked for."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    names = getattr(arguments, "one_of", ())
    if names and sum(getattr(arguments, name) is not None for name in names) != 1:
        parser.error(f"{arguments.verb} takes either {names[0].upper()} or --{names[1]} FILE")
    try:
        code: int = arguments.act(arguments, printer)
        finish_output()
    except BriefingError as failure:
        told = explain(failure, Words("en"))
        fail(told.what, told.then)
        return FAILED
    except BrokenPipeError:
        leave_output()
        return FAILED
    except OSError as failure:  # standard output is full, or gone; files have failures of their own
        leave_output()
        fail(f"The result could not be printed: {failure.strerror}.", "Files that were written are whole.")
        return FAILED
    return code


def build_parser() -> argparse.ArgumentParser:
    """The parser of all verbs."""
    parser = argparse.ArgumentParser(
        prog="briefing", description="From a news article to an official briefing note."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    _add_import(verbs)
    _add_export(verbs)
    _add_templates(verbs)
    _add_demo(verbs)
    _add_assist(verbs)
    return parser


def _share(text: str) -> float:
    """A number from 0 to 1, as argparse asks for it."""
    value = float(text)
    if not 0 <= value <= 1:
        expected = "from 0 to 1"
        raise argparse.ArgumentTypeError(expected)
    return value


def _day(text: str) -> str:
    """An ISO date or date-time, as argparse asks for it."""
    if text and day_of(text) is None:
        expected = "a date such as 2023-09-08"
        raise argparse.ArgumentTypeError(expected)
    return text


class _Act(NamedTuple):
    """What a verb does; its module is loaded when the verb is carried out, and no other verb's."""

    module: str
    name: str

    def __call__(self, arguments: argparse.Namespace, printer: Printer) -> int:
        """Carries it out."""
        code: int = getattr(import_module(f"briefing.cli.{self.module}"), self.name)(arguments, printer)
        return code


_Verbs = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for what add_subparsers returns


def _verb(
    verbs: _Verbs[argparse.ArgumentParser], name: str, says: str, example: str
) -> argparse.ArgumentParser:
    return verbs.add_parser(
        name,
        help=says,
        description=says,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_import(verbs: _Verbs[argparse.ArgumentParser]) -> None:
    parser = _verb(
        verbs,
        "import",
        "Read articles and print what was found in them.",
        "briefing import article.html --json > article.json",
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="text, web page, Word, PDF, mail ...; - reads standard input"
    )
    parser.add_argument("--json", action="store_true", help="print JSON (one object for each file)")
    parser.add_argument("--metadata-only", action="store_true", help="leave the text out")
    parser.set_defaults(act=_Act("importing", "act"))


def _add_export(verbs: _Verbs[argparse.ArgumentParser]) -> None:
    parser = _verb(
        verbs,
        "export",
        "Write a saved note as Word, Markdown, HTML or PDF; the name of the file says which.",
        "briefing export talks.briefing -o talks.docx",
    )
    parser.add_argument("note", metavar="NOTE.briefing")
    parser.add_argument("-o", "--output", required=True, metavar="OUT.docx|.md|.html|.pdf")
    parser.add_argument("--template", metavar="NAME", help="another form: a template's name, or a .toml file")
    own = parser.add_mutually_exclusive_group()
    own.add_argument("--form", metavar="FORM.docx", help="a finished form in Word whose {{marks}} are filled")
    own.add_argument(
        "--base", metavar="BASE.docx", help="a Word file whose page, header, footer and styles are kept"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    parser.set_defaults(act=_Act("exporting", "act"))


def _add_templates(verbs: _Verbs[argparse.ArgumentParser]) -> None:
    parser = _verb(
        verbs, "templates", "List, show, check and explain templates.", "briefing templates check our-form.toml"
    )
    jobs = parser.add_subparsers(dest="job", required=True, metavar="list|show|check|reference")
    listing = _verb(jobs, "list", "Names of all templates, and where they are from.", "briefing templates list")
    listing.set_defaults(act=_Act("templating", "list_all"))
    showing = _verb(jobs, "show", "Print a template's text.", "briefing templates show bilateral-meeting")
    showing.add_argument("name", metavar="NAME")
    showing.set_defaults(act=_Act("templating", "show"))
    checking = _verb(
        jobs,
        "check",
        "Check templates: by name, or as a .toml file; and Word files, as a form or a base.",
        "briefing templates check our-form.toml",
    )
    checking.add_argument("names", nargs="+", metavar="NAME|FILE.toml|FILE.docx")
    checking.add_argument(
        "--template",
        default="bilateral-meeting",
        metavar="NAME",
        help="whose fields and sections a form may name",
    )
    checking.set_defaults(act=_Act("templating", "check"))
    telling = _verb(
        jobs, "reference", "Every key a template may hold.", "briefing templates reference > reference.md"
    )
    telling.set_defaults(act=_Act("templating", "reference"))


def _add_demo(verbs: _Verbs[argparse.ArgumentParser]) -> None:
    parser = _verb(
        verbs,
        "demo",
        "Make a finished note from the sample article: .briefing, .docx and .md.",
        "briefing demo /tmp/briefing-demo",
    )
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="made if it is not there")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    parser.set_defaults(act=_Act("demo", "act"))


def _add_assist(verbs: _Verbs[argparse.ArgumentParser]) -> None:
    parser = _verb(verbs, "suggest", "Suggest a tag for each sentence.", "briefing suggest article.txt")
    parser.add_argument("article", nargs="?", metavar="ARTICLE")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--min-confidence", type=_share, default=0.5, metavar="X", help="leave out what is less sure"
    )
    parser.add_argument("--lines", metavar="FILE", help="JSON lines in, JSON lines out; - reads standard input")
    parser.set_defaults(act=_Act("assisting", "suggest_act"), one_of=("article", "lines"))
    parser = _verb(verbs, "check", "Compare each point with its source.", "briefing check talks.briefing")
    parser.add_argument("note", nargs="?", metavar="NOTE.briefing")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--pairs", metavar="FILE", help="JSON lines in, JSON lines out; - reads standard input")
    parser.add_argument(
        "--review", action="store_true", help="tell also what was left out and where articles disagree"
    )
    parser.set_defaults(act=_Act("assisting", "check_act"), one_of=("note", "pairs"))
    example = 'briefing dates "on Thursday" --published 2023-09-08'
    parser = _verb(verbs, "dates", "Say which day each date in a text is.", example)
    parser.add_argument("text", nargs="?", metavar="TEXT")
    parser.add_argument("--published", type=_day, default="", metavar="YYYY-MM-DD")
    parser.add_argument("--language", default="", choices=("", "en", "ko", "ja"), metavar="en|ko|ja")
    parser.add_argument("--lines", metavar="FILE", help="JSON lines in, JSON lines out; - reads standard input")
    parser.set_defaults(act=_Act("assisting", "dates_act"), one_of=("text", "lines"))
    parser = _verb(
        verbs, "draft", "Make a note from the suggestions.", "briefing draft article.txt -o talks.briefing"
    )
    parser.add_argument("article", metavar="ARTICLE")
    parser.add_argument("-o", "--output", required=True, metavar="NOTE.briefing")
    parser.add_argument("--template", default="bilateral-meeting", metavar="NAME")
    parser.add_argument(
        "--min-confidence", type=_share, default=0.5, metavar="X", help="leave out what is less sure"
    )
    parser.add_argument("--force", action="store_true", help="replace the note if it exists")
    parser.set_defaults(act=_Act("assisting", "draft_act"))
