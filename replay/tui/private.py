"""What the program takes of Textual that Textual does not promise, in one place, each with the reason.

Textual shows by these what it has drawn, and whether it would draw now; there is no public way to either. Another
version may have them under other names: what only makes things faster says then that it cannot be done, and Textual
does it in its own way; `tests/project/test_private.py` tells what is missing of the version that is installed, and
holds that no other module reaches behind Textual but by a method that Textual calls, each of which it lists.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from rich.console import Console
from textual.app import App
from textual.driver import Driver
from textual.events import Key, Paste
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.drivers._byte_stream import ByteStream


def driver_of(app: App[Any]) -> Driver | None:
    """Who writes to the terminal, once there is one: frames are written past the compositor."""
    return app._driver


def is_left(app: App[Any]) -> bool:
    """Whether the program is being left, so that no screen waits for anything: `is_running` holds until it is over."""
    return app._exit


def fault_of(app: App[Any]) -> Exception | None:
    """What ended the program: it is told by us, once the terminal is given back."""
    return app._exception


def end_by(app: App[Any], error: Exception) -> None:
    """End the program by what was raised, where no handler of Textual's would see it."""
    app._handle_exception(error)


def may_draw(app: App[Any]) -> bool:
    """Whether a screen may be written past Textual: it is not in the middle of changing it, and is as it was."""
    known = hasattr(app, "_sync_available") and hasattr(getattr(app.screen, "_compositor", None), "render_strips")
    return known and app.is_running and not app._exit and getattr(app, "_batch_count", 1) == 0


def shows_at_once(app: App[Any]) -> bool:
    """Whether the terminal has said that it shows a frame at once (synchronized output)."""
    return app._sync_available


@contextmanager
def at_once(app: App[Any]) -> Iterator[None]:
    """What is written here is shown at once, where the terminal can."""
    app._begin_update()
    try:
        yield
    finally:
        app._end_update()


def has_unwritten(driver: Driver | None) -> bool:
    """Whether something still waits to be written: Textual does not say, so its writer's queue is asked."""
    queue = getattr(getattr(driver, "_writer_thread", None), "_queue", None)
    return queue is not None and not queue.empty()


def drawn(screen: Screen[Any]) -> list[Strip]:
    """The rows of a screen as Textual has put them together: to dim them, or to write one after another."""
    return screen._compositor.render_strips()


def drawn_on_top(app: App[Any]) -> list[Strip]:
    """The rows of the screen on top, what shines through from below it among them."""
    from textual._context import visible_screen_stack

    visible_screen_stack.set(app._background_screens)
    return drawn(app.screen)


def seen_on(screen: Screen[Any]) -> AbstractSet[Widget] | None:
    """The widgets that can be seen on a screen: nothing may be written over a message; None where nobody knows."""
    seen = getattr(getattr(screen, "_compositor", None), "visible_widgets", None)
    return None if seen is None else seen.keys()


def rows_changed(update: object) -> Sequence[int]:
    """The rows that an update of Textual's writes, of which it has one kind for all and one for some."""
    region, spans = getattr(update, "region", None), getattr(update, "spans", ())
    return range(region.y, region.bottom) if region is not None else tuple(dict.fromkeys(span[0] for span in spans))


def forget_styles() -> None:
    """Let go of the rows of screens that were left: Textual remembers colours by who asked for them, and so him."""
    with suppress(ImportError, AttributeError):
        from textual._styles_cache import StylesCache

        StylesCache.get_inner_outer.cache_clear()


def cleared(app: App[Any], coloured: bool) -> str:
    """What fills the terminal with the background of the screen on top."""
    return app.screen.rich_style.render("\x1b[2J", color_system=app.console._color_system if coloured else None)


def take_every_colour(console: Console) -> None:
    """Have Rich write every colour: it looks for itself only when it begins, before the terminal has answered."""
    console._color_system = ColorSystem.TRUECOLOR


def type_into(line: Widget, key: Key | Paste) -> None:
    """Have a widget take a key or what is pasted as if it had come while it had the focus, as the application does."""
    line._forward_event(key)


def name_of_key(character: str) -> str:
    """The name by which Textual knows the key of a character: `[` is `left_square_bracket`."""
    from textual.keys import _character_to_key

    return _character_to_key(character)


def packets() -> "ByteStream":
    """What parts the stream from the server of a browser into its packets; Textual has it within its own driver."""
    from textual.drivers._byte_stream import ByteStream

    return ByteStream()
