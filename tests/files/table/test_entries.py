"""What a row of a table says became of its runner: status, place, result, and what is beside them."""

from pathlib import Path

import pytest

from replay.files.source import Choices, Known, Reading, Source
from replay.files.table.reader import read_entries
from replay.race.problems import UnreadableRace
from replay.race.race import Entry, Evidence, Role, Status
from tests.files.table.test_reader import HEAD, reading, sound
from tests.together import together

FAR = "# distance_m: 10000\n"
MORE = "D,,10,35:00,17:00\nE,,11,36:00,17:30\n"


def entries(found: Reading) -> dict[str, Entry]:
    """By name."""
    assert found.race is not None
    return {one.name: one for one in found.race.entries}


@together(
    ("row", "status", "place", "result", "note"),
    [
        ("unknown,1,30:00,15:00", Status.FINISHED, 1, "30:00", ""),
        ("dnf,,31:00,15:20", Status.DNF, None, "", ""),
        ("dns,,31:00,", Status.DNS, None, "", ""),
        ("dq,,31:00,15:20", Status.DQ, None, "31:00", ""),
        ("dnf,3,,15:00", Status.DNF, None, "", ""),
        ("gone,,32:00,", Status.FINISHED, None, "32:00", ""),
        (",x,33:00,", Status.FINISHED, None, "33:00", ""),
        (",DNS,,", Status.DNS, None, "", ""),
        (",,DNF,15:00", Status.DNF, None, "", ""),
        (",,,DNF", Status.DNF, None, "", ""),
        ("-1 lap,,,15:00", Status.FINISHED, None, "", "-1 lap"),
        (",-2 laps,,15:00", Status.FINISHED, None, "", "-2 laps"),
        (",4,,", Status.FINISHED, 4, "", ""),
        (",,,15:00", Status.UNKNOWN, None, "", ""),
        (",2,4:00,", Status.FINISHED, 2, "", ""),  # in that nobody runs 10 km
        (",,4:00,", Status.UNKNOWN, None, "", ""),
        (",,30:00 PB,", Status.FINISHED, None, "30:00", ""),
    ],
)
def test_status_place_and_result_follow_from_one_another(
    row: str, status: Status, place: int | None, result: str, note: str
) -> None:
    text = f"{FAR}name,status,place,time,5 km\nA,{row}\nB,,9,33:00,15:30\nC,dnf,,,16:30\n{MORE}"
    one = entries(reading(text))["A"]
    told = one.result.text if one.result is not None else ""
    assert (one.status, one.place, told, one.note) == (status, place, result, note)


def test_an_estimated_time_brings_nobody_home_of_whom_nobody_knows_it() -> None:
    text = f"{FAR}name,status,time\nA,unknown,30:00\nB,finished,31:00\n"
    for known, status, count in (("estimated", Status.UNKNOWN, 1), ("reported", Status.FINISHED, 2)):
        found = entries(reading(f"# evidence: {known}\n{text}"))
        assert found["A"].status is status
        assert sum(one.result is not None for one in found.values()) == count


@together(
    ("row", "told"),
    [
        ("dnf,,31:00,", "A has a result and the status DNF; take one of the two out"),
        ("gone,,32:00,", "A has the unknown status 'gone'; it is one of finished, dnf, dns, dq, unknown"),
        (",x,33:00,", "A has the place 'x', which is neither a number nor DNF, DNS or DQ"),
        (",,4:00,", "A's result 4:00 is left out: nothing on legs or wheels goes 10000 m in that; correct it"),
        (",,24:00,", "A's result 24:00 is faster than any human, and left out of the estimates"),
        (",,24:00,15:50", "A's result 24:00 is faster than any human, and left out of the estimates"),
        (",,24:00,23:00", "A's result 24:00 is left out: nobody runs that after 23:00 at 5000 m; correct it"),
    ],
)
def test_what_does_not_fit_together_is_told_with_its_line(row: str, told: str) -> None:
    text = f"{FAR}name,status,place,time,5 km\nA,{row}\nB,,9,33:00,15:30\nC,dnf,,,16:30\n{MORE}"
    (problem,) = reading(text).problems
    assert (problem.line, told in str(problem)) == (3, True), str(problem)


def test_a_column_at_the_finish_says_what_the_result_does_not() -> None:
    rows = "A,15:00,30:00,\nB,15:00,DNF,\nC,15:00,31:00,30:59\nD,15:00,,DNF\n"
    found = entries(reading(f"{FAR}name,5 km,10 km,result\n{rows}"))
    assert [(one.status, one.result and one.result.text) for one in found.values()] == [
        (Status.FINISHED, "30:00"),
        (Status.DNF, None),
        (Status.FINISHED, "30:59"),
        (Status.DNF, None),
    ]


@together(
    ("row", "status"),
    [
        ("A,,DNF,,61", Status.DNF),
        ("A,dns,,,", Status.DNS),
        ("A,,DQ,4:00,", Status.DQ),
        ("A,,,DNF,61", Status.DNF),
        ("A,,7,4:00,61", Status.FINISHED),
        ("A,,=3,4:00,61", Status.FINISHED),
        ("A,finished,,4:00,61", Status.FINISHED),
        ("A,,,,61", Status.UNKNOWN),
        ("A,-,-,-,-", Status.UNKNOWN),
        ("A", Status.UNKNOWN),
    ],
)
def test_the_status_stands_in_status_place_or_result(row: str, status: Status) -> None:
    race = sound(f"{HEAD}athlete,status,place,finish,400\n{row}\nB,,,4:30,65\n")
    assert race.entries[0].status is status


def test_a_column_at_the_race_s_distance_yields_to_the_result() -> None:
    first, second = sound(HEAD + "name,1500,result\nA,4:01,4:00.5\nB,4:02,\n").entries
    assert first.result is not None
    assert second.result is not None
    assert (first.result.text, second.result.text, first.splits) == ("4:00.5", "4:02", ())


def test_a_short_name_is_the_list_s_or_a_family_s_of_several_words() -> None:
    rows = "Ada,van Alfa,A. van A.,31:00\nBea,de Beta,,32:00\nCia,Gamma,,33:00\n"
    found = entries(reading(f"{FAR}first name,last name,short name,time\n{rows}"))
    assert [one.short for one in found.values()] == ["A. van A.", "de Beta", ""]


def test_a_pacemaker_is_named_in_the_notes() -> None:
    assert sound(HEAD + "name,notes,400\nA,pacemaker,55\n").entries[0].role is Role.PACEMAKER


def test_points_that_a_column_names_are_estimated_the_half_by_its_name() -> None:
    rows = "A,15:00,1:05:00,1:48:00,35K half,2:10:00\nB,15:00,1:05:01,1:48:10,5K,2:10:01\nC,15:02,1:05:03,,,2:11:01\n"
    found = entries(reading(f"# distance_m: 42195\nname,5 km,half,35 km,estimated,finish\n{rows}"))
    estimated = {
        name: [split.distance for split in one.splits if split.time.evidence is Evidence.ESTIMATED]
        for name, one in found.items()
    }
    assert estimated == {"A": [21097.5, 35000.0], "B": [5000.0], "C": []}


@together(
    ("notes", "note", "role", "marks"),
    [
        ("Pacemaker to 8 km", "Pacemaker to 8 km", Role.PACEMAKER, ()),
        ("pacemaker", "", Role.PACEMAKER, ()),
        ("Guest", "", Role.GUEST, ()),
        ("WR =PB", "", None, ("WR", "=PB")),
        ("fell", "fell", None, ()),
        ("PB Q", "PB Q", None, ()),
    ],
)
def test_a_note_is_a_role_or_marks_or_stays_a_note(
    notes: str, note: str, role: Role | None, marks: tuple[str, ...]
) -> None:
    one = entries(reading(f"{FAR}name,time,notes\nA,30:00,{notes}\nB,31:00,\n"))["A"]
    assert (one.note, one.role, one.marks) == (note, role, marks)


def test_a_number_without_a_name_is_a_runner_if_it_has_a_time() -> None:
    found = reading(f"{FAR}bib,name,5 km,time\n7,,,30:00\n8,,,\n9,Ann,15:00,31:00\n10,,15:01,\n")
    assert list(entries(found)) == ["No. 7", "Ann", "No. 10"]
    assert [str(tally) for tally in found.understood.left_out] == ["1 number that nobody wore (first: line 4)"]


@together(
    ("row", "note"),
    [("2,8:00,16:00,24:00,", "-1 lap"), ("2,8:00,16:00,,", "-2 laps"), ("2,,,,", ""), (",8:00,16:00,,", "")],
)
def test_who_is_placed_without_a_time_ran_as_many_laps_fewer_as_points_are_missing(row: str, note: str) -> None:
    text = f"{FAR}name,place,2500,5000,7500,time\nA,1,7:30,15:00,22:30,30:00\nB,{row}\n"
    assert entries(reading(text))["B"].note == note
    uneven = text.replace("2500,5000,7500", "2500,5000,7502")
    assert entries(reading(uneven))["B"].note == ""


@together(("lane", "kept"), [("3", 3), ("999", 999), ("1000", None), ("x", None), ("", None)])
def test_a_lane_is_a_number_up_to_999(lane: str, kept: int | None) -> None:
    found = reading(f"{FAR}name,lane,time\nA,{lane},30:00\nB,1,31:00\n")
    assert entries(found)["A"].lane == kept
    told = [] if kept or not lane else [f"a-race.csv:3: error: A has the lane '{lane}', which is no number from 1"]
    assert [str(problem) for problem in found.problems] == told


def test_two_of_one_bib_or_one_name_are_told_apart_by_their_lines() -> None:
    found = reading(f"{FAR}bib,name,time\n7,Ann,30:00\n7,Ann,31:00\n8,Bea,32:00\n")
    assert [(problem.line, str(problem).partition("warning: ")[2]) for problem in found.problems] == [
        (4, "the bib '7' is also that of line 3"),
        (4, "the name 'Ann' is also that of line 3"),
    ]
    many = "".join(f"{row},Ann,30:{row % 60:02}\n" for row in range(201))
    assert not reading(f"{FAR}bib,name,time\n{many}").problems
    assert reading(f"{FAR}bib,name,time\n{many.replace('200,Ann,30:20', '')}").problems


@together(("said", "fits"), [("1500", True), ("1505", True), ("1600", False), ("", True)])
def test_a_table_that_a_race_file_names_is_of_a_race_as_long(said: str, fits: bool) -> None:
    head = f"# distance_m: {said}\n" if said else ""
    source = Source(f"{head}name,800,time\nA,2:08,4:00\n".encode(), Path("a.csv"))
    known = Known(Evidence.MEASURED, None)
    if fits:
        (one,), _ = read_entries(source, Choices(distance=1500.0), known)
        assert (one.name, one.result and one.result.text) == ("A", "4:00")
    else:
        with pytest.raises(
            UnreadableRace, match="the table says `distance_m: 1600`, and the race file that names it 1500"
        ):
            read_entries(source, Choices(distance=1500.0), known)


def test_of_a_table_with_few_of_each_event_those_of_the_most_are_a_race() -> None:
    found = reading("name,event,time\nA,1500m,3:50\nB,1500m,3:51\nC,mile,4:05\nD,3000m,8:10\n")
    assert list(entries(found)) == ["A", "B"]
    assert list(map(str, found.understood.left_out)) == ["2 rows of other races"]


def test_bibs_are_names_only_beside_times() -> None:
    assert list(entries(reading(f"{FAR}bib,time\n7,30:00\n8,31:00\n"))) == ["No. 7", "No. 8"]
    found = reading(f"{FAR}bib,shoe\n7,red\n8,blue\n")
    assert "no column is known as the runner's name among 'bib', 'shoe'" in str(found.problems[-1])


@together(
    ("head", "row"),
    [
        ("Pos|Athlete|400|Result", "DNF | Ada Alfa (pace) | 56.0 | –"),
        ("Pos|Athlete|400|Result", "DNF | Ada Alfa (pacemaker) | 56.0 | –"),
        ("Pos|Athlete|400|Result", "DNF | Ada Alfa (PM) | 56.0 | –"),
        ("Pos|Athlete|400|Result", "DNF pace | Ada Alfa | 56.0 | –"),
        ("Pos|Athlete|400|Role|Result", "| Ada Alfa | 56.0 | pace | DNF"),
        ("Pos|Athlete|400|Result|Obs", "| Ada Alfa | 56.0 | DNF | Lièvre"),
        ("Pos|Athlete|400|Result|Not", "| Ada Alfa | 56.0 | DNF | hare"),
    ],
)
def test_a_pacemaker_is_one_however_it_is_said(head: str, row: str) -> None:
    others = ["1", "Bea Beta", "56.4", *([""] * head.count("Role")), "3:36.8"]
    found = reading("\n".join([head, " | ".join(others), row, ""]), distance=1500.0).race
    assert found is not None
    paced = next(entry for entry in found.entries if entry.name == "Ada Alfa")
    assert (paced.role, paced.status) == (Role.PACEMAKER, Status.DNF)


def test_a_wheelchair_is_not_called_faster_than_any_human() -> None:
    text = "# distance_m: 42195\nName,Division,Time\nAda Alfa,Wheelchair Women,1:41:58\nBea Beta,Women,2:25:01\n"
    assert not reading(text).problems


def test_who_withdrew_with_a_time_on_the_way_did_not_finish() -> None:
    rows = "Ada,6:00,15:00\nBea,6:30,弃权\nCia,,棄権\nDot,,withdrawn\nEve,6:40,withdrawn\nFay,6:41,DNS\n"
    found = reading("# distance_m: 5000\nname,2000,finish\n" + rows).race
    assert found is not None
    assert [str(entry.status) for entry in found.entries] == ["finished", "dnf", "dns", "dns", "dnf", "dns"]
