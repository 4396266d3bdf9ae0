"""What stands in the plain lines of runners and is read of none: an age, a town, a year at school."""

from collections.abc import Sequence

from replay.files.results.inline import AHEAD, plain_line
from replay.files.results.layout import Laid
from replay.files.results.lines import TIME
from replay.files.table.wording.words import phrases
from replay.race.names import fold
from replay.race.nations import is_nation_code, nation_code
from replay.race.statuses import read_status

_SIGNS = frozenset(
    phrases(
        """min, mins, minutes, minuten, sec, secs, s, h, hr, hrs, std, uhr, st, nd, rd, th, er, e, m, f, w, and, und,
        in, loops, loop, laps, lap, runden, tours, miles, from, of, aus, pts, place, platz, time, zeit, with, ran, did,
        was, a, k, the, for, km, en, mit, einer, von, avec, un, le, temps, de, con, tiempo, il, tempo, di, com, med,
        tiden, tid, met, een, tijd, van, czasie, czasem, varv, runder, vueltas, giri, voltas, boucles, ronden,
        yards, rounds, mi, km"""
    )
)
"""Words of a line that say nothing more of a runner."""
_FEWEST = 2
"""Letters or digits of a word that says something."""


def words_beside(lines: Sequence[str], laid: Laid) -> list[int]:
    """The runners' lines, counted from 1, in which words stand that are in none of their cells.

    Args:
        lines: Of the text.
        laid: The rows that were read of it, the headings first.
    """
    found = []
    for row, line in zip(laid.rows[1:], laid.lines[1:], strict=True):
        read = set(fold(" ".join(row)).split())
        text = plain_line(lines[line - 1])
        for cell in (cell for cell in row if "(" in cell):  # `DQ (4 red cards)`
            text = text.replace(cell, " ")
        words = fold(TIME.sub(" ", AHEAD.sub("", text, 1))).split()
        words = _without_nations(words, [cell for cell in row if is_nation_code(cell)])
        if any(len(word) >= _FEWEST and word not in read | _SIGNS and read_status(word) is None for word in words):
            found.append(line)
    return found


def _without_nations(words: list[str], codes: Sequence[str]) -> list[str]:
    """The words without the names of those nations."""
    kept = list(words)
    for many in (3, 2, 1) if codes else ():
        for at in range(len(kept) - many, -1, -1):
            if nation_code(" ".join(kept[at : at + many])) in codes:
                del kept[at : at + many]
    return kept
