"""What the leaderboard's figures say: results, gaps, splits and laps, and the room they need."""

from typing import TYPE_CHECKING, NamedTuple

from replay.drawing.view import View
from replay.race.order import lapped_text
from replay.race.race import Race, Surface, Time
from replay.race.times import format_gap, format_instant, format_time, gap_digits, margin_digits
from replay.race.track import Track
from replay.race.track.laps import LEFTOVER
from replay.state.timeline import LapTime, RaceState, RunnerState, Timeline

if TYPE_CHECKING:
    from replay.analysis.laps import Halves
    from replay.analysis.marks import Passed


class Room(NamedTuple):
    """Cells that the longest gap or result, split and lap of a race may take, so that none is ever cut."""

    gap: int = 8
    split: int = 13
    lap: int = 7


def room_of(timeline: Timeline) -> Room:
    """The room that a race's figures need at most: with a `~` before times as long as the race."""
    race, longest = timeline.race, timeline.duration
    digits = max((_digits(entry.result) for entry in race.entries if entry.result is not None), default=1)
    time = len("~" + format_time(longest, digits))
    laps = laps_text(int(race.distance / (race.course.lap_metres or race.distance)))
    gap = max(time, len("~" + format_gap(longest)), len("~" + metres_apart(-race.distance)), len("~" + laps))
    road = race.course.surface is Surface.ROAD
    mark = len(f"{race.distance / race.course.unit.metres:.1f} km" if road else f"{race.distance:.0f}")
    least = Room()
    split, lap = mark + 1 + time, len("~" + lap_time(longest))
    return Room(max(gap, least.gap), max(split, least.split), max(lap, least.lap))


def _digits(time: Time) -> int:
    return min(len(time.text.partition(".")[2]), 3) if time.text else 2


def timed(seconds: float, time: Time, decimals: int = 1) -> str:
    """A time as it was given, else with so many decimals; with a `~` where it is estimated, and then as the clock."""
    if time.evidence.mark and not time.text:
        return time.evidence.mark + format_instant(seconds, decimals)
    return time.evidence.mark + (time.text or format_time(seconds, decimals))


def is_whole(race: Race, lap: LapTime) -> bool:
    """Whether a lap is one: the first of a mile is of 409 m, and its time would be taken for a lap's.

    So would that of the last 195 m of a marathon be for a kilometre's, and that of 1097.5 m, as a half ends.
    """
    metres = race.course.lap_metres
    if metres is None and race.course.surface is Surface.ROAD:
        left = race.distance - lap.number * race.course.unit.metres
        return abs(left) < 0.5 or left > LEFTOVER * race.course.unit.metres
    return metres is None or lap.number > 1 or min(race.distance % metres, -race.distance % metres) < 0.5


def is_fresh(race: Race, state: RaceState, runner: RunnerState) -> bool:
    """Whether a lap time is still told: not through the whole of the last lap, where it would stand still.

    The first decides for all who run, for a column with holes would seem to say something of those who have none.
    """
    metres = race.course.lap_metres
    if runner.status != "running" or metres is None:
        return True
    return race.distance - state.leader_distance > metres * _STILL


_STILL = 0.75
"""What of the last lap is left when the time of the one before has been told."""


def lapped(lap: LapTime) -> str:
    """A lap time, with a `~` where it is estimated."""
    return lap.evidence.mark + lap_time(lap.seconds, lap.digits)


def lap_time(seconds: float, digits: int = 1) -> str:
    """A lap time: tenths where they are known, from ten minutes on none."""
    return format_time(seconds, digits if seconds < 600 else 0)


def mark_of(race: Race, distance: float) -> str:
    """Where a split was taken: metres of a track, and of a road `5 km`."""
    if race.course.surface is not Surface.ROAD:
        return f"{distance:.0f}"
    return race.course.unit.far(distance, 1)


def clock_digits(track: Track) -> int:
    """Decimals of the running clock: on a road, where a minute of the race passes in a second or two, none."""
    return 0 if track.by_kilometres else 1


def metres_apart(metres: float) -> str:
    """`+12.3 m`, from 100 m on `+123 m`."""
    return f"{metres:+.{0 if abs(metres) >= 99.95 else 1}f} m"


def behind(gap: float, digits: int, mark: str) -> str:
    """`~+0.3` with its mark, `~+<0.1` where no digit would be left of it: beside a place nobody is level."""
    return mark + (format_gap(gap, digits) if gap >= 0.5 / 10**digits else f"+<{10**-digits:.{digits}f}")


def margin(race: Race, runner: RunnerState) -> str:
    """By how much somebody who is home was beaten, with the digits of the result: `+2.08`; empty for all others."""
    result = race.entries[runner.entry].result
    if runner.status != "finished" or result is None or not runner.gap or not race.entries[runner.entry].competes:
        return ""
    return runner.evidence.mark + format_gap(runner.gap, min(_digits(result), margin_digits(runner.gap)))


def laps_down(race: Race, runner: RunnerState) -> int:
    """How many whole laps somebody who runs on a track is behind the first; where all run for a time that is no gap."""
    if not runner.gap_metres or runner.status != "running":
        return 0
    lap = race.course.round_metres
    if lap is None or runner.gap_metres < lap or race.duration is not None or not race.entries[runner.entry].competes:
        return 0
    return int(runner.gap_metres / lap)


def laps_text(laps: int) -> str:
    """`+1 lap`, as television has it."""
    return f"+{laps} lap{'s' if laps > 1 else ''}"


def gap_text(race: Race, state: RaceState, runner: RunnerState, view: View) -> str:
    """A finisher's result, or a runner's gap, of a lap or more in laps; with a `~` where it is estimated."""
    mark = runner.evidence.mark
    if race.entries[runner.entry].ghost and view.pinned is None:
        return _beside(race, state, runner, view)
    if runner.result is not None:
        split = runner.split
        return timed(runner.result, split.time, 2) if split is not None else format_time(runner.result, 2)
    if runner.status == "finished" and (ended := _ended(race, runner)):
        return ended
    pinned = next((other for other in state.standings if other.entry == view.pinned and other.gap is not None), None)
    if pinned is not None and pinned.entry == runner.entry:
        return "pinned"
    if pinned is not None:
        return _gap_to(runner, pinned, view, mark)
    if not state.leader_distance:
        return ""
    if runner.place == 1:
        ahead = any(
            race.entries[other.entry].competes and (other.distance or 0.0) > state.leader_distance
            for other in state.standings
            if other.place is None
        )
        return "" if ahead or len(race.entries) == 1 else "leader"
    if view.gap_in_metres and runner.gap_metres is not None:
        return f"{mark}{metres_apart(runner.gap_metres).removeprefix('+')}"
    if laps := laps_down(race, runner):
        return mark + laps_text(laps)
    return _gap_to_first(race, state, runner)


_TOGETHER, _SOON = 30.0, 0.05
"""Metres from the start, and the part of a sprint, within which nobody has a gap: all stood on one line."""


def _beside(race: Race, state: RaceState, runner: RunnerState, view: View) -> str:
    """How a ghost stands to the first: by hundredths once both are home or he is where his race ended."""
    mark = runner.evidence.mark
    if runner.gap is None or not state.leader_distance:
        return ""
    if runner.status == "running" and view.gap_in_metres and runner.gap_metres is not None:
        return f"{mark}{metres_apart(runner.gap_metres)}"
    ended = runner.status != "running" and runner.distance is not None and runner.distance <= state.leader_distance
    return f"{mark}{format_gap(runner.gap, margin_digits(runner.gap) if ended else gap_digits(race.distance))}"


def _ended(race: Race, runner: RunnerState) -> str:
    """What a finisher without a result has instead: laps fewer, metres, or a time that was worked out."""
    lapped = lapped_text(race.entries[runner.entry])
    if lapped:
        return lapped
    if race.duration is not None:
        return f"{runner.evidence.mark}{runner.distance or 0.0:.0f} m"
    if runner.split is not None and runner.split.distance == race.distance:
        return timed(runner.split.time.seconds, runner.split.time)
    return ""


def _gap_to_first(race: Race, state: RaceState, runner: RunnerState) -> str:
    """The seconds to the first; of nobody as long as all nearly stand on one line."""
    if runner.gap is None or state.leader_distance < min(_TOGETHER, race.distance * _SOON):
        return ""
    return behind(runner.gap, gap_digits(race.distance), runner.evidence.mark)


def _gap_to(runner: RunnerState, pinned: RunnerState, view: View, mark: str) -> str:
    """The gap to the pinned runner: positive behind, negative ahead."""
    if view.gap_in_metres:
        if runner.distance is None or pinned.distance is None:
            return ""
        return mark + metres_apart(pinned.distance - runner.distance)
    if runner.gap is None or pinned.gap is None:
        return ""
    return mark + format_gap(runner.gap - pinned.gap)


def passed_text(found: "Passed") -> str:
    """When somebody passed a mark, as it was printed, else as exactly as it is known: `1:51.1`, `~1:52.4`."""
    mark = found.evidence.mark
    return mark + (found.text or (format_instant(found.seconds) if mark else format_time(found.seconds)))


def halves_text(halves: "Halves | None") -> str:
    """`1:51.8 and 1:50.9, negative`; empty where they are not known."""
    if halves is None:
        return ""
    mark = halves.evidence.mark
    first, second = (mark + format_time(half, halves.digits) for half in (halves.first, halves.second))
    return f"{first} and {second}, {halves.words}"
