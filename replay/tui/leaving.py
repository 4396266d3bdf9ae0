"""Leaving a screen, once."""

from typing import TypeVar

from textual.screen import Screen

from replay.tui.private import forget_styles

Result = TypeVar("Result")


def leave(screen: Screen[Result], result: Result) -> None:
    """Leave a screen that is on top, with what it ends with.

    Textual takes away whatever is on top, so of two keys that are pressed within one tick the second would take away
    the screen below, or the last there is.
    """
    stack = screen.app.screen_stack
    if len(stack) > 1 and stack[-1] is screen:
        screen.dismiss(result)
        forget_styles()
