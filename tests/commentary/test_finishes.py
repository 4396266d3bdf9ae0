"""Who has won, as it is said."""

from dataclasses import replace

from replay.commentary import call_race
from replay.commentary.calls import CallKind
from replay.race.race import Role
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


def test_who_share_a_place_are_told_at_once_when_they_are_home() -> None:
    third, fourth = entry("Cia Cole", "10.90", place=3), entry("Dora Dean", "10.90", place=3)
    field = race(entry("Zoe Zander", "10.86", place=1), entry("Ann Adams", "10.86", place=1), third, fourth)
    calls = [call for call in call_race(Timeline(field)) if call.kind is CallKind.FINISH]
    told = [(call.time, call.entries, call.text) for call in calls if not call.pinned]
    assert [(time, entries) for time, entries, _ in told] == [(10.86, (0, 1)), (10.90, (2, 3))]
    assert "Zander and Adams win the Test together, a dead heat: 10.86!" in told[0][2]
    assert "Cole and Dean share third in 10.90, 0.04 s behind" in told[1][2]
    assert next(call.text for call in calls if call.pinned) == "Zander and Adams level in 10.86; Cole 0.04 s behind"
    photo = race(entry("Zoe Zander", "10.86", place=1), entry("Ann Adams", "10.86", place=2))
    said = [call.text for call in call_race(Timeline(photo)) if call.kind is CallKind.FINISH]
    assert said[:2] == ["Zander wins the Test in 10.86!", "Adams is second in the same time"]
    rounded = race(entry("Zoe Zander", "31:04"), entry("Ann Adams", "31:04"), distance=10_000.0)
    assert not any("dead heat" in call.text for call in call_race(Timeline(rounded))), "seconds say nothing of inches"


def test_of_a_race_with_one_finisher_that_he_is_home_is_the_result_and_stays() -> None:
    alone, guest = entry("Ann Ash", 125.0, {400.0: 60.0}), entry("Old Ann", 130.0, role=Role.GUEST)
    told = [call for call in call_race(Timeline(race(alone, guest, distance=800.0))) if call.pinned]
    assert "home in 2:05.0" in told[0].text
    both = call_race(Timeline(race(alone, entry("Bea Birch", 126.0), distance=800.0)))
    assert not any(call.pinned for call in both if call.form.startswith("home first"))
