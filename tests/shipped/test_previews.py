"""What the menu tells of every shipped race, at many widths."""

import re
from pathlib import Path

import pytest

from replay.cells.rows import plain
from replay.commentary.stakes import beforehand
from replay.drawing.pages.menu import preview_rows
from replay.files.formats import read_race
from replay.race.race import Status
from replay.race.shortnames import family_name
from tests.miles import LOOK
from tests.places import RACES
from tests.together import together


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_year_and_no_time_of_a_record_is_cut(path: Path) -> None:
    race, _ = read_race(path)
    for width in range(54, 120, 3):
        text = plain(preview_rows(race, LOOK, width, 60))
        for record in race.records[:6]:
            lines = [line.rstrip() for line in text.splitlines() if line.strip().startswith(record.label)]
            assert any(record.time.text in line and line.endswith(record.date[:4]) for line in lines), (width, record)


@together("path", sorted(RACES.glob("*.yaml")))
def test_every_race_has_a_line_that_makes_one_want_to_watch_and_tells_no_result(path: Path) -> None:
    race, _ = read_race(path)
    line, _ = beforehand(race)
    assert line
    text = plain(preview_rows(race, LOOK, 44, 21))
    assert line.split()[0] in text
    first = next(
        family_name(entry.name) for entry in race.entries if entry.place == 1 or entry.status is Status.FINISHED
    )
    assert not re.search(rf"{first}\W+(?:\w+\W+){{0,3}}(?:took|led|won|beat|left|passed|kept)\b", race.note), race.note
    results = {entry.result.text for entry in race.entries if entry.result is not None and entry.competes}
    records = {record.time.text for record in race.records}
    assert not [result for result in results - records if result and result in text]
