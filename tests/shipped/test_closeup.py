"""The close view of every shipped race: who is in it stands on the track, is large, has his name, and is not alone."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

import pytest

from replay.cells.rows import Layer, Overlay
from replay.cells.text import cell_width
from replay.drawing.closeup import calling
from replay.drawing.closeup.plan import HEAD
from replay.drawing.closeup.tethers import Labels, Tethered, tethers
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.drawing.view import Eye
from replay.files.formats import read_race
from replay.state import timeline_of
from replay.viewing.stage import Stage
from tests.miles import LOOK
from tests.places import RACES

SIZES = ((50, 16), (74, 24), (138, 45), (200, 15))
"""Of the panel in terminals of 80x24, 120x40 and 200x60, and of the band in the last."""


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_everybody_stands_on_the_track_and_is_a_quarter_of_the_picture_high(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    stage = Stage(timeline, LOOK)
    eye, won = Eye(near=1.0), timeline.winner_time or timeline.finish
    for size, share in product(SIZES, (0.02, 0.3, 0.6, 0.9, 0.999, 1.01)):
        shown = stage.follow(*size)
        kerb, t = 2 * shown.plan.kerb, share * won
        view = shown._view(*shown._followed(t, eye))
        for runner in shown.seen_at(t, eye):
            dip = view.dip(math.floor((runner.along - view.left) * view.scale))
            assert kerb + 1 + dip < runner.foot <= kerb + 2 * shown.plan.track, (size, t, runner)
        assert HEAD / 2 * shown.plan.scale >= 0.24 * size[1], size


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_leader_is_not_alone_on_bare_track_while_the_second_is_near_enough_for_a_shot(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    stage = Stage(timeline, LOOK)
    eye, won = Eye(near=1.0), timeline.winner_time or timeline.finish
    times = [share * won for share in (0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 1.0)]
    for size, t in product(SIZES, times):
        shown, split = stage.follow(*size), stage.split(*size)
        if split is not None and split.on(t, eye):
            continue
        gaps = [_gap(stage, at) for at in (t - 2, t - 1, t, t + 1, t + 2) if at < won]
        reach = shown.far * 0.95  # of one who comes nearer the shot takes a moment to know
        if not gaps or any(gap is None or gap > reach for gap in gaps):
            continue
        there = [runner for runner in shown.seen_at(t, eye) if 0 <= runner.half // 2 < size[0]]
        assert len(there) > 1, (size, t, gaps)


def _gap(stage: Stage, t: float) -> float | None:
    """Metres from the leader to the second, if both run and it is known who they are."""
    state = stage.timeline.top(t, 2)
    if not state.order_known or len(state.standings) < 2 or state.standings[1].status != "running":
        return None
    second = state.standings[1].distance
    return None if second is None else state.leader_distance - second


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_line_from_a_name_ends_at_its_own_runner(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []

    def kept(
        heads: Mapping[int, tuple[int, int]],
        captions: Mapping[int, Sequence[Overlay]],
        labels: Labels,
        layers: Sequence[Layer],
        cast: Cast,
        look: Look,
    ) -> Tethered:
        found = tethers(heads, captions, labels, layers, cast, look)
        drawn.append((heads, captions, labels, found.rows))
        return found

    monkeypatch.setattr(calling, "tethers", kept)
    timeline = timeline_of(read_race(path)[0])
    stage = Stage(timeline, LOOK)
    won = timeline.winner_time or timeline.finish
    for size, share in product(SIZES, (0.0, 0.02, 0.3, 0.6, 0.9, 0.98, 0.999, 1.01)):
        shown = stage.follow(*size)
        shown.rows(share * won, Eye(near=1.0))
    lines = 0
    for heads, captions, labels, found in drawn:
        written = {(x, y) for y, overlays in captions.items() for x, text, _ in overlays for x in _cells(x, text)}
        cells = {(x, y): text for y, overlays in found.items() for x, text, _ in overlays if text in _ARMS}
        cells = {cell: text for cell, text in cells.items() if cell not in written}
        for start, arm, end in _ways(cells):
            own = [who for who in heads if who in labels and _leaves(start, arm, *labels[who])]
            assert [heads[who][0] for who in own] == [end[0]], (start, end)
            lines += 1
    assert lines or timeline.track.swum


_ARMS = {"│": "ud", "─": "lr", "└": "ur", "┐": "ld", "┘": "ul", "┌": "rd"}
_STEPS = {"u": (0, -1), "d": (0, 1), "l": (-1, 0), "r": (1, 0)}
_BACK = {"u": "d", "d": "u", "l": "r", "r": "l"}


def _cells(x: int, text: str) -> range:
    return range(x, x + cell_width(text))


def _leaves(start: tuple[int, int], arm: str, y: int, left: int, right: int) -> bool:
    """Whether a line that begins in a cell, whose arm is open there, begins under a name, or a blank beside it."""
    if arm == "u":
        return start[1] == y + 1 and left <= start[0] < right
    return start == ((left - 2, y) if arm == "r" else (right + 1, y))


def _ways(cells: Mapping[tuple[int, int], str]) -> Iterator[tuple[tuple[int, int], str, tuple[int, int]]]:
    """Where lines begin, with the arm that is open there, and where they end; every cell is of one line."""
    left = dict(cells)
    while left:
        ends = []
        first = next(iter(left))
        arms = _ARMS[left.pop(first)]
        for arm in arms:
            at, to = first, arm
            while True:
                step = _STEPS[to]
                after = at[0] + step[0], at[1] + step[1]
                if after not in left or _BACK[to] not in _ARMS[left[after]]:
                    break
                at, to = after, _ARMS[left.pop(after)].replace(_BACK[to], "")
            ends.append((at, to))
        ends.sort(key=lambda end: (end[1] == "d", end[0][1]))
        assert ends[1][1] == "d", ends
        yield *ends[0], ends[1][0]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_names_do_not_come_and_go_with_every_stride(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    stage = Stage(timeline, LOOK)
    shown, eye, won = stage.follow(74, 24), Eye(near=1.0), timeline.winner_time or timeline.finish
    seconds, changed, before = 6, 0, frozenset[int]()
    for tenth in range(10 * seconds):
        t = 0.85 * won + tenth / 10
        rows = shown.rows(t, eye)[1 : shown.plan.kerb]
        text = "\n".join("".join(text for text, _ in row) for row in rows)
        there = [one.entry for one in shown.seen_at(t, eye) if 6 <= one.half // 2 < 68]  # at an edge they come and go
        named = frozenset(entry for entry in there if stage.cast.names[entry] in text)
        changed += len((named ^ before) & {*there}) if tenth else 0
        before = named
    assert changed <= 1.5 * seconds
