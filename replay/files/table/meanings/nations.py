"""Which column has the nations: flags, letters without a heading, towns that are none, and teams that are."""

from collections.abc import Sequence

from replay.files.table.meanings.column import Column
from replay.files.table.wording.headings import Heading, read_heading
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.nations import in_flag, is_nation_code, is_state, nation_code

_MOST = 0.8


def settle_nations(columns: Sequence[Column]) -> None:
    """A `state` is a nation only where no column is headed by nations alone, and where it has none of a nation's.

    Flags are nations, under whatever heading, and so are teams all of which are called as nations are.
    """
    for column in (one for one in columns if one.heading is None):
        if column.share(_is_flag) > 0.6:
            column.heading, column.why = Heading(Meaning.NATION), "its cells are flags"
        elif is_untitled(column) and _are_nations(column):
            column.heading, column.why = Heading(Meaning.NATION), "by its cells"
    _settle_teams(columns)
    nations = [column for column in columns if column.meaning is Meaning.NATION and column.why != "--column"]
    for column in nations:
        if _speaks_of_towns(column.title) and column.share(_may_be_nation) < _MOST:
            column.heading, column.why = None, "it has towns"
    nations = [column for column in nations if column.heading is not None]
    plain = [column for column in nations if read_heading(column.title)[:1] == (column.heading,)]
    for column in (one for one in nations if one not in plain):
        if plain:
            column.heading, column.why = None, f"the nation is in {plain[0].title!r}"
        elif column.share(is_state) > 0.5:
            column.heading, column.why = None, "it has states of a nation"


def _settle_teams(columns: Sequence[Column]) -> None:
    """Teams, clubs and affiliations that are the letters of nations, where no other column has these."""
    if any(column.meaning is Meaning.NATION for column in columns):
        return
    for column in (one for one in columns if one.meaning is Meaning.CLUB and one.why != "--column"):
        if column.share(_is_code) == 1.0 and len(set(column.sample)) > 1:
            column.heading, column.why = Heading(Meaning.NATION), "its cells are nations"


def is_untitled(column: Column) -> bool:
    """Whether a column has no heading, or one without a letter, such as a medal."""
    return column.title == f"column {column.index + 1}" or not any(map(str.isalnum, column.title))


def _are_nations(column: Column) -> bool:
    """Whether the cells are nations' letters; `SEN` all the way down are the seniors."""
    return column.share(is_nation_code) > _MOST and set(column.sample) != {"SEN"}


_TOWNS = frozenset(
    ("ort", "wohnort", "city", "town", "ville", "lieu", "ciudad", "citta", "luogo", "cidade", "miasto", "stad")
)


def _speaks_of_towns(title: str) -> bool:
    return not _TOWNS.isdisjoint(fold(title.replace("/", " ")).split())


def _may_be_nation(text: str) -> bool:
    return len(text) <= len("KEN") or nation_code(text) != text


def _is_code(text: str) -> bool:
    return text.isupper() and is_nation_code(text)


def _is_flag(text: str) -> bool:
    letters, rest = in_flag(text)
    return bool(letters) and not rest
