"""Tables set in columns of blanks: what is read of a table as a file of commas is read of it there, too."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from replay.files.formats import read_source
from replay.files.results.columned import columned
from replay.files.source import Choices, Source
from replay.race.race import Entry
from tests.files.table.telling import LISTS
from tests.together import together

FIVE, TEN, HALF, MARATHON = 5000.0, 10_000.0, 21_097.5, 42_195.0


def set_in_columns(rows: Sequence[Sequence[str]], *, right: bool) -> str:
    """Rows with at least two blanks between the columns; numbers at the right edge of theirs, if wished."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            cell.rjust(width) if right and rows[-1][at][:1].isdigit() else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    return "The Annual Run\n\n" + "\n".join(map(str.rstrip, lines)) + "\n\nTiming by us\n"


def told(entry: Entry) -> str:
    words = [str(entry.status), *([f"{entry.place}."] if entry.place else [])]
    if entry.result is not None:
        words.append(entry.result.text)
    elif entry.arrival is not None:
        words.append(f"{entry.arrival.distance:.10g} m")
    words += [f"{split.distance:.10g}={split.time.text}" for split in entry.splits[:3]]
    return f"{entry.name}: {' '.join(words)}" + (f" started {entry.start:g}" if entry.start else "")


def entries(data: bytes, name: str, distance: float) -> list[Entry]:
    race = read_source(Source(data, Path(name)), Choices(distance=distance)).race
    return list(race.entries) if race is not None else []


@together(
    ("name", "distance"),
    [
        ("chronotrack.csv", MARATHON),
        ("carrera-10k-madrid.csv", TEN),
        ("mezza.csv", HALF),
        ("relay4x400.csv", 1600.0),
        ("trail.csv", 51_000.0),
        ("waves12.csv", TEN),
        ("gaps2.csv", TEN),
        ("hundredths.csv", 1500.0),
        ("nyrr.csv", MARATHON),
    ],
)
def test_a_table_is_the_same_table_in_columns_of_blanks(name: str, distance: float) -> None:
    data = (LISTS / name).read_bytes()
    text = data.decode("utf-8-sig")
    sign = max(",;\t", key=text.count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=sign) if row]
    plain = list(map(told, entries(data, "a.csv", distance)))
    assert plain
    for right in (False, True):
        laid = set_in_columns(rows, right=right).encode()
        assert list(map(told, entries(laid, "a.txt", distance))) == plain, (name, right)


def test_lines_that_blanks_do_not_part_all_the_way_down_are_none() -> None:
    assert columned(["Name   Time", "Ada Alfa  33:10", "Bea  34:10"]) is None
    assert columned(["Ada  33:10", "Bea  34:10", "Cia  35:10"]) is None, "no line has headings"
    laid = columned(["Race", "Name  Time", "Ada   33:10", "Bea", "Cia   DNF"])
    assert laid is not None
    assert (laid.rows, laid.lines) == ([["Name", "Time"], ["Ada", "33:10"], ["Cia", "DNF"]], [2, 3, 5])


def test_headings_that_stand_beside_their_columns_are_theirs_one_by_one() -> None:
    found = columned(
        [
            "Place  No  Name   6h   12h   Distance",
            "1      14    Ada Alfa        62,310    118,455   219,480",
            "2      3     Bea van Beta    60,750    115,830   211,366",
        ]
    )
    assert found is not None
    assert found.rows[:2] == [
        ["Place", "No", "Name", "6h", "12h", "Distance"],
        ["1", "14", "Ada Alfa", "62,310", "118,455", "219,480"],
    ]


def test_a_heading_may_begin_right_of_its_column() -> None:
    found = columned(
        [
            "Rg.  StNr Name          Zeit",
            "1.  5     Ada Alfa      4:21,84",
            "2.  12    Bea Beta      4:25,03",
            "    7     Dot Delta     n.a.",
        ]
    )
    assert found is not None
    assert [row[1:3] for row in found.rows] == [
        ["StNr", "Name"],
        ["5", "Ada Alfa"],
        ["12", "Bea Beta"],
        ["7", "Dot Delta"],
    ]


def test_headings_of_two_lines_and_a_line_that_runs_over_columns() -> None:
    lines = """\
                                              AGE   GROUP     M/F
PLACE    TIME   BIB# NAME             TOWN    GROUP  PLACE    PLACE
   1    17:17.3 0038 ADA ALDER        OAK     15-19F 1/12     1/125
   2    17:27.8 0234 BEA BIRCH        ELM     40-44F 1/18     2/125
   3    17:33.8 0110 CYD CEDAR        OAK     25-29F 1/4      3/125
   4    17:53.4 0205 DEE DOGWOOD      ELM     15-19F 2/12     4/125
   5    17:54.6 0213 EVE ELDER        OAK     15-19F 3/12     5/125
   6    18:06.8 0031 FAY FIR          ELM     11-14F 1/13     6/125
   7    18:33.8 0195 GUS GALE         OAK     40-44M 2/18     7/125
   8    18:54.1 0189 HAL HILL         ELM     50-54M 1/19     8/125
   9    18:55.3      ** NOBODY'S NUMBER IS KNOWN **
  10    19:12.3 0042 IAN IVES         OAK     15-19M 4/12    10/125
"""
    laid = columned(lines.splitlines())
    assert laid is not None
    assert laid.rows[0] == ["PLACE", "TIME", "BIB#", "NAME", "TOWN", "AGE GROUP", "GROUP PLACE", "M/F PLACE"]
    assert laid.rows[9][:4] == ["9", "18:55.3", "", "** NOBODY'S NUMBER IS KNOWN **"]
    assert laid.rows[10][2:5] == ["0042", "IAN IVES", "OAK"]
