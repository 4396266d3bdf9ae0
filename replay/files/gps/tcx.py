"""TCX (Training Center Database v2): activities of laps of trackpoints, each with time, place and distance.

The distance is the watch's own count from the beginning of the activity. A trackpoint may have a time only (a pause),
and laps may lie seconds apart; what was entered by hand has laps alone. The activities of a session of several sports
are its parts. Old files lack their outermost element.
"""

from replay.files.cleaning import clean_text
from replay.files.gps.fixes import Fix, Lap, Recording, UnreadableRecording, begun, ends_of, fix_of, numbered, of_laps
from replay.files.xmltree import Element, UnreadableXml, as_instant, as_number, read_cut_xml


def read_tcx(data: bytes) -> tuple[Recording, ...]:
    """The recordings in a TCX file, one for each activity.

    Raises:
        UnreadableRecording: The bytes are no TCX, or there is no trackpoint with a time in them.
    """
    try:
        root, broken = read_cut_xml(data)
    except UnreadableXml as error:
        raise UnreadableRecording(f"it is no TCX: {error}", error.line) from None
    activities = list(root.within("Activity", "Course"))
    cut = broken.line if broken is not None else None
    several = next(root.within("MultiSportSession"), None) is not None
    found: list[Recording] = []
    for activity in activities or [root]:
        # A course has fixes with times too, made up by who drew it.
        fixes, laps = _fixes(activity) if activity.tag != "Course" else ((), ())
        if any(fix.time is not None for fix in fixes):
            sport = clean_text(activity.attributes.get("Sport", "")).lower()
            found.append(Recording("", fixes, cut, part=sport if several else "", laps=laps, sport=sport))
    if not found:
        if any(activity.tag == "Course" for activity in activities):
            raise UnreadableRecording("it holds a course, and nobody's run")
        if broken is not None:
            raise UnreadableRecording(f"it is no TCX: {broken}", broken.line)
        raise UnreadableRecording("it has no trackpoint with a time")
    return numbered(found)


def _fixes(activity: Element) -> tuple[tuple[Fix, ...], tuple[float, ...]]:
    """The fixes of an activity, and when the laps beside them end; those of its laps where it has no others."""
    laps = [lap for element in activity.within("Lap") if (lap := _lap(element)) is not None]
    fixes = begun(tuple(map(_fix, activity.within("Trackpoint"))), min(laps).begin if laps else None)
    return (fixes, ends_of(laps)) if any(fix.time is not None for fix in fixes) else (of_laps(laps), ())


def _lap(element: Element) -> Lap | None:
    moment = as_instant(element.attributes.get("StartTime", ""))
    seconds, metres = as_number(element.value("TotalTimeSeconds")), as_number(element.value("DistanceMeters"))
    if moment is None or seconds is None or metres is None or not (0 < seconds < 1e6 and 0 <= metres < 1e7):
        return None
    return Lap(moment.timestamp(), seconds, metres)


def _fix(point: Element) -> Fix:
    moment = as_instant(point.value("Time"))
    return fix_of(
        moment.timestamp() if moment is not None else None,
        as_number(point.value("Position", "LatitudeDegrees")),
        as_number(point.value("Position", "LongitudeDegrees")),
        as_number(point.value("AltitudeMeters")),
        as_number(point.value("DistanceMeters")),
    )
