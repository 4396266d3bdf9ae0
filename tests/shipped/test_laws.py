"""The laws of the commentary: each holds for every shipped race, and for races made up."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from replay.commentary import Call, CallKind, call_race
from replay.commentary.board import holds
from replay.commentary.calls import Gap, Position
from replay.commentary.marks import marks
from replay.commentary.observer import Watch
from replay.commentary.observer import told as given_out
from replay.commentary.pace import LAST, NEARER, Target, earliest, targets
from replay.files.formats import read_race
from replay.race.race import Evidence, Race, Split, Status, Surface, Time
from replay.race.shortnames import short_names
from replay.state.timeline import Timeline
from tests.commentary.test_script import any_entry, any_race
from tests.depth import examples
from tests.places import RACES
from tests.together import together

FILES = sorted(RACES.glob("*.yaml"))
MINUTE = 60.0


class Told:
    """A race with its timeline and its commentary."""

    def __init__(self, race: Race) -> None:
        self.race = race
        self.timeline = Timeline(race)
        self.calls = call_race(self.timeline)
        self.own = [call for call in self.calls if call.kind is not CallKind.QUOTE]
        self.road = race.course.surface is Surface.ROAD
        self.lapped = race.course.surface not in (Surface.ROAD, Surface.POOL)
        watch = Watch(self.timeline)
        self.end = watch.arrived[-1][0].seconds if watch.arrived else self.timeline.duration
        self.won = watch.winner_time
        reached = (self.timeline.motion.time_at(entry, race.distance - 300.0) for _, entry in watch.arrived)
        self.run_in = min((t for t in reached if t is not None), default=0.0) if race.distance > 300 else 0.0

    def silences(self, since: float = 0.0, until: float | None = None) -> list[float]:
        """Seconds between one thing said and the next, from one time to another."""
        end = self.end if until is None else until
        times = [since, *(call.time for call in self.calls if since < call.time < end), end]
        return [b - a for a, b in pairwise(times)]


@cache
def shipped(name: str) -> Told:
    race, _ = read_race(RACES / f"{name}.yaml")
    return Told(race)


every_race = together("name", [path.stem for path in FILES])


def hush(told: Told) -> None:
    """Nothing is silent for more than 20 s on a track, 8 s in the last 300 m, 60 s on a road.

    Who runs alone on a track is told lap by lap, and nothing in between: 90 s, and 30 s in the last 300 m.
    """
    watch = Watch(told.timeline)
    if not watch.arrived:
        return  # nobody is known to come home
    alone = watch.alone and not told.road
    assert max(told.silences(), default=0) <= (60.0 if told.road else 90.0 if alone else 20.0) + 1e-6
    if told.lapped:
        assert max(told.silences(told.run_in, told.won), default=0) <= (30.0 if alone else 8.0) + 1e-6


def variety(told: Told) -> None:
    """No construction twice in a minute, no words twice."""
    last: dict[str, float] = {}
    for call in told.own:
        if call.form:
            assert call.time - last.get(call.form, -1e9) >= MINUTE, call
            last[call.form] = call.time
    texts = [call.text for call in told.own]
    # Two of one name cannot but be told in the same words.
    assert len(set(texts)) == len(texts) or len({e.name for e in told.race.entries}) < len(told.race.entries)


def agreement(told: Told) -> None:
    """What a call says of places and gaps is on the board at its time; whoever is named is one it is about."""
    names = short_names(told.race.entries)
    for call in told.own:
        assert holds(told.timeline, call.time, call.claims), call
        about = {*call.entries, *(claim.entry for claim in call.claims)}
        about |= {claim.behind for claim in call.claims if isinstance(claim, Gap)}
        assert about <= set(range(len(names)))


def leaders(told: Told) -> None:
    """Who is said to take the lead has it on the board in that very moment."""
    for call in told.own:
        if call.kind is CallKind.LEAD:
            assert holds(told.timeline, call.time, (Position(call.entries[0], 1),)), call


def no_spoiler(told: Told) -> None:
    """Nobody is told to be home, nor a result or its time printed, before he or she is."""
    results = {e.result.text: e.result.seconds for e in told.race.entries if e.competes and e.result and e.result.text}
    known = {record.time.text for record in told.race.records}
    known |= {best.text for e in told.race.entries for best in (e.pb, e.sb) if best is not None}
    for call in told.own:
        if call.kind in (CallKind.FINISH, CallKind.RECORD) and call.form:
            for index in call.entries:
                result = told.race.entries[index].result
                assert result is not None, call
                assert result.seconds <= call.time + 1e-6, call
        for text, seconds in results.items():
            if seconds > call.time + 1e-6 and text not in known:
                assert not re.search(rf"(?<![\d:]){re.escape(text)}(?!\d)", call.text), call


def climax(told: Told) -> None:
    """The bell, 300 and 200 m to go, off the bend, 50 m to go, the line, and the result before any quote."""
    forms = [call.form.split("/")[0] for call in told.own]
    if told.timeline.track.home_straight and told.race.distance >= 800 and told.timeline.winner_time:
        assert any(call.kind is CallKind.BELL for call in told.own)
        # On a short track the bell is at 200 m to go, and the bend ends with 45 m to go.
        outdoor = told.timeline.track.lap > 300
        for point in ("300", "200", "straight", "50") if outdoor else ("300", "100", "straight"):
            assert any(form.startswith(point) for form in forms), point
    home = [call for call in told.own if call.kind is CallKind.FINISH and not call.pinned]
    finishers = [e for e in told.race.entries if e.status is Status.FINISHED and e.competes]
    # Somebody placed has no time: who was first may be one of those.
    timeless = any(e.place is not None and e.result is None for e in finishers)
    if len(home) > 1 and any(e.result for e in finishers) and not timeless:
        assert any(call.pinned for call in told.own)
    pinned = [at for at, call in enumerate(told.calls) if call.pinned]
    after = [at for at, call in enumerate(told.calls) if call.kind is CallKind.QUOTE and call.time >= told.won]
    if pinned and after:
        assert min(pinned) < min(after)


def quotes(told: Told) -> None:
    """One a lap at most, none between 300 m to go and the result, those of before at the gun."""
    shown = [call for call in told.calls if call.kind is CallKind.QUOTE]
    assert sorted(call.text for call in shown) == sorted(quote.text for quote in told.race.quotes)
    during = [call for call in shown if 0 < call.time < told.end]
    laps = told.timeline.track.laps
    if len(laps) > 1:
        runs = [told.timeline.top(call.time, 1).leader_distance for call in during]
        numbers = [sum(lap <= run + 1e-6 for lap in laps) for run in runs]
        assert len(set(numbers)) == len(numbers)
    assert not [call for call in during if call.time >= told.run_in and told.lapped]


def tilde(told: Told) -> None:
    """What happens at a time that nobody took is marked, and what rests on a place that was worked out."""
    happens = (CallKind.LEAD, CallKind.MOVE, CallKind.PASS, CallKind.BREAK, CallKind.KICK, CallKind.BELL, CallKind.STOP)
    for call in told.own:
        if call.estimated:
            continue
        times = [
            time.seconds
            for index in call.entries
            for time in (*(s.time for s in told.race.entries[index].splits), told.race.entries[index].result)
            if time is not None and time.evidence is not Evidence.ESTIMATED
        ]
        if call.kind in happens:
            assert any(abs(call.time - time) < 0.006 for time in times), call
        elif call.claims and call.time < told.end and not any(abs(call.time - time) < 0.006 for time in times):
            named = {claim.entry for claim in call.claims}
            shown = {r.entry: r for r in told.timeline.top(call.time, 1, named).standings}
            assert all(shown[entry].evidence is not Evidence.ESTIMATED for entry in named), call


def nothing_empty(told: Told) -> None:
    """A kick is faster than anybody else's same stretch; who is timed but does not lead is given with a place."""
    for call in told.own:
        if call.form.startswith("split/"):
            assert Position(call.entries[0], 1) in call.claims, call
        if call.form.startswith("timed/"):
            assert any(isinstance(claim, Position) and claim.place > 1 for claim in call.claims), call
        if call.kind is CallKind.KICK:
            assert _fastest(told.race, call), call
        assert "line is" not in call.text


def _fastest(race: Race, call: Call) -> bool:
    mine = [split for split in race.entries[call.entries[0]].splits if given_out(split)]
    end = next(at for at, split in enumerate(mine) if abs(split.time.seconds - call.time) < 0.006)
    a, b = mine[end - 1].distance, mine[end].distance
    took: dict[int, float] = {}
    for index, entry in enumerate(race.entries):
        at = {split.distance: split.time.seconds for split in entry.splits if given_out(split)}
        if a in at and b in at:
            took[index] = at[b] - at[a]
    own = took.pop(call.entries[0])
    return all(own < other for other in took.values())


def projection(told: Told) -> None:
    """At every mark from a fifth of the race and a lap on where a time is known, it is said what that comes to.

    And beside what: a world record, another one and somebody's best, the nearest of each that is near enough.
    """
    watch = Watch(told.timeline)
    said = {call.time: call.text for call in told.own if call.form.startswith("projection")}
    for distance in marks(watch):
        timed = [(t, e) for t, e in watch.splits_at(distance) if not watch.paces(e)]
        runners = watch.board(timed[0][0].seconds).runners if timed else ()
        first = next((runner.entry for runner in runners if not watch.paces(runner.entry)), None)
        if timed and timed[0][1] == first and earliest(watch) <= distance <= watch.distance - LAST:
            texts = [text for time, text in said.items() if 0 < time - timed[0][0].seconds < 10]
            assert texts, distance
            comes_to = timed[0][0].seconds * watch.distance / distance
            near = [t for t in targets(watch, first) if abs(t.time.seconds - comes_to) <= NEARER * comes_to]
            for kind in ({t.time.text for t in near if is_kind(t)} for is_kind in KINDS):
                assert not kind or any(time in texts[0] for time in kind), (texts[0], kind)


def _is_world(target: Target) -> bool:
    return target.label.lower().startswith("world ") and target.label.lower() != "world lead"


KINDS: tuple[Callable[[Target], bool], ...] = (
    _is_world,
    lambda target: bool(target.label) and not _is_world(target),
    lambda target: not target.label,
)
"""World records, other records, bests."""


LAWS = (hush, variety, agreement, leaders, no_spoiler, climax, quotes, tilde, nothing_empty, projection)
CERTAIN = tuple(law for law in LAWS if law is not projection)
"""Those that hold whatever the file says, contradictions included; who is out of the race has no projection."""


@every_race
@together("law", LAWS)
def test_a_law_holds_in_every_shipped_race(law: object, name: str) -> None:
    assert callable(law)
    law(shipped(name))


@given(any_race())
@examples(40)
def test_the_laws_hold_whatever_the_race(race: Race) -> None:
    told = Told(race)
    for law in CERTAIN:
        law(told)


@st.composite
def timed_race(draw: st.DrawFn) -> Race:
    """800 m in which some are timed at some of the hundreds, at a pace that changes: somebody may kick."""
    entries = []
    for _ in range(draw(st.integers(2, 7))):
        pace, known = draw(st.floats(0.12, 0.16)), list(Evidence)
        times = accumulate(100 * pace * draw(st.floats(0.85, 1.15)) for _ in range(8))
        splits = [Split(100.0 * k, Time(round(t, 2), draw(st.sampled_from(known)))) for k, t in enumerate(times, 1)]
        kept = tuple(split for split in splits[:-1] if draw(st.integers(0, 8)))
        found = draw(any_entry(800.0))
        result = splits[-1].time if found.result is not None else None
        entries.append(replace(found, splits=kept, result=result))
    return Race("timed", "The 800", 800.0, tuple(entries))


@given(timed_race())
@examples(40)
def test_the_laws_hold_where_many_are_timed(race: Race) -> None:
    told = Told(race)
    for law in CERTAIN:
        law(told)


def test_the_sweep_looks_at_something() -> None:
    claims: dict[str, int] = defaultdict(int)
    for path in FILES:
        for call in shipped(path.stem).own:
            for claim in call.claims:
                claims[type(claim).__name__] += 1
    assert claims["Position"] > 800
    assert claims["Gap"] > 300
