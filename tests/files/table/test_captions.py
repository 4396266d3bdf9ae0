"""What lines above a list say beside its title."""

import pytest

from replay.files.table.captions import event_above, is_only_event, meeting_above, unnumbered, venue_above
from tests.files.table.telling import LISTS, read
from tests.together import together


@pytest.mark.parametrize(
    ("title", "line", "event"),
    [
        ("Elm League, Match 3", "Senior Women 6.4km", "Senior Women 6.4km"),
        ("ELM STREET MILE", "Elite Men - Official Results", "Elite Men mile"),
        ("Women's 3000m", "Elite Women", ""),
        ("Elm Open 800m", "Final", ""),
        ("Elm Open 800m", "12 May 2026", ""),
    ],
)
def test_which_race_of_a_meeting_it_is(title: str, line: str, event: str) -> None:
    assert event_above([[title], [line]], title) == event


def test_a_meeting_stands_beside_a_title_that_is_the_event() -> None:
    assert meeting_above([["1500 m Women"], ["Elm Indoor Championships"]], "1500 m Women") == "Elm Indoor Championships"
    assert meeting_above([["Elm Open"], ["Oak Games"]], "Elm Open") == ""


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("12 August 2026, Victoria Park track", "Victoria Park track"),
        ("Sat 9 May 2026 at Elm Road", "Elm Road"),
        ("12/08/2026 - Oak Stadium", "Oak Stadium"),
        ("12 August 2026, Men 5000m", ""),
        ("12 August 2026, Results", ""),
        ("12 August 2026", ""),
    ],
)
def test_the_venue_stands_behind_the_day(line: str, venue: str) -> None:
    assert venue_above([["Elm Open"], [line]]) == venue


def test_json_says_venue_and_meeting_within_its_event() -> None:
    race = read(LISTS / "venue-within-event.json").race
    assert race is not None
    assert (race.event, race.meeting, str(race.venue)) == ("5000m", "Night of the Elm 5000s", "Elm Road")


def test_of_lines_that_name_one_event_the_fuller_is_its_name() -> None:
    title = "Biegi szkół - Gmina"
    lines = [[title], ["Chłopcy 1000m"], ["Chłopcy kl. VIII - 1000 m"]]
    assert event_above(lines, title) == "Chłopcy kl. VIII - 1000 m"
    assert event_above([*lines, ["Dziewczęta 600 m"]], title) == ""


@together(
    ("line", "only"),
    [
        ("15 km Erkekler", True),
        ("Final 800m", True),
        ("Half marathon women", True),
        ("Oak 5k", False),
        ("Oak Run", False),
    ],
)
def test_a_line_may_name_an_event_and_nothing_else(line: str, only: bool) -> None:
    assert is_only_event(line) is only


@together(
    ("stem", "name"),
    [("03-hours", "hours"), ("05-k", "k"), ("01_10km", "10km"), ("10-24h", "10-24h"), ("2025-05-k", "2025-05-k")],
)
def test_a_files_number_among_others_is_no_part_of_its_name(stem: str, name: str) -> None:
    assert unnumbered(stem) == name
