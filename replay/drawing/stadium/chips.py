"""Runners laid over the painted stadium: one cell each, and names beside the track for a chosen few.

A runner is drawn in the cell his place falls in. Of two less than a cell apart the one of higher priority (the earlier
in the list) has his place; the other goes to a side, or is counted among those for whom there is no room.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import product
from math import floor, hypot
from types import MappingProxyType
from typing import NamedTuple

from replay.drawing.course.scale import ROOMY
from replay.drawing.course.scenery import Point
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.berths import berth, held_berth
from replay.drawing.stadium.chip import Cell, Chip

_ASIDE = 3
"""Cells by which somebody gives way at most, and still is on the track."""
_BACK = (0, 1, 2, 3, 4, 5, 6, 7)
"""Cells by which somebody is drawn behind his place where there is no room beside it."""
_LANE_BACK = _BACK[:5]
"""And who has a lane of his own, so that a stagger is still to be seen."""
_LEVEL = 0.45
"""Cells further in or out than another, from which both may be level."""


class Way(NamedTuple):
    """How somebody gives way, in cells: out across the track, and back along it."""

    out: int = 0
    back: int = 0


_OWN = Way()


class Settled(NamedTuple):
    """Where everybody is drawn."""

    taken: dict[Cell, Chip]
    ways: dict[int, Way]
    """How each gives way, by entry."""
    hidden: list[Chip]
    """For whom there is no room."""
    offs: dict[int, int]
    """How many cells off their own the codes begin for which others make room, by entry."""


def settle(
    chips: Sequence[Chip],
    stadium: Stadium,
    held: Mapping[int, Way] = MappingProxyType({}),
    wide: Mapping[int, int | None] = MappingProxyType({}),
) -> Settled:
    """Gives each chip a cell of its own, the first first.

    Who is less than a cell behind another gives way to a side, outwards if there is room, and where there is none back
    along the track: nobody is drawn further along than he is. Nobody gives way to where the course is not, and nobody
    stands on a painted word.

    Args:
        chips: Runners, those first who have precedence.
        stadium: The painting.
        held: By entry how they gave way a little earlier. They go on like that as long as the cell is free: how far two
            are apart on the picture changes all the time, above all in bends, and nobody is to go to and fro with it.
        wide: Entries for whose codes others make room, with how many cells off their own these began a little earlier.
    """
    room = _Room(stadium, len(chips[0].tag) if chips else 1)
    taken: dict[Cell, Chip] = {}
    ways: dict[int, Way] = {}
    hidden: list[Chip] = []
    offs: dict[int, int] = {}
    columns, rows = stadium.width, stadium.height
    for chip in chips:
        if not (0 <= chip.x < columns and 0 <= chip.y < rows):
            continue
        found = room.held(chip, held.get(chip.entry))
        if found is None and chip.entry in wide:
            found = room.aside(chip, wide=True)
        found = found or room.aside(chip)
        if found is None:
            hidden.append(chip)
            continue
        way, spot = found
        cell = room.fill(spot)
        taken[cell] = chip
        ways[chip.entry] = way
        if chip.entry in wide and (off := room.widened(chip, cell, wide[chip.entry])) is not None:
            offs[chip.entry] = off
    return Settled(taken, ways, hidden, offs)


class _Room:
    """What is still free, for chips of so many cells; a spot is kept by the first of its cells."""

    __slots__ = ("_around", "_board", "_bottom", "_filled", "_half", "_last", "_size", "_spots", "_stadium", "_words")

    def __init__(self, stadium: Stadium, size: int) -> None:
        self._spots: dict[Cell, Point] = {}
        self._filled: set[Cell] = set()
        self._stadium = stadium
        self._words = stadium.words
        self._board = stadium.infield
        self._last, self._bottom = stadium.width - size, stadium.height
        self._size = size
        self._half = (size - 1) / 2
        self._around = _around(size)

    def cell(self, spot: Point) -> Cell:
        """The first cell of a chip in this spot."""
        return floor(spot[0] - self._half), floor(spot[1])

    def fill(self, spot: Point) -> Cell:
        """Take a spot; its first cell."""
        x, y = cell = self.cell(spot)
        self._spots[cell] = spot
        self._filled.add(cell)
        for at in range(1, self._size):
            self._filled.add((x + at, y))
        return cell

    def widened(self, chip: Chip, cell: Cell, off: int | None) -> int | None:
        """How many cells off this one the code of its chip begins, if it can, and keep room for it."""
        x, y = cell
        taken = self._filled
        if off is None:
            start = berth(chip, cell, self._stadium, taken)
        else:
            start = held_berth(chip, cell, self._stadium, taken, off)
        if start is None:
            return None
        taken.update(((start - 1, y), (start, y), (start + 1, y), (start + 2, y), (start + 3, y)))
        return start - x

    def held(self, chip: Chip, way: Way | None) -> tuple[Way, Point] | None:
        """His place if he gives way as he did; where nothing is held, his own if he is in nobody's way."""
        if way is None or way == _OWN:
            spot = chip.x, chip.y
            free = self._open(spot) and (way is not None or not any(True for _ in self._near(spot)))
            return (_OWN, spot) if free else None
        out, back = way
        line = self._stadium.crossing(chip.along, self._size)
        if back:
            there = self._stadium.crossing(chip.along - back * line.back, self._size)
            spot = there.place(line.share(chip.x, chip.y), out)
        else:
            x, y = line.out
            spot = chip.x + out * x, chip.y + out * y
        return (way, spot) if self._open(spot) else None

    def aside(self, chip: Chip, *, wide: bool = False) -> tuple[Way, Point] | None:
        """The first place from his own on in which he is in nobody's way, and if he is `wide` has room for his code."""
        line = there = self._stadium.crossing(chip.along, self._size)
        steps, (out_x, out_y) = line.steps(chip.x, chip.y), line.out
        share, level = steps / line.wide, _LEVEL * line.square
        filled, half = self._filled, self._half
        (x, y), before = (chip.x, chip.y), 0
        for way in _ways(round(4 * steps), round(4 * line.wide), chip.in_lane):
            out, back = way
            if back != before:
                before, there = back, self._stadium.crossing(chip.along - back * line.back, self._size)
                x, y = there.place(share)
            if out:  # the track may be narrower there than where he is
                over = 0.3 if there.wide >= 1 else 0.0
                if not -over <= share * there.wide + out <= there.wide + over:
                    continue
            spot = x + out * there.out[0], y + out * there.out[1]
            if (floor(spot[0] - half), floor(spot[1])) in filled:  # in a pack most are
                continue
            # Who is so much further in or out can be level, and in lanes everybody can.
            if (
                self._open(spot)
                and (chip.in_lane or all(abs(dx * out_x + dy * out_y) >= level for dx, dy in self._near(spot)))
                and (not wide or berth(chip, self.cell(spot), self._stadium, self._filled) is not None)
            ):
                return way, spot
        return None

    def _open(self, spot: Point) -> bool:
        """Whether a chip there would be on the picture, off scoreboard and words, and on cells that are free."""
        column, row = cell = self.cell(spot)
        if cell in self._filled or cell in self._words or not (0 <= column <= self._last and 0 <= row < self._bottom):
            return False
        last = column + self._size - 1
        if last > column and ((last, row) in self._filled or (last, row) in self._words):
            return False
        x, y, wide, high = self._board
        return not (y <= row < y + high and last >= x and column < x + wide)

    def _near(self, spot: Point) -> Iterator[Point]:
        """From here to those who are less than a chip away, in both directions."""
        x, y = spot
        column, row = self.cell(spot)
        size = self._size
        for dx, dy in self._around:
            there = self._spots.get((column + dx, row + dy))
            if there is not None and -size < there[0] - x < size and -1 < there[1] - y < 1:
                yield there[0] - x, there[1] - y


@lru_cache(maxsize=8)
def _around(size: int) -> tuple[Cell, ...]:
    """From the first cell of a chip of so many cells to those of others who may be less than a chip away."""
    return tuple((dx, dy) for dx in range(-size, size + 1) for dy in (0, -1, 1))


@lru_cache(maxsize=1024)
def _ways(at: int, wide: int, in_lane: bool) -> tuple[Way, ...]:
    """Ways to give way that stay on the track, in the order in which they are tried.

    Args:
        at: How far out he is, in quarters of a cell from the innermost place.
        wide: How far out the outermost place is.
        in_lane: Whether he has a lane: he would rather stay in it.
    """
    steps = (sign * step for step in range(1, _ASIDE + 1) for sign in (1, -1))
    over = 1 if wide >= 4 else 0  # a road may be less than a cell wide
    across = (0, *(step for step in steps if -over <= at + 4 * step <= wide + over))
    if in_lane:
        return tuple(Way(step, back) for step in across for back in _LANE_BACK)
    return tuple(Way(step, back) for back in _BACK for step in across)


_STRAYED = 2
"""Cells beyond its own length by which a name may be moved along the track to where there is room."""


class Span(NamedTuple):
    """Where a name is written: cells from `x` to before `end` in row `y`."""

    x: int
    end: int
    y: int


def place_names(stadium: Stadium, chips: Iterable[Chip], taken: AbstractSet[Cell]) -> list[tuple[int, int, Chip]]:
    """Where names are written: off the track, clear of chips, of each other, of the scoreboard and of painted words.

    The first name is outside the track and the next inside, in turn, as long as there is room; on a large painting,
    where the infield has room all round, the first is inside, which is nearer. Which side a name is on follows from the
    order and the stretch of track, so that it stays there while runners move.

    Returns:
        The column and the row of each name's first character, with its chip; a name without room gives way to three
        letters, and where there is none for these either it is left out.
    """
    placed: list[tuple[int, int, Chip]] = []
    spans: list[Span] = []
    for chip in chips:
        if not chip.name or chip.sides is None:
            continue
        if (span := _before(stadium, chip, spans, taken)) is not None:
            spans.append(span)
            placed.append((span.x, span.y, chip))
            continue
        inside_first = (len(spans) + (stadium.width >= ROOMY)) % 2
        shorter = [chip._replace(name=chip.code)] if len(chip.tag) < len(chip.code) < len(chip.name) else []
        for told, side in product((chip, *shorter), (inside_first, 1 - inside_first)):
            span = _berth(stadium, told, side, spans, taken)
            if span is not None:
                spans.append(span)
                placed.append((span.x, span.y, told))
                break
    return placed


def _berth(stadium: Stadium, chip: Chip, side: int, spans: Sequence[Span], taken: AbstractSet[Cell]) -> Span | None:
    """The place of a name on one side of the track: at its chip, or next to the name that is there already."""
    assert chip.sides is not None
    (x, y), (other_x, other_y) = chip.sides[side], chip.sides[1 - side]
    wide = max(abs(x - other_x), abs(y - other_y), 1e-6)
    # Where somebody runs beside the track the name is a cell or two further off, but beside a road that winds as near
    # as can be: further off it would be nearer to another stretch. Behind the last column the board begins with a
    # place: it stays free where there is room.
    for off in (-0.5,) if chip.winds else (0, 1, 2):
        point = x + off * (x - other_x) / wide, y + off * (y - other_y) / wide
        wanted = _wanted(chip, point)
        for end in (stadium.width - 1, stadium.width):
            span = _berth_at(end, stadium.height, chip, point, wanted, spans)
            if span is not None and _clear(stadium, span, spans, taken):
                return span
            if wanted < end - len(chip.name):
                break  # it is not the last column that keeps it away
    return None


def _before(stadium: Stadium, chip: Chip, spans: Sequence[Span], taken: AbstractSet[Cell]) -> Span | None:
    """The place of a name on the road in front of its runner, if there is one."""
    if chip.ahead is None:
        return None
    point = chip.ahead
    span = _berth_at(stadium.width, stadium.height, chip, point, _wanted(chip, point), ())
    return span if span is not None and _clear(stadium, span, spans, taken) else None


def _wanted(chip: Chip, point: Point) -> int:
    """The column in which a name at a point begins where nothing is in its way."""
    x, y = point
    length = len(chip.name)
    return round(x - length / 2 - _lean(chip.x - x, 2 * (chip.y - y)) * length / 2)


def _berth_at(end: int, height: int, chip: Chip, point: Point, wanted: int, spans: Sequence[Span]) -> Span | None:
    """The place of a name nearest to a point, before the column `end` and clear of the names in its row."""
    length = len(chip.name)
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


def _clear(stadium: Stadium, span: Span, spans: Sequence[Span], taken: AbstractSet[Cell]) -> bool:
    x, end, y = span
    if x < 0 or end > stadium.width:
        return False
    for other in spans:
        if other.y == y and x < other.end + 1 and other.x < end + 1:
            return False
    board = stadium.infield
    if board.holds(x, y) or board.holds(end - 1, y):
        return False
    cells = [(column, y) for column in range(x - 1, end + 1)]
    return taken.isdisjoint(cells) and stadium.words.isdisjoint(cells)


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
