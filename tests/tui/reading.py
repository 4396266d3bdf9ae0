"""What the keys do with which a race is read: charts, tables, cards."""

import re

import pytest

from replay.drawing.view import CHARTS, Sort
from replay.tui.pick import Pick
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import Sheet
from replay.viewing.frame import Size
from tests.tui.effects import Effect
from tests.tui.pilots import Session


def goes_through_the_charts(way: int) -> Effect:
    """One after the other in place of the track, and the track again; a click on a chart goes to its distance."""

    async def effect(session: Session, key: str) -> None:
        assert "FINISH" in session.text
        for chart in list(CHARTS)[::way]:
            await session.press(key)
            assert session.viewer.view.chart == chart
            assert CHARTS[chart] in session.text
            assert {"small", "closeup"} & session.viewer.seen(Size(120, 40)).layout.places.keys(), (
                "the runners beside it"
            )
        session.viewer.view = session.viewer.view._replace(chart="speed")
        before = session.viewer.now
        await session.pilot.click("#course", offset=(12, 5))
        assert 0 < session.viewer.now < before
        session.viewer.view = session.viewer.view._replace(chart=list(CHARTS)[::way][-1])
        await session.press(key)
        assert not session.viewer.view.chart
        assert "FINISH" in session.text
        assert not {"small", "closeup"} & session.viewer.seen(Size(120, 40)).layout.places.keys()

    return effect


async def sorts_the_splits(session: Session, key: str) -> None:
    await session.press(key, *"quickest", "enter")
    assert session.viewer.view.chart == "splits"
    assert session.viewer.view.sort == Sort(-1)
    assert re.search(r"1 KID Kidder +54\.8 +54\.8  1", session.text), "the quickest lap, and the splits beside it"
    await session.press(key)
    assert session.shows(Pick)
    await session.press("escape")


async def shows_every_mark(session: Session, key: str) -> None:
    await session.press(key)
    assert session.viewer.view.chart == "splits"
    assert re.search(r"400 m +500 m", session.text)
    last = session.text
    await session.press("I", "left")
    assert re.search(r"300 m +400 m.*›", session.text), "the columns one back, and a sign that there are others"
    await session.press("escape")
    assert session.text.splitlines()[1:-1] == last.splitlines()[1:-1]
    await session.press(key)
    assert not session.viewer.view.every_mark
    assert "500 m" not in session.text


async def pins_and_then_tells_of_the_runner(session: Session, key: str) -> None:
    await session.press("down", "down")
    chosen = session.viewer.view.chosen
    leading = session.text
    await session.press(key)
    assert session.viewer.view.pinned == chosen
    assert session.text != leading
    await session.press(key)
    assert session.shows(Sheet)
    await session.press("escape", "escape")
    assert session.viewer.view.pinned is None
    assert session.text == leading


async def tells_of_the_race_and_of_the_chosen_runner(session: Session, key: str) -> None:
    await session.press(key)
    assert session.shows(Sheet)
    assert "SOURCES" in session.text
    await session.press(key, "slash", *"kerr", "enter", key)
    assert session.shows(Sheet)
    assert "OTHER RACES IN THE LIBRARY" in session.text
    assert "3:42.66" not in session.text, "it is not over"
    await session.press("i")
    assert "SOURCES" in session.text
    await session.press("escape")
    assert session.shows(ReplayScreen)


async def reads_values_at_a_cursor(session: Session, key: str) -> None:
    now = session.viewer.now
    await session.press(key, "left")
    view = session.viewer.view
    assert (view.chart, view.reading) == ("trace", True)
    assert f" {view.cursor:.0f} m" in session.text
    await session.press("left", "shift+right")
    assert session.viewer.now == now, "the race stands still"
    moved = session.viewer.view.cursor
    assert moved == 610.0
    await session.press("enter")
    assert session.viewer.state.leader_distance == pytest.approx(moved, abs=0.1)
    await session.press("escape")
    assert not session.viewer.view.reading
    await session.press("right")
    assert session.viewer.view.cursor is None


async def traces_to_whatever_is_chosen(session: Session, key: str) -> None:
    await session.press(key, *"3:45", "enter")
    assert "seconds behind target 3:45, even pace" in session.text
    await session.press(key, *"mean", "enter", "c")
    assert "metres behind the field's mean" in session.text
    await session.press(key, *"kerr bowerman 2024", "enter")
    assert "metres behind Kerr 2024" in session.text
    await session.press("down", "enter")
    assert "metres behind Kerr 2024" not in session.text, "who is pinned later is the one"
    assert session.viewer.view.against is None


async def shows_the_last_lap_alone(session: Session, key: str) -> None:
    await session.press(key)
    assert "100 to go" in session.text
    await session.press("I", "right")
    left = session.viewer.stage.race.distance - (session.viewer.view.cursor or 0.0)
    assert left == pytest.approx(round(left, -2)), "there are even hundreds to go"
    await session.press("escape", key)
    assert "100 to go" not in session.text


async def marks_up_to_four(session: Session, key: str) -> None:
    def marked() -> int:
        return len(session.viewer.view.marked)

    await session.press(key)
    assert "choose a runner first" in session.text
    await session.press("down", key)
    assert marked() == 1
    await session.press("down", key, "down", key, "down", key, "down", key)
    assert marked() == 4
    assert "4 are marked" in session.text
    await session.press("up", key)
    assert marked() == 3


async def puts_the_marked_side_by_side(session: Session, key: str) -> None:
    await session.press("down", "x", "down", "x", key)
    viewer = session.viewer
    assert "side by side" in session.text
    assert all(viewer.stage.cast.names[entry] in session.text for entry in viewer.view.marked)
    await session.press(key)
    assert "FINISH" in session.text


async def lists_what_happened_and_goes_there(session: Session, key: str) -> None:
    await session.press(key)
    assert session.shows(Pick)
    assert "1:51.1" not in session.text, "it is still to come"
    await session.press(*"gun", "enter")
    assert session.shows(ReplayScreen)
    assert session.viewer.now == 0


async def bookmarks_a_moment(session: Session, key: str) -> None:
    at = session.viewer.now
    await session.press(key, *"he looks back", "enter")
    assert [bookmark.note for bookmark in session.viewer.bookmarks] == ["he looks back"]
    await session.press("left")
    assert "▼" in session.text, "it is on the scrubber, ahead"
    await session.press("home", "M", *"bookmark looks")
    assert "he looks back" in session.text
    await session.press("enter")
    assert session.viewer.now == at
    await session.press(key)
    assert "he looks back" in session.text
    await session.press(*["backspace"], "enter")
    assert session.viewer.bookmarks == ()
    await session.press("left")
    assert "▼" not in session.text


async def goes_back_to_before_the_last_seek(session: Session, key: str) -> None:
    await session.press(key)
    assert "no seek to undo" in session.text
    at = session.viewer.now
    await session.press("right", "right", "8", key)
    assert session.viewer.now == at
    session.clock.now += 60
    await session.press("home", key)
    assert session.viewer.now == at


READING_EFFECTS: dict[str, Effect] = {
    "sight(1)": goes_through_the_charts(1),
    "sight(-1)": goes_through_the_charts(-1),
    "pin_or_card": pins_and_then_tells_of_the_runner,
    "info": tells_of_the_race_and_of_the_chosen_runner,
    "moments": lists_what_happened_and_goes_there,
    "bookmark": bookmarks_a_moment,
    "undo": goes_back_to_before_the_last_seek,
    "mark": marks_up_to_four,
    "compare": puts_the_marked_side_by_side,
    "cursor": reads_values_at_a_cursor,
    "against": traces_to_whatever_is_chosen,
    "zoom": shows_the_last_lap_alone,
    "order": sorts_the_splits,
    "every_mark": shows_every_mark,
}
