"""The winner's laps as bars."""

from replay.cells.rows import plain
from replay.drawing.pages.lapbars import Lap, lap_bars
from tests.miles import LOOK

LAPS = [Lap("400", "62.0", 6.45), Lap("800", "64.0", 6.25), Lap("1200", "60.0", 6.67)]
INKS = LOOK.strong, LOOK.muted


def test_the_quickest_lap_is_the_highest_and_each_has_its_time_below_it() -> None:
    rows = [plain([row]) for row in lap_bars("laps of Kerr", LAPS, INKS, LOOK, (40, 6))]
    assert rows[0] == "laps of Kerr"
    assert rows[-2].split() == ["62.0", "64.0", "60.0"]
    assert rows[-1].split() == ["400", "800", "1200"]
    assert rows[1].split() == ["████"], "no other is as high"
    assert rows[3].startswith("████  ▆▆▆▆  ████")


def test_of_more_than_there_is_room_for_the_quickest_and_the_slowest_are_told_and_too_little_room_has_none() -> None:
    rows = [plain([row]) for row in lap_bars("", LAPS * 8, INKS, LOOK, (40, 4))]
    assert len(rows[1]) == 24
    assert rows[-1] == "quickest 60.0 (to 1200), slowest 64.0"
    told = [plain([lap_bars("", LAPS * 8, INKS, LOOK, (width, 4))[-1]]).strip() for width in (60, 36)]
    assert told == ["the quickest 60.0 (to 1200), the slowest 64.0 (to 800)", "60.0 to 64.0"]
    assert lap_bars("", LAPS, INKS, LOOK, (40, 3)) == []
    assert lap_bars("", LAPS[:1], INKS, LOOK, (40, 9)) == []
