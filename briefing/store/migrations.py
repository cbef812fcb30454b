"""Older files made new: one pure function for each step from version N to N+1."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Migration = Callable[[dict[str, object]], dict[str, object]]

MIGRATIONS: Mapping[int, Migration] = {}  # key: the version a step starts from; version 1 is the first


def migrated(
    tree: dict[str, object], version: int, newest: int, steps: Mapping[int, Migration] = MIGRATIONS
) -> dict[str, object]:
    """The values of a file of `version` as `newest` writes them. Raises KeyError if a step is missing."""
    for step in range(version, newest):
        tree = {**steps[step](tree), "version": step + 1}
    return tree
