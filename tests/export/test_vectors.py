"""A picture as vectors, read with an XML parser."""

from xml.etree import ElementTree

from replay.cells.ink import Ink, Row
from replay.cells.rows import row_width
from replay.drawing.theme.palette import DARK
from replay.export.vectors import HIGH, WIDE, drawn, line_of
from replay.viewing.frame import Size
from tests.together import together

NAMESPACE = "{http://www.w3.org/2000/svg}"
WHITE = Ink(0xFFFFFF, 0x101010)


def read(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def pictured(*rows: Row) -> ElementTree.Element:
    return read(drawn(rows, Size(row_width(rows[0]), len(rows)), DARK, "A & B"))


def test_it_is_as_large_as_its_cells() -> None:
    root = pictured((("abc", WHITE),), (("abc", WHITE),))
    assert root.get("viewBox") == f"0 0 {3 * WIDE} {2 * HIGH}"
    assert root.findtext(f"{NAMESPACE}title") == "A & B"


def test_text_is_held_to_its_cells_and_what_xml_needs_is_escaped() -> None:
    (text,) = pictured((("  <a & b>  ", WHITE),)).iter(f"{NAMESPACE}text")
    assert text.text == "<a & b>"
    assert (text.get("x"), text.get("textLength")) == (str(2 * WIDE), str(7 * WIDE))


def test_blocks_side_by_side_are_one_box() -> None:
    paths = [path.get("d") for path in pictured((("▄▄▄", WHITE),)).iter(f"{NAMESPACE}path")]
    assert paths == ["M0 0h30v20h-30z", "M0 10h30v10h-30z"]


def test_shades_are_clear_and_dots_round() -> None:
    paths = list(pictured((("░⠁", WHITE),)).iter(f"{NAMESPACE}path"))
    assert [path.get("fill-opacity") for path in paths] == [None, "0.25", None]
    assert "a2 2 0 1 0" in (paths[2].get("d") or "")


def test_over_another_row_only_what_is_another_is_drawn_and_hides_it() -> None:
    below, row = (("abc def", Ink()),), (("abx d", Ink()), ("e ", Ink()))
    parts = list(line_of(row, 0, DARK, over=below))
    assert [part for part in parts if "<text" in part and ">x<" not in part] == []
    boxes = [part for part in parts if f"#{DARK.background:06x}" in part]
    assert [box.partition(' d="')[2].partition("v")[0] for box in boxes] == [
        f"M{2 * WIDE} 0h{WIDE}",
        f"M{6 * WIDE} 0h{WIDE}",
    ]


@together(("ink", "name"), [
    (Ink(bold=True), "b"), (Ink(italic=True), "i"), (Ink(underline=True), "u"), (Ink(bold=True, italic=True), "b i"),
])  # fmt: skip
def test_how_letters_are_set(ink: Ink, name: str) -> None:
    (text,) = pictured((("x", ink),)).iter(f"{NAMESPACE}text")
    assert text.get("class") == name
