"""The likeliest distance of a race whose table does not say it: asked as a question, never taken."""

import re
from collections.abc import Sequence
from itertools import pairwise, product

from replay.files.middle import median
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.timed import Timed
from replay.files.table.meanings.unheaded import A_PACE
from replay.files.table.sheet import Sheet
from replay.files.table.started import day_seconds, start_of_day
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import FINISH
from replay.files.table.wording.words import Meaning
from replay.race.events import event_metres
from replay.race.limits import fewest_seconds
from replay.race.names import fold
from replay.race.race import MILE

_USUAL = {
    name: event_metres(name)
    for name in (
        *("100m", "200m", "400m", "800m", "1500m", "3000m", "5km", "10km", "15km", "10mi"),
        *("half", "marathon", "50km", "100km", "100mi"),
    )
}
_WALKS = ("20km", "25km", "30km", "35km", "50mi")
_ALSO = {name: event_metres(name) for name in ("600m", "1000m", "mile", "2000m", "2mi", "8km", *_WALKS)}
"""Distances that are run more seldom: only where the splits say so."""
_NEAR = 0.05
"""The part of a distance by which the pace until the last split may miss it."""
_AS_NEAR = 0.2
"""The same of any distance that is asked about: people slow down in a hundred kilometres."""
_USUALLY = 1.25
"""How much longer than a record the winner of a usual race takes."""
_OFTEN = frozenset({"1500m", "5km", "10km", "half", "marathon"})
_PREFERRED = 0.75
"""What the likeness of what is run most often counts, where the least wins."""


def likely_distance(sheet: Sheet) -> tuple[str, str]:
    """The distance as the option takes it, and why; empty where nothing speaks for any."""
    points = _points(sheet)
    last = max(points, default=0.0)
    farther = {name: metres for name, metres in _USUAL.items() if metres > last + 1}
    columns = sheet.all(Meaning.NET, Meaning.RESULT, Meaning.GUN)
    best = (_best_since_start(sheet, columns[0]) or _best_in(columns[0])) if columns else None
    if not columns and _ends_at_half(sheet):
        return "half", "by the pace until the last split"
    if not columns and not points:
        best = _laps_of_first(sheet) or None  # none of whom may have a time
    if best is not None and (relay := _by_legs(sheet, best)):
        return relay, "by the winners' time"
    if best is not None and (evenly := _by_laps(sheet, best)):
        return evenly, "by as many laps as a track's"
    if best is not None and (going_on := _going_on(sheet, best)):
        return going_on, "by the pace until the last split"
    if by_pace := _by_paces(sheet):
        return by_pace, "by the paces"
    if best is not None and (near := _run_at_pace(sheet, best)[1]):
        farther = {name: at for name, at in farther.items() if abs(at / near - 1) <= _AS_NEAR} or farther
    if best is not None and farther:
        ratios = {name: best / _quickest(name, metres) / _USUALLY for name, metres in farther.items()}
        human = {name: ratio for name, ratio in ratios.items() if ratio * _USUALLY >= 1} or ratios
        likely = {name: ratio for name, ratio in human.items() if ratio < _SLOW}
        worth = {name: max(ratio, 1 / ratio) * (_PREFERRED if name in _OFTEN else 1) for name, ratio in likely.items()}
        if worth:
            return min(worth, key=lambda name: worth[name]), "by the winner's time"
    named = next(iter(farther), "") if points else ""
    return named, f"the last point is at {last:g} m" if named else ""


def _quickest(name: str, metres: float) -> float:
    """The fewest seconds of a distance: what nobody has run, and beyond the marathon by the records there."""
    return max(fewest_seconds(metres, standing=True), _FAR_RECORDS.get(name, 0.0))


_FAR_RECORDS = {"50km": 9070.0, "100km": 20891.0, "100mi": 37237.0}
"""Seconds, 5 % less than about the records: 2:38:43, 6:05:41 and 10:51:39."""


def _best_in(column: Column) -> float | None:
    """The same of a column, which may say that it has milliseconds: `time_ms`."""
    best = _best(column.sample)
    in_ms = best is not None and best >= 1000 and _MILLISECONDS.search(column.title) is not None
    return best / 1000 if best is not None and in_ms else best


def _best(cells: Sequence[str]) -> float | None:
    """Seconds of the first one; None where there is no time. One alone far below all others is a slip."""
    times = sorted(seconds for text in cells if (seconds := plain_seconds(text)))
    best = times[len(times) > _SLIPS and times[0] < _SLIPPED * times[1]] if times else None
    if best is not None and best >= _HALF_A_DAY and len(cells) >= _SOME and all(map(_SHIFTED.fullmatch, cells)):
        return best / 60  # a spreadsheet took minutes for hours, of which nobody has seconds
    if best is not None and best >= _DAYS and all(map(str.isdigit, cells)):
        return best / 1000  # milliseconds
    return best


def _best_since_start(sheet: Sheet, column: Column) -> float | None:
    """Seconds of the quickest, where a column has the times of day at which each started, and all came in after it."""
    if not sheet.all(Meaning.START) or column.meaning is Meaning.NET:
        return None
    came = [day_seconds(cell, Timed("", [], FINISH)) for cell in column.cells]
    both = [(at, start) for at, start in zip(came, start_of_day(sheet), strict=True) if at and start is not None]
    return min(at - start for at, start in both) if both and all(at > start for at, start in both) else None


_MILLISECONDS = re.compile(r"(?:[_ ]ms|[a-z]Ms|millis\w*|milliseconds?)\)?$")
_SLIPS, _SLIPPED = 5, 0.25
_SHIFTED = re.compile(r"\d{1,3}:\d{2}:00|\D*")
_DAYS = 3 * 86_400.0
_HALF_A_DAY = 12 * 3600.0
"""Seconds: who runs so long is seldom timed, and races of as many minutes are run every week."""


def _run_at_pace(sheet: Sheet, best: float) -> tuple[float, float]:
    """Where the last split is, and how far the first one's time is at the pace until there; 0 where there is none."""
    quickest = {
        point.metres: min(times)
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None
        and (point := column.heading.point) is not None
        and point.sure
        and point.metres is not None
        and (times := [seconds for text in column.sample if (seconds := plain_seconds(text))])
    }
    far = max(quickest, default=0.0)
    if not far or quickest[far] >= best or [quickest[at] for at in sorted(quickest)] != sorted(quickest.values()):
        return 0.0, 0.0  # without splits, or with laps in place of times since the start
    return far, far * best / quickest[far]


def _going_on(sheet: Sheet, best: float) -> str:
    """The distance to which somebody comes in the first one's time at the pace until the last split; else empty."""
    if _has_half_marathon(sheet, best):
        return "marathon"
    far, metres = _run_at_pace(sheet, best)
    if not far:
        return ""
    known = {name: abs(at / metres - 1) for name, at in (_USUAL | _ALSO).items() if at > far + 1}
    named = min(known, key=lambda name: known[name], default="")
    return named if named and known[named] <= _NEAR else ""


def _by_legs(sheet: Sheet, best: float) -> str:
    """The relay that so many runners of a team run in the best time; else empty."""
    legs = len(sheet.all(Meaning.MEMBER))
    if legs < _SOME:
        return ""
    ratios = {metres: best / legs / fewest_seconds(metres, standing=True) / _USUALLY for metres in _LEGS}
    return f"{legs}x{min(ratios, key=lambda metres: max(ratios[metres], 1 / ratios[metres])):g}"


_LEGS = (100.0, 200.0, 400.0, 800.0, 1500.0, 3000.0, 5000.0, 10_000.0)
"""Metres of a relay's legs."""


def _by_laps(sheet: Sheet, best: float) -> str:
    """The distance of a race whose laps are numbered, as even as they would be with a whole one first; else empty."""
    points = [(column.heading.point, column) for column in sheet.all(Meaning.SPLIT) if column.heading is not None]
    laps = [
        column
        for number, (point, column) in enumerate(points, start=1)
        if point is not None and (point.lap if point.metres is None else not point.sure and point.metres == number)
    ]
    rows = [[plain_seconds(cell) or 0.0 for cell in cells] for cells in zip(*(one.cells for one in laps), strict=True)]
    row = next((row for row in rows if all(row)), [])
    if len(row) < _SOME or len(row) < len(points) or len(row) > _MANY:
        return ""
    rising = row == sorted(row) and row[-1] > _RISES * row[0]
    each = [late - early for early, late in pairwise([0.0, *row])] if rising else row
    if max(each) > _EVEN * min(each) or abs(sum(each) - best) > max(each) / 2:
        return ""
    lap = next((far for far, (least, most) in _OF_LAPS.items() if least <= min(each) <= most), 0)
    return f"{lap * len(row)}m" if lap else ""


_SOME, _MANY = 2, 30
_EVEN = 1.25
_OF_LAPS = {200: (25.0, 50.0), 400: (52.0, 140.0)}
"""Metres of a track's lap, and seconds of the quickest in which a race's is run."""


def _by_paces(sheet: Sheet) -> str:
    """The distance of which the results are that many times the paces beside them; else empty."""
    results = [column.cells[:_ROWS] for column in sheet.all(Meaning.NET, Meaning.RESULT, Meaning.GUN)[:1]]
    paces = [column for column in sheet.columns if column.why == A_PACE or _is_pace(column.title)]
    for cells, column in product(results, paces):
        pairs = [
            (seconds / pace, cell)
            for result, cell in zip(cells, column.cells, strict=False)
            if (match := _PACE.match(cell)) and (pace := plain_seconds(_MINUTES.sub(r"\1:\2", match[0])))
            if (seconds := plain_seconds(_MINUTES.sub(r"\1:\2", result.strip())))
        ]
        if len(pairs) < 2:
            continue
        times = median([many for many, _ in pairs])
        said = f"{column.title} {pairs[0][1]}".casefold()
        units = [unit for unit, words in _PER.items() if words.search(said)] or list(_PER)
        near = {name: min(abs(times * unit / far - 1) for unit in units) for name, far in (_USUAL | _ALSO).items()}
        named = min(near, key=lambda name: near[name])
        if near[named] < _AS_FAR:
            return named
        steady = max(abs(many / times - 1) for many, _ in pairs) < _AS_FAR
        if len(units) == 1 and steady:
            return f"{times * units[0]:.0f}"
        if steady and times > 1 and abs(times / round(times) - 1) < _AS_FAR / 2:
            return f"{times:.0f}km"
    return ""


def _is_pace(title: str) -> bool:
    """Whether a heading is of paces: `Pace min/km`, `Km-tid`, and not `5 km`."""
    words = fold(title.replace("/", " ")).split()
    return not _PACES.isdisjoint(words) or ("km" in words and not any(map(str.isdecimal, words)))


_PACES = frozenset(("pace", "paces", "schnitt", "allure", "ritmo", "ritme", "tempo", "passo", "min", "snitt"))
_PACE = re.compile(r"\d{1,2}:\d{2}[.,]\d(?!\d)|\d{1,2}[:'.]\d{2}(?![\d.,])")
_MINUTES = re.compile(r"^(\d{1,2})[.,](\d\d)$")
"""A time that a point parts: nobody counts the seconds of a sprint's kilometre."""
_PER = {1000.0: re.compile(r"km\b"), MILE: re.compile(r"mi(?:les?)?\b")}
_AS_FAR = 0.012
_ROWS = 50


def _ends_at_half(sheet: Sheet) -> bool:
    """Whether the last column is of half of what nobody says, and its times are those of a half marathon's end."""
    headed = [(column, column.heading.point) for column in sheet.all(Meaning.SPLIT) if column.heading is not None]
    column, point = headed[-1] if headed else (None, None)
    if column is None or point is None or not point.half:
        return False
    best = min((seconds for text in column.sample if (seconds := plain_seconds(text))), default=0.0)
    return best > 0 and _going_on(sheet, best) == "half"


def _has_half_marathon(sheet: Sheet, best: float) -> bool:
    """Whether a column before the result is headed as a half marathon, and its times are about half of that."""
    halves = [column for column in sheet.all(Meaning.SPLIT) if "marat" in fold(column.title)]
    times = [seconds for column in halves for text in column.sample if (seconds := plain_seconds(text))]
    return bool(times) and _HALF_WAY[0] * best < min(times) < _HALF_WAY[1] * best


_HALF_WAY = (0.4, 0.6)


def _points(sheet: Sheet) -> list[float]:
    """Metres of the points that the headings name; `1`, `2`, `3` count laps."""
    points = [column.heading.point for column in sheet.all(Meaning.SPLIT) if column.heading is not None]
    far = [point.metres for point in points if point is not None and point.metres is not None]
    sure = any(point is not None and point.sure for point in points)
    return far if sure or far != [float(number) for number in range(1, len(far) + 1)] else []


def _laps_of_first(sheet: Sheet) -> float | None:
    """Seconds of the first row's laps together, or of its last, where they are since the start."""
    cells = [column.cells[0] for column in sheet.all(Meaning.SPLIT) if column.cells]
    laps = [seconds for cell in cells if (seconds := plain_seconds(cell)) is not None]
    return (laps[-1] if laps == sorted(laps) and laps[-1] > _RISES * laps[0] else sum(laps)) if laps else None


_RISES = 1.5
_SLOW = 1.9
"""Times as long as a good winner of a usual race takes, and more, are of another race."""
