"""What the lists of one file are called, where one key has several: `results` of each event, `runners` of each heat."""

from collections import Counter
from collections.abc import Mapping, Sequence

_NUMBERS = ("no", "nr", "number", "num", "section")
_NAMED = frozenset(("event", "race", "title", "discipline", "class"))
_TELL_APART = ("event", "race", "title", "discipline", "class", "heat", "heat number", "round", "race number", "wave", "lauf", "serie")


def called_apart(lists: Sequence[tuple[str, Sequence[str], Mapping[str, str]]]) -> list[str]:
    """A name for each list: its own, or that of what it is within, of its event or its heat, else with a number.

    Args:
        lists: What each is called, what it is within, the outermost first, and what is said of it by key.
    """
    twice = {name for name, count in Counter(name for name, _, _ in lists).items() if count > 1}
    made = []
    for name, within, said in lists:
        alike = [other for other in lists if other[0] == name]
        key = next((key for key in _TELL_APART if len({other[2].get(key) for other in alike}) == len(alike)), "")
        number = "" if key not in said else said[key] if key in _NAMED else f"{key} {said[key]}"
        own = within[-1] if within and len({tuple(other[1]) for other in alike}) == len(alike) else ""
        if not own and not number and within:
            numbers = (f"{within[-1]}, {key} {said[key]}" for key in (*_TELL_APART, *_NUMBERS) if key in said)
            number = next(numbers, within[-1])
        made.append((own or number or name) if name in twice else name)
    again = Counter(made)
    return [f"{name} {at}" if again[name] > 1 else name for at, name in enumerate(made, 1)]
