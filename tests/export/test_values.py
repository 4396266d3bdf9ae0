"""Numbers, read with the libraries that everybody reads them with."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from replay.answers.shown import show_answer
from replay.export.values import COLUMNS, STEPS, positions, race_json, splits_csv
from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Clock, Entry, Evidence, Race, Split, Status, Time
from replay.state.timeline import Timeline
from tests.builders import entry, race, splits
from tests.export.taking import take, unwatched
from tests.miles import MILE, TIMELINE


def test_each_time_has_a_row_with_its_evidence() -> None:
    rows = list(csv.DictReader(io.StringIO(splits_csv(take(), unwatched).decode())))
    assert tuple(rows[0]) == COLUMNS
    kerr = [row for row in rows if row["name"] == "Josh Kerr"]
    assert [(row["distance_m"], row["time"], row["evidence"]) for row in kerr] == [
        ("800.0", "1:53.0", "measured"), ("1200.0", "2:50.70", "measured"), ("1609.344", "3:45.34", "measured"),
    ]  # fmt: skip


def test_times_have_the_digits_they_were_given() -> None:
    text = "# distance_m: 800\nplace,name,400,time\n1,A,62.1h,2:08.4h\n2,B,1:02,2:09.012\n3,C,63.0,2:11.1h *\n"
    ran = read_source(Source(text.encode(), Path("digits.csv")), Choices()).race
    assert ran is not None
    made = splits_csv(take(timeline=Timeline(ran)), unwatched)
    rows = csv.DictReader(io.StringIO(made.decode()))
    assert [row["time"] for row in rows] == ["1:02.1", "2:08.4", "1:02", "2:09.012", "1:03.0", "2:11.1"]
    back = read_source(Source(made, Path("back.csv")), Choices()).race
    assert back is not None
    assert [(one.result, times(one)) for one in back.entries] == [(one.result, times(one)) for one in ran.entries]


def test_who_has_no_time_has_a_row_too() -> None:
    rows = list(csv.DictReader(io.StringIO(splits_csv(take(), unwatched).decode())))
    assert [row["time"] for row in rows if row["name"] == "Abel Kipsang"] == [""]
    assert {row["name"] for row in rows} == {one.name for one in MILE.entries}


def test_no_name_is_a_formula_in_a_spreadsheet() -> None:
    nasty = race(entry("=1+1", 240.0, {800: "2:00"}, nation="@x", bib="-7"), entry("+Ada", 241.0), distance=1500.0)
    rows = list(csv.reader(io.StringIO(splits_csv(take(timeline=Timeline(nasty)), unwatched).decode())))
    assert rows[1][1:4] == ["'=1+1", "'@x", "'-7"]
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@")]


def test_the_table_is_read_as_the_race_it_is_of() -> None:
    guessed = splits({400: 63.1, 800: 125.9}, Evidence.ESTIMATED)
    ran = race(
        entry("=Ada", 240.0, {400: 61.0, 800: 121.5, 1200: 184.2}, nation="NOR", place=1),
        replace(entry("Bea", 250.0, nation="KEN", place=2), splits=guessed),
        entry("Cyd", None, {400: 62.0}, nation="GBR", status=Status.DNF),
        distance=1500.0,
    )
    made = splits_csv(take(timeline=Timeline(ran)), unwatched)
    back = read_source(Source(made, Path("back.csv")), Choices()).race
    assert back is not None
    assert back.distance == 1500.0
    for one, other in zip(ran.entries, back.entries, strict=True):
        assert (other.name, other.nation, other.place, other.status) == (one.name, one.nation, one.place, one.status)
        assert times(other) == times(one)


def times(runner: Entry) -> list[tuple[float, float, Evidence]]:
    """When a runner was where, and how that is known."""
    known = [(split.distance, split.time.seconds, split.time.evidence) for split in runner.splits]
    end = runner.arrival
    known += [(end.distance, end.time.seconds, end.time.evidence)] if end is not None and end.margin is None else []
    return [*known, *([(0.0, runner.result.seconds, runner.result.evidence)] if runner.result else [])]


def test_json_has_what_show_answers_and_where_everybody_is() -> None:
    answer = json.loads(race_json(take(100.0, 110.5), unwatched))
    known = show_answer(MILE)
    assert {key: answer[key] for key in known} == json.loads(json.dumps(known))
    grid = answer["positions"]
    assert grid["times"] == [100.0 + second for second in range(11)]
    for number, runner in enumerate(grid["runners"]):
        for t, metres in zip(grid["times"], runner["distances"], strict=True):
            there = TIMELINE.motion.distance_at(number, t)
            assert metres == (None if there is None else pytest.approx(there, abs=0.006))


def test_a_large_field_has_a_wider_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.export.values.LARGEST", 50_000)
    long = Timeline(_crowd(20))
    grid = positions(take(0.0, long.duration, timeline=long), unwatched)
    assert grid["step"] in STEPS[1:]
    assert len(grid["times"]) * 20 <= 50_000 + 20


def _crowd(count: int) -> Race:
    return race(*(entry(f"Runner {number}", 7200.0 + number) for number in range(count)), distance=21097.5)


def test_waves_sprints_and_teams_come_back_as_they_were() -> None:
    late = replace(entry("Bea", 250.0, {400: 60.0}, place=2), start=12.5)
    chip = replace(race(entry("TV Nord", 240.0, {400: 61.0}, place=1), late, distance=800.0), clock=Clock.NET)
    sprint = race(entry("Ada", 10.9), entry("Bea", 11.0), distance=100.0)
    hours = [Split(far, Time(far / 2.0, Evidence.ESTIMATED)) for far in (14_400.0, 7200.0)]
    loops = (entry(name, status=Status.FINISHED, arrival=end) for name, end in zip(("Ada", "Bea"), hours, strict=True))
    backyard = race(*loops, distance=15_200.0, duration=7200.0)
    for ran in (chip, sprint, backyard):
        made = splits_csv(take(timeline=Timeline(ran)), unwatched)
        back = read_source(Source(made, Path("back.csv")), Choices()).race
        assert back is not None
        assert (back.distance, back.clock, back.duration) == (ran.distance, ran.clock, ran.duration)
        assert [(one.name, one.start or 0.0, times(one)) for one in back.entries] == [
            (one.name, one.start or 0.0, times(one)) for one in ran.entries
        ]
