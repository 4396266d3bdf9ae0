"""The chart of gaps of every shipped race: it drops nobody, and at the end it is the result."""

import math
import re
from itertools import pairwise
from pathlib import Path

import pytest

from replay.analysis.reference import LEADER, ordered_from, traced
from replay.analysis.traces import Samples
from replay.cells.ink import Row
from replay.cells.rows import plain
from replay.drawing.panels.gap_chart import DRAWN, gaps_of
from replay.drawing.theme.lineup import cast_of
from replay.drawing.view import View
from replay.files.formats import read_race
from replay.state import timeline_of
from replay.viewing.charting import What
from replay.viewing.stage import Stage
from tests.miles import LOOK
from tests.places import RACES

SIZES = ((46, 9), (46, 14), (62, 30))


def at_the_ends(rows: list[Row], stage: Stage) -> list[int]:
    """Who stands at the ends of the lines, from the top and from the left."""
    cast = stage.cast
    found = []
    for row in rows[1:]:
        for text, ink in row:
            if ink in cast.chips and (text in cast.codes or text in cast.tags):
                letters = cast.codes if text in cast.codes else cast.tags
                found.append(letters.index(text))
    return found


def apart(row: Row, stage: Stage) -> bool:
    """Whether there is something between any two tags of three letters."""
    tags = [ink in stage.cast.chips and len(text) > 1 for text, ink in row]
    return not any(a and b for a, b in pairwise(tags))


def first_three(stage: Stage, there: list[int], t: float) -> list[int]:
    """Who is in front of those who are there: in the order of the result, as soon as they are home."""
    homes = {entry: stage.timeline.home(entry) for entry in there}
    return sorted(there, key=lambda entry: homes[entry] if homes[entry] <= t else math.inf)[:3]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_whoever_runs_is_on_the_chart_and_at_the_end_in_the_order_of_the_result(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    stage = Stage(timeline, LOOK)
    ends: list[int] = []
    reached, before = 0.0, (0, 0, 0)
    for width, height in SIZES:
        for tenth in range(1, 11):
            t = timeline.duration * tenth / 10
            rows = stage.charted(t, View(), width, height).draw()
            lead = timeline.at(t).leader_distance
            chart = stage.chart(width, lead)
            if t < max(chart.begins if chart.paced else 0.0, timeline.order_since):  # an even pace for a record
                assert "behind" not in plain(rows)
                continue
            there = [entry for entry, _ in chart.present(t, lead)][:DRAWN]
            more = re.search(r"\+(\d+)", plain(rows[1:]))
            ends = at_the_ends(rows, stage)
            assert len(ends) + (int(more[1]) if more else 0) == len(there)
            assert set(ends) <= set(there)
            far = re.findall(r"▾(\S+)(?: (\d+) m)?", plain(rows[1:]))
            assert not {code for code, _ in far} & {stage.cast.codes[entry] for entry in first_three(stage, there, t)}
            assert all(metres for _, metres in far), "how far behind is told of who is beyond the scale"
            reach = chart.reach(gaps_of(chart, timeline.at(t)))
            assert reach >= reached or (width, height, chart.columns) != before, "a scale never goes back"
            reached, before = reach, (width, height, chart.columns)
            assert all(apart(row, stage) for row in rows[1:]), plain(rows)
    results = [timeline.race.entries[at].result for at in ends if timeline.home(at) <= timeline.duration]
    seconds = [result.seconds for result in results if result is not None]
    assert seconds == sorted(seconds)
    assert cast_of(timeline.race, LOOK) == stage.cast


@pytest.mark.sampled(4)
@pytest.mark.parametrize("size", [(51, 14), (74, 22), (138, 34)])
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_line_of_a_chart_has_its_letters_and_those_of_a_trace_are_in_the_order_of_the_gaps(
    path: Path, size: tuple[int, int]
) -> None:
    stage = Stage(timeline_of(read_race(path)[0]), LOOK)
    for chart in ("trace", "speed", "projection"):
        for share in (0.4, 1.0):
            t = stage.timeline.duration * share
            view = View(chart=chart, both=False)
            rows = stage.sights.charts.shown(t, view, *size).draw()
            ends = at_the_ends(rows, stage)
            assert len(set(ends)) == len(ends)
            drawn = {entry for entry in range(len(stage.race.entries)) if reads(stage, view, t, entry)}
            assert drawn <= set(ends)
            if chart == "trace" and share == 1.0:
                home = [at for at in ends if stage.race.entries[at].competes and stage.timeline.home(at) <= t]
                results = [stage.race.entries[at].result for at in home]
                seconds = [result.seconds for result in results if result is not None]
                inversions = [early - late for early, late in pairwise(seconds) if early > late]
                assert all(by < 0.2 for by in inversions), "who is home is told in the order of the result"


def reads(stage: Stage, view: View, t: float, entry: int) -> bool:
    """Whether an entry has a line in a chart: it has been halfway of what the first has run, and the order is known."""
    first = stage.timeline.top(t, 1).leader_distance
    time = stage.timeline.motion.time_at(entry, first / 2)
    return view.chart == "trace" and time is not None and stage.timeline.order_since <= time <= t


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_chart_draws_an_order_that_nobody_knows(path: Path) -> None:
    """Where the board says `order not known` a line would be drawn of a lot."""
    timeline = timeline_of(read_race(path)[0])
    samples, everybody = Samples(timeline, 60), range(len(timeline.race.entries))
    known = timeline.top(timeline.order_since, 1).leader_distance if timeline.order_since > 0 else 0.0
    for traces in (samples.behind(everybody, timeline.over), samples.metres_behind(everybody, timeline.over)):
        for trace in traces:
            early = [v for metres, v in zip(samples.distances, trace.values, strict=True) if metres < known]
            assert all(map(math.isnan, early))
    found = traced(timeline, LEADER, timeline.over)
    for passings in found.of.values():
        assert all(one is None for mark, one in zip(found.marks, passings, strict=True) if mark < known)


@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_chart_of_the_order_begins_at_the_mark_before_it_is_known_unless_what_was_before_is_read(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    charts = Stage(timeline, LOOK).sights.charts
    known, t = ordered_from(timeline), timeline.order_since + 1.0

    def since(view: View) -> float:
        what = charts.shown(t, view, 80, 20).what
        assert isinstance(what, What)
        return what.since

    for chart in ("trace", "positions", "speed"):
        view = View(chart=chart)
        begins = since(view)
        assert begins <= known
        assert not known or chart == "speed" or begins + 2 * (timeline.track.lap or known) > known
        assert begins == 0.0 or chart != "speed"
        assert since(view._replace(cursor=known / 3, reading=True)) == 0.0
        assert charts.metres(t, view, (0, 1), (80, 20)) == begins, "a click goes to what is seen there"
