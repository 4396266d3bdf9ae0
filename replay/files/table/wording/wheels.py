"""Words for a class of those who race on wheels, of whom nothing is said by what humans can run."""

import re

from replay.race.names import unaccented

_WHEELS = re.compile(
    unaccented(
        r"\b(?:wheel ?chairs?|w/?c|hand ?(?:bikes?|cycles?|cyclists?)|push ?rim|rollstuhl\w*|rollstuhlfahrer\w*"
        r"|fauteuils?|handisport|silla de ruedas|sedia a rotelle|carrozzin\w*|cadeira de rodas|wozki|wozek|rullestol"
        r"|rullstol|pyoratuoli|rolstoel\w*|vozickar\w*|kerekesszekes\w*|t ?5[1-4]|t ?3[34])\b"
        r"|車いす|車椅子|车椅|輪椅|轮椅|휠체어|коляск"
    ),
    re.IGNORECASE,
)


def on_wheels(category: str) -> bool:
    """Whether a class is one of wheelchairs or hand cycles: `Wheelchair`, `T54`, `車いす`."""
    return bool(category) and _WHEELS.search(unaccented(category)) is not None
