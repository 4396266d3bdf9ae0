"""The palette of all commands, on terminals of any size."""

import pytest

from replay.tui.pick import Pick
from tests.tui.pilots import watching


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (40, 10), (80, 24)], ids=str)
async def test_paging_through_the_palette_ends_nothing(size: tuple[int, int]) -> None:
    async with watching(size=size) as session:
        await session.press("ctrl+p")
        assert session.shows(Pick)
        await session.press("pagedown", "pageup", "down", "pagedown", "up", "end", "home")
        await session.press("escape")
        await session.until(lambda: not session.shows(Pick))


async def test_it_lists_the_keys_of_the_screen_beneath() -> None:
    async with watching() as session:
        await session.press("ctrl+p", *"gun or")
        await session.until(lambda: "Times from the gun" in session.text)
        await session.press("enter")
        await session.until(lambda: "clock only" in session.text)


async def test_it_opens_over_nothing_that_has_no_keys() -> None:
    async with watching() as session:
        await session.press("question_mark", "ctrl+p", "ctrl+p")
        assert not session.shows(Pick)
