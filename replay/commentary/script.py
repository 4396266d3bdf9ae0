"""The commentary of a whole race: what happens is told when it happens, and what is known fills the silences between.

1. `Watch` sees the race, and `RULES` say what there is to tell of it (`events`); the best of that is chosen.
2. A speaker goes through it in order of time. Where it would be quiet for long he asks the rules what there is to say
   about this very moment (`fills`); nobody is silent for longer than a limit, and nothing empty is said before it.
3. Nothing is said that the board of that time does not show, and no construction is used twice in a minute.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

from replay.commentary.board import holds, metres_behind
from replay.commentary.calls import Call, CallKind, Gap
from replay.commentary.climax import run_in
from replay.commentary.finishes import untimed_ideas
from replay.commentary.hours import hour_calls
from replay.commentary.ideas import ALWAYS, Idea, chosen
from replay.commentary.leads import leads
from replay.commentary.observer import Watch
from replay.commentary.others import times_beside
from replay.commentary.pack import TOUCH
from replay.commentary.quotes import quoted
from replay.commentary.rules import RULES, Rule
from replay.commentary.seen import Seen
from replay.commentary.stakes import stakes_of, told_until
from replay.commentary.stretches import stretches_of
from replay.commentary.voice import Voice
from replay.state.timeline import Timeline

PATIENCE, PATIENCE_ROAD = 19.0, 100.0
"""Seconds since anything was told of the race itself after which facts wait for that, on a track and on a road."""
APART = 4.0
"""Seconds between one thing that need not be said and the next."""
MOST_ROAD = 200
"""How many such things are said in the longest race on a road, where the boards are what there is to tell."""
QUIET = 20.0
"""Seconds for which it may be silent on a track."""
QUIET_ROAD = 60.0
"""The same on a road."""
QUIET_ALONE = 90.0
"""The same where one runs alone, in whose race little happens; a third of it in the last 300 m."""
QUIET_LAST = 6.0
"""The same on a track in the last 300 m, until the winner is home."""
MOST_SILENCES = 2000
"""Silences of a race: those of one that lasts for days are longer."""
RHYTHM = 0.55
"""The part of such a silence after which somebody with something to say says it."""
RHYTHM_ROAD = 0.9
"""The same on a road."""
LATEST = 0.93
"""The part of it after which anything is said."""
EAGER, EAGER_ROAD = 6.0, 28.0
"""Seconds after what was said last at which what is at stake is told; on a road it is quiet between two boards."""
SLOWER = 3
"""How many times as long a rule rests on a road, where things change as slowly."""
LEAST, SHARE, WIDE = 0.5, 0.15, 0.3
"""By how much a gap changes in the last 300 m before it is worth another word: metres, and parts of it up to `TOUCH`
metres and above, where nobody is caught any more."""
HURRY = 0.5
"""The part of its rest after which a rule is asked before metres are counted."""
ROOM = 3.0
"""Seconds before the next event in which nothing is said for the sake of saying something."""


def call_race(timeline: Timeline) -> tuple[Call, ...]:
    """Every line of a race's commentary, in order of time.

    Quotes of before the race come first, at 0; quotes of after it last, at the time of the last finisher who has one.
    Only those are told after them who come home later still, in times that nobody gives.
    """
    watch = Watch(timeline)
    if watch.race.duration is not None:
        seen = Seen(watch, (), watch.race.duration)
        before, during, after = quoted(seen)
        return (*before, *sorted([*hour_calls(watch), *during], key=lambda call: call.time), *after)
    end = watch.arrived[-1][0].seconds if watch.arrived else timeline.duration
    seen = Seen(watch, leads(watch), end, stakes_of(watch), times_beside(watch), stretches_of(watch))
    ideas = [replace(idea, fact=rule.fact) for rule in RULES if rule.events is not None for idea in rule.events(seen)]
    told = [_clipped(idea, end) for idea in ideas if 0 <= idea.time <= end + 1e-9 or idea.weight == ALWAYS]
    apart = max(APART, timeline.duration / MOST_ROAD) if timeline.track.by_kilometres else APART
    events = chosen(told, apart)
    before, during, after = quoted(seen)
    speaker = Speaker(seen)
    for time, _, item in sorted(
        [(idea.time, at, idea) for at, idea in enumerate(events)]
        + [(call.time, len(events) + at, call) for at, call in enumerate(during)],
        key=lambda found: found[:2],
    ):
        speaker.fill(time)
        speaker.speak(item)
    speaker.fill(end)
    timed = len(speaker.calls)
    for idea in sorted(untimed_ideas(seen), key=lambda idea: idea.time):
        if idea.time > end:
            speaker.speak(idea)
    return (*before, *speaker.calls[:timed], *after, *speaker.calls[timed:])


def _clipped(idea: Idea, end: float) -> Idea:
    return replace(idea, time=end) if idea.time > end else idea


class Speaker:
    """Says things in order of time."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._voice = Voice(seen.watch.race.id)
        self._last = self._raced = 0.0
        self._told: dict[str, float] = {}
        self._done: set[str] = set()
        self._gaps: dict[tuple[int, int], float] = {}
        self.calls: list[Call] = []
        self._road = seen.watch.timeline.track.by_kilometres
        self._rhythm = RHYTHM_ROAD if self._road else RHYTHM
        self._run_in = run_in(seen)
        self._staked = seen.watch.reached(told_until(seen)) or 0.0

    def quiet(self, t: float) -> float:
        """Seconds for which it may be silent from `t` on."""
        last = self._run_in <= t < self._seen.watch.winner_time
        least = self._seen.end / MOST_SILENCES
        if self._road:
            return max(QUIET_ROAD, least)
        if self._seen.watch.alone:
            return QUIET_ALONE / 3 if last else max(QUIET_ALONE, least)
        return QUIET_LAST if last else max(QUIET, least)

    def speak(self, item: Idea | Call) -> bool:
        """Say something, unless it is not what the board shows, or could only be said in words just used."""
        if isinstance(item, Call):
            self._keep(item)
            return True
        call = item.call(self._voice)
        watch = self._seen.watch
        tired = item.once in self._done or not (self._voice.fresh or item.weight == ALWAYS)
        if tired or not holds(watch.timeline, item.time, item.claims):
            return False
        if item.instant and item.entries and call.kind not in (CallKind.GUN, CallKind.DQ):
            call = replace(call, estimated=call.estimated or not watch.timed(item.entries, item.time))
        self._voice.keep()
        self._gaps |= self._apart(item)
        if item.once:
            self._done.add(item.once)
        self._keep(call)
        return True

    def _keep(self, call: Call) -> None:
        self.calls.append(call)
        self._last = call.time
        if call.of_race:
            self._raced = call.time

    def fill(self, until: float) -> None:
        """Fill the silence before something that is told at `until`."""
        while self._last < until:
            latest = self._last + self.quiet(self._last)
            if self._last < self._run_in:  # the last 300 m may begin within this silence
                latest = min(latest, self._run_in + self.quiet(self._run_in))
            soon, late = (self._last + part * (latest - self._last) for part in (self._rhythm, LATEST))
            late = min(late, max((self._last + until) / 2, until - self.quiet(until)))  # one is enough: midway
            eager = self._last + (EAGER_ROAD if self._road else EAGER)
            left = any(idea.once not in self._done for idea in self._seen.stakes)
            if left and eager + ROOM <= until and (self._of_race_at(eager) or self._told_at(eager, _is_eager)):
                continue
            rich = soon + ROOM <= until and self._tells(soon)
            if not rich and (until <= latest or not self._told_at(late, lambda _: True, hurry=HURRY)):
                return

    def _of_race_at(self, t: float) -> bool:
        """Whether a rule had something to say of the race itself, where it is long ago that anything was told of it."""
        patience = PATIENCE_ROAD if self._road else PATIENCE
        left = sum(idea.once not in self._done for idea in self._seen.stakes)
        if left * EAGER > self._staked - t:  # what is at stake would find no room any more
            patience *= 2
        if t - self._raced < patience:
            return False
        return self._told_at(t, lambda rule: not rule.fact)

    def _tells(self, t: float) -> bool:
        """Whether a rule that is not plain had something to say; of the race itself first, where that is overdue."""
        return self._of_race_at(t) or self._told_at(t, lambda rule: not rule.plain)

    def _told_at(self, t: float, wanted: Callable[[Rule], bool], hurry: float = 1.0) -> bool:
        """Whether one of the wanted rules had something to say at `t`: the one that has been silent for longest.

        The plain ones are asked in the order of their table. In a hurry the others rest for a part of the time only.
        """
        board = self._seen.watch.board(t)
        late = self._run_in <= t < self._seen.watch.winner_time
        rules = [rule for rule in RULES if rule.fills is not None and wanted(rule) and (rule.late or not late)]
        rules.sort(key=lambda rule: (rule.plain, 0.0 if rule.plain else self._told.get(rule.name, -math.inf)))
        for rule in rules:
            rest = rule.rest * (SLOWER if self._road else 1) * hurry
            if t - self._told.get(rule.name, -math.inf) < rest and not rule.plain:
                continue
            found = (_filling(idea, rule) for idea in rule.fills(self._seen, board)) if rule.fills else ()
            if self._first(found, late and not rule.plain):
                self._told[rule.name] = t
                return True
        return False

    def _first(self, ideas: Iterable[Idea], late: bool) -> bool:
        return any(self.speak(replace(idea, weight=1)) for idea in ideas if not late or self._is_news(idea))

    def _is_news(self, idea: Idea) -> bool:
        """Whether a line of gaps tells of one that has changed since it was last told."""
        gaps = self._apart(idea)
        return not gaps or any(
            abs(far - self._gaps.get(pair, math.inf)) >= max(LEAST, (SHARE if far <= TOUCH else WIDE) * far)
            for pair, far in gaps.items()
        )

    def _apart(self, idea: Idea) -> dict[tuple[int, int], float]:
        """The gaps of which a line tells, in metres."""
        pairs = [(claim.entry, claim.behind) for claim in idea.claims if isinstance(claim, Gap)]
        found = {(a, b): metres_behind(self._seen.watch.timeline, idea.time, a, b) for a, b in pairs}
        return {pair: far for pair, far in found.items() if far is not None}


def _is_eager(rule: Rule) -> bool:
    return rule.eager


def _filling(idea: Idea, rule: Rule) -> Idea:
    """What a rule would say because it is quiet; where that is a moment of its own, as a finish, it is no standing."""
    return replace(idea, fact=rule.fact, standing=idea.kind is CallKind.SPLIT)
