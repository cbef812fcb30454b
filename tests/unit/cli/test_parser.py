"""Each verb loads only what it needs, and every verb's work is there."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from briefing.cli.parser import build_parser

_LOADED = """
import sys
from briefing.cli.parser import build_parser
build_parser()
print([m for m in sys.modules if m.split(".")[1:2] in (["importers"], ["assist"], ["exporters"])])
"""


def leaves(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    below = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not below:
        yield parser
    for action in below:
        for child in action.choices.values():
            yield from leaves(child)


def test_knowing_the_verbs_loads_no_work():
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("parser", tuple(leaves(build_parser())), ids=lambda p: p.prog)
def test_every_verb_has_its_work(parser):
    act = parser.get_default("act")
    assert callable(getattr(import_module(f"briefing.cli.{act.module}"), act.name))
