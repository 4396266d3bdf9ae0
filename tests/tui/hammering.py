"""Random keys, mouse, pastes, sequences, sizes: `python -m tests.tui.hammering SESSIONS FIRST`."""

import asyncio
import os
import random
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from textual.events import Key, Resize
from textual.geometry import Size

from replay.files.library import Library, LibraryItem
from replay.files.source import Choices
from replay.race.race import Race
from replay.state import timeline_of
from replay.tui.app import ReplayApp
from replay.tui.menu_screen import MenuScreen
from replay.tui.opening import Opening
from replay.tui.private import name_of_key
from replay.tui.replay_screen import ReplayScreen
from replay.tui.typed import Typed
from replay.tui.understood_screen import UnderstoodScreen
from tests.builders import entry, race
from tests.tui.pilots import LONDON

SIZES = [(1, 1), (2, 2), (5, 3), (1, 30), (30, 1), (20, 5), (40, 10), (80, 24), (120, 40), (400, 120)]
_KEYS = [
    "space",
    "left",
    "right",
    "shift+left",
    "pageup",
    "pagedown",
    "home",
    "end",
    "up",
    "down",
    "enter",
    "escape",
    "tab",
    "shift+tab",
    "backspace",
    "delete",
    "ctrl+p",
    "ctrl+u",
    "ctrl+w",
    "ctrl+l",
    "ctrl+q",
    "ctrl+a",
    "ctrl+d",
    "f1",
]
_CHARACTERS = "qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM0123456789[],.-+={}:/?\\'\"!@#$%^&*()_;<>|~` éй日"
_SENT = [
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[H",
    "\x1b[F",
    "\r",
    "\x1b",
    "\t",
    "\x7f",
    " ",
]

ASKS = "Name;Zeit;5 km\nAda;32:10;16:01\nBea;33:05;16:20\n\u202eCyd\x1b[2J;34:56;17:00\n"
"""A file that has something to be asked, and a name that is none."""
RACES: dict[str, Callable[[], Race | None]] = {
    "menu": lambda: None,
    "track": lambda: shelf().load(LONDON).race,
    "road with its course": lambda: shelf().load("san-diego-half-2023").race,
    "sparse": lambda: shelf().load("cram-mile-1985").race,
    "large": lambda: race(*(entry(f"R{i}", 900.0 + i, {1500: 450.0 + i / 3}) for i in range(300)), distance=3000.0),
    "one runner": lambda: race(entry("Ann", "4:01.0", {800: "2:01.0"})),
    "none": lambda: race(),
}
STARTS = [*RACES, "a file", "the file picker", "a story"]
"""What is open when it begins."""
_SHIPPED: dict[Path, LibraryItem] = {}
"""The shipped races and stories, read once for all sessions: they do not change."""
_BUTTONS = [0, 1, 2, 32, 35, 64, 65, 3, 128]


def shelf() -> Library:
    """The races that come with the program, and those in the user's folder."""
    library = Library()
    if not _SHIPPED:
        _SHIPPED.update({file.path: library.read(file) for file in library.files() if file.shipped})
    library._read.update(_SHIPPED)
    return library


def sent(chance: random.Random, size: Size) -> str:
    """Something that a terminal could send; the mouse is mostly on a screen of this size."""
    kind = chance.random()
    if kind < 0.3:
        return chance.choice(_SENT)
    if kind < 0.6:
        return chance.choice(_CHARACTERS)
    if kind < 0.8:
        width, height = (420, 130) if chance.random() < 0.1 else (size.width + 1, size.height + 1)
        button, x, y = chance.choice(_BUTTONS), chance.randint(0, width), chance.randint(0, height)
        return f"\x1b[<{button};{x};{y}{chance.choice('Mm')}"
    if kind < 0.88:
        return f"\x1b[200~{''.join(chance.choices(_CHARACTERS + chr(10) + chr(27), k=30))}\x1b[201~"
    return "\x1b[" + "".join(chance.choices("0123456789;:<>?u~mMRtIOcq$y", k=chance.randint(1, 12)))


def opened(start: str, chance: random.Random) -> ReplayApp:
    """The program with something open; a file lies in the user's home."""
    if start == "a file":
        path = Path.home() / "results.csv"
        path.write_text(ASKS, encoding="utf-8")
        return ReplayApp(shelf(), asked=([path], Choices()))
    found = RACES[start]() if start in RACES else None
    opening = Opening(chance.choice([None, 30.0])) if found is not None else None
    timeline = timeline_of(found) if found is not None else None
    app = ReplayApp(shelf(), timeline=timeline, opening=opening)
    if start == "a story":
        app.begin_with(next(item for item in _SHIPPED.values() if item.story is not None))
    return app


class AstrayError(Exception):
    """Below everything lies what can only be opened over something else, or nothing does."""


def _lost(app: ReplayApp) -> AstrayError | None:
    """What is wrong with the screens below the one that is seen."""
    below = app.screen_stack[:1]
    if isinstance(below[0] if below else None, MenuScreen | ReplayScreen | UnderstoodScreen):
        return None
    return AstrayError(f"{app.screen_stack} in {app.current_mode!r}")


async def hammer(seed: int, events: int) -> BaseException | None:
    """Hammer on what is open for a while; what ended the program, if anything did."""
    chance = random.Random(seed)
    start = STARTS[seed % len(STARTS)]
    app = opened(start, chance)
    typed = Typed()
    lost: AstrayError | None = None
    nothing = patch("replay.export.aside.made_aside", lambda order, progress: Path(order.folder, "made.png"))
    with nothing, suppress(Exception):  # what ends the application is raised here too
        async with app.run_test(size=chance.choice(SIZES)) as pilot:
            app.exit = lambda *_, **__: None  # type: ignore[method-assign]
            leave = app.leave_race  # at each `q` or `m` little of what a race can show would be seen
            app.leave_race = lambda *how: leave(*how) if chance.random() < 0.1 else None  # type: ignore[method-assign]
            if start == "the file picker":
                app.open_file()
            for number in range(events):
                if app._exception is not None:
                    break
                _one(app, typed, chance)
                if number % chance.choice([10, 30, 50]) == 0:
                    await pilot.pause()
                    lost = lost or _lost(app)
            await pilot.pause()
            del app.exit, app.leave_race
    return app._exception or lost


def _one(app: ReplayApp, typed: Typed, chance: random.Random) -> None:
    kind = chance.random()
    if kind < 0.6:
        for event in [*typed.feed(sent(chance, app.size)), *typed.tick()]:
            app.post_message(event)
    elif kind < 0.95:
        key = "escape" if kind < 0.65 else chance.choice([*_KEYS, *_CHARACTERS])
        single = len(key) == 1
        for _ in range(chance.choice([1, 1, 3])):
            app.post_message(Key(name_of_key(key) if single else key, key if single else None))
    else:
        size = Size(*chance.choice(SIZES))
        app.post_message(Resize(size, size))


def main() -> None:
    """As many sessions of a thousand events as are asked for, and what ended any of them."""
    sessions, first = (*map(int, sys.argv[1:3]), *(200, 0)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as home:  # what is kept by a key that was hit is nobody's
        os.environ.update({"HOME": home, "RACE_REPLAY_RACES": home})
        os.environ.update({f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("DATA", "STATE", "CONFIG", "CACHE")})
        ended = 0
        for seed in range(first, first + sessions):
            fault = asyncio.run(hammer(seed, 1000))
            if fault is not None:
                ended += 1
                print(f"{seed} {STARTS[seed % len(STARTS)]}: {type(fault).__name__}: {fault}", flush=True)
                print("".join(traceback.format_tb(fault.__traceback__)[-6:]), flush=True)
            if (seed - first) % 10 == 9:
                print(f"{(seed - first + 1) * 1000:,} events, {ended} sessions ended", flush=True)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{sessions * 1000:,} events, {ended} of {sessions} sessions ended; {most} MB at most")


if __name__ == "__main__":
    main()
