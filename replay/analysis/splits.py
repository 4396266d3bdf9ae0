"""Everybody's splits and laps at the marks of a race: with the places there, as a coach reads them.

A runner's line is worked out when somebody asks for it. What is known at a time is what was passed by then.
"""

from collections.abc import Sequence
from typing import NamedTuple

from replay.analysis.laps import Halves, halves_of
from replay.analysis.marks import Passed, passed, split_marks, timed_marks, usual_marks
from replay.analysis.positions import Order
from replay.race.clocks import start_of
from replay.race.race import Evidence
from replay.race.times import decimals_between
from replay.state.evidence import is_guest, weaker
from replay.state.timeline import Timeline

_TELLING = 100.0
"""Metres of the shortest part that is compared with others of another length: times are of a tenth."""
_SAME = 0.5
"""Metres by which parts may differ that are as long as one another."""


class Part(NamedTuple):
    """From one mark to the next."""

    seconds: float
    evidence: Evidence
    metres: float
    digits: int
    """Decimals that are known of its seconds, one at most: none between times that were printed without."""
    whole: bool
    """Whether it counts for the best: a lap if it is as long as most, for a mile begins with 409 m; of parts of any
    length one that is not too short for its time to say anything."""

    @property
    def pace(self) -> float:
        """Seconds a metre."""
        return self.seconds / self.metres


class At(NamedTuple):
    """A runner at a mark."""

    passed: Passed
    part: Part | None
    """Since the mark before; None where he was not seen there."""
    place: int | None
    """Among those who compete; None for a guest, and where no order is known."""


Line = tuple[At | None, ...]
"""A runner at each mark; None where he never came."""


class Splits:
    """The splits of a race."""

    def __init__(self, timeline: Timeline, *, every: bool | None = None) -> None:
        """Nobody is asked for yet; of `every` mark where times were taken, of laps alone, or the usual ones."""
        self.timeline = timeline
        laps = split_marks(timeline)
        self.marks = usual_marks(timeline) if every is None else timed_marks(timeline) if every else laps
        """Metres."""
        self.timed = self.marks != laps
        """Whether these are where times were taken, and not the ends of laps."""
        lengths = [end - start for start, end in zip((0.0, *self.marks), self.marks, strict=False)]
        usual = max(lengths, key=lambda metres: sum(abs(other - metres) < _SAME for other in lengths))
        self.usual = usual
        """Metres of most parts."""
        self.even = all(abs(metres - usual) < _SAME for metres in lengths[1:-1])
        """Whether all but a first and a last part are as long as one another."""
        self._lengths = tuple(lengths)
        self._whole = tuple(
            metres >= min(usual, _TELLING) - _SAME if self.timed else abs(metres - usual) < _SAME for metres in lengths
        )
        self._orders: dict[int, Order] = {}
        self._lines: dict[int, Line] = {}
        self._halves: dict[int, Halves | None] = {}

    def of(self, entry: int) -> Line:
        """An entry at each mark, whenever it comes there."""
        if entry not in self._lines:
            self._lines[entry] = self._line(entry)
        return self._lines[entry]

    def known(self, entry: int, t: float) -> Line:
        """The same, as known at `t` seconds."""
        return tuple(at if at is not None and at.passed.seconds <= t else None for at in self.of(entry))

    def first(self, number: int) -> Passed | None:
        """When the first of all passes a mark, counted from 0; None where nobody does."""
        leader = self._order(number).leader
        return passed(self.timeline, leader, self.marks[number]) if leader is not None else None

    def reference(self, entry: int | None, t: float) -> tuple[Passed | None, ...]:
        """When an entry passed each mark, or the first of all, as known at `t` seconds: to whom gaps are."""
        if entry is not None:
            return tuple(at.passed if at is not None else None for at in self.known(entry, t))
        firsts = (self.first(number) for number in range(len(self.marks)))
        return tuple(found if found is not None and found.seconds <= t else None for found in firsts)

    def halves(self, entry: int, t: float) -> Halves | None:
        """Both halves of an entry's race, once it is home."""
        if entry not in self._halves:
            self._halves[entry] = halves_of(self.timeline, entry)
        return self._halves[entry] if self.timeline.home(entry) <= t else None

    def _line(self, entry: int) -> Line:
        line: list[At | None] = []
        race = self.timeline.race
        before: Passed | None = Passed(start_of(race, race.entries[entry]), Evidence.MEASURED)
        for number, distance in enumerate(self.marks):
            found = passed(self.timeline, entry, distance)
            if found is None:
                line.append(None)
            else:
                part = self._part(before, found, number) if before is not None else None
                line.append(At(found, part, self._place(entry, number, found)))
            before = found
        return tuple(line)

    def _part(self, before: Passed, here: Passed, number: int) -> Part:
        evidence = weaker(before.evidence, here.evidence)
        seconds = round(here.seconds - before.seconds, 9)
        digits = decimals_between(before.text, here.text)
        return Part(seconds, evidence, self._lengths[number], digits, self._whole[number])

    def _place(self, entry: int, number: int, found: Passed) -> int | None:
        """The place at a mark; at the finish the official one, where there is one."""
        runner = self.timeline.race.entries[entry]
        if is_guest(runner):
            return None
        last = number == len(self.marks) - 1
        official = runner.place if last and self.timeline.race.duration is None else None
        return official or self._order(number).place(found.seconds)

    def _order(self, number: int) -> Order:
        if number not in self._orders:
            self._orders[number] = Order(self.timeline, self.marks[number])
        return self._orders[number]


def _whole_parts(line: Sequence[At | None]) -> dict[int, float]:
    """The pace of the whole parts of a line, by number."""
    parts = {number: at.part for number, at in enumerate(line) if at is not None and at.part is not None}
    return {number: part.pace for number, part in parts.items() if part.whole}


def quickest_of(line: Sequence[At | None]) -> int | None:
    """The number of a line's quickest whole part so far, counted from 0; None where there is none."""
    whole = _whole_parts(line)
    return min(whole, key=whole.__getitem__, default=None)


def best_of(line: Sequence[At | None]) -> int | None:
    """The same where there are two that it can be the best of; None where there are not, or all were worked out.

    Of those one is as quick as the other, give or take their margins.
    """
    return quickest_of(line) if _parts_known(line) else None


def worst_of(line: Sequence[At | None]) -> int | None:
    """The number of a line's slowest whole part, counted from 0; None as in `best_of`."""
    whole = _whole_parts(line)
    return max(whole, key=whole.__getitem__) if _parts_known(line) else None


def _parts_known(line: Sequence[At | None]) -> bool:
    """Whether there are two whole parts, and the time of any is known."""
    whole = [at.part for number in _whole_parts(line) if (at := line[number]) is not None and at.part is not None]
    return len(whole) > 1 and any(not part.evidence.mark for part in whole)


class Behind(NamedTuple):
    """How far behind somebody is at a mark."""

    seconds: float
    """Below 0 where ahead."""
    evidence: Evidence
    digits: int = 2
    """Decimals that are known of it: none between times that were printed without."""


def _behind(own: Passed, his: Passed) -> Behind:
    evidence = weaker(own.evidence, his.evidence)
    known = [len(text.partition(".")[2]) for text in (own.text, his.text) if text]
    return Behind(round(own.seconds - his.seconds, 9), evidence, min([1 if evidence.mark else 2, *known]))


def behind(line: Sequence[At | None], reference: Sequence[Passed | None]) -> tuple[Behind | None, ...]:
    """How far behind at each mark that both have passed."""
    return tuple(
        _behind(own.passed, his) if own is not None and his is not None else None
        for own, his in zip(line, reference, strict=True)
    )
