"""What anyone knows of a race's way beforehand: its laps or kilometres, and the bell."""

from replay.race.track import Track

Mark = tuple[float, str]
"""Metres and a label."""

_MOST = 8
"""Laps that have marks, at most."""
_KILOMETRES, _EVERY = 12, 5
"""Of how many kilometres on only each so many has one."""


def laps_of(track: Track) -> tuple[Mark, ...]:
    """The end of every lap or kilometre, with what begins there."""
    laps = track.counted and not track.by_kilometres
    return tuple(
        (distance, f"lap {number + 1}" if laps else track.label(distance).removesuffix(" m"))
        for number, distance in enumerate(track.laps)
    )


def marks_of(track: Track, timed: bool) -> tuple[Mark, ...]:
    """As many of them as can stand beside each other, and the bell unless the race is for distance in a time."""
    step = -(-len(track.laps) // _MOST)
    if track.by_kilometres:
        step = _EVERY if len(track.laps) > _KILOMETRES else 1
    marks = [
        (distance, label)
        for number, (distance, label) in enumerate(laps_of(track))
        if distance and number % step == 0 and distance != track.bell
    ]
    return (*marks, (track.bell, "bell")) if track.bell and not timed else tuple(marks)
