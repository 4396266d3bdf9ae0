"""The kinds of files that a race is taken along in, in one table: a file's ending finds what makes it.

To add one: a line in FORMS, and a module with a function that makes the bytes of a `Take`. What makes a file is
imported when one is wanted; some of it needs libraries that only an extra of the package brings.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from replay.export.take import Progress, Take
from replay.race.problems import ReplayError

Make = Callable[[Take, Progress], bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of files."""

    name: str
    """In words."""
    endings: tuple[str, ...]
    make: Make
    """Makes the file's bytes; it raises `ReplayError` where it cannot, with a way out."""
    takes: tuple[str, ...] = ()
    """The options that mean something for it."""
    fps: float = 0.0
    """Frames a second of a film where nobody says how many; 0 of what is no film."""
    extra: str = ""
    """The extra of the package that brings what it needs, if it needs one; see `need_extra`."""


def _late(module: str, name: str) -> Make:
    """A function of a module that is imported when it is first called."""

    def make(take: Take, progress: Progress) -> bytes:
        found: bytes = getattr(import_module(f"replay.export.{module}"), name)(take, progress)
        return found

    return make


_PART = ("from", "to")
FILM = (*_PART, "speed", "fps", "director")
"""The options that are of a film alone."""
_SEEN = ("size", "theme", "palette", "names", "view", "follow", "spoilers")
_FILM = (*FILM, *_SEEN)

_PICTURES = ("PIL", "Pillow"), ("fontpkg_jetbrains_mono", "a font")
EXTRAS = {
    "": (),
    "tables": (("xlsxwriter", "XlsxWriter"),),
    "pictures": _PICTURES,
    "films": (*_PICTURES, ("imageio_ffmpeg", "an encoder")),
}
"""What the extras bring: modules, and what they are called."""

FORMS = (
    Form("the commentary as lines", (".txt",), _late("texts", "commentary_text"), _PART),
    Form("the splits with their evidence as a table", (".csv",), _late("values", "splits_csv")),
    Form("the same as a workbook", (".xlsx",), _late("xlsx", "xlsx"), extra="tables"),
    Form("all that is known, and where everybody is", (".json",), _late("values", "race_json"), _PART),
    Form("the race itself", (".yaml", ".yml"), _late("texts", "race_yaml")),
    Form("a picture, to be scaled", (".svg",), _late("svg", "svg"), ("at", *_FILM), 10.0),
    Form("a picture of a moment", (".png",), _late("png", "png"), ("at", *_SEEN), extra="pictures"),
    Form("a recording for asciinema", (".cast",), _late("cast", "cast"), (*_FILM, "cast"), 30.0),
    Form("an animated picture", (".gif",), _late("gif", "gif"), _FILM, 10.0, "pictures"),
    Form("a video", (".mp4",), _late("video", "mp4"), _FILM, 30.0, "films"),
    Form("a video", (".webm",), _late("video", "webm"), _FILM, 30.0, "films"),
    Form("a page for a browser", (".html", ".htm"), _late("page", "page"), _FILM, 30.0),
)


def form_of(output: str) -> Form:
    """The kind of a file, by its ending.

    Raises:
        ReplayError: There is none of that ending; the message lists those that there are.
    """
    ending = Path(output).suffix.lower()
    found = next((form for form in FORMS if ending in form.endings), None)
    if found is None:
        named = f"{ending!r} is no ending" if ending else "without an ending it is no file"
        known = ", ".join(ending for form in FORMS for ending in form.endings)
        raise ReplayError(f"{output}: {named} that a race is exported as; there is {known}")
    return found


def need_meaning(form: Form, given: str) -> None:
    """Make sure that an option which was given means something.

    Raises:
        ReplayError: It does not, for such a file; the message says for which it does.
    """
    if given not in form.takes:
        where = ", ".join(other.endings[0] for other in FORMS if given in other.takes)
        raise ReplayError(f"--{given} means nothing for {form.name} ({form.endings[0]}); it goes with {where}")


def is_ready(form: Form) -> bool:
    """Whether all that a kind needs is there."""
    return not _missing(form)


def need_extra(form: Form) -> None:
    """Make sure that all that a kind needs is there.

    Raises:
        ReplayError: It is not; the message says what brings it.
    """
    if missing := _missing(form):
        raise ReplayError(f"{missing} is not installed; `pip install 'race-replay[{form.extra}]'` brings it")


def _missing(form: Form) -> str:
    """What a kind needs and is not there, if anything."""
    return next((called for module, called in EXTRAS[form.extra] if find_spec(module) is None), "")
