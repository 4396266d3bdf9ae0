"""From recordings to a race: one course, one gun, everybody's way along the course.

The longest recording with places gives the course, and the recorder's own count, where there is one, how long it is.
The others are laid on it; a recording without places, or one that was made elsewhere, goes by its own distance.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from replay.files.gps.fixes import Fix, Recording, flat, measured_distances, moving, own_distances, steady, when
from replay.files.gps.line import SHORTEST, line_of
from replay.files.gps.pacing import Point, result_of, splits_at, splits_of, step_for
from replay.files.gps.standing import all_told
from replay.files.gps.starts import Bounds, bounds, time_at
from replay.files.source import Start
from replay.files.understood import Tallies
from replay.race.events import FARTHEST
from replay.race.limits import sound_splits
from replay.race.problems import MissingExtra, needing
from replay.race.race import Clock, Course, Entry, Evidence, Race, Split, Status, Surface

_SHORT = 0.005
"""Share of the race that may be missing at the end of the recording of somebody who finished."""
_SHORT_METRES = 30.0
_ELSEWHERE = 0.05
"""Metres off the course for each metre of it, in the middle of a recording, that was made elsewhere."""
_ELSEWHERE_METRES = 60.0
_DAY = 86_400.0
"""Seconds."""
_DATED = 315_532_800.0
"""The year 1980, before which no recorder was: seconds that are earlier count from a start that nobody tells."""
_LIKE = 0.05
"""Share by which two recorders' counts of one course may differ."""
_NOBODY = 26.0
"""Metres a second, twice as fast as anybody runs: no recorder is so wrong all the way."""


@dataclass(frozen=True, slots=True)
class Named:
    """A recording and the runner's name."""

    name: str
    recording: Recording


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was made of recordings."""

    race: Race
    assumed: tuple[str, ...]
    length: float
    """Metres of the course as it was recorded."""
    tallies: Tallies
    """What was left out."""


@dataclass(slots=True)
class _Track:
    """One runner's recording."""

    name: str
    fixes: Sequence[Fix]
    metres: list[float]
    """At every fix, by the recorder's own count or along the straight lines."""
    way: list[Point]
    """Seconds since 1970, and metres along the course, from wherever it begins."""
    laps: tuple[float, ...] = ()
    """When laps ended, in seconds since 1970, where the splits are to be there."""
    gun: float | None = None
    """When he passes the start line, in seconds since 1970; None where nobody knows where he was."""
    on_course: bool = True
    """Whether `way` is where he was; otherwise how far he went from wherever he began."""

    @property
    def begin(self) -> float:
        """From when his time counts, in seconds since 1970."""
        return self.way[0][0] if self.gun is None else self.gun

    @property
    def placed(self) -> bool:
        """Whether it is known where he was, most of the time."""
        return 2 * sum(fix.north is not None for fix in self.fixes) > len(self.fixes)


def race_of(
    runners: Sequence[Named],
    ident: str,
    title: str,
    distance: float | None = None,
    start: Start | None = None,
    *,
    laps: bool = False,
) -> Recorded:
    """The race that some recordings are of.

    Args:
        runners: One or several.
        ident: The race's id.
        title: The race's title.
        distance: Metres of the race, where the user knows it better than the recorders.
        start: When it began, likewise.
        laps: Whether the splits are to be at the ends of the laps that the recorders counted, where they did.

    Raises:
        ValueError: No race can be made of them; the text says why.
    """
    tallies = Tallies()
    tracks = [track for runner in runners if (track := _track(runner, tallies, laps)) is not None]
    longest = max(tracks, key=lambda track: (track.placed, track.metres[-1]), default=None)
    if longest is None:
        lost = "; ".join(map(str, tallies.all()[:3]))
        raise ValueError(f"no recording has two points with a time and a place{lost and f': {lost}'}")
    if longest.metres[-1] < SHORTEST:
        raise ValueError("nobody goes anywhere in this recording")
    if distance is None:  # before they are laid on a course, which takes far longer
        _need_human(tracks)
    assumed = [said for track in tracks if (said := _lay(track, longest, len(tracks)))]
    found = bounds([track.way for track in tracks if track.on_course], start)
    length = found.finish - found.start
    if length < SHORTEST:
        raise ValueError("nobody goes anywhere after the start")
    metres = distance or round(length, 1)
    if metres > FARTHEST:
        raise _too_far(metres)
    line = line_of(longest.fixes, longest.metres, metres, (found.start, found.finish)) if longest.placed else None
    guns = iter(found.guns)
    for track in tracks:
        track.gun = next(guns) if track.on_course else None
    points = [_points(track, found, metres) for track in tracks]
    entries, said = _entries(tracks, points, metres, tallies)
    entries = _started(entries, [track.on_course for track in tracks], found.guns)
    race = Race(
        id=ident,
        title=title,
        distance=metres,
        entries=entries,
        date=datetime.datetime.fromtimestamp(found.guns[0], datetime.UTC).date() if found.guns[0] > _DATED else None,
        course=Course(Surface.ROAD, line=line),
        evidence=Evidence.MEASURED,
        clock=Clock.GUN if min(found.guns) == max(found.guns) else Clock.NET,
        note="Recorded by the runners themselves: where they were is known to some metres.",
    )
    stands = all_told([(track.name, [when(fix) for fix in track.fixes], track.metres) for track in tracks])
    return Recorded(race, (*filter(None, [found.said]), *assumed, said, *stands), length, tallies)


def _started(entries: Sequence[Entry], timed: Sequence[bool], guns: Sequence[float]) -> tuple[Entry, ...]:
    """The entries with a start each, where those of a day began at several times; `guns` has those of the timed."""
    first, last = min(guns), max(guns)
    if not first < last < first + _DAY:
        return tuple(entries)
    begins = iter(guns)
    return tuple(
        replace(entry, start=round(next(begins) - first, 1)) if its else entry
        for entry, its in zip(entries, timed, strict=True)
    )


def _track(runner: Named, tallies: Tallies, laps: bool) -> _Track | None:
    """A recording without what says nothing; None where less than two points are left."""
    fixes = steady(runner.recording.fixes, tallies)
    ends = runner.recording.laps
    if ends and not laps:  # a watch counts the whole of a run as one
        tallies.add("laps of a watch; `--times laps` takes them in place of its points", runner.name, len(ends) + 1)
    if len(fixes) < 2:
        return None
    run = moving(fixes)
    return _Track(runner.name, run, own_distances(run) or measured_distances(run), [], laps=ends if laps else ())


def _need_human(tracks: Sequence[_Track]) -> None:
    """Refuse recordings of which one is faster all the way than anybody runs."""
    for track in tracks:
        metres, seconds = track.metres[-1], when(track.fixes[-1]) - when(track.fixes[0])
        if metres > _NOBODY * seconds:
            raise _too_far(metres) if metres > FARTHEST else _too_fast(track.name, metres / max(seconds, 0.1))


def _too_far(metres: float) -> ValueError:
    return ValueError(
        f"it goes {metres / 1000:,.0f} km, and a race has at most {FARTHEST / 1000:,.0f}: is it a flight?"
    )


def _too_fast(name: str, speed: float) -> ValueError:
    return ValueError(f"{name} goes at up to {speed:.0f} m/s, faster than anybody runs: is it a ride?")


def _lay(track: _Track, longest: _Track, runners: int) -> str:
    """Find out how far along the course a runner was at every fix; what there is to say of it."""
    times = [when(fix) for fix in track.fixes]
    track.way = list(zip(times, track.metres, strict=True))
    if track is longest:
        return ""
    track.on_course = False
    if not (track.placed and longest.placed):
        return f"{track.name} has no places, and goes by the distance recorded"
    try:
        way, off = _project(track, longest, runners)
    except MissingExtra as error:
        return f"{track.name} goes by the distance recorded: {error}"
    if off > _ELSEWHERE_METRES + _ELSEWHERE * longest.metres[-1]:
        far = f"{off / 1000:,.0f} km" if off > 2000 else f"{off:.0f} m"
        return f"{track.name} was {far} from the course, and goes by the distance recorded"
    track.way, track.on_course = way, True
    return ""


def _project(track: _Track, longest: _Track, runners: int) -> tuple[list[Point], float]:
    """A runner laid on the course, and how many metres off it he was."""
    with needing("places on another's course"):  # one runner needs none
        from replay.files.gps.projection import along, moments, off_course

    known = [(at, fix) for at, fix in zip(longest.metres, longest.fixes, strict=True) if fix.north is not None]
    origin = known[0][1]
    course, at = flat([fix for _, fix in known], origin), [metres for metres, _ in known]
    placed = [fix for fix in track.fixes if fix.north is not None]
    placed = [placed[index] for index in moments([when(fix) for fix in placed], runners)]
    times, there = [when(fix) for fix in placed], flat(placed, origin)
    found = along(course, at, there, times)
    return list(zip(times, found, strict=True)), off_course(course, at, there, found)


def _points(track: _Track, found: Bounds, metres: float) -> list[Point]:
    """Seconds from the runner's gun and metres of the race, from when he passes the start line on."""
    length = found.finish - found.start
    if track.gun is not None:
        scale = metres / length
        points = [(time - track.gun, (at - found.start) * scale) for time, at in track.way]
    else:
        # Nobody knows where he was: he began on the line, and two recorders count one course a little differently.
        (begin, first), (_, last) = track.way[0], track.way[-1]
        own = last - first
        scale = metres / (own if abs(own / length - 1) < _LIKE else length)
        points = [(time - begin, (at - first) * scale) for time, at in track.way]
    return [(time, at) for time, at in points if time > 0 and at > 0]


def _entries(
    tracks: Sequence[_Track], ways: Sequence[list[Point]], metres: float, tallies: Tallies
) -> tuple[tuple[Entry, ...], str]:
    """The runners with their splits, and how many of the points these are."""
    if not any(ways):
        raise ValueError("nobody goes on from the start after the gun; `--start` says when the gun was")
    ends = [_end(way, metres) for way in ways]
    known = [end for end in ends if end is not None] or [way[-1][0] for way in ways if way]
    step = step_for(metres, min(known, default=1.0))
    entries = tuple(
        _entry(track.name, _splits(track, way, step, metres), end, metres, tallies)
        for track, way, end in zip(tracks, ways, ends, strict=True)
    )
    if all(track.laps for track in tracks):
        return entries, "the splits are where the watch counted laps"
    fixes, splits = sum(map(len, ways)), sum(len(entry.splits) for entry in entries)
    return entries, f"{splits:,} splits are kept of {fixes:,} points, one every {step:g} m and where the pace changes"


def _splits(track: _Track, way: Sequence[Point], step: float, metres: float) -> tuple[Split, ...]:
    if track.laps:
        return splits_at(way, [end - track.begin for end in track.laps], metres)
    return splits_of(way, step, metres)


def _end(way: Sequence[Point], metres: float) -> float | None:
    """When a runner finished; None for one whose recording ends on the way."""
    if not way or way[-1][1] < metres - max(_SHORT_METRES, _SHORT * metres):
        return None
    return time_at(way, min(way[-1][1], metres))


def _entry(name: str, splits: tuple[Split, ...], end: float | None, metres: float, tallies: Tallies) -> Entry:
    result = result_of(end) if end is not None else None
    kept, dropped = sound_splits(splits, result, metres)
    if dropped:
        tallies.add("splits faster than any human", f"{name} at {dropped[0][0].distance:g} m", len(dropped))
    if len(kept) < len(splits) / 2:
        raise _too_fast(name, _fastest(splits))
    return Entry(name, status=Status.FINISHED if result else Status.UNKNOWN, result=result, splits=kept)


def _fastest(splits: Sequence[Split]) -> float:
    """Metres a second of the fastest stretch between two splits."""
    return max((b.distance - a.distance) / max(b.time.seconds - a.time.seconds, 0.1) for a, b in pairwise(splits))
