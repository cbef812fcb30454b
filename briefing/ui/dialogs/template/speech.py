"""What the template dialogs say: names of keys and choices, and of what is wrong with a value."""

from __future__ import annotations

from briefing.template.flaws import Flaw
from briefing.template.keys import Key
from briefing.words import Words


def label_of(words: Words, table: str, key: Key) -> str:
    """What a key is called; a key without words of its own by its declaration."""
    try:
        return words(f"templates.key_{table}_{key.name}" if table else f"templates.key_{key.name}")
    except KeyError:
        return key.says[:1].upper() + key.says[1:]


def choice_of(words: Words, table: str, key: Key, choice: str) -> str:
    """What a choice is called: by its key's words, else by those all keys share, else by itself."""
    for name in (f"choice_{table}_{key.name}_{choice}", f"choice_{choice}"):
        try:
            return words(f"templates.{name}")
        except KeyError:
            continue
    return choice


def flaw_sentence(words: Words, flaw: Flaw) -> str:
    """What is wrong with a value, and the nearest right word where there is one."""
    name = f"flaw_{flaw.key.kind if flaw.why == 'value' else flaw.why.replace('-', '_')}"
    said = words(f"templates.{name}", found=flaw.found, low=f"{flaw.key.low:g}", high=f"{flaw.key.high:g}")
    return f"{said} {words('templates.flaw_nearest', nearest=flaw.nearest)}" if flaw.nearest else said
