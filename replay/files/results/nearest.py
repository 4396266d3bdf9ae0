"""How far a race was, where lines above its list name several distances."""

from collections.abc import Sequence

from replay.files.results.between import timed_between
from replay.files.results.layout import Laid
from replay.files.results.listed import distance_in
from replay.files.table.values.notations import PLAIN, read_as
from replay.files.table.values.times import Cell, read_cell
from replay.race.events import event_metres, events_in


def nearest(laid: Laid, above: Sequence[str]) -> float | None:
    """Metres that the line nearest the list says, of several that say others and may be; None for fewer."""
    untimed = (text for text in reversed(above) if not timed_between([text], [0]))  # not who led on the way
    said = [metres for text in untimed for metres in _distances(text)]
    if len(set(said)) < _SEVERAL:
        return None
    cells = [max(found, key=lambda cell: PLAIN.seconds(cell) or 0.0) for row in laid.rows if (found := _times(row))]
    return next((metres for metres in said if read_as(cells, metres)[1] >= _HUMAN), None)


def _distances(text: str) -> list[float]:
    """Metres of all events that a line names, the one it is taken for first."""
    first = distance_in(text)
    return [] if first is None else [first, *(event_metres(event) for event in events_in(text))]


_SEVERAL = 2
_HUMAN = 0.8
"""How likely times are in which people run so far."""


def _times(row: Sequence[str]) -> list[Cell]:
    return [cell for text in row if ":" in text and (cell := read_cell(text)) is not None]
