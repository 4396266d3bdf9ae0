"""What commands print as JSON is what their schemas say, of every shipped race and of some that none of them is."""

import json
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from replay.analysis.comparing import Side, compared
from replay.analysis.laps import lap_parts
from replay.analysis.positions import positions
from replay.analysis.reference import LEADER, MEAN, Reference, traced
from replay.analysis.season import season
from replay.answers.analysed import all_laps, compare_answer, laps_answer, positions_answer
from replay.answers.instant import state_answer
from replay.answers.listing import list_answer, listed
from replay.answers.parts import Schema
from replay.answers.projected import projected_answer, projection_of
from replay.answers.schemas import NAMES, answer_schema
from replay.answers.season import season_answer
from replay.answers.shown import show_answer
from replay.answers.splits import splits_answer
from replay.answers.spoken import calls_answer
from replay.answers.traced import trace_answer
from replay.commentary import call_race
from replay.export.values import race_json
from replay.files.formats import read_race
from replay.files.library import Library, shipped_folder
from replay.race.pacelights import target
from replay.race.problems import ReplayError
from replay.race.race import Race
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from tests.cli.running import Run, every_command
from tests.export.taking import take, unwatched

PATHS = sorted(shipped_folder().glob("*.yaml"))
OWN = {
    "hours.csv": "# duration: 6h\nname,distance,3h\nAda,61.2km,31km\nBea,60.0km,30km\n",
    "relay.yaml": """
race: Relay
event: 4x400m
entries:
  - {name: Oak, result: 3:20.0, legs: [Ann, Bea, Cat, Dot], splits: {400: 50.1, 800: 1:40.0, 1200: 2:30.0}}
  - {name: Elm, status: DNF, legs: [Eva, Fay, {name: Gil}, {name: Ida}], splits: {400: 51.0}}
""",
    "results.yaml": """
race: Results
event: mile
entries:
  - {name: Ann, result: 4:20.0}
  - {name: Bea, status: DQ}
  - {name: Cat, status: DNS}
  - {name: Dot, role: guest}
""",
}


@cache
def closed(command: str) -> Draft202012Validator:
    """A command's schema, which takes no key that it does not name."""
    return Draft202012Validator(_closed(answer_schema(command)))


def _closed(part: Any) -> Any:  # noqa: ANN401
    if isinstance(part, list):
        return [_closed(item) for item in part]
    if not isinstance(part, dict):
        return part
    shut = {key: _closed(value) for key, value in part.items()}
    return {"additionalProperties": False, **shut} if isinstance(part.get("properties"), dict) else shut


def hold(race: Race) -> None:
    """All that is printed of a race."""
    timeline = timeline_of(completed(race)[0])
    calls = call_race(timeline)
    closed("show").validate(show_answer(timeline.race))
    closed("calls").validate(calls_answer(calls))
    parts = lap_parts(timeline)
    closed("laps").validate(laps_answer(timeline, all_laps(timeline, parts), parts))
    closed("splits").validate(splits_answer(timeline, timeline.duration * 0.6))
    closed("splits").validate(splits_answer(timeline, timeline.duration, 0))
    closed("positions").validate(positions_answer(timeline, positions(timeline)))
    for part in (0.0, 0.5, 1.0):
        closed("state").validate(state_answer(timeline, timeline.at(timeline.duration * part)))
    closed("runner").validate(season_answer("", season([timeline], race.entries[0].name)))
    for reference in (LEADER, MEAN, Reference(entry=0), Reference(light=target("3:45"))):
        closed("trace").validate(trace_answer(timeline, traced(timeline, reference, timeline.duration * 0.6)))
    with suppress(ReplayError):  # some races are not projected
        closed("project").validate(projected_answer(projection_of(timeline, timeline.duration * 0.6, [])))
    if race.duration is None and len(race.entries) > 1:
        closed("compare").validate(compare_answer(compared([Side(timeline, 0), Side(timeline, 1)], 400.0)))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_shipped_race_is_printed_as_the_schemas_say(path: Path) -> None:
    hold(read_race(path)[0])


@pytest.mark.parametrize("name", sorted(OWN))
def test_so_is_a_race_for_distance_a_relay_and_one_of_which_little_is_known(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(OWN[name], encoding="utf-8")
    hold(read_race(path)[0])


def test_the_library_is_with_a_file_that_cannot_be_read(own_races: Path) -> None:
    (own_races / "broken.yaml").write_text("race: [", encoding="utf-8")
    answer = list_answer(listed(Library()))
    closed("list").validate(answer)
    assert any("error" in item for item in answer)
    assert any(item.get("kind") == "story" for item in answer)


def test_so_is_what_is_exported() -> None:
    closed("export").validate(json.loads(race_json(take(), unwatched)))


def test_a_schema_is_one_itself_and_says_what_each_key_is() -> None:
    for command in NAMES:
        schema = answer_schema(command)
        Draft202012Validator.check_schema(schema)
        assert silent(schema) == []


def silent(part: Schema, where: str = "") -> list[str]:
    """Where a schema has a key without a word on it."""
    found = [] if part.get("description", "").endswith(".") else [where]
    for key, value in part.get("properties", {}).items():
        found += silent(value, f"{where}/{key}")
    for key in ("items", "additionalProperties"):
        found += silent(part[key], f"{where}/*") if key in part else []
    return found


def test_every_command_that_prints_json_has_one(capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys)
    told = {name for name, command in every_command().items() if any("--json" in p.opts for p in command.params)}
    assert told <= set(NAMES)
    for name in NAMES:
        assert run.well("schema", name).json == answer_schema(name)
    assert "positions" in run.wrong("schema", "nothing")
