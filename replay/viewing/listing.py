"""Which part of a field the board lists: scrolled, around the chosen runner, or some groups of it only."""

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

    def order(self, t: float, only: Sequence[Group] = ()) -> list[int]:
        """The entries that are listed at `t` seconds, in order."""
        everybody = self._ranking.get(t, lambda: self._timeline.ranking(t))
        if not only:
            return everybody
        return self._order.get((t, only), lambda: self.groups.members(only, everybody))

    def part(self, t: float, view: View, rows: int) -> Part:
        """The part that a board with room for so many rows lists."""
        listing = view.listing
        order = self.order(t, listing.only)
        above = first_row(order, listing, view.chosen, rows)
        who = order[above : above + max(rows, 0)]
        states = {runner.entry: runner for runner in self._timeline.top(t, 1, who).standings}
        runners = tuple(states[entry] for entry in who)
        return Part(runners, self._places(t, order, above, runners), above, len(order), described(listing.only))

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
        while at and self._timeline.top(t, 1, [order[at - 1]]).standings[-1].place == place:
            at -= 1
        return at

    def card(self, state: RaceState, chosen: int | None) -> Card | None:
        """Where the chosen runner stands; None where nobody is chosen or he has no place."""
        runner = next((runner for runner in state.standings if runner.entry == chosen), None)
        if chosen is None or runner is None or runner.place is None or not state.leader_distance:
            return None
        order, t = self.order(state.time), state.time
        first = self._level_from(t, order, order.index(chosen), runner.place)
        tally = self._timeline.tally(t)
        ranked = tally.home + tally.running
        among = [
            f"{nth(len(self.groups.members([group], order[:first])) + 1)} {group.one}"
            for group in self.groups.of(chosen)
        ]
        share = 100.0 * max(ranked - runner.place, 0) / max(ranked - 1, 1)
        beaten = f"ahead of {share:.0f} %" if 1 <= share < 99 else f"ahead of {share:.1f} %"
        return Card(chosen, (f"{nth(runner.place)} of {ranked:,}", ", ".join([beaten, *among])))


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
