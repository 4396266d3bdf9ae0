"""Who contests a race: runners, or the teams of a relay."""

from replay.race.events import event_in, relay_legs
from replay.race.race import Race


def is_relay(race: Race) -> bool:
    """Whether teams contest it, whose runners run one after another."""
    if any(entry.legs for entry in race.entries):
        return True
    return any(relay_legs(event_in(text) or "") > 1 for text in (race.event, race.title) if text)


def contestants(count: int, race: Race | None) -> str:
    """How many contest it, in words: `1 runner`, `2 teams`."""
    one = "team" if race is not None and is_relay(race) else "runner"
    return f"{count:,} {one}{'s' if count != 1 else ''}"
