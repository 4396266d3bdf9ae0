"""What a viewer may have drawn beside the runners: each choice, the next one, and the words for it."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.drawing.stadium.trails import LENGTHS
from replay.drawing.view import CHARTS, NAMED, Sort, View
from replay.race.pacelights import PaceLight

_NAMES = {
    "leader": "names: the leader and the chosen",
    "first three": "names: the first three and the chosen",
    "initials": "initials of everybody",
    "off": "names off: letters only",
}


_CHARTED = {
    "trace": "race trace",
    "mean": "race trace, to the mean",
    "positions": "places along the way",
    "speed": "speeds",
    "projection": "likely finishes",
    "splits": "splits, places and laps",
    "compare": "side by side",
}
"""What is said of each chart: what its lines are its own title says."""


class Choice(NamedTuple):
    """A view with another choice, and what is said of it."""

    view: View
    told: str


def next_chart(view: View, way: int = 1) -> Choice:
    """The large panel: the track, and each chart in its place."""
    charts = ["", *CHARTS]
    return turned_to(view, charts[(charts.index(view.chart) + way) % len(charts)])


def turned_to(view: View, chart: str) -> Choice:
    """The large panel: a chart, or the track where it is none."""
    view = view if chart else view._replace(reading=False, cursor=None)
    return Choice(view._replace(chart=chart), _CHARTED[chart] if chart else "the track")


def other_marks(view: View, timed: bool, others: int) -> Choice:
    """The splits at the marks where times were taken, or at the ends of laps.

    Args:
        view: What is shown.
        timed: Whether the splits are now, or would be, where times were taken.
        others: How many marks there are of the other kind; 0 where there is none.
    """
    if not others:
        return Choice(view._replace(chart="splits"), "no times were taken but at the ends of laps")
    every = not timed
    told = f"splits at the {others} marks where times were taken" if every else "splits at the ends of laps"
    return Choice(view._replace(chart="splits", every_mark=every, sort=Sort(), columns=None), told)


def next_names(view: View) -> Choice:
    """Names beside the track: of the leader and the chosen, of the first three too; initials of all; no names."""
    names = list(NAMED)
    name = names[(names.index(view.names) + 1) % len(names)]
    return Choice(view._replace(names=name), _NAMES[name])


def next_trails(view: View) -> Choice:
    """Trails: short, long, off."""
    names = list(LENGTHS)
    name = names[(names.index(view.trails) + 1) % len(names)]
    seconds = f": the last {LENGTHS[name]:g} s" if LENGTHS[name] else ""
    return Choice(view._replace(trails=name), f"trails {name}{seconds}")


def next_lights(view: View, lights: Sequence[PaceLight]) -> Choice:
    """The next pace lights, or none."""
    if not lights:
        return Choice(view, "the file has no records, and the library no earlier race: W sets a time of your own")
    choice: list[PaceLight | None] = [None, *lights]
    at = choice.index(view.light) if view.light in choice else 0
    return lit(view, choice[(at + 1) % len(choice)])


def lit(view: View, light: PaceLight | None) -> Choice:
    """These pace lights, or none: `pace lights: world record 3:43.13 (Hicham El Guerrouj), even pace`."""
    if light is None:
        return Choice(view._replace(light=None, against=None), "pace lights off")
    holder = f" ({light.holder})" if light.holder else ""
    return Choice(
        view._replace(light=light, against=None), f"pace lights: {light.label} {light.digits}{holder}, even pace"
    )


def chosen_next(view: View, order: Sequence[int], way: int) -> int | None:
    """The entry above or below the chosen one, in an order of entries."""
    if not order:
        return view.chosen
    at = order.index(view.chosen) + way if view.chosen in order else (0 if way > 0 else len(order) - 1)
    return order[max(0, min(at, len(order) - 1))]
