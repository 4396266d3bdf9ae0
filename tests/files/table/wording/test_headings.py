"""Headings as exporters and pages of many countries write them; names are invented."""

from unittest.mock import Mock

import pytest

from replay.files.table.wording import headings
from replay.files.table.wording.headings import FINISH, Point, Told, read_heading
from replay.files.table.wording.words import Meaning
from replay.race.race import Clock
from tests.files.table.test_reader import parsed, sound
from tests.together import together

EXPORTS = {
    "parkrun": "Position,parkrunner,Gender,Age Group,Club,Time\n1,Ada ALFA,Female,SW25-29,A,17:02PB\n"
    "2,Bea BETA,Female,VW35-39,,17:55First Timer!\n",
    "danish": "Nr.;Navn;Klub;Sluttid (netto);Sluttid (brutto);Placering\n5;Ada Alfa;AK;0:17:02;0:17:04;1\n"
    "6;Bea Beta;FK;0:17:55;0:17:59;2\n",
    "spanish": "Puesto;Dorsal;Nombre;Apellidos;T. Oficial;T. Real\n1;1;Ada;Alfa;17:04;17:02\n"
    "2;2;Bea;Beta;18:00;17:55\n",
    "italian": "Pos;Pett;Cognome;Nome;T.Gara;Real Time\n1;10;ALFA;Ada;17:04;17:02\n2;11;BETA;Bea;18:00;17:55\n",
    "czech": "Poř.;St. č.;Příjmení;Jméno;Čas;Ztráta\n1;3;Alfa;Ada;17:02;\n2;4;Beta;Bea;17:55;0:53\n",
    "portuguese": "Col.;Nº;Atleta;Tempo Chip;Tempo Oficial\n1;1;Ada Alfa;17:02;17:04\n2;2;Bea Beta;17:55;18:00\n",
    "hungarian": "Helyezés;Rajtszám;Név;Idő\n1;1;Ada Alfa;17:02\n2;2;Bea Beta;17:55\n",
    "japanese": "順位,ナンバー,氏名,所属,記録\n1,1,Ada Alfa,東京,17:02\n2,2,Bea Beta,大阪,17:55\n",
    "russian": "Место;Номер;Фамилия Имя;Город;Результат\n1;1;Alfa Ada;Москва;17:02\n2;2;Beta Bea;Казань;17:55\n",
    "markdown": "# Club 5k\n\n| Pos | Name | Time |\n|---:|---|---|\n"
    "| 1 | Ada Alfa | 17:02 |\n| 2 | Bea Beta | 17:55 |\n",
    "mylaps": "Pos.,No.,Name,Class,Laps,Total Tm,Diff,Best Tm\n"
    "1,7,Ada Alfa,W,4,17:02,,1:13\n2,8,Bea Beta,W,4,17:55,53,1:15\n",
    "no language": "Zxq;Wvu;Tsr\nAda Alfa;17:02;A\nBea Beta;17:55;B\n",
}


@together("text", EXPORTS.values())
def test_exports_of_many_countries_give_names_and_net_times(text: str) -> None:
    race, _ = parsed(text, 5000.0)
    found = [(entry.name.title(), entry.result and entry.result.seconds) for entry in race.entries]
    assert found == [("Ada Alfa", 1022.0), ("Bea Beta", 1075.0)]


def test_a_remark_above_the_heading_may_say_how_far_it_was() -> None:
    assert parsed(EXPORTS["markdown"])[0].distance == 5000.0


def test_a_distance_in_brackets_says_where_a_point_is_and_how_far_the_race_was() -> None:
    race = sound("Pos,Name,CP1 (23 km),CP2 (51.5 km),Finish (102 km)\n1,Ada Alfa,2:01:00,4:50:10,10:20:05\n")
    assert race.distance == 102_000.0
    assert [split.distance for split in race.entries[0].splits] == [23_000.0, 51_500.0]


@together(
    "titles",
    [
        "t400,t800,t1200",
        "cum400,cum800,cum1200",
        "s400,s800,s1200",
        "400m (rank),800m (rank),1200m (rank)",
    ],
)
def test_programs_name_their_points_so(titles: str) -> None:
    rows = "Ada Alfa,65.1 (2),2:11.0 (1),3:17.2 (1),4:05.1\nBea Beta,65.0 (1),2:11.5 (2),3:18.0 (2),4:07.7\n"
    race = sound(f"Name,{titles},1500 (finish)\n{rows}")
    assert race.distance == 1500.0
    assert [(split.distance, split.time.seconds) for split in race.entries[0].splits] == [
        (400.0, 65.1),
        (800.0, 131.0),
        (1200.0, 197.2),
    ]


def test_the_second_400_m_end_at_800() -> None:
    rows = "Ada Alfa,65.1,66.0,67.0,3:18.1\nBea Beta,65.5,66.5,67.4,3:19.4\n"
    race, _ = parsed(f"Name,1st 400m,2nd 400m,3rd 400m,Time\n{rows}", 1200.0)
    assert [(split.distance, split.time.seconds) for split in race.entries[0].splits] == [(400.0, 65.1), (800.0, 131.1)]


def test_quarters_are_of_a_mile() -> None:
    rows = "Ada Alfa,65.1,2:11.0,3:17.2,4:22.1\nBea Beta,65.3,2:11.5,3:18.0,4:25.0\n"
    race, _ = parsed(f"Name,1/4,1/2,3/4,Mile\n{rows}")
    assert [split.distance for split in race.entries[0].splits] == [402.336, 804.672, 1207.008]
    assert race.distance == 1609.344


def test_times_with_numbers_are_of_laps() -> None:
    race, _ = parsed("Name,Time1,Time2,Time3\nAda Alfa,1:05,2:11,3:17\nBea Beta,1:06,2:12,3:19\n", 1200.0)
    assert [split.distance for split in race.entries[0].splits] == [400.0, 800.0]


@pytest.mark.parametrize(
    ("text", "meaning", "sure"),
    [
        ("Leg1 Surname", Meaning.MEMBER, True),
        ("Leg 1 First name", Meaning.IGNORED, True),
        ("Runner 2 Name", Meaning.MEMBER, True),
        ("Klub / Miasto", Meaning.CLUB, False),
        ("Klub", Meaning.CLUB, True),
        ("Place O/A", Meaning.PLACE, True),
        ("Chip Finish", Meaning.NET, True),
        ("Gun Finish", Meaning.GUN, True),
        ("Overall Finish Time", Meaning.RESULT, False),
        ("Athlete's name", Meaning.NAME, False),
        ("Chip rank of all", Meaning.IGNORED, False),
        ("% Back", Meaning.IGNORED, True),
        ("Time %", Meaning.IGNORED, True),
    ],
)
def test_a_heading_of_parts_means_what_they_mean_together(text: str, meaning: Meaning, sure: bool) -> None:
    (heading,) = read_heading(text)
    assert (heading.meaning, heading.sure) == (meaning, sure)
    assert heading.point == (FINISH if meaning in (Meaning.RESULT, Meaning.NET, Meaning.GUN) else None)


@together(
    ("text", "point"),
    [
        ("Split 400", Point(metres=400, sure=False)),
        ("Split 99", Point(number=99, lap=True)),
        ("Split 3", Point(number=3, lap=True)),
        ("Time 3", Point(number=3, lap=True)),
        ("t400", Point(metres=400.0, sure=False)),
        ("CP 3", Point(number=3)),
        ("K5", Point(number=5)),
        ("12.5", Point(metres=12.5, sure=False)),
        ("Half", Point(half=True)),
        ("30K - 35K", Point(metres=35_000.0)),
    ],
)
def test_a_number_in_a_heading_is_of_a_lap_or_of_metres(text: str, point: Point) -> None:
    assert read_heading(text)[0].point == point


@pytest.mark.parametrize(
    ("text", "metres", "finish", "told", "clock"),
    [
        ("10 km", 10_000.0, False, Told.TIME, None),
        ("10 km finish", 10_000.0, True, Told.TIME, None),
        ("10 km chip time", 10_000.0, False, Told.TIME, Clock.NET),
        ("10 km gun", 10_000.0, False, Told.TIME, Clock.GUN),
        ("10 km rank", 10_000.0, False, Told.OTHER, None),
        ("10 km finish rank", 10_000.0, False, Told.OTHER, None),
        ("10 km lap", 10_000.0, False, Told.LAP, None),
        ("21.1 km", 21_097.5, False, Told.TIME, None),
        ("13.1 mi", 21_097.5, False, Told.TIME, None),
        ("26.2 miles", 42_195.0, False, Told.TIME, None),
        ("42.2K", 42_195.0, False, Told.TIME, None),
        ("6.2 m", 6.2 * 1609.344, False, Told.TIME, None),  # nobody is timed after six metres
        ("60 m", 60.0, False, Told.TIME, None),
        ("50 m", 50.0, False, Told.TIME, None),
        ("49 m", 49 * 1609.344, False, Told.TIME, None),
        ("60 mi", 60 * 1609.344, False, Told.TIME, None),
        ("100 y", 91.44, False, Told.TIME, None),
    ],
)
def test_a_heading_with_a_point_says_where_and_what_stands_there(
    text: str, metres: float, finish: bool, told: Told, clock: Clock | None
) -> None:
    (heading,) = read_heading(text)
    assert heading.point is not None
    assert heading.point.metres == pytest.approx(metres)
    assert (heading.point.finish, heading.told, heading.clock) == (finish, told, clock)


def test_parts_are_put_together_only_as_long_as_phrases_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of the parts of 1,000 headings of 200 words took minutes."""
    known = Mock(wraps=headings._BY_PHRASE)
    monkeypatch.setattr(headings, "_BY_PHRASE", known)
    assert headings._composed(["overall", "place"]) == (headings.Heading(Meaning.PLACE),)
    known.reset_mock()
    for words in (["lap"] * 9 + ["total"], ["lap"] * 100):
        assert headings._composed(words) == ()
    assert all(asked.args[0].count(" ") < 5 for asked in known.get.call_args_list)
