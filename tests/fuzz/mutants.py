"""Sound files damaged by somebody who knows their format: members, elements, objects, headers, keys.

What comes out is still a file of its kind more often than not: it gets past the door and meets the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.fuzz.damage import CANARY, bytes_mutant
from tests.fuzz.letters import json_mutant, mail_mutant, pdf_mutant, rtf_mutant, template_mutant, text_mutant
from tests.fuzz.markup import package_mutant, page_mutant

MOST_BYTES = 20_000_000
MUTATORS: dict[str, Callable[[Random, bytes], bytes]] = {
    "page": page_mutant,
    "text": text_mutant,
    "package": package_mutant,
    "pdf": pdf_mutant,
    "rtf": rtf_mutant,
    "mail": mail_mutant,
    "json": json_mutant,
    "outlook": bytes_mutant,
    "note": json_mutant,
    "template": template_mutant,
}


def mutant(chance: Random, kind: str, data: bytes, canary: str) -> bytes:
    """The file, changed in one to six places, and now and then damaged as bytes too."""
    made = data
    for _ in range(chance.randint(1, 6)):
        made = MUTATORS[kind](chance, made)[:MOST_BYTES]
    if chance.random() < 0.2:
        made = bytes_mutant(chance, made)
    return made.replace(CANARY.encode(), canary.encode())
