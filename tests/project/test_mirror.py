"""Whoever knows a module finds its tests, and whoever knows a name finds its module."""

import re
from collections import Counter
from pathlib import Path

from tests.places import ROOT

SWEEPS = {"hostile", "project", "shipped", "terminal", "tui"}
"""Folders of tests that are of no one module: of the whole project, every shipped race, the terminal, the screens."""
MOST_LINES = 400
MODULES = sorted((ROOT / "replay").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def modules_of(path: Path) -> list[Path]:
    """The modules that a file of tests may be about: the one of its name, or the package of it that it stands in."""
    parts = path.relative_to(ROOT / "tests").with_suffix("").parts
    name = parts[-1].removeprefix("test_")
    place = ROOT.joinpath("replay", *parts[:-1])
    return [place / f"{name}.py", *([place / "__init__.py"] if place.name == name else [])]


def public(path: Path) -> bool:
    return not path.name.startswith("__")


def test_tests_are_found_by_the_name_of_what_they_test() -> None:
    named = [path for path in TESTS if path.name.startswith("test_")]
    of_modules = [path for path in named if path.relative_to(ROOT / "tests").parts[0] not in SWEEPS]
    assert [str(path) for path in of_modules if not any(module.exists() for module in modules_of(path))] == []


def test_no_file_is_too_long_to_be_read_at_once() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_bytes().splitlines()) for path in (*MODULES, *TESTS)}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_two_modules_are_called_alike_in_packages_called_alike() -> None:
    tails = Counter((path.parent.name, path.stem) for path in MODULES if public(path))
    assert [tail for tail, count in tails.items() if count > 1] == []


def test_no_module_has_the_name_of_a_package_beside_it() -> None:
    assert [str(path) for path in MODULES if path.with_suffix("").is_dir()] == []


def test_every_module_says_in_a_sentence_what_it_is() -> None:
    assert [str(path) for path in MODULES if not re.match(r'r?"""[^"\s]', path.read_text(encoding="utf-8"))] == []
