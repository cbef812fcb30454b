"""The command line: every job without a window, and without Qt (PDF aside)."""

from briefing.cli.parser import VERBS, run
from briefing.cli.printer import Printer

__all__ = ["VERBS", "Printer", "run"]
