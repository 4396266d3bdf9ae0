"""The page of the settings: each with its value, and beside it what the chosen one does."""

from collections.abc import Sequence

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Lines, fill, spread
from replay.cells.text import fit, wrap
from replay.drawing.theme.look import Look
from replay.files.preferences import PREFERENCES, Preference, Preferred, worded
from replay.race.problems import one_line

_EFFECTS = {
    ("theme", "last"): "T changes it in the program, and it stays so.",
    ("theme", "dark"): "Light letters on dark from the start on.",
    ("theme", "light"): "Dark letters on light from the start on.",
    ("palette", "usual"): "Red track, green grass, runners in the hues of their vests.",
    (
        "palette",
        "colour-blind",
    ): "Blue track, blue for good, runners in the colours that are furthest apart for such eyes.",
    ("palette", "contrast"): "Black and white: no grey that has to be read.",
    ("names", "leader"): "The leader and the chosen runner are named beside the track.",
    ("names", "first three"): "The first three and the chosen runner are named.",
    ("names", "initials"): "Every runner is drawn with two letters.",
    ("names", "off"): "Runners are letters only.",
    ("director", "true"): "Speed and view turn by themselves; a speed or seek key takes over.",
    ("director", "false"): "Speed and view are yours; a hands them over.",
    ("spoilers", "true"): "The scrubber marks moves, the bell and the finish before they come.",
    ("spoilers", "false"): "The scrubber marks a moment once it has been.",
    ("units", "km"): "Of roads: 5 km, 3:05 a kilometre.",
    ("units", "mi"): "Of roads: 3 miles, 4:58 a mile.",
}
"""What a value does, in a sentence."""
_CALLED = {"seek_road": "road seek", "seek_fine": "fine seek", "own_keys": "own keys"}
"""What is called otherwise in the file, where a name is one word."""
_SWITCH = {"true": "on", "false": "off"}
"""The words for what is set or not."""


def settings_title(held: Preferred, look: Look, width: int) -> list[Row]:
    """The two rows above the page: the file, and what is wrong with it."""
    theme = look.theme
    soft = Ink(fg=theme.muted, bg=theme.panel_raised)
    accent = Ink(fg=theme.accent, bg=theme.panel_raised, bold=True)
    wrong = str(held.problems[0]) if held.problems else ""
    title = fill([(" SETTINGS ", accent), (f" {one_line(str(held.path))}", soft)], width, soft)
    return [title, fill([(f" {wrong}", look.bad)] if wrong else [], width, look.panel)]


def settings_rows(held: Preferred, chosen: int, look: Look, width: int, height: int) -> list[Row]:
    """A row for each setting; one that the file sets stands out."""
    top = max(min(chosen - height // 2, len(PREFERENCES) - height), 0)
    rows = [_setting(preference, held, number == chosen, look, width) for number, preference in enumerate(PREFERENCES)]
    blank = fill((), width, look.panel)
    return [*rows[top : top + height], *[blank] * height][:height]


def _setting(preference: Preference, held: Preferred, chosen: bool, look: Look, width: int) -> Row:
    theme = look.theme
    ground = theme.panel_raised if chosen else theme.panel
    base = Ink(fg=theme.text, bg=ground, bold=chosen)
    soft = Ink(fg=theme.muted, bg=ground)
    mark = Ink(fg=theme.accent, bg=ground, bold=True)
    told = preference.name in held.said
    left, right = (look.glyph("‹", "<"), look.glyph("›", ">")) if chosen and preference.options else (" ", " ")
    runs: list[Run] = [
        (look.glyph("▌", ">") if chosen else " ", mark),
        (" " + fit(_CALLED.get(preference.name, preference.name), 10) + " ", base),
        (f"{left} ", mark),
        (_said(preference, held), mark if told else base),
        (f" {right}", mark),
    ]
    return spread(runs, [("" if told else "as it comes ", soft)], width, base)


def _said(preference: Preference, held: Preferred) -> str:
    words = worded(held.held, preference.name)
    return _SWITCH.get(words, words)


def about_lines(preference: Preference, held: Preferred, look: Look, width: int) -> Lines:
    """What a setting is, what it takes, and what its value does."""
    value = worded(held.held, preference.name)
    effect = _EFFECTS.get((preference.name, value), "")
    if preference.name.startswith("seek"):
        keys = "Shift+← and Shift+→" if preference.name == "seek_fine" else "← and →"
        effect = f"{keys if not look.ascii else keys.replace('←', 'Left').replace('→', 'Right')} go {value} s."
    lines: Lines = [[(text, look.panel)] for text in wrap(preference.about, width)]
    takes = " or ".join(_SWITCH[word] for word in preference.takes.split(" or ") if word in _SWITCH) or preference.takes
    lines += [[(text, look.muted)] for text in wrap(f"It takes {takes}.", width)]
    in_file = preference.name in _CALLED or value in _SWITCH
    lines += [[(f"In the file: {preference.name} = {value}", look.muted)]] if in_file and preference.options else []
    lines += [[], *([(text, look.strong)] for text in wrap(effect, width))] if effect else []
    return lines


def key_lines(changed: Sequence[tuple[str, str]], look: Look, width: int) -> Lines:
    """Keys that are not as they come, and what they do."""
    if not changed:
        return [[("Every key is as the help says.", look.strong)]]
    return [
        [(fit(shown, 11, right=True) + "  ", look.accent), (fit(text, max(width - 13, 1)), look.panel)]
        for shown, text in changed
    ]
