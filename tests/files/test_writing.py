"""A race written down and read again is the same race."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.writing import race_text
from replay.race.clocks import by_clock
from replay.race.legs import legs_of
from replay.race.race import Clock, Course, Entry, Evidence, Race, Role, Split, Status, Surface, Time
from tests.builders import entry, race
from tests.together import together

NAMES = st.lists(
    st.tuples(st.sampled_from(["Ada", "Bea", "Zoë", "Åse"]), st.sampled_from(["Alfa", "O'Beta", "de la Cruz", "Łuć"])),
    min_size=2,
    max_size=8,
    unique=True,
)


def again(one: Race, ending: str) -> Race:
    """The race that is read from what is written."""
    reading = read_source(Source(race_text(one, ending).encode(), Path(f"again{ending}")), Choices())
    assert reading.race is not None, reading.problems
    return reading.race


def told(entry: Entry) -> tuple[object, ...]:
    splits = [(split.distance, round(split.time.seconds, 3)) for split in entry.splits]
    result = None if entry.result is None else round(entry.result.seconds, 3)
    return (
        entry.name,
        entry.nation,
        entry.bib,
        entry.club,
        entry.sex,
        entry.category,
        entry.status,
        entry.place,
        result,
        splits,
    )


@pytest.mark.parametrize("ending", [".csv", ".yaml"])
@given(names=NAMES, hundredths=st.lists(st.integers(0, 3000), min_size=8, max_size=8), out=st.booleans())
def test_what_is_written_is_read_as_the_same(
    ending: str, names: list[tuple[str, str]], hundredths: list[int], out: bool
) -> None:
    runners = [
        entry(
            " ".join(name),
            round(240 + late / 100, 2),
            {400: round(60 + late / 400, 1), 1200: round(185 + late / 150, 1)},
            nation="NOR",
            bib=str(number),
            place=number,
            sex="FM"[number % 2],
            category="FM"[number % 2] + "40",
        )
        for number, (name, late) in enumerate(zip(names, sorted(hundredths), strict=False), 1)
    ]
    if out:
        runners[-1] = entry(" ".join(names[-1]), None, {400: 61.0}, status=Status.DNF, nation="KEN", bib="99")
    one = race(*runners, distance=1500.0)
    back = again(one, ending)
    assert back.distance == 1500.0
    assert [told(runner) for runner in back.entries] == [told(runner) for runner in one.entries]


@together("name", ["=1+1", "'=1+1", "''=x", "+Ada", "-Bea", "@Cyd", '=HYPERLINK("x")', "'Ada", "Ada =1"])
def test_no_name_is_a_formula_in_a_spreadsheet_and_each_comes_back(name: str) -> None:
    one = race(entry(name, 240.0, club="=club"), entry("Bea Beta", 241.0, bib="+7"), distance=1500.0)
    rows = list(csv.reader(race_text(one, ".csv").splitlines()))
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@")]
    assert [(runner.name, runner.club, runner.bib) for runner in again(one, ".csv").entries] == [
        (name, "=club", ""), ("Bea Beta", "", "+7"),
    ]  # fmt: skip


@together("title", ['said: "x"', "a # b", "- list", "NO", "1:54.31", "{map}", "Ünï"])
def test_a_title_may_be_any_text(title: str) -> None:
    plain = race(entry("Ada Alfa", 240.0), entry("Bea Beta", 241.0), distance=1500.0)
    assert again(replace(plain, title=title), ".yaml").title == title


def test_other_endings_are_refused_with_those_that_are_written() -> None:
    with pytest.raises(ValueError, match=r"\.yaml or \.csv"):
        race_text(race(entry("Ada Alfa", 240.0)), ".docx")


@together("ending", [".csv", ".yaml"])
@together("clock", [Clock.GUN, Clock.NET])
def test_starts_and_their_clock_are_written_too(ending: str, clock: Clock) -> None:
    starts = (0.0, 10.5, 600.0)
    runners = [
        replace(entry(f"Runner {number}", 1800.0 + number, {1000: 360.0}), start=start)
        for number, start in enumerate(starts)
    ]
    chip = race(*runners, distance=5000.0, clock=Clock.NET)
    back = again(by_clock(chip, clock), ending)
    assert [told(runner) for runner in by_clock(back, Clock.NET).entries] == [told(runner) for runner in chip.entries]
    assert tuple(runner.start for runner in back.entries) == starts


@pytest.mark.parametrize("ending", [".csv", ".yaml"])
def test_hand_times_thousandths_and_footnotes_come_back(ending: str) -> None:
    text = "# distance_m: 800\nplace,name,400,time\n1,A,62.1h,2:08.4h\n2,B,62.345,2:09.012\n3,C,63.0,2:11.1h *\n"
    one = read_source(Source(text.encode(), Path("hand.csv")), Choices()).race
    assert one is not None
    back = again(one, ending)
    assert [told(runner) for runner in back.entries] == [told(runner) for runner in one.entries]
    assert [runner.result for runner in back.entries] == [runner.result for runner in one.entries]


@together("ending", [".yaml", ".csv"])
def test_a_pool_of_short_lanes_marks_a_pacemaker_and_a_note_come_back(ending: str) -> None:
    best = Time(119.0, Evidence.MEASURED, "1:59.0")
    one = race(
        entry("Ada van Alfa", 120.0, marks=("WR", "NR"), note="in a new suit", short="van Alfa", pb=best),
        entry("Bea Beta", None, status=Status.DNF, role=Role.PACEMAKER),
        distance=200.0,
        event="200 m freestyle",
        course=Course(Surface.POOL, 25.0),
    )
    back = again(one, ending)
    assert back.course == one.course
    assert back.event == one.event
    assert [(runner.marks, runner.role, runner.note) for runner in back.entries] == [
        (("WR", "NR"), None, "in a new suit"),
        ((), Role.PACEMAKER, ""),
    ]
    if ending == ".yaml":
        assert back.entries[0].short == "van Alfa"
        assert back.entries[0].pb == best


@together("legs", range(2, 13))
def test_the_legs_of_a_relay_come_back_however_many_they_are(legs: int) -> None:
    each, took = 42195 / legs, 9000 // legs
    names = legs_of([f"Ada {number}" for number in range(legs)], 42195.0, legs)
    splits: dict[float, float | str] = {each * number: float(took * number) for number in range(1, legs)}
    one = race(entry("Alfa", float(took * legs), splits, legs=names), distance=42195.0)
    for ending in (".yaml", ".csv"):
        (team,) = again(one, ending).entries
        assert [leg.name for leg in team.legs] == [leg.name for leg in names]
        assert [leg.start for leg in team.legs] == pytest.approx([leg.start for leg in names], abs=0.01)
        assert [split.distance for split in team.splits] == pytest.approx(list(splits), abs=0.01)
        assert [split.time.seconds for split in team.splits] == list(splits.values())


@together("ending", [".csv", ".yaml"])
@together("known", [Evidence.MEASURED, Evidence.REPORTED])
def test_a_time_that_a_report_gives_is_not_measured_when_it_comes_back(ending: str, known: Evidence) -> None:
    one = race(
        entry("Ada Alfa", 240.0, {400: 61.0}, evidence=known), entry("Bea Beta", "4:01", evidence=Evidence.ESTIMATED)
    )
    back = again(one, ending)
    times = [(runner.result, *(split.time for split in runner.splits)) for runner in back.entries]
    assert [[time.evidence for time in told if time is not None] for told in times] == [
        [known, known], [Evidence.ESTIMATED],
    ]  # fmt: skip


def test_a_race_file_says_of_each_time_how_it_is_known_and_whether_it_is_doubted() -> None:
    splits = (
        Split(400.0, Time(61.0, Evidence.REPORTED, "61.0")),
        Split(800.0, Time(122.0, Evidence.MEASURED, "2:02.0", doubtful=True)),
        Split(1200.0, Time(184.0, Evidence.ESTIMATED, "3:04.0")),
    )
    one = race(replace(entry("Ada Alfa", 240.0), splits=splits), entry("Bea Beta", 241.0))
    back = again(one, ".yaml").entries[0]
    assert [(split.time.evidence, split.time.doubtful) for split in back.splits] == [
        (Evidence.REPORTED, False), (Evidence.MEASURED, True), (Evidence.ESTIMATED, False),
    ]  # fmt: skip
    mixed = again(one, ".csv").entries
    assert {runner.result.evidence for runner in mixed if runner.result} == {Evidence.REPORTED}, "more than is known"


@together("metres", [13.087, 27.461, 100.5, 301.842, 999.999, 1234.567])
def test_a_mark_with_millimetres_is_no_number_of_thousands(metres: float) -> None:
    one = race(entry("Ada Alfa", 240.0, {metres: round(metres / 6, 2)}), entry("Bea Beta", 241.0, {400: 61.0}))
    assert [told(runner) for runner in again(one, ".csv").entries] == [told(runner) for runner in one.entries]


@together("ending", [".csv", ".yaml"])
def test_who_finished_though_nobody_gives_a_time_has_finished(ending: str) -> None:
    one = race(entry("Ada Alfa", 240.0), entry("Bea Beta", None, {400: 61.0}, status=Status.FINISHED), entry("Cy C"))
    assert [runner.status for runner in again(one, ending).entries] == [
        Status.FINISHED, Status.FINISHED, Status.UNKNOWN,
    ]  # fmt: skip
