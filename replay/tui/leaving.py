"""Leaving a screen, once, and the program."""

from typing import TypeVar

from textual._styles_cache import StylesCache
from textual.app import App
from textual.css.query import NoMatches
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


class Leaving(App[None], inherit_bindings=False):
    """An application that may be left while a screen is still being made."""

    def _handle_exception(self, error: Exception) -> None:
        """What is then missed on that screen is no fault."""
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)
