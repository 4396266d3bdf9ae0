"""What a time can mean, and which of it is taken."""

import pytest

from replay.files.table.values import notations
from replay.files.table.values.notations import NOTATIONS, Notation, likeness, read_as
from replay.files.table.values.times import Cell, read_cell
from replay.race.limits import fewest_seconds
from tests.files.table.test_reader import reading
from tests.together import together

WAYS = (
    "plain",
    "h:mm",
    "mm:ss:00",
    "m:ss:ff",
    "hhmmss",
    "m.ss",
    "h.mm",
    "min",
    "day",
    "1/100",
    "1/1000",
    "0.1 ms",
    "h",
)
CLOCK = ("plain", "h:mm", "m.ss", "min", "day", "h")
"""The ways in which whatever has colons is what it plainly is."""
PLAINLY = ("plain", "m:ss:ff")
"""The ways in which a number by itself is seconds."""


def ways(names: tuple[str, ...], seconds: float) -> dict[str, float]:
    return dict.fromkeys(names, seconds)


@together(
    ("text", "seconds"),
    [
        ("1:02:03", ways(CLOCK, 3723) | {"m:ss:ff": 62.03}),
        ("1.02.03", ways(CLOCK, 3723) | {"m:ss:ff": 62.03}),
        ("1:02:03.5", ways(CLOCK, 3723.5)),
        ("2:03", ways((*CLOCK, "mm:ss:00", "m:ss:ff"), 123) | {"h:mm": 7380}),
        ("2:03.5", ways(("plain", "mm:ss:00", "m:ss:ff", "m.ss", "min", "day", "h"), 123.5)),
        ("2:60", {}),
        ("12:34:00", ways(CLOCK, 45_240) | ways(("mm:ss:00", "m:ss:ff"), 754)),
        ("12:60:00", {}),
        ("12:34:60", {"m:ss:ff": 754.6}),
        ("1:02:03:04", ways(CLOCK, 93_784) | {"m:ss:ff": 3723.04}),
        ("1:23:59:00", ways(CLOCK, 172_740) | {"m:ss:ff": 5039}),
        ("1:24:00:00", {"m:ss:ff": 5040}),
        ("1:60:03:04", {}),
        ("1:02:60:04", {}),
        ("4'05\"", ways((*CLOCK, "mm:ss:00", "m:ss:ff"), 245)),
        ("2.03", ways(PLAINLY, 2.03) | {"m.ss": 123, "h.mm": 7380, "min": 121.8, "day": 175_392, "h": 7308}),
        ("2.60", ways(PLAINLY, 2.6) | {"min": 156, "day": 224_640, "h": 9360}),
        ("2.034", ways(PLAINLY, 2.034) | {"min": 122.04, "day": 175_737.6, "h": 7322.4}),
        (
            "010502",
            {"hhmmss": 3902, "m.ss": 630_120, "h.mm": 37_807_200, "min": 630_120, "day": 907_372_800, "h": 37_807_200}
            | {"1/100": 105.02, "1/1000": 10.502, "0.1 ms": 1.0502},
        ),
        (
            "125960",
            ways(PLAINLY, 125_960)
            | {"m.ss": 7_557_600, "h.mm": 453_456_000, "min": 7_557_600, "day": 10_882_944_000, "h": 453_456_000}
            | {"1/100": 1259.6, "1/1000": 125.96, "0.1 ms": 12.596},
        ),
    ],
)
def test_a_time_is_so_many_seconds_in_each_way_to_read_it(text: str, seconds: dict[str, float]) -> None:
    cell = read_cell(text)
    assert cell is not None
    found = {way: told for way, kind in zip(WAYS, NOTATIONS, strict=True) if (told := kind.seconds(cell)) is not None}
    assert {way: round(told, 6) for way, told in found.items()} == seconds
    for kind in NOTATIONS:  # who has none of its forms need not be asked
        assert cell.form in kind.forms or kind.seconds(cell) in (None, NOTATIONS[0].seconds(cell))


def test_a_column_is_read_in_no_way_that_makes_nothing_else_of_its_times(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def told(kind: Notation) -> Notation:
        def seconds(cell: Cell) -> float | None:
            asked.append(kind.name)
            return kind.seconds(cell)

        return kind._replace(seconds=seconds)

    monkeypatch.setattr(notations, "NOTATIONS", tuple(map(told, NOTATIONS)))
    wild = [cell for text in ("1:00:00", "7:00:00", "9:59:59") if (cell := read_cell(text)) is not None]
    assert read_as(wild, 100.0)[0].name == ""
    assert len(set(asked)) == 2


@together(
    ("cells", "metres", "way", "likely"),
    [
        ("2:03:10 2:05:00", 42_195, "plain", 1.0),
        ("2:03 2:05", 42_195, "h:mm", 1.0),
        ("2:03 2:05 3:10:00", 42_195, "h:mm", 1.0),
        ("2:03 2:05 2:06:01 2:07:01", 42_195, "h:mm", 1.0),
        ("2:03 2:06:00 2:07:00 2:08:00", 42_195, "plain", 0.75),
        ("4:05:00 4:06:00", 1500, "mm:ss:00", 1.0),
        ("4:05:10 4:06:20", 1500, "m:ss:ff", 1.0),
        ("010502 010601", 21_097.5, "hhmmss", 1.0),
        ("4.05 4.10", 1500, "m.ss", 1.0),
        ("2.05 2.10", 42_195, "h.mm", 1.0),
        ("4.75 4.80", 1500, "min", 1.0),
        ("0.0903 0.0912", 42_195, "day", 1.0),
        ("24510 24620", 1500, "1/100", 1.0),
        ("245100 246200", 1500, "1/1000", 1.0),
        ("2451000 2462000", 1500, "0.1 ms", 1.0),
        ("2.751 2.803", 42_195, "h", 1.0),
        ("2:03 2:60", None, "plain", 0.5),
        ("", 1500, "plain", 0.0),
        ("3:00", 1500, "plain", 0.5),
        ("3:00", 0, "plain", 0.0),
        ("0:01", 1, "plain", 0.6),
    ],
)
def test_a_column_is_read_as_what_people_run(cells: str, metres: float | None, way: str, likely: float) -> None:
    found, worth = read_as([cell for text in cells.split() if (cell := read_cell(text))], metres)
    assert (WAYS[NOTATIONS.index(found)], worth) == (way, likely)


@together(
    ("below", "at", "ratio"), [(0.0, 0.5, 0.5), (0.5, 1.0, 1.0), (1.0, 0.6, 3.2), (0.6, 0.2, 6.5), (0.2, 0.0, 16.0)]
)
def test_how_likely_a_time_is_by_what_a_human_needs_at_least(below: float, at: float, ratio: float) -> None:
    least = fewest_seconds(1500.0, standing=True)
    assert (likeness(least * ratio * 0.9999, 1500.0), likeness(least * ratio * 1.0001, 1500.0)) == (below, at)


def test_nobody_runs_no_distance_and_in_no_time() -> None:
    assert likeness(10.0, 0.0) == likeness(0.0, 1500.0) == 0.0


def test_a_point_at_nought_is_no_reason_to_fall_over() -> None:
    found = reading("name,0,0,400,time\nAda,0:00,0:01,1:02,4:10\nBea,0:00,0:02,1:03,4:11\n", distance=1500.0)
    assert found.race is not None


def test_minutes_and_seconds_beside_others_with_tenths() -> None:
    text = "3000 m\nName,Time\nAda Alfa,9.12.4\nBea Beta,10.44.3\nCia Ash,13.50.2\nDot Elm,14.10.0\nEve Oak,16.21\n"
    race = reading(text).race
    assert race is not None
    assert [(entry.result.seconds, entry.result.text) for entry in race.entries if entry.result is not None][::4] == [
        (552.4, "9:12.4"),
        (981.0, "16:21"),
    ]
