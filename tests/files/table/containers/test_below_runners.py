"""Small tables below each runner of a web page."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.table.containers.below_runners import joined, told_below
from tests.together import together

HEAD = "<h1>Oak Marathon 2019</h1><table><thead><tr><th>Bib<th>Name<th>Age</thead>"
RUNNER = "<tr><td>{bib}<td>{name}<td>31"
BELOW = (
    "<tr><td colspan=3><table><tr><th rowspan=2><th>Overall<th>Half<th>Official Time"
    "<tr><td>{place} / 60<td>{half}<td>{time}</table>"
)
RUNNERS = [("7", "Ada Alder", "1", "1:10:02", "2:20:10"), ("8", "Bea Birch", "2", "1:10:03", "2:21:11")]


def test_what_stands_below_a_runner_is_in_columns_of_the_list() -> None:
    rows = [
        (RUNNER + BELOW).format(bib=bib, name=name, place=place, half=half, time=time)
        for bib, name, place, half, time in RUNNERS
    ]
    page = HEAD + "".join(rows) + RUNNER.format(bib="9", name="Cyd Cedar") + "</table>"
    race = read_source(Source(page.encode(), Path("a.html")), Choices()).race
    assert race is not None
    assert [(one.name, one.bib, one.result.seconds if one.result else None) for one in race.entries] == [
        ("Ada Alder", "7", 8410.0),
        ("Bea Birch", "8", 8471.0),
        ("Cyd Cedar", "9", None),
    ]
    assert [[split.time.seconds for split in one.splits] for one in race.entries] == [[4202.0], [4203.0], []]


@together(
    ("rows", "told"),
    [
        ("|Overall|Time / |1|2:20", {"Overall": "1", "Time": "2:20"}),
        ("Name|Time / Ada|2:20 / Bea|2:21", {}),  # a list
        ("Overall|Time", {}),
        ("Kenya|Oak / 1|2:20", {}),
        ("Place|Time / Name|Bib", {}),
        ("Time / 2:20|1", {}),
    ],
)
def test_a_row_of_headings_above_one_of_what_they_call(rows: str, told: dict[str, str]) -> None:
    assert told_below([[cell.strip() for cell in row.split("|")] for row in rows.split(" / ")]) == told


def test_a_row_that_a_page_has_lost_has_nothing_below_it() -> None:
    rows = [["Bib", "Name"], ["7", "Ada Alder"]]
    assert joined(rows, {4: {"Half": "1:10:02"}}) == rows
    assert joined(rows, {1: {"Half": "1:10:02"}, 4: {"Half": "1:10:03"}})[1] == ["7", "Ada Alder", "1:10:02"]
