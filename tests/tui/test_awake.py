"""A clock for which no time passes while the program is stopped."""

import pytest

from replay.tui.awake import AwakeClock


def test_no_time_passes_while_the_program_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    clock = AwakeClock()
    began = clock()
    now = 102.0
    assert clock() - began == 2.0
    now = 110.0
    clock.went_on()
    assert clock() - began == 2.0
    now = 111.0
    assert clock() - began == 3.0
