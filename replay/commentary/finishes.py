"""Who comes home, when: the winner, the next two, and the others in twos and threes."""

import itertools
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from replay.commentary.calls import CallKind, Claim, Gap, Position
from replay.commentary.ideas import ALWAYS, Idea
from replay.commentary.observer import Watch
from replay.commentary.records import Home, broken, margin, record_words, sets_record
from replay.commentary.seen import Seen
from replay.commentary.titles import title_of
from replay.commentary.voice import Voice, apart, article, clock, digits, listed, number, ordinal
from replay.race.order import laps_down
from replay.race.pacelights import inside
from replay.race.race import Evidence, Status

TOLD = 20
"""Finishers of a field up to which everyone is told; of larger ones the first ten and whoever set a record."""
TOGETHER = 10.0
"""Seconds from the first to the last of those behind the first three who are told in one breath."""
BREATH = 3
"""How many at most."""
ROOM = 108
"""Characters of such a line."""


_HUNDREDTHS = 2
"""Decimals of a time from which on two who have it were seen to be level; the places of a list say so, too."""
_LEVEL = 0.0005
"""Seconds within which two came home together."""


def place_as_run(watch: Watch, entry: int) -> int | None:
    """The place in which an entry crosses the line, as the board has it then: before anybody is disqualified later.

    None where somebody in front is disqualified in the same instant: the board has the place that follows from it, and
    the voice has not told of it yet.
    """
    mine = watch.entry(entry).result
    if mine is None or any(
        other.result.seconds < mine.seconds == watch.timeline.time_of(other.decided)
        for other in watch.disqualified
        if other.result is not None
    ):
        return None
    state = watch.timeline.top(mine.seconds, 1, (entry,))
    return next((runner.place for runner in state.standings if runner.entry == entry), None)


def finish_ideas(seen: Seen) -> Iterator[Idea]:
    """The winner, the next two, whoever sets a record, and the others in groups."""
    watch = seen.watch
    told = _told(watch)
    group: list[Home] = []
    level: list[Home] = []
    for at, home in enumerate(told):
        if home in level:  # and told with the first of them
            continue
        level = level_with(watch, told[at:]) if at < 3 else []
        alone = at < 3 or sets_record(watch.entry(home[1]))
        if group and (alone or not _joins(watch, group, home)):
            yield _group(watch, group)
            group = []
        if len(level) > 1:
            yield _dead_heat(watch, level, told[at - 1] if at else None)
        elif at == 0:
            idea = _idea(watch, [home], CallKind.FINISH, _winner(watch, home))
            yield replace(idea, pinned=_is_alone(watch))  # there is no other result than that
        elif alone:
            yield _alone(watch, home, told)
        else:
            group.append(home)
    if group:
        yield _group(watch, group)


def untimed_ideas(seen: Seen) -> Iterator[Idea]:
    """Those who came home in a place that is known and in a time that is not, when they are drawn at the line."""
    watch = seen.watch
    if len(watch.race.entries) > TOLD:
        return
    for i, entry in enumerate(watch.race.entries):
        if entry.competes and entry.status is Status.FINISHED and entry.result is None and entry.place is not None:
            words = _untimed(watch.name(i), ordinal(entry.place), laps_down(entry))
            yield Idea(watch.timeline.home(i), CallKind.FINISH, ALWAYS, words, estimated=True, instant=False)


def _untimed(name: str, place: str, laps: int) -> Callable[[Voice], str]:
    if laps:
        down = "a lap" if laps == 1 else f"{number(laps)} laps"
        return lambda voice: voice.say(
            "lapped",
            f"{name} is {place}, {down} down",
            f"{place} is {name}, with {down} fewer than the winner",
            f"{name} ends {place}, {down} behind",
        )
    return lambda voice: voice.say(
        "untimed",
        f"{name} is {place}, in a time that no report gives",
        f"{place} is {name}: the time is not known",
        f"{name} comes home {place}, and nobody has the time",
    )


def lost_ideas(seen: Seen) -> Iterator[Idea]:
    """Those who ran in with the others and whose results no report gives."""
    watch = seen.watch
    lost = [
        i for i, e in enumerate(watch.race.entries) if e.status is Status.UNKNOWN and watch.timeline.home(i) < math.inf
    ]
    if not lost:
        return
    names = listed(sorted(map(watch.name, lost)))

    def words(voice: Voice) -> str:
        return voice.say(
            "lost",
            f"{names} came in too: in which places, and when, no report tells",
            f"No report tells in which places {names} came in, or when",
        )

    last = max(seen.end, *(watch.timeline.home(i) for i in lost))
    yield Idea(last, CallKind.FINISH, ALWAYS, words, instant=False)


def _told(watch: Watch) -> list[Home]:
    if len(watch.arrived) <= TOLD:
        return watch.arrived
    marked = [pair for pair in watch.arrived[10:] if sets_record(watch.entry(pair[1]))]
    return watch.arrived[:10] + marked[:30]


def _joins(watch: Watch, group: list[Home], home: Home) -> bool:
    """Whether somebody comes soon enough after a group to be told with it, in one line of fair length."""
    near = len(group) < BREATH and home[0].seconds - group[0][0].seconds <= TOGETHER
    return near and len(_names(watch, [*group, home])) <= ROOM


def _group(watch: Watch, group: list[Home]) -> Idea:
    return _idea(watch, group, CallKind.FINISH, _together(watch, group) if len(group) > 1 else _one(watch, group[0]))


def level_with(watch: Watch, homes: Sequence[Home]) -> list[Home]:
    """The first of some who are home, and those behind him who share his time and his place."""
    time, entry = homes[0]
    place = place_as_run(watch, entry)
    same = itertools.takewhile(lambda home: home[0].seconds - time.seconds <= _LEVEL, homes[1:])
    return [homes[0], *(home for home in same if place is not None and place_as_run(watch, home[1]) == place)]


def _dead_heat(watch: Watch, level: Sequence[Home], before: Home | None) -> Idea:
    """Who win together, or share second or third: told at once, for all of them are home."""
    (time, first), entries = level[0], [entry for _, entry in level]
    names, at, all_of = listed([watch.name(entry) for entry in entries]), clock(time), _all_of(len(level))
    best = _bests(watch, entries)
    best = f", {best}" if best else ""
    others = entries if before else entries[1:]  # the winner's records are told by themselves
    records = [(watch.name(entry), record.name) for entry in others for record in broken(watch, entry)]
    more = "".join(f"; {article(record)} {record} for {name}" for name, record in records)
    seen = watch.entry(first).place is not None or digits(time) >= _HUNDREDTHS
    if before is not None:
        spot, gap = ordinal(place_as_run(watch, first) or 0), apart(time, before[0])
        between = ": no daylight between them" if seen else ""
        words = f"{names} share {spot} in {at}, {gap} behind{best}{between}{more}"
        kind = CallKind.RECORD if records else CallKind.FINISH
        return _idea(watch, level, kind, lambda voice: voice.say("shared", words))
    champion, _ = title_of(watch.race)
    title = "" if watch.race.what_if else _title(watch.race.title)
    heat = ", a dead heat" if seen else ""
    if any(watch.entry(entry).status is Status.DQ for entry in entries):  # the race will not have been won by this
        words = f"{names} are home together in {at}{best}{more}"
    elif champion:
        words = f"{names} are {all_of} {champion}s{heat}: {at}{best}{more}!"
    else:
        words = f"{names} win {title or 'it'} together{heat}: {at}{best}{more}!"
    return _idea(watch, level, CallKind.FINISH, lambda voice: voice.say("winners", words))


def _all_of(count: int) -> str:
    return "both" if count == 2 else f"all {number(count)}"


def _bests(watch: Watch, entries: Sequence[int]) -> str:
    """`personal bests for both`, `a personal best for Kerr`; empty where nobody has one."""
    found = [watch.name(entry) for entry in entries if "PB" in watch.entry(entry).marks]
    if len(found) == len(entries) > 1:
        return f"personal bests for {_all_of(len(found))}"
    return f"{'a personal best' if len(found) == 1 else 'personal bests'} for {listed(found)}" if found else ""


def _idea(
    watch: Watch, homes: Sequence[Home], kind: CallKind, words: Callable[[Voice], str], gap: Gap | None = None
) -> Idea:
    places = [(e, place_as_run(watch, e)) for _, e in homes]
    claims: list[Claim] = [Position(e, place) for e, place in places if place is not None]
    return Idea(
        homes[-1][0].seconds,
        kind,
        ALWAYS,
        words,
        estimated=any(time.evidence is Evidence.ESTIMATED for time, _ in homes),
        entries=tuple(e for _, e in homes),
        claims=(*claims, *((gap,) if gap is not None else ())),
    )


def best_words(watch: Watch, entry: int) -> str:
    """`, a personal best by 3.53 s`; of a season's best too; empty where the marks claim neither."""
    found = watch.entry(entry)
    for mark, words, old in (("PB", "a personal best", found.pb), ("SB", "a season’s best", found.sb)):
        if mark in found.marks and found.result is not None:
            better = old is not None and old.seconds > found.result.seconds
            return f", {words} by {margin(found.result, old)}" if better and old is not None else f", {words}"
    return ""


def _is_alone(watch: Watch) -> bool:
    """Whether nobody else competes."""
    return sum(entry.competes for entry in watch.race.entries) == 1


def _winner(watch: Watch, first: Home) -> Callable[[Voice], str]:
    time, entry = first
    name, at, best = watch.name(entry), clock(time), best_words(watch, entry)
    gone = watch.entry(entry).status is Status.DQ  # nobody knows it yet, and nobody is said to win who does not
    if gone or place_as_run(watch, entry) not in (1, None) or _is_alone(watch):
        return lambda voice: voice.say("home first", f"{name} is home in {at}{best}")
    champion, _ = title_of(watch.race)
    title = "" if watch.race.what_if else _title(watch.race.title)
    if champion:
        ways = [f"{name} is {_indefinite(champion)}: {at}{best}!", f"{name}! The {champion} in {at}{best}!"]
    elif title:
        ways = [f"{name} wins {title} in {at}{best}!", f"{name} takes {title}: {at}{best}!"]
    else:
        ways = [f"{name} wins in {at}{best}!", f"{name} is home first: {at}{best}!"]
    return lambda voice: voice.say("winner", *ways)


def _indefinite(champion: str) -> str:
    """`the champion`, `Olympic champion`: a title that is a name needs no article."""
    return f"the {champion}" if champion == "champion" else champion


def _title(title: str) -> str:
    """`the Bowerman Mile`, `the men’s 1500 metres final`; empty for a title that does not go into a sentence.

    Nor does the name of a file, which is the title of a list that has no other: `club`, `chicago marathon 2023`.
    """
    if last := re.fullmatch(r"(\S.*?),? ((?:wo)?men)", title, re.IGNORECASE):  # `5000m women`
        title = f"{last[2].lower()}’s {last[1]}"
    if re.match(r"(wo)?men[’']s ", title, re.IGNORECASE):
        title = (title[:1].lower() + title[1:]).replace(",", "")
    elif title[:1].islower() or "_" in title:
        return ""
    if re.search("[,:;]", title) or len(title) > 40:
        return ""
    return title if title.lower().startswith("the ") else f"the {title}"


def _alone(watch: Watch, own: Home, told: list[Home]) -> Idea:
    """Second, third, or whoever sets a record."""
    time, entry = own
    place, before = place_as_run(watch, entry), told[told.index(own) - 1]
    gap = time.seconds - before[0].seconds
    claim = Gap(entry, before[1], round(gap, 2))
    records = broken(watch, entry)
    if records:
        said = _with_records(watch, own, place, [record_words(watch, own, record) for record in records])
        return _idea(watch, [own], CallKind.RECORD, said)
    if place is None or place_as_run(watch, before[1]) != place - 1:  # two are level in front, or one is disqualified
        return _idea(watch, [own], CallKind.FINISH, _one(watch, own))
    if gap <= _LEVEL:
        words = f"{watch.name(entry)} is {ordinal(place)} in the same time{best_words(watch, entry)}"
        return _idea(watch, [own], CallKind.FINISH, lambda voice: voice.say(f"home {place} level", words), claim)
    return _idea(watch, [own], CallKind.FINISH, _next(watch, own, before[1], place, apart(time, before[0])), claim)


def _next(watch: Watch, own: Home, before: int, place: int, gap: str) -> Callable[[Voice], str]:
    name, at, spot = watch.name(own[1]), clock(own[0]), ordinal(place)
    best, other = best_words(watch, own[1]), watch.name(before)
    same = _equals(watch, own)
    return lambda voice: voice.say(
        f"home {place}",
        f"{name} is {spot} in {at}, {gap} down{best}{same}"
        if place == 2
        else f"{name} takes {spot} in {at}{best}, {gap} after {other}{same}",
        f"{gap} later {name} is {spot}, {at}{best}{same}"
        if place == 2
        else f"{spot} is {name} in {at}{best}, another {gap} back{same}",
    )


def _equals(watch: Watch, own: Home) -> str:
    """`, the very time of Yared Nuguse’s world lead`, where it is that of a record that it does not claim."""
    claimed = {record.name.lower() for record in broken(watch, own[1])}
    old = next((record.old for record in broken(watch, watch.arrived[0][1]) if record.mark == "WR"), None)
    if old is not None and own != watch.arrived[0] and own[0].seconds < old.time.seconds:
        return ", inside the old world record too"
    for record in watch.race.records:
        if record.holder and record.time.seconds == own[0].seconds and record.label.lower() not in claimed:
            return f", the very time of {record.holder}’s {inside(record.label)}"
    return ""


def _with_records(watch: Watch, own: Home, place: int | None, records: list[str]) -> Callable[[Voice], str]:
    time, entry = own
    name, at = watch.name(entry), clock(time)
    best = best_words(watch, entry) if "PB" in watch.entry(entry).marks and watch.entry(entry).pb is not None else ""
    spot = f", {ordinal(place)}" if place is not None else ""
    words = "; ".join(f"{article(text)} {text}" for text in records)
    if len(words) > 80:
        words = f"{article(records[0])} {records[0]}"
    lead = f"{ordinal(place)} " if place is not None else "home "
    return lambda voice: voice.say(
        "home with a record",
        f"{name}{spot} in {at}{best}: {words}",
        f"{lead}{name}, {at}{best}, {words}",
        f"{at} for {name}{spot}{best}, and {words}",
        f"{words}! {name}{spot} in {at}{best}",
        f"{name} runs {at}{best}{spot}: {words}",
        f"And {words} for {name}{spot} in {at}{best}",
        f"With {at}{spot}, {name} has {words}{best}",
    )


def _one(watch: Watch, own: Home) -> Callable[[Voice], str]:
    time, entry = own
    place, name = place_as_run(watch, entry), watch.name(entry)
    at, best = clock(time), f"{best_words(watch, entry)}{_equals(watch, own)}"
    if place is None:
        return lambda voice: voice.say(
            "home",
            f"{name} finishes in {at}{best}",
            f"{name} is in, {at}{best}",
            f"{at} for {name}{best}",
            f"Home comes {name}: {at}{best}",
            f"The clock gives {name} {at}{best}",
        )
    spot = ordinal(place)
    fourth = _after_third(watch, own) if place == 4 else ""
    best = f"{fourth}{best}"
    return lambda voice: voice.say(
        "place",
        f"{name} is {spot} in {at}{best}",
        f"{spot} for {name}: {at}{best}",
        f"{spot} is {name} in {at}{best}",
        f"{name} comes home {spot}, {at}{best}",
        f"In {at}, {name} is {spot}{best}",
        f"Then {name}, {spot}: {at}{best}",
    )


def _after_third(watch: Watch, own: Home) -> str:
    """`, 1.52 s after Nuguse`, where the fourth is a good second behind the third."""
    third = next((home for home in watch.arrived if place_as_run(watch, home[1]) == 3), None)
    if third is None or own[0].seconds - third[0].seconds < 1:
        return ""
    return f", {apart(own[0], third[0])} after {watch.name(third[1])}"


def _names(watch: Watch, group: Sequence[Home]) -> str:
    """`Gourley fourth in 3:47.74 and Wightman fifth in 3:47.83: personal bests for both`."""
    parts = []
    for time, entry in group:
        place = place_as_run(watch, entry)
        spot = f" {ordinal(place)}" if place is not None else ""
        behind = _after_third(watch, (time, entry)) if place == 4 else ""
        parts.append(f"{watch.name(entry)}{spot} in {clock(time)}{behind}{_equals(watch, (time, entry))}")
    best = _bests(watch, [entry for _, entry in group])
    best = f"{':' if best.startswith('personal bests for ' + _all_of(len(group))) else ';'} {best}" if best else ""
    return f"{listed(parts)}{best}"


def _together(watch: Watch, group: Sequence[Home]) -> Callable[[Voice], str]:
    names = _names(watch, group)
    return lambda voice: voice.say(
        "group",
        names,
        f"Then {names}",
        f"Next {names}",
        f"Behind them {names}",
        f"In they come, {names}",
        f"Home as well: {names}",
        f"After that {names}",
    )
