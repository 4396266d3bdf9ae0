"""Those who have a row each in the view from the stands: in lanes on a straight, or in a pool."""

from collections.abc import Mapping, Sequence

from replay.cells.rows import Overlay
from replay.drawing.course.stadium import Stadium
from replay.race.track.even import Even
from replay.viewing.stage import Stage


def in_rows(stage: Stage) -> bool:
    """Whether everybody has a row of his own in the view from the stands."""
    track = stage.timeline.track
    return track.laned and isinstance(track, Even)


class Sprinters:
    """The figures of those who run on a straight, where its lanes are high enough for them."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._inks: Sequence[Sequence[int]] = ()

    def at(self, t: float, rate: float, stadium: Stadium, first: Sequence[int]) -> Mapping[int, Sequence[Overlay]]:
        """The figures by row of the stadium at `t` seconds; nothing where there are none.

        Args:
            t: Seconds from the gun.
            rate: How many times as fast as it was the race is shown.
            stadium: The painting they run on.
            first: Entries in the order in which they are seen before others.
        """
        stage, track = self._stage, self._stage.timeline.track
        if not in_rows(stage) or stage.look.drawn or track.swum:
            return {}
        from replay.drawing.closeup.inks import inks_of  # few races are run on one
        from replay.drawing.stadium.sprinters import LEAST, figures_of, lane_rows

        rows = lane_rows(stadium, track.lane_width)
        if rows < LEAST:
            return {}
        self._inks = self._inks or inks_of(stage.race, stage.cast, stage.look, stage.look.theme.surface)
        places = [(entry, *stadium.cell(along, out)) for entry, along, out in stage.places_at(t, first)]
        return figures_of(stadium, stage.timeline, places, self._inks, rows, (t, rate))
