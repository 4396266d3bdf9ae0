"""Where the letters at the ends of lines stand."""

from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.panels.ends import End, Placed, placed

COLUMN = 40


def level(*rows: int, x: int = COLUMN, named: int = 0) -> list[End]:
    return [End(at, row, x, 3, named) for at, row in enumerate(rows)]


def by_entry(found: list[Placed]) -> dict[int, Placed]:
    return {one.entry: one for one in found}


def cells_of(one: Placed, ends: list[End]) -> set[tuple[int, int]]:
    end = next(end for end in ends if end.entry == one.entry)
    cells = 1 if one.short else end.named if one.named else end.letters
    return {(one.row, x) for x in range(one.x, one.x + cells)}


def test_who_is_alone_stands_at_his_lines_end_with_his_name() -> None:
    assert placed(level(4, named=9), 12, 60) == [Placed(0, 4, COLUMN, named=True, short=False)]
    assert placed(level(4, named=9), 12, 46) == [Placed(0, 4, COLUMN, named=False, short=False)]


def test_those_who_are_level_move_aside_as_much_up_as_down_and_keep_their_order() -> None:
    found = by_entry(placed(level(5, 5, 5), 12, 43))
    assert [found[at].row for at in range(3)] == [4, 5, 6]


def test_of_one_more_than_there_are_rows_two_share_a_row_and_all_others_stand_at_their_lines_ends() -> None:
    rows = [0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11]
    found = by_entry(placed(level(*rows), 12, 60))
    assert [found[at].row for at in range(13)] == rows


def test_at_the_edge_they_move_the_other_way() -> None:
    assert [by_entry(placed(level(0, 0, 0), 12, 43))[at].row for at in range(3)] == [0, 1, 2]
    assert [by_entry(placed(level(11, 11, 11), 12, 43))[at].row for at in range(3)] == [9, 10, 11]


def test_where_many_are_level_they_share_rows_and_none_is_far_from_his_line() -> None:
    ends = level(*(6,) * 12)
    found = placed(ends, 13, 56)
    assert len(found) == 12
    assert all(abs(one.row - 6) <= 2 for one in found)
    assert [one.entry for one in sorted(found, key=lambda one: (one.row, one.x))] == list(range(12))


def test_where_there_are_no_rows_for_three_letters_there_is_one_each() -> None:
    found = placed(level(0, 0, 0, 0), 1, 47)
    assert all(one.short for one in found)
    assert sorted(one.x for one in found) == [40, 42, 44, 46]  # with blanks between: letters that touch are a word


def test_who_matters_least_is_left_out_where_nobody_else_could_be() -> None:
    assert sorted(one.entry for one in placed(level(0, 0, 0, x=0), 1, 3)) == [0, 1]
    assert placed([], 5, 10) == placed(level(1), 0, 10) == []


ends_of = st.lists(st.tuples(st.integers(0, 11), st.integers(7, 60)), max_size=24)


@given(ends_of)
def test_nobody_covers_another_and_who_is_in_the_way_of_another_keeps_his_order(where: list[tuple[int, int]]) -> None:
    ends = [End(at, row, x, 3) for at, (row, x) in enumerate(where)]
    found = placed(ends, 12, 76)
    assert sorted(one.entry for one in found) == list(range(len(ends))), "there is room for everybody"
    taken = [cells_of(one, ends) for one in found]
    assert len(set().union(*taken)) == sum(map(len, taken)), "in cells of his own"
    assert all(0 <= row < 12 and 0 <= x < 76 for cells in taken for row, x in cells)
    at = by_entry(found)
    for one in ends:
        for other in ends:
            if one.row < other.row - 1 and abs(at[one.entry].x - at[other.entry].x) < 3:
                assert at[one.entry].row < at[other.entry].row
