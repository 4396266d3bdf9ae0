"""Who is put beside a race on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.running import BOWERMAN, LONDON, Run


def test_several_ghosts_and_you_are_listed_behind_those_who_race_and_have_no_place(run: Run) -> None:
    words = ("--vs", f"{BOWERMAN}:Ingebrigtsen", "--vs", "paris-2024-1500m:Hocker", "--me", "5:10", "--at", "bell")
    standings = json.loads(run.well("state", LONDON, "--json", *words).out)["standings"]
    ghosts = [one for one in standings if one["name"].startswith(("Jakob", "Cole", "You"))]
    assert [one["place"] for one in ghosts] == [None] * 3
    assert {one["name"]: one["gap"] > 0 for one in ghosts} == {
        "Jakob Ingebrigtsen 2024 (Bowerman Mile)": True,
        "Cole Hocker 2024 (Men’s 1500 metres, final)": True,
        "You (5:10, even pace)": True,
    }
    alone = json.loads(run.well("state", LONDON, "--json", "--at", "bell").out)["standings"]
    assert [one for one in standings if one not in ghosts] == alone


def test_all_winners_of_a_distance_are_beside_it_and_not_its_own(run: Run) -> None:
    standings = json.loads(run.well("state", LONDON, "--json", "--vs-winners", "mile", "--at", "finish").out)[
        "standings"
    ]
    names = [one["name"] for one in standings]
    assert any(name.startswith("Hicham El Guerrouj 1999") for name in names)
    assert not any(name.startswith("Josh Kerr 2026") for name in names)


def test_aligned_at_the_finish_a_ghost_comes_home_with_the_winner(run: Run) -> None:
    words = ("--vs", f"{BOWERMAN}:Ingebrigtsen", "--align", "finish", "--at", "winner", "--json")
    standings = json.loads(run.well("state", LONDON, *words).out)["standings"]
    ghost = next(one for one in standings if one["name"].startswith("Jakob"))
    assert (ghost["status"], ghost["gap"]) == ("finished", 0.0)


def test_a_picture_and_an_export_have_them_too(run: Run) -> None:
    assert "You" in run.well("frame", LONDON, "--me", "3:50", "--at", "bell", "--size", "120x40").out
    assert "Kerr 2024" in run.well("frame", LONDON, "--vs", f"{BOWERMAN}:Kerr", "--at", "bell", "--view", "close").out


@pytest.mark.parametrize(
    "words",
    [
        ("--vs-winners", "100m"),
        ("--vs-winners", "far"),
        ("--me", "soon"),
        ("--me", "nowhere/run.gpx"),
        ("--align", "finish"),
        ("--vs", "paris-2024-1500m:Nobody"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(run: Run, words: tuple[str, ...]) -> None:
    run.wrong("state", LONDON, "--at", "bell", *words)


def test_a_changed_race_says_so_in_every_answer_and_export(run: Run, tmp_path: Path) -> None:
    change = ("--what-if", "Nuguse lap 4 = 51.0")
    for words in (("state", "--at", "finish"), ("show",), ("laps",), ("positions",), ("frame", "--at", "bell")):
        assert "What if Nuguse lap 4 = 51.0" in run.well(words[0], LONDON, *words[1:], *change).out
    for words in (("state", "--at", "finish"), ("show",), ("laps",), ("splits",), ("project", "--at", "bell")):
        assert json.loads(run.well(words[0], LONDON, "--json", *words[1:], *change).out)["what_if"] == [change[1]]
    standings = json.loads(run.well("state", LONDON, "--json", "--at", "finish", *change).out)["standings"]
    assert (standings[0]["name"], standings[0]["evidence"]) == ("Yared Nuguse", "estimated")
    for ending in ("csv", "json", "txt", "yaml"):
        path = tmp_path / f"out.{ending}"
        run.well("export", LONDON, "-o", str(path), *change)
        assert "what if" in path.read_text(encoding="utf-8")[:4000].lower().replace("_", " ")


def test_a_change_that_cannot_be_is_said_in_one_line(run: Run) -> None:
    assert "--what-if" in run.wrong("state", LONDON, "--at", "bell", "--what-if", "Kerr lap 3 = 5")
