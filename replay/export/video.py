"""A film as a video, by the encoder that imageio-ffmpeg brings (or the ffmpeg of the machine where it brings none).

Frames go to it one at a time, as it keeps them: brightness, and colour at half the size, each cell turned into that
once and for all. It is told to leave out what differs from call to call, and to use as many threads everywhere, so that
the same film gives the same bytes.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from shutil import disk_usage
from signal import SIG_DFL, Signals, getsignal, signal
from subprocess import DEVNULL, PIPE, Popen
from threading import current_thread, main_thread
from types import FrameType
from typing import IO, cast

from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image

from replay.export.pixels import Pixels
from replay.export.reel import shots
from replay.export.take import REST, Progress, Take
from replay.files.temporary import temporary_folder
from replay.race.problems import ReplayError

WIDE = 12
"""Pixels across a cell: 120x40 of them are 1440 by 960; players want even numbers."""

_SAME = "-fflags +bitexact -flags:v +bitexact -map_metadata -1 -threads 4"
_COLOURS = "-vf setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
"""Those of television, and said to be: else each player takes them for others."""
_LIGHT, _BLUE, _RED = (0.2126, 0.7152, 0.0722), (-0.1146, -0.3854, 0.5), (0.5, -0.4542, -0.0458)
_TELEVISION = (
    *(part * 219 / 255 for part in _LIGHT), 16.0,
    *(part * 224 / 255 for part in _BLUE), 128.0,
    *(part * 224 / 255 for part in _RED), 128.0,
)  # fmt: skip
"""From red, green and blue to brightness and the two differences of colour. Source: ITU-R BT.709-6, 3."""
_ROOM = 1_000_000
"""Bytes that are free on a disk which may not have been full."""
_MP4 = "-c:v libx264 -crf 20 -preset veryfast -movflags +faststart"
_WEBM = "-c:v libvpx-vp9 -crf 30 -b:v 0 -deadline realtime -cpu-used 7 -row-mt 1 -tile-columns 1"


def mp4(take: Take, progress: Progress) -> bytes:
    """A film in H.264."""
    return _encoded(take, progress, ".mp4", _MP4)


def webm(take: Take, progress: Progress) -> bytes:
    """A film in VP9."""
    return _encoded(take, progress, ".webm", _WEBM)


def _encoded(take: Take, progress: Progress, ending: str, words: str) -> bytes:
    with _put_away(), temporary_folder() as folder:
        path = folder / f"film{ending}"
        try:
            with Popen([*_command(take, words), str(path)], stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL) as encoder:
                try:
                    for picture in _pictures(take, progress):
                        cast(IO[bytes], encoder.stdin).write(picture)
                except BaseException:  # of who interrupts it, Popen would not wait for what it started
                    _end(encoder)
                    raise
            return path.read_bytes()
        except (OSError, RuntimeError):  # there is none, or it stopped and left nothing
            if disk_usage(folder).free < _ROOM:
                message = f"{folder.parent} has no room for the film while it is made; name another place: TMPDIR"
                raise ReplayError(message) from None
            message = "no encoder here makes such a file; `pip install --upgrade imageio-ffmpeg` brings one that does"
            raise ReplayError(message) from None


@contextmanager
def _put_away() -> Iterator[None]:
    """Whoever is ended meanwhile by a signal leaves neither an encoder nor a folder."""
    ending = (kind for kind in Signals if kind.name in ("SIGTERM", "SIGHUP", "SIGQUIT"))  # Windows has the first
    kinds = [kind for kind in ending if getsignal(kind) is SIG_DFL and current_thread() is main_thread()]
    for kind in kinds:
        signal(kind, _leave)
    try:
        yield
    finally:
        for kind in kinds:
            signal(kind, SIG_DFL)


def _leave(kind: int, _: FrameType | None) -> None:
    raise SystemExit(128 + kind)


def _end(encoder: Popen[bytes]) -> None:
    """Have it stop, and nothing left of it."""
    encoder.kill()
    encoder.wait()
    with suppress(OSError):
        cast(IO[bytes], encoder.stdin).close()


def _command(take: Take, words: str) -> list[str]:
    """What encodes pictures that come one after the other; its last word, the file, is left out."""
    extent = f"{take.size.width * WIDE}x{take.size.height * WIDE * 2}"
    given = (
        f"-v quiet -y -f rawvideo -pix_fmt yuv420p -s {extent} -r {Fraction(take.film.fps).limit_denominator()} -i -"
    )
    made = f"{words} {_COLOURS} {_SAME}"
    return [get_ffmpeg_exe(), *given.split(), *made.split(), "-metadata", f"title={take.title}"]


def _pictures(take: Take, progress: Progress) -> Iterator[bytes]:
    """The frames of a film, the last one as often as it stands."""
    pixels = Pixels(take.size, WIDE, take.look.theme, _televised)
    picture = b""
    for shot in shots(take, progress):
        if shot.changes or not picture:
            pixels.write(shot.changes, whole=not picture)
            picture = b"".join(plane.tobytes() for plane in pixels.planes)
        yield picture
    yield from [picture] * round(REST * take.film.fps)


def _televised(image: Image.Image) -> tuple[Image.Image, Image.Image, Image.Image]:
    """A picture as encoders keep it: how bright it is, and at half the size how blue and how red."""
    light, blue, red = image.convert("RGB", _TELEVISION).split()
    return light, blue.reduce(2), red.reduce(2)
