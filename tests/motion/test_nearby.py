import math

from hypothesis import given
from hypothesis import strategies as st

from replay.motion.curves import RunnerMotion
from replay.motion.large import FieldMotion
from replay.motion.large_nearby import MOST, FieldNearby
from replay.motion.nearby import Beyond, RunnersNearby
from tests.builders import entry, race

NAN = math.nan
PLACES = st.sampled_from([0.0, 99.0, 100.0, 101.0, 120.0, 140.0, 141.0, NAN])
ENDS = st.sampled_from([40.0, 50.0, 60.0, math.inf])


def test_who_is_in_a_stretch_below_it_and_above_it() -> None:
    run = [100.0, 140.0, 99.0, NAN, 141.0, 20.0, 300.0]
    for kind in (RunnersNearby, FieldNearby):
        nearby = kind([math.inf] * len(run))
        assert nearby.between(run, 50.0, 100.0, 140.0, 120.0) == [0, 1]
        assert nearby.beyond(run, 50.0, 100.0, 140.0) == (Beyond(2, 2), Beyond(2, 4))
        assert nearby.beyond(run, 50.0, 0.0, 300.0) == (Beyond(0, None), Beyond(0, None))


@given(st.lists(st.tuples(PLACES, ENDS), max_size=8))
def test_a_large_field_has_those_beyond_a_stretch_whom_a_small_one_has(field: list[tuple[float, float]]) -> None:
    run, ends = [far for far, _ in field], [end for _, end in field]
    small, large = (
        RunnersNearby(ends).beyond(run, 50.0, 100.0, 140.0),
        FieldNearby(ends).beyond(run, 50.0, 100.0, 140.0),
    )
    assert large == small
    for stretch in small:
        assert stretch.entry is None or ends[stretch.entry] > 50.0


def test_of_a_large_field_a_finisher_leaves_the_finish_after_a_while() -> None:
    run, ends = [1500.0, 1500.0, 1500.0], [100.0, 100.0 + 0.1, 200.0]
    assert RunnersNearby(ends).between(run, 130.0, 1400.0, 1500.0, 1450.0) == [0, 1, 2]
    assert FieldNearby(ends).between(run, 130.0, 1400.0, 1500.0, 1450.0) == [1, 2]


def test_of_a_large_field_those_nearest_to_whoever_is_followed_are_looked_at() -> None:
    run = [float(far) for far in range(MOST + 5)]
    nearby = FieldNearby([math.inf] * len(run))
    assert sorted(nearby.between(run, 50.0, 0.0, 500.0, 500.0)) == list(range(5, MOST + 5))
    assert sorted(nearby.between(run, 50.0, 0.0, 500.0, 0.0)) == list(range(MOST))
    assert nearby.between(run, 50.0, 5.0, 500.0, 0.0) == list(range(5, MOST + 5))


def test_of_a_small_field_everybody_is_ranked_and_of_a_large_one_those_near() -> None:
    one = race(*(entry(name, 9.0) for name in "ABC"))
    small, large = (kind(one).nearby([9.0, 9.0, 9.0]) for kind in (RunnerMotion, FieldMotion))
    assert (list(small.rivals([1])), list(small.singly())) == ([0, 1, 2], [0, 1, 2])
    assert (list(large.rivals([1])), list(large.singly())) == ([1], [])
