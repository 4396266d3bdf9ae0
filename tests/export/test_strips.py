"""An animation as vectors: at each time its windows show the rows of that time's frame."""

import re
from xml.etree import ElementTree

import pytest

from replay.cells.rows import plain
from replay.drawing.view import Eye, View
from replay.export.directed import directed
from replay.export.reel import scenes
from replay.export.strips import strips
from replay.export.svg import svg
from replay.export.take import REST, Take
from replay.export.vectors import HIGH, WIDE
from replay.viewing.frame import frame
from tests.export.taking import SMALL, take, unwatched

NAMESPACE = "{http://www.w3.org/2000/svg}"
FILMED = take(215.0, 217.0, fps=4.0)


def letters(element: ElementTree.Element, push: int, cells: list[str]) -> None:
    """Write the letters that an element draws where its strip is pushed so far; what is behind them hides others."""
    for part in element:
        if part.tag == f"{NAMESPACE}path" and (
            box := re.fullmatch(rf"M(\d+) (\d+)h(\d+)v{HIGH}h-\d+z", part.get("d", ""))
        ):
            x, y, wide = map(int, box.groups())
            if y == push and not (x % WIDE or wide % WIDE):
                cells[x // WIDE : (x + wide) // WIDE] = [" "] * (wide // WIDE)
        elif part.tag == f"{NAMESPACE}text" and push <= float(part.get("y", 0)) < push + HIGH:
            x = int(part.get("x", 0)) // WIDE
            text = part.text or ""
            cells[x : x + len(text)] = text


def shown(drawn: ElementTree.Element, share: float, height: int, width: int) -> list[str]:
    """The letters on the screen after a share of the animation."""
    style = drawn.findtext(f"{NAMESPACE}style") or ""
    pushes = {
        name: [
            (float(at) / 100, -int(push))
            for at, push in re.findall(r"([\d.]+)%\{transform:translateY\((-?\d+)px", steps)
        ]
        for name, steps in re.findall(r"@keyframes (\w+)\{((?:[^{}]*\{[^{}]*\})*)\}", style)
    }
    screen = [[" "] * width for _ in range(height)]
    for window in drawn.iter(f"{NAMESPACE}svg"):
        if window is drawn:
            continue
        x, y, wide = (int(window.get(name, 0)) for name in ("x", "y", "width"))
        cells = [" "] * (wide // WIDE)
        letters(window, 0, cells)
        for strip in window.iter(f"{NAMESPACE}g"):
            push = [push for at, push in pushes[strip.get("class", "")] if at <= share + 1e-5][-1]
            letters(strip, push, cells)
        screen[y // HIGH][x // WIDE : (x + wide) // WIDE] = cells
    return ["".join(row) for row in screen]


def only_letters(row: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", " ", row)


@pytest.mark.parametrize(
    "filmed",
    [FILMED, take(215.0, 217.0, fps=4.0, view=View(eye=Eye(near=1.0))), directed(take(195.0, 225.0, fps=1.0))],
    ids=["far", "close", "with other panels on the way"],
)
def test_at_each_time_it_shows_the_letters_of_that_time(filmed: Take) -> None:
    drawn = ElementTree.fromstring(strips(filmed, unwatched))
    picture = filmed.picture()
    for at, t, view in scenes(filmed):
        rows = plain(frame(picture, view, t, SMALL).rows).splitlines()
        seen = shown(drawn, at / (filmed.seconds + REST), SMALL.height, SMALL.width)
        assert [only_letters(row) for row in seen] == [only_letters(row.ljust(SMALL.width)) for row in rows]


def test_it_is_the_same_each_time_and_has_neither_script_nor_network() -> None:
    text = svg(FILMED, unwatched).decode()
    assert text == strips(FILMED, unwatched)
    assert "script" not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "prefers-reduced-motion" in text


def test_what_stands_still_is_drawn_once() -> None:
    still, moving = (len(strips(take(215.0, end, fps=4.0), unwatched)) for end in (215.25, 217.0))
    assert moving < 3 * still
