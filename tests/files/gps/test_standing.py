"""Where somebody stood within a recording is told."""

from replay.files.gps.fixes import Fix, Recording
from replay.files.gps.recorded import Named, race_of
from replay.files.gps.standing import all_told, stood, told_of


def steps(*pauses: tuple[int, float], count: int = 600) -> tuple[list[float], list[float]]:
    """Times and metres of who runs 4 m a second, with some seconds more before some of the points."""
    times, metres, now = list[float](), list[float](), 0.0
    for at in range(count):
        now += dict(pauses).get(at, 0.0) + 1.0
        times.append(now)
        metres.append(4.0 * at)
    return times, metres


def test_a_watch_that_was_stopped_and_one_that_went_on() -> None:
    assert stood(*steps()) == []
    assert stood(*steps((100, 20.0))) == []
    (one,) = stood(*steps((100, 120.0)))
    assert abs(one.metres - 4.0 * 99) <= 8.0
    assert 120.0 <= one.seconds <= 124.0
    times, metres = steps()
    still = [*range(200, 260)]
    went_on = [*metres[:200], *(metres[200] for _ in still), *(at + metres[200] for at in metres[: len(times) - 260])]
    (one,) = stood(times, went_on)
    assert 59.0 <= one.seconds <= 64.0
    assert len(stood(*steps((100, 60.0), (101, 5.0), (300, 60.0)))) == len(("first", "second"))


def test_it_is_told_of_the_first_three_by_name() -> None:
    assert told_of("Ada", *steps()) == ""
    told = told_of("Ada", *steps((250, 60.0), (400, 60.0)))
    assert told.startswith("Ada stood still for about 2:0")
    assert told.endswith("in all, 2 times, first at 1.0 km; the time goes on")
    one = steps((250, 60.0))
    assert all_told([(name, *one) for name in "ABCDE"])[3:] == ["so did 2 others"]
    assert all_told([(name, *one) for name in "ABCD"])[3:] == ["so did 1 other"]
    assert len(all_told([(name, *one) for name in "ABC"])) == len("ABC")


def test_a_race_of_recordings_tells_it() -> None:
    times, metres = steps((250, 60.0))
    fixes = tuple(Fix(1e9 + time, distance=at) for time, at in zip(times, metres, strict=True))
    recorded = race_of([Named("Ada", Recording("run", fixes))], "a", "A")
    assert any("Ada stood still for about 1:0" in said for said in recorded.assumed)
