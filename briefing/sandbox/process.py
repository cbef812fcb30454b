"""One reading process as its parent sees it: started, asked, and ended whatever it does."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing import limits
from briefing.progress import Told, unheard
from briefing.sandbox import wire

OPTION = "--read-articles"  # as in __main__: a frozen program told to be the process that reads
_PASSED_ON = frozenset(
    ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "WINDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE")
)


class Ended(Exception):
    """The process is gone or talks nonsense; `why` is "crashed", "too-slow", "too-large" or "cancelled"."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why, detail)
        self.why, self.detail = why, detail


def command() -> list[str]:
    """How this program starts a reading process: as a module, or, frozen in one folder, as itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, OPTION]
    return [sys.executable, "-P", "-s", "-m", "briefing.sandbox.child"]


def _environment() -> dict[str, str]:
    """No more of the parent's environment than an interpreter needs, and the way to this very program."""
    kept = {name: value for name, value in os.environ.items() if name.upper() in _PASSED_ON}
    return {**kept, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"}


class Process:
    """A reading process. It starts in the background; the first `ask` waits for it."""

    def __init__(self, arguments: Sequence[str] | None = None) -> None:
        self._why = ""
        self._ready = False
        self._ending = threading.Lock()
        self._child = subprocess.Popen(  # noqa: S603 - our own program, no shell
            list(arguments or command()),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=_environment(),
            cwd=Path(sys.executable).anchor or None,  # so that no folder of the person's is held
            start_new_session=os.name == "posix",  # Ctrl+C is answered by the parent
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.walls: tuple[str, ...] = ()
        self.spent_s = 0.0

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return not self._why and self._child.poll() is None

    def start(self, seconds: float = limits.STARTING_S) -> None:
        """Returns when it is ready. Raises Ended."""
        if self._ready:
            return
        with self._watched(seconds):
            head, _ = wire.receive(self._output, 0)
            raised = head["ready"]
            self.walls = tuple(str(w) for w in raised) if isinstance(raised, list) else ()
        self._ready = True

    def ask(
        self, head: wire.Head, body: bytes, seconds: float = limits.READING_S, *, told: Told = unheard
    ) -> tuple[wire.Head, bytes]:
        """Its answer to a job; `told` hears how far it is. Raises Ended; the process is then gone."""
        self.start()
        with self._watched(seconds):
            wire.send(self._input, head, body)
            answer, data = wire.receive(self._output, limits.MOST_ANSWER_BYTES)
            while "pages" in answer:
                told(*_pages(answer))
                answer, data = wire.receive(self._output, limits.MOST_ANSWER_BYTES)
        spent = answer.get("spent")
        self.spent_s = spent if isinstance(spent, float) else limits.MOST_SPENT_S
        return answer, data

    def end(self, why: str = "cancelled") -> None:
        """Ends it at once; whoever waits for it is told why. Any thread may call this, and more than once."""
        with self._ending:
            self._why = self._why or why
            self._child.kill()

    def close(self) -> None:
        """Ends it and lets go of its pipes. Only for who owns it, and when nobody waits for it."""
        self.end()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    @property
    def _input(self) -> int:
        return self._child.stdin.fileno() if self._child.stdin else -1

    @property
    def _output(self) -> int:
        return self._child.stdout.fileno() if self._child.stdout else -1

    @contextmanager
    def _watched(self, seconds: float) -> Iterator[None]:
        """Ends the process if what is done inside takes longer, or finds it gone or garbled."""
        over = threading.Event()
        threading.Thread(target=self._watch, args=(over, seconds), daemon=True).start()
        try:
            yield
        except (OSError, wire.Garbled, KeyError) as fault:
            self.end("crashed")
            raise Ended(self._why, f"{fault} ({self._child.wait()})") from fault
        finally:
            over.set()

    def _watch(self, over: threading.Event, seconds: float) -> None:
        """Ends the process when it takes too much: of the clock, of the processor, of memory."""
        from briefing.sandbox.watch import Use  # noqa: PLC0415 - heavy: loaded beside the first reading

        use = Use(self._child.pid)
        while not over.wait(limits.WATCH_EVERY_S):
            why = "too-large" if use.memory > limits.MOST_READING_BYTES else use.late(seconds)
            if why:
                self.end(why)
                return


def _pages(answer: wire.Head) -> tuple[int, int]:
    """How many pages were read, of how many. Raises Garbled if that is not what was said."""
    match answer["pages"]:
        case [int(done), int(total)] if 0 < done <= total <= limits.MOST_PDF_PAGES:
            return done, total
    message = "no pages"
    raise wire.Garbled(message)
