"""The follow view: a piece of the track that moves with the leaders or a chosen runner, with running figures on it.

Everything is a pure function of the time, the size and who is followed. `x` is metres along lane 1, to the right, with
the bends unrolled, so that in lanes what is left of the stagger shows; outer lanes are lower.
"""

import math
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from replay.cells.ink import Row
from replay.cells.memo import Kept
from replay.cells.rows import Layer, Overlay, over, overlays_of
from replay.drawing.closeup.calling import STEADY, Few, called, few, named_of, without
from replay.drawing.closeup.camera import CHOSEN, LEAD, Camera, Seen, framed, reaches, seen
from replay.drawing.closeup.captions import headline, names_of_lanes
from replay.drawing.closeup.crowd import CROWD, Crowd
from replay.drawing.closeup.ground import Ground, Light, View
from replay.drawing.closeup.inks import Dress, ink_of
from replay.drawing.closeup.inview import Away, Runner, raced
from replay.drawing.closeup.lanes import SPREAD, Lanes
from replay.drawing.closeup.mass import mass_of
from replay.drawing.closeup.people import People
from replay.drawing.closeup.placings import Placings
from replay.drawing.closeup.plan import plan, rows_of
from replay.drawing.closeup.rests import Rests
from replay.drawing.closeup.ruler import beyond, gaps, late
from replay.drawing.closeup.tagged import tagged, tagged_above
from replay.drawing.closeup.tethers import labels_of, unsaid
from replay.drawing.closeup.trails import Place, streak, trace
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.drawing.view import Eye
from replay.race.race import Evidence
from replay.state.packing import Placing
from replay.state.timeline import RaceState, Timeline

LINE = 0.32
"""Where the finish line comes to rest."""
NAMELESS = 6
"""Cells a metre from which on figures are people, and their letters stand beside their names only."""
LEAP, REACH = 0.5, 1.7
"""Metres that a runner rises over what stands in the way, and from which before it to which behind it."""
COUNTS = 9
"""Rows of a panel from which on it says how many are out of view."""
PACED = 1.3
"""Metres from the kerb at which somebody runs at an even pace."""
KEPT = 2000
"""Earlier places that are not worked out again for the next frame."""


class FollowView:
    """Draws the follow view of a race in a look, in a panel of `width` by `height` cells."""

    def __init__(self, timeline: Timeline, placing: Placing, cast: Cast, look: Look, width: int, height: int) -> None:
        self.timeline = timeline
        self.placing = placing
        self.cast = cast
        self.look = look
        in_lanes = timeline.track.break_distance == timeline.race.distance or timeline.track.swum
        self.plan = plan(width, height, in_lanes or look.ascii, timeline.track.break_distance is not None)
        self.ground = Ground(timeline.race, timeline.track, look, self.plan)
        self.leaders = Camera(timeline, (LEAD - LINE) * self.plan.metres)
        """The eye on those in front."""
        self.reach, self.far = reaches(self.plan.metres)
        """Metres behind the first from which on somebody is cut off, and a second if so the first is alone."""
        self._chosen = Camera(timeline, (CHOSEN - LINE) * self.plan.metres)
        self._ends = [-math.inf if end is None else end for end in timeline.motion.ends()]
        self._nearby = timeline.motion.nearby(self._ends)
        self._racing = timeline.motion.nearby(raced(timeline.race, self._ends))
        self._rests = Rests(self._ends, self._nearby.singly(), self.plan, timeline.track)
        self._placings = Placings(timeline, self._ends, self._rests.files)
        self._widest = max(placing.outs_at(0.0), default=0.0)
        self._lanes = Lanes(timeline.track, self.plan, self._widest)
        self._past: dict[tuple[int, float], tuple[float, float, float]] = {}
        self._jumps = [metres for metres, _ in timeline.track.race_jumps()]
        self._crowd = Crowd(cast, look, self.ground.surface)
        self._people = People(timeline.race, cast, look, self.plan, self.ground, self._crowd)
        self._top: Kept[Row] = Kept()
        self._few: Kept[Few] = Kept()
        self._mass = mass_of(timeline)
        self._crowded = len(self._ends) > CROWD
        self._ghosts = frozenset(at for at, who in enumerate(timeline.race.entries) if who.ghost)

    def rows(
        self,
        t: float,
        eye: Eye | None = None,
        light: Light | None = None,
        named: bool = True,
        trail: float = 0.0,
        told: RaceState | None = None,
    ) -> list[Row]:
        """The panel at `t` seconds from the gun.

        Args:
            t: Seconds.
            eye: With whom it is seen; with the leaders, if not given.
            light: Where the pace lights are, or a record's even pace, if there is one to show.
            named: Whether names are written beside the runners.
            trail: Seconds that the streaks behind the runners are long.
            told: The race as the line on top tells it; as it is at `t`, if not given.
        """
        t, eye = max(t, 0.0), eye or Eye(near=1.0)
        self.cast = self._people.cast = self._crowd.cast(eye.focus)
        at, share, wide = self._followed(t, eye)
        view = self._view(at, share, wide)
        rows = self.ground.rows(view)
        distances = self.timeline.motion.distances_at(t)
        alongs = self._alongs(t, distances)
        runners = self._in_view(t, distances, alongs, view)
        layers: list[Layer] = [{} for _ in rows]
        figures = self._placings.of(self._crowd.figures(runners, eye.focus), t)
        known = {runner.entry for runner in figures}
        laned = self._are_in_lanes(at)
        small = not named or self.plan.scale < NAMELESS or self.look.drawn
        beside = names_of_lanes(figures, self.plan, self.cast, self.look, eye.focus) if named and laned else {}
        labels = labels_of(figures, beside, self.cast) if laned and small else known if named else ()
        lettered = unsaid(figures, labels, self.cast, self.look) if small else ()
        if light is not None:
            self._pace(light, (t, eye.rate), view, rows, layers)
        pale = [dict(layer) for layer in layers[: self.plan.kerb]]  # lines go over somebody who is seen through
        if trail:
            self._trail(runners, t, trail, view, layers)
        self._people.lay(runners, figures, view, (t, eye), layers, lettered)
        captions: Mapping[int, Sequence[Overlay]] = beside
        if named and not laned:
            grass = [without(layer, seen) if seen else layer for layer, seen in zip(layers, pale, strict=False)]
            captions, mute = called(figures, grass, self.plan, self.cast, self.look, self._few_at(t, eye))
            self._people.letter([one for one in figures if one.entry in mute - set(lettered)], (t, eye.rate), layers)
        rows = [over(row, overlays_of(layer)) if layer else row for row, layer in zip(rows, layers, strict=True)]
        for y, overlays in captions.items():
            rows[y] = over(rows[y], overlays)
        if self.plan.height >= COUNTS:
            away = self._away(t, at, view, distances, alongs)
            rows = self._below(figures, rows, away, told is None or told.order_known)
        there = named_of(known, captions, self.cast)
        when = t if told is None else told.time
        rows[0] = self._top.get((when, there), lambda: self._heading(told or self.timeline.top(t, 2), there))
        return rows

    def _few_at(self, t: float, eye: Eye) -> Few:
        """Who is called with less than his name, as it was at the last full second of those who watch."""
        step = STEADY * max(eye.rate, 1.0)
        t = math.floor(t / step) * step if eye.come >= 1 else t

        def found() -> Few:
            view = self._view(*self._followed(t, eye))
            distances = self.timeline.motion.distances_at(t)
            runners = self._in_view(t, distances, self._alongs(t, distances), view)
            figures = self._placings.of(self._crowd.figures(runners, eye.focus), t)
            layers: list[Layer] = [{} for _ in range(self.plan.height)]
            self._people.lay(runners, figures, view, (t, eye), layers)
            return few(figures, layers[: self.plan.kerb], self.plan, self.cast, self.look, eye.focus)

        return self._few.get((t, eye), found)

    def _below(self, figures: Sequence[Runner], rows: list[Row], away: Away, ordered: bool) -> list[Row]:
        """The panel with what is told below the track; while nobody knows the order, metres were those of a lot."""
        if not self.plan.ruler:
            return [*rows[:-1], beyond(rows[-1], away, self.look)]
        unmeasured = self._ghosts if ordered else range(len(self.timeline.race.entries))
        ruler = gaps(figures, replace(away, measured=ordered), self.cast, self.look, self.plan.width, unmeasured)
        return [*rows[:-2], late(figures, rows[-2], self.cast, self.look), ruler]

    def _heading(self, told: RaceState, known: Collection[int]) -> Row:
        """The line on top; those `known` have their names in view."""
        return headline(self.timeline, told, self.cast, self.look, self.plan.width, known)

    def _followed(self, t: float, eye: Eye) -> tuple[float, float, float]:
        """Metres along of what is followed, where in the panel that is, and how wide it is seen; see `framed`."""
        now = self._shot(t, eye.focus)
        if eye.come >= 1:
            return now
        ease = eye.come * eye.come * (3 - 2 * eye.come)
        at, share, wide = (was + (now - was) * ease for was, now in zip(self._shot(t, eye.before), now, strict=True))
        return at, share, wide

    def _shot(self, t: float, focus: int | None) -> tuple[float, float, float]:
        """The same of one who is followed."""
        if focus is not None:
            wide = 1.0 if self._crowded else self._chosen.company(t, focus, self.plan.metres)
            return self._metres(t, focus), CHOSEN, wide
        return self.leaders.metres(t, None), *framed(self.leaders.spread(t, self.reach, self.far), self.plan.metres)

    def _metres(self, t: float, focus: int) -> float:
        """Metres along at which the chosen is seen, smoothly."""
        metres = self._chosen.metres(t, focus)
        return metres - (self._mass.behind(focus, metres) if self._mass is not None and self._mass.on(t) else 0.0)

    def _view(self, at: float, share: float, wide: float) -> View:
        """The stretch in view: wider by what is left of the stagger, so that a staggered start is seen whole."""
        alongs = self.placing.alongs([at] * len(self._ends))
        staggered = self.timeline.track.break_distance is not None
        back, front = (min(alongs) - at, max(alongs) - at) if staggered else (0.0, 0.0)
        metres = self.plan.metres * wide
        scale = self.plan.scale / wide * (metres / (metres + front - back))
        left = at + back - share * metres
        outermost = self.timeline.track.ahead(self._widest, at) + 1.0  # on a curved start line all are seen
        left = max(left, at + outermost - metres) if outermost > 1 else left
        if not staggered and self._mass is None:  # at the gun nobody is behind: the line stands in the middle
            left += (at + (outermost - metres) / 2 - left) * max(1.0 - at / SPREAD[0], 0.0)
        return self.ground.view(left, self._lanes.rows(at), scale)

    def seen_at(self, t: float, eye: Eye) -> list[Runner]:
        """Who is in the panel at `t` seconds, the furthest along first."""
        distances = self.timeline.motion.distances_at(t)
        return self._in_view(t, distances, self._alongs(t, distances), self._view(*self._followed(t, eye)))

    def _alongs(self, t: float, distances: Sequence[float]) -> Sequence[float]:
        """Metres along at which everybody is seen at `t`."""
        if self._mass is not None and self._mass.on(t):
            return self._mass.alongs(distances)
        return self.placing.alongs(distances)

    def spot(self, t: float, eye: Eye) -> tuple[float, float]:
        """About where in the panel the followed is, in cells."""
        return self._followed(t, eye)[1] * self.plan.width, self.plan.kerb + 0.5

    def _are_in_lanes(self, at: float) -> bool:
        """Whether those at so many metres have a row each, and in it their names."""
        lanes_end = self.timeline.track.break_distance
        return lanes_end is not None and at < lanes_end and self._lanes.rows(at) >= 1

    # Runners

    def _in_view(self, t: float, distances: Sequence[float], alongs: Sequence[float], view: View) -> list[Runner]:
        """Who is in the panel, the furthest along first."""
        metres = self.plan.width / view.scale
        right = view.left + metres
        found: list[Runner] = []
        near = self._nearby.between(alongs, t, view.left - metres, right + 1.0, view.left + CHOSEN * metres)
        ranks = self._ranks(distances, near)
        outs = self.placing.outs_of(near, t)
        for entry, rank, out in zip(near, ranks, outs, strict=True):
            if self._mass is not None and self._mass.on(t):
                out = self._mass.out(entry, float(distances[entry]), out)
            placed = self._placed(entry, t, float(distances[entry]), float(alongs[entry]), out, view)
            if placed is None:
                continue
            as_seen, along, foot = placed
            if view.left - 1 <= along <= right + 1:
                half = self.ground.column(along, view)
                lift = self._lift(as_seen.metres)
                found.append(Runner(entry, half, foot, rank, as_seen, along, sure=self._sure(entry, t), lift=lift))
        found.sort(key=lambda runner: (-runner.along, runner.rank))
        return found

    def _lift(self, run: float) -> int:
        """Half rows above the ground of somebody who has run so far: over what stands in the way."""
        at = bisect_left(self._jumps, run)
        off = min((abs(run - jump) for jump in self._jumps[max(at - 1, 0) : at + 1]), default=math.inf)
        return round(LEAP * self.plan.scale * max(1 - (off / REACH) ** 2, 0.0))

    def _placed(
        self, entry: int, t: float, run: float, along: float, out: float, view: View
    ) -> tuple[Seen, float, int] | None:
        """How an entry is seen, how many metres along, and where the feet are; None where the entry is gone."""
        as_seen = seen(self.timeline, entry, t, run, self._rests.metres[entry])
        if as_seen is None or t >= self._rests.gone[entry]:
            return None
        home = run >= self.timeline.race.distance
        out = self._rests.aside(entry, out, as_seen.metres - run, view.lane) if home else out + as_seen.aside
        along += self.timeline.track.ahead(out, run)
        along += as_seen.metres - run
        down = view.dip(math.floor((along - view.left) * view.scale))
        foot = min(self._lanes.foot(out, view.lane) + down, 2 * (self.plan.kerb + self.plan.track))
        return as_seen, along, foot

    def _was(self, view: View, entry: int, t: float) -> Place | None:
        """Where in the panel an entry was seen at an earlier time, as the view is now."""
        if (entry, t) not in self._past:
            if len(self._past) >= KEPT:
                self._past.clear()
            known = self.timeline.motion.distance_at(entry, t)
            run = math.nan if known is None else known
            self._past[entry, t] = run, self.placing.along(entry, run), self.placing.outs_of([entry], t)[0]
        placed = self._placed(entry, t, *self._past[entry, t], view)
        return Place((placed[1] - view.left) * view.scale, placed[2]) if placed is not None else None

    def _trail(self, runners: list[Runner], t: float, length: float, view: View, layers: list[Layer]) -> None:
        """Lays streaks on the track, of the hindmost first: the ground behind a runner is that runner's."""
        for runner in runners:
            self._people.shade(runner, view, layers)
        for runner in reversed(runners):
            drawn = trace(self.cast.colours[runner.entry], self.ground.surface, self.look)
            now = Place((runner.along - view.left) * view.scale, runner.foot)
            for x, row, step in streak(t, length, now, partial(self._was, view, runner.entry)):
                glyph, ink = drawn[step][x % 2]
                if not glyph or row >= self.plan.kerb + self.plan.track or x >= self.plan.width:
                    continue
                below = self.ground.below_kerb(x, row, view)
                if below >= 4:
                    layers[row].setdefault(x, (glyph, ink))
                elif -2 < below < 2 and not self.look.drawn:  # the kerb is the upper half of the cell
                    layers[row].setdefault(x, ("▀", ink_of(self.ground.kerb, ink.fg)))

    def _sure(self, entry: int, t: float) -> bool:
        """Whether an entry's place on the track, or his result once he is home, is not estimated."""
        return self.timeline.known(entry).evidence(t) is not Evidence.ESTIMATED

    def _ranks(self, distances: Sequence[float], near: list[int]) -> list[int]:
        """How many are ahead of each; of a large field, how many of those near."""
        order = sorted(
            self._nearby.rivals(near),
            key=lambda entry: (-distances[entry], self._ends[entry], self.timeline.ties[entry]),
        )
        ranks = {entry: rank for rank, entry in enumerate(order)}
        return [ranks[entry] for entry in near]

    def _away(self, t: float, at: float, view: View, distances: Sequence[float], alongs: Sequence[float]) -> Away:
        """Who runs behind the panel and ahead of it, by metres from those followed; a ghost does not run."""
        beyond = self._racing.beyond(alongs, t, view.left, view.left + self.plan.width / view.scale)
        at, home = min(at, self.timeline.race.distance), at > self.timeline.race.distance
        (behind, last), (ahead, first) = beyond
        metres, sure = [0.0, 0.0], [True, True]
        where = distances if self._mass is None or not self._mass.on(t) else alongs
        for side, entry in enumerate((last, first)):
            if entry is not None:
                metres[side], sure[side] = abs(at - float(where[entry])), self._sure(entry, t)
        after, before = (last, first) if self.far else (None, None)
        return Away(behind, metres[0], ahead, metres[1], sure[0], sure[1], after, before, home)

    def _pace(self, light: Light, when: tuple[float, float], view: View, rows: list[Row], layers: list[Layer]) -> None:
        """What runs at an even pace, on the ground and as somebody through whom it is seen, below all others."""
        for y, overlay in self.ground.lights(light, view):
            rows[y] = over(rows[y], [overlay])
        below, x = self.plan.kerb + self.plan.track, self.ground.column(light.metres, view) // 2
        told = rows[below]
        if light.colour is not None:
            rows[below] = tagged(told, x, light.tag, light.colour, self.look)
        if self.look.drawn or not 0 < light.metres < self.timeline.race.distance:
            return
        theme, half = self.look.theme, self.ground.column(light.metres, view)
        foot = self._lanes.foot(PACED, view.lane) + view.dip(half // 2)
        as_seen = Seen(light.metres, 0.0, light.metres / max(when[0], 1.0), when[0])
        runner = Runner(-1, half, min(foot, 2 * (self.plan.kerb + self.plan.track)), 0, as_seen, light.metres)
        colour = theme.blend(self.ground.surface, theme.lights if light.colour is None else light.colour, 0.55)
        self._people.stand(runner, view, when, layers, Dress((colour,) * 6, False))
        if light.colour is not None and rows[below] is told:  # what stands at its foot does not give way
            y = (runner.foot + 1) // 2 - rows_of(self.plan.scale) - 1
            tagged_above(layers[y] if y > 0 else {}, runner.half // 2 + 1, self.plan.width, light, self.look)
