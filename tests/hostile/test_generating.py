"""Whatever is said of a race, true or not: it is read, worked out and told, or its contradictions are named."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.keeping import lost_in
from replay.files.source import Choices, Source
from tests.depth import often
from tests.hostile.generating import made, worked_out


@pytest.mark.parametrize("seed", [*range(often(12)), 71187])  # of the last more is nearly exact than it has variables
def test_facts_of_all_kinds_raise_nothing(seed: int) -> None:
    assert worked_out(made(seed)) in ("worked out", "contradictions told")


@pytest.mark.parametrize("first", range(0, 300, 100))
def test_a_race_that_is_kept_as_a_race_file_comes_back_whole_and_as_a_table_or_it_is_refused(first: int) -> None:
    refused = 0
    for seed in range(first, first + often(100)):
        race = read_source(Source(made(seed).encode(), Path("generated.yaml")), Choices()).race
        if race is not None:
            assert not lost_in(race, ".yaml"), seed
            refused += bool(lost_in(race, ".csv"))
    assert refused <= 5  # those of one runner who has no time, above all
