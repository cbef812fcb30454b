"""What the command line needs Qt for, handed to it from outside: it loads no window itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.compose.house import Measured


class Printer(Struct, frozen=True):
    """Makes a PDF of a document, and measures the pages it fills (None where that cannot be told)."""

    pdf: Callable[[Document], bytes]
    measured: Callable[[Document], Measured | None]
