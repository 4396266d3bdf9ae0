"""Charts over the distance, as text."""

import math

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.rows import plain, row_width
from replay.drawing.panels.plot import Cursor, Drawn, Plot, plot_rows, scale_of
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from tests.builders import entry, race
from tests.together import together

LOOK, PLAIN = look_of(DARK), look_of(DARK, True)
FIELD = race(*(entry(name, 100.0) for name in ("Ann Ash", "Bea Birch", "Cat Cedar", "Dot Dogwood")))
CAST = cast_of(FIELD, LOOK)
MARKS = ((0.25, "400"), (0.75, "bell"), (1.0, "finish"))


def plot(*lines: tuple[float, ...], samples: int = 60, whole: bool = False, up: bool = False) -> Plot:
    drawn = tuple(Drawn(at, values, at == 0) for at, values in enumerate(lines))
    return Plot("seconds behind", drawn, samples, MARKS, up, whole)


FOUR = plot(*(tuple(rate * at / 60 for at in range(60)) for rate in (0.0, 0.2, 3.0, 5.1)))


def shown(what: Plot, width: int = 80, height: int = 20) -> list[str]:
    return plain(plot_rows(what, CAST, LOOK, width, height)).splitlines()


def test_heading_scale_and_marks_stand_round_the_lines() -> None:
    lines = shown(FOUR)
    assert lines[0].startswith(" seconds behind")
    assert lines[1][:7].strip() == "0"
    assert [word for word in ("400", "bell", "finish") if word in lines[-1]] == ["400", "bell", "finish"]
    assert any("⠁" <= char <= "⣿" for char in "".join(lines))


@together(("width", "height"), [(40, 8), (80, 20), (140, 40)])
def test_everybody_has_his_tag_however_near_they_end(width: int, height: int) -> None:
    level = plot(*((0.0,) * 60 for _ in range(4)))
    text = "\n".join(shown(level, width, height)[1:-1])
    assert all(tag in text for tag in CAST.tags)


def test_who_has_no_room_at_his_lines_end_keeps_his_letters_further_along() -> None:
    out = plot((0.0,) * 60, (0.0,) * 30, (0.0,) * 30, (0.0,) * 30)
    text = "\n".join(shown(out, 120, 4)[1:-1])
    assert all(code in text for code in CAST.codes)


def test_the_front_has_the_colour_of_who_led_there_and_not_of_who_came_to_it() -> None:
    led, behind = (0.0,) * 30 + (math.nan,) * 30, (0.01,) * 30 + (0.0,) * 30
    first = plot_rows(plot(behind, led, (5.0,) * 60), CAST, LOOK, 80, 20)[1]
    inks = [ink for text, ink in first for char in text if "⠁" <= char <= "⣿"]
    assert inks[0].fg != CAST.colours[0]
    assert inks[-1].fg == CAST.colours[0]


def test_where_nothing_is_seen_it_says_why_and_has_no_scale() -> None:
    lines = shown(plot((math.nan,) * 60)._replace(empty="not yet"))
    assert [line.strip() for line in lines if "not yet" in line] == ["not yet"]
    assert not any(line[:6].strip() for line in lines[1:-1])


def test_who_is_beyond_what_the_scale_has_to_hold_is_marked_with_how_far_he_is() -> None:
    lines = shown(
        plot(*(tuple(rate * at / 59 for at in range(60)) for rate in (0.0, 0.2, 3.0, 71.0)))._replace(most=3.0)
    )
    assert [line[:7].strip() for line in lines[1:-1] if line[:7].strip()][-1] == "3.0"
    assert f"▾{CAST.codes[3]} 1:11" in lines[-2]
    assert len([line for line in lines if "▾" in line]) == 1


def test_who_is_looked_at_has_his_name() -> None:
    text = "\n".join(shown(FOUR))
    assert CAST.names[0] in text
    assert CAST.names[2] not in text


def test_of_places_the_scale_begins_with_the_first() -> None:
    lines = shown(plot((1.0,) * 60, (2.0,) * 60, (3.0,) * 60, whole=True))
    assert lines[1][:7].strip() == "1"


def test_more_speed_is_higher() -> None:
    lines = shown(plot((5.0,) * 60, (7.0,) * 60, up=True))
    rows = [next(y for y, line in enumerate(lines) if tag in line[10:]) for tag in CAST.tags[:2]]
    assert rows[0] > rows[1]


def test_without_unicode_there_are_only_plain_characters() -> None:
    rows = plot_rows(FOUR, cast_of(FIELD, PLAIN), PLAIN, 80, 20)
    assert plain(rows).isascii()


values = st.lists(st.one_of(st.just(math.nan), st.floats(-4000, 4000)), min_size=30, max_size=30).map(tuple)


@given(st.lists(values, max_size=4), st.integers(1, 160), st.integers(1, 50), st.booleans(), st.booleans())
def test_a_chart_has_its_size_whatever_it_shows(
    lines: list[tuple[float, ...]], width: int, height: int, up: bool, whole: bool
) -> None:
    what = plot(*lines, samples=30, up=up, whole=whole)
    rows = plot_rows(what, CAST, LOOK, width, height)
    assert len(rows) == height
    assert {row_width(row) for row in rows} == {width}
    scale = scale_of(what, max(height, 1))
    assert all(-1e-6 <= scale.share(v) <= 1 + 1e-6 for line in lines for v in line if v == v)


def test_from_a_minute_on_the_scale_has_minutes() -> None:
    lines = shown(plot(tuple(4.0 * at for at in range(60))))
    assert any(line[:7].strip() == "2:00" for line in lines)


def test_a_cursor_is_a_line_and_what_is_read_there_stands_above() -> None:
    lines = shown(FOUR._replace(cursor=Cursor(0.5, "400 m", ((2, "+1.5"), (0, "+0.0")))))
    assert lines[0].startswith(f" 400 m  {CAST.codes[2]} +1.5")
    x = 7 + int(0.5 * (80 - 7 - 10))
    assert sum(line.ljust(80)[x] == "│" for line in lines) > 10


def test_a_wrong_split_does_not_flatten_all_speeds() -> None:
    lines = (Drawn(0, (6.0, 6.1, 15.0, 6.0, 5.9), True),)
    narrow = scale_of(Plot("", lines, 5, (), up=True, near=1.5), 12)
    assert narrow.high < 10.0
    assert narrow.dot(15.0, 12) == narrow.dot(narrow.high, 12) == 0
    assert scale_of(Plot("", lines, 5, (), up=True), 12).high >= 15.0


def test_minutes_are_minutes_ahead_and_behind() -> None:
    labels = "".join(shown(plot((-100.0, 0.0, 130.0), samples=3), 60, 24))
    assert " -1:00 " in labels
    assert " 1:00 " in labels


def test_the_letters_of_those_who_end_near_each_other_stand_in_the_order_of_their_lines() -> None:
    near = plot(*((value,) * 60 for value in (2.0, 2.1, 3.2, 3.4)))
    lines = shown(near._replace(lines=near.lines[::-1], least=9.0))
    ends = [code for line in lines[1:-1] for code in CAST.codes if code in line]
    assert ends == list(CAST.codes)
