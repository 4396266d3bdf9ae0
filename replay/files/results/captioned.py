"""Lines by themselves in a text that begin lists of their own: of other events, of men and women, or of heats."""

from collections.abc import Sequence

from replay.files.results.between import timed_between
from replay.files.results.layout import Laid
from replay.files.table.layouts.heats import heat_of
from replay.files.table.layouts.sections import begins_section, names_event
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import is_heading
from replay.files.table.wording.words import Meaning


def caption(line: str) -> str | None:
    """What a line says that is set in one piece; None for one with a time or in columns."""
    text = line.strip()
    return text if "  " not in text and not timed_between([line], [0]) else None


def _begins(text: str | None) -> bool:
    """Whether a line begins a section, and is no sentence: `He ran well over the 10 kilometres.`, say."""
    told = text is not None and text.endswith(".") and len(text.split()) > _SAID
    return text is not None and not told and bool(begins_section(text))


_SAID = 4
"""Words of a line with a full stop that is no sentence."""


def are_titles(line: str) -> bool:
    """Whether single blanks part the headings of a list in a line: `Athlete YR # Team Score Time Gap Avg. Mile`."""
    words = [word for word in line.split() if word.isalpha() or word == "#"]
    known = [read_heading(word)[0].meaning for word in words if is_heading(word)]
    columns = _COLUMNS & set(known)
    return Meaning.NAME in columns and len(columns) >= _HEADINGS and 2 * len(known) > len(words)


_COLUMNS = frozenset((Meaning.PLACE, Meaning.BIB, Meaning.NAME, Meaning.CLUB, Meaning.NATION, Meaning.SEX))
_COLUMNS |= {Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.GAP, Meaning.CATEGORY}
_HEADINGS = 3
"""Different ones that no title has."""


def sections_of(laid: Laid, lines: Sequence[str]) -> dict[int, str]:
    """The lines by themselves that begin the lists of several events, or of men and women: each by its number."""
    if len(laid.lines) < _ROWS:
        return {}
    first, last = laid.lines[1], laid.lines[-1]
    rows = frozenset(laid.lines[1:])
    alone = [
        (number, text)
        for number in range(max(1, laid.lines[0] - _NEAR), last)
        if number not in rows and _begins(text := caption(lines[number - 1])) and text
    ]
    above = [(number, text) for number, text in alone if number < first][-1:]
    found = dict([*above, *((number, text) for number, text in alone if number > first)])
    events = {text for text in found.values() if names_event(text)}
    return found if len(events) > 1 or len({begins_section(text) for text in found.values()}) > 1 else {}


def heats_of(laid: Laid, lines: Sequence[str]) -> dict[int, str]:
    """The lines by themselves that begin the heats of one event, from above the first runner on: each by its number."""
    rows, last = frozenset(laid.lines[1:]), laid.lines[-1]
    near = range(max(1, laid.lines[0] - _NEAR), last)
    found = {at: heat for at in near if at not in rows and (heat := heat_of(lines[at - 1]))}
    first = next((at for at in laid.lines[1:]), last)
    return found if len(set(found.values())) > 1 and min(found) < first else {}


_NEAR = 5
_ROWS = 2
"""Of a list, its headings among them."""


def in_sections(laid: Laid, sections: dict[int, str]) -> Laid:
    """The rows with those lines among them; the first, of whose list the headings are, before these."""
    first = laid.lines[1]
    heads = [([text], number) for number, text in sections.items()]
    rows = [*heads, *zip(laid.rows[1:], laid.lines[1:], strict=True)]
    rows.sort(key=lambda row: row[1])
    at = sum(1 for _, number in heads if number < first)
    rows.insert(at, (laid.rows[0], laid.lines[0]))
    return laid._replace(rows=[row for row, _ in rows], lines=[number for _, number in rows])
