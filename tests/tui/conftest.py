"""How long the pilot waits after each key, of which most tests consist; and the pictures, which one Textual draws."""

from pathlib import Path

import pytest
import textual
from textual import _wait

from replay.tui.sheet import StartCard
from tests.conftest import SNAPSHOT_TEXTUAL

_wait.SLEEP_GRANULARITY = 0.004  # seconds; Textual's own is five times as long
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 20

StartCard.SHOWN = 3600.0  # seconds; on a busy machine it would go by itself before it is looked at

collect_ignore = [] if textual.__version__ == SNAPSHOT_TEXTUAL else ["test_pictures.py"]


@pytest.fixture(autouse=True)
def _nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process makes pictures and films of tests that press every key."""
    monkeypatch.setattr("replay.export.aside.made_aside", lambda order, progress: Path(order.folder, "made.png"))
