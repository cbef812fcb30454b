"""`briefing templates`: list, show, check, reference."""

from __future__ import annotations

import argparse
from base64 import b64decode
from pathlib import Path

from briefing import limits
from briefing import settings as config
from briefing import template as templates
from briefing.cli.output import fail, say
from briefing.cli.word_files import is_word, report_word
from briefing.errors import BriefingError, TemplateInvalid, TemplateMissing
from briefing.faults import explain
from briefing.plainfile import read_plain
from briefing.store.library import Library, library
from briefing.store.places import places
from briefing.store.word_files import with_file_beside, word_bytes
from briefing.template.reference import reference_markdown
from briefing.words import Words


def shelf() -> Library:
    """The person's library, with the team's folder from their settings."""
    return library(config.load(places().settings).get(config.TEAM_TEMPLATES))


def list_all(_: argparse.Namespace, __: object) -> int:
    """Prints name, origin and title of each template; says of a broken one that it is."""
    here = shelf()
    team = here.refresh_team()
    entries = here.list_templates()
    width = max((len(e.name) for e in entries), default=0)
    for entry in entries:
        try:
            title = templates.parse(here.read_template(entry.name), entry.name).name
        except (TemplateInvalid, TemplateMissing):
            title = "(does not parse: see briefing templates check)"
        say(f"{entry.name:<{width}}  {entry.origin:<7}  {title}")
    if team is not None and not team.reached:
        then = f"Its templates are as they were on {team.seen}." if team.seen else "It was never read."
        fail(f"The team's folder {team.folder} cannot be reached.", then)
    return 0


def show(arguments: argparse.Namespace, _: object) -> int:
    """Prints a template's TOML text."""
    say(shelf().read_template(arguments.name).rstrip("\n"))
    return 0


def reference(_: argparse.Namespace, __: object) -> int:
    """Prints every key a template may hold, as Markdown."""
    say(reference_markdown().rstrip("\n"))
    return 0


def check(arguments: argparse.Namespace, _: object) -> int:
    """Checks each template and says what is wrong where. 1 if any is wrong."""
    wrong = 0
    for wanted in arguments.names:
        try:
            wrong += not _is_good(wanted, arguments.template)
        except BriefingError as failure:
            told = explain(failure, Words("en"))
            fail(told.what, told.then)
            wrong += 1
    return 1 if wrong else 0


def _is_good(wanted: str, like: str) -> bool:
    if is_word(wanted):
        return report_word(Path(wanted).name, word_bytes(Path(wanted)), form_of(like))
    form = form_of(wanted)
    say(f"{wanted}: good ({form.name}, {len(form.sections)} sections)")
    if form.word.way == "none":
        return True
    return report_word(form.word.file, b64decode(form.word.data), form, form.word.way)


def form_of(wanted: str) -> templates.Template:
    """A template by name or file, parsed."""
    name, source = source_of(wanted)
    return templates.parse(source, name)


def source_of(wanted: str) -> tuple[str, str]:
    """Name and text of a template: a file if it ends in .toml, else one of the library."""
    if not wanted.endswith(".toml"):
        return wanted, shelf().read_template(wanted)
    path = Path(wanted)
    try:
        data = read_plain(path, limits.MOST_TEMPLATE_BYTES)
        return path.name, with_file_beside(data.decode("utf-8-sig"), path)
    except FileNotFoundError as fault:
        raise TemplateMissing(wanted, tuple(e.name for e in shelf().list_templates())) from fault
    except (OSError, UnicodeDecodeError, ValueError) as fault:
        raise TemplateInvalid(
            path.name, 0, "file", "a text file in UTF-8 that can be read", str(fault)
        ) from fault
