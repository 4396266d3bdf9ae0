"""The gun: how many, how far, who makes the pace, in what weather."""

import re
from collections.abc import Iterator

from replay.commentary.calls import CallKind
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.seen import Seen
from replay.commentary.voice import Voice, laps_in_words, listed, number, sentence
from replay.race.race import Race, Role, Status, Surface

FIELD = 8
"""Entries from which on a field with nobody missing is taken for the whole field."""
LENGTH = 110
"""Characters of what is said at the gun."""
_WEATHER = re.compile(r"°|calm|wind|cloud|cool|cold|warm|hot|balmy|mild|sun|rain|wet|dry|humid|overcast", re.IGNORECASE)


def gun_ideas(seen: Seen) -> Iterator[Idea]:
    """The start."""
    race = seen.watch.race
    pacers = tuple(i for i, entry in enumerate(race.entries) if entry.competes and entry.role is Role.PACEMAKER)
    lap = race.course.lap_metres
    laps = lap and race.course.surface not in (Surface.STRAIGHT, Surface.POOL)
    far = laps_in_words(race.distance, lap) if laps and lap else seen.watch.far(race.distance)
    names = [seen.watch.name(i) for i in pacers]
    pace = f"; {listed(names)} to make the pace" if pacers else ""
    weather = race.conditions.split(";")[0].strip().rstrip(".")
    many = starters(race)

    def phrase(voice: Voice) -> str:
        said = voice.say("gun", f"The gun! {sentence(many + far)} to run{pace}", f"They are off: {many}{far}{pace}")
        return f"{said}{_sky(weather, LENGTH - len(said))}"

    yield Idea(0.0, CallKind.GUN, ALWAYS, phrase, entries=pacers)


def starters(race: Race) -> str:
    """`13 starters, `; `at least 13 starters, ` where some are known only to have run; empty where many are missing."""
    field = [entry for entry in race.entries if entry.competes]
    if len(race.entries) == 1:
        return "one runner, "
    places = [entry.place for entry in field if entry.place is not None]
    missing = max(places, default=0) - len(places)
    unknown = sum(1 for entry in field if entry.status is Status.UNKNOWN)
    if len(field) < 2 or missing > unknown or (len(field) < FIELD and race.documented != "full"):
        return ""
    return f"{'at least ' if unknown else ''}{number(len(field))} starters, "


def _sky(weather: str, room: int) -> str:
    """The conditions if they are the weather, or as many of their figures, comma by comma, as there is room for."""
    parts = weather.split(", ")
    if not _WEATHER.search(weather):
        return ""
    counts = range(len(parts), 0, -1) if weather[0].isdigit() else [len(parts)]
    said = [f". {sentence(', '.join(parts[:count]))}" for count in counts]
    return next((text for text in said if len(text) <= room), "")
