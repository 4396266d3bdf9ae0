"""`python -m tests.web.browsing [FOLDER]`: the program is used in a real browser, where there is one.

The menu appears; a race is chosen by the keyboard, by the mouse and by touch; it runs; its result is read. All that at
the size of a desktop, a tablet and a phone; of each, pictures are kept in the folder. Two visitors have sessions of
their own, nothing is asked of any other server, and Ctrl+C ends it. Without a browser it says so, and all is well.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from tests.web.chromium import Tab, chromium, found
from tests.web.serving import Served, served

SIZES = {"desktop": (1280, 800, 1), "tablet": (820, 1180, 2), "phone": (390, 844, 3)}
"""Of a page, in its pixels, and how many of the screen make one."""


async def begun(tab: Tab, address: str, name: str) -> None:
    """The menu, with every race read."""
    width, height, _ = SIZES[name]
    await tab.open(address, width, height, touched=name != "desktop")
    await tab.shows("RACE REPLAY")
    await tab.until(lambda: "London Diamond League" in tab.text and "reading" not in tab.text, "the menu")


async def runs(tab: Tab, press: Callable[[], Awaitable[None]]) -> None:
    """The clock of the race goes on; the card before it is put away."""
    await tab.until(lambda: "any other key" in tab.text or "space pause" in tab.text, "the race")
    if "any other key" in tab.text:
        await press()  # once: on a busy machine a second one would come to the race
    await tab.shows("space pause")
    before = tab.text
    await tab.until(lambda: tab.text != before, "the clock goes on")


async def by_keyboard(tab: Tab) -> None:
    """Down to the first race, watch it, read who won."""
    await tab.press("ArrowDown")
    await tab.press("Enter")
    await runs(tab, partial(tab.press, "x"))
    await tab.press("G")
    await tab.shows("The result: Kerr 3:42.66")
    await tab.press("q")
    await tab.shows("RACE REPLAY")


async def by_mouse(tab: Tab) -> None:
    """Choose a race with one click, watch it with another; pause it by the footer."""
    await tab.click("Paris, Olympic")
    await tab.shows("Stade de France")
    await tab.click("Paris, Olympic")
    await runs(tab, partial(tab.press, "x"))
    await tab.click("space pause")
    await tab.shows("space play")


async def by_touch(tab: Tab) -> None:
    """The same with a finger: the page's keys, and taps on the footer."""
    await tab.touch("[data-key=ArrowDown]")
    await tab.touch("[data-key=Enter]")
    await runs(tab, partial(tab.touch, "[data-key=Enter]"))
    await tab.tap("space pause")
    await tab.shows("space play")


def asked_of_others(tab: Tab, address: str) -> list[str]:
    """What a page asked of any other server."""
    own = address, address.replace("http", "ws", 1), "data:"
    return [asked for asked in tab.asked if not asked.startswith(own)]


async def looked_at(browser: str, server: Served, name: str, folder: Path) -> None:
    """One size."""
    async with chromium(browser, SIZES[name][2]) as opened:
        tab = await opened.tab()
        await begun(tab, server.address, name)
        await tab.picture(folder / f"{name}-menu.png")
        if name == "desktop":
            other = await opened.tab()
            await begun(other, server.address, name)
            await by_keyboard(tab)
            await by_mouse(other)
            assert "RACE REPLAY" in tab.text, "what one does the other does not see"
            await other.picture(folder / f"{name}-race.png")
        else:
            await by_touch(tab)
            await tab.picture(folder / f"{name}-race.png")
        assert asked_of_others(tab, server.address) == []
        assert tab.said == []
        print(f"{name}: {tab.columns}x{tab.rows} characters, {len(tab.asked)} things asked for, none of another server")


async def main(folder: Path) -> int:
    """All of it; the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    browser = found()
    if browser is None:
        print("there is no Chromium here: the pages were not looked at in a browser")
        return 0
    async with served() as server:
        for name in SIZES:
            await looked_at(browser, server, name, folder)
        code = await server.end()
        assert code == 0, code
    print(f"it ended when it was interrupted; pictures are in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(mkdtemp()))))
