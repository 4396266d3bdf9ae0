"""The course with everybody on it: what the large panel shows, from the stands or close up."""

import math
import re
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from replay.cells.ink import Ink, Row, contrast
from replay.cells.memo import Few, Kept
from replay.cells.rows import Overlay, Painting, over, overlays_in
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.band import Banner, across, banner_of
from replay.drawing.stadium.chip import Cell, Chip
from replay.drawing.stadium.chips import Settled, settle
from replay.drawing.stadium.glow import beneath, glow, wave
from replay.drawing.stadium.names import ahead_and_behind, ahead_of, sides_of
from replay.drawing.stadium.overlay import lay
from replay.drawing.stadium.paceline import berths, ends_of, line, tagged
from replay.drawing.stadium.stands import Stands
from replay.drawing.stadium.trails import LENGTHS, Trails
from replay.drawing.theme.palette import Theme
from replay.drawing.view import NAMED, View
from replay.race.pacelights import PaceLight
from replay.race.shortnames import initials
from replay.state.timeline import RaceState
from replay.viewing.decisive import Chase, letters
from replay.viewing.giving_way import GivingWay, Held
from replay.viewing.labels import PLAIN, Labels, labels
from replay.viewing.sprinters import Sprinters, in_rows
from replay.viewing.stage import Stage

if TYPE_CHECKING:
    from replay.drawing.closeup.ground import Light
    from replay.drawing.closeup.split import SplitView
    from replay.viewing.closing import Closing

_BESIDE = 1.0
"""Cells beside a runner that are meant for him too."""

Layer = Mapping[int, Sequence[Overlay]]
"""Overlays by row, in rising order of their cells."""


def _paced(theme: Theme, inside: bool) -> int:
    """The colour of a line across the track: green of who is inside a record, red of who is not, as either is seen."""
    colours = (theme.board_good, theme.good) if inside else (theme.board_bad, theme.bad)
    return max(colours, key=lambda colour: contrast(colour, theme.surface))


class _Told(NamedTuple):
    """What is seen on the painting for as long as a state is told."""

    order: Sequence[int]
    """Entries as they stand."""
    first: Sequence[int]
    """The same in the order in which they may take a cell that two want."""
    marks: Labels
    scores: Layer
    """The scoreboard, and where the leader is on a profile of the course."""
    near: Chase | None
    """The record that is near, where no pace lights are on."""
    roars: bool | None
    """Which half of the crowd is on its feet, if any."""
    cheered: int | None
    """By whom people look up, where the crowd is seated."""
    band: Banner
    """The band across the picture."""


def _cheered(state: RaceState) -> int | None:
    """The leader, once he runs."""
    first = next(iter(state.standings), None)
    return first.entry if first is not None and state.leader_distance and first.status == "running" else None


class CourseView:
    """The course of a race in a look, from the stands or close up."""

    def __init__(self, stage: Stage) -> None:
        """Nothing is painted before its size is known."""
        self.stage = stage
        self.trails = Trails(stage.places_at, stage.cast.colours, stage.look)
        self._initials: tuple[str, ...] = ()
        self._giving = GivingWay(stage.order_at, self._chips)
        self._tolds: Kept[_Told] = Kept()
        self._bands: Kept[Banner] = Kept()
        self._lines: Kept[tuple[Layer, Sequence[Sequence[Cell]], Ink]] = Kept()
        self._cards: Kept[Closing] = Kept()
        self._stands: Few[Stands] = Few()
        self._paintings: Few[Painting] = Few()
        self._sprinters = Sprinters(stage)

    def rows(self, t: float, state: RaceState, view: View, width: int, height: int) -> Sequence[Row]:
        """The panel at `t` seconds from the gun.

        Args:
            t: Seconds: where the runners are.
            state: The race as the scoreboard shows it, no more than a moment older.
            view: Whom it marks, what is drawn beside them, and from where it is seen.
            width: Cells.
            height: Rows.
        """
        if view.ended and (card := self.closing(width, height).rows):
            return card
        if view.eye.near > 0:
            return self._close_up(t, state, view, width, height)
        stadium = self.stage.stadium(width, height)
        painting = self._paintings.get((width, height), lambda: Painting(stadium.rows))
        return painting.over(self._layer(t, state, view, stadium))

    def closing(self, width: int, height: int) -> "Closing":
        """The card at the end of the race in a panel of so many cells and rows."""
        from replay.viewing.closing import closing  # no race begins with its end

        return self._cards.get((width, height), lambda: closing(self.stage, width, height))

    def _layer(self, t: float, state: RaceState, view: View, stadium: Stadium) -> Layer:
        """All that lies over the painting."""
        told = self._told(state, view, stadium)
        layer: dict[int, Sequence[Overlay]] = dict(self.runners(t, stadium, told.first, told.marks))
        if people := self._sprinters.at(t, view.eye.rate, stadium, told.first):
            layer = beneath(layer, people)
        for y, overlays in told.scores.items():
            there = layer.get(y)
            layer[y] = tuple(sorted((*there, *overlays), key=itemgetter(0))) if there else overlays
        if view.light is not None:
            layer = beneath(layer, self.lights(t, stadium, view.light))
        elif told.near is not None:
            layer = dict(self._paced(t, stadium, told.near, layer))
        length = LENGTHS[view.trails]
        if length:
            layer = beneath(layer, self.trails.at(t, length, stadium, told.order))
        if people := self._crowd(t, told, stadium):
            layer = beneath(layer, people)
        if told.band.rows:
            top, band = across(told.band, stadium, self.stage.race.distance)
            layer.update({y: overlays_in(row) for y, row in enumerate(band, top)})
        return layer

    def _told(self, state: RaceState, view: View, stadium: Stadium) -> "_Told":
        """What is told with a state."""
        size = stadium.width, stadium.height

        def make() -> _Told:
            stage, order = self.stage, [runner.entry for runner in state.standings]
            scores = stage.scores(state, stadium.infield, view) | stage.on_profile(state, stadium)
            roars = stage.roars(state, view) if stage.timeline.track.laned else None
            return _Told(
                order,
                list(dict.fromkeys([*view.wanted, *order])),
                labels(stage.race, state, view),
                scores,
                stage.chase(state) if view.light is None else None,
                roars,
                _cheered(state) if roars is None and stage.timeline.track.laned else None,
                self._banded(state, *size),
            )

        return self._tolds.get((state.time, view, size, self.stage.calls), make)

    def _chased(self, row: Row, state: RaceState) -> Row:
        """The line of text on top, with how the leader stands to a record that is near where most of it is free."""
        near = self.stage.chase(state)
        text = "".join(text for text, _ in row)
        free = max(re.findall(r" {3,}", text), key=len, default="")
        told = near.said(len(free) - 2) if near is not None else ""
        if near is None or len(told) + 2 > len(free):
            return row
        theme = self.stage.look.theme
        ink = Ink(theme.good if near.inside else theme.bad, bold=True)
        return over(row, [(text.index(free) + (len(free) - len(told)) // 2, told, ink)])

    def _light(self, t: float, state: RaceState, view: View) -> "Light | None":
        """What runs along at an even pace close up: the pace lights, else the record that is near."""
        from replay.drawing.closeup.ground import Light

        theme, distance, near = self.stage.look.theme, self.stage.race.distance, self.stage.chase(state)
        if view.light is not None:
            return Light(view.light.distance_at(t, distance))
        if near is None:
            return None
        return Light(near.light.distance_at(t, distance), _paced(theme, near.inside), letters(near.light.label))

    def _banded(self, state: RaceState, width: int, height: int) -> Banner:
        """The band across a picture of so many rows; none before anybody has won."""
        stage = self.stage
        band = stage.band(state)
        key = band, width, height
        return self._bands.get(
            key, lambda: banner_of(band, stage.cast, stage.look, width, height) if band else Banner()
        )

    def _crowd(self, t: float, told: "_Told", stadium: Stadium) -> Layer:
        """The people in the stands who are on their feet, or else those by whom the leader comes."""
        if told.roars is None and told.cheered is None:
            return {}
        size = stadium.width, stadium.height
        stands = self._stands.get(size, lambda: Stands(stadium, self.stage.look))
        if told.roars is not None:
            return stands.on_their_feet(told.roars)
        places = self.stage.places_at(t, [told.cheered]) if told.cheered is not None else ()
        return stands.cheering(*stadium.cell(*places[0][1:])) if places else {}

    def _paced(self, t: float, stadium: Stadium, near: Chase, layer: Layer) -> Layer:
        """The layer with a near record’s even pace as a line across the track, and beside it what it is: no runner."""
        look, inside = self.stage.look, near.inside
        along = self.stage.timeline.track.along(near.light.distance_at(t, self.stage.race.distance), 1)
        ends, tag = ends_of(stadium, along), letters(near.light.label)
        tags = f"{tag} pace", tag

        def make() -> tuple[Layer, Sequence[Sequence[Cell]], Ink]:
            ink = Ink(look.theme.good if inside else look.theme.bad, look.panel.bg, bold=True)
            places = [berths(stadium, along, len(words)) for words in tags]
            return line(stadium, ends, _paced(look.theme, inside), look), places, ink

        drawn, places, ink = self._lines.get((ends, inside, tag, stadium.width, stadium.height), make)
        lined = beneath(layer, drawn)
        ways = (tagged(lined, there, words, ink) for there, words in zip(places, tags, strict=True))
        return next((way for way in ways if way is not lined), lined)

    def close_rows(self, t: float, state: RaceState, view: View, width: int, height: int) -> Sequence[Row]:
        """The close view below the stadium, which says how the race stands: without the line of text on top."""
        close = self.stage.follow(width, height + 1)
        names, trail = bool(NAMED[view.names]), LENGTHS[view.trails]
        return close.rows(t, view.eye, self._light(t, state, view), names, trail, state)[1:]

    def who_close(self, t: float, view: View, size: tuple[int, int], spot: tuple[int, int]) -> int | None:
        """Whoever is drawn at a column and row of the close view below the stadium; None where nobody is."""
        return self._close_by(t, view, (size[0], size[1] + 1), (spot[0], spot[1] + 1))

    def _close_up(self, t: float, state: RaceState, view: View, width: int, height: int) -> Sequence[Row]:
        """The close view, or what is seen on the way to it."""
        stage, eye = self.stage, view.eye
        close = stage.follow(width, height)
        if eye.near >= 1:
            return self._near(t, state, view, width, height)
        from replay.drawing.closeup.captions import headline
        from replay.drawing.stadium.flight import Flight, flight_rows

        stadium, cast = stage.stadium(width, height), stage.cast
        places = stage.places_at(t, stage.order_at(t))
        place = next((place for place in places if place[0] == eye.focus), places[0] if places else (0, 0.0, 0.0))
        _, along, out = place
        people = [(*stadium.cell(at, aside), cast.tags[i], cast.chips[i]) for i, at, aside in places]
        flight = Flight(eye.near, stadium.cell(along, out), close.spot(t, eye))
        near = self._near(t, state, view, width, height) if flight.opened else ()
        top = near[0] if near else headline(stage.timeline, state, cast, stage.look, width)
        return [top, *flight_rows(stadium, flight, people, stage.look.theme.background, near)[1:]]

    def _near(self, t: float, state: RaceState, view: View, width: int, height: int) -> Sequence[Row]:
        """The close view with all that lies over it."""
        light, whole = self._light(t, state, view), self.stage.follow(width, height)
        close = self._split(t, view, width, height) or whole
        rows = close.rows(t, view.eye, light, bool(NAMED[view.names]), LENGTHS[view.trails], state)
        band = self._banded(state, width, height).rows
        top = whole.plan.band_top(len(band))
        return [self._chased(rows[0], state), *rows[1:top], *band, *rows[top + len(band) :]]

    def _split(self, t: float, view: View, width: int, height: int) -> "SplitView | None":
        """The close view in two shots while one cannot hold those who fight."""
        split = self.stage.split(width, height)
        return split if split is not None and split.on(t, view.eye) else None

    def runners(
        self, t: float, stadium: Stadium, first: Sequence[int], marks: Labels = PLAIN
    ) -> Mapping[int, tuple[Overlay, ...]]:
        """The runners on the track at `t`, by row of the stadium.

        Args:
            t: Seconds from the gun.
            stadium: The painting they stand on.
            first: Entries in the order in which they may take a cell that two want.
            marks: How they are marked.
        """
        return lay(
            stadium, self._chips(t, stadium, first, marks), self.stage.look, *self._ways(t, stadium, first, marks)[:2]
        )

    def settled(self, t: float, stadium: Stadium, first: Sequence[int], marks: Labels = PLAIN) -> Settled:
        """Where everybody is drawn at `t`; see `runners`."""
        ways, wide, _ = self._ways(t, stadium, first, marks)
        return settle(self._chips(t, stadium, first, marks), stadium, ways, wide)

    def who(self, t: float, state: RaceState, view: View, size: tuple[int, int], spot: tuple[int, int]) -> int | None:
        """Whoever is drawn at a column and row of the panel, or beside them; None where nobody is."""
        if 0 < view.eye.near < 1:
            return None
        if view.eye.near:
            return self._close_by(t, view, size, spot)
        stadium, marks = self.stage.stadium(*size), labels(self.stage.race, state, view)
        first = list(dict.fromkeys([*view.wanted, *(runner.entry for runner in state.standings)]))
        taken = self.settled(t, stadium, first, marks).taken
        away = {
            chip.entry: abs(x + (len(chip.tag) - 1) / 2 - spot[0]) + 2 * abs(y - spot[1])
            for (x, y), chip in taken.items()
        }
        return min((entry for entry in away if away[entry] <= _BESIDE), key=away.__getitem__, default=None)

    def _close_by(self, t: float, view: View, size: tuple[int, int], spot: tuple[int, int]) -> int | None:
        """Whose figure is there in the close view; of several the nearest to the eye."""
        split = self._split(t, view, *size)
        close, row = split.part(spot[1]) if split is not None else (self.stage.follow(*size), spot[1])
        near = [
            (-runner.foot, abs(runner.half / 2 - spot[0]), runner.entry)
            for runner in close.seen_at(max(t, 0.0), view.eye)
            if abs(runner.half / 2 - spot[0]) <= _BESIDE + 0.5 and 0 <= runner.foot // 2 - row <= close.plan.scale
        ]
        return min(near)[2] if near else None

    def _ways(self, t: float, stadium: Stadium, first: Sequence[int], marks: Labels) -> Held:
        """How runners give way to each other for a while, and who has three letters."""
        return self._giving.at(t, stadium, first, marks)

    def _chips(self, t: float, stadium: Stadium, first: Sequence[int], marks: Labels) -> list[Chip]:
        """The runners on the track at `t`."""
        chips: list[Chip] = []
        stage, place = self.stage, stadium.place
        cast = stage.cast
        hollow = cast.hollow
        if marks.pairs and not self._initials:
            self._initials = initials(stage.race.entries)
        tags, codes, colours = self._initials if marks.pairs else cast.tags, cast.codes, cast.colours
        lanes_until = stage.timeline.track.break_distance or 0.0
        places = stage.places_at(t, first)
        winds, distance = stage.timeline.track.by_kilometres, stage.race.distance
        inline = in_rows(stage)
        line = distance if stage.race.duration is None else math.inf
        front = max((along for _, along, _ in places), default=0.0) if winds else math.inf
        for index, along, out in places:
            x, y = place(along, out)
            name = cast.names[index] if index in marks.named else ""
            sides = sides_of(stadium, along) if name else None
            if name and inline:
                sides = ahead_and_behind(x, y)
            name = f"lapping {name}" if index in marks.passed else name
            tag, code = tags[index], codes[index]
            if index in marks.lapped:
                tag, code = tag.lower(), code.lower()
            chips.append(
                Chip(
                    x, y, tag, colours[index], index in marks.chosen, name, sides, along, index, along < lanes_until,
                    code, index in hollow,
                    ahead_of(stadium, along, x, y, distance) if name and along >= front else None, winds, inline,
                    distance if along >= line else 0.0,
                )
            )  # fmt: skip
        return chips

    def lights(self, t: float, stadium: Stadium, light: PaceLight) -> Layer:
        """The pace lights on the rail, by row of the stadium."""
        look = self.stage.look
        along = self.stage.timeline.track.along(light.distance_at(t, self.stage.race.distance), 1)
        return glow(stadium, wave(stadium, along, look.theme.lights), look)
