"""Writes what changed straight to the terminal, past Textual's compositor.

The compositor cuts every row anew for every change, and writes a changed span from the left edge of its widget (Textual
issue 5625): for a picture that changes thirty times a second that is most of the work and most of the bytes. Widgets
that own their rows know what is shown and what is to be shown; the core writes the difference. Textual still has their
strips for whatever it draws itself: a dialogue over them, another size, the whole screen again.

Where something else is on top, or Textual is not as it was (`replay.tui.private`), widgets are refreshed in the
ordinary way, and the picture is the same.
"""

import sys
from collections.abc import Set as AbstractSet
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from replay.cells.ansi import Change, changes_to_text
from replay.cells.depth import Depth
from replay.tui.pace import ASK, Pace
from replay.tui.private import driver_of, may_draw, seen_on, shows_at_once

_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""Around a frame, for terminals that show one at once (synchronized output)."""


def goes_straight(app: App[Any], screen: Screen[Any], panels: AbstractSet[Widget]) -> bool:
    """Whether changes of a screen's panels may be written straight.

    It is on top, nothing is seen of it but these panels, which lie side by side, and Textual is as it was.
    """
    driver, seen = driver_of(app), seen_on(screen)
    return (
        sys.platform != "win32"  # where a long text has to be written in pieces
        and driver is not None
        and not driver.is_headless
        and not driver.is_inline
        and app.screen is screen  # `is_current` is said of a screen under a dialogue too
        and may_draw(app)
        and seen is not None
        and panels >= seen  # no message in front of them
    )


def write(app: App[Any], changes: list[Change], depth: Depth, pace: Pace) -> None:
    """Write changed rows of a screen that goes straight, as one frame."""
    write_text(app, changes_to_text(changes, depth), pace)


def write_text(app: App[Any], text: str, pace: Pace) -> None:
    """Write what shows a frame of a screen that goes straight."""
    driver = driver_of(app)
    if text and driver is not None:
        ask = ASK if pace.sends(len(text)) else ""
        # In one piece: each is handed to a thread that writes it.
        driver.write(f"{_BEGIN}{text}{_END}{ask}" if shows_at_once(app) else f"{text}{ask}")
