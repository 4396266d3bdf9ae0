"""KML with tracks that have times, as phones record them: `gx:Track`, or `Track` since KML 2.3.

A track has its moments first and its places behind them, each in the order of the run: `<when>`, and `<gx:coord>` with
degrees east and north and metres, parted by blanks. The tracks of a `gx:MultiTrack` are one run with pauses. Lines
without times are maps, and are not read. Source: developers.google.com/kml/documentation/kmlreference.
"""

from collections.abc import Iterator

from replay.files.cleaning import clean_text
from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of
from replay.files.xmltree import Element, UnreadableXml, as_instant, as_number, read_cut_xml

_MOST = 200_000
"""Points of a file."""


def is_kml(data: bytes) -> bool:
    """Whether bytes are such a file."""
    return b"<kml" in data[:_SAID_WITHIN] and b"<when>" in data and b"Track>" in data


_SAID_WITHIN = 2000


def read_kml(data: bytes) -> tuple[Recording, ...]:
    """The recordings in a KML file, one for each place mark with tracks.

    Raises:
        UnreadableRecording: The bytes are no KML, or there is no track with times in them.
    """
    if data.count(b"<when>") > _MOST:
        raise UnreadableRecording(f"it has more than {_MOST:,} points")
    try:
        root, broken = read_cut_xml(data)
    except UnreadableXml as error:
        raise UnreadableRecording(f"it is no KML: {error}", error.line) from None
    cut = broken.line if broken is not None else None
    found = [
        Recording(clean_text(mark.value("name")), fixes, cut)
        for mark in root.within("Placemark")
        if (fixes := tuple(fix for track in mark.within("Track") for fix in _fixes(track)))
    ]
    if not found:
        raise UnreadableRecording("it has no track with times")
    called = clean_text(root.value("Document", "name"))
    if len(found) == 1:
        return (Recording(found[0].name or called, found[0].fixes, cut),)
    return tuple(Recording(one.name, one.fixes, cut, title=called) for one in found)


def _fixes(track: Element) -> Iterator[Fix]:
    for moment, place in zip(track.every("when"), track.every("coord"), strict=False):
        when = as_instant(moment.text)
        numbers = [as_number(text) for text in place.text.split()]
        east, north, height, *_ = (*numbers, None, None, None)
        if when is not None:
            yield fix_of(when.timestamp(), north, east, height)
