"""Lists whose cells stand below one another."""

from replay.files.results.stacked import stacked


def rows(text: str) -> list[list[str]]:
    laid = stacked(text.splitlines())
    return laid.rows[1:] if laid is not None else []


def test_a_runner_begins_at_each_place_and_a_pace_is_shorter_than_a_time() -> None:
    text = "1\nAda Alfa\nF 34\nBib 12\n5:39\nmin/mi\n35:10\n2\nBea Beta\nF 31\nBib 13\n5:48\nmin/mi\n36:02\n"
    assert rows(text) == [["1", "12", "Ada Alfa", "F", "35:10", "5:39"], ["2", "13", "Bea Beta", "F", "36:02", "5:48"]]


def test_who_has_a_status_and_no_place_is_kept() -> None:
    text = "Pos\tName\tMark\n1\nAda ALFA\nKEN\t3:58.21\n2\nBea BETA\nETH\t3:59.45\tPB\nDot DELTA\nUSA\tDNF\n"
    assert rows(text)[-1] == ["", "Dot DELTA", "USA", "DNF"]


def test_blank_lines_part_runners_and_without_them_the_times_do() -> None:
    expected = [["7", "Ada Alfa", "18:10"], ["8", "Bea Beta", "18:44"]]
    assert rows("Ada Alfa\n7\n18:10\n\nBea Beta\n8\n18:44\n") == expected
    assert rows("Ada Alfa\n7\n18:10\nBea Beta\n8\n18:44\n") == expected


def test_prose_is_no_list() -> None:
    assert not rows("We met at 10:30.\n\nThen we ran home, and all was well.\n\nAda was first.\n")


def test_headings_that_stand_first_say_what_each_cell_is() -> None:
    text = "Place\nBib\nName\n5 km\nTime\n1\n101\nAda Alfa\n16:10\n33:10\n2\n117\nBo Beta\n17:00\n34:15\n"
    laid = stacked(text.splitlines())
    assert laid is not None
    assert laid.rows[::2] == [["Place", "Bib", "Name", "5 km", "Time"], ["2", "117", "Bo Beta", "17:00", "34:15"]]
    assert laid.lines == [1, 6, 11]


def test_times_beside_the_results_are_counted_and_who_stopped_has_none() -> None:
    laid = stacked("1\nAda Alfa\n16:10\n33:10\n2\nBo Beta\n17:00\n34:15\n3\nCy Cole\n18:00\nDNF\n".splitlines())
    assert laid is not None
    assert [row[-1] for row in laid.rows[1:]] == ["33:10", "34:15", "DNF"]
    assert laid.said.startswith("2 times beside the results are not read")
