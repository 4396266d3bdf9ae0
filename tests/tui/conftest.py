"""How long the pilot waits after each key, of which most tests consist; and the pictures, which one Textual draws."""

import asyncio
import threading
from pathlib import Path
from time import monotonic

import pytest
import textual
import textual.app
import textual.pilot
from textual import _wait
from textual._context import active_app

from replay.tui.sheet import StartCard
from tests.conftest import SNAPSHOT_TEXTUAL

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
    loop = asyncio.get_running_loop()
    until = monotonic() + _PATIENCE
    quiet = 0
    while quiet < _QUIET and monotonic() < until:
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1  # type: ignore[attr-defined]
    if _a_thread_works():
        await _wait.wait_for_idle(min_sleep, max_sleep)


def _a_thread_works() -> bool:
    workers = any(worker._thread_worker and worker.is_running for worker in active_app.get().workers)
    return workers or any(type(thread) is threading.Thread and thread.daemon for thread in threading.enumerate())


@pytest.fixture(autouse=True)
def _nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process makes pictures and films of tests that press every key."""
    monkeypatch.setattr("replay.export.aside.made_aside", lambda order, progress: Path(order.folder, "made.png"))


textual.app.wait_for_idle = textual.pilot.wait_for_idle = _all_is_done  # type: ignore[attr-defined]
