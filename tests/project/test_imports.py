"""What is imported when, seen from outside: contracts in pyproject.toml say the same of the source."""

import pkgutil
import subprocess
import sys
import tomllib

import replay
from tests.places import ROOT

OUTER = {"__main__", "cli", "tui", "web"}
CORE = sorted(module.name for module in pkgutil.iter_modules(replay.__path__) if module.name not in OUTER)


def imported(program: str) -> set[str]:
    """Top names of the modules that a program ends with."""
    program = f"{program}\nimport sys\nprint('imported', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.rpartition("imported")[2].split()}


def test_the_whole_core_runs_without_textual_and_rich() -> None:
    names = [
        name
        for _, name, _ in pkgutil.walk_packages(replay.__path__, "replay.")
        if name.split(".")[1] not in OUTER
    ]  # fmt: skip
    assert len(names) > 40
    assert not imported("\n".join(f"import {name}" for name in names)) & {"textual", "rich"}


def test_what_is_printed_needs_neither_textual_nor_rich_and_what_works_nothing_out_no_numpy() -> None:
    """One program runs them one after the other: what any of them imports is there at its end."""
    first = [["list"], ["check", "races"], ["schema"]]
    races = ("bowerman-mile-2024", "london-mile-2026")
    then = [
        [words[0], race, *words[1:]] for race in races for words in (["show"], ["state", "--at", "bell"], ["calls"])
    ]
    extras = {"numpy", "highspy", "scipy", "fitdecode", "pypdf", "python_calamine"}
    program = f"""
import sys
from replay.cli import main
for words in {first}:
    assert main(words) == 0, words
assert not {extras} & sys.modules.keys()
for words in {then}:
    assert main(words) == 0, words
"""
    assert not imported(program) & {"textual", "rich"}


def test_to_read_our_own_races_nothing_is_imported_that_reads_tables() -> None:
    """A hundred modules with as many words and forms took half of the time until a race is there."""
    program = """
import sys
from replay.files.library import Library
races = [item for item in map(Library().read, Library().files()) if item.race is not None]
assert len(races) > 15
tables = {name for name in sys.modules if name.startswith("replay.files.table.")}
assert tables <= {"replay.files.table.lapped"}, tables
"""
    assert "yaml" in imported(program)


def test_the_first_frame_of_a_small_race_needs_no_numpy() -> None:
    program = """
from replay.drawing.view import Hint, View
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.files.library import Library
from replay.state.timeline import Timeline
from replay.tui.app import ReplayApp
from replay.tui.replay_screen import ReplayScreen
from replay.viewing.frame import Size, frame
screen = ReplayScreen(Timeline(Library().race("london-mile-2026")[0]), look_of(DARK, False))
hints = (Hint("q", "menu", "back", 1),)
frame(screen.viewer.picture, View(hints=hints), 100.0, Size(120, 40)).rows
"""
    found = imported(program)
    assert "textual" in found
    assert not found & {"numpy", "highspy", "scipy", "jsonschema"}


def test_the_first_frame_of_the_menu_needs_nothing_of_a_race() -> None:
    program = """
import sys
import replay.cli, replay.tui.app, replay.tui.menu_screen
late = {"race.race", "race.track", "files.yaml", "files.story", "state", "commentary"}
late |= {"drawing.pages.menu", "drawing.course"}
early = late & {name.removeprefix("replay.") for name in sys.modules}
assert not early, early
"""
    assert "yaml" not in imported(program)


def test_the_contract_names_every_module_of_the_core() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    core = next(contract for contract in contracts if contract["type"] == "forbidden")
    assert sorted(core["source_modules"]) == [f"replay.{name}" for name in CORE]
