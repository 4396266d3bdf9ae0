"""The gun: how many, how far, who makes the pace, in what weather."""

import re
from collections.abc import Iterator

from replay.commentary.calls import CallKind
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.seen import Seen
from replay.commentary.starters import starters_of
from replay.commentary.voice import Voice, laps_in_words, listed, number, sentence
from replay.race.race import Race, Role
from replay.race.teams import is_relay

LENGTH = 110
"""Characters of what is said at the gun."""
_WEATHER = re.compile(r"°|calm|wind|cloud|cool|cold|warm|hot|balmy|mild|sun|rain|wet|dry|humid|overcast", re.IGNORECASE)


def gun_ideas(seen: Seen) -> Iterator[Idea]:
    """The start."""
    race = seen.watch.race
    pacers = tuple(i for i, entry in enumerate(race.entries) if entry.competes and entry.role is Role.PACEMAKER)
    track = seen.watch.timeline.track
    far = laps_in_words(race.distance, track.lap) if track.counted and not track.swum else seen.watch.far(race.distance)
    names = [seen.watch.name(i) for i in pacers]
    pace = f"; {listed(names)} to make the pace" if pacers else ""
    weather = race.conditions.split(";")[0].strip().rstrip(".")
    many = _starters(race)

    def phrase(voice: Voice) -> str:
        if race.what_if:
            return f"The gun of a race that was never run. What if {'; '.join(race.what_if)}?"
        said = voice.say("gun", f"The gun! {sentence(many + far)} to run{pace}", f"They are off: {many}{far}{pace}")
        return f"{said}{_sky(weather, LENGTH - len(said))}"

    yield Idea(0.0, CallKind.GUN, ALWAYS, phrase, entries=pacers)


def _starters(race: Race) -> str:
    """`13 starters, `; `at least 13 starters, ` where some are known only to have run; empty where many are missing."""
    known = starters_of(race)
    if known is None:
        return ""
    relay = is_relay(race)
    if known.many == 1:
        return f"one {'team' if relay else 'runner'}, "
    return f"{'at least ' if known.least else ''}{number(known.many)} {'teams' if relay else 'starters'}, "


def _sky(weather: str, room: int) -> str:
    """The conditions if they are the weather, or as many of their figures, comma by comma, as there is room for."""
    parts = weather.split(", ")
    if not _WEATHER.search(weather):
        return ""
    counts = range(len(parts), 0, -1) if weather[0].isdigit() else [len(parts)]
    said = [f". {sentence(', '.join(parts[:count]))}" for count in counts]
    return next((text for text in said if len(text) <= room), "")
