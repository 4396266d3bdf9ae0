"""What somebody chose, carried over to the race as it is from here on: worked out, without somebody, beside a ghost."""

from dataclasses import replace
from typing import TYPE_CHECKING

from replay.drawing.view import View
from replay.race.race import Entry, Race
from replay.viewing.stage import Stage

if TYPE_CHECKING:
    from replay.analysis.reference import Reference


def carried(view: View, before: Stage, after: Stage) -> View:
    """The same choices in another race of the same name: whoever is chosen stays chosen, whatever his number is now.

    Args:
        view: Of the race before.
        before: That race; its entries are what the view's numbers mean.
        after: The race as it is from here on.
    """
    old, new = before.race, after.race
    chosen, pinned = (same_entry(old, new, entry) for entry in (view.chosen, view.pinned))
    marked = tuple(now for entry in view.marked if (now := same_entry(old, new, entry)) is not None)
    changed = view._replace(chosen=chosen, pinned=pinned, marked=marked, against=_against(view, old, new))
    return _sorted_alike(changed, before, after)


def same_entry(before: Race, after: Race, entry: int | None) -> int | None:
    """The number that an entry of one race has in the other; None where he is not in it."""
    if entry is None:
        return None
    wanted = _who(before.entries[entry])
    if entry < len(after.entries) and _who(after.entries[entry]) == wanted:
        return entry
    return next((number for number, one in enumerate(after.entries) if _who(one) == wanted), None)


def _who(entry: Entry) -> tuple[object, ...]:
    """What says who somebody is; how he ran may be another thing in another race."""
    return entry.name, entry.bib, entry.nation, entry.club, entry.lane, entry.ghost


def _against(view: View, old: Race, new: Race) -> "Reference | None":
    """What the race trace is against; None where it is an entry that is gone."""
    against = view.against
    if against is None or against.entry is None:
        return against
    entry = same_entry(old, new, against.entry)
    return replace(against, entry=entry) if entry is not None else None


def _sorted_alike(view: View, before: Stage, after: Stage) -> View:
    """The splits sorted by the column of the same words, which may have another number now; else in their order."""
    if view.sort.column is None and view.columns is None:
        return view
    old, new = before.sights.splits(view), after.sights.splits(view)
    if old.splits.marks == new.splits.marks:
        return view
    return view._replace(sort=new.sorted_as(old.sort_words(view.sort), view.sort.turned), columns=None)
