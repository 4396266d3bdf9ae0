"""How well races are reconstructed: hide official splits, work them out, compare.

Run from the repository's root, on a folder (or files) of official splits in the plain CSV:

    python -m tests.benchmarks.reconstruction FOLDER

Three protocols. `report`: only the leader's time at 400, 800 and 1200 m (from 3000 m on: at every kilometre) and all
finishing times are kept. `report+order`: also the order of the first five there. `laps`: everybody's splits every
400 m. Each race is worked out with numbers that were fitted on the others (leave one out). With `--shipped` the numbers
the program ships with are used, which were fitted on those named in `replay/reconstruction/prior.py`: for files that
are not among these. `--fit` prints the numbers fitted on all files given.

Error: where the reconstructed runner is at the true time of a hidden split, minus that split's distance, in metres;
kept points and runners without a result are left out, and so are splits that cannot be as printed (`odd`). Columns: the
median and the 90th percentile of its size; the share of pairs of runners in the wrong order at hidden points (of pairs
whose true times differ); the baseline's median and wrong pairs (a monotone cubic through each runner's own points); the
ratio of the medians; the share of errors within the stated range, meant to be nine tenths; seconds to solve. By group
of events and for all races follow the geometric mean of the ratios and the means of the rest, and how many races are
worse than the baseline. The floor is the median error that the printed digits alone make halfway between two laps.

`spoilt`: one row of each race is made odd (a fall, a late start, a walk to the end, a slip of 10 s in a time, somebody
hurt who stops far behind); by how much the others' error grows, as a factor; with a slip against that time left out.

At the end, of the pairs of finishers how many are in the order of the finish at 10, 25, 50 and 75 % of the distance: in
truth, and in the race worked out from the results alone. It is meant to be drawn as real races are, and not as it ends.

In `tests/benchmarks/unseen` are four races on which nothing was fitted, for `--shipped`: the 1500 m of Monaco 2024, the
800 m finals of Mexico 1968 and Doha 2019 and an 800 m heat of Tokyo 2020. That starts differ by where they are, and
that the front moves late, was seen on them too, so they are not quite strangers any more; by how much comes from
`tests/benchmarks/further` and from leaving one out.

Where it stands (26 files, 24 of which serve, each left out of the fit; error over the baseline's, geometric mean; wrong
pairs; in range; races worse than the baseline):

                              report                     report+order               laps
    800 m                     0.33  40.4%  89.8%  0/8    0.25   8.5%  87.5%  1/8    0.77  16.6%  90.0%  0/3
    1000 m to the mile        0.31  23.0%  91.0%  2/10   0.25  11.5%  93.1%  1/10   0.83   3.7%  91.0%  0/6
    2 miles to 5000 m         0.26  24.9%  93.1%  0/3    0.25  19.1%  92.3%  0/3    0.93   5.8%  86.3%  0/3
    10,000 m                  0.21  22.2%  94.9%  0/2    0.08  11.0%  91.4%  0/2    1.06   1.7%  93.5%  1/1
    steeplechase              0.33  27.2%  82.2%  0/1    0.31  18.8%  84.6%  0/1    0.96   3.8%  89.6%  0/1
    all                       0.30  29.1%  90.8%  2/24   0.23  11.7%  90.6%  2/24   0.86   6.8%  89.8%  1/14

Worse than the baseline are, with a report, Monaco's 1000 m (1.21) and mile (1.02), both world records behind a
pacemaker; with the order told too, that mile (1.02) and the 800 m of Los Angeles (1.35), whose leader was 16 m clear at
the bell; with laps, the 10,000 m of Rome (1.06). More of the plain guess in the gaps behind a pacemaker is no way out:
with three quarters that mile is 0.69, but the 1000 m 1.51, and 0.301 becomes 0.309 (with the order told 0.239, 0.256).

How much of one race is in range varies from race to race with a deviation of 11 % with a report, 18 % with the order
told and 7 % with laps: a group of one race or two is near nine tenths by luck only. Were all ranges exactly right, a
group of one race would be within 88 and 92 % with a chance of 9 to 22 %, one of ten with 27 to 42 %, and of the fifteen
groups four. A widening for each group, held to that of all as if half a race to eight more were like these, does worse
by Winkler's score the less it is held, each race left out (7.0 to 6.8 with a report, 6.7 held wholly; 11.6 to 10.4 with
the order told, 10.0; 6.7 to 6.5 with laps, 6.4). Ranges were judged by Winkler's score (width, and twenty times what is
outside), each race left out. Between laps they do not grow with the gap to the front (7.5 to 6.4 of the mean error, and
18 % narrower). Of reports one widening of all kinds of race together does better than one for each (6.4 to 6.25, with
the order told 7.4 to 7.1); with three quarters or half of the growth with the gap they do worse (6.3 and 6.5; 7.4 and
7.7).

Where it stops: with a report it is the depth of the field, which no report tells but by who leads: a field led by
somebody who finishes far back is a pack (`Shape.common`; it took the ratio from 0.34 to 0.31, and is 0.25 to 0.32 with
each race left out). With that, were the field's median error known at every hidden point and taken off, 0.21 would be
left. A hierarchical Gaussian model was tried in its place (the field's course, how its gaps open with the finish, and
each runner's own, with likelihood's covariances; the known times exactly, everybody behind the leader by Gibbs
sampling). Fitted on all races it came to 0.60 with a report and 1.11 with laps: fields are packs or strings, and one
covariance is of neither. Nor does a mean with the plain guess help: with a fifth of it no race is worse than that
guess, but 0.32 becomes 0.44 (fitted on all, without the leader's share); with laps even the best weight of each race,
were it known, leaves 0.81. Wrong pairs are not of the depth: in the order of the finish 31 % of the pairs at the hidden
points are wrong; by a logistic regression on the gaps at the finish, the share of the distance and who led before and
after, each race left out, 29.5 %: nothing that a report tells of the order is unused. Were it known of each hidden
point of the race itself whether the finish or its reverse is nearer to the order there, 26.7 % would be left (it is
printed); were it known for each third of the gaps at the finish there, 23.4 %. The best order for a whole race, among
all there are, has 8 %, and 11 % in the twelve races with many points: 18 % is beyond what goes by the finish, even with
hindsight.
What was tried and came no nearer, each race left out: a depth that grows with the size of the field, a depth, a tempo
or a holding of its own for paced races, other weights of the plain guess, other measures of what fits best, and kernels
on everything known of a race. Which races string out from the gun cannot be told.
That the front keeps its pace up to a kick (`freedom`) took the report from 0.31 to 0.30, the order told from 0.246 to
0.240 and laps from 0.875 to 0.862; with the 1000 m kicking too, laps fell behind (0.88).
Tried since, and no nearer: a depth that no slow tempo takes from a pack, by the size of the field (0.303 to 0.33 with
more pairs wrong; the order told 0.25); the front's lateness 200 or 300 m ahead in place of that at the point (0.313 to
0.318; the order told 0.25 to 0.26); no lots where a leader is told (0.32). Of these only the second was fitted anew.
With the order told, `PACKED` in `replay/reconstruction/springs.py` took the ratio from 0.30 to 0.25, and that its
distances are Student's from 0.239 to 0.231: the leader who is away and who is far back let go. With 2 to 5 degrees of
freedom it is 0.230 to 0.233; a third search takes it to 0.230. The numbers of the springs were chosen on these races,
not with each left out: of eight others (apart 1.6 m, or 5 m with a pacemaker, or with half as much deviation again,
packed 0.8 and 1.3 m, with deviations of 2 and 4 m, closer queues) none is better than 0.228 or worse than 0.246. Those
that are loosened beforehand, where a runner's own times have him, are no nearer (0.238).
Were the front known at every point, a report would be at 0.287, the order told at 0.206 and laps at 0.819. Of sixteen
other numbers for springs and front none takes the order told below 0.2299; chosen with each race or each meeting left
out they come to 0.231. With laps most of what is left is common to the field and in nobody's laps: were it known, half
of the baseline's error would be left; were it known in the first lap alone, four fifths. The printed tenths make 0.2 m.
Neither a first lap for each kind of start, nor Gaussian processes over the distance (Matern, integrated Wiener and
Ornstein-Uhlenbeck), nor straight lines came nearer than the monotone cubic. A regression of what it is off by on the
laps before and after, the field's and one's own, with the first and the last by themselves, is 0.99 of it at best;
means with straight lines, splines and other cubics are 1.02 to 1.2 of it. A cubic through a runner's own times and one
through his gaps do better together; `_OWN`, too, was chosen on these races (0.87 to 0.90 between 1 and 4 laps, without
it 0.93), and so was `_WANDERING` for the ranges. With 6 or 8 and no opening, which is in the laps, it is 0.845 and
0.840, but chosen among nine such numbers with each race, or each meeting, left out, 0.867: chance. One share of a third
at any length is 0.848, and 1.40 in Rome; straight lines in the gaps are 0.88 to 0.99. On three 800 m that none of them
was chosen on (Mexico, Tokyo and Hengelo) the order told fell from 0.33 to 0.29, and laps stayed as they were (0.61 and
0.62).
Spoilt (304 rows measured), the others' error grows by more than a tenth in 10. With a report it is one: a time mistyped
in Beijing, 3.4. With laps it is none. With the order told it is falls in four races and walks in two of them (1.1 to
1.7; the most in the 800 m of Beijing, from 0.36 m), late starts in two and a DNF in one (1.2); the mean is 0.9, with
a time mistyped 1.06 at most.
With the order told, who was mistyped pulled the pack after him (1.7 in the 1500 m of Moscow, 1.2 in that of Barcelona)
until his own times said who is in it. What is left is the 10,000 m of Beijing, of which nothing is told but one time at
halfway: with 10 s more it is 1.1 deviations off in place of 0.6. The second half would be 45 s faster than the first,
and that of Doha in 2019 was by 48 s (15:32.70 and 30:17.62; Athletics Weekly of September 2019, "Sifan Hassan storms to
world 10,000m title in Doha"): who doubts the one will not believe the other. With the order told, falls and late starts
change who is last in the queue, in championship races with few points, by less than a metre.
"""

import argparse
import math
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

# The benchmark runs as a script and as a module; the packages are found either way.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from replay.files.formats import read_race
from replay.race.race import Race
from replay.reconstruction import reconstruct
from replay.reconstruction.prior import SHIPPED, Shape
from tests.benchmarks.fitting import fit
from tests.benchmarks.floors import print_floors
from tests.benchmarks.odd import SPOILINGS, spoilt, without_odd
from tests.benchmarks.protocols import (
    PROTOCOLS,
    SHARES,
    Score,
    Unfit,
    baseline,
    completed,
    final_order,
    hide,
    margins,
    replayed,
    results_only,
    score,
)

GROUPS = {"800 m": 900.0, "1000 m to the mile": 1700.0, "2 miles to 5000 m": 5000.0, "10,000 m": 10_000.0}
"""Events, up to metres."""
STEEPLECHASE = "steeplechase"
FLOOR = 0.1
"""Metres added to the errors that are compared, so that a millimetre more than a millimetre is not twice as bad."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the files and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="official splits in the plain CSV, or folders of them")
    parser.add_argument("--shipped", action="store_true", help="use the shipped numbers instead of leaving one out")
    parser.add_argument("--fit", action="store_true", help="print the numbers fitted on all files, and nothing else")
    parser.add_argument("--floors", action="store_true", help="also print how near one could come if more were known")
    options = parser.parse_args(arguments)
    races = usable([read_race(path)[0] for path in _files(options.files)])
    if options.fit:
        print(fit(races))
        return
    shapes = {race.id: SHIPPED if options.shipped else fit([r for r in races if r is not race]) for race in races}
    held = {protocol: print_protocol(protocol, races, shapes) for protocol in PROTOCOLS}
    for protocol in PROTOCOLS:
        print_spoilt(protocol, races, shapes)
    print_final_order(races)
    if options.floors:
        print_floors(races, shapes, held)


def _files(given: Sequence[Path]) -> list[Path]:
    found = [path for one in given for path in (sorted(one.glob("*.csv")) if one.is_dir() else [one])]
    return [path for path in found if not path.stem.endswith("_ranks")]


def group(race: Race) -> str:
    """The group of events a race is counted in."""
    if race.steeplechase:
        return STEEPLECHASE
    return next((name for name, most in GROUPS.items() if race.distance <= most), "longer")


def print_final_order(races: Sequence[Race]) -> None:
    """Print how many pairs are in their final order on the way, in truth and as worked out from the results alone."""
    print(f"\nfinal order\n{'':34}" + "".join(f"{share:>18.0%}" for share in SHARES))
    totals = [[0, 0, 0] for _ in SHARES]
    for race in races:
        bare = results_only(race)
        made = completed(bare, reconstruct(bare))
        cells = []
        for share, total in zip(SHARES, totals, strict=True):
            true, pairs = final_order(race, share)
            drawn, _ = final_order(made, share)
            cells.append(f"{f'{true}, {drawn} of {pairs}':>18}")
            for at, number in enumerate((true, drawn, pairs)):
                total[at] += number
        print(f"{race.id:34}{''.join(cells)}")
    means = (f"{true / pairs:.0%}, {drawn / pairs:.0%}" for true, drawn, pairs in totals)
    print(f"{'all':34}" + "".join(f"{mean:>18}" for mean in means))


def usable(races: Sequence[Race]) -> list[Race]:
    """The races that can serve some protocol, without what is odd; says what each can serve, and why not."""
    found = []
    for race in races:
        clean, odd = without_odd(race)
        serves, reason = [], ""
        for protocol in PROTOCOLS:
            try:
                hide(clean, protocol)
                serves.append(protocol)
            except Unfit as why:
                reason = f" ({protocol}: {why})"
        left_out = f"; {odd} odd splits left out" if odd else ""
        print(f"{race.id:34} {group(race):20} {', '.join(serves) or 'left out'}{reason}{left_out}")
        if "report" in serves:
            found.append(clean)
    return found


class Row(NamedTuple):
    """What is measured of a race."""

    median: float
    ninetieth: float
    wrong: float
    base: float
    base_wrong: float
    ratio: float
    held: float
    seconds: float


def print_protocol(protocol: str, races: Sequence[Race], shapes: Mapping[str, Shape]) -> list[list[float]]:
    """Print one protocol's rows and their means by group; the shares of the truth that the ranges hold, by group."""
    print(f"\n{protocol}")
    heads = ("median", "90th", "wrong", "baseline", "wrong", "ratio", "in range", "s")
    print(f"{'':34}" + "".join(f"{head:>10}" for head in heads) + f"{'floor':>8}")
    rows: dict[str, list[Row]] = {}
    for race in races:
        try:
            made, base, seconds = measure(race, protocol, shapes[race.id])
        except Unfit:
            continue
        ratio = made.median / max(base.median, 0.01)
        row = Row(made.median, made.ninetieth, made.wrong, base.median, base.wrong, ratio, made.held, seconds)
        rows.setdefault(group(race), []).append(row)
        print_row(race.id, row, f"{printed_floor(race):8.2f}")
    for name in (*GROUPS, STEEPLECHASE):
        if name in rows:
            print_means(name, rows[name])
    if rows:
        print_means("all", [row for found in rows.values() for row in found])
    return [[row.held for row in found] for found in rows.values()]


def print_means(name: str, rows: Sequence[Row]) -> None:
    """Print the geometric mean of the ratios, and the means of the rest."""
    means = Row(*(float(mean) for mean in np.mean(rows, axis=0)))
    ratio = float(np.exp(np.mean([math.log(max(row.ratio, 0.01)) for row in rows])))
    worse = sum(row.ratio > 1.0 for row in rows)
    print_row(f"= {name} ({len(rows)})", means._replace(ratio=ratio), f"{worse:5} worse")


def print_row(name: str, row: Row, more: str) -> None:
    """Print one row of the table."""
    print(
        f"{name:34}{row.median:10.2f}{row.ninetieth:10.1f}{row.wrong:10.1%}{row.base:10.2f}{row.base_wrong:10.1%}"
        f"{row.ratio:10.2f}{row.held:10.1%}{row.seconds:10.2f}{more}"
    )


def printed_floor(race: Race) -> float:
    """The median error in metres halfway between two laps, of which nothing but the rounding of the times is wrong."""
    tenths = all(abs(s.time.seconds * 10 - round(s.time.seconds * 10)) < 1e-6 for e in race.entries for s in e.splits)
    half = 0.05 if tenths else 0.005
    off = np.random.default_rng(1).uniform(-half, half, (3, 100_000))
    speed = race.distance / min(entry.result.seconds for entry in race.entries if entry.result is not None)
    return float(np.median(np.abs(off[0] - (off[1] + off[2]) / 2))) * speed


def print_spoilt(protocol: str, races: Sequence[Race], shapes: Mapping[str, Shape]) -> None:
    """Print by how much the others' error grows where one row is made odd."""
    print(f"\nspoilt: {protocol}\n{'':34}" + "".join(f"{kind:>12}" for kind in SPOILINGS))
    grown: dict[str, list[float]] = {kind: [] for kind in SPOILINGS}
    for race in races:
        cells = []
        for kind in SPOILINGS:
            factor = spoilt_factor(race, protocol, kind, shapes[race.id])
            cells.append(factor)
            if isinstance(factor, float):
                grown[kind].append(factor)
        if any(cells):
            print(f"{race.id:34}" + "".join(f"{c:>12.2f}" if isinstance(c, float) else f"{c:>12}" for c in cells))
    if not any(grown.values()):
        return
    print(f"{'= mean':34}" + "".join(f"{math.exp(np.mean(np.log(found or [1.0]))):>12.2f}" for found in grown.values()))
    print(f"{'= most':34}" + "".join(f"{max(found, default=1.0):>12.2f}" for found in grown.values()))


def spoilt_factor(race: Race, protocol: str, kind: str, shape: Shape) -> float | str:
    """The others' median error with one row made odd over that without; words where that cannot be measured."""
    try:
        made = spoilt(hide(race, protocol), kind)
    except Unfit:
        return ""
    if made is None or not made[0].points:
        return ""
    medians = []
    for hidden in made:
        worked_out = reconstruct(hidden.race, shape)
        if worked_out.conflicts:
            return "named"
        path = replayed(completed(hidden.race, worked_out))
        medians.append(score(hidden, path, lambda index, at: float("nan")).median)
    return (medians[0] + FLOOR) / (medians[1] + FLOOR)


def measure(race: Race, protocol: str, shape: Shape) -> tuple[Score, Score, float]:
    """The reconstruction's score, the baseline's, and the seconds it took.

    Raises:
        Unfit: The race cannot serve the protocol.
    """
    hidden = hide(race, protocol)
    start = time.perf_counter()
    made = reconstruct(hidden.race, shape)
    seconds = time.perf_counter() - start
    if made.conflicts:
        raise Unfit(f"what is kept contradicts itself: {'; '.join(map(str, made.conflicts))}")
    stated = margins(hidden.race, made)
    ours = score(hidden, replayed(completed(hidden.race, made)), stated)
    return ours, score(hidden, baseline(hidden.race), lambda index, at: float("nan")), seconds


if __name__ == "__main__":
    main()
