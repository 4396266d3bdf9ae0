"""The people of the follow view: figures in their colours, with shadows on the ground, and letters on chests."""

from collections.abc import Collection, Sequence

from replay.cells.ink import Ink
from replay.cells.rows import Layer
from replay.drawing.closeup.crowd import Crowd
from replay.drawing.closeup.figures import Figure, figure_of
from replay.drawing.closeup.ground import Ground, View
from replay.drawing.closeup.inks import LOWER, UPPER, Dress, ink_of, inks_of, solid, write
from replay.drawing.closeup.inview import Runner
from replay.drawing.closeup.plan import Plan, rows_of
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.drawing.view import Eye
from replay.race.race import Race


class People:
    """Lays figures over the ground of a panel."""

    def __init__(self, race: Race, cast: Cast, look: Look, plan: Plan, ground: Ground, crowd: Crowd) -> None:
        """Those of a race, in their colours on this ground."""
        self._look = look
        self._plan = plan
        self._ground = ground
        self._crowd = crowd
        self._inks = inks_of(race, cast, look, ground.surface)
        self.cast = cast
        """Letters; of a crowd those who are named."""

    def lay(
        self,
        runners: Sequence[Runner],
        figures: Sequence[Runner],
        view: View,
        when: tuple[float, Eye],
        layers: list[Layer],
        lettered: Collection[int] = (),
    ) -> None:
        """Lays everybody over the ground and who is further from the eye; some with letters on their chests."""
        t, eye = when
        known = {runner.entry for runner in figures}
        for runner in sorted(runners, key=lambda runner: (runner.foot, runner.entry)):
            self.shade(runner, view, layers)
            inks = self._crowd.inks(runner.entry, eye.focus, runner.entry in known) or self._inks[runner.entry]
            self.stand(runner, view, (t, eye.rate), layers, Dress(inks, runner.entry in lettered))
            if runner.entry == eye.focus:
                self._point_at(runner, layers)

    def stand(self, runner: Runner, view: View, when: tuple[float, float], layers: list[Layer], dress: Dress) -> None:
        """Lays a figure over what is there already; letters stay, so that everybody in a bunch can be told."""
        column, foot = runner.half // 2, (runner.foot - runner.lift + 1) // 2 - 1
        colours, dips = dress.colours, view.dips.halves
        kerb, width, whole = self._plan.kerb, self._plan.width, self._look.ascii
        letter = self.cast.tags[runner.entry], self.cast.chips[runner.entry]
        for dx, dy, text, part, under in self._figure(runner, *when):
            x, y = column + dx, foot + dy
            if not (0 < y < kerb + self._plan.track and 0 <= x < width):
                continue
            layer = layers[y]
            behind = layer.get(x)
            dip = dips[x] if dips else 0
            on_kerb = y == kerb + dip // 2 and not whole
            if on_kerb and behind is not None and behind[1].fg == self._ground.kerb:
                behind = None  # a streak below the kerb
            if not text and dress.lettered:
                write(layer, x, letter)
            elif not text:
                layer[x] = "█", ink_of(colours[part], None)
            elif behind is not None and behind[1].bold:
                continue
            elif under >= 0:
                layer[x] = text, ink_of(colours[part], colours[under])
            else:
                ground = self._ground.kerb if on_kerb and text not in (LOWER if dip % 2 else UPPER) else None
                layer[x] = text, ink_of(colours[part], solid(behind, ground))

    def letter(self, runners: Sequence[Runner], when: tuple[float, float], layers: list[Layer]) -> None:
        """Writes the letters of some who are drawn already on their chests, where these are seen."""
        for runner in runners:
            column, foot = runner.half // 2, (runner.foot - runner.lift + 1) // 2 - 1
            for dx, dy, text, part, _ in self._figure(runner, *when):
                there = layers[foot + dy].get(column + dx) if not text and 0 < foot + dy < len(layers) else None
                if there == ("█", ink_of(self._inks[runner.entry][part], None)):
                    letter = self.cast.tags[runner.entry], self.cast.chips[runner.entry]
                    write(layers[foot + dy], column + dx, letter)

    def shade(self, runner: Runner, view: View, layers: list[Layer]) -> None:
        """Lays the shadow of a runner on the ground, where nobody stands; kerb and outer edge stay whole."""
        row = (runner.foot + 1) // 2 - 1
        kerb = self._plan.kerb + (view.dip(runner.half // 2) + 1) // 2
        if self._look.ascii or not kerb < row < self._plan.kerb + self._plan.track - 1:
            return
        ink = ink_of(self._ground.shadow, None)
        reach = self._plan.scale // 3
        for x in range(max(0, runner.half // 2 - reach), min(self._plan.width, runner.half // 2 + reach + 1)):
            layers[row].setdefault(x, ("▂", ink))

    def _point_at(self, runner: Runner, layers: list[Layer]) -> None:
        """An arrow over the head of the chosen runner."""
        tall = 3 if self._look.ascii else rows_of(self._plan.scale)
        row = (runner.foot + 1) // 2 - tall - 1
        if row > 0 and 0 <= runner.half // 2 < self._plan.width:
            layers[row][runner.half // 2] = self._look.glyph("▼", "v"), Ink(self._look.theme.text, bold=True)

    def _figure(self, runner: Runner, t: float, rate: float) -> Figure:
        """The runner's picture at this moment of the stride."""
        up = bool((runner.foot - runner.lift) % 2)
        at = None if self._look.ascii else (self._plan.scale, bool(runner.half % 2), up)
        return figure_of(runner.seen, t > 0, self._ground.track.swum, rate, at, leaps=runner.lift > 0)
