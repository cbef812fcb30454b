"""The command line: every job without a window, and without Qt (PDF aside)."""

from briefing.cli.parser import VERBS, run

__all__ = ["VERBS", "run"]
