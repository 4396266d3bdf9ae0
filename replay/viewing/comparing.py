"""Runners side by side as they are seen at a time: those marked; with fewer than two the chosen and the first."""

from collections.abc import Sequence
from itertools import pairwise

from replay.analysis.comparing import Comparison, Mark, Pass, Side, compared, known_by
from replay.cells.memo import Kept, Shown
from replay.drawing.panels.figures import mark_of, passed_text
from replay.drawing.panels.plot import Cursor
from replay.drawing.panels.side_by_side import AXIS, Bar, Pair, SideBySide, Stands, side_by_side_rows
from replay.drawing.scene import Scene
from replay.drawing.view import CHARTS, MARKED, View
from replay.race.race import Surface
from replay.race.times import format_gap, format_instant
from replay.state.timeline import Timeline
from replay.viewing.playback import stepped

_STEP = 0.5
"""Seconds of wall clock between two states while time passes."""


class CompareSight:
    """Those who are compared, in a look."""

    def __init__(self, timeline: Timeline, scene: Scene, marks: Sequence[tuple[float, str]]) -> None:
        """`marks` are what stands under the distance, in metres."""
        self._timeline = timeline
        self._scene = scene
        far = timeline.race.distance
        self._marks = (*((metres / far, words) for metres, words in marks), (1.0, "finish"))
        self._found: Kept[Comparison] = Kept()
        self._known: Kept[Comparison] = Kept()

    def shown(self, t: float, view: View, width: int, height: int) -> Shown:
        """What is known at a time."""
        found, scene = self.known(stepped(t, view, _STEP), view), self._scene
        what = _what(found, scene, self._marks)._replace(read=_read(found, scene, view.cursor))
        return Shown(what, lambda: side_by_side_rows(what, scene.cast, scene.look, width, height))

    def clicked(self, t: float, view: View, at: tuple[int, int], size: tuple[int, int]) -> str:
        """What a click means: one of those at the top is chosen; below it is the way to where it was."""
        sides = self._sides(t, view)
        if 1 <= at[1] <= len(sides):
            return f"pick({sides[at[1] - 1]})"
        metres = self.metres(at[0], size[0])
        return f"reach({metres:.1f})" if metres is not None and at[1] else ""

    def metres(self, x: int, width: int) -> float | None:
        """The distance that a column stands for; None for what stands before the bars."""
        share = (x - AXIS) / max(width - AXIS - 1, 1)
        return min(share, 1.0) * self._timeline.race.distance if share >= 0 else None

    def known(self, t: float, view: View) -> Comparison:
        """The comparison as far as it is known at a time."""
        sides = self._sides(t, view)
        if not sides:
            return Comparison((), self._timeline.race.distance, (), ())
        found = self._found.get(sides, lambda: compared([Side(self._timeline, entry) for entry in sides]))
        now = self._timeline.duration if view.spoilers else t
        return self._known.get((sides, now), lambda: known_by(found, now))

    def _sides(self, t: float, view: View) -> tuple[int, ...]:
        if len(view.marked) > 1:
            return view.marked
        first = [standing.entry for standing in self._timeline.standings(t, MARKED)]
        return tuple(dict.fromkeys([*view.marked, *view.wanted, *first]))[:2]


def _what(found: Comparison, scene: Scene, marks: tuple[tuple[float, str], ...]) -> SideBySide:
    entries = [side.entry for side in found.sides]
    names = [scene.cast.names[entry] for entry in entries]
    pairs = []
    for number, entry in enumerate(entries[1:]):
        bars = (_bar(mark, number) for mark in found.marks)
        pairs.append(Pair(entry, tuple(bars)))
    title = f"{CHARTS['compare']}: up {names[0]} gains, down the other" if names else ""
    titles = (title, title.partition(": ")[2]) if names else ("nobody is here to be put side by side",)
    return SideBySide(
        titles,
        tuple(Stands(entry, _stands(found, number, scene)) for number, entry in enumerate(entries)),
        tuple(pairs),
        tuple(mark.distance / found.distance for mark in found.marks),
        marks,
        tuple(_passes(one, names) for one in found.passes),
    )


def _read(found: Comparison, scene: Scene, cursor: float | None) -> Cursor | None:
    """What the bar says in which a distance is: the first's time after it, gaps of the others, and what they lost."""
    if cursor is None or not found.marks:
        return None
    ends = [0.0, *(mark.distance for mark in found.marks)]
    number = next((at for at, mark in enumerate(found.marks) if cursor <= mark.distance + 0.5), len(found.marks) - 1)
    start, mark = ends[number], found.marks[number]
    words = f"{mark_of(scene.race, start).partition(' ')[0]}-{mark_of(scene.race, mark.distance)}"
    unit = "" if scene.race.course.surface is Surface.ROAD else " m"
    values = []
    if (first := mark.times[0]) is not None:
        values.append((found.sides[0].entry, passed_text(first)))
    for side, apart in zip(found.sides[1:], mark.apart, strict=True):
        if apart is not None:
            much = f" {'lost' if apart.gained > 0 else 'gained'} {apart.since.mark}{abs(apart.gained):.1f}"
            told = much if abs(apart.gained) >= 0.05 else ""
            values.append((side.entry, f"{apart.evidence.mark}{format_gap(apart.seconds)}{told}"))
    middle = (start + mark.distance) / 2 / found.distance
    return Cursor(middle, f"{words}{unit}", tuple(values), "not run to its end yet")


def _passes(one: Pass, names: Sequence[str]) -> str:
    when = f"~{format_instant(one.seconds)}"
    return f"{when} {names[one.side]} past {names[one.past]}, ~{one.distance:.0f} m"


def _bar(mark: Mark, number: int) -> Bar | None:
    apart = mark.apart[number]
    if apart is None:
        return None
    return Bar(apart.gained, apart.evidence.mark + format_gap(apart.seconds))


def _stands(found: Comparison, number: int, scene: Scene) -> tuple[str, ...]:
    """The last mark that somebody has passed, the gap to the first there, and where he lost most."""
    at = next((mark for mark in reversed(found.marks) if mark.times[number] is not None), None)
    time = at.times[number] if at is not None else None
    if at is None or time is None:
        return ()
    unit = "" if scene.race.course.surface is Surface.ROAD else " m"
    where = "finish" if at.distance >= scene.race.distance else f"{mark_of(scene.race, at.distance)}{unit}"
    text = passed_text(time)
    apart = at.apart[number - 1] if number else None
    gap = "" if apart is None else f" {apart.evidence.mark}{format_gap(apart.seconds, 1 if apart.evidence.mark else 2)}"
    stands, lost = f"{where} {text}{gap}", _most_lost(found, number, scene)
    if not lost:
        return (stands,)
    return f"{stands}, lost most {lost}", f"{stands}, lost {lost}", f"{where}{gap}, lost {lost}", stands


def _most_lost(found: Comparison, number: int, scene: Scene) -> str:
    """Where the first gained most on one: `0.30 s 1200-1300`; empty where that is next to nothing."""
    if not number:
        return ""
    ends = [0.0, *(mark.distance for mark in found.marks)]
    stretches = [
        (apart.gained, start, end, apart.since.mark)
        for (start, end), mark in zip(pairwise(ends), found.marks, strict=True)
        if (apart := mark.apart[number - 1]) is not None and apart.gained > 0
    ]
    if not stretches:
        return ""
    lost, start, end, mark = max(stretches)
    where = f"{mark_of(scene.race, start).partition(' ')[0]}-{mark_of(scene.race, end)}"
    return f"{mark}{lost:.{1 if mark else 2}f} s {where}" if lost >= 0.05 else ""
