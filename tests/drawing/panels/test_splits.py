"""The table of splits, as text."""

import re

from replay.cells.rows import plain, row_width
from replay.drawing.panels.splits import Cell, Line, Table, columns_of, pointed_at, splits_rows
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import Look, look_of
from replay.drawing.theme.palette import DARK
from tests.builders import entry, race
from tests.together import together

LOOK, PLAIN = look_of(DARK), look_of(DARK, True)
FIELD = race(*(entry(name, 100.0) for name in ("Ann Ash", "Bea Birch", "Cat Cedar", "Dot Dogwood")))
CAST = cast_of(FIELD, LOOK)


def cell(seconds: int, **more: bool) -> Cell:
    return Cell(f"1:{seconds:02}.0", "1", f"{seconds}.0", "+0.1", **more)


def table(marks: int, by: tuple[int, bool] | None = None, chosen: int | None = None) -> Table:
    heads = tuple((f"{400 * at} m", f"lap {at}") for at in range(1, marks + 1))
    cells = tuple(cell(10 + at, best=at == 1) for at in range(marks))
    lines = tuple(Line(at, str(at + 1), cells, tuple(n / marks for n in range(marks))) for at in range(4))
    return Table("splits", heads, lines, by, chosen, ("* best",))


def shown(what: Table, width: int, height: int = 12) -> list[str]:
    return plain(splits_rows(what, CAST, LOOK, width, height)).splitlines()


def test_a_runner_has_his_splits_and_below_his_laps_and_gaps() -> None:
    lines = shown(table(2), 80)
    assert "400 m" in lines[1]
    assert "lap 2" in lines[2]
    assert "1:10.0 1" in lines[3]
    assert CAST.names[0] in lines[3]
    assert "11.0* +0.1" in lines[4]
    assert lines[-1] == " * best"


@together(("width", "height"), [(24, 7), (50, 13), (74, 20), (140, 44), (5, 2)])
@together("look", [LOOK, PLAIN])
def test_it_fills_its_panel_exactly(width: int, height: int, look: Look) -> None:
    rows = splits_rows(table(12), CAST, look, width, height)
    assert [row_width(row) for row in rows] == [width] * height


def test_cells_that_no_column_needs_go_to_the_names() -> None:
    long, columns = columns_of(table(2)._replace(longest=20), 80), columns_of(table(2), 80)
    assert (long.left - columns.left, long.widths) == (13, columns.widths)
    long, columns = columns_of(table(9)._replace(longest=20), 80), columns_of(table(9), 80)
    assert long.left + sum(long.widths) == 79
    assert long.widths == columns.widths


def test_a_name_is_not_cut_beside_blanks_of_the_first_column() -> None:
    cells = (Cell("8:03.5", "1", "1:00.62", "+10.12"),)
    what = table(1)._replace(lines=(Line(3, "1", cells, (0.1, 0.2)),))
    assert "Dogwood" in shown(what, 31)[3], shown(what, 31)
    assert not set("▁▂▃▄▅▆▇█") & set(shown(what, 31)[4]), "two laps have no shape"


def test_what_was_reached_last_stays_and_the_rest_is_counted() -> None:
    lines = shown(table(12), 60)
    assert "4800 m" in lines[1]
    assert "more" in lines[1]
    assert " 400 m" not in lines[1]


def test_the_column_that_sorts_is_there_and_is_marked() -> None:
    lines = shown(table(12, (1, True)), 60)
    assert "lap 2▾" in lines[2]
    assert "4800 m" not in lines[1]


def test_marks_that_nobody_reached_have_their_columns_where_there_is_room_for_all() -> None:
    lines = (Line(0, "1", (cell(10), None, None), (0.5, None, None)),)
    early, late = (shown(what, 100) for what in (table(3)._replace(lines=lines), table(3)))
    assert early[1:3] == late[1:3], "no column moves as the race goes on"
    assert "800 m" not in shown(table(3)._replace(lines=lines), 40)[1]
    assert columns_of(table(3)._replace(lines=()), 100).first == 0


def test_the_chosen_runner_is_in_sight() -> None:
    assert "Dogwood" in "\n".join(shown(table(2, chosen=3), 80, 8))
    assert "Dogwood" not in "\n".join(shown(table(2), 80, 8))


def test_the_faster_a_lap_the_higher_its_bar() -> None:
    lower = shown(table(8), 80)[4]
    assert lower.split()[0] == "▁▂▃▄▅▆▇█"
    assert shown(table(8)._replace(lines=(Line(0, "", (), ()),)), 80)[4].strip() == ""


def test_a_head_and_a_runner_can_be_pointed_at() -> None:
    what, size = table(3), (80, 12)
    columns = columns_of(what, 80)
    x = columns.left + columns.widths[0] + 2
    assert pointed_at(what, x, 1, size) == (1, False)
    assert pointed_at(what, x, 2, size) == (1, True)
    assert pointed_at(what, 3, 6, size) == 1
    assert [pointed_at(what, 3, y, size) for y in (0, 1, 11)] == [None] * 3


def test_who_has_no_row_is_counted_and_a_narrow_table_cuts_names_before_it_leaves_them_out() -> None:
    what = table(1)._replace(lines=tuple(line._replace(entry=3) for line in table(1).lines))
    lines = shown(what, 24, 8)
    assert lines[-1] == " … 2 more; * best"
    assert re.search(r"DOG Do\w*…|DOG Dogwood", lines[3]), lines
    assert shown(what, 24)[-1] == " * best"
