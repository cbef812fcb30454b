"""What the command line prints, and where: results on standard output, everything else on standard error."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """A line of the result. Text the terminal cannot show is replaced, never a traceback."""
    _write(sys.stdout, text)


def note(text: str) -> None:
    """A line about the work. Where nobody hears it, the work goes on."""
    try:
        _write(sys.stderr, text)
    except OSError:
        sys.stderr = None  # or Python would complain again at the end


def fail(what: str, then: str = "") -> None:
    """A failure: what happened, what is safe and what to do."""
    note(f"briefing: {what}")
    if then:
        note(f"          {then}")


def finish_output() -> None:
    """Hands over what is still held back, while a full disk or a closed pipe can still be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _write(stream: object, text: str) -> None:
    if stream is None:  # closed by the caller: there is nobody to tell
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    print(shown, file=stream)  # type: ignore[call-overload]  # a text stream, whatever its class


def leave_output() -> None:
    """Gives up on standard output, so that nothing is said of it again when the program ends."""
    sys.stdout = None  # what Python itself sets where there is none
