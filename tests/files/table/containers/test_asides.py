"""Tables of records and of who led, beside a list of results."""

from replay.files.table.containers.asides import without_asides
from replay.files.table.containers.workbook import SheetRows
from replay.files.table.meanings.placing import ROWS
from tests.together import together

RESULTS = [["Place", "Name", "Time"], ["1", "Ada", "2:01.10"], ["2", "Bea", "2:02.20"]]
LEADS = "who led at points on the way"
RECORDS = "what the records are"


def sheet(name: str, rows: list[list[str]]) -> SheetRows:
    return SheetRows(name, rows, list(range(1, len(rows) + 1)), None)


@together(
    ("rows", "says"),
    [
        ([["World record", "1:53.28"]], RECORDS),
        ([["Records"], ["World record", "1:53.28"], ["Season's best", "1:54.61"]], RECORDS),
        ([["World record", "1:53.28"], ["Ada", "2:01.10"]], ""),
        ([["World record", ""]], ""),
        ([["World record", "1:53.28"]] * ROWS, RECORDS),
        ([["World record", "1:53.28"]] * (ROWS + 1), ""),
        ([["400m", "58.31", "Ada"], ["600m", "1:28.31", "Bea", "GBR"]], LEADS),
        ([["Point", "Time"], ["400m", "58.31"], ["600m", "1:28.31"]], LEADS),
        ([["Leaders"], ["100 m", "13.31"], ["200 m", "27.31"]], LEADS),
        ([["99 m", "13.31"], ["200 m", "27.31"]], ""),  # so near are places
        ([["400m", "58.31"]], ""),
        ([["600m", "1:28.31"], ["400m", "58.31"]], ""),
        ([["400m", "58.31"], ["400m", "1:28.31"]], ""),
        ([["400m", "Ada"], ["600m", "Bea"]], ""),
        ([["400m", "58.31", "Ada", "Oak"], ["600m", "1:28.31", "Bea", "Elm"]], LEADS),
        ([["400m", "58.31", "Ada", "Oak", "GBR"], ["600m", "1:28.31", "Bea", "Elm", "GBR"]], ""),
        ([[""]], ""),
        (RESULTS, ""),
    ],
)
def test_what_a_table_beside_the_results_is_of_is_told(rows: list[list[str]], says: str) -> None:
    results, beside = sheet("results", RESULTS), sheet("beside", rows)
    kept, told = without_asides([results, beside])
    assert kept == ([results] if says else [results, beside])
    assert told == ([f"the table 'beside' says {says}, and is left out"] if says else [])


def test_where_there_is_nothing_else_a_table_is_no_aside() -> None:
    one = sheet("records", [["World record", "1:53.28"]])
    assert without_asides([one]) == ([one], [])
