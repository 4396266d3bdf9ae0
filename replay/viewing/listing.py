"""Which part of a field the board lists: scrolled, around the chosen runner, or some groups of it only."""

import math
from collections.abc import Sequence

from replay.cells.memo import Kept
from replay.drawing.panels.board_foot import Card, Part
from replay.drawing.view import Listing, View
from replay.race.groups import Group, Groups, described
from replay.race.places import nth
from replay.state.timeline import RaceState, RunnerState, Timeline
from replay.viewing.finding import Runners


class Lists:
    """The standings of a race, as far as a board lists them."""

    def __init__(self, timeline: Timeline) -> None:
        """Put nothing in order yet."""
        self._timeline = timeline
        self.groups = Groups(timeline.race)
        self.runners = Runners(timeline.race.entries)
        self._ranking: Kept[list[int]] = Kept()
        self._order: Kept[list[int]] = Kept()
        self._part: Kept[tuple[RaceState, Part]] = Kept()
        self._card: Kept[Card | None] = Kept()

    def order(self, t: float, only: Sequence[Group] = ()) -> list[int]:
        """The entries that are listed at `t` seconds, in order."""
        everybody = self._ranking.get(t, lambda: self._timeline.ranking(t))
        if not only:
            return everybody
        return self._order.get((t, only), lambda: self.groups.members(only, everybody))

    def part(self, t: float, view: View, rows: int) -> tuple[RaceState, Part]:
        """The part that a board with room for so many rows lists, and the race with them and the wanted in it."""
        key = t, view.listing, view.wanted, rows
        return self._part.get(key, lambda: self._part_of(t, view, rows))

    def _part_of(self, t: float, view: View, rows: int) -> tuple[RaceState, Part]:
        listing = view.listing
        order = self.order(t, listing.only)
        above = first_row(order, listing, view.chosen, rows)
        who = order[above : above + max(rows, 0)]
        state = self._timeline.top(t, 1, dict.fromkeys([*who, *view.wanted]))
        states = {runner.entry: runner for runner in state.standings}
        runners = tuple(states[entry] for entry in who)
        return state, Part(runners, self._places(t, order, above, runners), above, len(order), described(listing.only))

    def _places(
        self, t: float, order: Sequence[int], above: int, runners: Sequence[RunnerState]
    ) -> tuple[int | None, ...]:
        """The places among those who are listed: who shares one in the race shares one here."""
        places: list[int | None] = []
        for at, runner in enumerate(runners, above):
            if runner.place is None:
                places.append(None)
            elif places and places[-1] is not None and runners[len(places) - 1].place == runner.place:
                places.append(places[-1])
            else:
                places.append((at if places else self._level_from(t, order, at, runner.place)) + 1)
        return tuple(places)

    def _level_from(self, t: float, order: Sequence[int], at: int, place: int) -> int:
        """The first in an order of those who share a place with the one `at` there."""
        while at and self._is_near(t, order[at - 1], order[at]):
            if self._timeline.top(t, 1, [order[at - 1]]).standings[-1].place != place:
                break
            at -= 1
        return at

    def _is_near(self, t: float, one: int, other: int) -> bool:
        """Whether two can share a place: to find it out for certain takes longer."""
        homes = [self._timeline.home(entry) for entry in (one, other)]
        if max(homes) <= t:
            return abs(homes[0] - homes[1]) <= 1.0
        runs = [self._timeline.motion.distance_at(entry, t) for entry in (one, other)]
        return runs[0] is None or runs[1] is None or abs(runs[0] - runs[1]) <= 1.0

    def card(self, t: float, chosen: int | None) -> Card | None:
        """Where the chosen runner stands at `t` seconds; None where nobody is chosen or he has no place."""
        if chosen is None:
            return None
        return self._card.get((t, chosen), lambda: self._card_of(t, chosen))

    def _card_of(self, t: float, chosen: int) -> Card | None:
        state = self._timeline.top(t, 1, [chosen])
        runner = next(runner for runner in state.standings if runner.entry == chosen)
        if runner.place is None or not state.leader_distance:
            return None
        order = self.order(t)
        first = self._level_from(t, order, order.index(chosen), runner.place)
        tally = self._timeline.tally(t)
        ranked = tally.home + tally.running
        among = [f"{nth(self.groups.count(group, order[:first]) + 1)} {group.one}" for group in self.groups.of(chosen)]
        share = 100.0 * max(ranked - runner.place, 0) / max(ranked - 1, 1)
        tenths = min(math.floor(10 * share), 999) / 10  # who has others before him is not ahead of all
        beaten = f"ahead of {share:.0f} %" if 1 <= share < 99 else f"ahead of {tenths:.1f} %"
        if runner.place == 1:
            beaten = "ahead of everybody"
        return Card(chosen, nth(runner.place), f"of {ranked:,}", (beaten, *among))


def first_row(order: Sequence[int], listing: Listing, chosen: int | None, rows: int) -> int:
    """How many of an order are above the first that is listed: never so many that rows stay empty."""
    top = listing.top
    if listing.around and chosen is not None and chosen in order:
        top = order.index(chosen) - rows // 2
    return max(0, min(top, len(order) - rows))


def scrolled(view: View, order: Sequence[int], by: int, rows: int) -> View:
    """The board so many rows further down, and no longer with anybody."""
    top = first_row(order, view.listing, view.chosen, rows) + by
    top = max(0, min(top, len(order) - rows))
    return view._replace(listing=view.listing._replace(top=top, around=False))


def shown(view: View, order: Sequence[int], rows: int) -> View:
    """The board with the chosen runner on it, moved no more than needed."""
    if view.chosen not in order or view.listing.around:
        return view
    at, top = order.index(view.chosen), first_row(order, view.listing, view.chosen, rows)
    top = min(max(top, at - rows + 1), at)
    return view._replace(listing=view.listing._replace(top=top))
