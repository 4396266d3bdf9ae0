"""FIT: the binary records that watches write themselves, read by fitdecode.

Of its messages `record` matters: time, place in semicircles (2^31 of them are 180 degrees), the watch's own distance
and its height. A run indoors has no places. Laps stand for records where there are none, and sessions part the sports
of a triathlon, each with its own distance. Several files may stand in one, one behind the other.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from replay.files.gps.fixes import Fix, Lap, Recording, UnreadableRecording, begun, ends_of, fix_of, numbered, of_laps

_SEMICIRCLE = 180 / 2**31
"""Degrees."""
_EPOCH = 631_065_600
"""Seconds from 1970 to the last day of 1989, from which its times are counted."""
_MOMENT = 0x1000_0000
"""What is less is no time of day, but seconds since the watch was switched on."""
_MOST = 300_000
"""Messages: three days of records at one a second, with some of other kinds."""
_MOST_VALUES = 4_000_000
"""Values in them, and what says how they are written: of a record a watch with all its sensors writes two dozen."""
_SOME = 200_000
"""Values after which it is reckoned how many there will be: what is far too much is refused within a second."""
_MESSAGE = 10
"""Values that are read in the time that a message takes besides."""
_FAR_TOO_MUCH = 1.25


@dataclass(slots=True)
class _File:
    """What matters of one file."""

    kind: str = ""
    fixes: list[Fix] = field(default_factory=list)
    laps: list[Lap] = field(default_factory=list)
    sessions: list[tuple[float, str]] = field(default_factory=list)
    """When each began, and its sport."""

    def take(self, name: str, values: dict[str, Any]) -> None:
        """Take a message."""
        if name == "record":
            self.fixes.append(_fix(values))
        elif name == "file_id":
            self.kind = str(values.get("type", "")).replace("_", " ")
        elif (begin := _moment(values.get("start_time"))) is None:
            return
        elif name == "session":
            self.sessions.append((begin, str(values.get("sport") or "other").replace("_", " ")[:40]))
        else:
            seconds, metres = _number(values.get("total_elapsed_time")), _number(values.get("total_distance"))
            if seconds is not None and metres is not None:
                self.laps.append(Lap(begin, seconds, metres))

    def recordings(self, cut: int | None) -> Iterator[Recording]:
        """Its recordings: one for each of several sports, but for the ways between them."""
        begins = sorted(self.sessions)
        if len({sport for _, sport in begins}) > 1 and len(begins) <= _SPORTS:
            for (begin, sport), (end, _) in pairwise([*begins, (float("inf"), "")]):
                fixes = tuple(fix for fix in self.fixes if fix.time is not None and begin <= fix.time < end)
                if fixes and sport != "transition":
                    laps = ends_of(lap for lap in self.laps if begin <= lap.begin < end)
                    yield Recording("", begun(fixes, begin), cut, part=sport, laps=laps, sport=sport)
            return
        starts = [*(begin for begin, _ in begins), *(lap.begin for lap in self.laps)]
        fixes = begun(tuple(self.fixes), min(starts, default=None))
        recorded = any(fix.time is not None for fix in fixes)
        fixes = fixes if recorded else of_laps(self.laps)
        if any(fix.time is not None for fix in fixes):
            sport = begins[0][1] if begins else ""
            yield Recording("", fixes, cut, laps=ends_of(self.laps) if recorded else (), sport=sport)


_SPORTS = 50
"""Sessions of a file, at most: what claims more is taken for one."""
_WANTED = frozenset({"record", "lap", "session", "file_id"})
_RECORDED = ("", "activity")
"""What a file says of itself that holds a recording."""


def read_fit(data: bytes) -> tuple[Recording, ...]:
    """The recordings in a FIT file.

    Raises:
        UnreadableRecording: The bytes are no FIT, or there is no record with a time in them.
    """
    import fitdecode  # only a FIT file needs it

    files: list[_File] = []
    broken = ""
    stream = io.BytesIO(_sized(data))
    try:
        with fitdecode.FitReader(
            stream,
            processor=None,  # what it would make of every field takes as long as the reading
            error_handling=fitdecode.ErrorHandling.IGNORE,
            check_crc=fitdecode.CrcCheck.DISABLED,
        ) as reader:
            values, look = 0, _SOME
            for count, frame in enumerate(reader):
                if frame.frame_type == fitdecode.FIT_FRAME_HEADER:
                    files.append(_File())
                elif frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name in _WANTED:
                    files[-1].take(frame.name, {one.name: one.value for one in frame.fields})
                values += _values_of(frame)
                if values + _MESSAGE * count >= look or count > _MOST:
                    look += _SOME
                    _need_little(count, values, stream.tell() / len(data))
    except UnreadableRecording:
        raise
    except Exception as error:  # whatever the library stumbles over
        broken = str(error).partition("\n")[0][:120] or type(error).__name__
    cut = 0 if broken else None
    runs = _joined(file for file in files if file.kind != "course")
    found = [recording for file in runs for recording in file.recordings(cut)]
    if not found:
        kinds = [file.kind for file in files if file.kind not in _RECORDED]
        if kinds and kinds[0] == "course":
            raise UnreadableRecording("it holds a course, and nobody's run")
        nothing = f"it holds no run, but a watch's {kinds[0]!r}" if kinds else "it has no record with a time"
        raise UnreadableRecording(f"it is no FIT: {broken}" if broken else nothing)
    return numbered(found)


def _values_of(frame: Any) -> int:  # noqa: ANN401 - as fitdecode has them
    """How many values a message has, or a definition says how to read."""
    fields = getattr(frame, "fields", None)
    return len(fields) if fields is not None else sum(1 for _ in getattr(frame, "all_field_defs", ()))


def _need_little(messages: int, values: int, share: float) -> None:
    """Refuse a file that has too many messages, or values in them, or will have by its end.

    Args:
        messages: How many were read.
        values: How many those have.
        share: The part of the file that was read.

    Raises:
        UnreadableRecording: They are too many.
    """
    for count, most, what in ((messages, _MOST, "messages"), (values, _MOST_VALUES, "values")):
        if count > most or count > _FAR_TOO_MUCH * most * share:
            raise UnreadableRecording(f"it has more than {most:,} {what}")


def _sized(data: bytes) -> bytes:
    """The bytes, their size in the header where a watch that went off never came to write it."""
    header = data[0] if data else 0
    if data[4:8] != bytes(4) or len(data) <= header + _CHECK:
        return data
    return data[:4] + (len(data) - header).to_bytes(4, "little") + data[8:]


_CHECK = 2
"""Bytes of the sum at a file's end."""


def _joined(files: Iterable[_File]) -> Iterator[_File]:
    """The files that stand in one, with those that only go on, which count on from where the one before them ended."""
    last: _File | None = None
    for file in files:
        ends = [fix.distance for fix in last.fixes[-1:]] if last is not None else []
        begins = [fix.distance for fix in file.fixes[:1]]
        if last is None or (ends and begins and (ends[0] or 0.0) > (begins[0] or 0.0)):
            if last is not None:
                yield last
            last = file
        else:
            last.fixes += file.fixes
            last.laps += file.laps
            last.sessions += file.sessions
    if last is not None:
        yield last


def _fix(values: dict[str, Any]) -> Fix:
    height = _number(values.get("enhanced_altitude"))
    return fix_of(
        _moment(values.get("timestamp")),
        _number(values.get("position_lat"), _SEMICIRCLE),
        _number(values.get("position_long"), _SEMICIRCLE),
        _number(values.get("altitude")) if height is None else height,
        _number(values.get("distance")),
    )


def _moment(value: object) -> float | None:
    """Seconds since 1970."""
    seconds = _number(value)
    return seconds + _EPOCH if seconds is not None and seconds >= _MOMENT else None


def _number(value: object, unit: float = 1.0) -> float | None:
    return float(value) * unit if isinstance(value, int | float) else None
