"""The runners on the stadium at a time."""

from replay.cells.rows import plain
from replay.drawing.view import View
from replay.race.race import Course, Surface
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.course import CourseView
from replay.viewing.frame import Size, frame
from replay.viewing.labels import labels
from replay.viewing.stage import Stage
from tests.builders import entry, race
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


def test_who_is_lapped_is_in_small_letters_and_named_while_the_first_comes_by() -> None:
    field = race(entry("Ann Ash", 1600.0), entry("Bea Birch", 1750.0), distance=10000.0)
    stage = Stage(Timeline(field), LOOK)
    named: list[bool] = []
    for t in range(600, 1000, 5):
        state, stadium = stage.state_at(float(t)), stage.stadium(78, 25)
        marks = labels(field, state, View())
        drawn = CourseView(stage).runners(float(t), stadium, stage.order_at(float(t)), marks)
        texts = {text for overlays in drawn.values() for _, text, _ in overlays}
        behind = state.standings[1].gap_metres or 0.0
        assert bool(marks.passed) == (370.0 <= behind < 405.0)
        named.append("lapping Birch" in texts)
        assert texts & ({"bir", "b"} if behind >= 400.0 else {"BIR", "B"})
    assert any(named)


def test_nobody_is_lapped_in_a_pool() -> None:
    course = Course(Surface.POOL, 25.0)
    field = race(entry("Ann Ash", 100.0), entry("Bea Birch", 150.0), distance=200.0, course=course)
    marks = labels(field, Stage(Timeline(field), LOOK).state_at(90.0), View())
    assert (marks.passed, marks.lapped) == (frozenset(), frozenset())


def test_on_a_straight_a_name_is_in_its_runners_row_and_no_band_is_below_it() -> None:
    names = "Ann Ash", "Bea Birch", "Cia Cedar", "Dot Dogwood"
    field = race(
        *(entry(name, 11.0 + at / 10, lane=at + 1) for at, name in enumerate(names)),
        distance=100.0,
        course=Course(Surface.STRAIGHT),
    )
    picture = picture_of(Timeline(field), LOOK)
    for chosen in range(4):
        shown = frame(picture, View(chosen=chosen), 5.0, Size(160, 50))
        assert "closeup" not in shown.pieces
        line = next(line for line in plain(shown.pieces["course"].rows).splitlines() if CODES[chosen] in line[5:])
        assert names[chosen].split()[1] in line


CODES = "ASH", "BIR", "CED", "DOG"


def test_everybody_stands_once_on_the_map_by_a_letter_or_by_three() -> None:
    names = "Ann Ash", "Bea Birch", "Cia Cedar", "Dot Dogwood", "Eve Elder"
    field = race(*(entry(name, 220.0 + at / 5) for at, name in enumerate(names)))
    stage = Stage(Timeline(field), LOOK)
    stadium, cast = stage.stadium(46, 14), stage.cast
    for t in range(60, 120, 5):
        marks = labels(field, stage.state_at(float(t)), View())
        found = CourseView(stage).runners(float(t), stadium, stage.order_at(float(t)), marks)
        texts = [text for overlays in found.values() for _, text, _ in overlays]
        assert [sum(texts.count(tag) for tag in tags) for tags in zip(cast.tags, cast.codes, strict=True)] == [1] * 5


def test_of_a_pack_the_first_have_three_letters_where_the_others_can_make_room_and_nobody_is_left_out_for_it() -> None:
    names = [f"{letter}oe {letter}{letter.lower()}son" for letter in "ABCDEFGHIJKL"]
    field = race(*(entry(name, 220.0 + at / 5) for at, name in enumerate(names)))
    stage = Stage(Timeline(field), LOOK)
    course, times = CourseView(stage), [float(t) for t in range(30, 215, 6)]
    for size, shares in {(75, 25): (0.9, 0.4, 0.0), (138, 38): (1.0, 0.8, 0.5), (50, 15): (0.2, 0.0, 0.0)}.items():
        stadium = stage.stadium(*size)
        told = [0, 0, 0]
        for t in times:
            order = stage.order_at(t)
            texts = [text for row in course.runners(t, stadium, order).values() for _, text, _ in row]
            told = [many + (stage.cast.codes[entry] in texts) for many, entry in zip(told, order[:3], strict=True)]
            drawn = sum(text in stage.cast.codes or text in stage.cast.tags for text in texts)
            assert drawn == len(names) or size == (50, 15)
        assert all(many >= share * len(times) for many, share in zip(told, shares, strict=True)), (size, told)


def test_the_band_says_by_how_much_it_was_won_or_that_two_had_the_same_time() -> None:
    same = (11.0, 2, "Birch in the same time"), (11.0, 1, "level with Birch")
    for second, place, told in ((11.04, 2, "by 0.04 s from Birch"), (11.005, 2, "by 0.005 s from Birch"), *same):
        runners = entry("Ann Ash", 11.0, place=1), entry("Bea Birch", second, place=place)
        timeline = Timeline(race(*runners, distance=100.0))
        band = Stage(timeline, LOOK).band(timeline.at(12.0))
        assert band is not None
        assert band.margins[0] == told
