"""The photo finish, as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.rows import plain, row_width
from replay.drawing.panels.photo import Crossing, Photo, photo_rows
from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.track import track_of
from tests.builders import entry, race

FIELD = race(*(entry(name, 100.0) for name in ("Ann Ash", "Bea Birch", "Cat Cedar", "Dot Dogwood")))
SCENES = {
    plain: Scene(FIELD, cast_of(FIELD, look_of(DARK, plain)), look_of(DARK, plain), track_of(FIELD))
    for plain in (False, True)
}


def photo(*behind: float, mark: str = "") -> Photo:
    crossings = (
        Crossing(at, str(at + 1), gap, f"{mark}+{gap:.2f}" if at else "3:27.65", 1500.0, 207.65 + gap)
        for at, gap in enumerate((0.0, *behind))
    )
    return Photo(tuple(crossings), 7.5)


def lines(of: Photo, width: int = 100, height: int = 16, *, ascii_only: bool = False) -> list[str]:
    return plain(photo_rows(of, SCENES[ascii_only], width, height)).splitlines()


@given(st.integers(20, 220), st.integers(9, 40), st.lists(st.floats(0, 1.0), min_size=1, max_size=3), st.booleans())
def test_a_photo_is_as_large_as_its_panel(width: int, height: int, behind: list[float], ascii_only: bool) -> None:
    rows = photo_rows(photo(*sorted(behind)), SCENES[ascii_only], width, height)
    assert [row_width(row) for row in rows] == [width] * height


@pytest.mark.parametrize("ascii_only", [False, True])
def test_it_names_the_first_three_and_says_what_it_is_drawn_from(ascii_only: bool) -> None:
    shown = lines(photo(0.04, 0.11), ascii_only=ascii_only)
    assert "Ash from Birch by 0.04 s, ~0.3 m (drawn from the times)" in shown[0]
    assert "1 ASH Ash 3:27.65" in shown[1]
    assert "2 BIR Birch +0.04" in shown[2]
    assert "3 CED Cedar +0.11" in shown[3]


@pytest.mark.parametrize("width", [40, 50, 70, 100, 150])
def test_at_every_width_it_says_what_it_is_drawn_from(width: int) -> None:
    title = lines(photo(0.14, 0.15), width)[0]
    assert "drawn from the times" in title, title
    assert "0.14 s" in title, title


def test_who_is_earlier_is_further_right_and_a_hundredth_is_seen() -> None:
    shown = lines(photo(0.01, 0.02, 0.03), 120)
    first, second, third = (shown[1 + at].rindex("╮") for at in range(3))
    assert first > second > third


def test_a_fourth_has_his_letters_above_his_head_and_the_scale_has_hundredths() -> None:
    *picture, foot = lines(photo(0.05, 0.1, 0.4))
    (letters,) = (y for y, line in enumerate(picture) if "DOG" in line)
    x = picture[letters].index("DOG") + 1
    assert picture[letters + 1][x - 3 : x + 4].strip(), "the head"
    assert not picture[letters - 1][x - 3 : x + 4].strip()
    assert foot.rstrip("─┴").endswith("0")
    assert "+0.10" in foot


def test_what_was_worked_out_says_so() -> None:
    assert "~+0.11" in lines(photo(0.04, 0.11, mark="~"))[3]
