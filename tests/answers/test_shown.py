"""A race as text: where splits were taken."""

from replay.answers.shown import show_text
from tests.files.table.test_reader import reading


def test_points_are_in_metres_but_for_what_nobody_measures_in_them() -> None:
    race = reading(
        "# event: 2 miles\nname,440y,1 mile,finish\nAda,1:02.1,4:15.0,8:35.2\nBea,1:02.2,4:15.5,8:36.0\n"
    ).race
    assert race is not None
    shown = show_text(race)
    assert "440 yd 1:02.1" in shown
    assert "1 mi 4:15.0" in shown


def test_without_places_those_of_the_times_are_shown_and_no_guesses() -> None:
    race = reading("# event: 5000m\nname,finish\nAda,18:02\nBea,17:35\nCia,18:02\nDot,18:40\nEva,DNF\n").race
    assert race is not None
    shown = [line.split()[:2] for line in show_text(race).splitlines() if line.startswith("  ")]
    assert shown == [["1", "Bea"], ["2", "Ada"], ["2", "Cia"], ["4", "Dot"], ["-", "Eva"]]
