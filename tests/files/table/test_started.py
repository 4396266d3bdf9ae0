"""When each runner was started."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.said import said
from replay.files.source import Choices, Source
from replay.files.table.started import LATEST, after_first, seconds_of_day
from replay.files.table.values.times import read_cell
from replay.race.race import Status
from tests.files.table.test_reader import reading
from tests.files.table.test_results import told
from tests.together import together


@together(
    ("text", "seconds"),
    [
        ("10:00:05", 36_005.0),
        ("10:00", 36_000.0),
        ("10:00:05.5", 36_005.5),
        ("10:00:05 PM", 79_205.0),
        ("47:59:59", 172_799.0),
        ("48:00:00", None),
        ("10:60:00", None),
        ("10:00:60", None),
        ("10:59:59", 39_599.0),
        ("36005", None),
        ("soon", None),
    ],
)
def test_a_time_of_day_is_seconds_since_midnight(text: str, seconds: float | None) -> None:
    assert seconds_of_day(read_cell(text)) == seconds


@together(
    ("starts", "since"),
    [
        ([36_000.0, 36_030.0, None], [0.0, 30.0, None]),
        ([36_030.0, 36_000.0], [30.0, 0.0]),
        ([36_000.0, 36_000.0 + LATEST, 36_000.0 + LATEST], [0.0, LATEST, LATEST]),
        ([36_000.0, 36_001.0 + LATEST, 36_001.0 + LATEST], [None, 0.0, 0.0]),  # too far from the middle
        ([36_000.0, 36_000.0, 36_001.0 + LATEST], [0.0, 0.0, None]),
        ([None], []),
        ([], []),
    ],
)
def test_starts_count_from_the_first_that_is_near_the_others(
    starts: list[float | None], since: list[float | None]
) -> None:
    assert after_first(starts) == since


@together(
    ("starts", "delays"),
    [
        ("5:00:00 5:00:30 5:01:00", [0.0, 30.0, 60.0]),
        ("4:59:59 5:00:30 5:01:00", [17_999.0, 18_030.0, 18_060.0]),  # these are after the gun
        ("0:10 6:00:00 0:30", [10.0, LATEST, 30.0]),
        ("0:10 6:00:01 0:30", [None, None, None]),
        ("0:00 - 0:00", [None, None, None]),
        ("DNS 0:30 0:40", [None, 30.0, 40.0]),
    ],
)
def test_a_column_of_starts_has_times_of_day_or_delays(starts: str, delays: list[float | None]) -> None:
    rows = "".join(
        f"{name},{start},3{k}:00\n" for k, (name, start) in enumerate(zip("ABC", starts.split(), strict=True))
    )
    assert [delay for _, _, delay in told("name,start,time\n" + rows)[1]] == delays


@together(
    ("gun", "delays"),
    [
        ("09:59:50", [10.0, 40.0]),
        ("04:00:00", [LATEST, LATEST + 30]),
        ("03:59:59", [0.0, 30.0]),  # another day's, or another race's
        ("10:00:01", [0.0, 30.0]),
        ("-", [0.0, 30.0]),
    ],
)
def test_beside_the_gun_s_time_of_day_starts_count_from_that(gun: str, delays: list[float]) -> None:
    text = f"name,gun start,start,time\nA,{gun},10:00:00,30:00\nB,{gun},10:00:30,31:00\n"
    assert [delay for _, _, delay in told(text)[1]] == [delay if delay <= LATEST else None for delay in delays]


@together(
    ("late", "delays"),
    [
        ("0 33 52", [0.0, 33.0, 52.0]),  # two seconds after the starts that are said: they are the same
        ("0 40 53", [0.0, 70.0, 103.0]),  # else the starts are those of waves
        ("0 31 53", [0.0, 31.0, 53.0]),  # most of them are the same
    ],
)
def test_a_start_is_ones_own_or_that_of_a_wave(late: str, delays: list[float]) -> None:
    starts = ("10:00:00", "10:00:30", "10:00:50")
    rows = [
        f"{name},{start},3{k}:{int(after):02d},3{k}:00"
        for k, (name, start, after) in enumerate(zip("ABC", starts, late.split(), strict=True))
    ]
    assert [delay for _, _, delay in told("\n".join(["name,start,gun time,chip time", *rows, ""]))[1]] == delays


def test_a_chip_time_is_hours_after_the_gun_s_at_the_most() -> None:
    for late, delay in (("6:30:00", LATEST), ("6:30:01", None), ("29:59", None)):
        text = f"name,gun time,chip time\nA,{late},30:00\nB,31:10,31:00\nC,32:10,32:00\n"
        assert [start for _, _, start in told(text)[1]] == [delay, 10.0, 10.0]


def test_most_results_are_gaps_or_none_is() -> None:
    assert [time for _, time, _ in told("name,time\nA,30:00\nB,+10.5\nC,30:20\n")[1]][2] == "30:20"
    assert [time for _, time, _ in told("name,time\nA,30:00\nB,+10.5\nC,+20.5\nD,30:40\n")[1]] == [
        "30:00",
        "30:10.5",
        "30:20.5",
        "30:40",
    ]


TRAIL = """\
Trail of the Wolves 62 km
Saturday 6 September 2025 - Partenza ore 06:00
Pos;Name;Elm km 14 (cut 09:00);Passo Lupo km 29 (cut 12:30);Lake km 45;Arrivo km 62;Tempo
1;Ada Alfa;07:21:10;09:14:32;11:25:08;13:20:45;7:20:45
2;Bea Beta;07:22:03;09:17:40;11:31:55;13:33:10;7:33:10
3;Cia Gamma;07:29:44;09:36:18;12:04:21;14:21:57;8:21:57
;Dot Delta;08:31:15;12:14:06;16:41:20;;Fuori tempo
"""


@together("said", [" - Partenza ore 06:00", " - Start 06:00", ""])
def test_checkpoints_are_times_of_day_where_the_start_is_said_or_shows(said: str) -> None:
    found = reading(TRAIL.replace(" - Partenza ore 06:00", said))
    assert found.race is not None
    first, *_, last = found.race.entries
    assert [(split.distance, split.time.seconds) for split in first.splits] == [
        (14_000, 4870),
        (29_000, 11_672),
        (45_000, 19_508),
    ]
    assert last.status is Status.DNF
    assert any("times of day, read from each runner's start" in one for one in found.understood.assumed)
    assert any("the race began at 6:00:00" in one for one in found.understood.assumed) == (not said)


def test_times_that_fit_nobody_may_be_of_day_and_that_is_said() -> None:
    rows = [line.split(";") for line in TRAIL.replace(" - Partenza ore 06:00", "").splitlines()]
    found = reading("\n".join(";".join([*row[:5], *row[6:]]) for row in rows))
    assert any("such as --start 9:00" in problem.hint for problem in found.problems)


def test_starts_that_are_counted_are_those_of_everybody_also_of_who_has_no_other_time() -> None:
    rows = "A,0,16:00,30:00,30:00\nB,300400,16:10,30:20,35:20.4\nC,2600,16:40,,\n"
    for title in ("startOffsetMs", "start offset (ms)", "wave delay [ms]"):
        made = told(f"name,{title},4000,net,gun\n{rows}")[1]
        assert [start for _, _, start in made] == [0, 300.4, 2.6]


MOMENTS = """Name,5KM,Finish,Gross time
Ada Alfa,2019-04-07 10:47:20,2019-04-07 11:04:10,00:34:10
Bo Beta,2019-04-07 10:47:50,2019-04-07 11:05:30,00:35:30
Cy Gamma,2019-04-07 10:48:20,2019-04-07 11:06:40,00:36:40
"""


@pytest.mark.parametrize("start", [None, "10:30:00"])
@pytest.mark.parametrize("day", ["2019-04-07 ", ""])
def test_moments_at_points_count_from_the_start_that_is_said_or_follows_from_the_finish(
    start: str | None, day: str
) -> None:
    text = MOMENTS.replace("2019-04-07 ", day)
    choices = said(Choices(), "start", start) if start else Choices()
    race = read_source(Source(text.encode(), Path("10km.csv")), choices).race
    assert race is not None
    splits = [[(split.distance, split.time.seconds) for split in entry.splits] for entry in race.entries]
    assert splits == [[(5000, 1040)], [(5000, 1070)], [(5000, 1100)]]
    assert [entry.result.seconds for entry in race.entries if entry.result] == [2050, 2130, 2200]


def test_a_start_given_without_its_day_is_on_that_of_the_times() -> None:
    text = "Name,5KM,10KM\nAda,2019-04-07 10:47:20,2019-04-07 11:04:10\nBo,2019-04-07 10:47:50,2019-04-07 11:05:30\n"
    race = read_source(Source(text.encode(), Path("10km.csv")), said(Choices(), "start", "10:30:00")).race
    assert race is not None
    assert [entry.splits[0].time.seconds for entry in race.entries] == [1040, 1070]
