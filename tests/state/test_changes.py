"""When the lead last changed hands."""

import pytest

from replay.state.changes import last_change
from tests.together import together


def leader(t: float) -> int:
    return 0 if t < 20.25 else 1 if t < 60.5 else 2


@together(
    ("end", "wanted", "at"),
    [(90.0, None, 60.5), (50.0, None, 20.25), (90.0, 1, 20.25), (90.0, 0, 0.0), (15.0, None, 0.0)],
)
def test_it_is_found_where_it_is(end: float, wanted: int | None, at: float) -> None:
    assert last_change(leader, end, wanted) == pytest.approx(at, abs=1e-3)
