from string import ascii_uppercase

from replay.cells.rows import plain
from replay.drawing.view import View
from replay.race.track import track_of
from replay.state import timeline_of
from replay.viewing.laps import laps_of, marks_of
from replay.viewing.stage import Stage
from tests.builders import entry, race
from tests.miles import LOOK

FIELD = race(*(entry(f"{letter}ano", 1700.0 + at) for at, letter in enumerate(ascii_uppercase[:25])), distance=10000.0)


def test_of_many_laps_only_some_have_marks_and_a_race_for_distance_has_no_bell() -> None:
    track = track_of(FIELD)
    assert [label for _, label in laps_of(track)][1:3] == ["lap 2", "lap 3"]
    marks = marks_of(track, timed=False)
    assert marks[:2] == ((1600.0, "lap 5"), (3200.0, "lap 9"))
    assert marks_of(track, timed=True) == marks[:-1]
    assert marks[-1] == (9600.0, "bell")


def test_the_chart_of_a_long_race_says_how_far_it_goes_and_nobody_is_left_out() -> None:
    stage = Stage(timeline_of(FIELD), LOOK)
    for t, lap in ((0.0, "50 m"), (30.0, "200 m"), (150.0, "900 m")):
        text = plain(stage.charted(t, View(), 62, 24).draw())
        assert text.split()[-2:] == lap.split()
        assert [code for code in stage.cast.codes if code not in text] == [], text
