"""Headings as exporters and pages of many countries write them; names are invented."""

from unittest.mock import Mock

import pytest

from replay.files.table.wording import headings
from replay.files.table.wording.headings import FINISH, Heading, Point, Told, read_heading, read_point
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


def as_told(heading: Heading) -> str:
    """A heading in words: what it means, where the point is, and what of it is told; `~` where only a part says so."""
    clock = str(heading.clock or "")
    told = str(heading.told) if heading.told is not Told.TIME else ""
    return " ".join(
        filter(None, (str(heading.meaning), as_placed(heading.point), told, clock, "" if heading.sure else "~"))
    )


def as_placed(point: Point | None) -> str:
    """A point in words; `?` where its unit is not said."""
    if point is None:
        return ""
    kinds = [name for name in ("lap", "half", "finish", "start", "hurdle") if getattr(point, name)]
    metres = f"{point.metres:.10g}m" if point.metres is not None else ""
    number = f"#{point.number}" if point.number is not None else ""
    return " ".join(filter(None, (metres, number, *kinds, "" if point.sure else "?")))


@together(
    ("title", "means"),
    [
        ("Time (net)", "net time finish"),
        ("Time (gun)", "gun time finish"),
        ("Time (chip)", "net time finish"),
        ("Zeit [brutto]", "gun time finish"),
        ("% Back", "not read"),
        ("Age graded time", "not read"),
        ("15K-Finish", "not read"),
        ("Place O/A", "place"),
        ("Ges. Rang", "place"),
        ("O/A Place", "place"),
        ("Chip Finish", "net time finish"),
        ("Time Net", "net time"),
        ("Neto čas", "net time finish"),
        ("Club Net", "net time ~"),
        ("Rank Club", "club ~"),
        ("#", "place; bib"),
        ("c.", "place; bib"),
        ("No.", "bib; place"),
        ("Runner 1", "runner of a team"),
        ("1st runner", "runner of a team"),
        ("Name 2", "name ~"),
        ("Vorname 2", "given name ~"),
        ("Klub / Miasto", "club ~"),
        ("400m (rank)", "split 400m something else; split 400m ~"),
        ("400m rank (time)", "split 400m something else"),
        ("CP2 (51.5 km)", "split 51500m"),
        ("CP1 Km 7", "split 7000m"),
        ("VP 2 - 14,5 km", "split 14500m"),
        ("3 (105)", "split #3"),
        ("3 (1050)", ""),
        ("H3", "split #3 hurdle"),
        ("H10", "split #10 hurdle"),
        ("H11", ""),
        ("Hurdle 3 split", "split #3 hurdle"),
        ("3/4", "split 1207.008m"),
        ("3/8 split", "split 603.504m"),
        ("2nd 400m", "split 800m time since the point before"),
        ("2nd 400", "split 800m ? time since the point before"),
        ("10th 1000m time", "split 10000m time since the point before"),
        ("Mile", "split 1609.344m"),
        ("3/4 mile", "split 1207.008m"),
        ("half mile", "split 804.672m"),
        ("three quarters mile", "split 1207.008m"),
        ("Mile pace", "not read ~"),
        ("quarter of a mile", "split 402.336m"),
        ("5¼ miles", "split 8449.056m"),
        ("Half", "split half"),
        ("Half (21.1 km)", "split 21097.5m"),
        ("Halfway", "split half"),
        ("21.1", "split 21097.5m"),
        ("42.2", "split 42195m"),
        ("13.1", "split 21097.5m"),
        ("26.2", "split 42195m"),
        ("21.1km", "split 21097.5m"),
        ("42.2 km", "split 42195m"),
        ("13.1 mi", "split 21097.5m"),
        ("26.2 miles", "split 42195m"),
        ("10M", "split 16093.44m"),
        ("49m", "split 78857.856m"),
        ("50m", "split 50m"),
        ("100m", "split 100m"),
        ("10 y", "split 9.144m"),
        ("440y", "split 402.336m"),
        ("400", "split 400m ?"),
        ("99", "split 99m ?"),
        ("100", "split 100m ?"),
        ("Split 400", "split 400m ?"),
        ("Split 99", "split #99 lap"),
        ("Split 100", "split 100m ?"),
        ("Lap 400", "split 400m ?"),
        ("Lap 3", "split #3 lap"),
        ("Leg 3", "split #3 lap time since the point before; runner of a team"),
        ("Section 2", "split #2 lap time since the point before"),
        ("3rd lap", "split #3 lap"),
        ("t400", "split 400m ?"),
        ("s99", ""),
        ("t1000", "split 1000m ?"),
        ("t0400", ""),
        ("cum 800", "split 800m ?"),
        ("Time 3", "split #3 lap"),
        ("400 m pace", "split 400m something else"),
        ("400 m min/km", "not read"),
        ("400m pb", "split 400m something else"),
        ("400m gap", "split 400m something else"),
        ("400m/800m", "split 800m time since the point before"),
        ("5-10 km", "split 10000m time since the point before"),
        ("5 km to 10 km", "split 10000m time since the point before"),
        ("5 km section", "split 5000m time since the point before"),
        ("5 km lap", "split 5000m time since the point before"),
        ("5 km split", "split 5000m"),
        ("5 km net", "split 5000m chip"),
        ("5 km gun", "split 5000m gun"),
        ("5 km tod", "split 5000m time of day"),
        ("Start tod", "start"),
        ("tod", "split finish time of day"),
        ("10 km finish", "split 10000m finish"),
        ("1500 finish", "split 1500m finish ?"),
        ("99 finish", "result finish ~"),
        ("1500 x", ""),
        ("1.500", "split 1500m ?"),
        ("1,500 m", "split 1500m"),
        ("1.5 km", "split 1500m"),
        ("1 500 m", "split 1500m"),
        ("5K", "split 5000m"),
        ("K5", "split #5"),
        ("km 5", "split 5000m"),
        ("mi 3", "split 4828.032m"),
        ("marathon", "split 42195m"),
        ("Marathon time", "split 42195m"),
        ("0", ""),
        ("Overall Finish Time", "result finish ~"),
        ("Athlete's name", "name ~"),
        ("ab name", "name ~"),
        ("Q", "status"),
        ("chipTime", "net time"),
        ("Rank5km", "split 5000m something else"),
        ("split5k", "split 5000m"),
        ("First name", "given name"),
        ("km/h", "not read"),
        ("L1", "split #1 lap"),
        ("Lap1 time", "split #1 lap"),
        ("5 km Rank", "split 5000m something else"),
        ("5 km/h", "split 5000m something else"),
        ("Checkpoint 3", "split #3"),
        ("Control 12", "split #12"),
        ("CP 1234", ""),
        ("CP5km", "split 5000m"),
        ("½ marathon", "split half"),
        ("Mi-course", "split half"),
        ("Midpoint", "split half"),
        ("10½ miles", "split 16898.112m"),
        ("Gun Place", "place"),
        ("OVERALLGUNRANK", "place"),
        ("race_place", "place"),
        ("O/A", "place"),
        ("Ordine di arrivo", "place"),
        ("Rintanumero", "bib"),
        ("Zespół", "club"),
        ("Obywatelstwo", "nation"),
        ("Leeftijdscategorie", "category"),
        ("Luokka", "category"),
        ("Hours", "result finish"),
        ("Sekunden", "result finish"),
        ("Chip No.", "not read"),
    ],
)
def test_what_a_heading_means(title: str, means: str) -> None:
    assert "; ".join(map(as_told, read_heading(title))) == means


@together(
    ("cell", "where"),
    [
        ("05K", "5000m"),
        ("HALF", "half"),
        ("Finish", "finish"),
        ("Lap 2", "#2 lap"),
        ("300", "300m ?"),
        ("L3", "#3 lap"),
        ("l 12", "#12 lap"),
        ("Start", "start"),
        ("Ziel", "finish"),
        ("x", None),
        ("400m*", "400m"),
        ("400m rank", None),
        ("Time", "finish"),
        ("5 km lap", "5000m"),
        ("Name", None),
        ("Bridge", None),
        ("3/4", "1207.008m"),
        ("finish line", "finish"),
    ],
)
def test_what_point_a_cell_names(cell: str, where: str | None) -> None:
    point = read_point(cell)
    assert (None if point is None else as_placed(point)) == where


@together("title", ["Születési idő", "Születési dátum", "Data urodzenia", "Fecha de nacimiento", "Geb.-Datum"])
def test_the_day_of_birth_is_no_day_of_the_race_and_no_result(title: str) -> None:
    assert [heading.meaning for heading in read_heading(title)] == [Meaning.IGNORED]
