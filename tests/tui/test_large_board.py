"""The board of a large field: searched, scrolled, around somebody, of some only."""

from pathlib import Path

from textual.events import Key

from replay.tui.cells import Cells
from replay.tui.pick import Pick
from replay.tui.replay_screen import ReplayScreen
from tests.tui.pilots import Session, watching


def write_race(folder: Path, runners: int = 300) -> str:
    rows = [
        f"{i + 1},Ann Number{i:03},{'FM'[i % 2]},{'KEN' if i < 100 else 'GBR'},{1700 + 5 * i},{3600 + 10 * i}"
        for i in range(runners)
    ]
    path = folder / "half.csv"
    path.write_text(
        "\n".join(["# distance_m: 21097.5", "bib,name,sex,nation,10000,finish", *rows, ""]), encoding="utf-8"
    )
    return str(path)


def board(session: Session) -> str:
    cells = session.replay.query_one("#board", Cells)
    return "\n".join(cells.render_line(y).text for y in range(cells.size.height))


async def test_a_runner_is_found_by_bib_and_the_board_goes_with_her(tmp_path: Path) -> None:
    async with watching(write_race(tmp_path), at=1800.0) as session:
        await session.press("slash", *"251")
        assert session.shows(Pick)
        assert "Ann Number250" in session.text
        await session.press("enter")
        assert "Number249" in board(session)
        assert "Number251" in board(session)
        assert "251st of 300" in board(session)
        assert "the board around" in session.text
        assert "126th woman" in board(session)
        await session.press("end")
        assert "Number250" in board(session)
        await session.press("z")
        assert "Number000" in board(session)


async def test_what_is_typed_before_the_search_stands_there_is_typed_into_it(tmp_path: Path) -> None:
    async with watching(write_race(tmp_path), at=1800.0) as session:
        for key, letter in (("slash", "/"), *((digit, digit) for digit in "251"), ("enter", None)):
            session.app.post_message(Key(key, letter))  # all at once, as a slow line brings them
        await session.until(lambda: session.shows(ReplayScreen) and session.viewer.view.chosen == 250)
        assert session.viewer.now == 1800.0  # nor was it a tenth of the distance


async def test_keys_and_wheel_go_through_the_board_and_escape_leads_back(tmp_path: Path) -> None:
    async with watching(write_race(tmp_path), at=1800.0) as session:
        at = session.viewer.now
        await session.press("tab", "end")
        assert "Number299" in board(session)
        assert "of 300" in board(session)
        await session.press("pageup")
        assert "Number299" not in board(session)
        await session.press("home")
        assert "Number000" in board(session)
        assert session.viewer.now == at
        cells = session.replay.query_one("#board", Cells)
        await session.pilot._post_mouse_events([_down()], cells, offset=(3, 3))
        await session.pilot.pause()
        assert session.viewer.view.listing.top == 3
        await session.press("escape", "escape")
        assert not session.viewer.view.board_keys
        assert session.viewer.view.listing.top == 0
        await session.press("pagedown")
        assert session.viewer.now > at


def _down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_of_women_there_are_their_places_and_their_finishes(tmp_path: Path) -> None:
    async with watching(write_race(tmp_path), at=5500.0) as session:
        await session.press("F", *"wom", "enter")
        text = board(session)
        assert "Number002" in text
        assert "Number001" not in text
        assert "of 150 · women" in text
        assert "finishes women: 96" in session.text
        await session.press("P")  # of those who still run, whose finishes nobody knows yet
        assert "Number192" in session.text
        assert "Number191" not in session.text
        assert "Number190" not in session.text
        await session.press("escape")
        await session.press("F", *"ken", "enter")
        assert "of 50 · women, KEN" in board(session)
        await session.press("F", "enter")
        assert "women" not in board(session)


async def test_whoever_is_chosen_with_the_arrows_stays_in_sight(tmp_path: Path) -> None:
    async with watching(write_race(tmp_path), at=1800.0) as session:
        await session.press(*["down"] * 40)
        assert session.viewer.view.chosen == 39
        assert "Number039" in board(session)
        await session.press(*["up"] * 39)
        assert "Number000" in board(session)


async def test_a_click_takes_the_runner_who_is_there_on_a_scrolled_board(tmp_path: Path) -> None:
    async with watching(write_race(tmp_path), at=1800.0) as session:
        await session.press("tab", "pagedown")
        first = session.viewer.view.listing.top
        await session.pilot.click("#board", offset=(12, 4))
        await session.pilot.pause()
        assert session.viewer.view.chosen == first + 3
