"""The first three on their steps."""

from replay.cells.ink import Ink
from replay.cells.rows import plain, row_width
from replay.drawing.pages.podium import LEAST, Step, podium_rows

INKS = Ink(0xFFFFFF, 0x103020), Ink(0xA0A0A0, 0x103020), Ink(0xF4C04E, 0x103020, bold=True)
VESTS = 0x4FB0FF, 0xFF4F4F, 0x4FFF9A


def steps(*names: str) -> list[Step]:
    return [
        Step(str(at + 1), name, f"3:4{at}.00", Ink(0, VESTS[at]), name[:3].upper(), (VESTS[at],) * 6)
        for at, name in enumerate(names)
    ]


def test_the_winner_is_in_the_middle_and_highest_and_all_have_their_names() -> None:
    for width, height in ((60, LEAST), (90, 18), (138, 30), (220, 40)):
        rows = podium_rows(steps("Anna Ash", "Bea Birch", "東京 太郎"), INKS, 0x405040, width, height)
        assert [row_width(row) for row in rows] == [width] * height
        lines = [plain([row]) for row in rows]
        where = [
            next((y, line.index(name)) for y, line in enumerate(lines) if name in line)
            for name in ("Anna Ash", "Bea Birch", "東京 太郎")
        ]
        assert where[1][1] < where[0][1] < where[2][1]
        assert where[0][0] < where[1][0] <= where[2][0]
        heads = [min(y for y, row in enumerate(rows) if any(ink.fg == vest for _, ink in row)) for vest in VESTS]
        assert heads[0] < heads[1] <= heads[2]
        assert heads[0] >= 0
    assert not plain(podium_rows(steps("Ash"), INKS, 0x405040, 90, LEAST - 1)).strip()


def test_of_two_the_winner_is_the_one_further_right_and_one_stands_alone() -> None:
    two = "\n".join(plain([row]) for row in podium_rows(steps("Ash", "Birch"), INKS, 0x405040, 90, 20))
    assert [line.index("Birch") < 45 for line in two.split("\n") if "Birch" in line] == [True]
    assert [line.index("Ash") > 40 for line in two.split("\n") if "Ash" in line] == [True]
    alone = plain(podium_rows(steps("Ash"), INKS, 0x405040, 90, 20))
    assert "3:40.00" in alone


def test_where_every_step_has_room_the_places_are_large() -> None:
    large = plain(podium_rows(steps("Ash", "Birch", "Cole"), INKS, 0x405040, 90, 26))
    assert "▄▄▄" in large
    assert " 1 " not in large
    assert " 1 " in plain(podium_rows(steps("Ash", "Birch", "Cole"), INKS, 0x405040, 90, 20))
