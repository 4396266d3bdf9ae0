"""Videos, decoded by another program."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_who_is_ended_meanwhile_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, how: signal.Signals
) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    def encoder(*_: object, **given: Any) -> "subprocess.Popen[bytes]":  # noqa: ANN401
        begun.append(subprocess.Popen(["cat"], **given))
        assert list(tmp_path.iterdir())
        return begun[0]

    def ended(_: float) -> None:
        os.kill(os.getpid(), how)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("replay.export.video.Popen", encoder)
    before = signal.signal(how, signal.SIG_DFL)  # it may be ignored, as `nohup` has it
    try:
        with pytest.raises(SystemExit, match=str(128 + how)):
            form_of("film.mp4").make(take(0.0, 1.0), ended)
        assert begun[0].returncode == -signal.SIGKILL
        assert list(tmp_path.iterdir()) == []
        assert signal.getsignal(how) is signal.SIG_DFL
    finally:
        signal.signal(how, before)


def test_a_full_disk_is_no_fault_of_the_encoder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", "false")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("replay.export.video._ROOM", 1e18)
    with pytest.raises(ReplayError, match="has no room for the film"):
        form_of("film.mp4").make(take(0.0, 1.0), unwatched)


@pytest.mark.parametrize("encoder", ["there-is-none", "false"])
def test_without_an_encoder_that_can_it_is_said_what_brings_one(monkeypatch: pytest.MonkeyPatch, encoder: str) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", encoder)
    with pytest.raises(ReplayError, match="pip install --upgrade imageio-ffmpeg"):
        form_of("film.mp4").make(take(0.0, 1.0), unwatched)
