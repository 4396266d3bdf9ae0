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
Under it, how much of the row's own course its ranges hold.

At the end, of the pairs of finishers how many are in the order of the finish at 10, 25, 50 and 75 % of the distance: in
truth, and in the race worked out from the results alone. It is meant to be drawn as real races are, and not as it ends.

In `tests/benchmarks/unseen` are four races on which nothing was fitted, for `--shipped`: the 1500 m of Monaco 2024, the
800 m finals of Mexico 1968 and Doha 2019 and an 800 m heat of Tokyo 2020. That starts differ by where they are, and
that the front moves late, was seen on them too, so they are not quite strangers any more; by how much comes from
`tests/benchmarks/further` and from leaving one out.

Where it stands (26 files, 24 of which serve, each left out of the fit; error over the baseline's, geometric mean; wrong
pairs; in range; races worse than the baseline):

                          report                            report+order                      laps
    800 m                 0.33  40.6%  92.0%   0/8      0.25   8.7%  87.3%   1/8      0.80  16.0%  89.7%   0/3
    1000 m to the mile    0.30  22.8%  89.9%  1/10      0.25  11.5%  93.0%  0/10      0.79   3.6%  91.1%   0/6
    2 miles to 5000 m     0.26  25.3%  90.8%   0/3      0.25  19.0%  91.9%   0/3      0.96   5.7%  87.5%   0/3
    10,000 m              0.19  22.2%  94.9%   0/2      0.07  11.0%  95.1%   0/2      1.00   1.7%  92.9%   0/1
    steeplechase          0.30  27.1%  88.8%   0/1      0.31  18.7%  90.5%   0/1      1.00   3.9%  87.4%   0/1
    all                   0.29  29.2%  91.1%  1/24      0.23  11.8%  91.0%  1/24      0.86   6.6%  89.9%  0/14

Worse than the baseline are, with a report, Monaco's 1000 m (1.21), a world record behind a pacemaker; with the order
told too, the 800 m of Los Angeles (1.35), whose leader was 16 m clear at the bell. More of the plain guess in the gaps
behind a pacemaker helps the mile of Monaco (`_PLAIN`), a record too, and not this one. What would let the leader of Los
Angeles go (springs loosened by what is likely beforehand, a longer tail or twice the deviation for the first place)
takes it to 1.1 to 1.3, and the order told from 0.226 to 0.235 or more: Beijing's 10,000 m ran in one pack at halfway.

Where it stops, as `--floors` prints it (each race's ratio again, but with something known of the race itself):

                                                                      report  report+order          laps
    as it is                                                           0.289         0.226         0.855
    were the front known at every hidden point                         0.279         0.204         0.802
    were the field's median error known there                          0.216         0.135         0.528
    the same of the plain guess                                        0.395         0.395         0.526
    with the best share of the plain guess for each race               0.256         0.170         0.837
    by luck of who ran, were others drawn of the same kind, +-            9%           10%            5%

So laps at 0.80 are beyond even the true front at every point, which nobody timed, and the order told at 0.22 takes a
third of it; and both are within one deviation and a half of where these races would come out had other runners run
them. Six of the 24 have four to seven hidden points, and a ratio that a metre doubles. What is left of a report, and of
the order told, is the depth of the field, which no report tells but by who leads: were its median error known at each
point, 0.22 and 0.14 would be left. Wrong pairs with a report are not of that: in the order of the finish 31 % are
wrong; were it known of each hidden point whether the finish or its reverse is nearer, 27 % would be, and for each third
of the gaps at the finish there 23 %; by a logistic regression on those gaps, the share of the distance and who led
before and after, 29.5 %. The best order for a whole race, among all there are, has 8 %: 18 % is beyond what goes by the
finish, even with hindsight. The printed tenths alone make a median error of 0.2 m (the last column; 0.02 m with
hundredths), of 0.6 to 2.8 m with laps. Which groups' ranges hold 88 to 92 % is by luck for groups of one to three
races, and 7 of 15 do where exactly right ranges would give 5. Ranges were judged by Winkler's score (width, and twenty
times what is outside), each race left out; a widening for each group of events, held to that of all by a quarter, has
more groups within, and does worse by that score (22.7 for 22.1).

What took it here, each race left out. That nobody loses it all at the end (`least_gap`): a report from 0.301 to 0.298.
Own times count the more the more laps there are (`own_share`): Rome's 10,000 m from 1.06 to 1.00. Whoever is outclassed
runs his own pace: 0.293 to 0.291, and the order told 0.228 to 0.227. Numbers fitted with all this but the bound at the
end: 0.296 to 0.293, and 0.231 to 0.228. Fitted with the bound too, the order told is 0.238. Widths in metres at one's
own pace, wider where a front or a runner is known to be unlikely: by Winkler's score 22.1 to 21.8. The bounds of the
first and the third, like the weight behind a pacemaker and the power of the laps, were chosen on these races by hand,
not with each left out: with 0.10 to 0.20 for the first a report is at 0.298 to 0.300 (before the fit), with the third
beginning at 0.04 or 0.05 and ending at 0.09 to 0.12 at 0.291 to 0.292. A hierarchical Gaussian model was tried in place
of all (the field's course, how its gaps open with the finish, and each runner's own, with likelihood's covariances; the
known times exactly, everybody behind the leader by Gibbs sampling). Fitted on all races it came to 0.60 with a report
and 1.11 with laps: fields are packs or strings, and one covariance is of neither. What was tried and came no nearer,
each race left out: a depth that grows with the size of the field, a depth, a tempo or a holding of its own for paced
races, other weights of the plain guess, other measures of what fits best, kernels on everything known of a race; a
depth that no slow tempo takes from a pack; the front's lateness 200 or 300 m ahead; no lots where a leader is told
(0.32). Which races string out from the gun cannot be told. With the order told, `PACKED` in
`replay/reconstruction/springs.py` took the ratio from 0.30 to 0.25, and that its distances are Student's from 0.239 to
0.231. The numbers of the springs were chosen on these races, not with each left out: of sixteen others none takes the
order told below 0.2299; chosen with each race or each meeting left out they come to 0.231. With laps neither a first
lap for each kind of start, nor Gaussian processes over the distance (Matern, integrated Wiener and Ornstein-Uhlenbeck),
nor straight lines came nearer than the monotone cubic; a regression of what it is off by on the laps before and after
is 0.99 of it at best. Some thirty-five settings reach 0.838 only with hindsight. The last lap has no shape of its own
either: fronts are a metre ahead of the cubic 100 m from home in miles, and what says so of the others makes it 0.87.

A mean over races hides runners. With the order told, springs held six of Rome's 10,000 m in the pack who came home 480
to 1225 m back, up to 517 m off; since they let go of whom his finish has far back at least (`least_gap`), the mean 90th
percentile of the races is 11.3 m in place of 14.5, their mean error over the baseline's 0.280 in place of 0.286, and
Winkler's score 33.7 in place of 40.8. The median is as it was. What came no nearer then, each race left out: places as
far apart as the likely depth behind a pacemaker says (it says so: 0.8 of their logarithms go together; 0.224 for
0.224), the same without one (0.28), the depth where an order is told, as it comes out, carried to where none is (0.225
to 0.241), a pack that tends to its usual depth (the field's median error falls by a quarter, and the ratio of a report
rises from 0.297 to 0.307), races weighed by their points, other holds and other softness of the fit (0.227 to 0.230). A
disqualified leader counts for a pacemaker, as in London in 2012; without that a report is 0.297, the order told 0.226.

On the road there are no races here. By forty fields of twelve from the marathon of Chicago in 2023, which `road` was
made from, its error over the baseline's is 0.82 with results alone, 0.83 with the half, 0.83 with 10 km, 0.88 with 30
or 35 km, 0.94 with 10 and 30 km, 0.99 with 20 km too, and 1.01 with every 10 km (deviations of 0.01 to 0.05); ranges
hold 88 to 94 %. Over the first 10 km of eleven such fields, taken for a race, it is 0.99; as packs they came out at
nine times it.

Spoilt (304 rows measured), the others' error grows by more than a tenth in 4. With a report it is one: a time mistyped
in the 10,000 m of Beijing, of which nothing is told but one time at halfway (2.7): with 10 s more it is 1.1 deviations
off in place of 0.6, and that of Doha in 2019 was run so (15:32.70 and 30:17.62; Athletics Weekly of September 2019,
"Sifan Hassan storms to world 10,000m title in Doha"): who doubts the one will not believe the other. With the order
told it is a late start and a DNF in Atlanta, and a fall in the 800 m of Beijing (1.2 each), by 0.1 to 0.6 m: they
change who is last in the queue. With laps it is none. Of the odd row itself, of which only its finish is known, ranges
hold 87 to 91 % where it walks home (17 and 55 % before `_broken_down`), 52 to 63 % after a fall, which the finish says
little of, and 17 % after a start 8 s late, of which it says nothing; with laps 55 to 71 %.
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
from tests.benchmarks.odd import SPOILINGS, own, spoilt, without_odd
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
    held: dict[str, list[float]] = {kind: [] for kind in SPOILINGS}
    for race in races:
        cells = []
        for kind in SPOILINGS:
            factor = spoilt_factor(race, protocol, kind, shapes[race.id])
            cells.append(factor)
            if isinstance(factor, float):
                grown[kind].append(factor)
                held[kind] += own_held(race, protocol, kind, shapes[race.id])
        if any(cells):
            print(f"{race.id:34}" + "".join(f"{c:>12.2f}" if isinstance(c, float) else f"{c:>12}" for c in cells))
    if not any(grown.values()):
        return
    print(f"{'= mean':34}" + "".join(f"{math.exp(np.mean(np.log(found or [1.0]))):>12.2f}" for found in grown.values()))
    print(f"{'= most':34}" + "".join(f"{max(found, default=1.0):>12.2f}" for found in grown.values()))
    print(f"{'= his own in range':34}" + "".join(f"{f'{np.mean(f):.0%}' if f else '':>12}" for f in held.values()))


def own_held(race: Race, protocol: str, kind: str, shape: Shape) -> list[float]:
    """The share of the odd row's own errors within its ranges; empty where it was run as it was."""
    hidden = own(hide(race, protocol), kind)
    if hidden is None:
        return []
    made = reconstruct(hidden.race, shape)
    return [score(hidden, replayed(completed(hidden.race, made)), margins(hidden.race, made)).held]


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
