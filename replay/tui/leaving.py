"""Leaving a screen, once."""

from typing import TypeVar

from textual._styles_cache import StylesCache
from textual.screen import Screen

Result = TypeVar("Result")


def leave(screen: Screen[Result], result: Result) -> None:
    """Leave a screen that is on top, with what it ends with.

    Textual takes away whatever is on top, so of two keys that are pressed within one tick the second would take away
    the screen below, or the last there is.
    """
    stack = screen.app.screen_stack
    if len(stack) > 1 and stack[-1] is screen:
        screen.dismiss(result)
        _forget()


def _forget() -> None:
    """Let go of the rows of screens that were left: Textual remembers colours by who asked for them, and so him."""
    clear = getattr(getattr(StylesCache, "get_inner_outer", None), "cache_clear", None)
    if clear is not None:
        clear()
