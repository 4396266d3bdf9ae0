"""Courses in plain characters."""

from replay.cells.depth import Depth
from replay.cells.rows import plain
from replay.drawing.course.stadium import paint
from replay.drawing.theme.themes import theme_of
from tests.drawing.pictures import SIZES, TRACKS
from tests.together import together


@together("kind", list(TRACKS))
def test_the_characters_are_the_same_however_many_colours_there_are(kind: str) -> None:
    for width, height in SIZES:
        every = {
            plain(paint(TRACKS[kind], width, height, theme_of(light, depth, palette), ascii=True).rows)
            for light in (False, True)
            for depth in Depth
            for palette in ("usual", "contrast")
        }
        assert len(every) == 1


@together("depth", [Depth.SIXTEEN, Depth.EIGHT_BIT, Depth.TRUE])
def test_what_is_drawn_has_colours_of_the_terminal(depth: Depth) -> None:
    theme = theme_of(False, depth)
    known = {value for value in theme if isinstance(value, int)} | {None}
    for track in TRACKS.values():
        inks = {ink for row in paint(track, 80, 28, theme, ascii=True).rows for _, ink in row}
        assert {colour for ink in inks for colour in (ink.fg, ink.bg)} <= known
