"""Videos, decoded by another program."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from imageio_ffmpeg import count_frames_and_secs, get_ffmpeg_exe
from PIL import Image, ImageChops, ImageStat

from replay.export.forms import form_of
from replay.export.pixels import Pixels
from replay.export.reel import shots
from replay.export.take import REST, Take
from replay.export.video import WIDE
from replay.race.problems import ReplayError
from tests.export.taking import SMALL, take, unwatched
from tests.miles import LOOK

EXTENT = 60 * WIDE, 40 * WIDE


def wanted(filmed: Take) -> Iterator[Image.Image]:
    pixels = Pixels(SMALL, WIDE, LOOK.theme)
    for shot in shots(filmed, unwatched):
        pixels.write(shot.changes)
        yield pixels.image.copy()


@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_its_frames_are_those_of_the_film_and_the_last_one_stands(tmp_path: Path, name: str) -> None:
    filmed = take(215.0, 216.0, fps=4.0)
    path = tmp_path / name
    path.write_bytes(form_of(name).make(filmed, unwatched))
    assert count_frames_and_secs(str(path)) == (5 + 4 * REST, pytest.approx(1.25 + REST, abs=0.01))
    decoder = [get_ffmpeg_exe(), "-v", "error", "-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    decoded = subprocess.run(decoder, check=True, capture_output=True).stdout
    size = 3 * EXTENT[0] * EXTENT[1]
    pictures = [Image.frombytes("RGB", EXTENT, decoded[at : at + size]) for at in range(0, len(decoded), size)]
    assert len(pictures) == 5 + 4 * REST
    for picture, frame in zip(pictures, wanted(filmed), strict=False):
        assert max(ImageStat.Stat(ImageChops.difference(picture, frame)).mean) < 6


@pytest.mark.parametrize("encoder", ["there-is-none", "false"])
def test_without_an_encoder_that_can_it_is_said_what_brings_one(monkeypatch: pytest.MonkeyPatch, encoder: str) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", encoder)
    with pytest.raises(ReplayError, match="pip install --upgrade imageio-ffmpeg"):
        form_of("film.mp4").make(take(0.0, 1.0), unwatched)
