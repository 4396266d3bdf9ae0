"""Headings whose words are written as one in one case, as databases give them back: `FIRSTNAME`, `chiptimeseconds`."""

from functools import lru_cache

from replay.files.table.wording.words import ALSO, WORDS, phrases

_SHORT = frozenset(["bib", "age", "sex", "net", "gun", "lap", "mid", "km"])
"""Words of fewer letters than four that may be a part of such a heading."""
_PARTS = _SHORT | {
    word
    for table in (WORDS, ALSO)
    for said in table.values()
    for phrase in phrases(said)
    for word in phrase.split()
    if word.isascii() and word.isalpha() and len(word) > max(map(len, _SHORT))
}
_BESIDE = frozenset(
    ("athlete", "seconds", "overall", "official", "finish", "start", "country", "result", "group", "race")
)
"""Words that stand beside others, and in no phrase of the table alone."""
_SHORTEST, _LONGEST = 7, 40
"""Letters of such a heading."""
_MOST = 4
"""Words of it."""


@lru_cache(maxsize=4096)
def unglued(word: str) -> str:
    """A heading of one word as the few that it is made of, `chip time`; as it is where it is made of none."""
    if not (_SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()):
        return word
    parts = _PARTS | _BESIDE
    best: list[list[str] | None] = [[], *[None] * len(word)]
    for end in range(1, len(word) + 1):
        for start in range(end):
            before = best[start]
            if before is None or word[start:end] not in parts or len(before) >= _MOST:
                continue
            made = [*before, word[start:end]]
            known = best[end]
            if known is None or len(made) < len(known):
                best[end] = made
    found = best[-1]
    return " ".join(found) if found is not None else word
