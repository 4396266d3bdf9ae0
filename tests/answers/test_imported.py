"""What was understood of a file, as text."""

from replay.answers.imported import understood_text
from tests.files.table.test_reader import reading


def told(text: str) -> list[str]:
    return understood_text(reading(text)).splitlines()


def test_all_that_was_read_and_assumed_is_told() -> None:
    lines = told("# title: Open\n# event: 1500m\nname,400m,mood,time\nAda,64.0,good,4:01\nBea,65.0,bad,4:02\n")
    assert lines[1:5] == ["title     Open", "event     1500m", "distance  1500 m (from `event: 1500m`)", "runners   2"]
    assert "columns   'name' -> name" in lines
    assert any("'mood' -> not read" in line for line in lines)


def test_of_a_race_for_distance_it_is_told_how_long_it_was() -> None:
    lines = told("# event: 1 hour\nname,km\nAda,15.2\nBea,14.9\n")
    assert "duration  1:00:00: a race for distance" in lines
    assert not any(line.startswith("distance") for line in lines)


def test_of_a_relay_the_teams_are_counted() -> None:
    text = (
        "# event: 4x400m\nteam,leg 1,leg 2,leg 3,leg 4,time\nOak,A B,C D,E F,G H,2:57.5\nElm,I J,K L,M N,O P,2:58.6\n"
    )
    assert "teams     2" in told(text)


def test_what_is_not_known_is_asked() -> None:
    lines = told("name,time\nAda,30:12\nBea,31:00\n")
    assert lines[1].startswith("title     ")
    assert any(line.startswith("asked     ") and "--distance 10km" in line for line in lines)
