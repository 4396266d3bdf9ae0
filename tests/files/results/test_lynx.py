"""FinishLynx LIF: fields by position, names and IDs that may be missing, statuses in the operator's language."""

from pathlib import Path

import pytest

from replay.files.results.lynx import is_lif, read
from replay.files.source import Choices, Reading, Source
from replay.race.problems import UnreadableRace
from replay.race.race import Entry, Status
from tests.together import together

NAMED = """\
324,1,11,"20:10 | 800m W, WU20",1.2,mps,,,,800,20:11:54.4049
1,762,4,Köhler,Ada,RKS Łódź,2:01.611,,2:01.611,,,20:11:54.405,,,,2:01.611,2:01.611,"6,58",
2,408,5,Birch,Bea,"Otters, The",2:01.644,,0.033,,,20:11:54.405,,,,0.033,0.033,"6,57",
DQ TR17.5,307,6,Cedar,Cyd,,2:02.1,,,,,20:11:54.405
aufg.,895,7,Doum,Dot,LG Tal,,,,,,20:11:54.405,,,,,,,
DNS,896,8,Elm,Eve,LG Tal,,
"""
LANES = "0,0,0,800m 14,,,,,,,11:47:50.9326\n1,,1,,,,2:35.19,,2:35.190,,,,,,\n2,,2,,,,2:43.85,,8.655,,,,,,\n"


def reading(text: str, encoding: str = "utf-8", **choices: object) -> Reading:
    return read(Source(text.encode(encoding), Path("017-2-01.lif")), Choices(**choices))  # type: ignore[arg-type]


def entries(text: str, encoding: str = "utf-8") -> tuple[Entry, ...]:
    race = reading(text, encoding).race
    assert race is not None
    return race.entries


def test_the_first_row_is_of_the_race_and_the_others_of_its_runners() -> None:
    race = reading(NAMED).race
    assert race is not None
    assert (race.title, race.distance, race.id) == ("20:10 | 800m W, WU20", 800, "017-2-01")
    first, second = race.entries[:2]
    assert (first.name, first.bib, first.lane, first.club, first.place) == ("Ada Köhler", "762", 4, "RKS Łódź", 1)
    assert first.result is not None
    assert (first.result.seconds, first.result.text) == (121.611, "2:01.611")
    assert second.club == "Otters, The"


def test_a_status_stands_where_the_place_would_in_any_language() -> None:
    *_, third, fourth, fifth = entries(NAMED)
    assert (third.status, third.note) == (Status.DQ, "TR17.5")
    assert fourth.status is Status.DNF
    assert fifth.status is Status.DNS


def test_who_has_no_name_is_called_by_his_lane_or_number() -> None:
    assert [entry.name for entry in entries(LANES)] == ["lane 1", "lane 2"]
    assert entries(LANES.replace("1,,1,", "1,44,,"))[0].name == "no. 44"


@together(("part", "names"), [(None, ["lane 1", "lane 2"]), ("heat 1", ["lane 7"]), ("2", ["lane 1", "lane 2"])])
def test_of_heats_one_after_another_one_is_the_race(part: str | None, names: list[str]) -> None:
    heats = "0,0,1,800m 14,,,,,,,11:40:50.9326\n1,,7,,,,2:31.19,,2:31.190,,,,,,\n" + LANES
    found = reading(heats, part=part)
    assert found.understood.parts == ("800m 14 heat 1", "800m 14 heat 2")
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == names


@together("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "cp1252"])
def test_the_encoding_is_told_by_content(encoding: str) -> None:
    text = NAMED.replace("Łódź", "Köln") if encoding == "cp1252" else NAMED
    assert entries(text, encoding)[0].name == "Ada Köhler"


def test_crlf_comments_and_empty_rows_do_not_matter() -> None:
    text = ";a comment\n\n" + NAMED.replace("\n", "\r\n") + "\r\n,,,,\r\n"
    assert [entry.name for entry in entries(text)] == [entry.name for entry in entries(NAMED)]


@together(
    ("name", "field", "metres"),
    [
        ("800m 14", "", 800),
        ("Heat 3", "1500", 1500),
        ("Women 3000m Steeplechase", "", 3000),
        ("10:30 Mile", "", 1609.344),
        ("5,000 m", "", 5000),
    ],
)
def test_the_distance_is_in_its_field_or_in_the_events_name(name: str, field: str, metres: float) -> None:
    race = reading(f'1,1,1,"{name}",,,,,,{field},10:00:00.1\n1,5,1,Alder,Ada,,59:00.1\n').race
    assert race is not None
    assert race.distance == metres


def test_a_race_that_does_not_say_how_far_it_was_is_asked_about() -> None:
    text = "3,1,1,Final,,,,,,,10:00:00.1\n1,5,1,Alder,Ada,,4:00.1\n"
    found = reading(text)
    assert found.race is None
    assert "the file does not say how far 'Final' was; give --distance" in str(found.problems[-1])
    assert reading(text, distance=1500.0).race is not None


def test_lanes_above_ten_are_places_on_the_start_line() -> None:
    found = reading(NAMED.replace("1,762,4,", "1,762,14,"))
    assert found.race is not None
    assert {entry.lane for entry in found.race.entries} == {None}
    assert found.understood.assumed == ("lanes above 10 are places on the start line: nobody is in a lane",)


@together(
    ("splits", "at_400"),
    [
        ("58.250", 58.25),
        ('"58.250 (58.250), 2:01.611 (63.361)"', 58.25),
        ("58.250;2:01.611", 58.25),
        ("58.250|63.361", 58.25),
        ("58.250 2:10.000", None),
        ("fast", None),
        ('"20.1,40.2,58.2"', None),
    ],
)
def test_splits_are_believed_where_they_fit_the_laps_and_the_result(splits: str, at_400: float | None) -> None:
    text = NAMED.replace("2:01.611,,2:01.611,,,20:11", f"2:01.611,,2:01.611,,{splits},20:11")
    found = reading(text)
    assert found.race is not None
    got = found.race.entries[0].splits
    assert [(split.distance, split.time.seconds) for split in got] == ([(400.0, at_400)] if at_400 else [])
    told = [tally.kind for tally in found.understood.left_out]
    assert told == ([] if at_400 else ["splits that do not fit the laps"])
    assert bool(found.understood.assumed) == bool(at_400)


def test_a_lif_is_told_by_its_content() -> None:
    assert is_lif(Source(NAMED.encode(), Path("a.txt")))
    assert is_lif(Source(LANES.encode(), Path("a.csv")))
    for other in ("name,result\nA,1:50\n", "1,2,3\n4,5,6\n", "", "1,2,3,a,b,c,d,e\n1,2,3,a,b,c,d,e,f\n"):
        assert not is_lif(Source(other.encode(), Path("a.csv")))


def test_a_lif_without_runners_is_refused() -> None:
    with pytest.raises(UnreadableRace, match="this LIF has no runners"):
        reading("1,1,1,800m,,,,,,800,10:00:00.1\n")


def test_how_long_somebody_took_to_react_is_noted() -> None:
    text = NAMED.replace("2:01.611,,2:01.611,,,", "2:01.611,,2:01.611,0.145,,")
    assert entries(text)[0].note == "reaction 0.145 s"


def test_a_time_that_is_none_is_counted() -> None:
    found = reading(NAMED.replace("2:01.644,,0", "2:61.644,,0"))
    assert [str(tally) for tally in found.understood.left_out] == ["1 time that is none (first: line 3: '2:61.644')"]


@pytest.mark.parametrize("told", ["1600", "400", ""])
def test_a_relay_is_as_long_as_its_legs_and_no_faster_than_any_human(told: str) -> None:
    found = reading(f"9,1,1,Mens 4x400m Relay,1.2,mps,,,,{told},15:00:00.00\n1,A,3,Otters,,Otters,3:10.11,,3:10.11\n")
    assert found.race is not None
    assert found.race.distance == 1600
    assert found.race.note == "Wind: 1.2 m/s."
    assert found.problems == ()


@together(
    ("text", "part", "line"),
    [(f";made by hand\n\n{LANES}", None, 4), (LANES + LANES, "heat 1", 2), (LANES + LANES, "heat 2", 5)],
)
def test_a_problem_names_the_line_of_the_file(text: str, part: str | None, line: int) -> None:
    lines = text.splitlines()
    lines[line - 1] = lines[line - 1].replace("2:35.19", "soon")
    found = reading("\n".join(lines), part=part)
    assert [tally.first for tally in found.understood.left_out] == [f"line {line}: 'soon'"]
