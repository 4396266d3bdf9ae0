"""From how many runners on a field is moved as a crowd."""

import pytest

from replay import motion
from replay.motion import is_large, motion_of
from replay.motion.curves import RunnerMotion
from replay.motion.large import FieldMotion
from tests.builders import entry, race
from tests.together import together


@together(("runners", "duration", "large"), [(100, None, False), (101, None, True), (201, 3600.0, False)])
def test_more_than_100_are_a_crowd_but_in_a_race_for_distance(
    runners: int, duration: float | None, large: bool
) -> None:
    field = race(*(entry(f"R{k}", 300.0) for k in range(runners)), duration=duration)
    assert is_large(field) == large
    assert type(motion_of(field)) is (FieldMotion if large else RunnerMotion)


def test_without_numpy_up_to_200_are_moved_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(motion, "_has_numpy", lambda: False)
    fields = [race(*(entry(f"R{k}", 300.0) for k in range(runners))) for runners in (200, 201)]
    assert [is_large(field) for field in fields] == [False, True]
