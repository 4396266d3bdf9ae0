"""Every key of the program, declared once: the bindings, the footer, the help and the README's table come from here."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType


class Key(NamedTuple):
    """A key, or several that do the same."""

    keys: str
    """Textual's names, with commas between them."""
    action: str
    shown: str
    """How it is written for people."""
    label: str
    """One or two words, for the footer and the command palette."""
    help: str
    """A sentence without its full stop."""
    footer: int = 0
    """How soon it goes from the footer when there is no room: 1 stays longest; 0 is never in it."""
    also: str = ""
    """How another key that does the same is written, for the table of keys."""


_THEME = Key("T", "theme", "T", "theme", "Dark or light")
_HELP = Key("question_mark", "help", "?", "help", "This help", 1)

REPLAY_KEYS = (
    Key("space,p", "play_pause", "space", "pause", "Pause and go on", 1, also="p"),
    Key("left,h", "seek(-1)", "←", "back", "Back 5 s (30 s on roads)", 0, also="h"),
    Key("right,l", "seek(1)", "→", "seek", "Forward 5 s (30 s on roads)", 3, also="l"),
    Key("shift+left", "seek_fine(-1)", "shift+←", "back 1 s", "Back 1 s", 0),
    Key("shift+right", "seek_fine(1)", "shift+→", "forward 1 s", "Forward 1 s", 0),
    Key("pageup", "lap(-1)", "PgUp", "lap back", "The leader’s previous lap (km, mile)", 0),
    Key("pagedown", "lap(1)", "PgDn", "lap", "The leader’s next lap (km, mile)", 7),
    Key(
        "left_square_bracket",
        "moment(-1)",
        "[",
        "moment back",
        "The moment before: a move, the bell, a bookmark",
        0,
    ),
    Key("right_square_bracket", "moment(1)", "]", "next moment", "The next moment", 4),
    Key(
        "M",
        "moments",
        "M",
        "moments",
        "All that happened so far, and the bookmarks: type to filter, Enter goes there",
        0,
    ),
    Key("b", "bookmark", "b", "bookmark", "Bookmark this moment with a note, or change the note that is here", 0),
    Key("u", "undo", "u", "undo seek", "Back to where one was before the last seek", 0),
    Key("comma", "step(-1)", ",", "step back", "One frame back, paused", 0),
    Key("full_stop", "step(1)", ".", "step", "One frame forward, paused", 0),
    *(
        Key(str(tenth), f"tenth({tenth})", str(tenth), f"{tenth * 10} %", f"To {tenth * 10} % of the distance", 0)
        for tenth in range(10)
    ),
    Key("home,g", "home", "Home", "start", "To the gun", 0, also="g"),
    Key("end,G", "end", "End", "finish", "To the end", 0, also="G"),
    Key("colon", "go_to", ":", "go to", "Go to a time, distance, lap, the bell", 6),
    Key("minus", "rate(-1)", "-", "slower", "Slower (down to 1/8)", 0),
    Key("plus,equals_sign", "rate(1)", "+", "speed", "Faster (up to 64, 600 on roads)", 2, also="="),
    Key("left_curly_bracket", "double(-1)", "{", "half speed", "Half the speed", 0),
    Key("right_curly_bracket", "double(1)", "}", "double speed", "Twice the speed", 0),
    Key("backspace", "real_time", "Backspace", "1x", "Real time, exactly 1x", 8),
    Key("up,k", "choose(-1)", "↑", "up", "Choose the runner above", 0, also="k"),
    Key("down,j", "choose(1)", "↓", "choose", "Choose the runner below", 9, also="j"),
    Key(
        "enter",
        "pin_or_card",
        "Enter",
        "pin",
        "Gaps, and the race trace, to the chosen runner; once more: all about the runner (Esc: back)",
        10,
    ),
    Key(
        "tab",
        "board_keys",
        "Tab",
        "board",
        "PgUp, PgDn, Home and End go through the board, and through the race again",
        0,
    ),
    Key("z", "around", "z", "around", "The board around the chosen runner, and from the first again", 0),
    Key("slash", "find", "/", "search", "Search a runner by name or bib", 0),
    Key("F", "filter", "F", "filter", "List some only: by sex, category, nation or club", 0),
    Key("c", "gap_column", "c", "gaps", "Gaps in seconds or in metres, on the chart of speeds a pace", 11),
    Key("C", "clock", "C", "gun or chip", "Times from the gun, or from each runner’s start", 0),
    Key("K", "read(2)", "K", "read back", "Scroll the commentary back", 0),
    Key("J", "read(-2)", "J", "read on", "Scroll the commentary forward", 0),
    Key("i", "info", "i", "about", "All about the chosen runner; of the race its sources, records and disputes", 6),
    Key("f", "follow", "f", "follow", "Close up with the chosen runner, with the leaders; the whole stadium again", 5),
    Key(
        "v",
        "sight(1)",
        "v",
        "views",
        "Charts in place of the track: trace, gaps to the mean, positions, speed, projection, splits, side by side",
        5,
    ),
    Key("V", "sight(-1)", "V", "view back", "The one before", 0),
    Key(
        "A",
        "against",
        "A",
        "against",
        "The race trace against the first, the mean, a time, a record, any runner, a ghost",
        0,
    ),
    Key("x", "mark", "x", "mark", "Mark the chosen runner, up to four, or no longer", 0),
    Key("X", "compare", "X", "compare", "Those marked side by side: who gained where; the track again", 0),
    Key(
        "I",
        "cursor",
        "I",
        "read values",
        "A cursor that reads the chart: ← → move it, Enter goes there, Esc takes it away; the columns of splits",
        0,
    ),
    Key("L", "zoom", "L", "last lap", "The last lap alone on the charts, and the whole race again", 0),
    Key("o", "order", "o", "sort splits", "The splits, sorted by a lap, a mark, the quickest lap or the halves", 0),
    Key("d", "every_mark", "d", "all marks", "The splits wherever times were taken, and at the ends of laps again", 0),
    Key(
        "B",
        "both",
        "B",
        "both views",
        "From 160 columns on the close view under the stadium, charts under a chart",
        13,
    ),
    Key(
        "w",
        "lights",
        "w",
        "pace lights",
        "Pace lights on the rail, and the race trace to them: a record, an earlier winner, off",
        12,
    ),
    Key("W", "pace", "W", "own pace", "Pace lights for a time of your own, and the race trace to them", 0),
    Key("e", "ghosts", "e", "ghosts", "Ghosts: runners of other races beside these, winners, a time of your own", 15),
    Key("P", "project", "P", "projection", "Where everybody is likely to finish, from the splits until now", 0),
    Key("E", "what_if", "E", "what if", "What if: another lap or split of somebody, or no pacemaker, in a copy", 0),
    Key("n", "names", "n", "names", "Names: the leader and the chosen, the first three too, all by initials, none", 13),
    Key("t", "trails", "t", "trails", "Trails behind the runners: short, long, off", 14),
    Key("a", "director", "a", "director", "An automatic director: it turns speed and view", 11),
    Key(
        "y",
        "copy",
        "y",
        "copy",
        "Copy the command for this moment, at the end the result; the table that is seen",
        0,
    ),
    Key("s", "picture", "s", "picture", "A picture of this, as a file in the folder you are in", 0),
    Key("S", "record", "S", "record", "Record what you see, and make a film of it with another S", 0),
    Key("backslash", "bare", "\\", "bare", "Hide everything but the track", 0),
    _THEME,
    Key("r", "restart", "r", "restart", "From the gun again", 12),
    Key("N,greater_than_sign", "next_race", "N", "next race", "On to the next race of the menu", 0, also=">"),
    Key("less_than_sign", "previous_race", "<", "previous race", "The race before in the menu", 0),
    Key("m", "menu", "m", "menu", "To the menu", 0),
    _HELP,
    Key("escape", "back", "Esc", "back", "Close what is on top, then the menu; it never ends the program", 0),
    Key("q", "quit", "q", "menu", "Leave: for the menu, or for the shell where the race was named there", 1),
)
"""The keys of the replay."""

MENU_KEYS = (
    Key("up,k", "choose(-1)", "↑", "up", "The race above", 0, also="k"),
    Key("down,j", "choose(1)", "↓", "choose", "The race below", 2, also="j"),
    Key("pageup", "choose(-10)", "PgUp", "page up", "Ten races up", 0),
    Key("pagedown", "choose(10)", "PgDn", "page down", "Ten races down", 0),
    Key("home,g", "choose(-10000)", "Home", "first", "The first race", 0, also="g"),
    Key("end,G", "choose(10000)", "End", "last", "The last race", 0, also="G"),
    Key("enter,space", "watch", "Enter", "watch", "Watch the race", 1),
    Key("slash", "search", "/", "search", "Search: title, runner, place, year", 1),
    Key("o", "open", "o", "open a file", "Open a file of your own; one may be dropped or pasted here, too", 2),
    Key("i", "info", "i", "about", "About the race: its sources and records", 4),
    Key("s", "settings", "s", "settings", "Settings: what each does, kept in a file of yours", 5),
    _THEME._replace(footer=3),
    _HELP,
    Key("escape", "clear", "Esc", "all races", "Clear the search; it never ends the program", 0),
    Key("q", "back", "q", "quit", "Clear the search, then quit", 1),
)
"""The keys of the menu."""


STORY_KEYS = (
    Key(
        "enter,space,right,l,N,greater_than_sign",
        "leave('next')",
        "Enter",
        "go on",
        "On to the race, or the next page",
        1,
        also=">",
    ),
    Key("left,h,less_than_sign", "leave('previous')", "←", "back", "Back to the part before", 2, also="<"),
    Key("home", "leave('again')", "Home", "from the beginning", "The story from its beginning", 4),
    Key("up,k", "scroll_by(-1)", "↑", "up", "Read further up", 0, also="k"),
    Key("down,j", "scroll_by(1)", "↓", "down", "Read further down", 0, also="j"),
    Key("pageup", "scroll_by(-10)", "PgUp", "page up", "Ten lines up", 0),
    Key("pagedown", "scroll_by(10)", "PgDn", "page down", "Ten lines down", 0),
    _THEME._replace(footer=5),
    _HELP._replace(footer=3),
    Key("q,escape", "leave('')", "q", "menu", "To the menu; the story goes on from here the next time", 1),
)
"""The keys of a story's pages."""


OPENED_KEYS = (
    Key("up", "choose(-1)", "↑", "up", "The setting above", 0),
    Key("down,j", "choose(1)", "↓", "choose", "The setting below", 3, also="j"),
    Key("left,h", "change(-1)", "←", "back", "What it may be, one back", 0, also="h"),
    Key("right,l", "change(1)", "→", "change", "What it may be, one on", 3, also="l"),
    Key("e", "type", "e", "type it", "Type it: what a column is, a distance, a part", 5),
    Key("d", "type('distance')", "d", "distance", "Say how far the race was", 6),
    Key("backspace", "forget", "Backspace", "as in the file", "Take back what you said of it", 0),
    Key("enter", "go", "Enter", "watch", "Answer what is asked, then watch the race", 1),
    Key("k,s", "keep", "k", "keep", "Keep the race among yours, as YAML or CSV", 2, also="s"),
    Key("y", "copy", "y", "copy", "Copy the command that opens it like this", 0),
    Key("o", "open", "o", "another", "Open another file", 7),
    Key("pageup", "scroll(-10)", "PgUp", "page up", "Ten lines up", 0),
    Key("pagedown", "scroll(10)", "PgDn", "page down", "Ten lines down", 0),
    _THEME,
    _HELP._replace(footer=3),
    Key("m", "menu", "m", "menu", "To the menu", 0),
    Key("escape", "back", "Esc", "back", "Stop reading, then the menu; it never ends the program", 0),
    Key("q", "quit", "q", "leave", "Leave: for the menu, or for the shell where the file was named there", 1),
)
"""The keys of a file that was opened."""


SETTINGS_KEYS = (
    Key("up,k", "choose(-1)", "↑", "up", "The setting above", 0, also="k"),
    Key("down,j", "choose(1)", "↓", "choose", "The setting below", 2, also="j"),
    Key("left,h", "change(-1)", "←", "back", "What it may be, one back", 0, also="h"),
    Key("right,l,enter,space", "change(1)", "→", "change", "What it may be, one on", 1, also="l"),
    Key("e", "type", "e", "type it", "Type it: seconds, or a key of your own such as x = space", 2),
    Key("backspace", "forget", "Backspace", "as it comes", "Take it out of the file: as it comes again", 3),
    Key("y", "copy", "y", "copy", "Copy the path of the file", 4),
    _HELP._replace(footer=2),
    Key("q,escape,m", "leave", "q", "menu", "To the menu", 1, also="Esc"),
)
"""The keys of the settings."""


GROUPS: Mapping[str, tuple[Key, ...]] = {
    "Choosing a race": MENU_KEYS,
    "Watching a race": REPLAY_KEYS,
    "Opening a file": OPENED_KEYS,
    "Reading a story": STORY_KEYS,
    "Settings": SETTINGS_KEYS,
}
"""The keys of each screen, by what one does there."""


def bindings(keys: Iterable[Key]) -> "list[BindingType]":
    """Textual's bindings for keys, each with a name by which it can be given to other keys."""
    from textual.binding import Binding  # what knows keys by their words needs no terminal

    return [
        Binding(key.keys, key.action, key.label, show=bool(key.footer), key_display=key.shown, id=binding_id(key, keys))
        for key in keys
    ]


def binding_id(key: Key, keys: Iterable[Key]) -> str:
    """What Textual knows a key of a screen by."""
    return f"{next((name for name, group in GROUPS.items() if group is keys), '')}: {key.keys} {key.action}"


def help_rows(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """How each key is written and what it does; the digits, which all do the same, are one row."""
    rows: list[tuple[str, str]] = []
    for key in keys:
        if not key.keys:
            continue
        if key.action.startswith("tenth("):
            if key.action == "tenth(0)":
                rows.append(("0 … 9", "To a tenth of the distance"))
            continue
        rows.append((f"{key.shown} {key.also}".rstrip(), key.help))
    return rows


HEADINGS = {
    "play_pause": "Time",
    "choose(-1)": "Runners and words",
    "info": "Views and charts",
    "lights": "Pace lights, ghosts, what if",
    "names": "The picture",
    "copy": "To take along",
    "restart": "Races",
}
"""What the keys of a race are called that begin with the one for an action."""


def help_groups(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """The rows of `help_rows`, those of a race under headings: rows without a key."""
    found: list[tuple[str, str]] = []
    group: list[Key] = []
    among = list(keys)
    headings = HEADINGS if any(key.action == "play_pause" for key in among) else {}
    for key in among:
        if key.action in headings:
            found += help_rows(group)
            found.append(("", headings[key.action]))
            group = []
        group.append(key)
    return found + help_rows(group)


def markdown_table(keys: Iterable[Key]) -> str:
    """The README's table of keys."""
    rows = [f"| `{shown}` | {text} |" for shown, text in help_rows(keys)]
    return "\n".join(["| key | what it does |", "| --- | --- |", *rows])


def as_named(text: str, before: Iterable[Key], after: Iterable[Key]) -> str:
    """A text that names keys in backticks, each by the one that does its work as somebody has set them."""
    now = {old.shown: new.shown for old, new in zip(before, after, strict=False)}
    return re.sub(r"`([^`]+)`", lambda found: now.get(found[1], found[1]) or _PALETTE, text)


_PALETTE = "Ctrl+P"
"""What leads to all that can be done, also without a key of its own."""
