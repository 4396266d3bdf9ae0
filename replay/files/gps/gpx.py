"""GPX 1.0 and 1.1: tracks of points with or without times, and routes.

A track's segments are one recording with pauses. Of several tracks in a file those that overlap in time are of several
runners, and those that follow one another within hours are one runner's who stopped his watch; tracks without times
are a course.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from replay.files.cleaning import clean_text
from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of
from replay.files.xmltree import Element, UnreadableXml, as_instant, as_number, read_cut_xml


def read_gpx(data: bytes) -> tuple[Recording, ...]:
    """The recordings in a GPX file.

    Raises:
        UnreadableRecording: The bytes are no GPX, or there is no track with times in them.
    """
    root, broken, points = _root(data)
    cut = broken.line if broken is not None else None
    found: list[Recording] = []
    for track in root.within("trk"):
        fixes = tuple(points.get(id(track), ()))
        if not any(fix.time is not None for fix in fixes):
            continue
        if found and _follows(found[-1].fixes, fixes):
            found[-1] = replace(found[-1], fixes=found[-1].fixes + fixes)
        else:
            sport = (
                clean_text(track.value("type")).lower().replace("_", " ")
            )  # a number, where Strava wrote it before 2023
            sport = "" if sport.isdecimal() else sport
            found.append(Recording(clean_text(track.value("name")), fixes, cut, sport=sport))
    if not found:
        raise _without_times(root, broken, points)
    called = clean_text(root.value("metadata", "name") or root.value("name"))  # version 1.0 has no metadata
    if len(found) == 1:
        return (replace(found[0], name=found[0].name or called),)
    return tuple(replace(recording, title=called) for recording in found)


def course_fixes(data: bytes) -> list[Fix]:
    """The places of a file's tracks in the order of the file, or of its routes where it has no track.

    Raises:
        UnreadableRecording: The bytes are no GPX, or break off.
    """
    root, broken, points = _root(data)
    if broken is not None:
        raise _no_gpx(broken)
    on_tracks = [fix for fixes in points.values() for fix in fixes if fix.north is not None]
    return on_tracks or [fix for fix in map(_fix, root.within("rtept")) if fix.north is not None]


def _root(data: bytes) -> tuple[Element, UnreadableXml | None, Mapping[int, Sequence[Fix]]]:
    """The tree without the points of tracks; where it breaks off; and by each track's identity its points.

    A watch's day has 200,000 points, of which the tree would take ten times the room of the fixes.
    """
    points: dict[int, list[Fix]] = {}

    def take(around: Sequence[Element], point: Element) -> bool:
        track = next((one for one in around if one.tag == "trk"), None)
        points.setdefault(id(track), []).append(_fix(point))
        return False

    try:
        root, broken = read_cut_xml(data, {"trkpt": take})
    except UnreadableXml as error:
        raise _no_gpx(error) from None
    if root.tag != "gpx":
        raise UnreadableRecording(f"it is no GPX: its first element is {root.tag[:40]!r}", root.line)
    return root, broken, points


def _no_gpx(error: UnreadableXml) -> UnreadableRecording:
    return UnreadableRecording(f"it is no GPX: {error}", error.line)


def _without_times(
    root: Element, broken: UnreadableXml | None, points: Mapping[int, Sequence[Fix]]
) -> UnreadableRecording:
    if broken is not None:
        return _no_gpx(broken)
    if points or next(root.within("rtept"), None) is not None:
        return UnreadableRecording("its points have no times: it is a course, and nobody's run")
    return UnreadableRecording("it has no track")


def _fix(point: Element) -> Fix:
    moment = as_instant(point.value("time"))
    return fix_of(
        moment.timestamp() if moment is not None else None,
        as_number(point.attributes.get("lat", "")),
        as_number(point.attributes.get("lon", "")),
        as_number(point.value("ele")),
    )


def _follows(first: Iterable[Fix], second: Iterable[Fix]) -> bool:
    """Whether one track begins when the other has ended, and not on another day."""
    ended = max((fix.time for fix in first if fix.time is not None), default=0.0)
    begins = min((fix.time for fix in second if fix.time is not None), default=0.0)
    return ended <= begins <= ended + _STOPPED


_STOPPED = 6 * 3600.0
"""Seconds for which a watch may be stopped within a run."""
