import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replay.files.formats import read_race, read_source
from replay.files.source import Choices, Reading, Source
from replay.files.table.reader import read
from replay.files.understood import Tallies
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Evidence, Race, Role, Status, Surface
from tests.places import BENCHMARKS, DATA
from tests.together import together

TraceFunction = Callable[[FrameType, str, Any], Any]

OFFICIAL = sorted([*DATA.glob("official-*.csv"), *BENCHMARKS.glob("*/*.csv")])
HEAD = "# distance_m: 1500\n"


def reading(text: str | bytes, name: str = "a-race.csv", **choices: Any) -> Reading:  # noqa: ANN401
    data = text if isinstance(text, bytes) else text.encode()
    return read(Source(data, Path(name)), Choices(**choices))


def outcome(found: Reading) -> tuple[Race, tuple[Problem, ...]]:
    if found.race is None:
        raise UnreadableRace(found.problems)
    return found.race, found.problems


def parsed(text: str, distance: float | None = None) -> tuple[Race, tuple[Problem, ...]]:
    return outcome(reading(text, distance=distance))


def sound(text: str) -> Race:
    race, problems = parsed(text)
    assert [str(problem) for problem in problems] == []
    return race


def failure(text: str) -> str:
    with pytest.raises(UnreadableRace) as raised:
        parsed(text)
    return str(raised.value)


def test_a_row_is_an_entry_with_measured_splits() -> None:
    race = sound(
        "\ufeff" + HEAD + "# event: The final\nplace,name,nation,lane,bib,notes,400,800,result_s\n"
        '1,"Oak, Ann",NOR,3,17,WR PB,61.2,2:05.31,240.10\n'
    )
    assert (race.distance, race.title, race.id) == (1500.0, "The final", "a-race")
    ann = race.entries[0]
    marks = "WR", "PB"
    assert (ann.name, ann.nation, ann.lane, ann.bib, ann.marks, ann.place) == ("Ann Oak", "NOR", 3, "17", marks, 1)
    assert [(split.distance, split.time.seconds, split.time.text) for split in ann.splits] == [
        (400.0, 61.2, "1:01.2"),
        (800.0, 125.31, "2:05.31"),
    ]
    assert ann.result is not None
    assert (ann.result.seconds, ann.result.text, ann.result.evidence) == (240.1, "4:00.10", Evidence.MEASURED)


def test_blank_is_unknown_and_other_columns_are_ignored() -> None:
    race = sound(HEAD + "shoe,name,400,800,finish\nred,A,,2:05,\n\n,B,61,,4:00\n")
    assert [[split.distance for split in entry.splits] for entry in race.entries] == [[800.0], [400.0]]
    assert race.entries[0].result is None


def test_a_distance_may_have_its_m() -> None:
    race = sound(HEAD + "name,400m,800 m,finish\nA,61,2:05,4:00\n")
    assert [split.distance for split in race.entries[0].splits] == [400.0, 800.0]


def test_columns_may_stand_in_any_order() -> None:
    race = sound(HEAD + "800,400,name\n2:05,61,A\n")
    assert [split.distance for split in race.entries[0].splits] == [400.0, 800.0]


def test_what_is_wrong_is_reported_with_its_line_and_left_out() -> None:
    race, problems = parsed(
        HEAD + "name,place,lane,status,400,800,9000,400,finish\n"
        "A,first,x,gone,6l.2,2:05,,,4:00\n"
        ",2,,,61,2:04,,,4:01\n"
        "C,3,,,61,40,,,4:02\n"
        "D,E,4,,,61,2:04,,,4:03\n"
        "F,5,,dnf,,,,,4:05\n"
    )
    assert [entry.name for entry in race.entries] == ["A", "C", "F"]
    assert [problem.line for problem in problems] == [2, 3, 3, 3, 4, 5, 6, 7]
    assert [[split.distance for split in entry.splits] for entry in race.entries] == [[800.0], [400.0], []]
    assert race.entries[2].result is None


@together(
    ("text", "told"),
    [
        ("name,finish\nA,4:00\n", "how far"),
        ("# distance_m: far\nname,finish\nA,4:00\n", "how far"),
        ("# distance_m: 1500\nheight,finish\n1.80,4:00\n", "runner's name among 'height', 'finish'"),
        (HEAD + "name,finish\n", "no runner"),
        (HEAD, "no row"),
        ("", "no row"),
        (HEAD + "name,shoe\nA,red\nB,blue\n", '--column "Time=result"'),
        (HEAD + "name,finish\nA,soon\nB,later\n", "no column is known as a time"),
        (HEAD + "name,finish,400\nA,DNF,\nB,DNS,\n", "no column is known as a time among 'name', 'finish', '400'"),
        (HEAD + "name,finish\nA,0:00\n", "no cell of 'finish' is a time"),
        (HEAD + "name,finish\nA,0:02\nB,0:03\n", "no runner has a time that can be true"),
        ("event: 24h\nname,finish\nA,24:00:00\n", "race for distance"),
        ("name\nA\n", "no column is known as a time among 'name'"),
        ("name,km\nA,18.517\nB,18.341\n", "race for distance"),
        ("name,distance\nA,18517 m\nB,18341 m\n", "race for distance"),
    ],
)
def test_what_is_no_race_is_refused_with_a_way_out(text: str, told: str) -> None:
    assert told in failure(text)


def test_the_distance_given_wins_over_the_file_s_own_and_that_is_told() -> None:
    found = reading(HEAD + "name,finish\nA,4:00\n", distance=800.0)
    race, _ = outcome(found)
    assert (race.distance, found.understood.distance_from) == (800.0, "--distance")
    assert any("`distance_m: 1500`" in said for said in found.understood.assumed)
    assert reading("name,finish\nA,2:00\n", distance=800.0).understood.assumed == ()
    hour = reading("# event: 1h\nname,distance,finish\nA,10 km,31:00\nB,10 km,32:00\n", distance=10_000.0)
    assert outcome(hour)[0].duration is None


def test_what_a_file_was_taken_for_is_told_and_can_be_said_otherwise() -> None:
    text = "Name;Time;Born\nÅse;4:00;3/25/1990\nBea;4:01;4/2/1991\n".encode("cp1252")
    understood = reading(text, distance=1500.0).understood
    assert (understood.delimiter, understood.encoding, understood.date_order) == (";", "cp1252", "mdy")
    other = reading(text, distance=1500.0, encoding="mac_roman", date_order="dmy")
    assert (outcome(other)[0].entries[0].name, other.understood.date_order) == ("≈se", "dmy")


def test_a_title_and_an_event_can_be_said_of_any_file() -> None:
    for text in ("name,finish\nA,9:05\n", "race: R\nevent: mile\nentries: [{name: A, result: '9:05'}]\n"):
        said = Choices(title="The final", event="3000m steeplechase")
        race = read_source(Source(text.encode(), Path("a-race")), said).race
        assert race is not None
        assert (race.title, race.event, race.distance, race.steeplechase) == ("The final", said.event, 3000.0, True)


def test_points_with_the_places_of_a_field_of_which_a_part_is_listed_are_no_times() -> None:
    rows = "Ann,2,2,3,1\nBea,9,4,1,2\nCat,11,12,2,3\nDot,3,19,14,\n"
    assert "have places" in failure(f"# event: 5000m\nname,1000,2000,3000,4000\n{rows}")


def test_a_table_whose_times_cannot_be_true_is_no_race_without_results() -> None:
    rows = "".join(f"{name},0:0{at}.2,0:1{at}.5,0:2{at}.1,\n" for at, name in enumerate("ABCD", 4))
    assert "no runner has a time that can be true" in failure(f"# event: 5000m\nname,1000,2000,3000,finish\n{rows}")


def test_a_marathon_is_on_the_road() -> None:
    assert sound("# distance_m: 42195\nname,finish\nA,2:30:00\n").course.surface is Surface.ROAD


def test_mistakes_of_one_kind_are_one_problem_however_many() -> None:
    rows = "".join(f"Runner {row},{'x' if row % 3 else '61'},4:{row % 60:02}\n" for row in range(3000))
    race, problems = parsed(HEAD + "name,400,finish\n" + rows)
    assert len(race.entries) == 3000
    (problem,) = problems
    assert "Runner 1's split at 400 m is no time: 'x' (and 1,999 more such, to line 3002)" in str(problem)


def test_names_are_only_text() -> None:
    assert sound(HEAD + "name,finish\n\x1b[31mAnn\u202e,4:00\n").entries[0].name == "[31mAnn"


CELLS = st.sampled_from(
    [
        "name",
        "400",
        "800",
        "finish",
        "place",
        ",",
        "\n",
        '"',
        "A",
        "61",
        "2:05",
        "# distance_m: 1500\n",
        "DNF",
        "\x00",
        "é",
        "\r",
    ]
)


@settings(deadline=None)
@given(data=st.one_of(st.binary(max_size=200), st.lists(CELLS, max_size=40).map(lambda cells: "".join(cells).encode())))
def test_any_bytes_are_a_race_or_a_clear_problem(data: bytes) -> None:
    try:
        _, problems = outcome(reading(data, distance=1500.0))
    except UnreadableRace as error:
        problems = error.problems
        assert problems
    assert all(str(problem).isprintable() for problem in problems)


@together("path", OFFICIAL)
def test_every_file_of_official_splits_is_read(path: Path) -> None:
    race, problems = read_race(path)
    assert [str(problem) for problem in problems] == []
    assert any(entry.splits for entry in race.entries)
    assert sum(entry.result is not None for entry in race.entries) == sum(
        entry.status is Status.FINISHED for entry in race.entries
    )


def test_an_official_analysis_has_all_its_splits_and_its_pacemaker() -> None:
    race, _ = read_race(DATA / "official-mile.csv")
    first = race.entries[0]
    assert (len(race.entries), len(first.splits), first.result and first.result.seconds) == (5, 16, 229.66)
    assert [len(entry.splits) for entry in race.entries] == [16, 16, 9, 8, 0]
    assert [entry.name for entry in race.entries if entry.role is Role.PACEMAKER] == ["Žan Eder"]


def test_the_work_of_reading_a_row_does_not_grow_with_the_rows() -> None:
    def steps(rows: int) -> int:
        """Lines of Python that are run."""
        body = "".join(f"Runner {row},{60 + row % 50},{130 + row % 90},{250 + row % 200}\n" for row in range(rows))
        count = 0

        def step(frame: FrameType, event: str, argument: object) -> TraceFunction:
            nonlocal count
            count += 1
            return step

        before = sys.gettrace()
        sys.settrace(step)
        try:
            parsed(HEAD + "name,400,800,finish\n" + body)
        finally:
            sys.settrace(before)
        return count

    assert steps(2000) < steps(200) * 11


def test_columns_of_one_meaning_that_were_not_used_say_so() -> None:
    text = (
        "Miejsce;Nazwisko;Imię;Czas;Tempo;Wynik;Klub;Drużyna;Nr\n"
        "1;Alfa;Ada;31:02;3:06;31:02;A;Z;5\n2;Beta;Bea;31:40;3:10;31:40;B;Y;6\n"
    )
    columns = {column.title: column for column in reading(text, distance=10_000).understood.columns}
    assert columns["Czas"].meaning == "result"
    assert {title: column.why for title, column in columns.items() if not column.meaning} == {
        "Tempo": "nobody runs 10000 m in times such as '3:06'",
        "Wynik": "the result is in 'Czas'",
        "Drużyna": "the club is in 'Klub'",
    }


def test_the_title_is_its_own_and_may_say_how_far_the_race_was() -> None:
    rows = "name,finish\nAda,4:30.1\nBea,4:31.2\n"
    both = reading(f"# event: 1500m\n# title: The evening\n{rows}").race
    assert both is not None
    assert (both.title, both.event) == ("The evening", "1500m")
    told = reading(f"# title: Evening mile\n{rows}")
    assert told.understood.distance == pytest.approx(1609.344)
    assert told.understood.distance_from == "the title: 'Evening mile'"


def test_a_column_that_the_user_names_is_the_only_one_of_its_meaning() -> None:
    text = "name,Time,Zeit,note\nAda,4:00,4:05,x\nBea,4:10,4:15,y\n"
    found = reading(text, distance=1500.0, columns={"note": "name", "Zeit": "result"})
    race, problems = outcome(found)
    assert not problems
    assert [(entry.name, entry.result.text) for entry in race.entries if entry.result] == [("x", "4:05"), ("y", "4:15")]
    assert {column.title for column in found.understood.columns if not column.meaning} == {"name", "Time"}


@together(
    ("titles", "cells"),
    [
        ("Members", "Ada Alfa, Bea Beta, Cia Gamma, Dea Delta"),
        ("Team Members", "1) Ada Alfa 2) Bea Beta 3) Cia Gamma 4) Dea Delta"),
        ("Runner 1;Runner 2;Runner 3;Runner 4", "Ada Alfa;Bea Beta;Cia Gamma;Dea Delta"),
    ],
)
def test_a_relay_has_the_names_of_those_who_run_its_legs(titles: str, cells: str) -> None:
    race = sound(f"# event: 4x400m\nPlace;Team;{titles};400;Time\n1;Poland;{cells};49.1;3:16.2\n")
    poland = race.entries[0]
    assert (race.distance, poland.name) == (1600.0, "Poland")
    assert [(leg.name, leg.start) for leg in poland.legs] == [
        ("Ada Alfa", 0.0),
        ("Bea Beta", 400.0),
        ("Cia Gamma", 800.0),
        ("Dea Delta", 1200.0),
    ]


def test_a_team_without_an_event_is_a_relay_and_no_human_too_fast() -> None:
    race = sound("# distance_m: 1600\nteam,nation,400,800,1200,finish\nPoland,POL,49.1,1:37.9,2:27.0,3:16.2\n")
    assert [split.distance for split in race.entries[0].splits] == [400.0, 800.0, 1200.0]


def test_a_column_whose_times_fit_nobody_is_not_said_to_be_read() -> None:
    rows = "Ada,7:30,1:15:00,22:30,30:00\nBea,7:31,1:15:03,22:31,30:10\n"
    found = reading(f"# distance_m: 10000\nname,2500,5000,7500,finish\n{rows}").understood
    assert [(column.title, column.why) for column in found.columns if not column.meaning] == [
        ("5000", "its times fit nobody")
    ]


def test_one_thing_is_told_as_one() -> None:
    tallies = Tallies()
    tallies.add("cells 'nan' taken as missing")
    tallies.add("lines that are no runner", "line 9")
    tallies.add("splits that cannot be true", count=2)
    told = ["1 cell 'nan' taken as missing", "1 line that is no runner (first: line 9)", "2 splits that cannot be true"]
    assert list(map(str, tallies.all())) == told


def test_a_state_is_no_nation_beside_a_country() -> None:
    race, _ = parsed("name,state,country,time\nAda Alfa,CA,USA,30:10\nBea Beta,ON,CAN,31:10\n", 10_000.0)
    assert [entry.nation for entry in race.entries] == ["USA", "CAN"]


def test_a_column_may_be_the_names_by_its_cells_alone() -> None:
    found = reading(HEAD + "Zxq,Result time,foo\nAnn Alfa,4:00,x y\nBea Beta,4:01,z w\n")
    assert [str(problem).partition("warning: ")[2] for problem in found.problems] == [
        "'Zxq' is taken for the name, by its cells; --column says otherwise"
    ]


@together(
    ("rows", "names"),
    [
        ("Alfa,Ada,4:00\nBeta,Bea,4:01\n", ["Ada Alfa", "Bea Beta"]),
        ("Alfa,7,4:00\nBeta,8,4:01\n", None),
        ("Alfa,,4:00\nBeta,Bea,4:01\n", None),
        (",Ada,4:00\nBeta,Bea,4:01\n", None),
    ],
)
def test_a_comma_in_every_name_parts_no_cells(rows: str, names: list[str] | None) -> None:
    race = reading(f"{HEAD}name,time\n{rows}").race
    assert (race and [entry.name for entry in race.entries]) == names


def test_a_row_without_a_name_is_told_of_only_if_it_has_more_than_one_time() -> None:
    rows = "Ann,2:00,4:00\n,,4:02\n,2:01,4:03\n,x,4:04\nTotal,2:09,12:00\nBea,2:02,4:04\n"
    race, problems = parsed(f"{HEAD}name,800,finish\n{rows}")
    assert [entry.name for entry in race.entries] == ["Ann", "Bea"]
    lines = [(problem.line, str(problem).partition("error: ")[2]) for problem in problems]
    assert lines == [(5, "the row names no runner, and is left out")]


@together(
    ("known", "evidence"),
    [
        (("reported", "reported", "estimated"), "reported"),
        (("reported", "measured", "estimated"), "measured"),
        (("estimated",) * 3, "measured"),
    ],
)
def test_how_the_times_are_known_may_be_a_column(known: tuple[str, ...], evidence: str) -> None:
    rows = "".join(f"R{row},{one},4:0{row}\n" for row, one in enumerate(known))
    for title, told in (("evidence", evidence), ("colour", "measured")):
        race = reading(f"{HEAD}name,{title},finish\n{rows}").race
        assert race is not None
        assert {str(entry.result.evidence) for entry in race.entries if entry.result} == {told}


def test_how_far_the_reading_is_only_grows() -> None:
    shares: list[float] = []
    reading(HEAD + "name,400,finish\nA,61,4:00\n", progress=shares.append)
    assert shares == sorted(set(shares))
    assert 0 < shares[0] < 0.2 < 0.9 < shares[-1] <= 1


def test_what_was_assumed_of_cells_with_two_times_is_told() -> None:
    found = reading("name,400m,time\nA,65.1 / 1:05.3,4:20\nB,65.2 / 1:05.4,4:21\n", distance=1500.0)
    assert any("the larger is since the start" in clause for clause in found.understood.assumed)


def test_numbers_that_fall_are_no_points_that_head_columns() -> None:
    """How far each came in every hour is no heading, however much it looks like points."""
    text = "Runner,Hour 1,Hour 2,Hour 3,Total km\nAda,11.2,11.0,10.8,33.0\nBea,10.9,10.6,10.1,31.6\n"
    assert reading(text).understood.columns[0].title == "Runner"
    race = reading(text, duration=3 * 3600.0).race
    assert race is not None
    assert [entry.arrival and entry.arrival.distance for entry in race.entries] == [33_000.0, 31_600.0]
