"""Whatever is pressed, clicked, pasted and resized, in whatever order: nothing ends the program."""

import pytest

from tests.depth import often
from tests.tui.hammering import STARTS, hammer


@pytest.mark.sampled(3)
@pytest.mark.usefixtures("every_frame")
@pytest.mark.parametrize("seed", range(len(STARTS)), ids=STARTS)
async def test_nothing_ends_the_program(seed: int) -> None:
    assert await hammer(seed, often(200)) is None
