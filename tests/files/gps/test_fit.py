"""FIT, byte by byte."""

import pytest

from replay.files.gps.fit import read_fit
from replay.files.gps.fixes import Fix, UnreadableRecording
from tests.files.gps.made import BEGIN, RUN, fit, fix
from tests.together import together


@pytest.mark.parametrize("header", [12, 14])
def test_a_fit_has_places_in_semicircles_heights_and_its_own_distance(header: int) -> None:
    points = [fix(t, (4.0 * t, 0.0), height=12.4, distance=1.6 + 4 * t) for t in range(20)]
    (recording,) = read_fit(fit(points, header))
    assert recording.cut is None
    for read, made in zip(recording.fixes, points, strict=True):
        assert read == pytest.approx(made, abs=1e-6)


def test_a_run_indoors_has_distances_only() -> None:
    (recording,) = read_fit(fit(Fix(BEGIN + t, distance=3.0 * t) for t in range(10)))
    assert recording.fixes[4] == Fix(BEGIN + 4, distance=12.0)


def test_a_fit_that_breaks_off_gives_what_stands_before() -> None:
    data = fit(RUN)
    (recording,) = read_fit(data[: len(data) // 2])
    assert 10 < len(recording.fixes) < len(RUN)
    assert recording.cut is not None


@together("data", [b"", b"GPX", b"\x0e\x20\x54\x08\x00\x00\x00\x00.FIT", fit([])])
def test_a_fit_without_a_run_is_told_why(data: bytes) -> None:
    with pytest.raises(UnreadableRecording, match=r"it is no FIT|no record with a time"):
        read_fit(data)
