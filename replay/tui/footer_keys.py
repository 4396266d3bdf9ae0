"""Which keys the footer offers: those that mean something for what is on the screen, and how soon each gives way."""

from collections.abc import Iterable
from typing import NamedTuple

from replay.cells.memo import Kept
from replay.drawing.view import Doing, Hint
from replay.tui.keys import Key

_OF_LINES = {"sight(1)": 2, "against": 2, "cursor": 3, "zoom": 3, "gap_column": 4, "both": 5}
_OF_CHARTS = {
    "splits": {"sight(1)": 2, "order": 2, "every_mark": 3, "cursor": 3},
    "compare": {"sight(1)": 2, "mark": 2, "choose(1)": 3, "cursor": 3},
    "projection": {"sight(1)": 2, "project": 2, "cursor": 3, "zoom": 3, "both": 5},
}
"""The keys that go with charts, and with each table and the likely finishes: how soon they go from the footer."""


class Ways(NamedTuple):
    """Where one may go from a race, and what may be ended."""

    on: str
    """What the next race is called."""
    out: str
    """Where `q` leads."""
    recorded: bool = False
    """Whether it is being recorded, and one may end that."""


def hints(keys: Iterable[Key]) -> list[Hint]:
    """Those of some keys that are in the footer."""
    return [Hint(key.shown, key.label, key.action, key.footer) for key in keys if key.footer and key.keys]


_HINTS: Kept[tuple[Hint, ...]] = Kept()
"""Asked for in every frame: to compare seventy keys that are the very same is quick, and to hash them is not."""


def replay_hints(keys: tuple[Key, ...], ways: Ways, many: bool, doing: Doing) -> tuple[Hint, ...]:
    """The keys in the footer of the replay.

    Of `many` one searches; with keys on the board pages are the board's; a chart or a table has keys of its own.
    """
    return _HINTS.get((keys, ways, many, doing), lambda: _replay_hints(keys, ways, many, doing))


def _replay_hints(keys: tuple[Key, ...], ways: Ways, many: bool, doing: Doing) -> tuple[Hint, ...]:
    film = (Hint("S", "end the film", "record", 1),) if ways.recorded else ()
    own = _OF_CHARTS.get(doing.chart, _OF_LINES if doing.chart else {})
    lines = "zoom" in own
    named = {"both": "one or several", "gap_column": "units", "project": "as a table"} if lines else {}
    named |= {"cursor": "columns"} if doing.chart == "splits" else {}
    if doing.ended:
        copied = "copy it" if own and not lines else "copy the result"
        after = {"restart": ("again", 1), "next_race": (ways.on, 1), "copy": (copied, 2), "picture": ("save it", 3)}
        after |= {key.action: (named.get(key.action, key.label), own[key.action]) for key in keys if key.action in own}
        after["quit"] = ways.out, 1
        signs = {key.action: key.shown for key in keys if key.keys}
        return *film, *(
            Hint(signs[action], words, action, rank) for action, (words, rank) in after.items() if action in signs
        )
    names = {"play_pause": "pause" if doing.playing else "play", "quit": ways.out} | named
    ranks = ({"find": 2, "filter": 3} if many else {}) | own
    if doing.real_time:
        ranks["real_time"] = 0
    if doing.on_board:
        names |= {"lap(1)": "board down", "board_keys": "race keys"}
        ranks |= {"lap(1)": 2, "board_keys": 2}
    shown = [(key, ranks.get(key.action, key.footer)) for key in keys if key.keys]
    return *film, *(Hint(key.shown, names.get(key.action, key.label), key.action, rank) for key, rank in shown if rank)
