"""What a terminal can show, as far as its environment tells.

No terminal says it reliably. What is looked at, in this order: what somebody asked for; `NO_COLOR`; GNU screen, which
passes on what it inherited and shows 256 colours at most; `COLORTERM`; the name in `TERM`, by which terminals of every
colour are known; and terminfo, which knows the others. Where that leaves it open, the terminal is asked once it runs.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from replay.cells.depth import Depth

COLOURS = {"16": Depth.SIXTEEN, "256": Depth.EIGHT_BIT, "true": Depth.TRUE, "none": Depth.NONE}
"""What `--colors` may be."""

_PLAIN = re.compile(r"(dumb|unknown|vt[0-9]+.*|ansi-mono|.*-mono|.*-m|)")
"""Terminals without colours; a name that says nothing is one of them."""
_EVERY = re.compile(
    r"(xterm-|tmux-)?(alacritty|contour|foot|ghostty|kitty|rio|wezterm|iterm2?)([-+].*)?|.*-direct[0-9]*"
)
"""Terminals that show every colour, whatever their terminfo says; over ssh `TERM` alone tells it."""
_PROGRAMS = {"Apple_Terminal": Depth.EIGHT_BIT, "iTerm.app": Depth.TRUE, "WezTerm": Depth.TRUE, "ghostty": Depth.TRUE}
"""Terminals that say who they are in `TERM_PROGRAM`."""

_FEWEST = {Depth.TRUE: 1 << 24, Depth.EIGHT_BIT: 256, Depth.SIXTEEN: 8, Depth.NONE: -1}
"""As many colours make it so deep."""


def depth_of(environment: Mapping[str, str], asked: str | None = None) -> Depth:
    """The colours of the terminal.

    Args:
        environment: Its variables.
        asked: A key of `COLOURS`, which decides.
    """
    if asked is not None:
        return COLOURS[asked]
    term = environment.get("TERM", "").strip().lower()
    if environment.get("NO_COLOR") or _PLAIN.fullmatch(term):
        return Depth.NONE
    # A tmux may call itself so, and converts colours; within one another nobody can tell which of the two is nearer.
    if _is_in_screen(environment, term):
        # It calls itself plainly `screen` where it does not know what it is in, and on a terminal of eight colours:
        # there it makes 256 into eight of which the letters of chips cannot be told from their ground.
        return Depth.EIGHT_BIT if "256" in term or "COLORTERM" in environment else min(_listed(term), Depth.EIGHT_BIT)
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit") or _EVERY.fullmatch(term):
        return Depth.TRUE
    named = _PROGRAMS.get(environment.get("TERM_PROGRAM", "")) if "TMUX" not in environment else None
    return named or (Depth.EIGHT_BIT if "256" in term else _listed(term))


def _is_in_screen(environment: Mapping[str, str], term: str) -> bool:
    """Whether it is GNU screen that shows it, whatever that was told to call itself."""
    named, inside = term.startswith("screen"), bool(environment.get("STY"))
    return (named and inside) if "TMUX" in environment else (named or inside)


def may_show_more(environment: Mapping[str, str], depth: Depth) -> bool:
    """Whether to ask the terminal itself: over ssh nothing but `TERM` comes along, and many call themselves xterm.

    Not what stands between it and us, nor terminals that write what they do not understand.
    """
    if depth not in (Depth.SIXTEEN, Depth.EIGHT_BIT) or environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    term = environment.get("TERM", "").lower()
    return term.startswith(("xterm", "vte", "konsole", "gnome", "mintty", "putty", "st")) and not (
        {"TMUX", "STY"} & environment.keys()
    )


def _listed(term: str) -> Depth:
    """The colours that terminfo knows of a terminal; sixteen where it is not known or there is no terminfo."""
    with suppress(ImportError):  # not on every system
        import curses

        with suppress(curses.error), Path(os.devnull).open("wb") as nowhere:
            curses.setupterm(term, nowhere.fileno())
            count = curses.tigetnum("colors")
            return next(depth for depth in sorted(Depth, reverse=True) if count >= _FEWEST[depth])
    return Depth.SIXTEEN


def shows_unicode(environment: Mapping[str, str]) -> bool:
    """Whether more than ASCII can be shown: by the locale; where none is set the terminal is taken for a modern one.

    The console of Linux never can: its fonts have 512 characters, and none of them has braille.
    """
    if environment.get("TERM", "").lower() == "linux":
        return False
    named = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG")
    return not named or "utf" in named.lower()


def has_light_ground(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says that its ground is light."""
    return environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def environment_as_given() -> Mapping[str, str]:
    """The environment, with the locale that the program was started with.

    Python sets `LC_CTYPE` where the locale is C (PEP 538), and Linux remembers what was there before.
    """
    found = dict(os.environ)
    with suppress(OSError):
        given = dict(
            part.partition("=")[::2] for part in Path("/proc/self/environ").read_text(errors="replace").split("\0")
        )
        if "LC_CTYPE" not in given:
            found.pop("LC_CTYPE", None)
    return found
