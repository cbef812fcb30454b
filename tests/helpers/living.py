"""What is held in memory, also where the garbage collector does not look: values are kept out of its sight."""

from __future__ import annotations

import gc
from collections.abc import Iterator

from msgspec import Struct


def living() -> Iterator[object]:
    """Every object that anything the collector watches leads to, once each."""
    todo: list[object] = gc.get_objects()
    seen = set(map(id, todo))
    while todo:
        held = todo.pop()
        yield held
        fields = held.__struct_fields__ if isinstance(held, Struct) else ()
        for referent in (*gc.get_referents(held), *(getattr(held, name) for name in fields)):
            if isinstance(referent, (tuple, dict, Struct)) and id(referent) not in seen:
                seen.add(id(referent))
                todo.append(referent)
