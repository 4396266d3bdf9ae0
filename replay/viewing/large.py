"""The picture of a large field: the crowd as shades and bars, and of the runners the first three and the chosen ones.

Shades change slowly, so they are those of the last full step of a few seconds: a step in which a runner gets across a
small part of a pixel. Everything else is that of a small race.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from replay.cells.canvas import Rect
from replay.cells.ink import Ink, Run
from replay.cells.memo import Kept, Shown
from replay.cells.rows import Overlay
from replay.commentary import Call
from replay.drawing.course.stadium import Stadium
from replay.drawing.panels.board import Board
from replay.drawing.panels.board_foot import CARD_ROWS
from replay.drawing.panels.crowd_strip import CrowdStrip, Star, column, columns, crowd_rows
from replay.drawing.panels.finish_chart import finish_rows, finishes_of
from replay.drawing.stadium.band import Band
from replay.drawing.stadium.chip import Chip
from replay.drawing.stadium.density import LEVELS, Density, Floats, Layer, densest, shade_mark, shades
from replay.drawing.stadium.names import ahead_of, sides_of
from replay.drawing.stadium.overlay import chip_ink, lay
from replay.drawing.stadium.scoreboard import Score, scoreboard
from replay.drawing.theme.lineup import Cast, crowd_of
from replay.drawing.theme.look import Look
from replay.drawing.view import Listing, View
from replay.race.groups import Group, described
from replay.race.order import results_alone
from replay.race.race import Status
from replay.state.timeline import RaceState, Timeline
from replay.viewing.course import CourseView
from replay.viewing.giving_way import Held
from replay.viewing.labels import PLAIN, Labels
from replay.viewing.playback import stepped
from replay.viewing.stage import Stage

_STARS = 3
"""Of the first, how many stand out."""
_PACE = 6.0
"""Metres a second, faster than anybody in a crowd."""
_CARDED = 8
"""Rows of a board that has them."""
_STEPS = 6
"""Steps in which such a runner crosses a pixel."""
_HOME = 10
"""Finishers from which on they have a chart."""
_RESTS = 60.0
"""Seconds for which one of the first is seen behind the finish."""


def _laid_over(above: Mapping[int, tuple[Overlay, ...]], crowd: Layer) -> dict[int, tuple[Overlay, ...]]:
    """The crowd with those who stand out over it; rows in which nobody does stay the very same."""
    rows = dict(crowd)
    for y, overlays in above.items():
        taken = [(x, x + len(text)) for x, text, _ in overlays]
        free = (part for run in crowd.get(y, ()) for part in _around(run, taken))
        rows[y] = tuple(sorted((*overlays, *free), key=lambda overlay: overlay[0]))
    return rows


def _around(run: Overlay, taken: Sequence[tuple[int, int]]) -> Iterator[Overlay]:
    """What of a run lies outside some stretches of its row, which are in rising order."""
    x, text, ink = run
    at = x
    for start, end in taken:
        if start > at and start < x + len(text):
            yield at, text[at - x : start - x], ink
        if start < x + len(text):
            at = max(at, end)
    if at < x + len(text):
        yield at, text[at - x :], ink


class LargeStage(Stage):
    """A race with a large field in a look."""

    many = True
    listed = 60
    beat = 0.2
    list_beat = 0.6
    earlier_step = 10

    def __init__(self, timeline: Timeline, look: Look, calls: Sequence[Call] = ()) -> None:
        """See `Stage`; what it takes to draw the crowd is worked out when a panel's size is known."""
        super().__init__(timeline, look, calls)
        self.field = sum(1 for end in self._ends if end is not None)
        """Runners who are ever anywhere."""
        self._even = results_alone(timeline.race)
        self._crowds: dict[float, tuple[int, Floats]] = {}
        self._board_cast: Kept[Cast] = Kept()
        self._most: Kept[int] = Kept()
        self._homes: Kept[Floats] = Kept()

    def _cast(self) -> Cast:
        return crowd_of(self.race, self.look)

    def crowd(self, t: float, step: float) -> Floats:
        """Metres run by those on the course at the last full step of so many seconds; by nobody once all is over."""
        over = t >= self.timeline.duration
        number = -1 if over else int(max(t, 0.0) / step)
        known = self._crowds.get(step)
        if known is None or known[0] != number:
            run = np.asarray(self.timeline.motion.on_course(t if over else number * step))
            known = self._crowds[step] = number, run
        return known[1]

    def ended(self, index: int) -> float | None:
        """The second of somebody's last known point."""
        return self._ends[index]

    def letter(self, index: int, place: int | None) -> tuple[str, int]:
        """The chosen have their initial and the one colour that no shade is like; the first have their place."""
        theme = self.look.theme
        return (self.cast.tags[index], theme.lights) if place is None else (str(place), theme.text)

    def places_at(self, t: float, entries: Sequence[int]) -> list[tuple[int, float, float]]:
        """See `Stage.places_at`; nobody else's distance is worked out."""
        track, motion = self.timeline.track, self.timeline.motion
        places: list[tuple[int, float, float]] = []
        for index, aside in zip(entries, self.placing.outs_of(entries, t), strict=True):
            run = motion.distance_at(index, t)
            if run is not None:
                lane = self.race.entries[index].lane or 1
                along, out = self._shown(index, t, track.along(run, lane), aside)
                if along == along:
                    places.append((index, along, out))
        return places

    def board(self, state: RaceState, view: View, width: int, height: int) -> Shown:
        """See `Stage.board`; letters that nobody else has are too few here, so only the chosen have one."""
        cast = self._board_cast.get(view.wanted, lambda: self._lettered(view.wanted))
        return self._board(self.scene._replace(cast=cast), state, view, (width, height))

    def board_room(self, view: View, height: int) -> int:
        """See `Stage.board_room`: with the rows that tell of the chosen runner."""
        return height - 2 - (CARD_ROWS if view.chosen is not None and height > _CARDED else 0)

    def on_board(self, state: RaceState, view: View, height: int) -> Board:
        """See `Stage.on_board`: with where the chosen runner stands."""
        t = stepped(state.time, view, self.list_beat)
        card = self.lists.card(t, view.chosen) if height > _CARDED else None
        board = super().on_board(
            state, view, height if card is None or view.listing != Listing() else height - CARD_ROWS
        )
        return board._replace(card=card, held=view.board_keys)

    def has_chart(self, t: float, view: View) -> bool:
        """See `Stage.has_chart`: one bar says nothing, and hours before the first is home none is to be had."""
        homes = self._finishes(view)
        return bool(len(homes)) and t >= homes[min(_HOME, len(homes)) - 1]

    def charted(self, t: float, view: View, width: int, height: int) -> Shown:
        """See `Stage.charted`: when the finishers came home, of those who are listed."""
        only = view.listing.only
        homes = self._finishes(view)
        listed = view.chosen is not None and self.lists.groups.members(only, [view.chosen])
        chosen = self.timeline.home(view.chosen) if listed and view.chosen is not None else None
        finishes = finishes_of(homes, t, width, chosen, described(only))
        return Shown(finishes, lambda: finish_rows(finishes, self.look, width, height))

    def _finishes(self, view: View) -> Floats:
        return self._homes.get(view.listing.only, lambda: self._homes_of(view.listing.only))

    def _homes_of(self, only: Sequence[Group]) -> Floats:
        """When those who are listed come home, rising; a disqualified runner never does."""
        entries = self.race.entries
        ranked = [i for i, entry in enumerate(entries) if entry.competes and entry.status is not Status.DQ]
        homes = np.array([self.timeline.home(i) for i in self.lists.groups.members(only, ranked)])
        return np.sort(homes[np.isfinite(homes)])

    def _lettered(self, wanted: Sequence[int]) -> Cast:
        self._board_rows.clear()
        count = len(self.cast.tags)
        tags, chips = [" "] * count, [self.look.muted] * count
        for entry in wanted:
            tags[entry], colour = self.letter(entry, None)
            chips[entry] = (self.look.hollow if self.race.entries[entry].ghost else self.look.chip)(colour)
        return self.cast._replace(tags=tuple(tags), codes=tuple(tags), chips=tuple(chips))

    def band(self, state: RaceState) -> Band | None:
        """See `Stage.band`: hours after the winner most are on the course, and none lies over them."""
        return None

    def scores(self, state: RaceState, room: Rect, view: View = View()) -> dict[int, tuple[Overlay, ...]]:  # noqa: B008
        """See `Stage.scores`: with how many are home and how many on the course, and what the shades mean."""
        tally = self.timeline.tally(state.time)
        dot = self.look.glyph("·", "-")
        on = self.timeline.track.on if state.time > 0 else "on the start line"
        counts = [f"{tally.home:,} home"] if tally.home else []
        counts += [f"{tally.running:,} {on}"] if tally.running else []
        counts += [f"{tally.out:,} out"] if tally.out else []
        texts = [f" {dot} ".join(counts[:count]) for count in range(len(counts), 0, -1)]
        key = self._key(room.width) if tally.running else ()
        even = self._even and not view.ended
        score = Score(self._banner(state, room.width), self._pace(state, view.light), tally=texts, key=key, even=even)
        return scoreboard(self.scene, state, room, score)

    def _key(self, width: int) -> tuple[Run, ...]:
        """What the shades stand for."""
        look = self.look
        soft = Ink(fg=look.theme.board_muted)
        unit = self.race.course.unit
        dense = f" {densest(self.field, self.race.distance) * unit.metres / 1000:,.0f}+"
        swatches: list[Run] = [
            (shade_mark(level, look), Ink(look.theme.board_text))
            if look.drawn
            else ("█", Ink(shades(look.theme)[level - 1]))
            for level in range(1, LEVELS + 1)
        ]
        for words in (f"runners a {unit}  1 ", f"a {unit} 1 "):
            if len(words) + LEVELS + len(dense) <= width:
                return ((words, soft), *swatches, (dense, soft))
        return ()

    def strip(self, state: RaceState, view: View, width: int, height: int) -> Shown:
        """The crowd along the course, and those who stand out."""
        distance = self.race.distance
        crowd = self.crowd(state.time, max(1.0, distance / width / (_STEPS * _PACE)))
        stars = self._stars(state, view.chosen, width)
        title = "where everybody is" + self._range(state, view.chosen)
        if view.light is not None:
            glyph, ink = self.look.glyph("┆", "|"), Ink(self.look.theme.lights, self.look.theme.panel, bold=True)
            stars.append((column(view.light.distance_at(state.time, distance), distance, width), glyph, ink, ""))
            title = next(iter(self._pace(state, view.light)), title)
        most = self._most.get(width, lambda: self._fullest(width))
        strip = CrowdStrip(
            title, tuple(columns(crowd, distance, width)), most, tuple(stars), distance, self.race.course.unit
        )
        return Shown(strip, lambda: crowd_rows(strip, self.look, width, height))

    def _fullest(self, width: int) -> int:
        """The runners in the fullest column when half of the winner's time is over: later the crowd is thinner."""
        half = (self.timeline.winner_time or self.timeline.duration) / 2
        return max(columns(np.asarray(self.timeline.motion.on_course(half)), self.race.distance, width))

    def _stars(self, state: RaceState, chosen: int | None, width: int) -> list[Star]:
        stars: list[Star] = []
        wanted = [runner for runner in state.standings if runner.entry == chosen]
        first = [runner for runner in state.standings[:_STARS] if runner.status == "running" and runner.entry != chosen]
        for runner in (*wanted, *first):
            if runner.distance is not None:
                letter, colour = self.letter(runner.entry, None if runner.entry == chosen else runner.place)
                name = self.cast.names[runner.entry] if runner.entry == chosen or runner.place == 1 else ""
                at = column(runner.distance, self.race.distance, width)
                stars.append((at, letter[:1], chip_ink(colour, runner.entry == chosen), name))
        return stars


class LargeCourseView(CourseView):
    """The course of a race with a large field."""

    def __init__(self, stage: LargeStage) -> None:
        """See `CourseView`."""
        super().__init__(stage)
        self._large = stage
        self._densities: dict[tuple[int, int], Density] = {}

    def _density(self, stadium: Stadium) -> Density:
        size = stadium.width, stadium.height
        if size not in self._densities:
            stage = self._large
            self._densities = {size: Density(stage.timeline.track, stadium, stage.look, stage.field)}
        return self._densities[size]

    def runners(
        self, t: float, stadium: Stadium, first: Sequence[int], marks: Labels = PLAIN
    ) -> dict[int, tuple[Overlay, ...]]:
        """See `CourseView.runners`: those who stand out, and below them the crowd."""
        stage = self._large
        chips = self._chips(t, stadium, first, marks)
        density = self._density(stadium)
        crowd = stage.crowd(t, max(1.0, density.pixel / (_STEPS * _PACE)))
        return _laid_over(lay(stadium, chips, stage.look), density.layer(crowd))

    def _ways(self, t: float, stadium: Stadium, first: Sequence[int], marks: Labels) -> Held:
        """Nobody gives way for longer than an instant."""
        return Held({}, {})

    def _chips(self, t: float, stadium: Stadium, first: Sequence[int], marks: Labels) -> list[Chip]:
        """Those who stand out: the chosen and the first."""
        stage = self._large
        wanted = [entry for entry in first if entry in marks.chosen]
        leaders = [entry for entry in first if entry not in marks.chosen][:_STARS]
        places = stage.places_at(t, [*wanted, *leaders])
        # Whoever of the wanted is among the first takes one of their places.
        order = sorted(places, key=lambda place: self._rank(place[0], place[1], t))
        ranks = {place[0]: rank for rank, place in enumerate(order, 1)}
        chips: list[Chip] = []
        line = stage.race.distance if stage.race.duration is None else math.inf
        for index, along, _ in places:
            end = stage.ended(index) or 0.0
            if index not in wanted and (ranks[index] > _STARS or t > end + _RESTS):
                continue
            x, y = stadium.cell(along, (stadium.inner + stadium.outer) / 2)
            tag, colour = stage.letter(index, None if index in wanted else ranks[index])
            hollow = bool(stage.race.entries[index].ghost)
            chip = Chip(x, y, tag, colour, index in wanted, along=along, entry=index, hollow=hollow)
            if along >= line:
                chip = chip._replace(home=line)
            if index in marks.named and t <= end:
                name, sides = stage.cast.names[index], sides_of(stadium, along)
                winds = stage.timeline.track.by_kilometres
                leads = ranks[index] == 1 and winds
                ahead = ahead_of(stadium, along, x, y, stage.race.distance) if leads else None
                chip = chip._replace(name=name, sides=sides, ahead=ahead, winds=winds)
            chips.append(chip)
        return chips

    def _rank(self, index: int, along: float, t: float) -> tuple[float, float]:
        """Sorts by who was home before, then by who is ahead."""
        end = self._large.ended(index)
        home = end is not None and t >= end and along >= self._large.race.distance
        return (end if home and end is not None else math.inf, -along)
