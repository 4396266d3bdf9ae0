"""What a text says of other races than its own."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.other_races import own_words
from replay.files.source import Choices, Source
from tests.together import together


@together(
    ("text", "own"),
    [
        ("Next race: 10 km on May 3", ""),
        ("Next race: May 3, 10 km. Results of the 5 km", "Results of the 5 km"),
        ("Results 5 km - next race 10 km", "Results 5 km"),
        ("Spring Open 5 km (next race: 10 km)", "Spring Open 5 km"),
        ("The last race was the 3000m in May; the coming one is the 5k on July 2.", ""),
        ("See you on 3 May for the half marathon.", ""),
        ("Nächster Lauf: 10 km am 3. Mai", ""),
        ("Prochaine course : 10 km", ""),
        ("Próxima carrera: 10 km", ""),
        ("Last year's winner: 10 km 31:02", ""),
        ("Last Friday's mile", "Last Friday's mile"),
        ("Results of the last race: 10 km", "Results of the last race: 10 km"),
        ("Last Chance 10,000m", "Last Chance 10,000m"),
        ("Men 800m, last lap 55", "Men 800m, last lap 55"),
    ],
)
def test_what_is_said_of_other_races_is_none_of_its_own(text: str, own: str) -> None:
    assert own_words(text) == own


_RUNNERS = ("1. Ada Alfa 16:31", "2. Bea Beta 16:58", "3. Cia Gamma 17:20")
_TABLE = ("Place,Name,Time", "1,Ada Alfa,16:31", "2,Bea Beta,16:58", "3,Cia Gamma,17:20")


@together(
    ("name", "lines", "metres"),
    [
        ("a.txt", ("Next race: 10 km on May 3", "Spring Open 5 km", "", *_RUNNERS), 5000.0),
        ("a.txt", ("Spring Open 5 km", "", *_RUNNERS, "", "Next race: 10 km"), 5000.0),
        ("a.txt", ("Hi all", "", *_RUNNERS, "", "Next race: 10 km on May 3"), None),
        ("a.txt", ("City Marathon weekend", "5 km results", "", *_RUNNERS), 5000.0),
        ("a.csv", ("Next race: 10 km on May 3,,", *_TABLE), None),
        ("a.csv", ("Next race: 10 km on May 3,,", "Open 5 km,,", *_TABLE), 5000.0),
        ("a.csv", (*_TABLE, "Next race: 10 km on May 3,,"), None),
        ("a.csv", ("Half marathon and 5 km festival,,", "5 km,,", *_TABLE), 5000.0),
    ],
)
def test_a_line_of_another_race_never_gives_the_distance(
    name: str, lines: tuple[str, ...], metres: float | None
) -> None:
    race = read_source(Source("\n".join(lines).encode(), Path(name)), Choices()).race
    assert (None if race is None else race.distance) == metres
