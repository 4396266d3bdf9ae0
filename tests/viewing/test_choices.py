"""What may be drawn beside the runners: the next of each choice, and what is said where there is none."""

from replay.drawing.view import View
from replay.race.pacelights import PaceLight
from replay.viewing.choices import chosen_next, next_lights, other_marks
from tests.together import together


def test_splits_are_at_the_ends_of_laps_or_where_times_were_taken_if_there_are_others() -> None:
    none = other_marks(View(), True, 0)
    assert (none.view, none.told) == (View(chart="splits"), "no times were taken but at the ends of laps")
    marks, laps = other_marks(View(columns=3), False, 9), other_marks(View(), True, 9)
    assert (marks.view.every_mark, marks.view.columns) == (True, None)
    assert marks.told == "splits at the 9 marks where times were taken"
    assert (laps.view.every_mark, laps.told) == (False, "splits at the ends of laps")


def test_pace_lights_come_one_after_the_other_and_then_none() -> None:
    record, winner = PaceLight("world record", 223.13, "3:43.13", "A B"), PaceLight("2023 winning time", 230.0, "3:50")
    told, view = [], View()
    for _ in range(3):
        view, words = next_lights(view, [record, winner])
        told.append(words)
    assert view.light is None
    assert told == [
        "pace lights: world record 3:43.13 (A B), even pace",
        "pace lights: 2023 winning time 3:50, even pace",
        "pace lights off",
    ]
    assert next_lights(View(light=PaceLight("typed", 240.0, "4:00")), [record]).view.light is record
    assert next_lights(view, []).view is view
    assert "the file has no records" in next_lights(view, []).told


@together(
    ("chosen", "way", "then"),
    [(None, 1, 4), (None, -1, 6), (4, 1, 5), (4, -1, 4), (6, 1, 6), (5, -1, 4), (9, 1, 4), (5, 9, 6)],
)
def test_the_next_to_be_chosen_is_beside_in_the_order_and_nobody_is_passed_its_ends(
    chosen: int | None, way: int, then: int
) -> None:
    assert chosen_next(View(chosen=chosen), [4, 5, 6], way) == then
    assert chosen_next(View(chosen=chosen), [], way) == chosen
