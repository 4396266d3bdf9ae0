"""The runners on the stadium at a time."""

from replay.viewing.course import CourseView, Labels
from replay.viewing.stage import Stage
from tests.miles import LOOK, TIMELINE


def test_a_stage_draws_the_same_picture_twice_in_any_order_of_times() -> None:
    stage = Stage(TIMELINE, LOOK)
    stadium = stage.stadium(78, 25)
    first = {t: CourseView(stage).runners(t, stadium, stage.order_at(t)) for t in (10.0, 100.0, 200.0)}
    again = {t: CourseView(stage).runners(t, stadium, stage.order_at(t)) for t in (200.0, 10.0, 100.0)}
    assert first == again


def test_an_unknown_runner_is_not_drawn() -> None:
    stage = Stage(TIMELINE, LOOK)
    stadium = stage.stadium(78, 25)
    drawn = CourseView(stage).runners(60.0, stadium, stage.order_at(60.0))
    letters = {text for overlays in drawn.values() for _, text, _ in overlays}
    assert letters.isdisjoint({stage.cast.tags[3], stage.cast.codes[3]})
    assert letters & {stage.cast.tags[0], stage.cast.codes[0]}


def test_a_name_that_is_an_estimate_has_its_mark() -> None:
    stage = Stage(TIMELINE, LOOK)
    stadium, order = stage.stadium(78, 25), stage.order_at(100.0)
    first, name = order[0], stage.cast.names[order[0]]
    for unsure, words in ((frozenset[int](), name), (frozenset({first}), f"~{name}")):
        drawn = CourseView(stage).runners(100.0, stadium, order, Labels(frozenset({first}), unsure=unsure))
        assert words in {text for overlays in drawn.values() for _, text, _ in overlays}
