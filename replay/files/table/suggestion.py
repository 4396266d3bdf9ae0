"""The likeliest distance of a race whose table does not say it: asked as a question, never taken."""

from replay.files.table.notations import PLAIN
from replay.files.table.sheet import Sheet
from replay.files.table.times import read_cell
from replay.files.table.words import Meaning
from replay.race.limits import fewest_seconds

_USUAL = {
    "100m": 100.0,
    "200m": 200.0,
    "400m": 400.0,
    "800m": 800.0,
    "1500m": 1500.0,
    "3000m": 3000.0,
    "5km": 5000.0,
    "10km": 10_000.0,
    "15km": 15_000.0,
    "half": 21_097.5,
    "marathon": 42_195.0,
    "50km": 50_000.0,
    "100km": 100_000.0,
}
_USUALLY = 1.25
"""How much longer than a record the winner of a usual race takes."""


def likely_distance(sheet: Sheet) -> tuple[str, str]:
    """The distance as the option takes it, and why; empty where nothing speaks for any."""
    points = [
        column.heading.point.metres
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None and column.heading.point is not None and column.heading.point.metres is not None
    ]
    if points:
        last = max(points)
        named = next((name for name, metres in _USUAL.items() if metres > last + 1), "")
        return named, f"the last point is at {last:g} m" if named else ""
    columns = sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)
    cells = [cell for column in columns[:1] for text in column.sample if (cell := read_cell(text)) is not None]
    times = sorted(seconds for cell in cells if (seconds := PLAIN.seconds(cell)))
    if not times:
        return "", ""
    ratios = {name: times[0] / fewest_seconds(metres, standing=True) / _USUALLY for name, metres in _USUAL.items()}
    named = min(ratios, key=lambda name: max(ratios[name], 1 / ratios[name]))
    return (named, "by the winner's time") if 0.6 < ratios[named] < 1.7 else ("", "")
