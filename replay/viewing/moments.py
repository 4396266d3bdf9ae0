"""What happened so far, as a list to be searched: the commentary up to a time, and one's own bookmarks.

The latest comes first. Of what is still to come only bookmarks are listed: whoever made them was there.
"""

from collections.abc import Sequence
from typing import NamedTuple

from replay.commentary import Call, CallKind, said_by
from replay.files.bookmarks import Bookmark
from replay.race.names import fold, has_all
from replay.race.times import format_clock
from replay.viewing.finding import Found

_KINDS = {
    CallKind.LEAD: "lead",
    CallKind.MOVE: "move",
    CallKind.BREAK: "break",
    CallKind.KICK: "kick",
    CallKind.BELL: "bell",
    CallKind.FINISH: "finish",
    CallKind.RECORD: "record",
    CallKind.PASS: "pass",
    CallKind.STOP: "out",
    CallKind.DQ: "out",
    CallKind.QUOTE: "quote",
    CallKind.SPLIT: "split",
}
"""What a kind is called where it is searched for, and at the right of its line but for what says so itself."""
_SILENT = frozenset({CallKind.FINISH, CallKind.SPLIT})


class Happened(NamedTuple):
    """A moment in the list."""

    t: float
    text: str
    beside: str
    kind: str = ""
    """What else it is found by."""


class Moments:
    """A list of moments."""

    def __init__(self, calls: Sequence[Call], bookmarks: Sequence[Bookmark], t: float) -> None:
        """All that was said by `t` seconds, and all bookmarks."""
        own = [_of_bookmark(bookmark) for bookmark in bookmarks]
        self.listed = sorted((*own, *(_of_call(call) for call in said_by(calls, t))), key=lambda one: -one.t)

    def search(self, typed: str) -> list[Found]:
        """Those in whose words all that was typed stands; each by its number in `listed`."""
        words = set(fold(typed).split())
        return [
            Found(number, one.text, one.beside)
            for number, one in enumerate(self.listed)
            if has_all(fold(f"{one.text} {one.beside} {one.kind}"), words)
        ]


def _clock(t: float) -> str:
    return format_clock(t, 1 if t < 3600 else 0)


def _of_call(call: Call) -> Happened:
    quoted = f"“{call.text.strip('“”')}” {call.by}" if call.kind is CallKind.QUOTE else call.text
    mark = "~" if call.estimated else " "
    kind = _KINDS.get(call.kind, "")
    known_as = f"{kind}, last lap" if call.kind is CallKind.BELL else kind
    return Happened(call.time, f"{mark}{_clock(call.time)}  {quoted}", "" if call.kind in _SILENT else kind, known_as)


def _of_bookmark(bookmark: Bookmark) -> Happened:
    return Happened(bookmark.t, f" {_clock(bookmark.t)}  {bookmark.note or 'marked'}", "bookmark")
