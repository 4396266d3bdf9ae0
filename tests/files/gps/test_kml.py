"""KML with tracks that have times."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.gps.fixes import UnreadableRecording
from replay.files.gps.kml import read_kml
from replay.files.source import Choices, Source

EAST = 1 / 111_195
"""Degrees of a metre on the equator."""


def track(begin: int, *metres: int, prefix: str = "gx:") -> str:
    """A track along the equator, a place every ten seconds from so many seconds after nine."""
    moments = (begin + 10 * at for at in range(len(metres)))
    times = "".join(f"<when>2024-05-04T09:{time // 60:02}:{time % 60:02}Z</when>" for time in moments)
    places = "".join(f"<{prefix}coord>{far * EAST:.8f} 0 12.5</{prefix}coord>" for far in metres)
    return f"<{prefix}Track>{times}{places}</{prefix}Track>"


def kml(*marks: tuple[str, str]) -> bytes:
    inside = "".join(f"<Placemark><name>{name}</name>{tracks}</Placemark>" for name, tracks in marks)
    space = 'xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"'
    return f'<?xml version="1.0"?>\n<kml {space}><Document><name>Club Run</name>{inside}</Document></kml>'.encode()


def test_a_track_is_a_run_with_its_places_and_its_day() -> None:
    for prefix in ("gx:", ""):
        race = read_source(
            Source(kml(("Evening", track(0, 0, 40, 80, 118, prefix=prefix))), Path("a.kml")), Choices()
        ).race
        assert race is not None
        assert (race.title, str(race.date)) == ("Evening", "2024-05-04")
        assert race.distance == pytest.approx(118, abs=0.2)
        assert race.course.line is not None
        assert race.entries[0].result is not None
        assert race.entries[0].result.seconds == 30


def test_tracks_of_one_place_mark_are_one_run_with_pauses_and_place_marks_are_runners() -> None:
    paused = f"<gx:MultiTrack>{track(0, 0, 40)}{track(60, 41, 80)}</gx:MultiTrack>"
    ada, bea = read_kml(kml(("Ada", paused), ("Bea", track(0, 0, 30))))
    assert [fix.distance for fix in ada.fixes] == [None] * 4
    assert [(one.name, one.title, len(one.fixes)) for one in (ada, bea)] == [
        ("Ada", "Club Run", 4),
        ("Bea", "Club Run", 2),
    ]
    assert read_kml(kml(("", track(0, 0, 30))))[0].name == "Club Run"


def test_a_map_is_told_to_be_one() -> None:
    (problem,) = read_source(Source(kml(("Hut", "<Point/>")), Path("a.kml")), Choices()).problems
    assert "this is a map (KML), which is not read" in str(problem)
    for data, reason in ((kml(("Hut", "<Point/>")), "no track with times"), (b"x", "it is no KML")):
        with pytest.raises(UnreadableRecording, match=reason):
            read_kml(data)
