"""The race at a time: places, gaps, laps, as a pure function of that time.

`timeline_of` chooses how many runners are handled; nobody else asks how large a field is.
"""

from replay.motion import is_large
from replay.race.race import Race
from replay.state.timeline import Timeline


def timeline_of(race: Race) -> Timeline:
    """The timeline of a race: runner by runner, or vectorised for a large field."""
    if not is_large(race):
        return Timeline(race)
    from replay.state.large import LargeTimeline  # with NumPy

    return LargeTimeline(race)
