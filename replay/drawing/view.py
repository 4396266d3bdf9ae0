"""What a viewer has chosen: one frozen value, from which with the time a picture follows.

Nothing here is a race's: the same view shows any race. Keys make new views; panels read them.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from replay.analysis.reference import Reference
    from replay.race.groups import Group
    from replay.race.pacelights import PaceLight

NAMED = {"leader": 1, "first three": 3, "initials": 1, "off": 0}
"""How many of the first have their names beside the track, beside the chosen; with 0 nobody has. With `initials` every
runner is drawn with two letters in place of one."""


CHARTS = {
    "trace": "seconds behind the first",
    "mean": "seconds behind the field's mean",
    "positions": "places along the way",
    "speed": "metres a second over 100 m",
    "projection": "likely finishes, from splits",
    "splits": "splits, places and laps",
    "compare": "side by side",
}
"""What the large panel can show in place of the track, and what its lines or columns are."""


_TABLES = ("splits", "compare")
"""Those of them that have no lines over the distance."""


REPLAY = "replay of the finish"
"""Why the director shows it like this while a close finish is shown again."""


MARKED = 4
"""Runners who can be marked to be compared."""


class Eye(NamedTuple):
    """Where the picture is seen from."""

    near: float = 0.0
    """How much of the way from the whole stadium (0) to close up (1) it has gone."""
    focus: int | None = None
    """The entry that it goes with; None for the leaders."""
    before: int | None = None
    """Whom it went with before."""
    come: float = 1.0
    """How much of the way from there (0) to here (1) it has gone."""
    rate: float = 1.0
    """Seconds of the race that pass in one: legs go no faster than legs do, however fast that is."""


class Listing(NamedTuple):
    """Which part of the field the board lists."""

    top: int = 0
    """How many are above the first that is listed."""
    around: bool = False
    """Whether it goes with the chosen runner, who is in its middle."""
    only: "tuple[Group, ...]" = ()
    """Only those in one of these of each kind; everybody where there is none."""


class Sort(NamedTuple):
    """By what the table of splits is sorted."""

    column: int | None = None
    """A column, the halves after the last mark; -1 for the quickest lap, and None for the order of the race."""
    lower: bool = False
    """By the time since the mark before, and not by that at the mark."""
    turned: bool = False
    """The slowest first."""


class Hint(NamedTuple):
    """A key in the footer."""

    shown: str
    label: str
    action: str
    rank: int
    """1 stays longest."""


class Doing(NamedTuple):
    """What the keys in the footer follow from."""

    playing: bool
    """Whether time passes."""
    ended: bool
    on_board: bool
    """Whether keys go through the board."""
    chart: str
    """What is seen in place of the track."""
    real_time: bool = False
    """Whether the speed is that of the race."""


class View(NamedTuple):
    """What is chosen of everything that can be shown."""

    chosen: int | None = None
    """The entry under the cursor."""
    pinned: int | None = None
    """The entry gaps are shown to, instead of the leader."""
    against: "Reference | None" = None
    """What the race trace is against; None for the pinned runner, the pace lights or the leader."""
    gap_in_metres: bool = False
    light: "PaceLight | None" = None
    """The pace lights that are on."""
    names: str = "leader"
    """A key of `NAMED`."""
    trails: str = "off"
    """`off`, `short` or `long`."""
    eye: Eye = Eye()
    chart: str = ""
    """A key of `CHARTS` that the large panel shows in place of the track; empty for the track."""
    sort: Sort = Sort()
    """Of the table of splits."""
    every_mark: bool | None = None
    """Whether splits are those of every mark where times were taken, or of laps alone; None for the usual ones."""
    columns: int | None = None
    """The first column of theirs that is shown; None for those that were reached last."""
    marked: tuple[int, ...] = ()
    """Entries to be compared."""
    cursor: float | None = None
    """Metres at which the values of a chart are read."""
    reading: bool = False
    """Whether the arrows move that cursor and not the race."""
    zoomed: bool = False
    """Whether a chart shows the last lap alone."""
    bare: bool = False
    """The track and its title, and nothing else."""
    both: bool = True
    """Whether the close view has a band under the stadium where there is room, and a chart has others below it."""
    spoilers: bool = False
    """Whether moments to come are marked."""
    bookmarked: tuple[float, ...] = ()
    """Seconds of one's own bookmarks."""
    listing: Listing = Listing()
    board_keys: bool = False
    """Whether the keys for pages and ends go through the board and not through the race."""
    read_back: int = 0
    """Rows by which the commentary is scrolled back."""
    pointed: int | None = None
    """The cell of the scrubber that is pointed at."""
    still: bool = False
    """Whether motion is not wanted: nothing flashes."""
    playing: bool = False
    """Whether time passes: panels then change in steps, and show exactly the present when it does not."""
    ended: bool = False
    director: str = ""
    """Why the automatic director shows it like this; empty where there is none."""
    message: str = ""
    """What the footer says in place of what was left out."""
    hints: tuple[Hint, ...] = ()
    """The keys in the footer; without any there is no footer."""
    sketch: bool = False
    """Leave out what takes long to work out: for a first frame."""
    transport: bool = True
    """Whether the title says if time passes and how fast; it does not where something else plays the frames."""

    @property
    def wanted(self) -> tuple[int, ...]:
        """The chosen and the pinned entry, if any."""
        return tuple(entry for entry in (self.chosen, self.pinned) if entry is not None)


def has_cursor(view: View) -> bool:
    """Whether values can be read at a distance of what stands in place of the track."""
    return bool(view.chart) and view.chart != "splits"


def is_chart(view: View) -> bool:
    """Whether what stands in place of the track has lines over the distance."""
    return bool(view.chart) and view.chart not in _TABLES
