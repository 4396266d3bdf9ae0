"""What holds a pack together, and whom it lets go."""

import numpy as np
import pytest

from replay.race.race import Fact, Race
from replay.reconstruction import reconstruct
from replay.reconstruction.springs import Spring
from tests.builders import entry, race


@pytest.mark.parametrize("off", [-12.0, 12.0, 48.0])
def test_a_spring_pulls_less_the_farther_somebody_is_away(off: float) -> None:
    spring = Spring(0, 1, metres=2.0, variance=9.0)
    near, far = (spring.loosened(np.array([1.0, 3.0 + by])).variance for by in (0.0, off))
    assert near < spring.variance
    assert abs(off) / far < 4.0 / near


def told(third: dict[float, float | str]) -> Race:
    """Six of whom the first two of an unpaced race are told at 800 m, and of one some times are known."""
    others = [entry(name, 214.0 + k) for k, name in enumerate("BCDE")]
    return race(
        entry("Ann", 213.0, {800.0: 119.0}), entry("Cyd", 213.5, third), *others, facts=(Fact(at=800.0, order=(0, 2)),)
    )


def at_800(truth: Race) -> list[float]:
    made = reconstruct(truth).splits
    return [next(s.time.seconds for s in made[k] if s.distance == 800.0) for k in range(2, 6)]


def test_whose_own_times_leave_him_far_behind_a_pack_draws_nobody_out_of_it() -> None:
    fair, slip = at_800(told({400.0: 59.9})), at_800(told({400.0: 59.9, 1200.0: 187.0}))
    assert slip == pytest.approx(fair, abs=0.2)


def test_between_known_laps_a_range_is_as_many_seconds_wide_however_far_back_somebody_is() -> None:
    laps = [{400.0 * k: pace * k for k in (1, 2, 3)} for pace in (60.0, 60.5, 66.0)]
    truth = race(*(entry(name, own[1200.0] * 1.25, dict(own)) for name, own in zip("ABC", laps, strict=True)))
    first, _, last = ([split.margin or 0.0 for split in splits] for splits in reconstruct(truth).splits)
    assert last == pytest.approx([margin * 60 / 66 for margin in first], abs=0.1)  # metres at one's own pace
