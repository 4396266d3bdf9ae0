"""Whatever is pressed, clicked, pasted and resized, in whatever order: nothing ends the program."""

import pytest

from tests.tui.hammering import RACES, hammer


@pytest.mark.parametrize("seed", range(2 * len(RACES)), ids=lambda seed: f"{list(RACES)[seed % len(RACES)]}-{seed}")
async def test_nothing_ends_the_program(seed: int) -> None:
    assert await hammer(seed, 250) is None
