"""How far somebody came in a story: kept whole, and whatever lies in its place is left alone or begun anew."""

import os
from pathlib import Path

from replay.files.progress import part_reached, remember_part


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
