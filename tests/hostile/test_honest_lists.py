"""Lists that are written at random, as people write them: what is read of each is what was written."""

import csv
import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from tests.depth import often
from tests.together import together

_FAR = {
    "800m": 800.0,
    "1500m": 1500.0,
    "5000m": 5000.0,
    "10km": 10_000.0,
    "half marathon": 21_097.5,
    "marathon": 42_195.0,
}
_POINTS = {"1500m": (400, 800, 1200), "5000m": (1000, 2000, 3000, 4000), "10km": (5000,)}
_POINTS |= {"half marathon": (5000, 10_000, 15_000, 20_000), "marathon": (10_000, 20_000, 30_000, 40_000)}
_HEADS = (
    ("Place", "Name", "Club", "Time", "DNF"),
    ("Platz", "Name", "Verein", "Zeit", "aufg."),
    ("Clt", "Nom", "Club", "Temps", "Abandon"),
    ("Puesto", "Nombre", "Club", "Tiempo", "Abandona"),
    ("Pos", "Atleta", "Società", "Tempo", "Rit."),
    ("Miejsce", "Zawodnik", "Klub", "Czas", "nie ukończył"),
    ("Plaats", "Naam", "Club", "Tijd", "Uitgevallen"),
    ("Plac", "Namn", "Klubb", "Tid", "Brutit"),
    ("Sija", "Nimi", "Seura", "Aika", "Keskeytti"),
    ("Pořadí", "Jméno", "Klub", "Čas", "nedokončil"),
)
_GIVEN = ("Ada", "Bea", "Cia", "Eva", "Fay", "Gil", "Hal", "Ida", "Jon", "Kai", "Leo", "Max", "Nia", "Ole")
_FAMILY = (
    "Alfa",
    "Berg",
    "Cole",
    "Dune",
    "Epps",
    "Ford",
    "Gray",
    "Hill",
    "Ives",
    "Jung",
    "Kerr",
    "Lund",
    "Moss",
    "North",
)
_MISSING = ("", "-", "–", "--:--", "n/a", "NaN", "NT", "None", "*", "#N/A", "0:00:00", "\\N")
_SIGNS = (",", ";", "\t", "|")


def _parts(seconds: int) -> tuple[int, int, int]:
    return seconds // 3600, seconds % 3600 // 60, seconds % 60


def _colons(seconds: int) -> str:
    hours, minutes, rest = _parts(seconds)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _primes(seconds: int) -> str:
    hours, minutes, rest = _parts(seconds)
    return f"{hours}h{minutes:02d}'{rest:02d}\"" if hours else f"{minutes}'{rest:02d}\""


def _units(seconds: int) -> str:
    hours, minutes, rest = _parts(seconds)
    return (f"{hours}h " if hours else "") + f"{minutes:02d}m {rest:02d}s"


_WAYS: tuple[Callable[[int], str], ...] = (
    _colons,
    _primes,
    _units,
    lambda seconds: "{:02d}:{:02d}:{:02d}".format(*_parts(seconds)),
    lambda seconds: f"{seconds // 60}:{seconds % 60:02d}",
    lambda seconds: "0 days {:02d}:{:02d}:{:02d}".format(*_parts(seconds)),
    lambda seconds: "PT{}H{}M{}S".format(*_parts(seconds)),
    str,
)
"""To write a time; the fifth has minutes over 59."""


class _Written(NamedTuple):
    name: str
    text: str
    far: float
    results: dict[str, int | None]
    splits: dict[str, dict[int, int]]


def written(seed: int) -> _Written:
    """A list, and what it says; None is the result of who did not finish."""
    draw = random.Random(seed)
    event = draw.choice(list(_FAR))
    far, points, way = _FAR[event], _POINTS.get(event, ()) if draw.random() < 0.6 else (), draw.choice(_WAYS)
    place, name, club, time, out = draw.choice(_HEADS)
    many = draw.choice((2, 3, 5, 9, 14))
    first = far / draw.uniform(3.9, 4.6)
    ends = sorted(round(first * (1 + draw.uniform(0, 0.3))) for _ in range(many))
    runners = [
        f"{given} {family}" for given, family in zip(draw.sample(_GIVEN, many), draw.sample(_FAMILY, many), strict=True)
    ]
    missing, turned, sign = draw.choice(_MISSING), draw.random() < 0.3, draw.choice(_SIGNS)
    rows, results, splits = [], dict[str, int | None](), dict[str, dict[int, int]]()
    for at, (runner, end) in enumerate(zip(runners, ends, strict=True)):
        left = at == many - 1 and many > 3 and draw.random() < 0.5
        results[runner] = None if left else end
        given, family = runner.split()
        passed = {point: round(end * point / far) for point in points if not left and draw.random() < 0.9}
        splits[runner] = passed
        cells = [way(passed[point]) if point in passed else missing for point in points]
        shown = f"{family}, {given}" if turned else runner
        rows.append(
            ["" if left else f"{at + 1}", shown, draw.choice(("Oak AC", "Ash")), *cells, out if left else way(end)]
        )
    titles = [f"{point / 1000:g} km" if far > 1500 else f"{point} m" for point in points]
    packed = io.StringIO()
    csv.writer(packed, delimiter=sign, lineterminator="\n").writerows([[place, name, club, *titles, time], *rows])
    return _Written(f"Oak {event}.csv", packed.getvalue(), far, results, splits)


@together("part", range(often(20)))
def test_what_is_written_is_read(part: int) -> None:
    for seed in range(25 * part, 25 * (part + 1)):
        list_ = written(seed)
        race = read_source(Source(list_.text.encode(), Path(list_.name)), Choices()).race
        assert race is not None, list_
        ends = {entry.name: entry.result and round(entry.result.seconds) for entry in race.entries}
        passed = {
            entry.name: {round(one.distance): round(one.time.seconds) for one in entry.splits} for entry in race.entries
        }
        assert (race.distance, ends, passed) == (list_.far, list_.results, list_.splits), list_.text
