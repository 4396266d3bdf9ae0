"""An animation, read with an image library."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from replay.export.gif import WIDE, gif
from replay.export.pixels import Pixels
from replay.export.reel import instants, shots
from replay.export.take import REST, Take
from replay.race.problems import ReplayError
from tests.export.taking import SMALL, take, unwatched
from tests.miles import LOOK

FILMED = take(215.0, 218.0, fps=7.0)


@cache
def made() -> bytes:
    return gif(FILMED, unwatched)


def pictures(animation: bytes) -> Iterator[tuple[float, Image.Image]]:
    """From which second which picture is seen; at last when all is over."""
    with Image.open(BytesIO(animation)) as image:
        at = 0.0
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            yield at, image.convert("RGB")
            at += image.info["duration"] / 1000
        yield at, image.convert("RGB")


def wanted(filmed: Take) -> Iterator[tuple[float, Image.Image]]:
    pixels = Pixels(SMALL, WIDE, LOOK.theme)
    for shot in shots(filmed, unwatched):
        pixels.write(shot.changes)
        yield shot.at, pixels.image.copy()


def far_off(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels of which an eye sees that they are not alike."""
    difference = ImageChops.difference(one, other).convert("L")
    return sum(value > 24 for value in difference.tobytes()) / (one.width * one.height)


def test_at_every_time_it_shows_the_frame_of_that_time() -> None:
    shown = list(pictures(made()))
    for at, frame in wanted(FILMED):
        picture = [picture for begins, picture in shown if begins <= at + 0.0051][-1]
        assert far_off(picture, frame) < 0.002


def test_its_times_do_not_drift_and_its_end_stands_for_a_while() -> None:
    assert [at for at, _ in pictures(made())][-1] == pytest.approx(FILMED.seconds + REST)
    hundredths = {round(100 * at) for at in instants(FILMED.seconds, FILMED.film.fps)}
    assert {round(100 * at) for at, _ in list(pictures(made()))[:-1]} <= hundredths


def test_it_begins_again_and_is_the_same_each_time() -> None:
    with Image.open(BytesIO(made())) as image:
        assert (image.size, image.info["loop"]) == ((60 * WIDE, 40 * WIDE), 0)
    assert gif(FILMED, unwatched) == made()


def test_a_part_without_length_is_one_picture() -> None:
    still = list(pictures(gif(take(100.0, 100.0), unwatched)))
    assert [at for at, _ in still] == [0.0, pytest.approx(REST)]


def test_more_frames_than_it_can_say_are_refused_with_a_way_out() -> None:
    with pytest.raises(ReplayError, match=r"--fps: .* 50 .*\.mp4"):
        gif(take(fps=60.0), unwatched)
