"""The race at a time: places, gaps, laps, as a pure function of that time.

`timeline_of` chooses how many runners are handled; nobody else asks how large a field is.
"""

from replay.motion import is_large, needing_for_large
from replay.race.race import Race
from replay.state.timeline import Timeline


def timeline_of(race: Race) -> Timeline:
    """The timeline of a race: runner by runner, or vectorised for a large field.

    Raises:
        MissingExtra: The field is large, and NumPy is not installed.
    """
    if not is_large(race):
        return Timeline(race)
    with needing_for_large():
        from replay.state.large import LargeTimeline

    return LargeTimeline(race)
