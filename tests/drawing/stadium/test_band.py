"""The band across the picture when somebody has won."""

import pytest

from replay.cells.ink import Ink, difference
from replay.cells.rows import plain
from replay.drawing.course.stadium import paint
from replay.drawing.stadium.band import TALL, Band, across, banner_of
from replay.drawing.theme.look import Look, look_of
from replay.drawing.theme.palette import DARK, LIGHT
from replay.race.track import Oval, Road, Straight, Track
from tests.miles import CAST, LOOK

LOOKS = [look_of(DARK), look_of(LIGHT)]


def test_a_band_keeps_the_record_before_the_name_and_the_name_before_the_margin() -> None:
    band = Band(0, "3:42.66", "WORLD RECORD −0.47", ("by 3.03 s from Nuguse", "by 3.03 s"))

    def said(width: int) -> str:
        return " ".join(plain(banner_of(band, CAST, LOOK, width, 10).rows).split())

    assert said(80) == "1 KER KERR 3:42.66 WORLD RECORD −0.47 by 3.03 s from Nuguse"
    assert said(58) == "1 KER KERR 3:42.66 WORLD RECORD −0.47 by 3.03 s"
    assert said(50) == "1 KER KERR 3:42.66 WORLD RECORD −0.47"
    assert said(36) == "1 KER 3:42.66 WORLD RECORD −0.47"
    assert said(25) == "1 KER KERR 3:42.66"
    assert said(17) == "1 KER 3:42.66"


@pytest.mark.parametrize("track", [Straight(100.0, 8), Road(42195.0), Oval(1500.0)])
@pytest.mark.parametrize("size", [(36, 9), (50, 15), (66, 20), (74, 24), (138, 40)])
def test_a_band_covers_nobody_who_runs_and_keeps_its_words(track: Track, size: tuple[int, int]) -> None:
    stadium = paint(track, *size, DARK)
    whole = banner_of(Band(0, "10.16"), CAST, LOOK, *size)
    top, rows = across(whole, stadium, track.distance)
    assert "KER" in plain(rows)
    assert "10.16" in plain(rows)
    covered = range(top, top + len(rows))
    assert 0 <= top <= stadium.height - len(rows)
    if not isinstance(track, Oval):  # there it is on the back straight, where nobody runs at a finish
        ran = {int(y) for metres in range(0, int(track.distance) + 1, 50) for _, y in stadium.edges(float(metres))}
        assert not ran & set(covered), size


def test_where_there_is_room_the_place_is_large_and_the_whole_name_stands_above_the_time() -> None:
    band = Band(0, "3:42.66", "WORLD RECORD −0.47", ("by 3.03 s from Nuguse", "by 3.03 s"), "Josh Kerr", "GBR")

    def said(width: int, look: Look = LOOK) -> list[str]:
        rows = plain(banner_of(band, CAST, look, width, TALL).rows).splitlines()
        return [" ".join(row.split()) for row in rows]

    assert said(80) == ["▄▄ KER J O S H K E R R GBR", "█", "▀▀▀ 3:42.66 WORLD RECORD −0.47 by 3.03 s from Nuguse"]
    assert said(48) == ["▄▄ KER J O S H K E R R GBR", "█", "▀▀▀ 3:42.66 WORLD RECORD −0.47"]
    assert said(28) == ["▄▄ KER JOSH KERR", "█", "▀▀▀ 3:42.66"]
    assert said(18) == ["1 KER 3:42.66"]


@pytest.mark.parametrize(("look", "line"), [(look_of(DARK, ascii=True), "="), (look_of(DARK, coloured=False), "═")])
def test_where_no_ground_parts_the_band_from_the_course_lines_do(look: Look, line: str) -> None:
    rows = banner_of(Band(0, "3:42.66", "WORLD RECORD −0.47"), CAST, look, 60, TALL).rows
    above, said, below = plain(rows).splitlines()
    assert above == below == line * 60
    assert said == f"{line * 10} 1 KER KERR 3:42.66  WORLD RECORD −0.47 {line * 10}"
    assert len(banner_of(Band(0, "3:42.66"), CAST, look, 60, TALL - 1).rows) == 1


def test_a_name_whose_letters_are_not_one_cell_each_keeps_them_together() -> None:
    for whole in ("Nordås".replace("å", "a\u030a"), "田中 希実"):
        band = Band(0, "4:20.11", whole=whole)
        assert whole.upper() in plain(banner_of(band, CAST, LOOK, 80, TALL).rows)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("height", [10, TALL])
def test_a_winner_in_the_colour_of_the_band_has_his_letters_on_black(look: Look, height: int) -> None:
    """A gold one had a tag that nobody could see."""
    accent = look.theme.board_accent
    cast = CAST._replace(chips=(Ink(0x000000, accent + 3, bold=True), *CAST.chips[1:]))
    inks = {
        ink for row in banner_of(Band(0, "3:42.66"), cast, look, 80, height).rows for text, ink in row if "KER" in text
    }
    assert all(ink.bg is not None and difference(ink.bg, accent) > 0.12 for ink in inks if ink.fg == accent + 3)
    assert any(ink.fg == accent + 3 for ink in inks)
