"""How much tests try: all where that is asked for, and where all tests are run a part, another one each time.

`HYPOTHESIS_PROFILE=deep pytest`, the first job of `.ci/run`, takes all. Without it:

* of what is generated, or tried again and again, a fifth, the same each time;
* of the dearest sweeps over races, sizes, times and keys a part: of a test's cases (`pytest.mark.sampled(4)`: one in
  four), or of what a test goes through (`some`). The seed of the order draws it: another one each time, and the same
  again with the same `--randomly-seed`. Whoever names a folder, a file or a test has them whole, and so has `-k`.

Every test is asked each time, and every case of those that are no sweep.
"""

import math
import os
import random
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import settings

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "everyday")
"""Of `tests.conftest`."""
_SHARE = 5
_T = TypeVar("_T")


class _Drawn:
    """What parts are drawn with."""

    seed: int | None = None
    """None where sweeps are asked whole."""


def draw_with(seed: int | None) -> None:
    """Ask parts of the sweeps, which this seed draws, or all where there is none."""
    _Drawn.seed = seed


def drawn_with() -> int | None:
    """The seed that draws the parts; None where sweeps are asked whole."""
    return _Drawn.seed


def often(many: int) -> int:
    """How often something that is generated or repeated is tried, of so many times when it is tried in depth."""
    return many if PROFILE != "everyday" else max(many // _SHARE, 1)


def examples(many: int) -> settings:
    """Of a property whose examples are dear, or which needs more of them than others: so many in depth."""
    return settings(max_examples=often(many), deadline=None)


def some(cases: Sequence[_T], share: int, of: str = "") -> list[_T]:
    """One in so many of what a test goes through, in its order, where all tests are run; the same ones within a test.

    Args:
        cases: All of them.
        share: How many of them there are for one that is asked; at least one is.
        of: What draws other ones; without it the test that runs.
    """
    if _Drawn.seed is None:
        return list(cases)
    chance = random.Random(f"{_Drawn.seed} {of or os.environ.get('PYTEST_CURRENT_TEST')}")
    return [cases[at] for at in sorted(chance.sample(range(len(cases)), math.ceil(len(cases) / share)))]
