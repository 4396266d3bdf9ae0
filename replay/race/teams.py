"""Who contests a race: runners, or the teams of a relay."""

from functools import lru_cache

from replay.race.events import event_in, is_workout, relay_legs
from replay.race.medleys import medley_ends
from replay.race.race import Race


def is_relay(race: Race) -> bool:
    """Whether teams contest it, whose runners run one after another."""
    if any(entry.legs for entry in race.entries):
        return True
    return any(_names_relay(text) for text in (race.event, race.title) if text)


@lru_cache(maxsize=64)
def _names_relay(text: str) -> bool:
    """Whether that is what a text names; asked with every board that is drawn."""
    return (relay_legs(event_in(text) or "") > 1 and not is_workout(text)) or bool(medley_ends(text))


def contestants(count: int, race: Race | None) -> str:
    """How many contest it, in words: `1 runner`, `2 teams`."""
    one = "team" if race is not None and is_relay(race) else "runner"
    return f"{count:,} {one}{'s' if count != 1 else ''}"
