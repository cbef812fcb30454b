"""The recipe of the one-folder build names all that no import statement does, and nothing that is not there."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest

# What import statements at the top of our modules lead to by themselves.
FOUND_BY_IMPORT = {"pyside6", "pyside6-essentials", "python-docx", "certifi"}


@pytest.fixture
def packages(repository: Path) -> list[str]:
    tree = ast.parse((repository / "packaging" / "freeze.py").read_text(encoding="utf-8"))
    told = (n for n in tree.body if isinstance(n, ast.Assign))
    named = {t.id: n.value for n in told for t in n.targets if isinstance(t, ast.Name)}
    return ast.literal_eval(named["PACKAGES"])


def test_each_package_of_the_recipe_is_there(packages):
    assert [name for name in packages if find_spec(name) is None] == []


def test_each_dependency_is_in_the_recipe(packages, repository):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=!~;\[ ]", line)[0].lower() for line in project["dependencies"]} - FOUND_BY_IMPORT
    owners = packages_distributions()
    carried = {owner.lower().replace("_", "-") for name in packages for owner in owners.get(name, ())}
    assert {name.replace("_", "-") for name in wanted} - carried == set()


def test_what_the_recipe_takes_along_is_there(repository):
    assert (repository / "resources").is_dir()
    icons = repository / "resources" / "icons" / "app"
    assert all((icons / name).is_file() for name in ("app.ico", "app.icns", "256.png"))
