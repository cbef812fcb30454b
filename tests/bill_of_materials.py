"""`python -m tests.bill_of_materials SBOM.json`: fails on a licence the program must not ship with."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

MAY_BE_LGPL = re.compile(r"(?i)(pyside6|shiboken6)")
STRONG = re.compile(r"(?i)\b(?:A?GPL|GNU (?:affero )?general public)")
CHOICE = re.compile(r"(?i)\bOR\b|\bLGPL|lesser general public")


def main(path: Path) -> int:
    """Prints each part with its licence; 1 if one may not be shipped, or if there is none at all."""
    parts = json.loads(path.read_text(encoding="utf-8")).get("components", [])
    refused = [name for name, licences in map(_told, parts) if not _may_ship(name, licences)]
    for name, licences in sorted(map(_told, parts)):
        print(f"{name:<28} {'; '.join(licences) or 'unknown'}")
    print(f"{len(parts)} parts; not to be shipped: {', '.join(refused) or 'none'}")
    return 1 if refused or not parts else 0


def _told(part: dict[str, object]) -> tuple[str, tuple[str, ...]]:
    entries = part.get("licenses")
    named = [_name(entry) for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return str(part.get("name")), tuple(name for name in named if name)


def _name(entry: dict[str, object]) -> str:
    licence = entry.get("license")
    if isinstance(licence, dict):
        return str(licence.get("id") or licence.get("name") or "")[:60]
    return str(entry.get("expression") or "")


def _may_ship(name: str, licences: tuple[str, ...]) -> bool:
    if MAY_BE_LGPL.match(name):
        return any("LGPL" in licence or "Lesser" in licence for licence in licences)
    return not any(STRONG.search(licence) and not CHOICE.search(licence) for licence in licences)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
