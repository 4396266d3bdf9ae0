"""Tables as people have them, each a small one written by hand: what must be read of it, and that it is kept so."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.said import said
from replay.files.source import Choices, Reading, Source
from replay.files.writing import race_text
from replay.race.race import Entry, Race
from tests.files.table.brought import BROUGHT
from tests.files.table.carried import CARRIED
from tests.files.table.caught import CAUGHT
from tests.files.table.lately import LATELY
from tests.files.table.met import MET
from tests.files.table.pages import PAGES, List
from tests.files.table.telling import known, telling
from tests.files.table.unseen import UNSEEN
from tests.files.table.wild import WILD
from tests.together import together

LISTS = Path(__file__).parent / "lists"


EXPECTED = (
    List(
        "rr-lauf.csv",
        "",
        "10000 m",
        3,
        ("Jörg Müller: finished 1. 32:10 5000=16:02 started 2", "Änne Groß: finished 2. 33:05 5000=16:30 started 4"),
    ),
    List(
        "chronotrack.csv",
        "",
        "42195 m",
        3,
        (
            "John Runner: finished 1. 2:31:10.4 5000=17:40.2 21097.5=1:14:59.8 30000=1:47:01.0 started 0.6",
            "Bob Stop: dnf 5000=20:00.1 21097.5=1:30:00.9",
        ),
    ),
    List(
        "mylaps.csv", "1600", "1600 m", 2, ("Ann Fast: finished 1. 4:24.000 400=1:06.000 800=2:13.200 1200=3:19.900",)
    ),
    List("webscorer.txt", "6000", "6000 m", 3, ("Anna Ski: finished 1. 20:00.2 3000=9:59.2", "Cy Ski: dns")),
    List(
        "runsignup.csv",
        "5000",
        "5000 m",
        2,
        ("Kim Lee: finished 1. 17:43.20 started 1.8", "Sam Poe: finished 2. 18:01.10 started 4.4"),
    ),
    List(
        "athlinks.csv",
        "21097.5",
        "21097.5 m",
        2,
        ("Ella MONROE: finished 1. 1:25:10", "Tom O'BRIEN: finished 2. 1:27:00"),
    ),
    List("hytek.csv", "", "1500 m", 4, ("Al Smith: finished 3:44.10", "Cy Quinn: dnf")),
    List("roster.csv", "800", "800 m", 3, ("Ola NORDMANN: finished 1. 1:46.20", "Per SEN: dnf")),
    List("opentrack.csv", "", "5000 m", 3, ("Ada Alfa: finished 1. 15:02.33",)),
    List("wa.tsv", "10000", "10000 m", 4, ("Abel ALFA: finished 1. 26:43.14", "Jack ROE: dq")),
    List("activity_12345.csv", "", "3000 m", 1, ("activity_12345: finished 11:58.0 1000=4:02.1 2000=8:03.0",)),
    List("strava_splits.tsv", "", "3000 m", 1, ("strava_splits: finished 13:25 1000=4:30 2000=9:05",)),
    List("ultrasignup.csv", "160934.4", "160934.4 m", 3, ("Jim Alfa: finished 1. 14:09:28",)),
    List("duv-24h.csv", "", "24 h", 3, ("Abel Alfa: finished 1. 278973 m",)),
    List("24h-loop.csv", "24h", "24 h", 2, ("Ann Ultra: finished 1. 207122.573 m",)),
    List("backyard.csv", "", "40 h", 3, ("Abel L: finished 1. 268224 m",)),
    List(
        "semi_marathon_lyon.csv",
        "",
        "21097.5 m",
        4,
        ("Émile DUPONT: finished 1. 1:04:12 started 1", "Luc PETIT: dnf", "Guy LEGRAND: dns"),
    ),
    List(
        "carrera-10k-madrid.csv",
        "",
        "10000 m",
        4,
        (
            "José GARCÍA LÓPEZ: finished 1. 30:11 5000=15:01 started 1",
            "Leo SANZ: dnf 5000=17:00",
            "Eva MORA: dq 39:50 5000=19:50 started 10",
        ),
    ),
    List(
        "mezza.csv",
        "21097.5",
        "21097.5 m",
        3,
        ("MARIO ROSSI: finished 1. 1:03:09 5000=15:00 10000=30:01 15000=45:02 started 1",),
    ),
    List("corrida10km.csv", "", "10000 m", 2, ("JOÃO SILVA: finished 1. 31:09 started 1",)),
    List(
        "wyniki.csv",
        "21097.5",
        "21097.5 m",
        3,
        ("Łukasz KOWALSKI: finished 1. 1:05:00 5000=15:10 15000=46:00 started 1", "Jan LIS: dnf 5000=18:00"),
    ),
    List("uitslag-15km.csv", "", "15000 m", 2, ("Jan van der Berg: finished 1. 45:09 started 1",)),
    List(
        "resultat.csv",
        "42195",
        "42195 m",
        4,
        (
            "Åke Ström: finished 1. 2:18:10 5000=16:00 10000=32:10 21097.5=1:08:20",
            "Siv Ö: dnf 5000=18:00",
            "Ulf B: dns",
        ),
    ),
    List(
        "tulokset.csv",
        "10000",
        "10000 m",
        3,
        ("Virtanen Matti: finished 1. 31:05.2 5000=15:32.4", "Mäki Ari: dnf 5000=17:00.0"),
    ),
    List("vysledky.csv", "10000", "10000 m", 2, ("Jiří Novák: finished 1. 32:00 5000=15:50",)),
    List(
        "resultatliste.csv",
        "21097.5",
        "21097.5 m",
        3,
        ("Kåre Øy: finished 1. 1:05:30 10000=31:00", "Bø Li: dnf 10000=36:00"),
    ),
    List("excel-ampm.csv", "5000", "5000 m", 3, ("Ann Lee: finished 1. 15:30", "Cat Fox: finished 3. 17:44")),
    List("tod.csv", "10000", "10000 m", 2, ("Ann Lee: finished 1. 32:10",)),
    List("waves12.csv", "10000", "10000 m", 3, ("Ann Lee: finished 35:10", "Cat Fox: finished 34:00 started 300")),
    List(
        "long.csv",
        "",
        "50000 m",
        3,
        ("Ann Lee: finished 4:15:00 10000=45:00 30000=2:25:00", "Cy Day: unknown 10000=55:00"),
    ),
    List(
        "relay4x400.csv",
        "",
        "1600 m",
        3,
        (
            "Kenya: finished 1. 3:02.0 400=46.1 800=1:31.3 1200=2:17.2",
            "Italy: dq 3:05.0 400=47.0 800=1:33.0 1200=2:19.0",
        ),
    ),
    List("stundenlauf.csv", "1h", "1 h", 2, ("Ada Alfa: finished 1. 15320 m",)),
    List("lapped.csv", "", "10000 m", 4, ("Cat Fox: finished 3. 9600 m", "Dot Moe: finished 4. 9200 m")),
    List(
        "ties.csv",
        "",
        "800 m",
        7,
        ("Cat Fox: finished 2. 2:03.0", "Fay Roe: finished 5. 2:05", "Gia Zed: finished 8. 2:09.1"),
    ),
    List(
        "odds.csv",
        "",
        "5000 m",
        3,
        ("Ann O'Lee: finished 1. 15:10.2", "Böb Ray: finished 2. 15:20.0", "Cat Fox: dq 15:11.0"),
    ),
    List("880y.csv", "", "804.672 m", 3, ("Ann Lee: finished 1. 2:02.1 402.336=1:00.1",)),
    List("moji.csv", "5000", "5000 m", 2, ("José Muñoz: finished 1. 15:10", "Björn Ås: finished 2. 15:20")),
    List(
        "famfirst.csv", "1500", "1500 m", 3, ("Abel ALFA: finished 1. 3:28.32", "Jan VAN DER POEL: finished 3. 3:30.0")
    ),
    List("ja.csv", "42195", "42195 m", 2, ("山田太郎: finished 1. 2:08:10 5000=15:00 10000=30:00 21097.5=1:03:20",)),
    List(
        "ru.csv", "10000", "10000 m", 3, ("Иван Иванов: finished 1. 32:20 5000=16:00", "Олег Сидоров: dnf 5000=17:00")
    ),
    List("md.txt", "5000", "5000 m", 2, ("Ann Lee: finished 1. 15:10",)),
    List("parkrun.csv", "5000", "5000 m", 3, ("Ann LEE: finished 1. 17:10",)),
    List(
        "trail.csv",
        "51000",
        "51000 m",
        3,
        (
            "Jean DUPOND: finished 1. 5:10:20 12500=1:02:10 25000=2:20:00 40200=4:00:00",
            "Luc PETIT: dnf 12500=1:10:00 25000=2:50:00",
        ),
    ),
    List("miles.csv", "5000", "5000 m", 2, ("Ann Lee: finished 1. 15:40 1609.344=5:01 3218.688=10:05",)),
    List("api.csv", "10000", "10000 m", 3, ("Ann Lee: finished 32:10.12 5000=16:00.04", "Cat Fox: dnf 5000=16:10.00")),
    List(
        "pandas.csv", "42195", "42195 m", 2, ("Ann Lee: finished 2:30:10 21097.5=1:14:00", "Bob Ray: finished 2:40:10")
    ),
    List("volkslauf_5km.csv", "", "5000 m", 2, ("Ada Alfa: finished 1. 18:20",)),
    List("hu.csv", "10000", "10000 m", 3, ("Kovács Béla: finished 1. 35:10 5000=17:00", "Tóth Pál: dnf 5000=18:00")),
    List("ro.csv", "21097.5", "21097.5 m", 2, ("Ion POPESCU: finished 1. 1:10:20",)),
    List("tr.csv", "10000", "10000 m", 2, ("Ayşe Yılmaz: finished 1. 36:10 started 10",)),
    List("lt.csv", "10000", "10000 m", 2, ("Jonas Petraitis: finished 1. 33:10",)),
    List("et.csv", "10000", "10000 m", 2, ("Jaan Tamm: finished 1. 33:00 5000=16:01",)),
    List("gr.csv", "21097.5", "21097.5 m", 2, ("ΝΙΚΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ: finished 1. 1:15:10",)),
    List("si.csv", "10000", "10000 m", 2, ("Žan Novak: finished 1. 34:10",)),
    List("zh.csv", "42195", "42195 m", 2, ("张三: finished 1. 2:12:10 21097.5=1:05:00 started 1",)),
    List("ko.csv", "10000", "10000 m", 2, ("김철수: finished 1. 36:10",)),
    List("da.csv", "10000", "10000 m", 2, ("Søren Ærø: finished 1. 31:50 5000=15:40 started 2",)),
    List("bars.csv", "21097.5", "21097.5 m", 2, ("Ann Lee: finished 1. 1:05:02 5000=15:10 10000=30:40",)),
    List("hmm.csv", "42195", "42195 m", 3, ("Ann Lee: finished 1. 2:31:00",)),
    List("gaps.csv", "10000", "10000 m", 3, ("Bo Ray: finished 2. 30:13.3", "Cy Day: finished 3. 31:12.2")),
    List("gaps2.csv", "10000", "10000 m", 3, ("Bo Ray: finished 2. 30:13.3",)),
    List("two-rows.csv", "21097.5", "21097.5 m", 2, ("Ann Lee: finished 1:05:02 5000=15:10 10000=30:40",)),
    List("distrow.csv", "", "51000 m", 2, ("Ann Lee: finished 5:10:20 12500=1:02:10 25000=2:20:00 40000=4:00:00",)),
    List("legs.csv", "21097.5", "21097.5 m", 2, ("Ann Lee: finished 1. 1:05:02 5000=15:10 10000=30:30 15000=46:00",)),
    List("3000m-sc.csv", "", "3000 m", 2, ("Ann LEE: finished 1. 9:01.22 1000=3:02.1 2000=6:05.0",)),
    List("rules.csv", "", "1500 m", 5, ("Ann Lee: finished 1. 4:05.1", "Di Fox: dq", "Ed Moe: dns")),
    List("heats.csv", "", "800 m", 4, ("Cy Day: finished 2:00.5",)),
    List(
        "ranks-by-sex.csv",
        "10000",
        "10000 m",
        4,
        ("Cy Day: finished 30:30 5000=15:00", "Ann Lee: finished 36:30 5000=18:00"),
    ),
    List("6h-lauf.csv", "", "6 h", 2, ("Ada Alfa: finished 1. 72345 m 25100=2:00:00 49200=4:00:00",)),
    List("12-hour-track.csv", "", "12 h", 2, ("Ann Ultra: finished 1. 129149.856 m",)),
    List("club-backyard-2024.csv", "", "30 h", 3, ("Ann Ultra: finished 1. 201200 m",)),
    List("hour.csv", "", "1 h", 2, ("Ann Lee: finished 1. 18930 m",)),
    List("words.csv", "21097.5", "21097.5 m", 2, ("Ann Lee: finished 1. 1:05:02",)),
    List("primes.csv", "5000", "5000 m", 2, ("Ann Lee: finished 1. 15:02.35",)),
    List("dots.csv", "21097.5", "21097.5 m", 2, ("Ann Lee: finished 1. 1:05:02",)),
    List("iso.csv", "42195", "42195 m", 2, ("Ann Lee: finished 2:31:10",)),
    List("datetime.csv", "10000", "10000 m", 2, ("Ann Lee: finished 35:10", "Bo Ray: finished 37:00 started 300")),
    List("us-dates.csv", "10000", "10000 m", 2, ("Ann Lee: finished 35:10",)),
    List("excel-serial.csv", "10000", "10000 m", 2, ("Ann Lee: finished 1. 29:04",)),
    List(
        "wheel.csv",
        "",
        "42195 m",
        3,
        ("Ann Lee: finished 1. 2:12:10 21097.5=1:05:00", "Wheel One: finished 1. 1:25:10 21097.5=42:10"),
    ),
    List("team-score.csv", "6000", "6000 m", 2, ("Ann Lee: finished 1. 17:01.2",)),
    List("xc_results_8k.csv", "", "8000 m", 2, ("Al Lee: finished 1. 23:52.1",)),
    List("tfrrs.csv", "5000", "5000 m", 3, ("Al Lee: finished 1. 13:52.11",)),
    List(
        "gun-only-splits.csv",
        "42195",
        "42195 m",
        2,
        ("Ann Lee: finished 2:40:02 5000=18:10 10000=36:40 21097.5=1:18:00 started 8",),
    ),
    List("yaml-like-head.csv", "", "10000 m", 2, ("Ann Lee: finished 1. 31:10",)),
    List("quoted-semi.csv", "10000", "10000 m", 2, ('Lee "Flash" Ann: finished 1. 31:10.5',)),
    List("cum-laps-m.csv", "3000", "3000 m", 2, ("Ann Lee: finished 1. 9:05.1 400=1:12 800=2:25 1200=3:38",)),
    List("laps-sec.csv", "", "800 m", 2, ("Ann Lee: finished 2:01.2 200=29.1 400=59.3 600=1:30.2",)),
    List("mixed-nobib.csv", "10000", "10000 m", 4, ("Cy Day: dnf", "Di Fox: dns")),
    List("crlf-blank.csv", "10000", "10000 m", 2, ("Ann Lee: finished 1. 31:10",)),
    List("json-export.csv", "10000", "10000 m", 2, ("Ann LEE: finished 1. 31:10.00",)),
    List("1500m_women.csv", "", "1500 m", 3, ("Ann LEE: finished 1. 4:01.10",)),
    List("strava-laps.csv", "", "2500 m", 1, ("strava-laps: finished 11:07 1000=4:32 2000=9:02",)),
    List("garmin-mi.csv", "", "2100 m", 1, ("garmin-mi: finished 16:41 1000=8:01 2000=15:56",)),
    List("coros.csv", "", "2000 m", 1, ("coros: finished 9:10 1000=4:30",)),
    List("datasport.csv", "10000", "10000 m", 2, ("Ada Alfa: finished 1. 31:10.5",)),
    List("nyrr.csv", "42195", "42195 m", 2, ("Ada Alfa: finished 1. 2:25:10 5000=17:20 10000=34:50 15000=52:10",)),
    List("comrades.csv", "87000", "87000 m", 2, ("Ada Alfa: finished 1. 5:30:10 43500=2:42:00",)),
    List(
        "utmb.tsv",
        "171000",
        "171000 m",
        3,
        ("Ada ALFA: finished 1. 22:30:10 21000=1:50:00 80000=9:10:00", "Cia GAMMA: dnf 21000=2:00:00"),
    ),
    List(
        "yards.csv", "", "3218.688 m", 2, ("Ann Lee: finished 1. 8:35.2 402.336=1:02.1 804.672=2:06.0 1609.344=4:15.0",)
    ),
    List("penalty.csv", "", "1500 m", 3, ("Cy Day: dq 4:07.0",)),
    List("place-of.csv", "10000", "10000 m", 2, ("Bo Ray: finished 2. 32:00",)),
    List("noheader.csv", "10000", "10000 m", 3, ("Ann Lee: finished 1. 31:10",)),
    List("macroman.csv", "10000", "10000 m", 2, ("Renée Éluard: finished 1. 31:10",)),
    List("agegroup-sections.csv", "10000", "10000 m", 4, ("Cy Day: finished 33:00",)),
    List("unquoted.csv", "10000", "10000 m", 2, ("Ada Alfa: finished 1. 31:10",)),
    List("spaces.txt", "10000", "10000 m", 2, ("Ann Lee: finished 1. 31:10.2",)),
)

EVERY = (*EXPECTED, *PAGES, *BROUGHT, *CARRIED, *CAUGHT, *MET, *LATELY, *WILD, *UNSEEN)


def read(expected: List) -> Reading:
    path = LISTS / expected.name
    return read_source(Source(path.read_bytes(), path), said(Choices(), "distance", expected.distance))


def race_of(name: str) -> Race:
    race = read(next(one for one in LATELY if one.name == name)).race
    assert race is not None
    return race


def told(entry: Entry) -> str:
    words = [str(entry.status), *([f"{entry.place}."] if entry.place else [])]
    if entry.result is not None:
        words.append(entry.result.text)
    elif entry.arrival is not None:
        words.append(f"{entry.arrival.distance:.10g} m")
    words += [f"{split.distance:.10g}={split.time.text}" for split in entry.splits[:3]]
    return f"{entry.name}: {' '.join(words)}" + (f" started {entry.start:g}" if entry.start else "")


TOLD = known()
"""What is told of each list; `tests.files.table.telling` writes it anew."""


@pytest.mark.parametrize("part", range(8))
def test_a_table_as_people_have_it_is_read_and_what_is_kept_of_it_is_read_again_as_it_was(part: int) -> None:
    together("expected", EVERY[part::8])(is_read_and_kept)()


def is_read_and_kept(expected: List) -> None:
    """One of the tables."""
    reading = read(expected)
    race = reading.race
    assert race is not None, reading.problems
    assert telling(reading) == TOLD.get(expected.name)
    far = f"{race.distance:.10g} m" if race.duration is None else f"{race.duration / 3600:g} h"
    assert (far, len(race.entries)) == (expected.far, expected.runners)
    assert set(expected.some) <= {told(entry) for entry in race.entries}
    for ending in (".csv", ".yaml"):
        again = read_source(Source(race_text(race, ending).encode(), Path(f"kept{ending}")), Choices()).race
        assert again is not None, ending
        assert again.distance == pytest.approx(race.distance, abs=0.001), ending
        assert again.duration == race.duration, ending
        assert again.course.surface is race.course.surface, ending
        assert [kept(entry) for entry in again.entries] == [kept(entry) for entry in race.entries], ending


def kept(entry: Entry) -> tuple[object, ...]:
    """What of an entry has to come back."""
    time = (entry.result.seconds, entry.result.evidence) if entry.result is not None else None
    there = entry.arrival if entry.arrival is not None and entry.arrival.margin is None else None
    points = entry.splits if there is None else (*entry.splits, there)
    splits = tuple(
        (round(split.distance, 3), round(split.time.seconds, 3), split.time.evidence)
        for split in points
        if split.margin is None
    )
    here = (entry.name, entry.nation, entry.bib, entry.club, entry.sex, entry.category, entry.lane)
    return (*here, entry.legs, entry.status, entry.place, time, splits, entry.start or 0.0)


@together(
    ("name", "some"),
    [
        ("flags2.csv", {"nation": "KEN GBR GER"}),
        ("flags3.csv", {"nation": "KEN GBR"}),
        ("iso3.csv", {"nation": "GER NED SUI RSA KEN"}),
        ("touch.txt", {"club": "Leeds City Wirral AC Tipton H Unattached"}),
        ("touch2.txt", {"nation": "GBR RSA USA", "club": "BORDER HARRIERS PRETORIA MARATHON C"}),
        ("milesplit.txt", {"club": "Oak High School Pine High School Elm Elm"}),
        ("datasport-ch.txt", {"nation": "", "bib": "101 107 99 98"}),
        ("sportstiming-da.csv", {"sex": "M F M"}),
        ("wikiflags.txt", {"nation": "KEN ETH NOR"}),
    ],
)
def test_what_stands_beside_the_names_is_read(name: str, some: dict[str, str]) -> None:
    race = race_of(name)
    for field, words in some.items():
        assert " ".join(getattr(entry, field) for entry in race.entries).strip() == words, field


@together(("name", "parts"), [("sbs2.csv", ("Women 800m", "Men 800m")), ("school.csv", ())])
def test_lists_side_by_side_are_races_where_they_name_events(name: str, parts: tuple[str, ...]) -> None:
    assert read_source(Source((LISTS / name).read_bytes(), Path(name)), Choices()).understood.parts == parts


@together(
    ("name", "when"), [("hour2.csv", [21492, 21302]), ("hour3.csv", [21492, 21302]), ("hour4.csv", [42600, 42900])]
)
def test_where_the_clock_ends_a_race_of_laps_each_came_as_far_at_the_end_of_the_last(
    name: str, when: list[float]
) -> None:
    entries = race_of(name).entries
    assert [entry.arrival and entry.arrival.time.seconds for entry in entries] == when


@together("name", ["relay-hy.txt", "relay-hy2.txt"])
def test_who_ran_for_a_team_stands_below_it(name: str) -> None:
    legs = race_of(name).entries[0].legs
    assert [(leg.name, leg.start) for leg in legs] == [
        ("Ada Alfa", 0),
        ("Bea Beta", 400),
        ("Cia Gama", 800),
        ("Dot Delt", 1200),
    ]


def test_every_table_here_is_expected() -> None:
    assert sorted(path.name for path in LISTS.iterdir()) == sorted(expected.name for expected in EVERY)
