"""What the menu tells of every shipped race, at many widths."""

from pathlib import Path

import pytest

from replay.cells.rows import plain
from replay.drawing.pages.menu import preview_rows
from replay.files.formats import read_race
from tests.miles import LOOK
from tests.places import RACES


@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_year_and_no_time_of_a_record_is_cut(path: Path) -> None:
    race, _ = read_race(path)
    for width in range(54, 120, 3):
        text = plain(preview_rows(race, LOOK, width, 60))
        for record in race.records[:6]:
            lines = [line.rstrip() for line in text.splitlines() if line.strip().startswith(record.label)]
            assert any(record.time.text in line and line.endswith(record.date[:4]) for line in lines), (width, record)
