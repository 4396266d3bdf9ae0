"""Tables of teams below the runners' own."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.table.layouts.teams import is_of_teams, team_lines

LISTS = Path(__file__).parents[1] / "lists"


def test_a_line_says_that_teams_follow() -> None:
    for text in ("Team Scores", "Men's team results", "Mannschaftswertung", "TEAM STANDINGS - Varsity", "Équipes"):
        assert is_of_teams(text), text
    for text in ("Al Smith", "Team Oak", "Results", "Senior Men", "Team Alfa ran well today and was happy with it"):
        assert not is_of_teams(text), text


def test_teams_end_where_another_race_begins_and_need_runners_above() -> None:
    assert team_lines([None, None, "Team Scores", None, "Women", None, "Teams", None]) == [2, 3, 6, 7]
    assert team_lines(["Team Scores", None, None]) == []


def test_their_lines_are_counted() -> None:
    for name in ("teams-below.csv", "teams-below.txt"):
        source = Source((LISTS / name).read_bytes(), Path(name))
        understood = read_source(source, Choices(distance=8000.0)).understood
        assert [(tally.kind, tally.count) for tally in understood.left_out] == [("lines of a table of teams", 3)], name
