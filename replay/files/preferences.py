"""What somebody has set once for all: a file of settings in TOML, and the theme that was chosen last.

The file is the user's: it is read if it is there, and changed a line at a time with all that stands beside it. What is
wrong in it is told and left out. The theme that `T` chose is a word in the folder for state; whatever is wrong with
that, nothing was chosen and nothing is said.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from replay.files.paths import first_bytes, own_folder
from replay.race.problems import Problem, ReplayError, did_you_mean

THEMES = ("dark", "light")
PALETTES = ("usual", "colour-blind", "contrast")
LAST = "last"
"""The theme that was chosen last with `T`, else that of the terminal."""

_LARGEST = 100_000
"""Bytes of a file of settings."""
_LONGEST = 2000
"""Bytes of one of its lines."""


class Preferences(NamedTuple):
    """What is set, by the names that the file has for it."""

    theme: str = LAST
    palette: str = "usual"
    names: str = "leader"
    director: bool = False
    spoilers: bool = False
    units: str = "km"
    seek: float = 5.0
    seek_road: float = 30.0
    seek_fine: float = 1.0
    keys: str = "default"
    own_keys: Mapping[str, str] = {}
    """A key as it is written to the one that does the same as the program comes."""


class Preference(NamedTuple):
    """One thing that can be set."""

    name: str
    """Its key in the file, and its field in `Preferences`."""
    about: str
    """What it is, in a sentence."""
    options: tuple[object, ...]
    """What one goes through with two keys; none where there is more than can be gone through."""
    takes: str
    """What it may be, in words."""
    read: Callable[[object], object]
    """What a value means.

    Raises:
        ValueError: It means nothing; the message may have a way out.
    """


def _words(*words: str) -> Callable[[object], object]:
    def read(value: object) -> object:
        if value not in words:
            raise ValueError(did_you_mean(str(value), words))
        return value

    return read


def _yes(value: object) -> object:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _seconds(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 3600:
        raise ValueError
    return float(value)


def _pairs(value: object) -> object:
    if not isinstance(value, Mapping) or not all(isinstance(said, str) for said in value.values()):
        raise ValueError
    return dict(value)


def _one_of(name: str, about: str, *words: str) -> Preference:
    return Preference(name, about, words, f"one of {', '.join(words)}", _words(*words))


def _on_or_off(name: str, about: str) -> Preference:
    return Preference(name, about, (False, True), "true or false", _yes)


def _length(name: str, about: str, *steps: float) -> Preference:
    return Preference(name, about, steps, "seconds, up to 3600", _seconds)


PREFERENCES = (
    _one_of("theme", "Dark or light; `last` is what T chose last, else what the terminal says.", LAST, *THEMES),
    _one_of("palette", "For which eyes colours are chosen; of sixteen colours it changes none.", *PALETTES),
    _one_of("names", "Whose names stand beside the track; n changes it.", "leader", "first three", "initials", "off"),
    _on_or_off("director", "Whether a race begins with the automatic director, as after a."),
    _on_or_off("spoilers", "Whether moments to come are marked, as with --spoilers."),
    _one_of("units", "What roads are counted in; --units and RACE_REPLAY_UNITS win over it.", "km", "mi"),
    _length("seek", "Seconds that the arrows go back and forward.", 2.0, 5.0, 10.0, 15.0, 30.0),
    _length("seek_road", "Seconds that they go on roads.", 10.0, 30.0, 60.0, 120.0, 300.0),
    _length("seek_fine", "Seconds that they go with Shift.", 0.1, 0.5, 1.0, 2.0),
    _one_of("keys", "The keys: as they come, or nearer to those of mpv or vim.", "default", "mpv", "vim"),
    Preference(
        "own_keys",
        "Keys of your own: x = \"space\" has x do what space does as the program comes.",
        (),
        'a table of keys, such as { x = "space", "ctrl+f" = "PgDn" }',
        _pairs,
    ),
)  # fmt: skip
"""All that can be set, in the order in which it is shown."""


class Preferred(NamedTuple):
    """What a file of settings says."""

    path: Path
    held: Preferences = Preferences()
    said: tuple[str, ...] = ()
    """The names of what it sets."""
    problems: tuple[Problem, ...] = ()
    broken: bool = False
    """Whether it cannot be read at all: then nothing is written into it."""


def worded(held: Preferences, name: str) -> str:
    """What one of the settings is, as it is written in the file, without quotes."""
    value = getattr(held, name)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {other}" for key, other in value.items()) or "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def typed_value(preference: Preference, held: Preferences, text: str) -> object:
    """What somebody typed for a setting; a key of one's own comes to those there are.

    Raises:
        ValueError: It means nothing; the message says what it takes.
    """
    words = text.strip()
    value: object = words
    if preference.read is _yes:
        value = {"true": True, "on": True, "false": False, "off": False}.get(words.casefold(), words)
    if preference.read is _pairs:
        new, sign, other = words.partition(" = ") if " = " in words else words.partition("=")
        pair = {new.strip().strip("\"'"): other.strip().strip("\"'")} if sign else None
        value = {**held.own_keys, **pair} if pair is not None else words
    elif preference.read is _seconds:
        with suppress(ValueError):
            value = float(words)
    try:
        return preference.read(value)
    except ValueError as error:
        raise ValueError(str(error) or f"{words[:40]!r} is nothing it takes: {preference.takes}") from None


def preferences_file() -> Path:
    """Where the settings are: in the platform's place for them."""
    return own_folder("config") / "settings.toml"


def read_preferences(path: Path | None = None) -> Preferred:
    """What a file of settings says; nothing where there is none. What is wrong in it is left out."""
    path = path or preferences_file()
    try:
        data = first_bytes(path, _LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Preferred(path)
    except OSError as error:
        return _broken(path, None, f"it cannot be read: {error.strerror or error}")
    import tomllib  # most have no such file

    try:
        if len(data) > _LARGEST:
            raise ValueError("it is too large for settings")
        long = next((number for number, line in enumerate(data.splitlines(), 1) if len(line) > _LONGEST), None)
        if long is not None:  # a name of 30,000 parts would be read for a minute
            return _broken(path, long, "it cannot be read: the line is too long for a setting")
        return _read(path, tomllib.loads(data.decode()), data.decode().splitlines())
    except (ValueError, RecursionError) as error:
        line = re.search(r"\bline (\d+)", str(error))
        words = "it is no TOML" if isinstance(error, tomllib.TOMLDecodeError) else "it cannot be read"
        return _broken(path, int(line[1]) if line else None, f"{words}: {error}")


def _read(path: Path, table: Mapping[str, object], lines: Iterable[str]) -> Preferred:
    known = {preference.name: preference for preference in PREFERENCES}
    numbers = {
        found[1]: number
        for number, line in reversed(list(enumerate(lines, 1)))
        if (found := re.match(r"\s*\[?\s*[\"']?([\w-]+)", line))
    }
    held: dict[str, object] = {}
    problems = []
    for name, value in table.items():
        preference = known.get(name)
        if preference is None:
            hint = did_you_mean(name, known) or "`race-replay settings` lists what there is"
            problems.append(Problem(str(path), numbers.get(name), f"there is no setting {name[:40]!r}", hint))
            continue
        try:
            held[name] = preference.read(value)
        except ValueError as error:
            hint = str(error) or f"it takes {preference.takes}"
            problems.append(Problem(str(path), numbers.get(name), f"{name} cannot be {str(value)[:40]!r}", hint))
    return Preferred(path, Preferences(**held), tuple(held), tuple(problems))  # type: ignore[arg-type]


def _broken(path: Path, line: int | None, message: str) -> Preferred:
    problem = Problem(str(path), line, message, "mend it, or take it away: until then nothing is set")
    return Preferred(path, problems=(problem,), broken=True)


def prefer(name: str, value: object | None, path: Path | None = None) -> Preferred:
    """Set one of the settings in the file, or take it out; all else there stays as it is, comments too.

    Args:
        name: Of one of `PREFERENCES`.
        value: What it is to be; None takes it out.
        path: The file; where there is none it is made.

    Raises:
        ReplayError: The file is no TOML or cannot be written; nothing is changed.
    """
    import tomlkit  # a second parser, which keeps what it does not understand
    from tomlkit.exceptions import TOMLKitError

    from replay.files.written import write_new

    path = path or preferences_file()
    before = read_preferences(path)
    if before.broken:
        raise ReplayError(str(before.problems[0]))
    try:
        document = tomlkit.parse(first_bytes(path, _LARGEST).decode() if path.exists() else _HEAD)
    except (OSError, ValueError, TOMLKitError) as error:
        raise ReplayError(f"{path}: it cannot be read: {error}; mend it") from None
    if value is None:
        document.pop(name, None)
    elif isinstance(value, Mapping) and isinstance(document.get(name), Mapping):
        for key in [key for key in document[name] if key not in value]:
            del document[name][key]
        document[name].update({key: said for key, said in value.items() if document[name].get(key) != said})
    else:
        document[name] = int(value) if isinstance(value, float) and value.is_integer() else value
    with suppress(OSError):  # then it cannot be written either, and says so
        path.parent.mkdir(parents=True, exist_ok=True)
    write_new(str(path), tomlkit.dumps(document), force=True)
    return read_preferences(path)


_HEAD = "# Settings of race-replay. `race-replay settings` says what each may be; what is not here is as it comes.\n"


def theme_file() -> Path:
    """Where the theme that was chosen last is kept: in the platform's place for state."""
    return own_folder("state") / "theme"


def chosen_theme() -> str | None:
    """One of `THEMES`; None where none was chosen."""
    with suppress(OSError, RuntimeError):
        word = first_bytes(theme_file(), 16).decode(errors="replace").strip()
        return word if word in THEMES else None
    return None


def remember_theme(name: str) -> None:
    """Remember one of `THEMES`; where it cannot be written nothing is remembered."""
    from replay.files.written import write_new

    with suppress(OSError, RuntimeError, ReplayError):
        path = theme_file()
        if path.is_absolute():  # it is not, for somebody without a home
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(str(path), f"{name}\n", force=True)
