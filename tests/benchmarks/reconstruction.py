"""How well races are reconstructed: hide official splits, work them out, compare.

Run from the repository's root, on any files of official splits in the plain CSV:

    python -m tests.benchmarks.reconstruction FILE.csv ...

Three protocols. `report`: only the leader's time at 400, 800 and 1200 m and all finishing times are kept.
`report+order`: also the order of the first five there. `laps`: everybody's splits every 400 m. Each race is worked out
with numbers that were fitted on the others of the files given (leave one out). With `--shipped` the numbers the program
ships with are used, which were fitted on the files named in `replay/reconstruction/prior.py`: for files that are not
among these. `--fit` prints the numbers fitted on all files given.

Error: where the reconstructed runner is at the true time of a hidden split, minus that split's distance, in metres;
kept points and runners without a result are left out. Columns: the median and the 90th percentile of its size; the
share of pairs of runners in the wrong order at hidden points (of pairs whose true times differ); the baseline's median
and wrong pairs (a monotone cubic through each runner's own points); the share of errors within the stated range, meant
to be nine tenths; seconds to solve.

At the end, of the pairs of finishers how many are in the order of the finish at 10, 25, 50 and 75 % of the distance: in
truth, and in the race worked out from the results alone. It is meant to be drawn as real races are, and not as it ends.

In `tests/benchmarks/unseen` are four races on which nothing was fitted, for `--shipped`: the 1500 m of Monaco 2024, the
800 m finals of Mexico 1968 and Doha 2019 and an 800 m heat of Tokyo 2020. That starts differ by where they are, and
that the front moves late, was seen on them too, so they are not quite strangers any more; by how much comes from
`tests/benchmarks/further` and from leaving one out.

Where it stops with laps: most of what is left is common to the whole field and in nobody's laps, a front that quickens
or a timing point a metre off. Were the field's median error at each point known, 0.7 to 0.9 m would be left on the
races split every 100 m; the printed tenths alone make 0.2 m. With reports it is the depth of the field, 1 to 18 m after
the first lap of these races, which no report tells; and where a pacemaker runs evenly, even pace is hard to better.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

# The benchmark runs as a script and as a module; the packages are found either way.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from replay.files.formats import read_race
from replay.race.race import Race
from replay.reconstruction import reconstruct
from replay.reconstruction.prior import SHIPPED, Shape
from tests.benchmarks.fitting import fit
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the files and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="official splits in the plain CSV")
    parser.add_argument("--shipped", action="store_true", help="use the shipped numbers instead of leaving one out")
    parser.add_argument("--fit", action="store_true", help="print the numbers fitted on all files, and nothing else")
    options = parser.parse_args(arguments)
    races = usable([read_race(path)[0] for path in options.files if not path.stem.endswith("_ranks")])
    if options.fit:
        print(fit(races))
        return
    shapes = {race.id: SHIPPED if options.shipped else fit([r for r in races if r is not race]) for race in races}
    for protocol in PROTOCOLS:
        print_protocol(protocol, races, shapes)
    print_final_order(races)


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
    """The races that can serve some protocol; says of the others why they cannot."""
    found = []
    for race in races:
        try:
            hide(race, "report")
            found.append(race)
        except Unfit as reason:
            print(f"{race.id}: left out, {reason}")
    return found


def print_protocol(protocol: str, races: Sequence[Race], shapes: dict[str, Shape]) -> None:
    """Print one protocol's rows and their mean."""
    print(f"\n{protocol}")
    print(f"{'':34}{'median':>8}{'90th':>8}{'wrong':>8}{'baseline':>10}{'wrong':>8}{'in range':>10}{'s':>7}")
    rows = []
    for race in races:
        try:
            made, base, seconds = measure(race, protocol, shapes[race.id])
        except Unfit as reason:
            print(f"{race.id:34} left out, {reason}")
            continue
        rows.append((made.median, made.ninetieth, made.wrong, base.median, base.wrong, made.held, seconds))
        print_row(race.id, rows[-1])
    if rows:
        print_row("mean", tuple(np.mean(rows, axis=0)))


def print_row(name: str, numbers: Sequence[float]) -> None:
    """Print one row of the table."""
    median, ninetieth, wrong, base, base_wrong, held, seconds = numbers
    print(f"{name:34}{median:8.2f}{ninetieth:8.1f}{wrong:8.1%}{base:10.2f}{base_wrong:8.1%}{held:10.1%}{seconds:7.2f}")


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
