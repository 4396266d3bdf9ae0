"""Tables of races for distance."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from replay.files.table.kinds import distances, hours
from replay.files.table.kinds.amounts import metres_in
from replay.files.table.reader import read
from replay.files.table.sheet import Sheet
from replay.files.writing import race_text
from replay.race.race import Entry, Race, Split, Status
from replay.state import timeline_of
from tests.builders import time
from tests.together import together


def reading(text: str, name: str = "a-race.csv", **choices: Any) -> Reading:  # noqa: ANN401
    return read(Source(text.encode(), Path(name)), Choices(**choices))


def made(text: str, name: str = "a-race.csv", **choices: Any) -> Race:  # noqa: ANN401
    found = reading(text, name, **choices)
    assert found.race is not None, [str(problem) for problem in found.problems]
    return found.race


def far(race: Race) -> list[float | None]:
    return [entry.arrival.distance if entry.arrival is not None else None for entry in race.entries]


def test_rows_that_all_stand_in_one_line_of_a_page_are_of_their_own_runners() -> None:
    rows = (("Athlete", "30 min", "60 min"), ("Ada Alfa", "9760", "19400"), ("Bea Beta", "9500", "18700"))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    race = read_source(Source(f"<table>{cells}</table>".encode(), Path("a.html")), Choices(duration=3600.0)).race
    assert race is not None
    assert far(race) == [19400, 18700]
    assert [[split.distance for split in entry.splits] for entry in race.entries] == [[9760], [9500]]


HOUR = "name,nation,distance\nAda Alfa,KEN,18517 m\nBea Beta,ETH,18341 m\n"


@together(
    ("text", "name", "choices", "duration"),
    [
        ("# event: 1 hour\n" + HOUR, "a.csv", {}, 3600.0),
        ("# duration: 1:00:00\n" + HOUR, "a.csv", {}, 3600.0),
        ("Stundenlauf - one hour\n" + HOUR, "a.csv", {}, 3600.0),
        (HOUR, "club_1h_2024.csv", {}, 3600.0),
        (HOUR, "a.csv", {"duration": 3600.0}, 3600.0),
        ('name,event,km\nA,24h,"221,520"\nB,24h,"214,004"\n', "a.csv", {}, 86_400.0),
        ("# event: 24-Stunden-Lauf\nname;km\nA;221,520\nB;214,004\n", "a.csv", {}, 86_400.0),
        ("# event: 12 Std.\nname;Strecke\nA;121.520 m\nB;114.004 m\n", "a.csv", {}, 43_200.0),
    ],
)
def test_a_race_for_distance_is_told_by_what_says_its_time(
    text: str, name: str, choices: dict[str, Any], duration: float
) -> None:
    race = made(text, name, **choices)
    assert race.duration == duration
    assert [entry.status for entry in race.entries] == [Status.FINISHED] * 2
    assert max(filter(None, far(race))) < race.distance


@together(
    ("title", "cell", "metres"),
    [
        ("distance", "18517 m", 18_517.0),
        ("distance", "18.517", 18_517.0),
        ("distance", "18.517 m", 18_517.0),
        ("distance", "18,517 km", 18_517.0),
        ("km", "18.517", 18_517.0),
        ("Distance (km)", "18,5", 18_500.0),
        ("miles", "11.5", 11.5 * 1609.344),
        ("metres", "18517", 18_517.0),
    ],
)
def test_distances_have_their_own_unit_or_the_headings(title: str, cell: str, metres: float) -> None:
    race = made(f"# event: 1 hour\nname;{title}\nAda Alfa;{cell}\n")
    assert far(race) == pytest.approx([metres], abs=0.01)


def test_who_came_farthest_has_won_and_those_level_share_their_place() -> None:
    race = made("# event: 1 hour\nname,metres,status\nA,18000,\nB,18500,\nC,18500,\nD,19000,DQ\nE,,DNS\nF,17000,DNF\n")
    timeline = timeline_of(race)
    final = timeline.at(3600.0)
    names = [(race.entries[runner.entry].name, runner.place, runner.status) for runner in final.standings]
    assert names == [
        ("B", 1, "finished"),
        ("C", 1, "finished"),
        ("A", 3, "finished"),
        ("F", 4, "finished"),
        ("D", None, "dq"),
        ("E", None, "dns"),
    ]
    assert [runner.gap_metres for runner in final.standings[:3]] == [0.0, 0.0, 500.0]
    assert timeline.duration == timeline.finish == 3600.0


def test_an_official_place_wins() -> None:
    race = made("# event: 1 hour\nplace,name,metres\n2,A,18500\n1,B,18500\n")
    final = timeline_of(race).at(3600.0)
    assert [race.entries[runner.entry].name for runner in final.standings] == ["B", "A"]


def test_nobody_is_ahead_while_nothing_is_known_of_the_way() -> None:
    race = made("# event: 1 hour\nname,metres\nA,18000\nB,18500\n")
    timeline = timeline_of(race)
    half = timeline.at(1800.0)
    assert not half.order_known
    assert {runner.place for runner in half.standings} == {None}
    assert timeline.at(3600.0).order_known


def test_columns_headed_by_a_time_say_how_far_everybody_was_by_then() -> None:
    race = made("# event: 24h\nname;6h;12h;km\nAda;61,2;118,3;221,52\nBea;66,5;;214,0\n")
    ada, bea = race.entries
    assert [(split.distance, split.time.seconds) for split in ada.splits] == [
        (61_200.0, 21_600.0),
        (118_300.0, 43_200.0),
    ]
    assert [(split.distance, split.time.seconds) for split in bea.splits] == [(66_500.0, 21_600.0)]


def test_laps_of_known_length_are_splits_and_the_last_is_where_he_stopped() -> None:
    race = made(
        "# event: 6 h\n# lap: 10 km\nname,Lap 1,Lap 2,Lap 3,Lap 4,Lap 5,Laps\nAda,50:00,52:00,55:00,60:00,70:00,5\n"
        "Bea,55:00,57:00,65:00,80:00,,4\n"
    )
    ada, _ = race.entries
    assert [split.distance for split in ada.splits] == [10_000.0, 20_000.0, 30_000.0, 40_000.0]
    assert (ada.arrival and ada.arrival.distance, ada.arrival and ada.arrival.time.seconds) == (50_000.0, 17_220.0)
    assert far(race) == [50_000.0, 40_000.0]
    assert timeline_of(race).at(21_600.0).standings[0].distance == 50_000.0


def test_a_backyard_race_has_a_lap_an_hour_until_one_is_left() -> None:
    race = made("Rank,Name,Laps\n1,Ada,31\nDNF,Bea,30\nDNF,Cia,24\n", "Big Backyard 2024.csv")
    assert race.duration == 31 * 3600.0
    assert far(race) == pytest.approx([207_873.6, 201_168.0, 160_934.4], abs=1)
    final = timeline_of(race).at(race.duration)
    assert [runner.place for runner in final.standings] == [1, 2, 3]
    later = timeline_of(race).at(25 * 3600.0)
    assert {race.entries[runner.entry].name: runner.distance for runner in later.standings}["Cia"] == pytest.approx(
        160_934.4, abs=1
    )


@together(
    ("text", "told"),
    [
        (HOUR, "give --distance 1h"),
        ("# event: 24h\nname,finish\nA,24:00:00\n", "no column says how far"),
        ("# event: 1 hour\nname,km\nA,231.5\nB,220.1\n", "nobody runs 231500 m in 1:00:00"),
        ("# event: 1 hour\nname,km\nA,x\nB,y\n", "no"),
    ],
)
def test_what_is_missing_is_asked_for(text: str, told: str) -> None:
    found = reading(text)
    assert found.race is None
    assert told in str(found.problems[-1])


@together(("km", "hours"), [(15, 1), (60, 6), (150, 12), (250, 24), (400, 48), (900, 144)])
def test_how_long_it_was_is_guessed_by_how_far_they_came(km: int, hours: int) -> None:
    found = reading(f"name,km\nAda,{km}\nBea,{km * 0.9}\nCia,{km * 0.8}\n")
    assert found.problems[-1].hint.startswith(f"give --distance {hours}h,")


def test_the_last_lap_ends_where_somebody_stopped_or_after_whole_laps() -> None:
    race = made("# event: 6 h\n# lap: 400\nname,metres,time\nAda,70000.2,5:59:00\nBea,60150,5:58:00\n")
    ada, bea = race.entries
    assert (ada.splits, ada.arrival and ada.arrival.distance) == ((), 70_000.2)
    assert ([split.distance for split in bea.splits], bea.arrival and bea.arrival.distance) == ([60_000.0], 60_150.0)


def test_a_race_over_a_distance_is_none_for_distance() -> None:
    race = made("name,distance,time\nA,10 km,31:00\nB,10 km,32:00\n", "spring-1h.csv")
    assert (race.duration, race.distance) == (None, 10_000.0)


@pytest.mark.parametrize("ending", [".csv", ".yaml"])
def test_what_is_written_is_read_again(ending: str) -> None:
    race = made("# event: 24h\nname;6h;12h;km;status\nAda;61,2;118,3;221,52;\nBea;66,5;;214,0;\nCia;;;;DNS\n")
    again = read_source(Source(race_text(race, ending).encode(), Path(f"a-race{ending}")), Choices()).race
    assert again is not None
    assert (again.duration, again.distance, far(again)) == (race.duration, race.distance, far(race))
    assert [(e.name, e.status, [(s.distance, s.time.seconds) for s in e.splits]) for e in again.entries] == [
        (e.name, e.status, [(s.distance, s.time.seconds) for s in e.splits]) for e in race.entries
    ]


def test_who_did_not_start_came_nowhere_and_who_stopped_early_as_far_as_he_did() -> None:
    found = reading("# event: 1 hour\nname,metres,status\nA,18000,\nB,17500,DNS\nC,17000,DNF\n")
    assert found.race is not None
    assert far(found.race) == [18_000.0, None, 17_000.0]
    assert [(problem.line, str(problem).partition("error: ")[2]) for problem in found.problems] == [
        (4, "B has a distance and did not start; take one of the two out")
    ]
    assert list(map(str, found.understood.repaired)) == [
        "1 who stopped early placed by how far they came (first: line 5)"
    ]


@pytest.mark.parametrize(("head", "points"), [("", []), ("# lap: 400\n", [400.0, 800.0])])
def test_numbered_laps_are_points_where_somebody_says_how_long_they_are(head: str, points: list[float]) -> None:
    found = reading(f"# event: 24h\n{head}name,lap 1,lap 2,km\nA,2:00,4:00,100\nB,2:01,4:03,90\n")
    assert found.race is not None
    assert [split.distance for split in found.race.entries[0].splits] == points
    left_out = [column.title for column in found.understood.columns if column.why == "nobody says how long a lap is"]
    assert left_out == ([] if points else ["lap 1", "lap 2"])
    assert len(found.problems) == len(left_out)


def test_of_points_on_the_way_each_is_farther_than_the_last_and_before_the_end() -> None:
    sheet = cast("Sheet", SimpleNamespace(about=SimpleNamespace(backyard=False, duration=3600.0), lap=None))
    passed = {1000.0: 301.0, 2000.0: 600.0, 1500.0: 700.0, 3000.0: 900.0}
    way = [Split(metres, time(seconds)) for metres, seconds in passed.items()]
    entry = distances._arrived(sheet, Entry("Ada", splits=(Split(1000.0, time(300.0)),)), 3000.0, way)
    assert [(split.distance, split.time.seconds) for split in entry.splits] == [(1000.0, 300.0), (2000.0, 600.0)]
    assert entry.arrival == way[-1]


def test_who_ran_until_the_clock_ended_it_ran_as_long_as_the_race_whatever_a_lap_is() -> None:
    race = made("# event: 1 hour\n# lap: 400\n" + HOUR)
    assert [entry.arrival and entry.arrival.time.seconds for entry in race.entries] == [3600.0, 3600.0]


@together(
    ("cells", "title", "metres"),
    [
        ("5.2 999", "x", [5200.0, 999_000.0]),
        ("5.2 1000", "x", [5.2, 1000.0]),
        ("1.250 5", "x", [1250.0, 5000.0]),
        ("5.2km 400 -", "x", [5200.0, 400_000.0, None]),
        ("231.520", "Total km", [231_520.0]),
        ("3", "Miles", [4828.032]),
        ("0 abc", "km", [None, None]),
        ("1.500m 5,2mi", "x", [1500.0, 8368.589]),
    ],
)
def test_numbers_without_a_unit_are_kilometres_where_all_are_below_a_thousand(
    cells: str, title: str, metres: list[float | None]
) -> None:
    assert metres_in(cells.split(), title) == metres


@together(
    ("seconds", "least", "most"),
    [
        (1800.0, 1080.0, 11_340.0),
        (3600.0, 2160.0, 22_396.5),
        (21_600.0, 12_960.0, 102_900.0),
        (86_400.0, 51_840.0, 336_000.0),
        (518_400.0, 311_040.0, 1_092_000.0),
    ],
)
def test_the_winner_came_as_far_as_somebody_can_and_not_as_slowly_as_nobody_wins(
    seconds: float, least: float, most: float
) -> None:
    assert distances._plausible(least, seconds)
    assert not distances._plausible(least * 0.9999, seconds)
    assert distances._plausible(most * 0.9999, seconds)
    assert not distances._plausible(most * 1.0001, seconds)


@together(
    ("cell", "count"),
    [("12", True), ("12.5", True), ("12,345", True), ("12.3456", False), ("12345", False), ("", False), ("x", False)],
)
def test_a_count_of_laps_has_parts_of_one_at_most(cell: str, count: bool) -> None:
    assert hours.is_count(cell) is count


@together(
    ("title", "rows", "told"),
    [
        # What a title calls the race is no time that it took where nobody comes so far in it, and all have times.
        ("6 hours of Oak", "A,10,35:10\nB,10,36:10\n", None),
        ("6 hours of Oak", "A,60,5:58:10\nB,58,5:59:10\n", [60_000.0, 58_000.0]),
        ("2 h of Oak", "A,5,25:10\nB,10,56:10\n", [5000.0, 10_000.0]),
    ],
)
def test_a_race_for_distance_is_one_in_which_somebody_came_as_far_as_people_do(
    title: str, rows: str, told: list[float] | None
) -> None:
    race = made(f"{title}\nname,km,time\n{rows}", distance=None if told is not None else 10_000.0)
    if told is None:
        results = [entry.result and entry.result.text for entry in race.entries]
        assert (race.duration, results) == (None, ["35:10", "36:10"])
    else:
        assert far(race) == told


HOURLY = """\
12-Hour Run Elmstead, 17 May 2025 (loop 1.215 km)

Place  No  Name        3h [km]   6h (km)   9h km     Distance [km]
1      14  Ada Alfa     32.310    62.455    90.902    119.480
2      3   Bea Beta     30.750    59.830    88.025    111.366
3      22  Cia Gamma    25.890    48.135    48.135     48.135
"""


def test_hours_may_say_their_unit_and_a_loop_is_not_the_distance() -> None:
    race = read_source(Source(HOURLY.encode(), Path("a.txt")), Choices()).race
    assert race is not None
    assert race.duration == 12 * 3600
    assert far(race) == [119480, 111366, 48135]
    assert [split.distance for split in race.entries[0].splits] == [32310, 62455, 90902]


def test_when_a_column_was_run_can_be_said() -> None:
    text = "12 hours\nName,Quarter,Distance (km)\nAda Alfa,32.3,119.5\nBea Beta,30.7,111.4\n"
    race = made(text, columns={"Quarter": "3h"})
    assert [(split.distance, split.time.seconds) for split in race.entries[0].splits] == [(32300, 10800)]


def test_a_race_for_distance_without_a_known_distance_asks_for_that_and_for_no_time() -> None:
    problem = reading("12-Hour Run Elm\nPlace,Name,Zxq\n1,Ada Alfa,119.4\n2,Bea Beta,111.3\n").problems[-1]
    assert '--column "Km=distance"' in problem.hint


MARKS = (
    "place,name,10 min,20 min,metres\n1,Ada Alfa,3100,6120,18200\n2,Bea Beta,3010,6000,17800\n-,Cia Gamma,2900,,DNF\n"
)


def test_a_file_numbered_among_others_is_no_race_of_so_many_hours_and_its_name_is_told() -> None:
    found = reading(MARKS, "03-hours.csv")
    assert found.race is not None
    assert found.race.duration == 3600
    assert any("as the file's name says" in clause for clause in told(found))
    assert not told(reading("# event: 1 hour\n" + MARKS, "03-hours.csv"))
    assert made(MARKS, "10-1h.csv").duration == 3600


def told(found: Reading) -> list[str]:
    return list(found.understood.assumed)


@together(
    "title",
    [
        "Tunnin juoksu",
        "Timmesloppet",
        "Course de l'heure",
        "Corsa dell'ora",
        "Carrera de la hora",
        "Bieg godzinny",
        "Hodinovka",
        "Uurloop",
    ],
)
def test_an_hour_race_is_called_so_in_other_languages(title: str) -> None:
    assert made(f"# {title}\n{MARKS}").duration == 3600


def test_times_that_head_columns_of_metres_are_no_points_though_nobody_says_how_long_it_was() -> None:
    assert any("How long" in question.text for question in reading(MARKS).understood.questions)


def test_who_stopped_keeps_the_marks_he_came_to() -> None:
    last = made("# event: 1 hour\n" + MARKS).entries[-1]
    assert last.status is Status.DNF
    assert [(split.distance, split.time.seconds) for split in last.splits] == [(2900, 600)]
