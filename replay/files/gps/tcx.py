"""TCX (Training Center Database v2): activities of laps of trackpoints, each with time, place and distance.

The distance is the watch's own count from the beginning of the activity. A trackpoint may have a time only (a pause),
and laps may lie seconds apart. Old files lack their outermost element.
"""

from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of
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
    found: list[Recording] = []
    for activity in activities or [root]:
        # A course has fixes with times too, made up by who drew it.
        fixes = tuple(map(_fix, activity.within("Trackpoint"))) if activity.tag != "Course" else ()
        if any(fix.time is not None for fix in fixes):
            found.append(Recording("", fixes, cut))
    if not found:
        if any(activity.tag == "Course" for activity in activities):
            raise UnreadableRecording("it holds a course, and nobody's run")
        if broken is not None:
            raise UnreadableRecording(f"it is no TCX: {broken}", broken.line)
        raise UnreadableRecording("it has no trackpoint with a time")
    return tuple(found)


def _fix(point: Element) -> Fix:
    moment = as_instant(point.value("Time"))
    return fix_of(
        moment.timestamp() if moment is not None else None,
        as_number(point.value("Position", "LatitudeDegrees")),
        as_number(point.value("Position", "LongitudeDegrees")),
        as_number(point.value("AltitudeMeters")),
        as_number(point.value("DistanceMeters")),
    )
