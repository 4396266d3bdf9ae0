"""The commentary of a whole race: ideas from everywhere, the best of them chosen, put into words in order of time."""

import re
from collections.abc import Iterator

from replay.commentary.calls import Call, CallKind
from replay.commentary.finishes import dq_ideas, finish_ideas, stop_ideas
from replay.commentary.ideas import ALWAYS, Idea, chosen
from replay.commentary.leads import Lead, break_ideas, lead_ideas, leads
from replay.commentary.moves import kick_ideas, move_ideas, pass_ideas, reported_ideas
from replay.commentary.observer import Watch
from replay.commentary.splits import bell_ideas, order_ideas, place_ideas, split_ideas
from replay.commentary.voice import Voice, clock, laps_in_words, listed, metres, number, sentence
from replay.race.problems import ReplayError
from replay.race.race import Quote, Race, Role, Status, Surface, When, WhenKind
from replay.state.timeline import Timeline

APART = 4.0
"""Seconds between one thing that need not be said and the next."""
FIELD = 8
"""Entries from which on a field with nobody missing is taken for the whole field."""
_WEATHER = re.compile(r"°|calm|wind|cloud|cool|cold|warm|hot|balmy|mild|sun|rain|wet|dry|humid|overcast", re.IGNORECASE)
TARGET = 21.0
"""Seconds into the race at which the record is named, if there is nothing else to tell."""
GUN = 110
"""Characters of what is said at the gun."""
MOST = 70
"""How many such things are said in the longest race."""


def call_race(timeline: Timeline) -> tuple[Call, ...]:
    """Every line of a race's commentary, in order of time.

    Quotes of before the race come first, at 0; quotes of after it last, at the last finisher's time.
    """
    watch = Watch(timeline)
    last = watch.arrived[-1][0].seconds if watch.arrived else timeline.duration
    voice = Voice(watch.race.id)
    found = leads(watch)
    ideas = [idea for idea in _ideas(watch, found, last) if 0 <= idea.time <= last + 1e-9 or idea.weight == ALWAYS]
    spoken = chosen(ideas, max(APART, timeline.duration / MOST))
    quotes = [(_shown(watch, found, quote, last), quote) for quote in watch.race.quotes]
    before = [_quoted(watch, quote, 0.0) for _, quote in quotes if quote.show.kind is WhenKind.BEFORE]
    after = [_quoted(watch, quote, last) for _, quote in quotes if quote.show.kind is WhenKind.AFTER]
    during = [_quoted(watch, q, t) for t, q in quotes if q.show.kind not in (WhenKind.BEFORE, WhenKind.AFTER)]
    called = [idea.call(voice) for idea in spoken]
    clipped = [call if call.time <= last else _at(call, last) for call in called]
    middle = sorted([*clipped, *during], key=lambda call: call.time)
    return (*before, *middle, *after)


def _ideas(watch: Watch, found: list[Lead], last: float) -> Iterator[Idea]:
    yield gun_idea(watch)
    yield from target_ideas(watch)
    yield from split_ideas(watch, found)
    yield from place_ideas(watch)
    yield from order_ideas(watch)
    yield from bell_ideas(watch)
    yield from lead_ideas(watch, found)
    yield from reported_ideas(watch)
    yield from break_ideas(watch)
    yield from move_ideas(watch)
    yield from kick_ideas(watch)
    yield from pass_ideas(watch)
    yield from stop_ideas(watch)
    yield from finish_ideas(watch)
    yield from dq_ideas(watch, last)


def gun_idea(watch: Watch) -> Idea:
    """The start: how many, how far, who makes the pace, in what weather."""
    race = watch.race
    starters = [i for i, entry in enumerate(race.entries) if entry.competes]
    pacers = [watch.name(i) for i in starters if race.entries[i].role is Role.PACEMAKER]
    lap = race.course.lap_metres
    far = (
        laps_in_words(race.distance, lap)
        if lap and race.course.surface not in (Surface.STRAIGHT, Surface.POOL)
        else metres(race.distance)
    )
    pace = f"; {listed(pacers)} to make the pace" if pacers else ""
    weather = race.conditions.split(";")[0].strip().rstrip(".")
    many = (
        f"{number(len(starters))} starters, " if _complete(race) else "one runner, " if len(race.entries) == 1 else ""
    )

    def phrase(voice: Voice) -> str:
        said = voice.say("gun", f"The gun! {sentence(many + far)} to run{pace}", f"They are off: {many}{far}{pace}")
        return f"{said}{_sky(weather, GUN - len(said))}"

    return Idea(
        0.0, CallKind.GUN, ALWAYS, phrase, entries=tuple(i for i in starters if race.entries[i].role is Role.PACEMAKER)
    )


def target_ideas(watch: Watch) -> Iterator[Idea]:
    """Early on, the world record as it stood: what anybody knew beforehand."""
    record = next((r for r in watch.race.records if r.label.lower() == "world record" and r.holder), None)
    if record is None or watch.winner_time < 4 * TARGET:
        return
    time, holder = clock(record.time), record.holder
    year = f" from {record.date[:4]}" if record.date[:4].isdigit() else ""
    source = record.source

    def phrase(voice: Voice) -> str:
        return voice.say(
            "target",
            f"The world record to measure it by is {holder}’s {time}{year}",
            f"The world record stands at {time}, by {holder}{year.replace(' from', ' in')}",
        )

    yield Idea(TARGET, CallKind.SPLIT, 6, phrase, None, source)


def _complete(race: Race) -> bool:
    """Whether the entries look like the whole field: no place is missing, and there are not just a few of the first."""
    starters = [entry for entry in race.entries if entry.competes]
    places = [entry.place for entry in starters if entry.place is not None]
    missing = max(places, default=0) - len(places)
    unknown = sum(1 for entry in starters if entry.status is Status.UNKNOWN)
    return missing <= unknown and (len(starters) >= FIELD or race.documented == "full") and len(starters) > 1


def _sky(weather: str, room: int) -> str:
    """The conditions if they are the weather, or as many of their figures, comma by comma, as there is room for."""
    parts = weather.split(", ")
    if not _WEATHER.search(weather):
        return ""
    counts = range(len(parts), 0, -1) if weather[0].isdigit() else [len(parts)]
    said = [f". {sentence(', '.join(parts[:count]))}" for count in counts]
    return next((text for text in said if len(text) <= room), "")


def _shown(watch: Watch, found: list[Lead], quote: Quote, last: float) -> float:
    """When a quote is shown, not after the last finisher: then, if its moment is none of this race."""
    if quote.show.kind is WhenKind.LEAD_CHANGE:
        return _lead_change(watch, found, quote.show, last)
    try:
        return min(max(watch.timeline.time_of(quote.show), 0.0), last)
    except (ValueError, ReplayError):
        return last


def _lead_change(watch: Watch, found: list[Lead], when: When, last: float) -> float:
    """The last change of the lead: to the runner who is named, if one is. The end where there was none."""
    names = {watch.name(e): e for e in watch.curves} | {watch.entry(e).name: e for e in watch.curves}
    wanted = names.get(when.runner) if when.runner is not None else None
    times = [watch.time_at(lead.entry, lead.start) for lead in found[1:] if wanted in (None, lead.entry)]
    return min(max((t for t in times if t is not None), default=last), last)


def _quoted(watch: Watch, quote: Quote, time: float) -> Call:
    who = tuple(i for i, entry in enumerate(watch.race.entries) if entry.name == quote.by)
    return Call(time, CallKind.QUOTE, quote.text, quote.by, quote.source, False, who)


def _at(call: Call, time: float) -> Call:
    return Call(time, call.kind, call.text, call.by, call.source, call.estimated, call.entries)
