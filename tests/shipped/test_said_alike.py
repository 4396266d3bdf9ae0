"""Of every shipped race: what charts and tables show is what text and JSON say, value by value."""

import re
from functools import cache

import pytest

from replay.analysis.comparing import Side, compared
from replay.analysis.positions import positions
from replay.analysis.projection import is_projected
from replay.analysis.reference import LEADER, MEAN, Reference, traced
from replay.answers.analysed import compare_answer, positions_answer
from replay.answers.projected import projected_answer, projection_of
from replay.answers.splits import splits_answer
from replay.answers.traced import trace_answer
from replay.answers.values import Answer
from replay.cells.rows import plain
from replay.drawing.panels.figures import passed_text
from replay.drawing.view import View
from replay.race.pacelights import target
from replay.race.times import format_gap, format_instant, format_time
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing.charting import Charting, What
from replay.viewing.charts import DRAWN
from replay.viewing.stage import Stage
from tests.miles import LOOK
from tests.shipped.test_laws import FILES, shipped
from tests.together import together

WIDE = 320
"""Cells in which nothing is left out for want of room."""
NAMES = [path.stem for path in FILES]


@cache
def stage_of(name: str) -> Stage:
    return Stage(timeline_of(shipped(name).race), LOOK)


def read(stage: Stage, view: View, t: float) -> dict[str, str]:
    """What stands at a chart's cursor: values by name; a chart of two rows is the first of them, and no lines."""
    title = plain(stage.sights.charts.shown(t, view._replace(both=False), WIDE, 2).draw()[:1])
    codes = dict(zip(stage.cast.codes, (entry.name for entry in stage.race.entries), strict=True))
    words = re.split(r" {2,}", title.strip())[1:]
    return {codes[code]: value for code, _, value in (word.partition(" ") for word in words) if code in codes}


def estimated(evidence: str) -> str:
    return "~" if evidence == "estimated" else ""


def times_of(timeline: Timeline) -> list[float]:
    return [timeline.duration * share for share in (0.45, 1.0)]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("against", ["leader", "mean", "time", "runner"])
def test_a_race_trace_reads_what_trace_says(name: str, against: str) -> None:
    stage = stage_of(name)
    timeline = stage.timeline
    seconds = f"{timeline.duration * 0.99:.0f}"
    last = timeline.ranking(timeline.duration)[len(timeline.race.entries) // 3]
    reference = {
        "leader": LEADER,
        "mean": MEAN,
        "time": Reference(light=target(seconds)),
        "runner": Reference(entry=last),
    }[against]
    for which, t in enumerate(times_of(timeline)):
        said: Answer = trace_answer(timeline, traced(timeline, reference, t))
        for number, mark in list(enumerate(said["marks"]))[which::2]:  # half of them on the way, the others at the end
            chart = "mean" if against == "mean" else "trace"
            seen = read(stage, View(chart=chart, against=reference, cursor=mark), t)
            told = {one["name"]: one["at"][number] for one in said["runners"] if one["at"][number] is not None}
            assert len(seen) == min(len(told), DRAWN)
            for runner, value in seen.items():
                at = told[runner]
                assert value == estimated(at["evidence"]) + format_gap(at["behind"]), (runner, mark, t)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", NAMES)
def test_places_along_the_way_are_those_of_positions(name: str) -> None:
    stage = stage_of(name)
    said = positions_answer(stage.timeline, positions(stage.timeline))
    for number, mark in enumerate(said["marks"]):
        seen = read(stage, View(chart="positions", cursor=mark), stage.timeline.duration)
        told = {one["name"]: one["at"][number] for one in said["runners"] if one["at"][number] is not None}
        placed = {runner: at["place"] for runner, at in told.items() if at["place"] is not None}
        assert len(seen) == min(len(placed), DRAWN)
        for runner, value in seen.items():
            assert value.removeprefix("~") == str(placed[runner]), (runner, mark)


@pytest.mark.parametrize("name", NAMES)
def test_places_along_the_way_end_in_the_order_of_the_board(name: str) -> None:
    """Who went past between the last sample of the chart and now is past on both."""
    stage = stage_of(name)
    charting = Charting(stage.timeline, stage.scene, ())
    for twelfth in range(5, 12):
        t = stage.timeline.duration * twelfth / 12
        board = [one for one in stage.timeline.at(t).standings if one.status == "running" and one.place is not None]
        order = tuple(one.entry for one in stage.timeline.at(t).standings)
        what = What("positions", t, order, frozenset(), None, LEADER, False, 0.0, None)
        lines = {
            line.entry: [value for value in line.values if value == value] for line in charting.plot(what, 60).lines
        }
        ends = [lines[one.entry][-1] for one in board if lines.get(one.entry)]
        assert ends == sorted(ends), t


@pytest.mark.sampled(4)
@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_the_table_of_splits_has_what_splits_says(name: str, every: bool) -> None:
    stage = stage_of(name)
    view = View(chart="splits", every_mark=every)
    for t in times_of(stage.timeline):
        lines = stage.sights.splits(view).text(t, view).splitlines()
        said = splits_answer(stage.timeline, t, every=every)
        splits = stage.sights.splits(view).splits
        for one in said["runners"]:
            entry = next(at for at, runner in enumerate(stage.race.entries) if runner.name == one["name"])
            upper = next(line for line in lines if re.match(rf" *\d* {re.escape(stage.cast.codes[entry])} ", line))
            passed = [at.passed for at in splits.known(entry, t) if at is not None]
            assert [found.seconds for found in passed] == pytest.approx([at["time"] for at in one["splits"]], abs=0.001)
            words = iter(upper.split())
            for found, at in zip(passed, one["splits"], strict=True):
                assert passed_text(found) in words, (one["name"], at)
                assert found.evidence.mark == estimated(at["evidence"])
                assert at["place"] is None or next(words) == str(at["place"])
            assert (one["halves"] or {"split": "negative"})["split"] in upper or one["halves"] is None


@together("name", NAMES)
def test_splits_and_positions_agree_where_both_have_a_mark(name: str) -> None:
    timeline = stage_of(name).timeline
    places = positions_answer(timeline, positions(timeline))
    splits = {
        (one["name"], at["distance"]): at
        for one in splits_answer(timeline, timeline.duration)["runners"]
        for at in one["splits"]
    }
    for one in places["runners"]:
        for mark, at in zip(places["marks"], one["at"], strict=True):
            other = splits.get((one["name"], mark))
            if other is not None and at is not None and mark < timeline.race.distance:
                assert other["place"] == at["place"], (one["name"], mark)
                assert other["behind_first"] == pytest.approx(at["gap"], abs=0.002), (one["name"], mark)


@pytest.mark.parametrize("name", NAMES)
def test_side_by_side_has_the_gaps_and_passes_that_compare_says(name: str) -> None:
    stage = stage_of(name)
    timeline = stage.timeline
    two = tuple(timeline.ranking(timeline.duration)[:2])
    said = compare_answer(compared([Side(timeline, entry) for entry in two]))
    shown = stage.sights.compared.shown(timeline.duration, View(chart="compare", marked=two), 1000, 40)
    text = plain(shown.draw())
    gaps = [mark["behind_first"][0] for mark in said["marks"] if mark["behind_first"][0] is not None]
    words = [estimated(gap["evidence"]) + format_gap(gap["seconds"]) for gap in gaps]
    below = next(line for line in text.splitlines() if words[-1] in line and words[0] in line).split()
    narrow = [gap for gap in words if gap not in below]
    assert len(narrow) <= 1, "of bars too narrow for it, before a finish beyond the last mark"
    assert below == [gap for gap in words if gap in below], "in their order"
    for one in said["passes"][-3:]:
        assert f"~{format_instant(one['time'])}" in text
        assert f"~{one['distance']:.0f} m" in text


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", NAMES)
def test_likely_finishes_on_the_chart_are_those_of_project(name: str) -> None:
    stage = stage_of(name)
    timeline = stage.timeline
    if not is_projected(timeline.race):
        return
    for t in times_of(timeline):
        said = projected_answer(projection_of(timeline, t, ()))
        for one in said["runners"]:
            seen = read(stage, View(chart="projection", cursor=one["distance"]), t)
            if one["name"] in seen:
                mark = "~" if one["distance"] < timeline.race.distance else ""
                assert seen[one["name"]] == mark + format_time(one["finish"], 1), (one["name"], t)


def test_the_sweep_looks_at_something() -> None:
    assert len(NAMES) > 15
    stage = stage_of("london-mile-2026")
    assert read(stage, View(chart="trace", cursor=1200.0), stage.timeline.duration)["Yared Nuguse"] == "+0.3"
