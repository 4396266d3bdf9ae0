"""Lists in JSON: what is a list, what its columns are called, and what is refused."""

import json
from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.known_keys import UnreadableObjects
from replay.files.table.containers.objects import lists_in
from tests.together import together


def titles(found: object) -> list[str]:
    (sheet,) = lists_in(json.dumps(found))
    return sheet.rows[0]


def reading(found: object, **choices: object) -> Reading:
    return read_source(Source(json.dumps(found).encode(), Path("a.json")), Choices(**choices))  # type: ignore[arg-type]


def test_a_map_without_times_is_told_so() -> None:
    line = {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[4.3, 52.1], [4.4, 52.1]]}}
    (problem,) = reading({"type": "FeatureCollection", "features": [line]}).problems
    assert "this is a map (GeoJSON) whose points have no times, which is not read; export" in str(problem)


def test_what_lies_within_a_row_is_called_by_its_own_key_unless_the_row_has_it_too() -> None:
    within = {"coach": {"name": "Cy"}, "team": {"id": 5, "name": "North"}, "athlete": {"country": "KEN"}}
    found = titles([{"name": "A", "time": 1, **within}] * 2)
    assert found == ["name", "time", "coach name", "team", "team id", "country"]


@together(
    ("splits", "named"),
    [
        ([{"distance": 1000, "time": "3:01"}], ["1000 m"]),
        ([{"distanceKm": 5, "elapsed": "15:10"}], ["5 km"]),
        ([{"name": "10 km", "time": "30:20"}, {"name": "Half", "time": "1:05:00"}], ["10 km", "Half"]),
        ([{"lap": 1, "seconds": 62.1}], ["Lap 1"]),
        ([62.1, 63.0], ["splits 1", "splits 2"]),
        ([{"distance": "", "time": "3:01"}, {"distance": 2000, "time": "6:01"}], ["2000 m"]),
        ([{"distance": 1000}, {"distance": 2000, "time": "6:01"}], ["2000 m"]),
        ([{"mood": "good"}, None], ["splits"]),
    ],
)
def test_splits_are_columns_called_by_where_they_are(splits: list[object], named: list[str]) -> None:
    assert titles([{"name": "A", "bib": 1, "splits": splits}, {"name": "B", "bib": 2}]) == ["name", "bib", *named]


@together(
    ("found", "rows"),
    [
        (
            [{"name": "A", "splits": [{"distance": 400, "mood": "good", "time": "1:01", "evidence": "estimated"}]}] * 2,
            ["name,400 m", "A,1:01*", "A,1:01*"],
        ),
        ({"name": ["A", "B"], "time": ["15:10", "15:20"]}, ["name,time", "A,15:10", "B,15:20"]),
        ({"name": {"0": "A", "1": "B"}, "time": {"0": 1, "1": None}}, ["name,time", "A,1", "B,"]),
        ({"columns": ["name", "time"], "data": [["A", 1], ["B", True]]}, ["name,time", "A,1", "B,yes"]),
        ([["name", "time"], ["A", 1], ["B", False]], ["name,time", "A,1", "B,no"]),
    ],
)
def test_whatever_holds_a_list_its_cells_are_those_of_the_rows(found: object, rows: list[str]) -> None:
    (sheet,) = lists_in(json.dumps(found))
    assert [",".join(row) for row in sheet.rows] == rows


def test_columns_of_different_lengths_are_no_list() -> None:
    with pytest.raises(UnreadableObjects):
        lists_in(json.dumps({"name": ["A", "B"], "time": ["15:10"]}))


def test_of_several_lists_the_one_with_the_most_runners_is_the_race_and_the_others_are_told() -> None:
    men = [{"name": f"Man {at}", "time": f"15:{10 + at}"} for at in range(3)]
    women = [{"name": f"Woman {at}", "time": f"16:{10 + at}"} for at in range(2)]
    found = reading({"event": "5000m", "men": men, "women": women})
    assert found.race is not None
    assert (len(found.race.entries), found.race.distance) == (3, 5000.0)
    assert "of 2 lists this is 'men', the largest" in found.understood.assumed[0]
    other = reading({"event": "5000m", "men": men, "women": women}, part="women").race
    assert other is not None
    assert len(other.entries) == 2


@together("text", ["", "{", "[1, 2]", '{"name": "x"}', "[[[[]]]]", "[" * 5000, '{"a": 1}\n{'])
def test_what_holds_no_list_is_refused(text: str) -> None:
    with pytest.raises(UnreadableObjects):
        lists_in(text)


def test_a_file_without_a_list_says_what_one_would_be() -> None:
    (problem,) = reading({"version": 1}).problems
    assert "no list of results stands in this JSON; a list of results is an array of objects" in str(problem)


def test_a_name_of_half_a_character_is_somebody_s_and_told() -> None:
    rows = [{"name": "Ada", "time": "15:10"}, {"name": "\ud800", "time": "15:12"}, {"name": "Bea", "time": "15:20"}]
    found = reading({"event": "5000m", "results": rows})
    assert found.race is not None
    assert [one.name for one in found.race.entries] == ["Ada", "\ufffd", "Bea"]
    assert "1 cell with broken characters, shown as \ufffd" in str(found.problems[-1])
    assert "😀" in titles([{"name": "A", "😀": 1, "time": "15:10"}] * 2)


@pytest.mark.parametrize("at", [0, 1])
def test_a_number_of_thousands_of_digits_is_no_time_and_spoils_no_other_row(at: int) -> None:
    rows = ['{"name": "Ada", "time": "15:10"}', '{"name": "Bea", "time": "15:12"}']
    rows.insert(at, f'{{"name": "Cia", "time": {"9" * 6000}}}')
    for text in (f"[{','.join(rows)}]", "\n".join(rows)):
        found = read_source(Source(text.encode(), Path("a.json")), Choices(distance=5000.0))
        assert found.race is not None
        assert [one.name for one in found.race.entries if one.result is not None] == ["Ada", "Bea"]
        (problem,) = found.problems
        assert "Cia's result is no time: '999" in str(problem)


def test_the_first_row_may_be_of_somebody_without_a_time() -> None:
    rows = [{"name": "Ada", "time": None}, {"name": "Bea", "time": "15:12"}, {"name": "Cia", "time": "15:20"}]
    found = reading({"event": "5000m", "results": rows})
    assert found.race is not None
    assert len(found.race.entries) == 3


ROW = '{{"name": "Ada", "time": "4:01", "in": {{"n{0}": 1, "m{0}": 2}}}}'
FAR = json.dumps({"name": "Ada", "time": "4:01", "splits": {f"{at}00 m": f"{at}:01" for at in range(1, 42)}})
WIDE = '{{"name": "Ada", "time": "4:01", "n{0}": 1}}'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[{}" + ",{}" * 1_600_001 + "]", "the JSON has 1,600,001 values, and at most 1,600,000 are read"),
        ("[" + "{}" * 1_000_001 + "]", "the JSON has 1,000,001 objects"),
        ('{"a": [' + ",".join(f'{{"n{at}": 1, "m{at}": 2}}' for at in range(300)) + "]}", "no list of results"),
        ("{" + ",".join(f'"{at}": {{"n{at}": 1, "m{at}": 2}}' for at in range(90)) + "}", "than 150 different keys"),
        (f"[{', '.join(ROW.format(at) for at in range(90))}]", "than 150 different keys"),
        ("{" + ",".join(f'"{at}": 1' for at in range(101)) + "}", "an object in it has 101 keys, and at most 100"),
        ("{" + ",".join(f'"e{at}": [{{"a": 1}}, [2]]' for at in range(60)) + "}", "more than 100 objects and arrays"),
        (f"[{', '.join(WIDE.format(at) for at in range(50))}]", "has 50 rows and 52 columns, and at most 2,000 cells"),
        ("[" + ",".join(['{"name": "Ada", "time": "4:01"}'] * 101) + "]", "a list in it has 101 rows, and at most 100"),
        (f"[{', '.join([FAR] * 20)}]", "has 20 rows of some 41 values, and no race has so many points"),
    ],
    ids=str.split("values objects strange strange-by-name strange-in-rows keys looks cells rows points"),
)
def test_too_much_is_told_before_it_is_gone_through(monkeypatch: pytest.MonkeyPatch, text: str, told: str) -> None:
    monkeypatch.setattr("replay.files.table.containers.known_keys._MOST_KEYS", 150)
    monkeypatch.setattr("replay.files.table.containers.known_keys._MOST_LOOKS", 100)
    monkeypatch.setattr("replay.files.table.containers.objects._MOST_CELLS", 2000)
    monkeypatch.setattr("replay.files.table.containers.objects._WIDE", 40)
    monkeypatch.setattr("replay.files.table.containers.objects._MOST_WIDE", 800)
    monkeypatch.setattr("replay.files.table.containers.objects.MOST_ROWS", 100)
    monkeypatch.setattr("replay.files.table.containers.found_lists.MOST_ROWS", 100)
    with pytest.raises(UnreadableObjects, match=told):
        lists_in(text)


def test_numbers_that_half_fit_are_compared_row_by_row_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each key of a list without names may be that of each key of twenty others."""
    asked: list[object] = []

    def noted(value: object) -> str:
        asked.append(value)
        return str(value)

    monkeypatch.setattr("replay.files.table.containers.objects.plain_text", noted)
    rows = [{"time": "3:50", **{f"x{key}": at if at % 2 else -at for key in range(18)}} for at in range(1, 501)]
    people = [{"name": f"N{at}", **{f"y{key}": at for key in range(18)}} for at in range(500)]
    assert lists_in(json.dumps({"results": [{"bib": "A7", **row} for row in rows], "a": people, "b": people}))
    assert len(asked) < 100_000


def test_what_is_told_of_the_finish_and_is_no_time_is_no_result_and_a_gap_of_ones_own_is_not_added() -> None:
    row = {
        "Name": "Ada Alder",
        "OverallRank": 6,
        "ChipTime": "18:41:32",
        "GunTime": "18:41:36",
        "OverallRanks": json.dumps({"Start": "6", "TM1": "13", "Finish": "6"}),
        "Chiptimes": json.dumps({"Start": "00:00", "TM1": "4:35:07", "Finish": "18:41:32"}),
        "Sectors": json.dumps({"Start": "00:00", "TM1": "4:35:07", "Finish": "10:39"}),
        "Gap": "+3:37:51",
    }
    found = reading([row], distance=100_000.0)
    assert found.race is not None, found.problems
    (entry,) = found.race.entries
    assert entry.result is not None
    assert (entry.result.text, entry.place) == ("18:41:32", 6)


def test_whose_names_stand_in_a_list_of_one_each_is_read_by_them() -> None:
    def row(place: int, mark: str, nation: str, *athletes: str) -> dict[str, object]:
        people = [{"id": len(name), "firstname": name, "lastname": "Alder", "country": nation} for name in athletes]
        return {"discipline": "400 Metres", "place": place, "mark": mark, "country": nation, "athletes": people}

    found = reading([row(1, "46.52", "USA", "Ada"), row(2, "46.84", "BRA", "Bea")])
    assert found.race is not None, found.problems
    assert [(entry.name, entry.nation) for entry in found.race.entries] == [("Ada Alder", "USA"), ("Bea Alder", "BRA")]
    relay = reading([row(1, "3:08.1", "USA", "Ada", "Bo"), row(2, "3:09.2", "BRA", "Cy", "Di")], distance=1600.0)
    assert relay.race is not None, relay.problems
    assert [entry.name for entry in relay.race.entries] == ["USA", "BRA"]


@together(
    "before",
    [
        "rows = ",
        "window.rows = ",
        "// made by hand\nexport const rows: Row[] = ",
        'import { a } from "b"\nlet rows =\n',
    ],
)
def test_what_a_script_gives_to_a_name_is_a_list(before: str) -> None:
    text = before + '[{"name": "Ada", "time": "15:10"}, {"name": "Bea", "time": "15:20"}];'
    found = read_source(Source(text.encode(), Path("rows.js")), Choices(distance=5000.0))
    assert found.race is not None, found.problems
    assert [entry.name for entry in found.race.entries] == ["Ada", "Bea"]


def test_one_runner_s_results_of_a_season_are_no_race() -> None:
    rows = [
        {"competition": meet, "date": f"2025-0{at}-02T00:00:00.000Z", "discipline": "400 Metres", "mark": f"4{at}.5"}
        for at, meet in enumerate(("Oak Open", "Elm Cup", "Ash Games", "Fir Final"), 3)
    ]
    (problem,) = reading(rows).problems
    assert "each row is of another race, by 'competition' and 'date'" in str(problem)


def test_a_result_has_its_runner_s_name_class_and_course_by_ids() -> None:
    def person(number: int, name: str, surname: str, group: str) -> dict[str, object]:
        flags = {"is_paid": False, "object": "Person"}
        return {"bib": number, "id": f"p{number}", "group_id": group, "name": name, "surname": surname, **flags}

    def result(number: int, time: str, place: int) -> dict[str, object]:
        return {"bib": 0, "id": f"r{number}", "person_id": f"p{number}", "place": place, "result": time}

    courses = [{"id": "c1", "length": 5000, "name": "W"}, {"id": "c2", "length": 7100, "name": "M"}]
    groups = [
        {"course_id": f"c{at}", "id": f"g{at}", "name": sex, "object": "Group"} for at, sex in ((1, "W"), (2, "M"))
    ]
    people = [person(1, "Ada", "Alder", "g1"), person(2, "Bea", "Birch", "g1"), person(3, "Cy", "Cedar", "g2")]
    people += [person(4, "Di", "Dogwood", "g2"), person(5, "Ed", "Elder", "g2")]
    results = [result(1, "01:19:15", 1), result(2, "01:34:03", 2), result(3, "01:03:43", 1)]
    results += [result(4, "01:19:57", 2), result(5, "01:19:59", 3)]
    value = {"courses": courses, "groups": groups, "persons": people, "results": results}
    found = reading(value)
    assert found.race is not None, found.problems
    assert (found.race.distance, [entry.name for entry in found.race.entries]) == (
        7100.0,
        ["Cy Cedar", "Di Dogwood", "Ed Elder"],
    )
    other = reading(value, part="5000 m")  # of the only list that is a race, though there are several lists
    assert other.race is not None, other.problems
    assert (other.race.distance, [entry.bib for entry in other.race.entries]) == (5000.0, ["1", "2"])


def test_a_point_may_be_told_with_a_colon_behind() -> None:
    splits = [
        {"distance": f"{at} m : ", "time": time, "lap": f"({time})"} for at, time in ((50, "33.3"), (100, "1:13.0"))
    ]
    assert {"50 m", "100 m"} <= set(titles([{"name": "Ada", "time": "1:13.0", "split": splits}] * 2))


def test_points_called_by_what_a_computer_calls_them_are_not_so_many_metres_away() -> None:
    splits = {"71": {"delta_net": "21:30", "pace": 258}, "75": {"delta_net": "1:31:00", "pace": 259}}
    found = titles([{"name": "Ada", "chiptime": "3:02:15", "splits": splits}] * 2)
    assert found == ["name", "chiptime", "Point 71", "Point 75"]
    metres = {"400": {"time": "1:10.1", "rank": 1}, "800": {"time": "2:20.1", "rank": 2}}
    assert titles([{"name": "Ada", "time": "3:02", "splits": metres}] * 2)[2:] == ["400 m", "800 m"]


def test_results_in_a_list_of_their_own_in_each_runner_are_the_runners() -> None:
    def runner(name: str, *runs: dict[str, object]) -> dict[str, object]:
        return {"name": name, "id": name[:1], "events": runs}

    ten: list[dict[str, object]] = [{"event": "10K", "dorsal": "7", "times": {"5K": "20:30", "FINISH": "41:10"}}]
    ten += [{"event": "10K", "dorsal": "8", "times": {"5K": "21:30", "FINISH": "42:10"}}]
    five: dict[str, object] = {"event": "5K", "dorsal": "9", "times": {"FINISH": "19:10"}}
    race = reading({"runners": [runner("Ada Alder", ten[0]), runner("Bea Birch", ten[1])]}).race
    assert race is not None
    assert [(one.name, one.bib) for one in race.entries] == [("Ada Alder", "7"), ("Bea Birch", "8")]
    found = reading({"runners": [runner("Ada Alder", ten[0], five), runner("Bea Birch", ten[1])]})
    assert found.race is not None, found.problems
    assert (found.race.distance, len(found.race.entries), found.understood.parts) == (10_000.0, 2, ("10K", "5K"))


@together(
    ("splits", "named"),
    [
        ([{"distance": 5, "time": "20:10"}], ["5 km"]),
        (
            [
                {"name": "Hut", "distance": 14.2, "time": "1:02:10"},
                {"name": "Top", "distance": 28.6, "time": "2:11:31"},
            ],
            ["14.2 km", "28.6 km"],
        ),
        ([{"distance": 60, "time": "7.91"}], ["60 m"]),
        ([{"distance": 400, "time": "1:05.2"}], ["400 m"]),
    ],
)
def test_distances_too_short_for_their_times_are_kilometres(splits: list[object], named: list[str]) -> None:
    assert titles([{"name": "A", "bib": 1, "splits": splits}, {"name": "B", "bib": 2}])[2:] == named


def test_beside_a_time_may_stand_whether_it_is_one() -> None:
    rows = [{"name": "A", "gun": 2810.1, "time": [2809.337, 0]}, {"name": "B", "gun": 2812.3, "time": [2811.2, 1]}]
    assert titles(rows) == ["name", "gun", "time"]


def test_a_list_that_is_no_race_is_counted_without_its_headings() -> None:
    lists = {f"gate {at}": [{"dorsal": bib, "timestamp": 900.5 + bib} for bib in range(1, 4 + at)] for at in (1, 2)}
    found = read_source(Source(json.dumps(lists).encode(), Path("a.json")), Choices())
    assert "gate 1 (4)" in " ".join(problem.message for problem in found.problems)


def test_a_swim_s_laps_and_its_time_are_both_called_timing() -> None:
    swims = [("Ada", "2:01.10", ("58.40", "1:29.80")), ("Bea", "2:03.44", ("59.40", "1:31.80"))]
    results = [
        {
            "ranking": str(place),
            "name": name,
            "timing": time,
            "laps": [{"distance": f"{far}m", "timing": lap} for far, lap in zip((100, 150), laps, strict=True)],
        }
        for place, (name, time, laps) in enumerate(swims, 1)
    ]
    race = reading({"events": [{"eventDescription": "200 m freestyle", "results": results}]}).race
    assert race is not None
    assert [str(entry.result.text) for entry in race.entries if entry.result] == ["2:01.10", "2:03.44"]
    assert [split.distance for split in race.entries[0].splits] == [100, 150]


def test_a_meeting_that_is_the_title_is_said_once_and_one_that_all_rows_tell_is_told() -> None:
    rows = [{"name": name, "time": time, "distance": 5000} for name, time in (("Ada", "15:10.2"), ("Bea", "15:20.1"))]
    race = reading({"meet": {"name": "Park Invite"}, "results": rows}).race
    assert race is not None
    assert (race.title, race.meeting) == ("Park Invite", "")
    race = reading([{**row, "meetingTitle": "Town Run"} for row in rows]).race
    assert race is not None
    assert race.meeting == "Town Run"


def test_a_table_of_which_nothing_is_known_says_no_half_sentence() -> None:
    found = read_source(Source(b"1:02,x\n1:03,y\n", Path("a.csv")), Choices()).understood
    assert not any(" ;" in one or one.endswith("cells ") for one in found.assumed)
