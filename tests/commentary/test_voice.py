"""How numbers are said."""

import pytest

from replay.commentary.voice import seconds_apart


@pytest.mark.parametrize(
    ("seconds", "decimals", "said"),
    [(0.26, 2, "0.26 s"), (59.9, 1, "59.9 s"), (700.0, 0, "11:40"), (63.25, 2, "1:03.25"), (3723.0, 0, "1:02:03")],
)
def test_a_gap_of_a_minute_and_more_is_a_clock(seconds: float, decimals: int, said: str) -> None:
    assert seconds_apart(seconds, decimals) == said
