"""The verbs with which a viewer goes through the board: who is seen of it, and who is chosen on it."""

from replay.drawing.view import MARKED, Listing
from replay.race.groups import Group, described
from replay.viewing import choices
from replay.viewing.listing import scrolled, shown
from replay.viewing.verbs import verb
from replay.viewing.watching import Watching

CHOOSE_FIRST = "choose a runner first: the arrows, a click, or `/` to search"
NOBODY = "nobody is on the board"


class Lister:
    """What goes through a board of so many rows."""

    def __init__(self, viewer: Watching) -> None:
        """Go through the board of a viewer."""
        self._viewer = viewer
        self.rows = 20
        """Rows for runners on the board that was seen last."""

    @property
    def listed(self) -> list[int]:
        """Everybody whom the board lists, above and below what is seen of it too."""
        viewer = self._viewer
        return viewer.stage.lists.order(viewer.now, viewer.view.listing.only)

    @verb
    def scroll(self, rows: int) -> None:
        """The board further down, or up."""
        viewer = self._viewer
        before, listed = viewer.view, self.listed
        viewer.view = scrolled(before, listed, rows, self.rows)
        if viewer.view == before:
            whole = len(listed) <= self.rows
            viewer.say("the board shows everybody" if whole else f"the {'top' if rows < 0 else 'end'} of the board")

    def page(self, way: int) -> None:
        """The board a page further down, or up."""
        self.scroll(way * max(self.rows - 1, 1))

    @verb
    def board_keys(self) -> None:
        """Keys for pages and ends go through the board, or through the race again."""
        viewer = self._viewer
        viewer.view = viewer.view._replace(board_keys=not viewer.view.board_keys)
        viewer.say("PgUp, PgDn, Home, End: the board" if viewer.view.board_keys else "PgUp, PgDn, Home, End: the race")

    @verb
    def around(self) -> None:
        """The board around the chosen runner, wherever he runs; from the first again."""
        viewer = self._viewer
        chosen = viewer.view.chosen
        if chosen is None:
            viewer.say(CHOOSE_FIRST)
        elif viewer.view.listing.around:
            viewer.view = viewer.view._replace(listing=Listing(only=viewer.view.listing.only))
            viewer.say("the board from the first")
        else:
            viewer.view = viewer.view._replace(listing=viewer.view.listing._replace(around=True))
            viewer.say(f"the board around {viewer.stage.cast.names[chosen]}")

    def found(self, entry: int) -> None:
        """Choose somebody, and have the board around him; a filter that leaves him out goes."""
        viewer = self._viewer
        only = viewer.view.listing.only
        if only and entry not in self.listed:
            only = ()
        viewer.view = viewer.view._replace(chosen=entry, listing=Listing(around=True, only=only))
        if len(self.listed) > self.rows:  # else everybody is there as before
            viewer.say(f"the board around {viewer.stage.cast.names[entry]}")

    def only(self, group: Group | None) -> None:
        """List a group, or no longer, beside those that are listed already; everybody for None."""
        viewer = self._viewer
        now = viewer.view.listing.only
        new: tuple[Group, ...] = ()
        if group is not None:
            new = tuple(other for other in now if other != group) if group in now else (*now, group)
        viewer.view = viewer.view._replace(listing=Listing(only=new, around=viewer.view.listing.around))
        viewer.say(f"the board lists {described(new)}" if new else "the board lists everybody")

    def bring_into_sight(self) -> None:
        """Scroll the board as far as the chosen runner is on it."""
        viewer = self._viewer
        viewer.view = shown(viewer.view, self.listed, self.rows)

    def _choose(self, entry: int | None) -> None:
        viewer = self._viewer
        viewer.view = viewer.view._replace(chosen=entry)

    @verb
    def choose(self, way: int) -> None:
        """The runner above or below on the board."""
        viewer = self._viewer
        listed, before = self.listed, viewer.view.chosen
        self._choose(choices.chosen_next(viewer.view, listed, way))
        self.bring_into_sight()
        if viewer.view.chosen == before:
            viewer.say(f"the {'first' if way < 0 else 'last'} on the board already" if listed else NOBODY)

    @verb
    def pick(self, entry: int | None) -> None:
        """Somebody of the board, or nobody; who is chosen already is pinned."""
        if entry is not None and entry == self._viewer.view.chosen:
            self.pin()
        else:
            self._choose(entry)

    @verb
    def pin(self) -> None:
        """Gaps are to the chosen runner, or to the leader again."""
        viewer = self._viewer
        chosen, pinned = viewer.view.chosen, viewer.view.pinned
        if chosen is None and pinned is None:
            viewer.say(CHOOSE_FIRST)
        viewer.view = viewer.view._replace(pinned=None if pinned == chosen else chosen, against=None)

    def unpin(self) -> None:
        """Gaps are to the leader again."""
        viewer = self._viewer
        viewer.view = viewer.view._replace(pinned=None)

    @verb
    def mark(self) -> None:
        """Mark the chosen runner to be compared, or no longer."""
        viewer = self._viewer
        chosen, marked = viewer.view.chosen, viewer.view.marked
        if chosen is None:
            viewer.say(CHOOSE_FIRST)
        elif chosen not in marked and len(marked) >= MARKED:
            viewer.say(f"{MARKED} are marked: `x` on one of them takes the mark away")
        else:
            others = tuple(entry for entry in marked if entry != chosen)
            marked = others if chosen in marked else (*marked, chosen)
            viewer.view = viewer.view._replace(marked=marked)
            names = ", ".join(viewer.stage.cast.names[entry] for entry in marked)
            viewer.say(f"marked: {names}; `X` shows them side by side" if marked else "nobody is marked")
