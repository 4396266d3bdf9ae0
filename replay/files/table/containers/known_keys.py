"""The keys of a file of JSON, of which there may be very many: what each means, and how much was looked at."""

from replay.files.cleaning import clean_text
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import is_heading
from replay.files.table.wording.words import Meaning

_MOST_KEYS = 5000
"""Different keys of a file that are looked at for what they mean."""
_MOST_LOOKS = 50_000
"""Objects and arrays, other than rows, in which lists are looked for."""


class UnreadableObjects(ValueError):  # noqa: N818 (it reads as what happened)
    """JSON in which no list of runners stands."""


class Keys:
    """What the keys of a file mean, as they are first met, and how much of it was looked at."""

    def __init__(self) -> None:
        self._known: dict[str, Meaning | None] = {}
        self._looks = 0

    def look(self) -> None:
        """Lists are looked for in one more value.

        Raises:
            UnreadableObjects: In very many they were looked for.
        """
        self._looks += 1
        if self._looks > _MOST_LOOKS:
            raise UnreadableObjects(
                f"in it are more than {_MOST_LOOKS:,} objects and arrays that are no rows of a list"
            )

    def mean(self, key: str, meanings: set[Meaning]) -> bool:
        """Whether a key is a heading with one of these meanings."""
        return self._of(key) in meanings

    def head(self, key: str) -> bool:
        """Whether a key is a heading."""
        return self._of(key) is not None

    def plainly_head(self, key: str) -> bool:
        """Whether a key is a heading as a whole, and not by a word in it, as a name may have one: `Cat Fox`."""
        return is_heading(clean_text(key))

    def _of(self, key: str) -> Meaning | None:
        if key not in self._known:
            if len(self._known) == _MOST_KEYS:
                raise UnreadableObjects(f"it has more than {_MOST_KEYS:,} different keys")
            headings = read_heading(clean_text(key))
            self._known[key] = headings[0].meaning if headings else None
        return self._known[key]
