"""A page, unpacked as the player unpacks it."""

import base64
import json
import re
import zlib
from typing import Any

import pytest

from replay.cells.ink import Ink
from replay.drawing.view import Eye, View
from replay.export.cells import cells_of, paint_of
from replay.export.page import page
from replay.export.resume import escaped
from replay.export.take import Take
from replay.state import timeline_of
from replay.viewing.frame import frame
from tests.builders import entry, race
from tests.export.taking import CALLS, SMALL, take, unwatched
from tests.miles import LOOK, TIMELINE

Seen = tuple[str, str, str]
"""A character, its colour and its ground."""


def race_in(text: str) -> Any:  # noqa: ANN401
    found = re.search(r'<script type="application/json" id="race">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def frames_in(held: dict[str, Any]) -> list[list[Seen]]:
    """The screens that a page shows, one after the other."""
    numbers, shift, value = [], 0, 0
    for byte in zlib.decompress(base64.b64decode(held["frames"])):
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value)
            value = shift = 0
    left = iter(numbers)
    screen: list[Seen] = [("", "", "")] * (held["cols"] * held["rows"])
    found = []
    for patches in left:
        at = 0
        for _ in range(patches):
            at += next(left)
            count, ink = next(left), next(left)
            for _ in range(count):
                screen[at] = held["chars"][next(left)][0], *held["inks"][ink][:2]
                at += 1
        found.append(list(screen))
    return found


def wanted(filmed: Take, view: View, t: float) -> list[Seen]:
    cells: list[Seen] = []
    for row in frame(filmed.picture(), view, t, filmed.size).rows:
        for cell in cells_of(row):
            cells += [_seen(cell.text, cell.ink), _seen("", cell.ink)][: cell.width]
    return cells


def _seen(text: str, ink: Ink) -> Seen:
    paint = paint_of(ink, LOOK.theme)
    return text, f"#{paint.colour:06x}", f"#{paint.ground:06x}"


def looks(cells: list[Seen]) -> list[Seen]:
    """Cells as they look: of a blank no letter colour, of a full block no ground."""
    return [(text, "" if text == " " else colour, "" if text == "█" else ground) for text, colour, ground in cells]


@pytest.mark.parametrize("near", [0.0, 1.0])
def test_what_a_page_shows_last_is_the_last_frame(near: float) -> None:
    view = View(eye=Eye(near=near))
    filmed = take(215.0, TIMELINE.duration, fps=2.0, view=view)
    screens = frames_in(race_in(page(filmed, unwatched).decode()))
    view = view._replace(transport=False)
    assert looks(screens[-1]) == looks(wanted(filmed, view._replace(ended=True), TIMELINE.duration))
    assert looks(screens[0]) == looks(wanted(filmed, view._replace(playing=True), 215.0))


def test_how_fast_it_plays_is_said_by_the_page_and_not_in_the_picture() -> None:
    for screen in frames_in(race_in(page(take(0.0, 2.0, fps=1.0), unwatched).decode())):
        title = "".join(text for text, *_ in screen[: SMALL.width])
        assert "Test" in title
        assert not set("▶‖■") & set(title)


def test_it_asks_the_network_for_nothing_and_its_words_are_escaped() -> None:
    nasty = race(entry('<script>alert("x")</script>', 240.0), entry("B & C", 241.0), distance=1500.0)
    text = page(take(0.0, 2.0, timeline=timeline_of(nasty)), unwatched).decode()
    assert "<script>alert" not in text
    assert "B &amp; C" in text
    assert "default-src 'none'" in text
    assert not re.search(r"""(?:src|href)=["'](?!https?://)|url\(|@import""", text)
    assert text.count("</script>") == 2


def test_without_its_script_the_result_and_the_commentary_are_read() -> None:
    text = page(take(0.0, 2.0), unwatched).decode()
    resume = text[text.index("<details>") : text.index("</details>")]
    assert "<td>Josh Kerr</td><td>GBR</td><td>3:45.34</td>" in resume
    assert CALLS
    assert all(escaped(call.text) in resume for call in CALLS)


def test_nothing_is_left_to_be_filled_and_it_is_the_same_again() -> None:
    one = page(take(0.0, 3.0), unwatched)
    assert b"@@" not in one
    assert one == page(take(0.0, 3.0), unwatched)
    held = race_in(one.decode())
    assert (held["cols"], held["rows"]) == SMALL
