"""How fast a line is, found from its answers; nothing waits longer than a moment behind what was written."""

from collections import deque

import pytest

from replay.cells.depth import Depth
from replay.tui.pace import FIRST, LEAST, UNMEASURED, Pace
from tests.together import together
from tests.tui.pilots import FakeClock

FRAME = 1 / 30


class Line:
    """Takes so many bytes a second, and has an answer back so many seconds later."""

    def __init__(self, clock: FakeClock, rate: float, way: float) -> None:
        """Nothing is on it."""
        self.clock = clock
        self.rate = rate
        self.way = way
        self.free = clock.now
        self.answers: deque[float] = deque()

    def write(self, size: int, asks: bool) -> float:
        """Take bytes; the seconds until they have arrived."""
        self.free = max(self.free, self.clock.now) + size / self.rate
        if asks:
            self.answers.append(self.free + self.way)
        return self.free + self.way / 2 - self.clock.now


def played(rate: float, way: float, size: int, seconds: float) -> tuple[Pace, list[float], int]:
    """A race played over a line, in frames of so many bytes: the delay of each that was written, and bytes in all."""
    clock = FakeClock()
    pace, line = Pace(clock), Line(clock, rate, way)
    delays: list[float] = []
    total = 0
    for _ in range(int(seconds / FRAME)):
        clock.now += FRAME
        while line.answers and line.answers[0] <= clock.now:
            line.answers.popleft()
            pace.answered()
        if pace.behind:
            continue
        room = pace.room(Depth.TRUE)
        written = size if room is None else min(size, room._left)
        total += written
        delays.append(line.write(written, pace.sends(written)))
    return pace, delays, total


@together("way", [0.0, 0.1, 0.4])
@together("rate", [1200.0, 5000.0])
def test_on_a_slow_line_what_is_written_arrives_within_two_seconds(rate: float, way: float) -> None:
    _, delays, total = played(rate, way, 3000, 120.0)
    assert max(delays[len(delays) // 4 :]) < 2.0 - 0.2
    assert total > rate * 120 * 0.2, "and the line is used"


@together("way", [0.001, 0.1, 0.3])
def test_on_a_fast_line_every_frame_is_written_whole(way: float) -> None:
    _, delays, total = played(1e6, way, 3000, 20.0)
    assert total == pytest.approx(3000 * 20 / FRAME, rel=0.25)
    assert len(delays) > 400


def test_a_line_that_is_fast_is_asked_a_few_times_a_second() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    pace.rate = 1e6
    asked = []
    for _ in range(300):
        clock.now += FRAME
        asked.append(pace.sends(1600))
        if asked[-1]:
            pace.answered(clock.now + 0.002)
    assert 10 <= sum(asked) <= 30


def test_a_terminal_that_never_answers_is_waited_for_once() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    behind = []
    for _ in range(10):
        pace.sends(3000)
        behind.append(pace.behind)
    assert behind == [3000 * frame >= UNMEASURED for frame in range(1, 11)]
    clock.now += 5.0
    behind.append(pace.behind)
    assert not behind[-1]
    assert pace.room(Depth.TRUE) is None


def test_few_bytes_that_are_long_on_their_way_do_not_make_a_line_slow() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    pace.rate = 1e6
    for _ in range(50):
        pace.sends(60)
        clock.now += 0.2
        pace.answered()
    assert pace.rate == 1e6
    assert LEAST < UNMEASURED


def test_an_answer_that_is_lost_holds_nothing_up_for_ever() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    pace.rate = 1200.0
    pace.sends(3000)
    behind = []
    for _ in range(2):
        clock.now += 20.0
        behind.append(pace.behind)
    pace.sends(3000)
    behind.append(pace.behind)
    clock.now += 2.0
    pace.answered()
    behind.append(pace.behind)
    assert behind == [True, False, True, False]


def test_of_a_terminal_that_never_answers_nothing_is_kept() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    for _ in range(20_000):
        clock.now += 0.2
        pace.sends(500)
    assert len(pace._asked) <= 1000


def test_an_answer_to_nothing_is_nothing() -> None:
    pace = Pace(FakeClock())
    pace.answered()
    assert pace.rate is None


@together("way", [0.0, 0.1, 0.4])
@together("rate", [1200.0, 1e6])
def test_how_fast_an_unknown_line_is_two_answers_tell_however_long_the_way(rate: float, way: float) -> None:
    clock = FakeClock()
    pace = Pace(clock)
    pace.sends(0)
    probed = [pace.probes]
    pace.sends(FIRST)
    probed.append(pace.probes)
    for arrives in (way, way + FIRST / rate):
        pace.answered(clock.now + arrives)
    probed.append(pace.probes)
    assert probed == [False, True, False]
    assert (pace.room(Depth.TRUE) is None) == (rate > 1200.0)


def test_a_terminal_that_answers_nothing_has_the_first_screen_after_a_moment() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    pace.sends(2 * FIRST)
    probed = [pace.probes]
    clock.now += 2.5
    probed.append(pace.probes)
    assert probed == [True, False]
    assert not pace.behind
