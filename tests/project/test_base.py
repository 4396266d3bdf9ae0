"""What is installed without an extra: every shipped race, and a sentence that says what brings the rest."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from replay.race.problems import MissingExtra, needing
from tests.depth import some
from tests.places import RACES, ROOT

BRINGS = "`pip install 'race-replay[own]'` brings it"

WITHOUT = """
import sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"numpy", "highspy"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Hidden())
from replay.cli import main
"""
"""A program that has not what the extra `own` brings."""

PLAYED = """
from replay.commentary import call_race
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.files.library import Library
from replay.reconstruction import is_sparse
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame

library, played = Library(), 0
for file in library.files():
    if file.id in NAMED:
        race = library.read(file).race
        assert not is_sparse(race), file.id
        timeline = timeline_of(race)
        picture = picture_of(timeline, look_of(DARK), call_race(timeline))
        for share, view in ((0.0, View()), (0.7, View(chart="trace")), (1.0, View())):
            assert len(frame(picture, view, timeline.duration * share, Size(120, 40)).rows) == 40
        played += 1
print(played)
"""


def without(program: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", WITHOUT + program]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=env, check=False)


def test_every_shipped_race_plays_to_its_end() -> None:
    names = some(sorted(path.stem for path in RACES.glob("*.yaml")), 3)
    done = without(f"NAMED = {names}\n{PLAYED}")
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(names)


def test_what_is_asked_of_a_shipped_race_is_answered(tmp_path: Path) -> None:
    race = "rio-2016-800m"
    asked = [
        ["list"],
        ["show", race],
        ["state", race, "--at", "bell"],
        ["calls", race],
        ["frame", race, "--at", "bell"],
    ]
    asked += [["export", race, "-o", f"{race}.{ending}"] for ending in ("csv", "json", "yaml")]
    asked += [["export", race, "-o", "bell.svg", "--at", "bell"], [race, "--plain"]]
    asked += [["frame", race, "--at", "bell", "--vs", "oregon-2022-1500m:Kerr"]]
    done = without(f"for words in {asked!r}:\n    assert main(words) == 0, words", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_race_of_ones_own_plays_without_estimates_and_a_large_one_says_what_brings_it(tmp_path: Path) -> None:
    for name, runners in (("few", 5), ("many", 201)):
        lines = [f"Runner {at},3:{at // 10 + 40}.{at % 10}0" for at in range(runners)]
        (tmp_path / f"{name}.csv").write_text("\n".join(["name,finish", *lines]), encoding="utf-8")
    ask = "codes = [main([f'{name}.csv', '--distance', 'mile', '--plain']) for name in ('few', 'many')]\nprint(codes)"
    done = without(ask, tmp_path)
    assert done.stdout.splitlines()[-1] == "[0, 2]"
    assert "Runner 4" in done.stdout
    few, many = (line for line in done.stderr.splitlines() if BRINGS in line)
    said = f"race-replay: NumPy is not installed; {BRINGS}, for"
    assert few == f"{said} estimates of what the reports leave open; nothing is estimated"
    assert many == f"{said} fields of more than 200 runners"


def test_only_what_the_extra_brings_is_told_as_missing() -> None:
    with pytest.raises(MissingExtra, match=r"HiGHS is not installed.*for clouds"), needing("clouds"):
        raise ModuleNotFoundError(name="highspy.core")
    with pytest.raises(ModuleNotFoundError), needing("clouds"):
        raise ModuleNotFoundError(name="replay.clouds")


def test_the_extra_is_no_dependency_and_comes_with_the_test_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {line.partition(">")[0] for line in project["optional-dependencies"]["own"]} == {"numpy", "highspy"}
    assert not [line for line in project["dependencies"] if line.startswith(("numpy", "highspy"))]
    assert any("own" in line for line in project["optional-dependencies"]["test"] if line.startswith("race-replay["))
