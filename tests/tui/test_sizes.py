"""Every size of terminal, and changes of it."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from replay.tui.app import Terms
from replay.tui.menu_screen import MenuScreen
from replay.tui.sheet import Sheet
from replay.viewing.frame import Size
from tests.tui.pilots import at_the_menu, watching

SIZES = [(20, 4), (40, 10), (60, 20), (80, 24), (100, 30), (120, 40), (200, 60), (80, 60), (200, 12)]
"""A size that comes while it runs is drawn as one from the start on: `tests/terminal/test_straight.py`."""


async def test_a_race_runs_at_every_size() -> None:
    async with watching(size=SIZES[0], at=100.0) as session:
        for size in SIZES:
            await session.resized(size)
            session.begin_again()
            await session.press("space")
            for _ in range(3):
                await session.pass_seconds(40)
            lines = session.text.split("\n")
            assert len(lines) == size[1]
            assert {len(line) for line in lines} == {size[0]}
            await session.press(
                "question_mark", "escape", "i", "escape", "colon", "escape", "end", "backslash", "backslash"
            )
            assert "Men" in session.text, size


async def test_the_menu_works_at_every_size() -> None:
    async with at_the_menu(SIZES[0]) as session:
        for size in SIZES:
            await session.resized(size)
            await session.press("down", "slash", *"kerr", "down", "escape", "end", "i")
            if session.shows(Sheet):
                await session.press("escape")
            assert session.shows(MenuScreen), size
            await session.press("question_mark")
            assert session.shows(Sheet), size
            assert len(session.text.split("\n")) == size[1]
            await session.press("escape")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=["80x24", "120x40", "200x60"])
async def test_nothing_essential_is_lost_from_80_by_24_on(size: tuple[int, int]) -> None:
    async with watching(size=size, at=150.0) as session:
        shown = [widget.id for widget in session.replay.query("Cells") if widget.display and widget.size.area]
        assert {"title", "course", "board", "feed", "scrubber", "footer"} <= set(shown)
        assert "Kerr" in session.text
        assert "Nuguse" in session.text
        assert "no room" not in session.text


@pytest.mark.parametrize("size", [(40, 10), (40, 14), (50, 7)], ids=["40x10", "40x14", "50x7"])
async def test_what_has_no_room_is_named(size: tuple[int, int]) -> None:
    async with watching(size=size, at=150.0) as session:
        layout = session.viewer.seen(Size(*size)).layout
        assert layout.left_out
        assert size[1] < 8 or layout.left_out[0][:4] in session.text.replace("\n", " ") or "no room" in session.text


@pytest.mark.parametrize("race", ["london-mile-2026", "san-diego-half-2023"])
async def test_a_resize_while_it_runs_changes_nothing_of_the_race(race: str) -> None:
    async with watching(race, size=(120, 40), at=60.0) as session:
        await session.press("space")
        await session.pass_seconds(10)
        before = session.text
        now = session.viewer.now
        for size in [*SIZES, (120, 40)]:
            await session.resized(size)
            session.replay.tick()
            await session.pilot.pause()
            assert len(session.text.split("\n")) == size[1]
        assert session.viewer.now == now
        assert session.text == before


async def test_with_ascii_no_other_character_is_shown() -> None:
    async with watching(at=100.0, terms=Terms(ascii=True)) as session:
        at_once = (
            "space",
            "5",
            "end",
            "i",
            "escape",
            "question_mark",
            "escape",
            "f",
            "f",
            "t",
            "n",
            "w",
            "T",
            "y",
            "plus",
        )
        asked = (("colon",), ("x", "enter"), ("escape",), ("W",), ("3",), ("escape",), ("ctrl+p",), ("f",), ("escape",))
        for keys in (("down", "enter"), *((key,) for key in at_once), *asked, ("backslash",)):
            await session.press(*keys)
            assert {char for char in session.text if not char.isascii()} == set(), keys


async def test_with_ascii_the_menu_is_ascii_too() -> None:
    async with at_the_menu(terms=Terms(ascii=True)) as session:
        for key in (
            "down",
            "down",
            "end",
            "home",
            "slash",
            "x",
            "escape",
            "ctrl+p",
            "escape",
            "question_mark",
            "escape",
            "i",
        ):
            await session.press(key)
            assert {char for char in session.text if not char.isascii()} == set()


WORLD = """
race: 国際マイル
event: mile
entries:
  - {name: 高橋 一郎, nation: JPN, result: 4:20.00, splits: {400: 65, 800: 2:10, 1200: 3:15}}
  - {name: "Zoë 👩‍👩‍👧‍👦 Ångström", nation: SWE, result: 4:21.00, splits: {400: 66, 800: 2:11, 1200: 3:16}}
  - {name: "محمد علي", nation: EGY, result: 4:22.00, splits: {400: 66.5, 800: 2:12, 1200: 3:17}}
  - {name: "नीरज चोपड़ा", nation: IND, result: 4:23.00, splits: {400: 67, 800: 2:13, 1200: 3:18}}
"""


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)], ids=["40x10", "80x24", "120x40"])
async def test_names_in_any_script_keep_every_line_as_wide_as_the_terminal(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "world.yaml"
    path.write_text(WORLD, encoding="utf-8")
    async with watching(str(path), size=size, at=100.0) as session:
        for keys in (("down", "down"), ("f",), ("end",), ("i",), ("escape", "q"), ("slash", *"world")):
            await session.press(*keys)
            strips = session.strips
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert {cell_len(line) for line in session.text.split("\n")} == {size[0]}
