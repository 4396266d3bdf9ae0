"""The benchmark of the reconstruction: it hides what it says it hides, and measures what it says it measures."""

import math
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from replay.files.formats import read_race
from replay.race.race import Entry, Race, Status
from replay.reconstruction import reconstruct
from replay.reconstruction.prior import OPENING_AT, SHIPPED
from tests.benchmarks.fitting import fit, gaps_of
from tests.benchmarks.odd import RUN_OTHERWISE, SPOILINGS, own, spoilt, without_odd
from tests.benchmarks.protocols import Unfit, baseline, completed, cubic, hide, margins, replayed, score
from tests.benchmarks.reconstruction import main, measure
from tests.builders import entry, official, race
from tests.places import BENCHMARKS, DATA
from tests.together import together

OFFICIAL = ["london-mile-2026", "monaco-2023-mile-women", "rio-2016-800m"]
UNSEEN = sorted((BENCHMARKS / "unseen").glob("*_800m-men.csv"))


def run(name: str, pace: float, last: float) -> Entry:
    """A runner with a split every 100 m of 1500, slowing or quickening evenly."""
    times = np.cumsum(np.linspace(pace, last, 15))
    at: dict[float, float | str] = {100.0 * (k + 1): round(float(t), 2) for k, t in enumerate(times[:-1])}
    return entry(name, round(float(times[-1]), 2), at)


def full() -> Race:
    """A race of seven of which everything is known, and a pacemaker who leads to 800 m."""
    runners = [run(f"Runner {k}", 14.2 + 0.05 * k, 13.8 + 0.15 * k) for k in range(7)]
    pacing: dict[float, float | str] = {100.0 * k: 14.0 * k for k in range(1, 10)}
    return race(*runners, entry("Pace", None, pacing, status=Status.DNF))


def test_a_report_keeps_the_leaders_times_and_all_results() -> None:
    truth = full()
    hidden = hide(truth, "report")
    kept = {(index, split.distance) for index, runner in enumerate(hidden.race.entries) for split in runner.splits}
    assert kept == {(7, 400.0), (7, 800.0), (0, 1200.0)}
    assert [runner.result for runner in hidden.race.entries] == [runner.result for runner in truth.entries]
    assert not hidden.race.facts


def test_a_report_with_the_order_adds_the_first_five() -> None:
    facts = hide(full(), "report+order").race.facts
    assert [(fact.at, fact.order) for fact in facts] == [
        (400.0, (7, 0, 1, 2, 3)),
        (800.0, (7, 0, 1, 2, 3)),
        (1200.0, (0, 1, 2, 3, 4)),
    ]


def test_laps_keep_everybodys_splits_every_400_metres() -> None:
    hidden = hide(full(), "laps")
    assert {split.distance for runner in hidden.race.entries for split in runner.splits} == {400.0, 800.0, 1200.0}
    assert {split.distance for _, split in hidden.points} == {100.0 * k for k in range(1, 15) if k % 4}


def test_points_of_those_without_a_result_are_not_measured() -> None:
    assert {index for index, _ in hide(full(), "report").points} == set(range(7))


def test_a_file_that_cannot_serve_says_why() -> None:
    with pytest.raises(Unfit, match="400 m is too short"):
        hide(race(entry("A", 47.0, {200.0: 22.0}), distance=400.0), "report")
    with pytest.raises(Unfit, match="no split between"):
        hide(race(entry("A", 210.0, {400.0: 56.0})), "laps")
    with pytest.raises(Unfit, match="no split where a report gives one"):
        hide(race(entry("A", 210.0, {300.0: 42.0})), "report")


def test_the_truth_itself_scores_nothing_wrong() -> None:
    hidden = hide(full(), "report")
    measured = score(hidden, replayed(hidden.truth), lambda index, at: 0.01)
    assert measured.median == pytest.approx(0, abs=1e-6)
    assert measured.wrong == 0
    assert measured.held == 1


def test_a_runner_drawn_a_second_late_is_behind_by_what_he_runs_in_it() -> None:
    hidden = hide(race(*[run(f"Runner {k}", 14.0, 14.0) for k in range(3)]), "report")
    late = replace(
        hidden.truth,
        entries=tuple(
            replace(r, splits=tuple(replace(s, time=replace(s.time, seconds=s.time.seconds + 1)) for s in r.splits))
            for r in hidden.truth.entries
        ),
    )
    assert score(hidden, replayed(late), lambda index, at: 8.0).median == pytest.approx(100 / 14, abs=0.4)


def test_pairs_count_when_their_true_times_differ_and_are_wrong_when_drawn_the_other_way() -> None:
    hidden = hide(full(), "report")
    swapped = replace(hidden.truth, entries=(*reversed(hidden.truth.entries[:7]), hidden.truth.entries[7]))
    assert score(hidden, replayed(swapped), lambda index, at: 0.0).wrong == pytest.approx(1.0)


def test_the_baseline_runs_evenly_with_a_finish_alone() -> None:
    course = baseline(hide(full(), "report").race)(6)
    assert course is not None
    result = full().entries[6].result
    assert result is not None
    assert course[0](result.seconds / 2) == pytest.approx(750.0)


def test_the_baselines_cubic_passes_through_its_points_and_rises_between_them() -> None:
    x, y = np.array([0.0, 10.0, 30.0, 35.0, 60.0]), np.array([0.0, 1.0, 1.5, 6.0, 6.1])
    assert [cubic(x, y, at) for at in x] == pytest.approx(list(y))
    drawn = [cubic(x, y, at) for at in np.linspace(0, 60, 200)]
    assert all(a <= b + 1e-12 for a, b in pairwise(drawn))


def test_the_fit_finds_gaps_that_were_made_by_its_own_formula() -> None:
    gaps = gaps_of(full())
    assert gaps.paced
    assert gaps.final.min() == 0
    assert np.all(gaps.gap >= 0)
    shape = fit([full()])
    assert all(math.isfinite(number) for number in (shape.softness, shape.holding, shape.tempo, shape.paced))
    assert len(shape.opening) == len(OPENING_AT)


@pytest.mark.parametrize("race_id", OFFICIAL)
@pytest.mark.parametrize("protocol", ["report", "report+order", "laps"])
def test_official_splits_are_reconstructed_nearer_than_by_the_baseline(race_id: str, protocol: str) -> None:
    made, base, _ = measure(official(race_id), protocol, SHIPPED)
    assert made.median < base.median


@pytest.mark.parametrize("path", UNSEEN, ids=lambda path: path.stem)
@pytest.mark.parametrize("protocol", ["report", "report+order"])
def test_races_on_which_nothing_was_fitted_are_too(path: Path, protocol: str) -> None:
    made, base, _ = measure(read_race(path)[0], protocol, SHIPPED)
    assert made.median < base.median


def test_ranges_hold_most_of_the_truth_and_are_no_wider_than_they_need_be() -> None:
    truth = official("london-mile-2026")
    for protocol in ("report", "laps"):
        hidden = hide(truth, protocol)
        made = reconstruct(hidden.race)
        measured = score(hidden, replayed(completed(hidden.race, made)), margins(hidden.race, made))
        widths = [split.margin or 0.0 for splits in made.splits for split in splits]
        assert measured.held > 0.8
        assert np.median(widths) < 6 * measured.median


def test_the_command_prints_a_row_for_each_race_and_says_what_it_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--shipped", str(DATA / "official-1500m.csv"), str(DATA / "official-100m.csv")])
    printed = capsys.readouterr().out
    assert re.search(r"^official-100m .* left out \(laps: 100 m is too short\)", printed, re.MULTILINE)
    assert re.search(r"^official-1500m .* \(laps: no split between those that are kept\)", printed, re.MULTILINE)
    assert printed.count("= all (1)") == 2


def test_a_long_race_is_reported_at_every_kilometre() -> None:
    laps: dict[float, float | str] = {400.0 * k: 70.0 * k for k in range(1, 13)}
    laps |= {1000.0: 175.0, 3000.0: 525.0}
    hidden = hide(race(entry("A", 875.0, laps), entry("B", 880.0, laps), distance=5000.0), "report")
    assert {split.distance for split in hidden.race.entries[0].splits} == {1000.0, 2000.0, 3000.0, 4000.0}


def test_a_split_that_its_neighbours_contradict_is_odd_and_a_kick_is_not() -> None:
    truth = full()
    first = truth.entries[0]
    late = replace(first.splits[5], time=replace(first.splits[5].time, seconds=first.splits[5].time.seconds + 3))
    spoiled = replace(first, splits=(*first.splits[:5], late, *first.splits[6:]))
    clean, odd = without_odd(replace(truth, entries=(spoiled, *truth.entries[1:])))
    assert odd == 1
    assert 600.0 not in [split.distance for split in clean.entries[0].splits]
    assert without_odd(truth) == (truth, 0)


@together("kind", SPOILINGS)
def test_a_row_is_made_odd_and_the_others_are_left(kind: str) -> None:
    hidden = hide(full(), "report+order")
    made = spoilt(hidden, kind)
    assert made is not None
    changed = [a != b for a, b in zip(made[0].race.entries, hidden.race.entries, strict=True)]
    assert sum(changed) == 1
    assert made[1].race.facts == made[0].race.facts
    assert changed.index(True) not in {index for index, _ in made[0].points}
    assert made[0].points == made[1].points
    odd = own(hidden, kind)
    assert (odd is not None) == (kind in RUN_OTHERWISE)
    if odd is not None:
        assert odd.race == made[0].race
        assert {changed.index(True)} == {index for index, _ in odd.points}
