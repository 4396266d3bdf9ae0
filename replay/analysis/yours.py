"""Whoever watches as a ghost in the race: an even pace to a time, times on the way, or what a watch recorded."""

import re
from itertools import pairwise
from pathlib import Path

from replay.analysis.ghosts import YOU, Ghost, even_run, ghost_of, your_run
from replay.motion.curves import TOP_SPEED
from replay.race.events import RaceForDistance, event_metres
from replay.race.problems import ReplayError, UnreadableRace
from replay.race.race import Evidence, Race, Split, Time
from replay.race.times import format_distance, parse_time
from replay.race.track import track_of

FORMS = "5:10, '400 75, 800 2:32, 5:10', a time for each lap, or a FIT, GPX or TCX file"
_LIKE = 0.02
"""Share by which a recording may be longer or shorter than the race and still be of its distance."""


def yours(race: Race, text: str) -> Ghost:
    """What somebody says of himself as a ghost for a race.

    Args:
        race: The race he is put beside.
        text: A time for its distance, which is run at an even pace; times at distances, the last one of them the
            result if no distance stands before it; times for each lap, or at the end of each; or a file's path.

    Raises:
        ReplayError: It is none of these; the text says what it takes.
    """
    if is_file(text):
        return _recorded(race, Path(text))
    parts = _parts(text)
    try:
        if len(parts) == 1 and not parts[0][0]:
            return even_run(_time(parts[0][1]), race.distance) if _run(race.distance, parts[0][1]) else _never(text)
        splits = [(_metres(far), _time(time)) for far, time in parts if far]
        lone = [_time(time) for far, time in parts if not far]
    except ValueError as error:
        raise ReplayError(f"{text!r} are no times of yours: {error}; write {FORMS}") from None
    if splits:
        if len(lone) > 1 or (lone and parts[-1][0]):
            raise ReplayError(f"{text!r}: only the last time may be without its distance, as the result")
    elif len(lone) > 1:
        splits, lone = _by_laps(race, lone, text), []
    splits += [(race.distance, time) for time in lone]
    return _told(race, splits, text)


def is_file(text: str) -> bool:
    """Whether that is the path of a file, and no times."""
    ended = Path(text).suffix.lower() in (".fit", ".gpx", ".tcx")
    try:
        return ended or "/" in text or "\\" in text or Path(text).is_file()
    except (OSError, ValueError):
        return False


def _parts(text: str) -> list[tuple[str, str]]:
    """Distance, empty where there is none, and time of each part of a line."""
    apart = re.split(r"[,;]", text) if re.search(r"[,;]", text) else text.split()
    parts = (re.split(r"\s*=\s*|\s+(?=\S+$)", part.strip()) for part in apart if part.strip())
    return [(" ".join(part[:-1]), part[-1]) for part in parts] or [("", "")]


def _metres(text: str) -> float:
    try:
        return event_metres(text)
    except RaceForDistance:
        raise ValueError(f"{text!r} is no distance") from None


def _time(text: str) -> Time:
    return Time(parse_time(text), Evidence.REPORTED, text)


def _run(distance: float, text: str) -> bool:
    """Whether anybody can run so far in such a time."""
    return parse_time(text) > distance / TOP_SPEED


def _never(text: str) -> Ghost:
    raise ReplayError(f"{text!r}: nobody runs that fast; give a time for the whole distance, such as 5:10")


def _by_laps(race: Race, times: list[Time], text: str) -> list[tuple[float, Time]]:
    """Times for each lap, or at the end of each: these rise by half of the first at least."""
    ends = (*track_of(race).laps[1:], race.distance)
    if len(times) != len(ends):
        laps = f"{len(ends)} lap{'s' if len(ends) > 1 else ''}"
        raise ReplayError(f"{text!r}: {race.title} has {laps}, and {len(times)} times are given; write {FORMS}")
    seconds = [time.seconds for time in times]
    if all(after - before >= seconds[0] / 2 for before, after in pairwise(seconds)):
        return list(zip(ends, times, strict=True))
    sums = (round(sum(seconds[: at + 1]), 3) for at in range(len(seconds)))
    return [(end, Time(total, Evidence.REPORTED)) for end, total in zip(ends, sums, strict=True)]


def _told(race: Race, splits: list[tuple[float, Time]], text: str) -> Ghost:
    before = 0.0, 0.0
    for far, time in splits:
        if far > race.distance + 0.5:
            raise ReplayError(f"{text!r}: {race.title} is only {format_distance(race.distance)}")
        if far <= before[0] or time.seconds - before[1] <= (far - before[0]) / TOP_SPEED:
            raise ReplayError(f"{text!r}: nobody gets from {before[0]:g} m to {far:g} m in such a time")
        before = far, time.seconds
    result = splits[-1][1] if splits[-1][0] >= race.distance - 0.5 else None
    kept = tuple(Split(far, time) for far, time in splits if far < race.distance - 0.5)
    words = result.text if result is not None and result.text else "your splits"
    return your_run(words, kept, result, race.distance, text)


def _recorded(race: Race, path: Path) -> Ghost:
    """What a recording says, or another file with one runner; one of nearly the race's distance was of that."""
    found = _read(path, None)
    if abs(found.distance / race.distance - 1) < _LIKE and abs(found.distance - race.distance) > 0.05:
        found = _read(path, race.distance)
    ghost = ghost_of(found, 0)
    return your_run(path.stem, ghost.entry.splits, ghost.entry.result, found.distance, str(path))


def _read(path: Path, distance: float | None) -> Race:
    from replay.files.formats import read_file
    from replay.files.source import Choices

    found = read_file(path, Choices(distance=distance))
    if found.race is None:
        raise UnreadableRace(found.problems)
    if len(found.race.entries) != 1:
        raise ReplayError(f"{path}: {len(found.race.entries)} runners are in it, and {YOU.lower()} are one; use --vs")
    return found.race
