"""What one wins in a race: the name of its title, and whether there are medals, from the name of the meeting."""

import re

from replay.race.race import Race

_TITLES = (
    (r"olympic", "Olympic champion", True),
    (r"paralympic", "Paralympic champion", True),
    (r"world.*indoor.*champion|indoor.*world.*champion", "world indoor champion", True),
    (r"world.*champion", "world champion", True),
    (r"european.*indoor.*champion", "European indoor champion", True),
    (r"european.*champion", "European champion", True),
    (r"commonwealth", "Commonwealth champion", True),
    (r"(african|asian|south american|oceania\w*|pan american).*(champion|games)", "", True),
    (r"diamond league final", "Diamond League champion", False),
    (r"champion", "champion", True),
)
"""The first that fits a meeting: what the winner is called (empty: by the match), and whether there are medals."""
_ROUND = re.compile(r"heat|semi|round|qualif|repechage", re.IGNORECASE)


def title_of(race: Race) -> tuple[str, bool]:
    """`("Olympic champion", True)`; empty, and no medals, where nothing but the race is won."""
    if race.what_if or _ROUND.search(race.title):
        return "", False
    for pattern, title, medals in _TITLES:
        found = re.search(pattern, race.meeting, re.IGNORECASE)
        if found is not None:
            return title or f"{found[1].title()} champion", medals
    return "", False
