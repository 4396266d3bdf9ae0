"""How far somebody came in a story: kept whole, and whatever lies in its place is left alone or begun anew."""

import json
import os
from dataclasses import replace
from pathlib import Path

from replay.files.progress import leave_at, left_at, part_reached, progress_file, races_file, remember_part
from tests.builders import entry, race


def test_deep_json_begins_at_the_beginning(tmp_path: Path) -> None:
    file = tmp_path / "stories.json"
    file.write_text("[" * 20_000)
    assert part_reached("feud", file) == 0
    remember_part("feud", 3, file)
    assert part_reached("feud", file) == 3


def test_a_pipe_in_its_place_is_left_alone_and_holds_nobody_up(tmp_path: Path) -> None:
    file = tmp_path / "stories.json"
    os.mkfifo(file)
    assert part_reached("feud", file) == 0
    remember_part("feud", 3, file)
    assert file.is_fifo()


def test_a_folder_that_cannot_be_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = tmp_path / "file" / "stories.json"
    assert part_reached("feud", file) == 0
    remember_part("feud", 3, file)
    assert (tmp_path / "file").is_file()


def test_a_race_is_left_where_it_was_and_forgotten_at_its_end(tmp_path: Path) -> None:
    one, other = (replace(race(entry("A", 200)), path=f"{name}.yaml") for name in "ab")
    leave_at(one, 61.25)
    leave_at(other, 3.0)  # hardly begun
    assert (left_at(one), left_at(other)) == (61.2, 0.0)
    leave_at(one, 0.0)  # the card was looked at
    assert left_at(one) == 61.2
    leave_at(one, None)
    assert left_at(one) == 0.0
    assert not progress_file().exists(), "stories have a file of their own"


def test_a_race_without_a_file_is_left_nowhere() -> None:
    leave_at(race(entry("A", 200)), 60.0)
    assert not races_file().exists()


def test_the_races_that_were_left_last_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "races.json"
    file.write_text(json.dumps({f"race {number}": 7 for number in range(500)}))
    remember_part("race 0", 8, file)
    remember_part("another", 9, file)
    assert [part_reached(f"race {number}", file) for number in (0, 1, 2)] == [8, 0, 7]
