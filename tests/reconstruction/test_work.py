"""How much is worked out at once, in points and steps; no test here measures seconds."""

from dataclasses import replace
from pathlib import Path

import pytest

from replay.answers.check import check
from replay.files.formats import read_race
from replay.files.library import shipped_folder
from replay.race.race import Entry, Fact, Race
from replay.reconstruction import reconstruct
from replay.reconstruction.completion import completed
from replay.reconstruction.conflicts import conflict
from replay.reconstruction.spacing import points, step_of
from replay.reconstruction.statements import gather
from replay.reconstruction.work import TooMuch, Work
from tests.builders import entry, race
from tests.together import together


def mile(runners: int, *facts: Fact) -> Race:
    return race(*(entry(f"R{k}", 240.0 + k / 3) for k in range(runners)), distance=1600.0, facts=facts)


def leads(runners: int, many: int) -> Race:
    """A mile with as many reports of who led, each at a distance of its own."""
    return mile(runners, *(Fact(at=float(k * 7 % 1600 + 1), leader=k % runners) for k in range(many)))


@together(("facts", "step"), [(0, 100.0), (39, 100.0), (40, 200.0), (47, 400.0)])
def test_the_more_distances_facts_name_the_farther_apart_the_other_points_are(facts: int, step: float) -> None:
    sparse = leads(30, facts)
    assert step_of(sparse) == step
    known = gather(sparse, step)
    assert points(known.runners, known.nodes) == 30 * len(known.nodes) <= 1600


@pytest.mark.parametrize(("runners", "facts"), [(30, 53), (2, 1000)])
def test_facts_too_many_to_be_worked_out_are_told_and_the_race_plays_with_them(runners: int, facts: int) -> None:
    sparse = leads(runners, facts)
    filled, told = completed(sparse)
    says = f"too many facts to be worked out together: {facts:,} facts of {runners} runners; leave some out"
    assert [str(one) for one in told] == [says]
    assert filled == sparse


def test_check_says_that_nothing_is_estimated_and_that_no_fact_is_wrong(tmp_path: Path) -> None:
    entries = ", ".join(f"{{name: R{k}, result: '4:{10 + k}.0'}}" for k in range(30))
    facts = ", ".join(f"{{at: {7 * k + 1}m, leader: R{k % 30}}}" for k in range(53))
    path = tmp_path / "mile.yaml"
    path.write_text(f"race: A mile\nevent: mile\nentries: [{entries}]\nfacts: [{facts}]\n", encoding="utf-8")
    (problem,) = check([path])
    assert problem.message.startswith("nothing is estimated: too many facts")


def test_splits_at_distances_of_everybodys_own_are_counted_too() -> None:
    own = [entry(f"R{k}", 3000.0, {50.0 * i + k / 4 + 1: 15.0 * i + k / 10 + 1 for i in range(150)}) for k in range(20)]
    (told,) = reconstruct(race(*own, distance=10_000.0)).conflicts
    assert str(told) == "too many distances to be worked out together: 3,000 splits of 20 runners; leave some out"


def test_a_few_distances_of_one_s_own_make_the_grid_coarser_and_many_are_too_much() -> None:
    def runners(count: int) -> list[Entry]:
        return [
            entry(f"R{k}", 3000.0, {100.0 * i + 8 * k + 1: 30.0 * i + k for i in range(1, 15)}) for k in range(count)
        ]

    assert step_of(race(*runners(2), distance=10_000.0)) == 100.0
    assert step_of(race(*runners(6), distance=10_000.0)) == 200.0
    with pytest.raises(TooMuch):
        step_of(race(*runners(12), distance=10_000.0))


def test_as_many_reported_places_as_leave_thousands_of_choices_are_not_tried() -> None:
    places = [Fact(at=100.0 * (k % 14 + 1), runner=k % 12, place=k % 12 + 1) for k in range(14)]
    assert step_of(mile(12, *places[:10])) == 100.0
    with pytest.raises(TooMuch):
        step_of(mile(12, *places[:11]))


def test_rules_are_counted_however_few_distances_they_name() -> None:
    together = Fact(at=800.0, within=2.0)
    assert len(gather(mile(30, *[together] * 22), 100.0).statements) == 30 + 22
    with pytest.raises(TooMuch):
        gather(mile(30, *[together] * 23), 100.0)


@together("path", sorted(shipped_folder().glob("*.yaml")))
def test_a_shipped_race_is_half_as_much_as_can_be_worked_out_at_most(path: Path) -> None:
    shipped = read_race(path)[0]
    step = step_of(shipped)
    known = gather(shipped, step)
    assert step == (100.0 if shipped.distance <= 10_000.0 else 1000.0)
    assert points(known.runners, known.nodes) <= 400


def test_a_search_may_take_ten_steps_a_variable_and_fewer_the_larger_it_is() -> None:
    work = Work()
    assert [work.steps(n, n) for n in (10, 100, 600)] == [5000, 5000, 6000]
    assert work.steps(2000, 2000) < work.steps(1500, 1500) < 10 * 1500


def test_searches_share_what_may_be_done_for_a_race() -> None:
    work = Work()
    half = work.steps(1500, 1500) // 2
    work.searched(1500, 1500, half)
    assert work.steps(1500, 1500) <= half + 2
    with pytest.raises(TooMuch):
        work.searched(1500, 1500, work.steps(1500, 1500))


def test_the_search_for_what_contradicts_itself_ends_with_its_work() -> None:
    ring = [Fact(at=800.0, runner=k, behind=(k + 1) % 12) for k in range(12)]
    known = gather(mile(12, *ring), 100.0)
    work = Work()
    assert len(conflict(known, work)) == 12
    spent = Work().left - work.left
    few = Work()
    few.left = spent / 2
    with pytest.raises(TooMuch):
        conflict(known, few)


def test_runners_on_their_own_have_more_points_than_those_who_hang_together() -> None:
    runners = [entry(f"R{k}", 1650.0 + k, place=k + 1) for k in range(60)]
    assert step_of(race(*runners, distance=10_000.0)) == 100.0
    untimed = replace(runners[1], result=None)
    assert step_of(race(runners[0], untimed, *runners[2:], distance=10_000.0)) == 400.0
