"""Characters as shapes, compared with what Unicode calls them."""

import unicodedata

import pytest

from replay.export.shapes import THICK, THIN, Shape, shapes_of
from tests.together import together

BLOCKS = [chr(code) for code in range(0x2580, 0x25A0)]
BRAILLE = [chr(code) for code in range(0x2801, 0x2900)]


def area(char: str) -> float:
    """How much of its cell a character of boxes covers."""
    shapes = shapes_of(char)
    assert shapes is not None
    boxes = [shape.numbers for shape in shapes if shape.kind == "box"]
    assert len(boxes) == len(shapes)
    return sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)


def named_share(char: str) -> float:
    """How much of its cell a block covers, by its name."""
    name = unicodedata.name(char)
    if "SHADE" in name or name == "FULL BLOCK":
        return 1.0
    if "QUADRANT" in name:
        return 0.25 * sum(name.count(word) for word in ("UPPER", "LOWER"))
    eighths = {"ONE EIGHTH": 1, "ONE QUARTER": 2, "THREE EIGHTHS": 3, "FIVE EIGHTHS": 5, "THREE QUARTERS": 6,
               "SEVEN EIGHTHS": 7, "HALF": 4}  # fmt: skip
    return next(count for words, count in eighths.items() if words in name) / 8


@together("char", BLOCKS)
def test_a_block_covers_what_its_name_says(char: str) -> None:
    assert area(char) == pytest.approx(named_share(char))


@together("char", ["▄", "▂", "▁", "▙", "▟", "▖", "▗"])
def test_lower_blocks_stand_on_the_bottom(char: str) -> None:
    assert max(shape.numbers[3] for shape in shapes_of(char) or ()) == 1.0


def test_braille_has_the_dots_that_its_name_counts() -> None:
    for char in BRAILLE:
        shapes = shapes_of(char)
        assert shapes is not None
        assert len(shapes) == len(unicodedata.name(char).rpartition("-")[2])
        assert {shape.kind for shape in shapes} == {"dot"}


def test_dots_one_to_eight_stand_where_they_are_counted() -> None:
    places = {}
    for number, code in enumerate((1, 2, 4, 8, 16, 32, 64, 128), 1):
        (dot,) = shapes_of(chr(0x2800 + code)) or ()
        places[number] = dot.numbers[:2]
    assert places[1][0] == places[2][0] == places[3][0] == places[7][0] < places[4][0]
    assert places[4][0] == places[5][0] == places[6][0] == places[8][0]
    assert [places[number][1] for number in (1, 2, 3, 7)] == sorted(places[number][1] for number in (4, 5, 6, 8))


@together(("char", "sides"), [
    ("─", "left right"), ("┃", "top bottom"), ("╭", "right bottom"), ("╯", "left top"), ("┿", "left right top bottom"),
])  # fmt: skip
def test_lines_reach_the_edges_that_they_join(char: str, sides: str) -> None:
    boxes = [shape.numbers for shape in shapes_of(char) or ()]
    reached = {"left": min(box[0] for box in boxes) == 0, "top": min(box[1] for box in boxes) == 0,
               "right": max(box[2] for box in boxes) == 1, "bottom": max(box[3] for box in boxes) == 1}  # fmt: skip
    assert {side for side, met in reached.items() if met} == set(sides.split())


def test_heavy_lines_are_thicker() -> None:
    assert area("┃") == pytest.approx(THICK)
    assert area("│") == pytest.approx(THIN)


def test_letters_are_left_to_fonts_and_blanks_to_nobody() -> None:
    assert [shapes_of(char) for char in "aÉ→°·❝日"] == [None] * 7
    assert shapes_of("é") is None
    assert shapes_of(" ") == shapes_of("⠀") == ()


def test_every_shape_stays_in_its_cell() -> None:
    for char in map(chr, range(0x2500, 0x2900)):
        for shape in shapes_of(char) or ():
            assert all(-1e-9 <= value <= 1 + 1e-9 for value in _extent(shape)), char


def _extent(shape: Shape) -> list[float]:
    if shape.kind != "dot":
        return list(shape.numbers)
    x, y, radius = shape.numbers
    return [x - radius, x + radius, y - radius / 2, y + radius / 2]
