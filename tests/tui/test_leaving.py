"""Screens that were left are gone, and with them what was drawn of them."""

import gc
from weakref import WeakSet

from replay.tui.menu_screen import MenuScreen
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import StartCard
from tests.tui.pilots import Session, at_the_menu


class Seen:
    """The screens that were shown and the caches of their strips; it keeps none of them."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._held: dict[str, WeakSet[object]] = {}

    def see(self, session: Session) -> None:
        """The screen on top."""
        screen = session.app.screen
        for thing in (screen, screen._styles_cache):
            self._held.setdefault(f"{type(thing).__name__} of {type(screen).__name__}", WeakSet()).add(thing)

    @property
    def alive(self) -> dict[str, int]:
        """How many of each kind are not gone."""
        gc.collect()
        return {kind: len(held) for kind, held in self._held.items()}


async def watch_and_leave(session: Session, seen: Seen) -> None:
    """Menu, card, race, close-up, chart, what opens over it, menu."""
    await session.press("down")
    while session.menu.chosen is None or session.menu.chosen.race is None:
        await session.press("down")
    await session.press("enter")
    await session.until(lambda: session.shows(StartCard))
    seen.see(session)
    await session.press("x")
    await session.until(lambda: session.shows(ReplayScreen))
    for key in ("f", "v"):
        await session.press(key)
        await session.pass_seconds(2)
    seen.see(session)
    for key in ("question_mark", "colon", "i", "ctrl+p"):
        await session.press(key)
        await session.until(lambda: not session.shows(ReplayScreen))
        seen.see(session)
        await session.press("escape")
        await session.until(lambda: session.shows(ReplayScreen))
    await session.press("m")
    await session.until(lambda: session.shows(MenuScreen))


async def test_no_more_screens_are_held_the_more_were_left() -> None:
    seen = Seen()
    async with at_the_menu() as session:
        for _ in range(4):
            await watch_and_leave(session, seen)
        assert len(seen.alive) >= 10
        # One may be: a task of Textual's keeps the screens that it drew last, until it draws again.
        await session.until(lambda: max(seen.alive.values()) <= 1)
