"""Race files whose keys are called otherwise, or whose entries have another shape."""

from replay.files.yaml.mending import mended, respelt
from replay.files.yaml.reader import Reader
from replay.files.yaml.yamltree import Mapping, plain, read_tree
from tests.together import together


def mend(text: str) -> tuple[object, list[str]]:
    """What is read, and what is told of it."""
    reader = Reader("a.yaml")
    tree = read_tree(text.encode(), "a.yaml")[0]
    assert isinstance(tree, Mapping)
    return plain(mended(tree, reader)), [problem.message for problem in reader.problems]


def entries(text: str) -> tuple[object, list[str]]:
    """The same of entries, each in a line."""
    made, told = mend("entries:\n" + "".join(f"  {line}\n" for line in text.splitlines()))
    assert isinstance(made, dict)
    return made["entries"], told


@together(
    ("text", "made", "meant"),
    [
        ("titel: Mile", {"race": "Mile"}, "'titel' in the race file is read as 'race'"),
        ("dist: 1500", {"distance": 1500}, "'dist' in the race file is read as 'distance'"),
        ("distanse: 1500", {"distance": 1500}, "'distanse' in the race file is read as 'distance'"),
        ("Race: Mile", {"race": "Mile"}, "'Race' in the race file is read as 'race'"),
        ("runners: []", {"entries": []}, "'runners' in the race file is read as 'entries'"),
        ("race: Mile\ntitle: The mile", {"race": "Mile", "title": "The mile"}, ""),  # both are there
        ("mood: good", {"mood": "good"}, ""),
        ("xx: 1\n7ab: 2", {"xx": 1, "7ab": 2}, ""),
        (f"{'d' * 41}: 1", {"d" * 41: 1}, ""),
        ("race: Mile\nentries: 7", {"race": "Mile", "entries": 7}, ""),
    ],
)
def test_keys_are_read_as_they_were_meant_and_that_is_told(text: str, made: object, meant: str) -> None:
    assert mend(text) == (made, [f"the key {meant}"] if meant else [])


def test_a_key_that_many_have_is_told_once() -> None:
    made, told = entries("- {naem: Ada}\n- {naem: Bea}\n- {name: Cia, naem: x}")
    assert made == [{"name": "Ada"}, {"name": "Bea"}, {"name": "Cia", "naem": "x"}]
    assert told == ["the key 'naem' in an entry is read as 'name'"]


@together(
    ("text", "made"),
    [
        # By their names or numbers.
        (
            "Ada: 4:01\nBea: ~\nCia:",
            [{"name": "Ada", "result": "4:01"}, {"name": "Bea", "result": None}, {"name": "Cia"}],
        ),
        ("Ada: {club: Oak}\n7: {name: Bea}", [{"name": "Ada", "club": "Oak"}, {"name": "Bea", "bib": 7}]),
        ("7: {name: Ada, bib: 9}", [{"name": "Ada", "bib": 9}]),
        ("Ada: [60.1, 61]", [{"name": "Ada", "splits": [60.1, 61]}]),
        ("- Ada: 4:01\n- Bea: {club: Oak}", [{"name": "Ada", "result": "4:01"}, {"name": "Bea", "club": "Oak"}]),
        ("- Ada: DNF\n- Bea: ~", [{"name": "Ada", "result": "DNF"}, {"name": "Bea", "result": None}]),
        # In a line.
        (
            "- 1. Ada Alfa 4:01.5\n- Bea DNF",
            [{"name": "Ada Alfa", "place": 1, "result": "4:01.5"}, {"name": "Bea", "result": "DNF"}],
        ),
        (
            "- 2nd Ada = 59.1\n- Cia\n- Dot 7\n- 12",
            [{"name": "Ada", "place": 2, "result": 59.1}, "Cia", "Dot 7", 12],
        ),
        ("- 3. Ada (GUA) 12:50.01 NR", [{"name": "Ada", "place": 3, "nation": "GUA", "result": "12:50.01 NR"}]),
        ("- [Ada, 4:01]", [["Ada", "4:01"]]),
        # With a name in two parts, and points among the keys.
        ("- {first: Ada, surname: Alfa, bib: 7}", [{"name": "Ada Alfa", "bib": 7}]),
        ("- {name: Ada, first: B}", [{"name": "Ada", "first": "B"}]),
        (
            "- {name: A, 400: 59.1, 800m: 2:01, half: 9}",
            [{"name": "A", "splits": {"400": 59.1, "800m": "2:01", "half": 9}}],
        ),
        ("- {name: A, 400: 1, splits: {800: 2}}", [{"name": "A", "400": 1, "splits": {"800": 2}}]),
    ],
)
def test_an_entry_may_have_many_shapes(text: str, made: object) -> None:
    assert entries(text) == (made, [])


@together(
    ("splits", "made"),
    [
        ("'400 59.1, 800 2:01'", {"400": 59.1, "800": "2:01"}),
        ("'400=59.1; 800@2:01'", {"400": 59.1, "800": "2:01"}),
        ("'59.1 61.2'", [59.1, 61.2]),
        ("'59.1'", "59.1"),
        ("'quick, then slow'", "quick, then slow"),
        ("[{400: 59.1}, {800: 2:01}]", {"400": 59.1, "800": "2:01"}),
        ("[[400, 59.1], [800, 2:01]]", {"400": 59.1, "800": "2:01"}),
        ("[400=59.1, 800@2:01]", {"400": 59.1, "800": "2:01"}),
        ("['400 0:59.1', '1 km: 3:01']", {"400": "0:59.1", "1 km": "3:01"}),
        ("[{at: 400, time: 59.1}, {km: 1, t: 3:01}]", {"400": 59.1, "1 km": "3:01"}),
        ("[{at: 400}]", {"at": 400}),
        ("[59.1, 61.2]", [59.1, 61.2]),
        ("[400=59.1, 800]", ["400=59.1", 800]),
        ("[[400, 59.1, 7]]", [[400, 59.1, 7]]),
        ("{1: 60, 2: 61}", {"1": 60, "2": 61}),  # they may be miles
        ("{lap 1: 60, lap 2: 61}", [60, 61]),
        ("{lap 1: 60, lap 3: 61}", {"lap 1": 60, "lap 3": 61}),
    ],
)
def test_splits_may_have_many_shapes(splits: str, made: object) -> None:
    assert entries(f"- {{name: Ada, splits: {splits}}}")[0] == [{"name": "Ada", "splits": made}]


def test_how_many_laps_is_not_read_where_it_is_said_how_far_they_were() -> None:
    made, told = entries("- {name: Ada, laps: 130, distance: 52300}\n- {name: Bea, laps: 121, distance: 48900}")
    assert made == [{"name": "Ada", "distance": 52300}, {"name": "Bea", "distance": 48900}]
    assert told == ["the number of laps, 130, is not read, as `distance` says how far it was"]
    assert entries("- {name: Ada, laps: 130}")[0] == [{"name": "Ada", "laps": 130}]


def test_laps_are_a_list_whatever_numbers_them() -> None:
    for laps in ("{1: 60, 2: 61}", "{lap_1: 60, lap_2: 61}", "{Runde 1: 60, Runde 2: 61}", "[60, 61]", "'60 61'"):
        assert entries(f"- {{name: Ada, laps: {laps}}}")[0] == [{"name": "Ada", "laps": [60, 61]}], laps


@together(
    ("results", "made", "told"),
    [
        (("4.01", "4:02"), ["4:01", "4:02"], True),
        (("4.01", "59:02"), [4.01, "59:02"], False),
        (("4.01", "4.02"), [4.01, 4.02], False),
        (("4.61", "4:02"), [4.61, "4:02"], False),
        (("13.01", "4:02"), [13.01, "4:02"], False),
    ],
)
def test_a_point_in_place_of_a_colon_is_known_by_the_others(
    results: tuple[str, str], made: list[object], told: bool
) -> None:
    found, said = entries("\n".join(f"- {{name: A{at}, result: {text}}}" for at, text in enumerate(results)))
    assert isinstance(found, list)
    assert ([one["result"] for one in found], bool(said)) == (made, told)


def test_a_decimal_comma_in_braces_is_one_unless_the_number_is_quoted() -> None:
    assert entries("- {name: Ada, result: 11,02}") == ([{"name": "Ada", "result": 11.02}], ["`11,02` is read as 11.02"])
    assert entries("- {name: Ada, result: '11', 02: }")[0] == [{"name": "Ada", "result": "11", "splits": {"02": None}}]


@together(
    ("text", "made"),
    [
        ("[{naem: Ada, nmae: x}]", [{"name": "Ada", "nmae": "x"}]),
        ("{resluts: [{naem: Ada}], more: 1}", {"results": [{"name": "Ada"}], "more": 1}),
        ("[{names: Ada, club: Oak, mood: x, nm: y}]", [{"names": "Ada", "club": "Oak", "mood": "x", "nm": "y"}]),
        ("[x, 7]", ["x", 7]),
        ("x", "x"),
    ],
)
def test_lists_that_are_no_race_files_have_their_slips_mended_alone(text: str, made: object) -> None:
    assert plain(respelt(read_tree(text.encode(), "a.yaml")[0], Reader("a.yaml"))) == made
