import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.view import Listing, View
from replay.race.groups import Group
from replay.race.race import Course, Race, Surface
from replay.state import timeline_of
from replay.viewing.listing import Lists, first_row, scrolled, shown
from tests.builders import entry, race

WOMEN = Group("sex", "F")


def field(runners: int) -> Race:
    """A road race with ties, in whole seconds."""
    dice = random.Random(runners)
    return race(
        *(
            entry(
                f"R{i}", float(dice.randint(1700, 2100)), bib=str(i), sex="FM"[i % 2], nation="KEN" if i % 3 else "GBR"
            )
            for i in range(runners)
        ),
        distance=10000.0,
        course=Course(surface=Surface.ROAD),
    )


@pytest.fixture(scope="module", params=[40, 300], ids=["small", "large"])
def lists(request: pytest.FixtureRequest) -> Lists:
    return Lists(timeline_of(field(request.param)))


@pytest.mark.parametrize("t", [0.0, 900.0, 1900.0, 5000.0])
def test_the_order_is_that_of_the_standings(lists: Lists, t: float) -> None:
    timeline = lists._timeline
    want = [standing.entry for standing in timeline.standings(t, len(timeline.race.entries))]
    assert lists.order(t) == want
    women = [entry for entry in want if timeline.race.entries[entry].sex == "F"]
    assert lists.order(t, (WOMEN,)) == women


@pytest.mark.parametrize("t", [900.0, 1900.0, 5000.0])
def test_places_among_some_count_those_of_them_who_are_ahead(lists: Lists, t: float) -> None:
    timeline = lists._timeline
    places = {runner.entry: runner.place for runner in timeline.at(t).standings}
    for top in (0, 3, 11, 15):
        _, part = lists.part(t, View(listing=Listing(top=top, only=(WOMEN,))), 5)
        assert part.above == top
        assert part.words == "women"
        assert part.listed == len(timeline.race.entries) // 2
        for runner, place in zip(part.runners, part.places, strict=True):
            assert runner.place == places[runner.entry]
            ahead = [
                other
                for other, theirs in places.items()
                if timeline.race.entries[other].sex == "F" and theirs is not None and theirs < (runner.place or 0)
            ]
            assert place == len(ahead) + 1


def test_the_board_goes_with_the_chosen(lists: Lists) -> None:
    for t in (900.0, 1900.0):
        _, part = lists.part(t, View(chosen=20, listing=Listing(around=True)), 9)
        assert 20 in [runner.entry for runner in part.runners]


def test_the_card_says_where_the_chosen_stands(lists: Lists) -> None:
    timeline = lists._timeline
    state = timeline.at(5000.0)
    count = len(timeline.race.entries)
    card = lists.card(5000.0, state.standings[0].entry)
    assert card is not None
    assert (card.place, card.of) == ("1st", f"of {count}")
    assert card.more[0] == "ahead of everybody"
    last = lists.card(5000.0, state.standings[-1].entry)
    assert last is not None
    assert last.more[0] == "ahead of 0.0 %"
    assert lists.card(5000.0, None) is None
    assert lists.card(0.0, 3) is None


VIEWS = st.builds(
    View,
    chosen=st.none() | st.integers(0, 70),
    listing=st.builds(Listing, top=st.integers(-99, 999), around=st.booleans()),
)


@given(VIEWS, st.integers(0, 60), st.integers(1, 30))
def test_a_board_is_never_scrolled_past_its_ends(view: View, count: int, rows: int) -> None:
    order, chosen, around = list(range(count)), view.chosen, view.listing.around
    first = first_row(order, view.listing, chosen, rows)
    assert 0 <= first <= max(count - rows, 0)
    if around and chosen is not None and chosen < count:
        assert first <= chosen < first + rows
    for by in (-1000, -1, 1, 1000):
        moved = scrolled(view, order, by, rows)
        assert 0 <= moved.listing.top <= max(count - rows, 0)
        assert not moved.listing.around
    seen = shown(view, order, rows)
    if chosen is not None and chosen < count:
        at = first_row(order, seen.listing, chosen, rows)
        assert at <= chosen < at + rows
