"""Names beside the painted track, for a chosen few: clear of the runners, of each other and of what is painted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import hypot
from types import MappingProxyType
from typing import NamedTuple

from replay.drawing.course.scenery import Point
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.chip import Cell, Chip

_STRAYED = 2
"""Cells beyond its own length by which a name may be moved along the track to where there is room."""


class Span(NamedTuple):
    """Where a name is written: cells from `x` to before `end` in row `y`."""

    x: int
    end: int
    y: int


def place_names(
    stadium: Stadium, chips: Iterable[Chip], taken: AbstractSet[Cell], tags: Mapping[int, Span] = MappingProxyType({})
) -> list[tuple[int, int, Chip]]:
    """Where names are written: off the track, clear of chips, of each other, of the scoreboard and of painted words.

    The first name is inside the track, which is nearer, and the next outside, in turn, as long as there is room. Which
    side a name is on follows from the order and the stretch of track, so that it stays there while runners move.

    A name touches the letters of its runner, or a line leads there (`tether`): else it would be read as somebody
    else's who is nearer, and is not written.

    Args:
        stadium: The painting.
        chips: Those with names, the first with the first choice.
        taken: Cells of runners.
        tags: Where the letters of runners are, by entry; who is not there is in the cell his place falls in.

    Returns:
        The column and the row of each name's first character, with its chip.
    """
    placed: list[tuple[int, int, Chip]] = []
    spans: list[Span] = []
    lines: set[Cell] = set()
    for chip in chips:
        if not chip.name or chip.sides is None:
            continue
        tag = tags.get(chip.entry) or Span(int(chip.x), int(chip.x) + max(len(chip.tag), 1), int(chip.y))
        span = _before(stadium, chip, spans, taken, tag)
        inside_first = (len(spans) + 1) % 2
        for side in (inside_first, 1 - inside_first):
            if span is None:
                span = _berth(stadium, chip, side, spans, taken | lines if lines else taken, tag)
        if span is not None:
            spans.append(span)
            lines.update(tether(stadium, span, tag, taken) or () if chip.tag else ())
            placed.append((span.x, span.y, chip))
    return placed


def tether(stadium: Stadium, name: Span, tag: Span, taken: AbstractSet[Cell]) -> tuple[Cell, ...] | None:
    """The cells of a line from a name to the letters of its runner: none where they touch.

    None where no line straight along a row or a column leads there, past the others and what is painted in letters.
    """

    def is_open(cells: Sequence[Cell]) -> bool:
        clear = taken.isdisjoint(cells) and stadium.words.isdisjoint(cells)
        return clear and not any(stadium.infield.holds(*cell) for cell in cells)

    if name.y == tag.y:
        cells = [(x, tag.y) for x in (*range(name.end, tag.x), *range(tag.end, name.x))]
        return tuple(cells) if len(cells) <= _FAR and is_open(cells) else None
    between = range(min(name.y, tag.y) + 1, max(name.y, tag.y))
    if not between:
        return () if name.x <= tag.end and tag.x <= name.end else None
    middle = (tag.x + tag.end - 1) / 2
    columns = range(max(name.x, tag.x), min(name.end, tag.end))
    for x in sorted(columns, key=lambda x: abs(x - middle)):
        if is_open(cells := [(x, y) for y in between]):
            return tuple(cells)
    return None


_FAR = 8
"""Cells along a row of a line to a name, at most."""


def _berth(
    stadium: Stadium, chip: Chip, side: int, spans: Sequence[Span], taken: AbstractSet[Cell], tag: Span
) -> Span | None:
    """The place of a name on one side of the track: at its chip, or next to the name that is there already."""
    assert chip.sides is not None
    (x, y), (other_x, other_y) = chip.sides[side], chip.sides[1 - side]
    wide = max(abs(x - other_x), abs(y - other_y), 1e-6)
    # As near as can be, and where somebody runs beside the track a cell or two further off, but not beside a road that
    # winds: further off it would be nearer to another stretch. Behind the last column the board begins with a
    # place: it stays free where there is room.
    for off in (-0.5,) if chip.winds else (-0.5, 0, 1, 2):
        point = x + off * (x - other_x) / wide, y + off * (y - other_y) / wide
        wanted = _wanted(chip, point)
        for end in (stadium.width - 1, stadium.width):
            span = _berth_at(end, stadium.height, chip, point, wanted, spans)
            for there in _pulled(span, tag, end) if span is not None and chip.tag else (span,):
                if there is not None and _is_free(stadium, chip, there, spans, taken, tag):
                    return there
            if wanted < end - chip.length:
                break  # it is not the last column that keeps it away
    return None


def _pulled(span: Span, tag: Span, width: int) -> Iterator[Span]:
    """A place of a name, or those nearest to it from which a line goes straight to the letters of its runner."""
    if span.x < tag.end and tag.x < span.end:
        yield span
        return
    long = span.end - span.x
    aside = max(span.x, tag.end + 1) if span.x >= tag.end else min(span.x, tag.x - long - 1)  # `KERKerr` is no word
    yield Span(aside, aside + long, tag.y)
    x = min(max(span.x, tag.x - long + 1, 0), tag.end - 1, width - long)
    yield Span(x, x + long, span.y)
    yield span


def _is_free(
    stadium: Stadium, chip: Chip, span: Span, spans: Sequence[Span], taken: AbstractSet[Cell], tag: Span
) -> bool:
    """Whether a name can stand there: clear of all others, off the course, and at its runner or on a line to him."""
    if not _clear(stadium, span, spans, taken, tag):
        return False
    if not chip.tag:
        return True
    beside = chip.inline or chip.winds or not _is_on_course(stadium, chip.along, span)
    return beside and tether(stadium, span, tag, taken) is not None


def _is_on_course(stadium: Stadium, along: float, span: Span) -> bool:
    """Whether some of a name is where runners may be."""
    (ix, iy), (ox, oy) = stadium.edges(along)
    dx, dy = ox - ix, oy - iy
    square = max(dx * dx + dy * dy, 1e-6)
    begin = ((0.5 - ix) * dx + (span.y + 0.5 - iy) * dy) / square
    return any(0 <= begin + x * dx / square <= 1 for x in range(span.x, span.end))


def _before(stadium: Stadium, chip: Chip, spans: Sequence[Span], taken: AbstractSet[Cell], tag: Span) -> Span | None:
    """The place of a name on the road in front of its runner, if there is one."""
    if chip.ahead is None:
        return None
    x = tag.end + 1 if chip.ahead[0] > chip.x else tag.x - chip.length - 1
    span = Span(x, x + chip.length, tag.y)
    return span if _clear(stadium, span, spans, taken, tag) else None


def _wanted(chip: Chip, point: Point) -> int:
    """The column in which a name at a point begins where nothing is in its way."""
    x, y = point
    length = chip.length
    return round(x - length / 2 - _lean(chip.x - x, 2 * (chip.y - y)) * length / 2)


def _berth_at(end: int, height: int, chip: Chip, point: Point, wanted: int, spans: Sequence[Span]) -> Span | None:
    """The place of a name nearest to a point, before the column `end` and clear of the names in its row."""
    length = chip.length
    wanted = left = min(max(wanted, 0), max(end - length, 0))
    row = min(max(int(point[1]), 0), height - 1)
    beside = [span for span in spans if span.y == row]
    if len(beside) > 1:
        beside.sort(key=lambda span: abs(span.x - left))
    for other in beside:
        if left < other.end + 1 and other.x < left + length + 1:
            left = other.end + 1 if left + length / 2 > (other.x + other.end) / 2 else other.x - length - 1
    return Span(left, left + length, row) if abs(left - wanted) <= length + _STRAYED else None


def _lean(dx: float, dy: float) -> float:
    """How far a name is to a side of its point: -1 wholly to the right of it, 0 in the middle, 1 wholly to the left."""
    share = dx / max(hypot(dx, dy), 1e-6)
    return max(-1.0, min(1.0, 1.6 * share))


def _clear(stadium: Stadium, span: Span, spans: Sequence[Span], taken: AbstractSet[Cell], tag: Span) -> bool:
    """Whether a name is on the painting, and nothing else is there or right beside it but the letters of its runner."""
    x, end, y = span
    if x < 0 or end > stadium.width:
        return False
    for other in spans:
        if other.y == y and x < other.end + 1 and other.x < end + 1:
            return False
    board = stadium.infield
    if board.holds(x, y) or board.holds(end - 1, y):
        return False
    words = stadium.words
    own = range(tag.x, tag.end) if y == tag.y else ()
    for column in range(x - 1, end + 1):  # most places are taken, and that is seen soon
        cell = column, y
        if (cell in taken or cell in words) and (x <= column < end or column not in own):
            return False
    return True


def sides_of(stadium: Stadium, along: float) -> tuple[Point, Point]:
    """Points just off the track, outside and inside it, so many metres along lane 1."""
    (ix, iy), (ox, oy) = stadium.edges(along)
    dx, dy = ox - ix, 2 * (oy - iy)
    size = max(hypot(dx, dy), 1e-6)
    # Places for runners end a pixel from the track's edges, and kerb and rim are a pixel wide.
    dx, dy = 2.5 * dx / size, 1.25 * dy / size
    return (ox + dx, oy + dy), (ix - dx, iy - dy)


def ahead_of(stadium: Stadium, along: float, x: float, y: float, distance: float) -> Point | None:
    """A cell in front of somebody who is drawn at a point of a road of `distance` metres; None before a bend."""
    middle = (stadium.inner + stadium.outer) / 2
    (here_x, here_y), (next_x, next_y) = (stadium.cell(at, middle) for at in (along, along + distance * _AHEAD))
    if abs(next_y - here_y) > 0.25 * abs(next_x - here_x):
        return None
    return (int(x) + 2, y) if next_x > here_x else (int(x) - 1, y)


_AHEAD = 0.02
"""The part of the way for which a road goes straight on where a name is written on it."""


def ahead_and_behind(x: float, y: float) -> tuple[Point, Point]:
    """Points before and behind somebody in a row of his own, far enough for three letters and a blank."""
    return (x + 3, y), (x - 2, y)
