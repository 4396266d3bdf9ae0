"""The verbs with which a viewer goes through the board."""

from replay.drawing.view import Listing, View
from replay.race.groups import Group, described
from replay.viewing.listing import scrolled, shown
from replay.viewing.stage import Stage
from replay.viewing.verbs import verb

CHOOSE_FIRST = "choose a runner first: the arrows, a click, or `/` to search"
NOBODY = "nobody is on the board"


class Lister:
    """Somebody who looks at a board of so many rows."""

    view: View
    board_rows: int = 20
    """Rows for runners on the board that was seen last."""

    @property
    def stage(self) -> Stage:
        """The race in its look."""
        raise NotImplementedError

    @property
    def now(self) -> float:
        """The race time to show, in seconds from the gun."""
        raise NotImplementedError

    @property
    def listed(self) -> list[int]:
        """Everybody whom the board lists, above and below what is seen of it too."""
        return self.stage.lists.order(self.now, self.view.listing.only)

    def say(self, message: str) -> None:
        """Say something short in the footer for a few seconds."""
        raise NotImplementedError

    @verb
    def scroll(self, rows: int) -> None:
        """The board further down, or up."""
        before, listed = self.view, self.listed
        self.view = scrolled(before, listed, rows, self.board_rows)
        if self.view == before:
            whole = len(listed) <= self.board_rows
            self.say("the board shows everybody" if whole else f"the {'top' if rows < 0 else 'end'} of the board")

    def page(self, way: int) -> None:
        """The board a page further down, or up."""
        self.scroll(way * max(self.board_rows - 1, 1))

    @verb
    def board_keys(self) -> None:
        """Keys for pages and ends go through the board, or through the race again."""
        self.view = self.view._replace(board_keys=not self.view.board_keys)
        self.say("PgUp, PgDn, Home, End: the board" if self.view.board_keys else "PgUp, PgDn, Home, End: the race")

    @verb
    def around(self) -> None:
        """The board around the chosen runner, wherever he runs; from the first again."""
        chosen = self.view.chosen
        if chosen is None:
            self.say(CHOOSE_FIRST)
        elif self.view.listing.around:
            self.view = self.view._replace(listing=Listing(only=self.view.listing.only))
            self.say("the board from the first")
        else:
            self.view = self.view._replace(listing=self.view.listing._replace(around=True))
            self.say(f"the board around {self.stage.cast.names[chosen]}")

    def found(self, entry: int) -> None:
        """Choose somebody, and have the board around him; a filter that leaves him out goes."""
        only = self.view.listing.only
        if only and entry not in self.listed:
            only = ()
        self.view = self.view._replace(chosen=entry, listing=Listing(around=True, only=only))
        if len(self.listed) > self.board_rows:  # else everybody is there as before
            self.say(f"the board around {self.stage.cast.names[entry]}")

    def only(self, group: Group | None) -> None:
        """List a group, or no longer, beside those that are listed already; everybody for None."""
        now = self.view.listing.only
        new: tuple[Group, ...] = ()
        if group is not None:
            new = tuple(other for other in now if other != group) if group in now else (*now, group)
        self.view = self.view._replace(listing=Listing(only=new, around=self.view.listing.around))
        self.say(f"the board lists {described(new)}" if new else "the board lists everybody")

    def bring_into_sight(self) -> None:
        """Scroll the board as far as the chosen runner is on it."""
        self.view = shown(self.view, self.listed, self.board_rows)
