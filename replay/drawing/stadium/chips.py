"""Runners laid over the painted stadium, one cell each: who gives way to whom.

A runner is drawn in the cell his place falls in. Of two less than a cell apart the one ahead has his place; the other
goes to a side, or is counted among those for whom there is no room. However they give way, an eye that goes along the
track meets them in the order of the race, and those who are home behind the line.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import floor, inf
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from replay.drawing.course.crossing import Crossing
from replay.drawing.course.scenery import Point
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.berths import berths, held_berth
from replay.drawing.stadium.chip import Cell, Chip

_ASIDE = 3
"""Cells by which somebody gives way at most, and still is on the track."""
_BACK = (0, 1, 2, 3, 4, 5, 6, 7)
"""Cells by which somebody is drawn behind his place where there is no room beside it."""
_LANE_BACK = _BACK[:5]
"""And who has a lane of his own, so that a stagger is still to be seen."""
_APART = 2
"""Cells by which somebody is drawn behind his place at most, not to be the third of letters that touch."""
_SMALL = 40
"""Cells across below which that is not tried: there is no room."""
_LEVEL = 0.45
"""Cells further in or out than another, from which both may be level."""
_SLACK = 0.5
"""Cells by which somebody may seem to be ahead of one who is ahead of him: no eye sees that on a picture of cells."""


class Way(NamedTuple):
    """How somebody gives way, in cells: out across the track, and back along it."""

    out: int = 0
    back: int = 0
    """Below 0 for who is home, and gives way further along."""


_OWN = Way()


class Worth(NamedTuple):
    """How well runners have places on the track; the lower, the better."""

    hidden: float = inf
    """For how many there is no room."""
    astray: float = inf
    """How many are seen ahead of somebody who is ahead of them, for want of room."""
    back: float = inf
    """Cells by which somebody is drawn off his place along the track."""

    def reaches(self, other: "Worth") -> bool:
        """Whether it is as good as another in each."""
        return self.hidden <= other.hidden and self.astray <= other.astray and self.back <= other.back


_ANY = Worth()


class Settled(NamedTuple):
    """Where everybody is drawn."""

    taken: dict[Cell, Chip]
    ways: dict[int, Way]
    """How each gives way, by entry."""
    hidden: list[Chip]
    """For whom there is no room."""
    offs: dict[int, int]
    """How many cells off their own the codes begin for which others make room, by entry."""
    worth: Worth


def settle(
    chips: Sequence[Chip],
    stadium: Stadium,
    held: Mapping[int, Way] = MappingProxyType({}),
    wide: Mapping[int, int | None] = MappingProxyType({}),
    worst: Worth = _ANY,
) -> Settled:
    """Gives each chip a cell of its own, from the front on.

    Who is less than a cell behind another gives way to a side, outwards if there is room, and where there is none back
    along the track: nobody is drawn further along than he is, nor than somebody who is ahead of him. Behind the finish
    it is the other way round: from the last who is home on they give way further along, and all of them are drawn
    behind the line. Nobody gives way to where the course is not, and nobody stands on a painted word.

    Args:
        chips: Runners; of those who are level the first has precedence, and where there are too many for the course,
            he who is emphasised.
        stadium: The painting.
        held: By entry how they gave way a little earlier. They go on like that as long as the cell is free: how far two
            are apart on the picture changes all the time, above all in bends, and nobody is to go to and fro with it.
        wide: Entries for whose codes others make room, with how many cells off their own these began a little earlier.
        worst: It is given up where it gets worse than that, with what is settled by then.
    """
    home = [chip for chip in chips if chip.home]
    home.sort(key=_ALONG)
    running = sorted((chip for chip in chips if not chip.home) if home else chips, key=_ALONG, reverse=True)
    settled = _settled([*home, *running], stadium, held, wide, worst)
    if any(chip.emphasised for chip in settled.hidden):
        running.sort(key=attrgetter("emphasised"), reverse=True)
        settled = _settled([*home, *running], stadium, held, wide, worst)
    return settled


_ALONG = attrgetter("along")


def _settled(
    chips: Sequence[Chip],
    stadium: Stadium,
    held: Mapping[int, Way],
    wide: Mapping[int, int | None],
    worst: Worth,
) -> Settled:
    """The same, one after the other."""
    room = _Room(stadium, len(chips[0].tag) if chips else 1)
    taken: dict[Cell, Chip] = {}
    ways: dict[int, Way] = {}
    hidden: list[Chip] = []
    offs: dict[int, int] = {}
    columns, rows = stadium.width, stadium.height
    astray = farthest = 0
    for chip in chips:
        if not (0 <= chip.x < columns and 0 <= chip.y < rows):
            continue
        found = room.in_order(chip, held, chip.entry in wide)
        if found is None:
            astray += 1
            found = room.aside(chip, ordered=False)
        if found is None:
            hidden.append(chip)
        else:
            way, spot = found
            farthest = max(farthest, abs(way.back))
            cell = room.fill(spot)
            taken[cell] = chip
            ways[chip.entry] = way
            start = room.widened(chip, cell, wide[chip.entry]) if chip.entry in wide else None
            if start is not None:
                offs[chip.entry] = start - cell[0]
            room.pass_by(chip, cell, start)
        if len(hidden) > worst.hidden or astray > worst.astray or farthest > worst.back:
            break
    return Settled(taken, ways, hidden, offs, Worth(len(hidden), astray, farthest))


class _Gate(NamedTuple):
    """Where somebody may be seen, by the middle of a cell: metres along are `begin` + x `dx` + y `dy`, cells from 0."""

    begin: float
    dx: float
    dy: float
    low: float
    coded: float
    """The lowest of a code, of which all letters are to be behind the line."""
    high: float


_OPEN = _Gate(0.0, 0.0, 0.0, -inf, -inf, inf)


class _Room:
    """What is still free, for chips of so many cells; a spot is kept by the first of its cells."""

    __slots__ = (
        "_around", "_board", "_bottom", "_chip", "_filled", "_first", "_half", "_last", "_line", "_passed",
        "_rears", "_roomy", "_size", "_spots", "_stadium", "_words",
    )  # fmt: skip

    def __init__(self, stadium: Stadium, size: int) -> None:
        self._spots: dict[Cell, Point] = {}
        self._filled: set[Cell] = set()
        self._stadium = stadium
        self._words = stadium.words
        self._board = stadium.infield
        self._last, self._bottom = stadium.width - size, stadium.height
        self._size = size
        self._roomy = stadium.width >= _SMALL
        self._half = (size - 1) / 2
        self._around = _around(size)
        self._chip: Chip | None = None
        self._line: Crossing | None = None
        self._passed: list[tuple[Chip, Cell, int | None, Crossing | None]] = []
        self._first = -inf
        """Metres along at which the first of those who are home is seen, from the last on."""
        self._rears: list[tuple[float, float]] = [(inf, inf)]
        """Metres along of the others from the first on, and at which the last of them so far is seen."""

    def _across(self, chip: Chip) -> Crossing:
        """The line across the course that a chip is on; of one chip it is asked again and again."""
        if self._line is None or chip is not self._chip:
            self._chip, self._line = chip, self._stadium.crossing(chip.along, self._size)
        return self._line

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

    def pass_by(self, chip: Chip, cell: Cell, start: int | None) -> None:
        """Let those who are to come keep their order to a chip in this cell, or whose code begins in a column."""
        self._passed.append((chip, cell, start, self._line if chip is self._chip else None))

    def _gate(self, chip: Chip) -> _Gate:
        """Where a chip may be seen: behind those who are ahead of him, and behind the line if he is home."""
        for other, (x, y), start, line in self._passed:
            dx, dy = (line or self._stadium.crossing(other.along, self._size)).ahead
            middle = x + self._half + 0.5 if start is None else start + 1.5
            seen = other.along + (middle - other.x) * dx + (y + 0.5 - other.y) * dy
            if other.home:
                self._first = max(self._first, seen)
            elif seen < self._rears[-1][1]:
                self._rears.append((other.along, seen))
        self._passed.clear()
        line = self._across(chip)
        dx, dy = line.ahead
        slack, begin = _SLACK * line.back, chip.along - chip.x * dx + (0.5 - chip.y) * dy
        if not chip.home:
            # In lanes those are level who are less than a cell apart: they have rows of their own.
            level = chip.along + line.back if chip.in_lane else -inf
            rear = next(rear for along, rear in reversed(self._rears) if along >= level)
            return _Gate(begin, dx, dy, -inf, -inf, rear + slack)
        low, behind = self._first - slack, chip.home - _SLACK * max(abs(dx), abs(dy)) - 1e-6
        return _Gate(begin, dx, dy, max(low, behind), max(low, behind + abs(dx)), inf)

    def widened(self, chip: Chip, cell: Cell, off: int | None) -> int | None:
        """Where the code of its chip begins, if it can, and keep room for it.

        Args:
            chip: Whose code.
            cell: Where he is.
            off: How many cells off this one it began a little earlier.
        """
        y, taken = cell[1], self._filled
        if off is None or chip.home:
            start = self._berth(chip, cell, self._gate(chip))
        else:
            start = held_berth(chip, cell, self._stadium, taken, off)
        if start is not None:
            taken.update(((start - 1, y), (start, y), (start + 1, y), (start + 2, y), (start + 3, y)))
        return start

    def in_order(self, chip: Chip, held: Mapping[int, Way], wide: bool) -> tuple[Way, Point] | None:
        """The place of a chip behind those who are ahead of him: as he gave way, or else the first that is free."""
        way = None if chip.home else held.get(chip.entry)
        found = self.held(chip, way)
        if wide:
            free = found and (way or self._berth(chip, self.cell(found[1]), self._gate(chip)) is not None)
            return found if free else self.aside(chip, wide=True) or found or self.aside(chip)
        apart = self._roomy and way is None and not chip.in_lane
        if found is None or (apart and self._touches(self.cell(found[1]))):
            found = self.aside(chip, apart=apart)
        return found

    def held(self, chip: Chip, way: Way | None) -> tuple[Way, Point] | None:
        """His place if he gives way as he did; where nothing is held, his own if he is in nobody's way."""
        if way is None or way == _OWN:
            spot = chip.x, chip.y
            cell = self.cell(spot)
            free = self._open(cell) and (
                way is not None
                or (not any(True for _ in self._near(spot, cell)) and self._fits(self._gate(chip), cell))
            )
            return (_OWN, spot) if free else None
        out, back = way
        line = self._across(chip)
        if back:
            there = self._stadium.crossing(chip.along - back * line.back, self._size)
            spot = there.place(line.share(chip.x, chip.y), out)
        else:
            x, y = line.out
            spot = chip.x + out * x, chip.y + out * y
        return (way, spot) if self._open(self.cell(spot)) else None

    def _touches(self, cell: Cell) -> bool:
        """Whether a chip there would be the third in a row, right beside two: three letters would read as a code."""
        (x, y), size, spots = cell, self._size, self._spots
        left, right = (x - size, y) in spots, (x + size, y) in spots
        return (left and (right or (x - 2 * size, y) in spots)) or (right and (x + 2 * size, y) in spots)

    def aside(
        self, chip: Chip, *, wide: bool = False, ordered: bool = True, apart: bool = False
    ) -> tuple[Way, Point] | None:
        """The first place from his own on in which he is in nobody's way.

        Args:
            chip: Who gives way.
            wide: Whether he has to have room there for his code.
            ordered: Whether he has to be seen behind those who are ahead of him.
            apart: Whether two are not to be right beside him if that can be, for which he goes hardly back.
        """
        line = there = self._across(chip)
        steps, (out_x, out_y) = line.steps(chip.x, chip.y), line.out
        share, level = steps / line.wide, _LEVEL * line.square
        gate = self._gate(chip) if ordered else _OPEN
        begin, along_x, along_y, low, _, high = gate
        filled, half = self._filled, self._half
        begin += (half + 0.5) * along_x
        (x, y), before = (chip.x, chip.y), 0
        beside: tuple[Way, Point] | None = None
        for back, outs in _ways(round(4 * steps), round(4 * line.wide), chip.in_lane, bool(chip.home)):
            if beside is not None and abs(back) > _APART:
                break
            if back != before:
                before, there = back, self._stadium.crossing(chip.along - back * line.back, self._size)
                x, y = there.place(share)
            (step_x, step_y), at = there.out, share * there.wide
            over = 0.3 if there.wide >= 1 else 0.0
            least, most = -over - at, there.wide + over - at
            for out in outs:
                if out and not least <= out <= most:  # the track may be narrower there than where he is
                    continue
                spot = x + out * step_x, y + out * step_y
                cell = column, row = floor(spot[0] - half), floor(spot[1])
                # In a pack most are taken.
                if cell in filled or not low <= begin + column * along_x + row * along_y <= high:
                    continue
                # Who is so much further in or out can be level, and in lanes everybody can.
                if (
                    self._open(cell)
                    and (
                        chip.in_lane or all(abs(dx * out_x + dy * out_y) >= level for dx, dy in self._near(spot, cell))
                    )
                    and (not wide or self._berth(chip, cell, gate) is not None)
                ):
                    if not (apart and self._touches(cell)):
                        return Way(out, back), spot
                    beside = beside or (Way(out, back), spot)
        return beside

    def _fits(self, gate: _Gate, cell: Cell) -> bool:
        """Whether a chip of one who may be seen there is seen there in this cell."""
        begin, dx, dy, low, _, high = gate
        return low <= begin + (cell[0] + self._half + 0.5) * dx + cell[1] * dy <= high

    def _berth(self, chip: Chip, cell: Cell, gate: _Gate) -> int | None:
        """Where the code of a chip in a cell may begin, if anywhere."""
        begin, dx, dy, _, low, high = gate
        begin += 1.5 * dx + cell[1] * dy
        return next((x for x in berths(chip, cell, self._stadium, self._filled) if low <= begin + x * dx <= high), None)

    def _open(self, cell: Cell) -> bool:
        """Whether a chip from there on is on the picture, off scoreboard and words, and on cells that are free."""
        column, row = cell
        if cell in self._filled or cell in self._words or not (0 <= column <= self._last and 0 <= row < self._bottom):
            return False
        last = column + self._size - 1
        if last > column and ((last, row) in self._filled or (last, row) in self._words):
            return False
        x, y, wide, high = self._board
        return not (y <= row < y + high and last >= x and column < x + wide)

    def _near(self, spot: Point, cell: Cell) -> Iterator[Point]:
        """From a spot, in this cell, to those who are less than a chip away, in both directions."""
        (x, y), (column, row) = spot, cell
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
def _ways(at: int, wide: int, in_lane: bool, home: bool) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Ways to give way that stay on the track, in the order in which they are tried: how far back, and how far out.

    Args:
        at: How far out he is, in quarters of a cell from the innermost place.
        wide: How far out the outermost place is.
        in_lane: Whether he has a lane: he would rather stay in it.
        home: Whether he is behind the line, where he gives way further along and not back.
    """
    steps = (sign * step for step in range(1, _ASIDE + 1) for sign in (1, -1))
    over = 1 if wide >= 4 else 0  # a road may be less than a cell wide
    across = (0, *(step for step in steps if -over <= at + 4 * step <= wide + over))
    if in_lane:
        return tuple((back, (step,)) for step in across for back in _LANE_BACK)
    return tuple((-back if home else back, across) for back in _BACK)
