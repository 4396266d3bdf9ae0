"""Where hurdles stand, by World Athletics Technical Rules, TR 22.1, and for 50 and 60 m the indoor rule TR 46."""

import re

from replay.race.race import Race

_FIRST_AND_APART = {
    50.0: (13.72, 9.14, 4),
    60.0: (13.72, 9.14, 5),
    80.0: (12.00, 8.00, 8),
    100.0: (13.00, 8.50, 10),
    110.0: (13.72, 9.14, 10),
    400.0: (45.00, 35.00, 10),
}
"""By the metres of the race: metres to the first hurdle and from one to the next, and how many there are."""
_OF_WOMEN = {50.0: (13.00, 8.50, 4), 60.0: (13.00, 8.50, 5)}
"""The same where women have their own."""
_HURDLES = r"hurdle|h[uü]e?rden|\bhaies|\bvallas|ostacoli|barreiras|(?<!\d)(?:[5-9]|[1-4]\d)\d\s*m?\s*h\b"
_WOMEN = r"\b(women|ladies|girls|frauen|damen|femmes|dames|mujeres|donne|femenin[oa]|w)\b"


def hurdles_of(race: Race) -> tuple[float, ...]:
    """Metres from the start to each hurdle of a race; none where it has none, or none that the rules tell of."""
    words = f"{race.event} {race.title}".casefold()
    if race.duration is not None or not re.search(_HURDLES, words):
        return ()
    return places_of_hurdles(race.distance, women=says_women(words) or {entry.sex for entry in race.entries} == {"F"})


def says_women(text: str) -> bool:
    """Whether a title or an event is that of women."""
    return re.search(_WOMEN, text.casefold()) is not None


def places_of_hurdles(distance: float, *, women: bool) -> tuple[float, ...]:
    """Metres from the start to each hurdle of a race over so many metres; none where nobody races so far over them."""
    found = (_OF_WOMEN if women else {}).get(distance) or _FIRST_AND_APART.get(distance)
    if found is None:
        return ()
    first, apart, count = found
    return tuple(first + apart * number for number in range(count))
