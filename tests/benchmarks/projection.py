"""How well finishes are projected: stop a race, project everybody's finish from the splits until then, compare.

Run from the repository's root, on folders (or files) of official splits in the plain CSV beside the shipped races:

    python -m tests.benchmarks.projection FOLDER ...

A race is stopped when its first runner has run a quarter, half and three quarters of it, and at the bell; runners
without a split until then are left out, on both sides. Each race is projected with weights that were fitted on all
others. Error: of the projected finish, as a percentage of the true one; columns are the mean of the races' means, the
mean and the median of all runners, each beside that of an even pace on from the last split; the races in which it is
worse than that; and how often the range holds the truth, which is meant to be nine tenths. Races that are there twice
count once, and races shorter than 800 m, which are not projected, do not. `--fit` prints the weights fitted on all of
them, as `replay/analysis/projection.py` has them, and `--shipped` projects with those.

Where it stands (the 15 of the shipped races that have splits, and 26 files; the folders `unseen` and `further` beside
this file are among these):

                    races runners   error  (even)   all  (even)  median  (even)  worse  in range
    quarter            21     190    1.78    3.61   2.17   2.93    1.68    1.81      9       93% ±2
    half               36     275    1.71    2.81   1.90   2.91    1.33    2.13     10       88% ±4
    three quarters     40     321    1.06    1.70   1.20   1.81    0.94    1.12     11       93% ±2
    bell               40     293    1.23    2.17   1.16   2.10    0.76    1.13      7       91% ±3

Behind the ± stands how much of that is chance, by the spread of the races (one standard error): all are within one and
a half of them of nine tenths. A range holds nine tenths of what the races near a point are off by the others' weights.

What is looked at was chosen on these races, too: twelve choices (whether a field that is together counts, and from
where on it is strung out; whether long races do; how far weights lean to none). Chosen anew for each race among the
others, by leaving out each of those in turn, it was the same choice 41 times, and the errors were these to a hundredth
(done once by hand, and not by this program).

Where it stops: at a quarter an even pace is nearer in 9 races of 21, and what is gained there is that 800 m are begun
too fast and championships too slowly. Slowness is measured beside the best there are, so nothing is gained where
everybody is far slower. A college race whose field is together is taken for a slow one (a 1500 m of Virginia 2017:
2.8 % at half, even pace 1.5 %). What a runner can do, by his best time, would tell both apart, and few files give it.
An evenly paced 10,000 m (Rome 2024) is taken for one that will slow.

Beyond 10,000 m it was fitted on none; what is left is slower by `_FADES` and the range half as wide again on its slow
side, which is from Chicago 2023. Of every 160th runner there it is off by 5.6 % at 5 km (even pace 6.5), 3.2 % at half
(4.7), 1.8 % at 30 km (3.1) and holds 89 to 98 %; of the first hundred 1.4 % at half (1.9) and 92 to 99 %. On Loch Ness
2018, down and up hills, which none of it was learnt from: 4.7 % at half (6.9), and it holds 88 %.
"""

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from replay.analysis.projection import (
    LEAST,
    SHORTEST,
    WEIGHTS,
    Seen,
    Weights,
    fade_of,
    fronts_of,
    projected,
    seen_of,
    told_points,
)
from replay.files.formats import read_file
from replay.files.library import Library
from replay.race.race import Race, Status, When, WhenKind
from replay.state.timeline import Timeline

POINTS = {"quarter": 0.25, "half": 0.5, "three quarters": 0.75, "bell": None}
GRID = tuple(round(0.1 * step, 1) for step in range(1, 10))
RIDGE = np.diag([3.0, 0.3, 0.05, 0.02, 0.05, 0.5, 1.0])
"""How much each weight leans towards none."""
REACH = 0.2
"""The share of a race around a point from which splits count for its weights."""
NEAR = 0.05
"""The same for its range, which is wider the later it is, and so is not to be told from later splits."""
MOST = 8.0
"""Runners at most that a race counts for: a large field is one race all the same."""
HOLDS = 0.9

Floats = npt.NDArray[np.float64]


class Sample(NamedTuple):
    """One runner at one of his splits."""

    run: float
    """The share of the race."""
    seen: Seen
    r: float
    """How much slower the rest was run, as a logarithm."""


class Known(NamedTuple):
    """A race with what can be learnt from it."""

    timeline: Timeline
    samples: tuple[Sample, ...]


def races_of(paths: Sequence[str]) -> Iterator[Race]:
    """The shipped races and those of some folders or files, each once; a `_ranks` file goes with another."""
    library = Library(Path())
    shipped = [library.read(file).race for file in library.files() if file.kind == "race" and file.shipped]
    files = (
        path for name in paths for path in (sorted(Path(name).glob("*.csv")) if Path(name).is_dir() else [Path(name)])
    )
    read = (read_file(path).race for path in files if not path.stem.endswith("_ranks"))
    seen = set()
    for race in (*shipped, *read):
        if race is None or race.distance < SHORTEST or race.duration is not None:
            continue
        finishes = sorted(round(e.result.seconds, 1) for e in race.entries if e.result and e.status is Status.FINISHED)
        key = round(race.distance), *finishes[:3]
        if key not in seen:
            seen.add(key)
            yield race


def samples_of(timeline: Timeline) -> tuple[Sample, ...]:
    """Each finisher at each of his splits, as it was seen when the race was there: of each split the first time."""
    race = timeline.race
    found: dict[tuple[int, float], Sample] = {}
    for step in range(3, 20):
        t = timeline.time_of(When(WhenKind.FRACTION, step / 20))
        fronts = fronts_of(race, t)
        for at, entry in enumerate(race.entries):
            points = told_points(race, entry, t)
            if entry.role is None and entry.status is Status.FINISHED and entry.result is not None and points:
                distance, seconds = points[-1]
                if distance >= LEAST * race.distance and (at, distance) not in found:
                    left = (entry.result.seconds - (entry.start or 0.0) - seconds) / (race.distance - distance)
                    seen = seen_of(race, entry, points, fronts[distance])
                    run = distance / race.distance
                    r = math.log(left / (seconds / distance)) - fade_of(race.distance, run, seen)
                    found[at, distance] = Sample(run, seen, r)
    return tuple(found.values())


def fitted(races: Sequence[Known]) -> tuple[Weights, ...]:
    """The weights that fit some races best, each as good as another, and the ranges that hold them.

    How far a race is off is told by the weights of all the others: by its own it would be too little.
    """
    seen, r, run, race = _columns(races)
    if not len(r):
        return WEIGHTS
    made = []
    for at in GRID:
        share = _shares(run, race, at, REACH)
        parts = [race == one for one in range(len(races))]
        left = [
            (seen[part].T @ (seen[part] * share[part, None]), seen[part].T @ (share[part] * r[part])) for part in parts
        ]
        whole, right = (np.sum([one[side] for one in left], axis=0) for side in (0, 1))
        of = np.linalg.solve(whole + RIDGE, right)
        off = np.empty(len(r))
        for part, (own, mine) in zip(parts, left, strict=True):
            others = np.linalg.solve(whole - own + RIDGE, right - mine)
            off[part] = np.abs(r[part] - seen[part] @ others) / (2.0 - seen[part, 0])
        order = np.argsort(off)
        total = np.cumsum(_shares(run, race, at, NEAR)[order])
        wide = float(off[order][min(int(np.searchsorted(total, HOLDS * total[-1])), len(off) - 1)])
        made.append(Weights(at, tuple(round(float(weight), 3) for weight in of), round(wide, 3)))
    return tuple(made)


def _shares(run: Floats, race: npt.NDArray[np.intp], at: float, reach: float) -> Floats:
    """What each sample counts for at a point: the nearer the more, and of a race `MOST` runners at most together."""
    kernel = np.exp(-0.5 * ((run - at) / reach) ** 2)
    counts = np.bincount(race, kernel)
    shares: Floats = kernel * (np.minimum(counts, MOST) / np.maximum(counts, 1e-9))[race]
    return shares


def _columns(races: Sequence[Known]) -> tuple[Floats, Floats, Floats, npt.NDArray[np.intp]]:
    samples = [(sample, at) for at, known in enumerate(races) for sample in known.samples]
    seen = np.array([sample.seen for sample, _ in samples]).reshape(-1, len(RIDGE))
    r, run = np.array([sample.r for sample, _ in samples]), np.array([sample.run for sample, _ in samples])
    return seen, r, run, np.array([at for _, at in samples], dtype=np.intp)


class Off(NamedTuple):
    """How one race was projected at one point: by runner."""

    errors: tuple[float, ...]
    """Percent of the finish."""
    even: tuple[float, ...]
    held: tuple[bool, ...]


def off_by(timeline: Timeline, at: float | None, weights: Sequence[Weights]) -> Off | None:
    """How far projections are off when the first has run a share of the race, at the bell for None."""
    if at is None and timeline.track.bell is None:
        return None
    when = When(WhenKind.BELL) if at is None else When(WhenKind.FRACTION, at)
    found = []
    for one in projected(timeline, timeline.time_of(when), weights):
        entry = timeline.race.entries[one.entry]
        if entry.result is not None and entry.status is Status.FINISHED and not one.home:
            true = entry.result.seconds
            found.append(
                (100 * abs(one.seconds / true - 1), 100 * abs(one.even / true - 1), one.low <= true <= one.high)
            )
    return Off(*zip(*found, strict=True)) if found else None


def table(races: Sequence[Known], shipped: bool) -> str:
    """How well it goes at each point."""
    lines = [f"{'':15} races runners   error  (even)   all  (even)  median  (even)  worse  in range"]
    weights = [WEIGHTS if shipped else fitted([*races[:at], *races[at + 1 :]]) for at in range(len(races))]
    for name, at in POINTS.items():
        found = [off for known, own in zip(races, weights, strict=True) if (off := off_by(known.timeline, at, own))]
        mine, even = [np.mean(off.errors) for off in found], [np.mean(off.even) for off in found]
        every, evens = [e for off in found for e in off.errors], [e for off in found for e in off.even]
        held = [np.mean(off.held) for off in found]
        unsure = np.std(held, ddof=1) / math.sqrt(len(held)) if len(held) > 1 else math.nan
        worse = sum(one > other for one, other in zip(mine, even, strict=True))
        lines.append(
            f"{name:15} {len(found):5} {len(every):7} {np.mean(mine):7.2f} {np.mean(even):7.2f} {np.mean(every):6.2f}"
            f" {np.mean(evens):6.2f} {np.median(every):7.2f} {np.median(evens):7.2f} {worse:6}"
            f" {100 * np.mean(held):8.0f}% ±{100 * unsure:.0f}"
        )
    return "\n".join(lines)


def main(words: Sequence[str]) -> None:
    """Print the table, or the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--shipped", action="store_true")
    given = parser.parse_args(words)
    timelines = [Timeline(race) for race in races_of(given.paths)]
    races = [Known(timeline, found) for timeline in timelines if (found := samples_of(timeline))]
    if given.fit:
        print("\n".join(f"    {one!r}," for one in fitted(races)))
    else:
        print(f"{len(races)} races\n{table(races, given.shipped)}")


if __name__ == "__main__":
    main(sys.argv[1:])
