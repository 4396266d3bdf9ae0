"""A road course out of a GPX file: its line, its heights, its map, and what is said when something is wrong."""

import errno
import math
import os
import random
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from replay.drawing.course.profile import Profile
from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.files.formats import read_race
from replay.files.gps.fixes import UnreadableRecording
from replay.files.gps.line import POINTS, course_line
from replay.race.problems import Severity
from replay.race.race import Course, CourseLine, Surface
from replay.race.track import Road, track_of
from replay.state.timeline import Timeline
from replay.viewing.stage import Stage
from tests.builders import entry, race
from tests.depth import examples
from tests.places import RACEFILES
from tests.together import together

FILES = RACEFILES
SQUARE = (FILES / "square.gpx").read_bytes()
DEGREE = 6_371_008.8 * math.pi / 180


def gpx(inner: str) -> bytes:
    return f'<?xml version="1.0"?>\n<gpx version="1.1" creator="hand">\n{inner}\n</gpx>\n'.encode()


def points(*places: tuple[float, float], tag: str = "trkpt", more: str = "") -> str:
    return "".join(f'<{tag} lat="{north}" lon="{east}">{more}</{tag}>' for north, east in places)


def track(*segments: str) -> str:
    return "<trk>" + "".join(f"<trkseg>{segment}</trkseg>" for segment in segments) + "</trk>"


def told(data: bytes) -> str:
    with pytest.raises(UnreadableRecording) as raised:
        course_line(data, 1000.0)
    return str(raised.value)


# Reading


def test_the_line_goes_by_share_from_the_start_to_the_finish_in_metres() -> None:
    line, length = course_line(SQUARE, 4000.0)
    assert length == pytest.approx(4 * 0.009 * DEGREE, rel=1e-3)
    assert len(line.points) == POINTS
    assert line.points[0] == (0.0, 0.0)
    assert line.points[-1] == pytest.approx((0.0, 0.0), abs=1e-6)
    east, north = line.points[POINTS // 2]  # the corner opposite
    assert north == pytest.approx(0.009 * DEGREE, abs=5)
    assert east == pytest.approx(0.009 * DEGREE, abs=5)


def test_heights_are_read_where_most_points_have_them() -> None:
    line, _ = course_line(SQUARE, 4000.0)
    assert len(line.heights) == POINTS
    assert max(line.heights) == pytest.approx(40, abs=1)
    assert min(line.heights) == pytest.approx(10, abs=1)
    without = gpx(track(points((50, 8), (50.01, 8), (50.02, 8)) + points((50.03, 8), more="<ele>5</ele>")))
    assert course_line(without, 4000.0)[0].heights == ()


def test_segments_and_tracks_are_joined_in_their_order() -> None:
    whole = gpx(track(points((50, 8), (50.01, 8)), points((50.02, 8))) + track(points((50.04, 8))))
    _, length = course_line(whole, 1000.0)
    assert length == pytest.approx(0.04 * DEGREE)


def test_a_file_without_tracks_is_read_for_its_routes() -> None:
    route = gpx(f"<rte>{points((50, 8), (50.01, 8), tag='rtept')}</rte>")
    assert course_line(route, 1000.0)[1] == pytest.approx(0.01 * DEGREE)


def test_a_line_may_cross_the_date_line() -> None:
    assert course_line(gpx(track(points((0, 179.99), (0, -179.99)))), 1000.0)[1] == pytest.approx(0.02 * DEGREE)


def test_points_that_are_nowhere_are_left_out() -> None:
    odd = gpx(track(points((50, 8), (500, 8), (float("nan"), 8), (50.01, 8))))
    assert course_line(odd, 1000.0)[1] == pytest.approx(0.01 * DEGREE)


@together(
    ("data", "reason"),
    [
        (b"", "it is no GPX"),
        (b"name,time\nA,3:50\n", "it is no GPX"),
        (b"<gpx>\n<trk>\n</gpx>", "it is no GPX"),
        (gpx(""), "no track and no route"),
        (gpx(track(points((50, 8)))), "no track and no route"),
        (gpx(track(points((50, 8), (50, 8)))), "only 0.0 m long"),
        (b'<!DOCTYPE gpx [<!ENTITY a "a">]><gpx>&a;</gpx>', "declares a document type"),
        (b"<gpx" + b" xmlns" * 200_000, "it is no GPX"),
    ],
)
def test_what_holds_no_line_is_told_why(data: bytes, reason: str) -> None:
    assert reason in told(data)


def test_a_mistake_in_the_text_is_named_by_its_line() -> None:
    with pytest.raises(UnreadableRecording) as raised:
        course_line(b"<gpx>\n<trk>\n</gpx>", 1000.0)
    assert raised.value.line == 3


@examples(60)
@given(st.one_of(st.binary(max_size=300), st.integers(0, len(SQUARE)).map(lambda end: SQUARE[:end])))
@example(SQUARE.replace(b'lat="50.0', b'lat="x'))
@example(SQUARE.decode().encode("utf-16"))
@example(b'<gpx xmlns:ns1="a" xmlns:ns12="b"/>')
def test_of_any_bytes_a_line_is_made_or_the_one_error_is_raised(data: bytes) -> None:
    try:
        line, _ = course_line(data, 1000.0)
    except UnreadableRecording:
        return
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in line.points)


# In a race file

RACE = "race: A run\nevent: 4 km\ncourse: {course}\nentries: [{{name: A, result: 14:00}}, {{name: B, result: 14:10}}]\n"


def written(folder: Path, course: str = "square.gpx", data: bytes | None = SQUARE) -> Path:
    if data is not None:
        (folder / "square.gpx").write_bytes(data)
    path = folder / "run.yaml"
    path.write_text(RACE.format(course=course), encoding="utf-8")
    return path


def test_a_race_is_run_along_the_line_beside_its_file(tmp_path: Path) -> None:
    found, problems = read_race(written(tmp_path))
    assert problems == ()
    assert found.course.line is not None
    assert found.course.line.distance == 4000.0
    road = track_of(found)
    assert isinstance(road, Road)
    assert road.line is found.course.line


def test_a_line_that_is_much_longer_than_the_race_is_drawn_to_scale_and_said(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("4 km", "3 km"), encoding="utf-8")
    found, problems = read_race(path)
    assert found.course.line is not None
    assert found.course.line.distance == 3000.0
    (problem,) = problems
    assert problem.severity is Severity.WARNING
    assert str(problem).startswith(f"{path}:3: warning: the line in 'square.gpx' is 4.00 km long and the race 3.00 km")


@pytest.mark.parametrize(
    ("course", "data", "reason"),
    [
        ("square.gpx", None, f"run.yaml:3: error: the course 'square.gpx' cannot be read: {os.strerror(errno.ENOENT)}"),
        ("../square.gpx", SQUARE, "run.yaml:3: error: course names '../square.gpx', which is no GPX file beside"),
        ("square.csv", SQUARE, "run.yaml:3: error: course names 'square.csv', which is no GPX file beside"),
        ("square.gpx", b"<gpx>\n</trk>", "square.gpx:2: error: no course can be read from this file: it is no GPX"),
    ],
)
def test_without_a_line_the_race_still_plays_on_a_plain_road(
    tmp_path: Path, course: str, data: bytes | None, reason: str
) -> None:
    found, problems = read_race(written(tmp_path, course, data))
    assert len(problems) == 1
    assert reason in str(problems[0])
    assert found.course == Course(Surface.ROAD, file=course)
    assert len(found.entries) == 2


# The map

LINE, _ = course_line(SQUARE, 4000.0)
SIZES = ((50, 15), (76, 22), (138, 36))


def text(stadium: Stadium) -> str:
    return "\n".join("".join(piece for piece, _ in row) for row in stadium.rows)


@pytest.mark.parametrize("size", SIZES)
def test_the_map_has_the_course_in_its_true_shape(size: tuple[int, int]) -> None:
    stadium = paint(Road(4000.0, LINE), *size, DARK)
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (stadium.cell(metres, 3.6) for metres in (0, 1000, 2000, 3000))
    # The square goes north, east, south and west; a cell is as high as two are wide.
    assert (y0 - y1) * 2 == pytest.approx(x2 - x1, rel=0.1)
    assert (y3 - y2) * 2 == pytest.approx(x3 - x0, rel=0.1)
    assert y1 < y0
    assert x2 > x1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("plain", [False, True])
def test_the_scoreboard_is_of_one_colour_and_no_runner_crosses_it(
    size: tuple[int, int], theme: Theme, plain: bool
) -> None:
    stadium = paint(Road(4000.0, LINE), *size, theme, ascii=plain)
    room = stadium.infield
    assert room.width >= 24
    assert room.height >= 4
    halves = {
        half
        for y in range(room.y, room.y + room.height)
        for x in range(room.x, room.x + room.width)
        for half in stadium.background(x, y)
    }
    assert len(halves) == 1
    for metres in range(0, 4001, 20):
        for out in (0.0, 8.0):
            x, y = stadium.cell(metres, out)
            assert not room.holds(int(x), int(y))
            assert 0 <= x < size[0]
            assert 0 <= y < size[1]


@examples(40)
@given(st.integers(4, 100), st.integers(3, 40), st.booleans(), st.booleans())
def test_any_panel_can_hold_a_map(width: int, height: int, plain: bool, flat: bool) -> None:
    line = CourseLine(4000.0, LINE.points if not flat else ((0.0, 0.0), (4000.0, 0.0)), () if flat else LINE.heights)
    stadium = paint(Road(4000.0, line), width, height, LIGHT, ascii=plain)
    assert {sum(len(piece) for piece, _ in row) for row in stadium.rows} == {width}
    room = stadium.infield
    assert 0 <= room.x <= room.x + room.width <= width
    assert 0 <= room.y <= room.y + room.height <= height


def test_kilometres_start_and_finish_are_named_beside_the_road() -> None:
    picture = text(paint(Road(4000.0, LINE), 120, 34, DARK, ascii=True))
    assert "START/FINISH" in picture
    assert all(f" {kilometre} " in picture for kilometre in (1, 2, 3))
    marathon = text(paint(Road(42195.0, CourseLine(42195.0, LINE.points)), 76, 22, DARK, ascii=True))
    assert " 5 " in marathon
    assert " 20 " in marathon
    assert " 21 " not in marathon


def test_a_course_without_heights_has_no_profile() -> None:
    assert paint(Road(4000.0, CourseLine(4000.0, LINE.points)), 76, 22, DARK).profile is None


def test_the_profile_names_the_lowest_and_the_highest_point() -> None:
    picture = text(paint(Road(4000.0, LINE), 76, 22, DARK, ascii=True)).splitlines()
    assert picture[-3].startswith(" 40 m")
    assert picture[-1].startswith(" 10 m")


def test_the_leader_goes_along_the_profile_as_the_race_goes() -> None:
    field = race(
        entry("A", 800.0), entry("B", 900.0), distance=4000.0, course=Course(Surface.ROAD, file="x.gpx", line=LINE)
    )
    look = look_of(DARK)
    stage = Stage(Timeline(field), look)
    stadium = stage.stadium(76, 22)
    profile = stadium.profile
    assert isinstance(profile, Profile)
    columns = []
    for t in (0.0, 200.0, 400.0, 700.0):
        marks = stage.on_profile(stage.timeline.at(t), stadium)
        assert sorted(marks) == list(range(profile.place.y, profile.place.y + profile.place.height))
        ((x, letter, _),) = marks[profile.place.y]
        assert letter == cast_of(field, look).tags[0]
        columns.append(x)
    assert columns == sorted(columns)
    assert columns[0] == profile.place.x
    assert columns[2] == pytest.approx(profile.place.x + profile.place.width / 2, abs=2)
    assert stage.on_profile(stage.timeline.at(0.0), paint(Road(4000.0), 76, 22, DARK)) == {}


def recording(seed: int) -> bytes:
    """A run of some 5 km as a watch records it: a point each second, off by metres, with stops, gaps and extensions."""
    chance = random.Random(seed)
    north, east, heading = 52.1479, -0.4596, chance.uniform(0, 360)
    segments: list[str] = [""]
    for second in range(1700):
        if second % 500 == 499:  # paused, and gone on somewhere near
            segments.append("")
            north += 0.0002
        heading += chance.uniform(-6, 6) + 360 / 1700
        metres = 0.0 if 600 < second < 660 else chance.uniform(2.4, 3.6)
        north += metres * math.cos(math.radians(heading)) / DEGREE
        east += metres * math.sin(math.radians(heading)) / DEGREE / math.cos(math.radians(52))
        wrong = chance.gauss(0, 1.5e-5) if second % 7 == 0 else 0.0
        more = "" if second % 50 == 3 else f"<ele>{37.8 + second % 90 / 10}</ele>"
        clock = f"2025-05-27T08:{second // 60 % 60:02d}:{second % 60:02d}.000Z"
        beat = f"<ns3:TrackPointExtension><ns3:hr>{130 + second % 40}</ns3:hr></ns3:TrackPointExtension>"
        more += f"<time>{clock}</time><extensions>{beat}</extensions>"
        segments[-1] += points((north + wrong, east), more=more)
    garmin = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1"
    body = "<metadata><name>Activity</name></metadata>" + track(*segments)
    return gpx(body).replace(b'creator="hand"', f'creator="A watch" xmlns:ns3="{garmin}"'.encode())


@pytest.mark.parametrize("seed", range(5))
def test_what_a_watch_records_can_be_run_on(seed: int) -> None:
    line, length = course_line(recording(seed), 5000.0)
    assert length > 4000
    stadium = paint(Road(5000.0, line), 76, 22, DARK)
    assert stadium.infield.width >= 24
    assert stadium.infield.height >= 5
