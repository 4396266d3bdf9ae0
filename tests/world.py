"""What every test finds around it, whoever runs it and wherever: an environment without his choices."""

from collections.abc import Mapping

NOT_OURS = (
    "NO_COLOR",
    "TEXTUAL_COLOR_SYSTEM",  # the program sets it for its own process, which a test may be
    "COLORFGBG",
    "RACE_REPLAY_RACES",
    "LC_ALL",
    "LC_CTYPE",
    "TEXTUAL_THEME",
    "TMUX",
    "STY",
    "TERM_PROGRAM",
    "WT_SESSION",
    "COLUMNS",
    "LINES",
)
OURS = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def ours(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment as tests have it."""
    return {**{name: value for name, value in environment.items() if name not in NOT_OURS}, **OURS}
