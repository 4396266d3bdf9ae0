"""Who has won, as it is said."""

from dataclasses import replace

from replay.commentary import call_race
from replay.state.timeline import Timeline
from tests.builders import entry, race


def test_whose_race_it_was_stands_before_it() -> None:
    field = replace(
        race(entry("Ada Ash", "15:35.6"), entry("Bea Birch", "15:40.2"), distance=5000.0), title="5000m Women"
    )
    assert any("the women’s 5000m" in call.text for call in call_race(Timeline(field)))


def test_the_name_of_a_file_is_no_title_that_somebody_wins() -> None:
    field = race(entry("Ada Ash", "4:31.20"), entry("Bea Birch", "4:33.05"), distance=1500.0)
    for title, won in (
        ("Town Mile", True),
        ("1500m", True),
        ("club", False),
        ("town mile 2", False),
        ("Results_2", False),
    ):
        told = " ".join(call.text for call in call_race(Timeline(replace(field, title=title))))
        assert (title in told) == won
