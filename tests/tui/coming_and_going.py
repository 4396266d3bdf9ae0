"""Races and files opened and left, one after another: `python -m tests.tui.coming_and_going 500` prints the memory."""

import asyncio
import gc
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from textual.events import Paste

from replay.tui.menu_screen import MenuScreen
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import StartCard
from replay.tui.understood_screen import UnderstoodScreen
from tests.tui.hammering import ASKS
from tests.tui.pilots import Session, at_the_menu

_SEEN = ("f", "f", "f", "v", "v", "v", "v", "v", "v", "B", "i", "escape", "M", "escape", "question_mark", "escape")
"""Close up and the stadium, every chart and table, both views, the sheets: whatever keeps something."""
_EVERY = 20
"""Races between two lines."""


def megabytes() -> float:
    """What the process holds at present, on Linux."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def _race(session: Session, number: int) -> None:
    """One of the menu's races, seen in every way, and left."""
    races = [item for item in session.menu.items if item.race is not None]
    session.app.watch_item(races[number % len(races)])
    await session.until(lambda: session.shows(StartCard))
    await session.press("x")
    await session.until(lambda: session.shows(ReplayScreen))
    await session.pass_seconds(5.0)
    for key in _SEEN:
        await session.press(key)
        await session.pass_seconds(1.0)
    await session.press("q")
    await session.until(lambda: session.shows(MenuScreen))


async def _file(session: Session, path: Path) -> None:
    """A file that asks something, and back; then the settings."""
    session.app.post_message(Paste(str(path)))
    await session.until(lambda: session.shows(UnderstoodScreen))
    await session.press("m")
    await session.until(lambda: session.shows(MenuScreen))
    await session.press("s", "down", "right", "left", "q")
    await session.until(lambda: session.shows(MenuScreen))


async def come_and_go(races: int, path: Path) -> None:
    """Open and leave so many races, and a file after every fifth; print what is held."""
    held: Counter[str] = Counter()
    async with at_the_menu((200, 60), races=path.parent) as session:
        for number in range(1, races + 1):
            await _race(session, number)
            if number % 5 == 0:
                await _file(session, path)
            if number % _EVERY == 0:
                now = megabytes()
                kinds = Counter(type(found).__name__ for found in gc.get_objects())
                grown = ", ".join(f"{kind} +{more}" for kind, more in (kinds - held).most_common(4)) if held else ""
                held = kinds
                print(f"{number} races: {now:.1f} MB; {sum(kinds.values()):,} objects; {grown}", flush=True)


def main() -> None:
    """As many races as are asked for, in a home of their own."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({"HOME": home, "RACE_REPLAY_RACES": home})
        os.environ.update({f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("DATA", "STATE", "CONFIG", "CACHE")})
        path = Path(home, "races", "results.csv")
        path.parent.mkdir()
        path.write_text(ASKS, encoding="utf-8")
        gc.disable()  # as the command does; the application goes on with it
        asyncio.run(come_and_go(int(sys.argv[1]) if len(sys.argv) > 1 else 500, path))


if __name__ == "__main__":
    main()
