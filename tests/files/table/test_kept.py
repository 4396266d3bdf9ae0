"""Which rows are runners, and of which race."""

from tests.files.table.test_reader import reading
from tests.together import together

FIELD = "1,Ada,31:02\n2,Bea,31:40\n"


@together(
    ("rows", "left_out"),
    [
        ("place,name,finish\nTotal,,3\n,,\nFinishers: 3,,\n", ["3 lines that are no runner (first: line 5)"]),
        ("3,,31:50\n", ["1 row without a name (first: line 4)"]),
        ("all times by hand,,\nreferee: Dot Day,,\n", ["2 lines that are no runner (first: line 4)"]),
        ("times,,\n", ["1 line that is no runner (first: line 4)"]),
    ],
)
def test_what_is_no_runner_is_left_out_and_counted(rows: str, left_out: list[str]) -> None:
    found = reading(f"place,name,finish\n{FIELD}{rows}", distance=10_000.0)
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == ["Ada", "Bea"]
    assert list(map(str, found.understood.left_out)) == left_out


@together(
    ("rows", "names"),
    [
        ("-1 lap,Cia,\nreferee: Dot Day,,\n", ["Ada", "Bea", "Cia"]),
        ("did not finish,Cia,\n", ["Ada", "Bea", "Cia"]),
        ("the first at home,Cia,31:50\n", ["Ada", "Bea", "Cia"]),
    ],
)
def test_words_in_the_place_of_a_runner_are_no_remark_below_the_list(rows: str, names: list[str]) -> None:
    race = reading(f"place,name,finish\n{FIELD}{rows}", distance=10_000.0).race
    assert race is not None
    assert [entry.name for entry in race.entries] == names


def test_half_a_name_is_somebody_and_none_at_all_is_nobody() -> None:
    text = "given name,family name,finish\nAda,Alfa,31:02\n,Beta,31:40\nCia,,31:45\n,,31:50\nTotal,,\n"
    found = reading(text, distance=10_000.0)
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == ["Ada Alfa", "Beta", "Cia"]
    assert sum(tally.count for tally in found.understood.left_out) == 2


@together(
    ("text", "names", "parts"),
    [
        ("event,name,time\n800m,Al,1:50\n1500m,Bo,3:50\n1500m,Cy,3:51\n", ["Bo", "Cy"], ("800m", "1500m")),
        (
            "event,name,time\n800m,Al,1:50\n1500m,Bo,3:50\n1500m,Di,3:52\nShot Put,Cy,18.10\nShot Put,Dy,17.10\n",
            ["Bo", "Di"],
            None,
        ),
        ("event,name,time\n1500m,Al,3:50\n1500m,Bo,3:51\n", ["Al", "Bo"], ()),
        ("event,name,time\nHeat A,Al,3:50\nHeat B,Bo,3:51\n,Cy,3:52\n", ["Al", "Bo", "Cy"], ()),
        (
            "distance,name,time\n5 km,Al,15:50\n10 km,Bo,31:50\n10 km,Cy,31:51\n10 km,Di,32:00\n",
            ["Bo", "Cy", "Di"],
            None,
        ),
    ],
)
def test_of_several_races_the_largest_is_kept(text: str, names: list[str], parts: tuple[str, ...] | None) -> None:
    found = reading(text, distance=None if "m," in text.splitlines()[1] else 1500.0)
    assert found.race is not None, found.problems
    assert [entry.name for entry in found.race.entries] == names
    assert parts is None or found.understood.parts == parts
    assert [said.split()[:2] for said in found.understood.assumed] == [["of", "2"]] * (parts != ())


RUNNERS = ("Ada", "Bea", "Cia", "Dot", "Eva", "Fay")


@together(
    ("title", "cells", "kept"),
    [
        ("event", "800m,1500m", (0, 2)),  # as many as there are rows
        ("event", "800m,1500m,1500m", (1, 3)),
        ("event", "800m,1500m,x", (0, 3)),
        ("event", "800m,1500m,x,x,x,x", (2, 6)),
        ("event", "800m,y,x,x,x,x", (0, 6)),  # only one is known
        ("distance", "5 km,10 km,10 km", (0, 3)),
        ("distance", "5 km,10 km,10 km,10 km", (1, 4)),
        ("distance", "5 km,x,x,x", (0, 4)),
    ],
)
def test_a_column_names_races_where_it_names_few_of_which_two_are_known(
    title: str, cells: str, kept: tuple[int, int]
) -> None:
    rows = [f"{cell},{name},3:5{at}.1" for at, (cell, name) in enumerate(zip(cells.split(","), RUNNERS, strict=False))]
    race = reading("\n".join([f"{title},name,time", *rows, ""]), distance=1500.0).race
    assert race is not None
    assert tuple(entry.name for entry in race.entries) == RUNNERS[kept[0] : kept[1]]


@together(
    ("row", "names"),
    [
        ("two words,,", ["Ada", "Bea"]),
        ("words,Cia,", ["Ada", "Bea", "Cia"]),
        ("two words,Cia,", ["Ada", "Bea"]),
        ("name,name,finish", ["Ada", "Bea"]),
        ("Total,Cia,", ["Ada", "Bea"]),
        ("3,,31:50", ["Ada", "Bea"]),
    ],
)
def test_a_row_below_the_last_runner_is_one_or_none(row: str, names: list[str]) -> None:
    race = reading(f"place,name,finish\n{FIELD}{row}\n", distance=10_000.0).race
    assert race is not None
    assert [entry.name for entry in race.entries] == names


@together(("said", "title"), [("Men 800m", "Men 800m"), ("800m", "A Race")])
def test_a_race_that_only_its_file_names_is_called_as_its_event(said: str, title: str) -> None:
    rows = f"event,name,time\n{said},Ada,2:01\n{said},Bea,2:02\n"
    for head, called in (("", title), ("# title: Oak\n", "Oak")):
        race = reading(head + rows).race
        assert race is not None
        assert race.title == called


def test_a_day_and_a_meeting_that_all_rows_have_are_the_races() -> None:
    rows = "date,meet,name,time\n{},Oak Open,Ada,31:10\n{},Oak Open,Bea,32:10\n"
    found = reading(rows.format("2025-12-06", "2025-12-06"), distance=10_000.0)
    assert found.race is not None
    assert (str(found.race.date), found.race.meeting) == ("2025-12-06", "Oak Open")
    assert [column.meaning for column in found.understood.columns][:2] == ["date", "meeting"]
    either = reading(rows.format("03/04/2025", "03/04/2025"), distance=10_000.0)
    assert any("the day first" in clause for clause in either.understood.assumed)
    several = reading(rows.format("2025-12-06", "2025-12-07"), distance=10_000.0).race
    assert several is not None
    assert several.date is None


@together(
    ("races", "parts"),
    [
        # Of one event several races, each on a day of its own.
        (
            ["Half Marathon,Oak Half,2025-04-13", "10K,Elm Run,2024-09-21", "Half Marathon,Ash Half,2025-05-04"],
            ["Half Marathon, Oak Half", "10K", "Half Marathon, Ash Half"],
        ),
        # A race for each event of a meeting, and heats of one day or of several.
        (["Half Marathon,Oak,2025-04-13", "10K,Oak,2025-04-13", "Half Marathon,Oak,2025-04-13"], None),
        (["1500m,heat 1,2025-04-13", "800m,heat 1,2025-04-13", "1500m,heat 2,2025-04-13"], None),
    ],
)
def test_races_of_several_days_are_several_though_they_are_as_far(races: list[str], parts: list[str] | None) -> None:
    rows = [f"R {at},{race},{time}" for time in ("1:40:10", "1:41:10") for at, race in enumerate(races)]
    found = reading("\n".join(["runner name,race type,race name,race date,finish time", *rows, ""]))
    told = list(found.understood.parts)
    assert told == parts if parts is not None else all("," not in part for part in told)
