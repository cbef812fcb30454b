"""The process that reads: jobs come in through one pipe, articles go out through another, nothing else.

It never loads Qt. A job is bytes and a name; the answer is an article as JSON, or why there is none.
"""

from __future__ import annotations

import os
import sys
import threading
import time

from briefing import limits
from briefing.progress import Told
from briefing.sandbox import walls, wire


def main() -> int:
    """Reads jobs until the parent closes its end. 0, also when the parent is gone."""
    answers = _own_output()
    walls.limit()
    from briefing.sandbox import work  # noqa: PLC0415 - heavy: the readers, loaded within the limits

    raised = walls.close()
    try:
        wire.send(answers, {"ready": raised})
        asked = threading.Event()
        ahead = threading.Thread(target=work.load_ahead, args=(asked,), daemon=True)
        ahead.start()
        while True:
            head, body = wire.receive(0, limits.MOST_BYTES + limits.MOST_PASTE_SLACK_BYTES)
            asked.set()
            ahead.join()  # at most the step under way: no two threads load the same
            outcome, article = work.answer(head, body, _telling(answers))
            wire.send(answers, {**outcome, "spent": time.process_time()}, article)
    except (OSError, wire.Garbled):
        return 0


def _telling(answers: int) -> Told:
    """Tells the parent how many pages were read, of how many: the first one, and then now and then."""
    due = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal due
        if time.monotonic() >= due:
            due = time.monotonic() + limits.TOLD_EVERY_S
            wire.send(answers, {"pages": [done, total]})

    return tell


def _own_output() -> int:
    """The pipe to the parent, out of reach of whatever a library may print."""
    answers = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    return answers


if __name__ == "__main__":
    sys.exit(main())
