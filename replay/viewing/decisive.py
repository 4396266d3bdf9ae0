"""The moments that decide a race, as a picture marks them: the bell, a new leader, a record that is near, the winner.

All of it follows from the time and the view. What flashes does so twice a second of the viewer's time, whatever the
speed, and not at all where motion is not wanted.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from replay.cells.text import cell_width
from replay.drawing.view import View
from replay.race.race import Evidence, Race
from replay.race.times import format_apart, margin_digits
from replay.state.timeline import RaceState, RunnerState

if TYPE_CHECKING:
    from replay.commentary import Call
    from replay.race.pacelights import PaceLight

FLASHES = 2.0
"""A second of the viewer's time: more than three may hurt people."""
_LASTS = 2.5
"""Seconds of the viewer's time for which something flashes."""
_LONGEST = 10.0
"""And of the race's time, at most: fast forward, a bell is not to flash for half a lap."""


def flash(since: float, view: View) -> bool:
    """Whether what began to flash so many seconds of the race ago is lit now."""
    return is_on(since, view) and (view.still or int(since / view.eye.rate * 2 * FLASHES) % 2 == 0)


def is_on(since: float, view: View) -> bool:
    """Whether what began to flash so many seconds of the race ago still does."""
    return 0 <= since < min(_LASTS * view.eye.rate, _LONGEST)


def new_leader(calls: "Sequence[Call]", t: float, view: View) -> int | None:
    """Who has just taken the lead, while that is lit."""
    from replay.commentary import CallKind

    last = next((call for call in reversed(calls) if call.kind is CallKind.LEAD and call.time <= t), None)
    return last.entries[0] if last is not None and last.entries and flash(t - last.time, view) else None


_FAMILIAR = frozenset({"WR", "WB", "OR", "ER"})
"""Initials that need no word."""


class Chase(NamedTuple):
    """How the leader stands to a record that is near."""

    light: "PaceLight"
    off: str
    """`−0.38`, with a `~` where it was worked out, and a blank behind that: `~−` is read as two of one sign."""
    inside: bool
    """Whether the leader is inside its even pace."""

    def said(self, room: int) -> str:
        """`world record −0.38` if there are cells for it, else `WR −0.38`.

        `American indoor −0.38` tells more than `AIR`, and `championship −0.38` than `CR`.
        """
        label = self.light.label
        shorter = [label.removesuffix(" record")] if letters(label) not in _FAMILIAR else []
        ways = (f"{words} {self.off}" for words in (label, *shorter))
        return next((way for way in ways if cell_width(way) <= room), f"{letters(label)} {self.off}")


_NEAR = 0.006
"""The part of a record's time by which its even pace may be missed and it is still near: 1.3 s in a mile."""
_INSIDE = 0.02
"""And by which it may be beaten: a record that falls by seconds is chased to the line."""
_FROM = 0.3
"""The part of the distance from which on it is told: before, everybody is near every record."""


def chase(race: Race, state: RaceState) -> Chase | None:
    """The greatest record that the leader may break: a world record, else the fastest of those that are near."""
    first = state.standings[0] if state.standings else None
    if first is None or first.distance is None or first.status != "running" or not state.order_known:
        return None
    if first.distance < _FROM * race.distance or not race.entries[first.entry].competes:
        return None
    from replay.commentary.nations import concerns  # nothing is near in the first frame
    from replay.race.pacelights import lights_of

    nation = race.entries[first.entry].nation
    lights = [light for light in lights_of(race) if concerns(light.label, nation)]
    world = [light for light in lights if light.label.startswith("world record")]
    for light in (*world, *sorted(lights, key=lambda light: light.seconds)):
        off = state.time - light.seconds * first.distance / race.distance
        if -_INSIDE * light.seconds <= off <= _NEAR * light.seconds:
            sign = "" if _is_timed(first) else "~ "
            return Chase(light, sign + signed(off), off <= 0)
    return None


def _is_timed(first: RunnerState) -> bool:
    """Whether the first is just where a time was taken: between two such places hundredths are worked out."""
    split, metres = first.split, first.distance
    timed = split is not None and split.time.evidence is not Evidence.ESTIMATED
    return timed and split is not None and metres is not None and abs(metres - split.distance) < _THERE


_THERE = 0.05
"""Metres."""


def letters(label: str) -> str:
    """The initials of a record that everybody knows, `WR` for `world record`; of one with more words only `record`."""
    words = label.split()
    return "".join(word[0].upper() for word in words) if len(words) == 2 else words[-1]


def signed(seconds: float) -> str:
    """`−0.38` of who is faster, `+0.38` of who is slower."""
    return f"{'+' if seconds > 0 else '−'}{format_apart(abs(seconds), 2).removesuffix(' s')}"


def margins_to(second: RunnerState, name: str) -> tuple[str, ...]:
    """How far the winner was in front of the next, in several lengths, the longest first."""
    if second.gap is None:
        return ()
    if second.place == 1:
        return f"level with {name}", "level"
    by = format_apart(second.gap, margin_digits(second.gap))
    return (f"by {by} from {name}", f"by {by}") if second.gap else (f"{name} in the same time", "same time")


def record_text(race: Race, entry: int) -> str:
    """The greatest record that somebody's result set, and by how much: `WORLD RECORD −0.47`; empty where none fell."""
    return next(iter(record_texts(race, entry)), "")


def record_texts(race: Race, entry: int) -> list[str]:
    """The records that somebody's result set, the greatest first, and by how much where the old one is known."""
    from replay.commentary.records import records_set  # no record falls in the first frame

    found = race.entries[entry]
    if found.result is None:
        return []
    texts = []
    for name in records_set(found.marks, found.nation):
        old = next((record.time for record in race.records if record.label.casefold() == name.casefold()), None)
        by = f" {signed(found.result.seconds - old.seconds)}" if old is not None and old.text else ""
        texts.append(name.upper() + by)
    return texts
