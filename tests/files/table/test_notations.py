from replay.files.table.notations import likeness
from tests.files.table.test_reader import reading


def test_nobody_runs_no_distance_and_in_no_time() -> None:
    assert likeness(10.0, 0.0) == likeness(0.0, 1500.0) == 0.0


def test_a_point_at_nought_is_no_reason_to_fall_over() -> None:
    found = reading("name,0,0,400,time\nAda,0:00,0:01,1:02,4:10\nBea,0:00,0:02,1:03,4:11\n", distance=1500.0)
    assert found.race is not None
