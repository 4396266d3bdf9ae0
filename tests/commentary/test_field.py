"""The field, country by country, as long as nobody has a place."""

from replay.commentary import call_race
from replay.commentary.field import groups
from replay.commentary.observer import Watch
from replay.race.race import Note, Race, Role
from replay.state.timeline import Timeline
from tests.builders import entry, race


def field(*notes: Note) -> Race:
    """A mile of which only results are known, in the order of which the entries stand."""
    return race(
        entry("Zoe Zett", "4:20.0", nation="KEN", place=1),
        entry("Ann Ash", "4:21.0", nation="KEN", place=2),
        entry("Mia Moor", "4:22.0", nation="GBR", place=3),
        entry("Bea Birch", nation="IRL"),
        entry("Pat Pace", nation="KEN", role=Role.PACEMAKER),
        distance=1609.344,
        notes=notes,
    )


def named(given: Race) -> list[tuple[str, list[str]]]:
    watch = Watch(Timeline(given))
    return [(word, [watch.name(entry) for entry in runners]) for word, runners in groups(watch)]


def test_those_of_one_country_are_together_and_nobody_in_the_order_of_the_result() -> None:
    assert named(field()) == [("Kenyan", ["Ash", "Zett"]), ("", ["Birch", "Moor"])]


def test_of_whom_a_note_tells_nothing_more_is_said() -> None:
    assert named(field(Note("Moor is back")))[1:] == [("", ["Birch"])]


def test_each_of_them_is_named_once() -> None:
    said = [c for c in call_race(Timeline(field())) if c.form.startswith(("field/", "countrymen/"))]
    entries = [entry for call in said for entry in call.entries]
    assert sorted(entries) == [0, 1, 2, 3]


def test_where_somebody_leads_from_early_on_there_is_more_to_tell() -> None:
    timed = race(
        *(
            entry(f"Runner {c}", 60.0 + k, {50.0: 8.0 + k / 8, 100.0: 15.0 + k / 4, 200.0: 30.0 + k / 2})
            for k, c in enumerate("ABC")
        ),
        distance=400.0,
    )
    assert not [c for c in call_race(Timeline(timed)) if c.form.startswith(("field/", "countrymen/"))]


def test_nobody_is_named_in_a_line_of_his_own() -> None:
    alone = Note("Moor is back")
    said = [c for c in call_race(Timeline(field(alone))) if c.form.startswith(("field/", "countrymen/"))]
    assert [call.text for call in said if "Birch" in call.text] == [said[-1].text]
    assert "Ash and Zett; Birch runs too" in said[-1].text


def test_of_a_field_that_no_list_gives_all_are_named_of_whom_it_is_known() -> None:
    few = race(
        entry("Ann Ash", "4:20.0", nation="KEN", place=1),
        entry("Mia Moor", "4:22.0", nation="GBR", place=4),
        distance=1609.344,
        notes=(Note("Ash is back"),),
    )
    said = [call.text for call in call_race(Timeline(few)) if call.form.startswith("field/")]
    assert len(said) == 1
    assert said[0].endswith("Ash and Moor")
