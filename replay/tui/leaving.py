"""Leaving a screen, once, and letting go of it."""

from typing import TypeVar

from textual.screen import Screen
from textual.widget import Widget

Result = TypeVar("Result")


def leave(screen: Screen[Result], result: Result) -> None:
    """Leave a screen that is on top, with what it ends with.

    Textual takes away whatever is on top, so of two keys that are pressed within one tick the second would take away
    the screen below, or the last there is.
    """
    if screen.app.screen is screen:
        screen.dismiss(result)


def let_go(widget: Widget) -> None:
    """Let go of what was drawn of a widget that is gone, and of the others on its screen.

    A widget's styles cache holds its strips. Textual (8.2) remembers what a method of these caches answered, 1,024
    times, and with each answer the cache that was asked, so that strips of screens long left stay. It is private: where
    a version does without, there is nothing to let go of. What is still shown works out its pairs of colours again.
    """
    remembered = getattr(getattr(widget, "_styles_cache", None), "get_inner_outer", None)
    forget = getattr(remembered, "cache_clear", None)
    if forget is not None:
        forget()
