"""Whatever is said of a race, true or not: it is read, worked out and told, or its contradictions are named."""

import pytest

from tests.depth import often
from tests.hostile.generating import made, worked_out


@pytest.mark.parametrize("seed", [*range(often(12)), 71187])  # of the last more is nearly exact than it has variables
def test_facts_of_all_kinds_raise_nothing(seed: int) -> None:
    assert worked_out(made(seed)) in ("worked out", "contradictions told")
