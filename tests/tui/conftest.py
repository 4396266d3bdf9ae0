"""How long the pilot waits after each key, of which most tests consist; and the pictures, which one Textual draws."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from types import BuiltinMethodType
from typing import Any

import pytest
import textual
import textual.app
import textual.pilot
from textual import _callback, _wait
from textual._compositor import Compositor
from textual._context import active_app
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from replay.cells.ansi import Change
from replay.tui.cells import Cells
from replay.tui.sheet import StartCard
from replay.viewing.clocks import Told, told
from tests.conftest import SNAPSHOT_TEXTUAL
from tests.kept import completed_lately, kept_lately

_wait.SLEEP_GRANULARITY = 0.004  # seconds; Textual's own is five times as long
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 20

StartCard.SHOWN = 3600.0  # seconds; on a busy machine it would go by itself before it is looked at

collect_ignore = [] if textual.__version__ == SNAPSHOT_TEXTUAL else ["test_pictures.py"]

_QUIET = 3
"""Rounds of the loop in which nothing else is to be done before all is held to be done."""
_PATIENCE = 10.0
"""Seconds after which it is not waited for any longer; on a busy machine a single frame takes a part of one."""


async def _all_is_done(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait until nothing is left to be done at once, where Textual watches the processor, 20 ms at a time.

    While a thread works something out, the processor is watched too, more often than Textual does.
    """
    await _quiet()
    if _a_thread_works():
        await _wait.wait_for_idle(min_sleep, max_sleep)


async def _quiet() -> None:
    loop = asyncio.get_running_loop()
    until = monotonic() + _PATIENCE
    quiet = 0
    while quiet < _QUIET and monotonic() < until:
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1  # type: ignore[attr-defined]


async def _all_is_processed(self: textual.pilot.Pilot[object], timeout: float = 30.0) -> bool:
    """Wait until each widget has done what waits for it, where Textual asks each of them, whenever a key is pressed.

    Then the loop has nothing left to be done at once.
    """
    await _quiet()
    return not self.app._exception_event.is_set()


def _a_thread_works() -> bool:
    workers = any(worker._thread_worker and worker.is_running for worker in active_app.get().workers)
    return workers or any(type(thread) is threading.Thread and thread.daemon for thread in threading.enumerate())


_told = kept_lately(lambda timeline: told(timeline)[1:], lambda timeline: timeline.given)


@pytest.fixture(autouse=True)
def _nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process makes pictures and films of tests that press every key, and what a race is worked out to is kept."""
    monkeypatch.setattr("replay.export.aside.made_aside", lambda order, progress: Path(order.folder, "made.png"))
    monkeypatch.setattr("replay.reconstruction.completion.completed", completed_lately)
    monkeypatch.setattr("replay.tui.backstage.told", lambda timeline: Told(timeline, *_told(timeline)))


def _drawn_for_somebody(
    self: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
) -> object:
    """A frame, where it goes to a terminal; else what is drawn in it, not put together: a test that looks does that.

    Textual puts together each frame and throws it away where there is no terminal.
    """
    if full or not active_app.get().is_headless:
        return _put_together(self, full, screen_stack, simplify)
    self._dirty_regions.clear()
    for widget in self.visible_widgets:
        if isinstance(widget, Cells):
            widget.render_lines(_NOTHING)
    return None


_NOTHING = Region()
_put_together = Compositor.render_update
Compositor.render_update = _drawn_for_somebody  # type: ignore[method-assign, assignment]


@pytest.fixture
def every_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every frame is put together, as on a terminal, whether a test looks at it or not."""
    monkeypatch.setattr(Compositor, "render_update", _put_together)
    monkeypatch.setattr(Cells, "_regions", _spans)


def _whole_rows(self: Cells, changes: list[Change], width: int) -> Iterator[Region]:
    """What changed, where it goes to a terminal; else the rows: which of their cells is not asked for nobody."""
    if not self.app.is_headless:
        return _spans(self, changes, width)
    return (Region(0, y - self.place[1], width, 1) for _, y, _, _, _ in changes)


_spans = Cells._regions
Cells._regions = _whole_rows  # type: ignore[method-assign]


_RULES: dict[tuple[object, ...], list[RuleSet]] = {}
"""What styles say, by all that they are made of: each of hundreds of applications parsed the same."""
_parse = Stylesheet._parse_rules


def _parsed_once(self: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:  # noqa: ANN401
    key = (*self._variables.items(), *given, *named.items())
    if key not in _RULES:
        _RULES[key] = _parse(self, *given, **named)
    return _RULES[key]


Stylesheet._parse_rules = _parsed_once  # type: ignore[method-assign]

_PARAMETERS: dict[tuple[object, ...], int] = {}
_count = _callback._count_parameters


def _counted_once(function: Callable[..., object]) -> int:
    """How many parameters a function takes, which is asked of every new one that is made of the same lines."""
    kind = type(function)
    code = getattr(function, "__code__", None) or (kind is BuiltinMethodType and function.__qualname__)
    key = kind, code, hasattr(function, "__self__")
    if not code or hasattr(function, "__wrapped__"):
        return _count(function)
    if key not in _PARAMETERS:
        _PARAMETERS[key] = _count(function)
    return _PARAMETERS[key]


_callback._count_parameters = _counted_once  # type: ignore[assignment]

_COLOURS: dict[str, dict[str, str]] = {}
_generate = ColorSystem.generate


def _generated_once(self: ColorSystem) -> dict[str, str]:
    """The colours that a theme makes of a few, for each of hundreds of applications the same."""
    key = repr(vars(self))
    if key not in _COLOURS:
        _COLOURS[key] = _generate(self)
    return dict(_COLOURS[key])


ColorSystem.generate = _generated_once  # type: ignore[method-assign]

_METHODS: dict[tuple[type, type, str], list[tuple[type, Any]] | None] = {}
"""What of a class answers messages of a class; None where that is to be asked each time."""
_get_methods = MessagePump._get_dispatch_methods


def _found_once(self: MessagePump, method_name: str, message: Message) -> Iterator[tuple[type, Any]]:
    """The methods that answer a message, which are looked for in the whole line of a class each time."""
    key = type(self), type(message), method_name
    if key not in _METHODS:
        decorated = any(vars(one).get("_decorated_handlers") for one in key[0].__mro__)
        names = [(one, vars(one).get(f"_{method_name}") or vars(one).get(method_name)) for one in key[0].__mro__]
        found = [(one, method) for one, method in names if method is not None]
        plain = not decorated and not any(hasattr(method, "_textual_on") for _, method in found)
        _METHODS[key] = found if plain else None
    known = _METHODS[key]
    if known is None:
        yield from _get_methods(self, method_name, message)
        return
    for one, method in known:
        if message._no_default_action:
            return
        yield one, method.__get__(self, one)


MessagePump._get_dispatch_methods = _found_once  # type: ignore[method-assign]

textual.pilot.Pilot._wait_for_screen = _all_is_processed  # type: ignore[method-assign, assignment]
textual.app.wait_for_idle = textual.pilot.wait_for_idle = _all_is_done  # type: ignore[attr-defined]
