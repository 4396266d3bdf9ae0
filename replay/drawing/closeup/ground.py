"""What runners run over when the eye goes with them: the track unrolled, to the right along it and down across it.

The infield is above and the stand's side below, as in the stadium seen from the stand. Each row is one colour with
marks on it, or a repeating pattern of which a piece is shown, so that a row stays a few runs however far it has moved.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from replay.cells.ink import Ink, Row, lit
from replay.cells.rows import Overlay, over
from replay.cells.text import cell_width
from replay.drawing.closeup.bend import EDGE, STRAIGHT, WHOLE, Bends, Dips, Made
from replay.drawing.closeup.marks import Mark, Marks
from replay.drawing.closeup.paints import PAINTS
from replay.drawing.closeup.plan import Plan
from replay.drawing.theme.look import Look
from replay.race.race import Race
from replay.race.track import BARRIER, KERB, Track

STRIPE = 10
"""Metres of a stripe of mown grass."""
GRAINS = 67
"""Cells from one speck on the track to the next, at the plan's scale: few, since all of them move in every frame."""
HURDLE = 1.0
"""Metres that a hurdle or a barrier is high, about."""
WET = 3.66
"""Metres: the water of a water jump is as long and as wide (World Athletics Technical Rules, TR 23.6)."""
HOARDING, CROWD = 0.7, 0.1
"""Cells that the far side of the stadium goes by for each metre run. Of the crowd's rows one goes on after the other:
each is then written anew."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the eye is."""

    left: float
    """Metres along the track at the panel's left edge."""
    lane: float
    """Rows that a lane takes."""
    scale: float
    """Cells a metre along the track: the plan's, or fewer while a staggered start is still in view."""
    dips: Dips = STRAIGHT
    """How much nearer to the eye the kerb is than at the ends of a bend; nothing on a straight."""

    def dip(self, x: int) -> int:
        """Half rows by which what is in a column is drawn further down."""
        halves = self.dips.halves
        return halves[min(max(x, 0), len(halves) - 1)] if halves else 0


class Light(NamedTuple):
    """What runs along at an even pace."""

    metres: float
    """Along lane 1."""
    colour: int | None = None
    """Of a line across the track; None for lights on the kerb."""
    tag: str = ""
    """What the line is called at its foot."""


class Ground:
    """The ground of a race in a look."""

    def __init__(self, race: Race, track: Track, look: Look, shape: Plan) -> None:
        self.plan = shape
        self.track = track
        self._bends = Bends(track, shape, WHOLE if look.ascii else 1 if look.coloured else WHOLE // 2)
        self._look = look
        self._paint = PAINTS[track.surface](look.theme)
        self.surface = self._paint.surface
        self.kerb = self._paint.kerb
        self._across_it = Marks(track, look, self.surface)
        self.shadow = lit(self.surface, 0.55 if look.theme.name == "dark" else 0.72)
        self._line = look.theme.blend(self._paint.line, look.theme.start, 0.18)
        self._line_glyphs = look.glyph("─", "-"), look.glyph("▁", "_")
        words = [race.title, race.venue.stadium or race.meeting, race.venue.city]
        words = [word.upper() for word in words if word and cell_width(word) == len(word)]
        self._advert = "".join(word + " " * 9 for word in words) or " "
        self._specks = "".join(_SPECKS[at * at * 7 % 23 % len(_SPECKS)] for at in range(61)) if not look.ascii else " "

    def view(self, left: float, lane: float, scale: float) -> View:
        """Where the eye is: metres along at the panel's left edge, rows that a lane takes, cells a metre."""
        return View(left, lane, scale, self._bends.dips(left, lane, scale))

    def rows(self, view: View) -> list[Row]:
        """All rows of the panel; the first and the ruler's are left blank."""
        shape, theme = self.plan, self._look.theme
        field = self._mown(view)
        marks = self._marks(view)
        blank: Row = ((" " * shape.width, self._look.page),)
        rows: list[Row] = [((" " * shape.width, self._look.panel),)]
        rows += [self._far(row, view.left) for row in range(shape.far)]
        rows += [field] * (shape.rails + shape.grass)
        rows += self._track_rows(view, marks, field)
        self._uprights(rows, view, marks)
        apron: Row = ((" " * shape.width, Ink(theme.muted, theme.apron)),)
        rows.append(over(apron, self._labels(marks, view)))
        return rows + [blank] * shape.ruler

    def _track_rows(self, view: View, marks: list[Mark], field: Row) -> list[Row]:
        """The track with the lines across it; those that only tell a distance are broken, and keep off kerb and rim."""
        shape, lanes = self.plan, self._lane_rows(view.lane)
        wide = self.track.lanes * view.lane
        outer = min(math.ceil(wide), shape.track)
        rim = outer - 1 if wide <= shape.track else outer
        if curved := bool(view.dips.eighths):
            rows = self._bends.rows(partial(self._made, view), field, view.dips, view.lane)
        else:
            rows = [self._track_row(row, view, lanes.get(row, "")) for row in range(shape.track)]
        across = self._strewn(rows, view, lanes) if curved else [[] for _ in rows]
        for row in range(outer):
            crossed = lanes.get(row) in _MIDDLE
            at_edge = row in (1, outer - 2)
            lane = min(math.floor((row + 0.5) / view.lane) + 1, self.track.lanes)
            out = (row + 0.5) / view.lane * self.track.lane_width - KERB
            for mark in marks:
                if not (mark.strong or at_edge) or not self._reaches(mark, out):
                    continue
                overlay = self._overlay(mark, lane, out, view, crossed)
                thin = not 0 < row < rim or (row % 2 and not at_edge)
                down = row + (view.dip(overlay[0]) + 1) // 2
                if down < shape.track and not (thin and overlay[1] in _THIN):
                    across[down].append(overlay)
        if view.lane >= 2 and self.track.laned:
            for mark in marks:
                if mark.numbers:
                    self._number(across, mark, view)
        return [
            over(row, sorted(here, key=lambda overlay: overlay[0])) if here else row
            for row, here in zip(rows, across, strict=True)
        ]

    def _made(self, view: View) -> Made:
        """What a bend is made of, as it is seen."""
        rows = [self._track_row(row, view, "") for row in range(self.plan.track)]
        middle, foot = self._line_glyphs
        kerb = self.kerb, self.surface, self._line
        return Made(rows, self._lines(view.lane), *kerb, middle, foot, self._look.ascii)

    def _strewn(self, rows: Sequence[Row], view: View, lanes: Mapping[int, str]) -> list[list[Overlay]]:
        """The specks on the track in a bend, by row."""
        grain, ink = self._look.glyph("·", "."), _ink(self._line, None)
        across: list[list[Overlay]] = [[] for _ in rows]
        for row in range(1, min(len(rows), math.ceil(self.track.lanes * view.lane) - 1)):
            for x in self._specks_in(row, view) if row not in lanes else ():
                down = row + (view.dip(x) + 1) // 2
                if down < len(rows):
                    across[down].append((x, grain, ink))
        return across

    def _reaches(self, mark: Mark, out: float) -> bool:
        """Whether a line goes so many metres out: a barrier of a steeplechase is no wider than it has to be."""
        return not mark.jump or self._across_it.hurdles or out <= BARRIER - KERB

    def _uprights(self, rows: list[Row], view: View, marks: list[Mark]) -> None:
        """What stands up over the kerb of the innermost hurdle or barrier, and the water behind one."""
        shape, theme = self.plan, self._look.theme
        for mark in marks:
            if not mark.jump:
                continue
            kerb = shape.kerb + view.dip(self.column(mark.at, view) // 2) // 2
            for up in range(1, round(HURDLE * shape.scale / 2) + 1):
                row = kerb - up
                if row > shape.far:
                    rows[row] = over(rows[row], [self._overlay(mark, 1, 0.0, view, line=False)])
            if not mark.wet:
                continue
            x = self.column(mark.at, view) // 2 + 1
            start, end = max(x, 0), min(x + math.ceil(WET * view.scale), shape.width)
            for row in range(1, min(math.ceil(WET / self.track.lane_width * view.lane), shape.track - 1)):
                water = "".join("~" if (at + 3 * row - x) % 7 == 0 else " " for at in range(start, end))
                y = kerb + row
                if water and y < shape.kerb + shape.track:
                    rows[y] = over(rows[y], [(start, water, _ink(theme.finish, theme.water))])

    def _number(self, across: list[list[Overlay]], mark: Mark, view: View) -> None:
        """Paints the numbers of the lanes on the track, behind a line."""
        for number in range(1, self.track.lanes + 1):
            row = round((number - 0.5) * view.lane - 0.5)
            x = self.column(self._place(mark, number), view) // 2 + 2
            down = row + (view.dip(x) + 1) // 2
            if row > 0 and down < len(across) - 1 and 0 <= x < self.plan.width:
                across[down].append((x, str(number)[: self.plan.width - x], _ink(self._line, None, bold=True)))

    def _place(self, mark: Mark, lane: int, out: float | None = None) -> float:
        """Metres along at which a line is in a lane, or so far out: the start has its stagger, or is curved."""
        if mark.jump and self._across_it.hurdles:
            return self.track.along(mark.at, lane)
        if mark.at:
            return mark.at
        if self.track.break_distance is not None:
            return self.track.along(0.0, lane)
        return self.track.ahead(self.track.lane_out(lane) if out is None else out)

    def lights(self, light: Light, view: View) -> list[tuple[int, Overlay]]:
        """What runs along at an even pace, by row: lights on the kerb, or a line in a colour."""
        if light.colour is None:
            return self._glow(light.metres, view)
        return self._across(light.metres, light.colour, view)

    def _glow(self, metres: float, view: View) -> list[tuple[int, Overlay]]:
        """The pace lights on the kerb, by row: a bright metre, and a tail that fades behind it."""
        theme, scale = self._look.theme, self.plan.scale
        head = self.column(metres, view) // 2
        colours = [theme.blend(self.kerb, theme.lights, share) for share in (1.0, 0.75, 0.5, 0.25)]
        lit_cells: list[tuple[int, Overlay]] = []
        for at in reversed(range(len(colours) * scale)):
            x, colour = head - at, colours[at // scale]
            if 0 <= x < self.plan.width:
                down = view.dips.eighths[x] if view.dips.eighths else 0
                for further, glyph in EDGE[down % WHOLE]:
                    y = self.plan.kerb + down // WHOLE + further
                    lit_cells.append((y, (x, self._look.glyph(glyph, "*"), _ink(colour, None))))
        return lit_cells

    def _across(self, metres: float, colour: int, view: View) -> list[tuple[int, Overlay]]:
        """A line across the track in a colour, by row, where it is in view."""
        half = self.column(metres, view)
        x = half // 2
        if not 0 <= x < self.plan.width:
            return []
        glyph = "#" if self._look.ascii else ("▌", "▐")[half % 2]
        overlay = x, glyph, _ink(colour, None, bold=True)
        first = self.plan.kerb + (view.dip(x) + 1) // 2
        return [(row, overlay) for row in range(first, self.plan.kerb + self.plan.track)]

    def below_kerb(self, x: int, y: int, view: View) -> int:
        """Eighths of a row by which the top of a cell is below the upper edge of the kerb, which is four of them."""
        return WHOLE * (y - self.plan.kerb) - (view.dips.eighths[x] if view.dips.eighths else 0)

    def column(self, metres: float, view: View) -> int:
        """Where a point along the track is, in half cells from the left edge."""
        return round(2 * (metres - view.left) * view.scale)

    def _slice(self, pattern: str, left: float, speed: float, shift: float = 0.0) -> str:
        """As much of an endless pattern as is in view, which goes by `speed` cells a metre."""
        start = math.floor(left * speed + shift) % len(pattern)
        return (pattern * (self.plan.width // len(pattern) + 2))[start : start + self.plan.width]

    def _mown(self, view: View) -> Row:
        """Grass in upright stripes."""
        width, wide = self.plan.width, STRIPE * view.scale
        start = math.floor(view.left * view.scale)
        runs: list[tuple[str, Ink]] = []
        number, x = math.floor(start / wide), 0
        while x < width:
            end = min(math.floor((number + 1) * wide) - start, width)
            if end > x:
                runs.append((" " * (end - x), _ink(self._look.theme.muted, self._paint.field[number % 2])))
            x, number = max(x, end), number + 1
        return tuple(runs)

    def _specks_in(self, row: int, view: View) -> list[int]:
        """The columns of specks on every other row of the track, which go by, by which it is seen to move."""
        if row % 2:
            return []
        share = view.scale / self.plan.scale
        start = math.floor(view.left * view.scale)
        first = math.floor((start / share + row * 17) / GRAINS)
        numbers = range(first, first + math.ceil(self.plan.width / share / GRAINS) + 2)
        columns = (math.floor((number * GRAINS - row * 17) * share) - start for number in numbers)
        return [x for x in columns if 0 <= x < self.plan.width]

    def _grains(self, row: int, view: View) -> str:
        """A row of track with its specks."""
        grain = self._look.glyph("·", ".")
        cells = [" "] * self.plan.width
        for x in self._specks_in(row, view):
            cells[x] = grain
        return "".join(cells)

    def _far(self, row: int, left: float) -> Row:
        """The stands, and below them the hoarding; what is further off goes by more slowly."""
        theme, shape = self._look.theme, self.plan
        if row == shape.far - 1:
            light = theme.blend(theme.hoarding, theme.board_text, 0.55)
            return ((self._slice(self._advert, left, HOARDING), _ink(light, theme.hoarding)),)
        up = shape.far - 2 - row
        seats = self._paint.seats
        ink = _ink(self._paint.crowd, seats[min(up, len(seats) - 1)])
        return ((self._slice(self._specks, left, CROWD, row * 17.38), ink),)

    def _lane_rows(self, lane: float) -> dict[int, str]:
        """The rows with a line between two lanes, and the character it is drawn with: in the middle or at the foot."""
        middle, foot = self._line_glyphs
        return {(half - 1) // 2: middle if half % 2 else foot for half in self._lines(lane)}

    def _lines(self, lane: float) -> list[int]:
        """Half rows from the top of the track to the lines between lanes."""
        return [round(2 * number * lane) for number in range(1, self.track.lanes) if self.track.laned]

    def _track_row(self, row: int, view: View, line: str) -> Row:
        """A row of the track: the kerb above, lane lines where they fall, the rim below, and grains that go by."""
        look, width = self._look, self.plan.width
        edge = round(2 * self.track.lanes * view.lane)
        if row == 0:
            return ((look.glyph("▀", "=") * width, _ink(self.kerb, self.surface)),)
        if 2 * row + 1 == edge - 1 or (2 * row == edge - 1):
            return ((look.glyph("▄", "=") * width, _ink(self._paint.rim, self.surface)),)
        if 2 * row >= edge:
            return ((" " * width, _ink(self._paint.rim, look.theme.apron)),)
        if not self.track.laned:
            middle = row == edge // 4
            text = (
                self._slice(_DASHES if not look.ascii else "---" + " " * 9, view.left, view.scale)
                if middle
                else " " * width
            )
            return ((text, _ink(look.theme.start, self.surface)),)
        if line:
            return ((line * width, _ink(self._line, self.surface)),)
        text = " " * width if view.dips.eighths else self._grains(row, view)
        return ((text, _ink(self._line, self.surface)),)

    def _overlay(self, mark: Mark, lane: int, out: float, view: View, line: bool) -> Overlay:
        half = self.column(self._place(mark, lane, out), view)
        glyph = self._look.glyph("┼", "+") if line and mark.glyphs[0] in _THIN else mark.glyphs[half % 2]
        return half // 2, glyph, _ink(mark.colour, None)

    def _marks(self, view: View) -> list[Mark]:
        """What is painted across the track in view, one at a place: the more important covers the others."""
        left, right = view.left, view.left + self.plan.width / view.scale
        found: dict[int, Mark] = {}
        for tenth in range(math.ceil(left / 10), math.floor(right / 10) + 1):
            if 0 < tenth * 10 < self.track.distance:
                found[round(tenth * 100)] = self._across_it.at(tenth * 10)
        for mark in self._across_it.special:
            if left <= self._place(mark, self.track.lanes) and mark.at <= right:
                near = [key for key in found if abs(key / 10 - mark.at) < 2]
                for key in near:
                    del found[key]
                found[round(mark.at * 10)] = mark
        width = 2 * self.plan.width
        return [found[key] for key in sorted(found) if self.column(found[key].at, view) < width]

    def _labels(self, marks: list[Mark], view: View) -> list[Overlay]:
        """What is written at the feet of the marks, from the left."""
        theme = self._look.theme
        placed: list[Overlay] = []
        free = 0
        for mark in marks:
            x = self.column(mark.at, view) // 2
            if x >= free and x + len(mark.label) <= self.plan.width:
                colour = theme.text if mark.strong else theme.muted
                placed.append((x, mark.label, _ink(colour, None, bold=mark.strong)))
                free = x + len(mark.label) + 1
        return placed


_MIDDLE = ("─", "-")
_THIN = ("|", "│", "+", "┼")
"""How lines look that mean no more than a distance; they do not cross the kerb."""
_SPECKS = "⠁⠂⠄⠐⠠⠈⡀⢀⠅⠊⠔⠡⢁⡈⠢⠑"
_DASHES = "━" * 10 + " " * 18


@lru_cache(maxsize=4096)
def _ink(fg: int | None, bg: int | None, bold: bool = False) -> Ink:
    return Ink(fg, bg, bold=bold)
