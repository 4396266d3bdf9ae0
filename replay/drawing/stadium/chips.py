"""Runners laid over the painted stadium: one cell each, and names beside the track for a chosen few.

A runner is drawn in the cell his place falls in. Of two less than a cell apart the one of higher priority (the earlier
in the list) has his place; the other goes to a side, or is counted among those for whom there is no room.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from replay.drawing.course.oval import GRAIN
from replay.drawing.course.scale import ROOMY
from replay.drawing.course.scenery import Point
from replay.drawing.course.stadium import Stadium


class Chip(NamedTuple):
    """A runner on the picture; x and y in cells, as from `Stadium.cell`."""

    x: float
    y: float
    tag: str
    """One character, or as many for everybody: he is drawn in as many cells, with his place in their middle."""
    colour: int
    emphasised: bool = False
    name: str = ""
    """Shown beside the track, if anything."""
    sides: tuple[Point, Point] | None = None
    """Where the name may be, in cells: just outside the track and just inside it."""
    along: float = 0.0
    """Metres along the track."""
    entry: int = -1
    in_lane: bool = False
    """Whether he has a lane of his own there."""
    code: str = ""
    """What he is called instead of by his tag where there is room for it on both sides of his cell, if anything."""
    hollow: bool = False
    """Whether he is a ghost: his letter is in his colour, and nothing is filled with it."""


Cell = tuple[int, int]
"""Column and row."""
_ASIDE = 3
"""Cells by which somebody gives way at most, and still is on the track."""
_BACK = (0, 1, 2, 3, 4, 5, 6, 7)
"""Cells by which somebody is drawn behind his place where there is no room beside it."""
_LANE_BACK = _BACK[:5]
"""And who has a lane of his own, so that a stagger is still to be seen."""
_LEVEL = 0.45
"""Cells further in or out than another, from which both may be level."""


_NEAR = 4.0
"""Metres over which the direction of the track is taken."""


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


def settle(chips: Sequence[Chip], stadium: Stadium, held: Mapping[int, Way] = MappingProxyType({})) -> Settled:
    """Gives each chip a cell of its own, the first first.

    Who is less than a cell behind another gives way to a side, outwards if there is room, and where there is none back
    along the track: nobody is drawn further along than he is. Nobody gives way to where the course is not, and nobody
    stands on a painted word.

    Args:
        chips: Runners, those first who have precedence.
        stadium: The painting.
        held: By entry how they gave way a little earlier. They go on like that as long as the cell is free: how far two
            are apart on the picture changes all the time, above all in bends, and nobody is to go to and fro with it.
    """
    settled = Settled({}, {}, [])
    room = _Room(stadium, len(chips[0].tag) if chips else 1)
    for chip in chips:
        if not stadium.holds(int(chip.x // 1), int(chip.y // 1)):
            continue
        found = room.held(chip, held.get(chip.entry)) or room.aside(chip)
        if found is None:
            settled.hidden.append(chip)
            continue
        way, spot = found
        settled.taken[room.fill(spot)] = chip
        settled.ways[chip.entry] = way
    return settled


class _Room:
    """What is still free, for chips of so many cells; a spot is kept by the first of its cells."""

    __slots__ = ("_around", "_filled", "_size", "_spots", "_stadium")

    def __init__(self, stadium: Stadium, size: int) -> None:
        self._spots: dict[Cell, Point] = {}
        self._filled: set[Cell] = set()
        self._stadium = stadium
        self._size = size
        self._around = tuple((dx, dy) for dx in range(-size, size + 1) for dy in (0, -1, 1))

    def cell(self, spot: Point) -> Cell:
        """The first cell of a chip in this spot."""
        return int((spot[0] - (self._size - 1) / 2) // 1), int(spot[1] // 1)

    def fill(self, spot: Point) -> Cell:
        """Take a spot; its first cell."""
        cell = self.cell(spot)
        self._spots[cell] = spot
        self._filled.add(cell)
        for at in range(1, self._size):
            self._filled.add((cell[0] + at, cell[1]))
        return cell

    def held(self, chip: Chip, way: Way | None) -> tuple[Way, Point] | None:
        """His place if he gives way as he did; where nothing is held, his own if he is in nobody's way."""
        if way is None or way == _OWN:
            spot = chip.x, chip.y
            free = self._open(spot) and (way is not None or not any(True for _ in self._near(spot)))
            return (_OWN, spot) if free else None
        if way.back:
            spot = _Lines(chip, self._stadium, self._size).spot(way)
        else:
            (x, y), _ = _outwards(self._stadium.edges(chip.along), self._size)
            spot = chip.x + way.out * x, chip.y + way.out * y
        return (way, spot) if self._open(spot) else None

    def aside(self, chip: Chip) -> tuple[Way, Point] | None:
        """The first place, from his own on, in which he is in nobody's way."""
        lines = _Lines(chip, self._stadium, self._size)
        share = lines.at / lines.wide
        before, there = 0, lines.back(0)
        for way in lines.ways():
            out, back = way
            if back != before:
                before, there = back, lines.back(back)
            (x, y), (out_x, out_y), wide = there
            if out:  # the track may be narrower there than where he is
                over = 0.3 if wide >= 1 else 0.0
                if not -over <= share * wide + out <= wide + over:
                    continue
            spot = x + out * out_x, y + out * out_y
            if self._open(spot) and all(lines.level(dx, dy) for dx, dy in self._near(spot)):
                return way, spot
        return None

    def _open(self, spot: Point) -> bool:
        """Whether a chip there would be on the picture, off scoreboard and words, and on cells that are free."""
        column, row = cell = self.cell(spot)
        last = column + self._size - 1
        words = self._stadium.words
        if cell in self._filled or cell in words:
            return False
        if last > column and ((last, row) in self._filled or (last, row) in words):
            return False
        board = self._stadium.infield
        if board.y <= row < board.y + board.height and last >= board.x and column < board.x + board.width:
            return False
        return column >= 0 and last < self._stadium.width and 0 <= row < self._stadium.height

    def _near(self, spot: Point) -> Iterator[Point]:
        """From here to those who are less than a chip away, in both directions."""
        x, y = spot
        column, row = self.cell(spot)
        size = self._size
        for dx, dy in self._around:
            there = self._spots.get((column + dx, row + dy))
            if there is not None and -size < there[0] - x < size and -1 < there[1] - y < 1:
                yield there[0] - x, there[1] - y


def _outwards(edges: tuple[Point, Point], size: int) -> tuple[Point, float]:
    """A step across the track from its inner edge to the next cell for a chip of this size; how many there are."""
    (ix, iy), (ox, oy) = edges
    wide = max(abs(ox - ix) / size, abs(oy - iy), 1e-6)
    return ((ox - ix) / wide, (oy - iy) / wide), wide


class _Lines:
    """The lines along and across the track where somebody is, in steps to the next cells for a chip of this size."""

    __slots__ = ("_behind", "_edges", "_metres", "_size", "_stadium", "at", "chip", "out", "square", "wide")

    def __init__(self, chip: Chip, stadium: Stadium, size: int) -> None:
        (ix, iy), _ = self._edges = edges = stadium.edges(chip.along)
        self.chip = chip
        self.out, self.wide = _outwards(edges, size)
        x, y = self.out
        self.square = max(x * x + y * y, 1e-6)
        self.at = ((chip.x - ix) * x + (chip.y - iy) * y) / self.square
        self._stadium = stadium
        self._size = size
        self._metres = 0.0
        self._behind: dict[int, tuple[Point, Point, float]] = {}

    def spot(self, way: Way) -> Point:
        """Where he is drawn who gives way so."""
        (x, y), (out_x, out_y), _ = self.back(way.back)
        return x + way.out * out_x, y + way.out * out_y

    def back(self, cells: int) -> tuple[Point, Point, float]:
        """Where he would be so many cells ago, as far out as he is; a step outwards there; how many there are."""
        if not cells:
            return (self.chip.x, self.chip.y), self.out, self.wide
        found = self._behind.get(cells)
        if found is None:
            metres = self._metres = self._metres or self._to_next()
            (ix, iy), (ox, oy) = edges = self._stadium.edges(self.chip.along - cells * metres)
            share = self.at / self.wide
            place = ix + share * (ox - ix), iy + share * (oy - iy)
            found = self._behind[cells] = place, *_outwards(edges, self._size)
        return found

    def _to_next(self) -> float:
        """Metres along the track to the next cell behind."""
        (ix, iy), (ox, oy) = self._edges
        (jx, jy), (px, py) = self._stadium.edges(self.chip.along - _NEAR)
        cells = max(abs(ix + ox - jx - px) / self._size, abs(iy + oy - jy - py)) / 2
        # A place is known to a grain of the track: whole grains keep two who are level a whole cell apart.
        return math.ceil(_NEAR / max(cells, 1e-3) / GRAIN) * GRAIN

    def ways(self) -> Sequence[Way]:
        """How he may give way, in the order in which it is tried."""
        return _ways(round(4 * self.at), round(4 * self.wide), self.chip.in_lane)

    def level(self, dx: float, dy: float) -> bool:
        """Whether who is so far away is so much further in or out that both can be level, as in lanes they are."""
        return self.chip.in_lane or abs(dx * self.out[0] + dy * self.out[1]) >= _LEVEL * self.square


@lru_cache(maxsize=1024)
def _ways(at: int, wide: int, in_lane: bool) -> tuple[Way, ...]:
    """Ways to give way that stay on the track, in the order in which they are tried; see `_Lines.ways`.

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


def place_names(stadium: Stadium, chips: Iterable[Chip], taken: Collection[Cell]) -> list[tuple[int, int, Chip]]:
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
        inside_first = (len(spans) + (stadium.width >= ROOMY)) % 2
        shorter = [chip._replace(name=chip.code)] if len(chip.tag) < len(chip.code) < len(chip.name) else []
        for told, side in product((chip, *shorter), (inside_first, 1 - inside_first)):
            span = _berth(stadium, told, side, spans, taken)
            if span is not None:
                spans.append(span)
                placed.append((span.x, span.y, told))
                break
    return placed


def _berth(stadium: Stadium, chip: Chip, side: int, spans: Sequence[Span], taken: Collection[Cell]) -> Span | None:
    """The place of a name on one side of the track: at its chip, or next to the name that is there already."""
    assert chip.sides is not None
    (x, y), (other_x, other_y) = chip.sides[side], chip.sides[1 - side]
    wide = max(abs(x - other_x), abs(y - other_y), 1e-6)
    # Where somebody runs beside the track the name is a cell or two further off. Behind the last column the board
    # begins with a place: it stays free where there is room.
    for off in (0, 1, 2):
        point = x + off * (x - other_x) / wide, y + off * (y - other_y) / wide
        wanted = _wanted(chip, point)
        for end in (stadium.width - 1, stadium.width):
            span = _berth_at(end, stadium.height, chip, point, wanted, spans)
            if span is not None and _clear(stadium, span, spans, taken):
                return span
            if wanted < end - len(chip.name):
                break  # it is not the last column that keeps it away
    return None


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
    for other in sorted((span for span in spans if span.y == row), key=lambda span: abs(span.x - left)):
        if left < other.end + 1 and other.x < left + length + 1:
            left = other.end + 1 if left + length / 2 > (other.x + other.end) / 2 else other.x - length - 1
    return Span(left, left + length, row) if abs(left - wanted) <= length + _STRAYED else None


def _lean(dx: float, dy: float) -> float:
    """How far a name is to a side of its point: -1 wholly to the right of it, 0 in the middle, 1 wholly to the left."""
    share = dx / max(math.hypot(dx, dy), 1e-6)
    return max(-1.0, min(1.0, 1.6 * share))


def _clear(stadium: Stadium, span: Span, spans: Sequence[Span], taken: Collection[tuple[int, int]]) -> bool:
    x, end, y = span
    if x < 0 or end > stadium.width:
        return False
    for other in spans:
        if other.y == y and x < other.end + 1 and other.x < end + 1:
            return False
    board, words = stadium.infield, stadium.words
    if board.holds(x, y) or board.holds(end - 1, y):
        return False
    cells = [(column, y) for column in range(x - 1, end + 1)]
    return not (any(map(taken.__contains__, cells)) or any(map(words.__contains__, cells)))


def sides_of(stadium: Stadium, along: float) -> tuple[Point, Point]:
    """Points just off the track, outside and inside it, so many metres along lane 1."""
    (ix, iy), (ox, oy) = stadium.edges(along)
    dx, dy = ox - ix, 2 * (oy - iy)
    size = max(math.hypot(dx, dy), 1e-6)
    # Places for runners end a pixel from the track's edges, and kerb and rim are a pixel wide.
    dx, dy = 2.5 * dx / size, 1.25 * dy / size
    return (ox + dx, oy + dy), (ix - dx, iy - dy)


def ahead_and_behind(x: float, y: float) -> tuple[Point, Point]:
    """Points before and behind somebody in a row of his own, far enough for three letters and a blank."""
    return (x + 3, y), (x - 2, y)
