"""Takes of a small mile, and of any race, for tests."""

from replay.commentary import call_race
from replay.drawing.view import View
from replay.export.take import Film, Take
from replay.state.timeline import Timeline
from replay.viewing.frame import Size
from tests.miles import LOOK, TIMELINE

CALLS = call_race(TIMELINE)
SMALL, FAR = Size(60, 20), View()


def take(
    start: float = 0.0, end: float = 30.0, *, fps: float = 5.0, rate: float = 1.0, timeline: Timeline = TIMELINE,
    view: View = FAR, version: int = 0, size: Size = SMALL,
) -> Take:  # fmt: skip
    """A part of a race."""
    calls = CALLS if timeline is TIMELINE else call_race(timeline)
    return Take(timeline, calls, Film(start, end, rate, fps), LOOK, view, size, version)


def unwatched(share: float) -> None:
    """Progress that nobody looks at."""
