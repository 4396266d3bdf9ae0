"""What was understood of a file, as a page."""

import re
from dataclasses import replace
from pathlib import Path

from replay.cells.rows import plain, row_width
from replay.drawing.pages.understood import (
    Progress,
    asked_of,
    opened_title,
    reading_rows,
    seen,
    spaced,
    top_line,
    understood_lines,
    verdict,
)
from replay.drawing.theme.look import Look, look_of
from replay.drawing.theme.palette import DARK
from replay.files.formats import read_source
from replay.files.settings import settings
from replay.files.source import Choices, Reading, Source
from tests.together import together

LOOK = look_of(DARK)
PLAIN = look_of(DARK, ascii=True)
PLAYS = (
    "# event: 1500m\n# title: Evening\nname,400,800,1200,finish\nAda,64.0,65.0,66.0,4:02.1\nBea,64.5,65.4,66.4,n/a\n"
)
ASKS = "Name;Zeit\nAda;64:10\nBea;1:09:05\n"
UNPLACED = "# event: 10km\nname,Checkpoint 1,finish\nAda,12:00,32:10\nBea,12:30,33:05\n"
REFUSED = "name,colour\nAda Alfa,red\nBea Beta,blue\n"


def read(text: str, name: str = "evening.csv") -> Reading:
    return read_source(Source(text.encode(), Path(name)), Choices())


def page(text: str, width: int = 62, chosen: int = 0, kept: Path | None = None) -> str:
    found = read(text)
    lines = understood_lines(found, settings(found, Choices()), chosen, LOOK, width, verdict(found, kept))
    return plain([line.row for line in lines])


def test_the_race_and_each_column_are_told() -> None:
    text = page(PLAYS)
    assert text.splitlines()[:3] == ["  Evening", "  1500m · 2 runners", "  table parted by commas, UTF-8"]
    assert "✓ It plays. Enter watches, k keeps it." in text
    assert "times         laps" in text
    assert re.search(r"400 +lap to 400 m +64\.0", text)


def test_what_was_assumed_and_mended_is_told_without_options_of_the_command_line() -> None:
    text = page(PLAYS)
    assert "the times on the way look like lap times and are read so" in " ".join(text.split())
    assert "1 cell 'n/a' taken as missing" in text
    assert "--" not in text.replace("─", "")


def test_a_question_comes_with_its_likeliest_answer() -> None:
    found = verdict(read(ASKS))
    assert (found.kind, found.text) == ("asks", "How far was the race?")
    assert found.then == "Enter takes half marathon, d another."
    assert verdict(read(ASKS), named=str.upper).then == "`ENTER` TAKES HALF MARATHON, `D` ANOTHER."
    assert asked_of(read(ASKS), settings(read(ASKS), Choices())) == ("distance", "distance")


def test_a_question_without_one_is_asked() -> None:
    reading = read(ASKS)
    question = reading.understood.questions[0]._replace(suggestion="")
    reading = replace(reading, understood=replace(reading.understood, questions=(question,)))
    assert verdict(reading).then == "Enter asks for it."


def test_what_is_still_to_be_asked_of_a_race_that_plays_stands_below() -> None:
    assert "Where on the course is 'Checkpoint 1'?" in page(UNPLACED)
    assert asked_of(read(UNPLACED), settings(read(UNPLACED), Choices())) == ("column", "Checkpoint 1")


def test_a_refusal_says_why_and_what_to_do_here() -> None:
    found = verdict(read(REFUSED))
    assert found.kind == "refused"
    assert found.text == "No column is known as a time among 'name', 'colour'."
    assert "Choose a column below" in found.then
    assert asked_of(read(REFUSED), settings(read(REFUSED), Choices())) == ("column", "colour")


def test_what_is_no_file_of_races_is_refused_with_a_way_out() -> None:
    reading = read_source(Source(b"\0\1\2", Path("photo.xyz")), Choices())
    found = verdict(reading)
    assert (found.kind, found.text) == ("refused", "Files ending in '.xyz' are not read.")
    assert found.then.startswith("A race is a file ending in ")


def test_a_race_that_was_kept_says_where() -> None:
    text = " ".join(page(PLAYS, kept=Path("races/evening.yaml")).split())
    assert "Kept, and in the menu." in text
    assert f"It is {Path('races/evening.yaml')}" in text


@together("width", [12, 20, 46, 62, 84])
@together("look", [LOOK, PLAIN])
@together("text", [PLAYS, ASKS, REFUSED, UNPLACED])
def test_every_row_has_the_width_of_the_page(text: str, look: Look, width: int) -> None:
    found = read(text)
    for chosen in range(len(settings(found, Choices()))):
        lines = understood_lines(found, settings(found, Choices()), chosen, look, width)
        assert {row_width(line.row) for line in lines} == {width}


def test_the_chosen_setting_is_always_seen_and_what_is_below_is_counted() -> None:
    found = read(PLAYS)
    rows = settings(found, Choices())
    for height in (6, 12, 20):
        for chosen in range(len(rows)):
            lines = understood_lines(found, rows, chosen, LOOK, 62)
            shown = seen(lines, top_line(lines, chosen, height), LOOK, 62, height)
            assert len(shown) == height
            assert chosen in [line.setting for line in shown] or chosen == 0
    lines = understood_lines(found, rows, 0, LOOK, 62)
    top = seen(lines, 0, LOOK, 62, 6)
    assert f"{len(lines) - 5} more" in plain([top[-1].row])


def test_headings_stand_apart_where_there_is_room() -> None:
    found = read(PLAYS)
    lines = understood_lines(found, settings(found, Choices()), 0, LOOK, 62)
    headings = sum(line.heading for line in lines)
    assert len(spaced(lines, LOOK, 62, 100)) == len(lines) + headings - 1
    assert spaced(lines, LOOK, 62, len(lines)) == lines


def test_a_reading_is_told_of_when_it_takes_long() -> None:
    paths = [Path("no-such/chicago.csv")]
    assert "reading" not in plain(opened_title(paths, Progress(paths, 0.1), LOOK, 80))
    assert "reading … 4 s, Esc stops" in plain(opened_title(paths, Progress(paths, 4.0), LOOK, 80))
    assert plain(reading_rows(Progress(paths, 0.1), LOOK, 40, 10)).strip() == ""
    bars = {plain(reading_rows(Progress(paths, seconds), LOOK, 40, 10)) for seconds in (1.0, 1.5, 2.0)}
    assert len(bars) == 3
    for share in (0.25, 0.5, 1.0):
        assert plain(reading_rows(Progress(paths, 1.0, share), LOOK, 46, 10)).count("━") == 40 * share
    assert "2 files" in plain(opened_title([*paths, *paths], None, LOOK, 80))
