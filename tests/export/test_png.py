"""A picture, read with an image library."""

from io import BytesIO

from PIL import Image

from replay.export.pixels import Pixels
from replay.export.png import WIDE, png
from replay.viewing.frame import frame
from tests.export.taking import SMALL, take, unwatched
from tests.miles import LOOK


def test_a_picture_is_the_frame_of_its_moment_and_the_same_each_time() -> None:
    seen = take(170.0, 170.0)
    made = png(seen, unwatched)
    pixels = Pixels(SMALL, WIDE, LOOK.theme)
    pixels.draw(frame(seen.picture(), seen.view, 170.0, SMALL).rows)
    with Image.open(BytesIO(made)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", (60 * WIDE, 40 * WIDE))
        assert image.tobytes() == pixels.image.tobytes()
    assert made == png(seen, unwatched)
