"""A clock for which no time passes while the program is stopped."""

import pytest

from replay.tui.awake import LONGEST, AwakeClock


@pytest.mark.parametrize(("told", "passed"), [(True, 0.0), (False, LONGEST)], ids=["told first", "asked first"])
def test_no_time_passes_while_the_program_is_stopped(
    monkeypatch: pytest.MonkeyPatch, told: bool, passed: float
) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    clock = AwakeClock()
    began = clock()
    now = 100.5
    assert clock() - began == 0.5
    now = 110.0
    if told:
        clock.went_on()
    assert clock() - began == 0.5 + passed
    now = 110.25
    assert clock() - began == 0.75 + passed
