"""What lines above a table's heading and at its foot say of the race: as `key: value`, or as a title."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from replay.files.cleaning import clean_text
from replay.files.other_races import own_words
from replay.files.table.layouts.cutting import Row
from replay.files.table.layouts.sections import names_event
from replay.files.table.layouts.totals import sounds_like_total
from replay.files.table.values.cells import is_clock
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold

COMMENT = re.compile(r"(?:#+|//+)\s*([^:=]{1,60}?)\s*[:=]\s*(.*)")
"""A line that says something of the race: `# event: 1500m`."""
STARTED = re.compile(
    r"(?:race )?(?:start(?:ed|zeit|schuss)?|gun|depart|départ|salida|partenza|sparo|lähtö)"
    r"(?: time| um| at| à| alle(?: ore)?| ore| h| a las| kl\.?| klo| om| o)?"
    r"\s+(\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?)(?: uhr)?[\s,;.]*",
    re.IGNORECASE,
)
"""A line that says when the gun went: `Start 19:30`."""
_QUOTED = re.compile(r"""^(["'])(.+)\1$""")
_LED_IN = re.compile(
    r"^[\s,;·]+|^(?:(?:official|provisional) )?(?:results?|ergebnisse?|resultat(?:er)?)(?: list)?"
    r"(?: (?:for|of|from|für|för|til))?\s*:\s*(?=\D{4})",
    re.IGNORECASE,
)
"""What stands before a title, and is none of it: `Results for: Autumn race`."""
_PAIR = re.compile(r"([^\W\d][\w .]{1,40}?)\s*(?:(?<!\d):|:(?!\d))\s*(.+)")  # `at 21:20` is no pair


def note_above(comments: dict[str, str], above: list[Row], row: Row) -> None:
    """A line above the heading: `Date: 23/09/2018`, `Date;23/09/2018`, or a title."""
    row = _with_commas(row)
    cells = [clean_text(cell) for cell in row if cell.strip()]
    cells[:1] = filter(None, map(own_words, (_LED_IN.sub("", cell) for cell in cells[:1])))
    cells = _without_start(comments, cells)
    if not cells:
        return
    match = _PAIR.fullmatch(cells[0])
    if len(cells) == 1 and (started := STARTED.fullmatch(cells[0])) is not None:
        comments.setdefault("start", started[1])
        return
    if match is not None and len(cells) == 1 and not names_event(match[1]) and not _is_titled(match[1], match[2]):
        comments.setdefault(match[1].lower(), _QUOTED.sub(r"\2", match[2]))
    elif len(cells) == 2 and fold(cells[0]) in START_KEYS and read_cell(cells[1]) is not None:
        comments.setdefault("start", cells[1])
    elif len(cells) == 2 and (cells[0].endswith(":") or (row[1].strip() and _is_key(cells[0]))):
        comments.setdefault(cells[0].rstrip(": ").lower(), cells[1])
    elif len(cells) == 2 and (is_clock(cells[1]) or (sounds_like_total(cells[0]) and cells[1].isdigit())):
        comments.setdefault(cells[0].lower(), cells[1])  # `Fastest | 0:17:02` above a list is no title of it
    else:  # several behind a blank are heads of columns, and no title
        above.append(cells if row[0].strip() or len(cells) == 1 else ["", *cells])


def _is_titled(key: str, value: str) -> bool:
    """Whether it is a title of two parts: `Athletics at the Northern Games: Men's 5000 metres`."""
    return names_event(value) and not _is_key(key) and len(key.split()) > 1


def _without_start(comments: dict[str, str], cells: list[str]) -> list[str]:
    """The cells of a title of several parts without the one that says when the gun went, which is noted."""
    kept = []
    for cell in cells:
        parts = _PARTED.split(cell)
        told = [found for part in parts[::2] if (found := STARTED.fullmatch(part.strip())) is not None]
        if len(told) == 1 and (len(cells) > 1 or len(parts) > 1):
            comments.setdefault("start", told[0][1])
            at = next(at for at, part in enumerate(parts) if STARTED.fullmatch(part.strip()) is not None)
            parts[max(at - 1, 0) : at + 1 if at else 2] = []
        kept.append("".join(parts))
    return list(filter(None, kept))


_PARTED = re.compile(r"(\s+[-–—|·•]\s+|,\s+)")
"""What stands between the parts of a title."""


def _with_commas(row: Row) -> Row:
    """The cells of a title, those put together that a comma within a number parts: `Waldlauf 7,5 km`."""
    for at in range(1, len(row)):
        one, two = row[at - 1], row[at]
        thousands = _THOUSANDS.match(two) is not None and re.search(r"(?<!\d)\d{1,2}$", one) is not None
        if thousands or (one[-1:].isdigit() and two[:1].isdigit() and not (_is_number(one) or _is_number(two))):
            return _with_commas([*row[: at - 1], f"{one},{two}", *row[at + 1 :]])
    return row


_THOUSANDS = re.compile(r"[05]00 ?m", re.IGNORECASE)
"""What stands behind the comma of `10,000m` and `1,500 m`."""


def _is_number(text: str) -> bool:
    return not any(map(str.isalpha, text))


def _note_foot(comments: dict[str, str], above: list[Row], row: Row) -> None:
    """A line at the foot that says what the race was: `# event: 1500m`, `10 km Stadtlauf`; no other is noted."""
    filled = [cell for cell in row if cell.strip()]
    text = own_words(clean_text(filled[0])) if len(filled) == 1 else ""
    match = COMMENT.match(text) or _PAIR.fullmatch(text)
    if match is not None and _is_key(match[1]):
        comments.setdefault(match[1].lower(), clean_text(match[2]))
    elif text and _is_title(text) and names_event(text) and not any(map(names_event, chain(*above))):
        above.append([text.lstrip("#/ ")])


def _is_title(text: str) -> bool:
    """Whether a line is a title, as `10 km Stadtlauf` is, and no sentence: `Course was 50 m short`."""
    small = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.islower()]
    return len(text) <= _LONGEST and (text[0].isdigit() or text[0] == "#" or not small)


_FOOT = 3
"""Lines at the end of a table among which its event may stand."""
_LONGEST = 60


def _is_key(text: str) -> bool:
    """Whether a cell says what stands beside it: `Race date`, `Venue`, `Distanz`."""
    told = read_heading(text) if not any(map(str.isdigit, text)) else ()
    return fold(text) in _KEYS or (bool(told) and told[0].meaning in _TOLD_ABOVE and told[0].point is None)


_TOLD_ABOVE = (Meaning.DATE, Meaning.DISTANCE, Meaning.EVENT)
START_KEYS = frozenset(
    phrases(
        """start, start time, starttime, gun, gun time, race start, startschuss, startzeit, depart, heure de depart,
    salida, hora de salida, hora salida, heure depart, partenza, largada, starttid, lahto, sparo"""
    )
)
"""Keys of lines that say when the race began, folded."""
_KEYS = frozenset(
    phrases(
        """venue, location, ort, city, title, titel, titre, meeting, competition, wind, veranstaltung, wettkampf,
    tavling, stevne, wedstrijd, kilpailu, konkurrence, zawody, soutez, zavod, manifestation, competicion, competizione,
    stadium, stadion, lieu, lugar, luogo, bana, banen, parcours, recorrido, percorso, trasa"""
    )
)


def said_below(rows: Sequence[Row]) -> int:
    """How many rows just below the headings say what race it is, in one cell: `1500 BMC A Race`; one, or none."""
    if len(rows) < _SEVERAL or _filled(rows[0]) != 1 or _filled(rows[1]) < _SEVERAL:
        return 0
    text = clean_text(next(filter(str.strip, rows[0])))
    return int(names_event(text) or _NUMBERED.match(text) is not None)


_SEVERAL = 2
_NUMBERED = re.compile(r"(?:60|100|200|300|400|600|800|1000|1500|1600|2000|3000|3200|5000|10000) [^\W\d_]")
"""An event without its unit."""


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell.strip())


def note_around(
    comments: dict[str, str], above: list[Row], rows_above: Iterable[Row], rows_below: Sequence[Row]
) -> None:
    """Add what the lines above the heading say, and what the last ones below say of the race.

    Args:
        comments: What is said as `key: value`, added to.
        above: The other lines, added to.
        rows_above: The rows above the heading.
        rows_below: Those below it.
    """
    for row in rows_above:
        note_above(comments, above, row)
    for row in rows_below[-_FOOT:]:
        _note_foot(comments, above, row)
