"""A picture of a moment, read with an XML parser."""

import re
from xml.etree import ElementTree

import pytest

from replay.cells.rows import plain
from replay.export.svg import svg
from replay.viewing.frame import Size, frame
from tests.export.taking import take, unwatched

NAMESPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("size", [Size(80, 24), Size(120, 40), Size(7, 3)])
def test_a_moment_s_letters_are_those_of_its_frame(size: Size) -> None:
    seen = take(170.0, 170.0, size=size)
    text = svg(seen, unwatched).decode()
    root = ElementTree.fromstring(text)
    written = "".join(found.text or "" for found in root.iter(f"{NAMESPACE}text"))
    shown = plain(frame(seen.picture(), seen.view, 170.0, size).rows)
    assert re.findall(r"[A-Za-z]", written) == re.findall(r"[A-Za-z]", shown)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
