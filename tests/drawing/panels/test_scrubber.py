"""The scrubber: what it marks beforehand, and where a click leads."""

from replay.cells.rows import plain
from replay.drawing.panels.scrubber import Scrub, column, scrubber_rows, share_at
from tests.miles import LOOK


def test_the_scrubber_marks_what_is_known_beforehand_and_no_moment_to_come() -> None:
    scrub = Scrub(1609.344, 800.0, 0.0, ((409.344, "409"), (1209.344, "bell")), (500.0,))
    bar, labels = plain(scrubber_rows(scrub, LOOK, 80)).splitlines()
    head = bar.index("●")
    assert bar.count("◆") == 1
    assert bar.index("◆") < head < bar.index("┃")
    assert "bell" in labels
    assert "finish" in labels


def test_a_click_on_the_scrubber_is_the_inverse_of_where_the_head_is() -> None:
    for metres in (0.0, 400.0, 1000.0, 1600.0):
        x = column(Scrub(1609.344, metres, 0.0, (), ()), 100)
        share, _ = share_at(x, 100)
        assert abs(share * 1609.344 - metres) < 1609.344 / 90


def test_bookmarks_stand_on_it_ahead_too() -> None:
    scrub = Scrub(1609.344, 800.0, 0.0, (), (), bookmarks=(400.0, 1200.0))
    bar = plain(scrubber_rows(scrub, LOOK, 80)).splitlines()[0]
    assert bar.count("▼") == 2
    assert bar.index("▼") < bar.index("●") < bar.rindex("▼")


def test_the_bell_has_its_label_however_close_the_finish_is_and_a_lap_gives_way_to_it() -> None:
    marks = ((2618.688, "lap 14"), (2818.688, "lap 15"), (3018.688, "bell"))
    for width in (60, 78, 98, 118, 198):
        bar, labels = plain(scrubber_rows(Scrub(3218.688, 100.0, 0.0, marks, ()), LOOK, width)).splitlines()
        at = labels.index("bell")
        assert at <= int(3018.688 / 3218.688 * bar.index("┃")) <= at + len("bell")
        assert labels[at + len("bell")] == " "
        assert "finish" in labels
