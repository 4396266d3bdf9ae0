"""The points that the curves of a large field go through, with NumPy.

Nearly everybody in a large field has splits and a result that fit together; whether they do is asked of all at once.
The paths of the others are worked out one by one, by `replay.motion.curves.path_of`.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from replay.motion.curves import TOP_SPEED, Path, path_of
from replay.race.alike import each_object
from replay.race.clocks import start_of, starts_of
from replay.race.race import Entry, Race, Split, Status

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


class FieldPaths:
    """Everybody's points.

    Attributes:
        sizes: How many points each entry has, the start among them; 0 for one who is never anywhere.
        times, distances: Seconds and metres of the points, entry by entry.
        stays: Whether each entry is somewhere after his last point.
    """

    def __init__(self, race: Race) -> None:
        self._race = race
        self._made: dict[int, Path | None] = {}
        entries = race.entries
        counts = _whole(map(len, map(_SPLITS, entries)), len(entries))
        flat = list(chain.from_iterable(map(_SPLITS, entries)))
        each, which = each_object(flat) or ([], np.zeros(0, np.intp))  # of half a million splits most are shared
        times, distances = (
            _numbers(map(_SECONDS, each), len(each))[which],
            _numbers(map(_METRES, each), len(each))[which],
        )
        doubtful = np.fromiter(map(_DOUBTFUL, each), np.bool_, len(each))[which]
        ends = _numbers(_ends(entries), len(entries))
        least = race.distance / TOP_SPEED
        begun = _numbers(starts_of(race), len(entries))
        begun[~(begun + least < ends)] = 0.0  # as `path_of` has it
        finish = begun, ends, race.distance
        self._plain = (least < ends) & (ends < np.inf) & _fit(counts, times, distances, doubtful, finish)
        others = np.flatnonzero(~self._plain).tolist()
        self._made = {i: path_of(entries[i], race.distance, start_of(race, entries[i])) for i in others}
        self.sizes = counts + 2
        self.stays = self._plain.copy()
        for i, path in self._made.items():
            self.sizes[i] = len(path.times) if path is not None else 0
            self.stays[i] = path is not None and path.stays
        self._starts = np.cumsum(self.sizes) - self.sizes
        self.times, self.distances = np.zeros(int(self.sizes.sum())), np.zeros(int(self.sizes.sum()))
        own = np.repeat(self._plain, counts)
        at = (np.arange(len(flat)) + np.repeat(self._starts + 1 - (np.cumsum(counts) - counts), counts))[own]
        self.times[at], self.distances[at] = times[own], distances[own]
        self.times[self._starts[self._plain]] = begun[self._plain]
        last = (self._starts + self.sizes - 1)[self._plain]
        self.times[last], self.distances[last] = ends[self._plain], race.distance
        for i, path in self._made.items():
            if path is not None:
                span = slice(self._starts[i], self._starts[i] + self.sizes[i])
                self.times[span], self.distances[span] = path.times, path.distances

    def path(self, entry: int) -> Path | None:
        """See `replay.motion.Motion.path`."""
        if not self._plain[entry]:
            return self._made[entry]
        start, end = self._starts[entry], self._starts[entry] + self.sizes[entry]
        times, distances = self.times[start:end].tolist(), self.distances[start:end].tolist()
        return Path(tuple(times), tuple(distances), self._race.entries[entry].splits, stays=True)

    def splits(self, entries: Sequence[int]) -> list[Sequence[Split]]:
        """The splits that each entry's curve obeys."""
        own, made = self._race.entries, self._made
        return [own[i].splits if i not in made else path.splits if (path := made[i]) else () for i in entries]

    @cached_property
    def ends(self) -> Floats:
        """Seconds of everybody's last point; nan for one who is never anywhere."""
        return self._last(self.times)

    @cached_property
    def reaches(self) -> Floats:
        """Metres of everybody's last point; nan for one who is never anywhere."""
        return self._last(self.distances)

    def _last(self, points: Floats) -> Floats:
        found = np.full(len(self.sizes), np.nan)
        some = self.sizes > 0
        found[some] = points[(self._starts + self.sizes - 1)[some]]
        return found


_SPLITS, _METRES = attrgetter("splits"), attrgetter("distance")
_SECONDS, _DOUBTFUL = attrgetter("time.seconds"), attrgetter("time.doubtful")


def _numbers(values: Iterable[float], size: int) -> Floats:
    return np.fromiter(values, np.float64, size)


def _whole(values: Iterable[int], size: int) -> Indices:
    return np.fromiter(values, np.intp, size)


def _ends(entries: Sequence[Entry]) -> list[float]:
    """The seconds of each finisher's result; nan for everybody else."""
    finished, nowhere = Status.FINISHED, math.nan
    return [
        result.seconds if entry.status is finished and (result := entry.result) is not None else nowhere
        for entry in entries
    ]


def _fit(
    counts: Indices,
    times: Floats,
    distances: Floats,
    doubtful: npt.NDArray[np.bool_],
    finish: tuple[Floats, Floats, float],
) -> npt.NDArray[np.bool_]:
    """Whether each entry's splits follow one another and the finish them, as `curves.path_of` asks of points.

    `finish` is the seconds of everybody's start and finish, and the metres there.
    """
    begun, ends, far = finish
    who = np.repeat(np.arange(len(counts)), counts)
    first = np.cumsum(counts) - counts
    before_t, before_d = np.roll(times, 1), np.roll(distances, 1)
    begins = first[counts > 0]
    before_t[begins], before_d[begins] = begun[counts > 0], 0.0
    good = _follows(times - before_t, distances - before_d) & ~doubtful
    fit: npt.NDArray[np.bool_] = np.bincount(who[~good], minlength=len(counts)) == 0
    last_t, last_d = begun.copy(), np.zeros(len(counts))
    lasts = (first + counts - 1)[counts > 0]
    last_t[counts > 0], last_d[counts > 0] = times[lasts], distances[lasts]
    fit &= _follows(ends - last_t, far - last_d)
    return fit


def _follows(seconds: Floats, metres: Floats) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = (metres > 0) & (metres <= TOP_SPEED * seconds)
    return found
