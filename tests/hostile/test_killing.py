"""Whoever is killed while he writes, or writes beside another, loses nothing (`tests.hostile.killing` has the many)."""

from pathlib import Path

from replay.files.progress import MOST
from tests.depth import often
from tests.hostile.killing import killed_replacing, killed_saving, left, missed, written_together


def test_a_kill_while_progress_is_saved_loses_nothing(tmp_path: Path) -> None:
    assert killed_saving(tmp_path, often(20)) == (0, 0)
    assert left(tmp_path) == 0


def test_a_kill_while_a_file_is_replaced_leaves_a_whole_one(tmp_path: Path) -> None:
    assert killed_replacing(tmp_path, often(20)) == 0
    assert left(tmp_path) == 0


def test_of_two_who_save_at_once_nobody_loses_anything(tmp_path: Path) -> None:
    assert written_together(tmp_path, often(300)) == 0


def test_the_oldest_are_not_missed_where_as_many_are_kept_as_are_kept_at_most() -> None:
    before = {str(number): 1 for number in range(MOST)}
    kept = {str(number): 1 for number in range(3, MOST + 3)}
    without = {**kept, "another": 1}
    del without["100"]
    assert missed(before, kept) == set()
    assert missed(before, without) == {"100"}
