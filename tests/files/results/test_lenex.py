"""LENEX: the events of a meet."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from replay.files import xmltree
from replay.files.formats import read_file
from replay.files.results.lenex import read
from replay.files.source import Choices, Reading, Source
from replay.files.xmltree import Element
from replay.race.problems import UnreadableRace
from replay.race.race import Course, Role, Status, Surface
from tests.together import together

LISTS = Path(__file__).parent / "lists"


def reading(data: bytes | None = None, part: str | None = None) -> Reading:
    return read(Source(data or (LISTS / "meet.lef").read_bytes(), Path("meet.lef")), Choices(part=part))


def test_the_largest_event_is_the_race_with_splits_at_the_lengths_of_the_pool() -> None:
    found = reading()
    race = found.race
    assert race is not None
    assert race.title == "Spring Gala: 1. Women 200 m freestyle, timed finals"
    assert (race.distance, str(race.date), race.venue.city) == (200, "2024-03-09", "Lakeside")
    assert race.course == Course(Surface.POOL, 50.0)
    ada, bea, cyd, dot, eve = race.entries
    assert [(split.distance, split.time.text) for split in ada.splits] == [
        (50, "29.10"),
        (100, "1:00.44"),
        (150, "1:32.60"),
    ]
    assert ada.result is not None
    assert (ada.name, ada.result.text, ada.lane, ada.nation, ada.club) == ("Ada Alder", "2:04.32", 4, "IRL", "Otters")
    assert bea.nation == "GBR"
    assert len(bea.splits) == 2
    assert cyd.status is Status.DNS
    assert (dot.role, dot.status, dot.note) == (Role.GUEST, Status.FINISHED, "exhibition")
    assert eve.status is Status.DQ


def test_of_all_results_only_those_of_the_event_that_is_read_are_ever_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def element(tag: str, *more: Any) -> Element:  # noqa: ANN401 - as it is called
        made.append(tag)
        return Element(tag, *more)

    monkeypatch.setattr(xmltree, "Element", element)
    meet = (LISTS / "meet.lef").read_bytes()
    found = reading()
    assert found.race is not None
    assert made.count("RESULT") == len(found.race.entries) < meet.count(b"<RESULT ")
    assert made.count("SPLIT") < meet.count(b"<SPLIT ")


def test_results_of_another_meet_in_the_file_are_none_of_the_first() -> None:
    meet = (LISTS / "meet.lef").read_bytes()
    begins, ends = meet.index(b"<MEET "), meet.index(b"</MEET>") + len(b"</MEET>")
    first, later = meet[begins:ends], meet[begins:ends].replace(b"Spring Gala", b"Autumn Gala")
    both = reading(meet[:begins] + first + later + meet[ends:])
    assert both.race == reading().race
    assert both.understood == reading().understood
    bare = re.sub(rb"<CLUBS>.*</CLUBS>", b"", first, flags=re.DOTALL)
    with pytest.raises(UnreadableRace, match="no event of this meet has a result"):
        reading(meet[:begins] + bare + later + meet[ends:])


def test_a_heat_of_several_is_a_race_too() -> None:
    race = reading(part="1. Women 200 m freestyle, timed finals, heat 2").race
    assert race is not None
    assert [(entry.name, entry.lane) for entry in race.entries] == [("Ada Alder", 4)]


def test_the_lanes_of_different_heats_are_not_those_of_one_race() -> None:
    found = reading((LISTS / "meet.lef").read_bytes().replace(b'lane="5"', b'lane="4"'))
    assert found.race is not None
    assert {entry.lane for entry in found.race.entries} == {None}
    assert "all heats of the event are one race, in lanes of its own" in found.understood.assumed


@together(("course", "metres"), [("SCM", 25.0), ("scy", 22.86), ("", 50.0)])
def test_the_pool_is_as_long_as_the_meet_says(course: str, metres: float) -> None:
    found = reading((LISTS / "meet.lef").read_bytes().replace(b'course="LCM"', f'course="{course}"'.encode()))
    assert found.race is not None
    assert found.race.course.lap == metres


def test_splits_out_of_order_and_beyond_the_finish_are_counted() -> None:
    told = {tally.kind: tally.count for tally in reading().understood.left_out}
    assert told == {"splits beyond the finish": 1, "splits that cannot be true": 1}


def test_a_relay_is_an_event_whose_teams_swim_all_legs() -> None:
    race = reading(part="Mixed 4 x 50").race
    assert race is not None
    assert race.distance == 200
    (team,) = race.entries
    assert team.name == "Otters 1"
    assert [(leg.name, leg.start) for leg in team.legs] == [
        ("Ada Alder", 0.0),
        ("Bea Birch", 50.0),
        ("", 100.0),
        ("Fay Fir", 150.0),
    ]
    assert [(split.distance, split.time.text) for split in team.splits] == [(100, "58.00")]


def test_a_name_that_several_events_have_is_no_choice() -> None:
    with pytest.raises(UnreadableRace, match="'m' may be any of the events"):
        reading(part="m")


def test_an_event_that_nobody_swam_is_none_of_the_races() -> None:
    with pytest.raises(UnreadableRace) as raised:
        reading(part="butterfly")
    assert "2. Mixed 4 x 50 m medley, final" in str(raised.value)


@together(
    ("data", "reason"),
    [
        (b"<LENEX", "this is no LENEX"),
        (b"<LENEX><RECORDLISTS/></LENEX>", "this LENEX holds no meet with events"),
        (
            b"<LENEX><MEET><SESSION><EVENT eventid='1'><SWIMSTYLE distance='50'/></EVENT></SESSION></MEET></LENEX>",
            "no event of this meet has a result",
        ),
    ],
)
def test_what_has_no_results_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableRace) as raised:
        reading(data)
    assert reason in str(raised.value)


def test_a_meet_is_read_out_of_its_archive(tmp_path: Path) -> None:
    path = tmp_path / "spring.lxf"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(LISTS / "meet.lef", "meet.lef")
    race = read_file(path).race
    assert race is not None
    assert (race.id, len(race.entries)) == ("meet", 5)


def test_a_pool_of_yards_has_distances_in_yards_and_a_reason_and_a_reaction_are_kept() -> None:
    data = (LISTS / "meet.lef").read_bytes().replace(b'course="LCM"', b'course="SCY"')
    data = data.replace(
        b'lane="4" swimtime="00:02:04.32"', b'lane="4" status="DSQ" comment="Early" swimtime="0:2:04.32"'
    )
    race = reading(data).race
    assert race is not None
    assert race.event == "1. Women 200 yd freestyle, timed finals"
    assert (race.distance, race.course) == (182.88, Course(Surface.POOL, 22.86))
    ada = next(entry for entry in race.entries if entry.name == "Ada Alder")
    assert (ada.status, ada.note) == (Status.DQ, "Early; reaction 0.78 s")
    assert [split.distance for split in ada.splits] == pytest.approx([45.72, 91.44, 137.16])
