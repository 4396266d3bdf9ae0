"""The library as a list: its races in groups by what is run, the latest first, and what a search looks through."""

from collections.abc import Iterable
from typing import NamedTuple

from replay.cells.ink import Run
from replay.cells.rows import Lines
from replay.cells.text import fit
from replay.drawing.pages.menu import MenuLine
from replay.drawing.theme.look import Look
from replay.files.library import LibraryItem
from replay.files.story import RacePart
from replay.race.names import fold
from replay.race.race import MILE, Entry, Race
from replay.race.times import MONTHS
from replay.race.track import track_of


class Group(NamedTuple):
    """A heading and its rank among the headings."""

    rank: int
    title: str


def group_of(item: LibraryItem) -> Group:
    """The group a race is listed under: by what is run."""
    if item.error is not None:
        return Group(9, "Not readable")
    if item.kind == "story":
        return Group(0, "Stories")
    if not item.shipped:
        return Group(1, "Your races")
    race = item.race
    if race is None or track_of(race).by_kilometres:
        return Group(8, "Road")
    if abs(race.distance - MILE) < 1:
        return Group(2, "The mile")
    if race.distance == 1500:
        return Group(3, "1500 metres")
    if race.distance < MILE:
        return Group(6, "Shorter")
    return Group(4, "Two miles and 3000 metres") if race.distance < 3300 else Group(5, "Longer")


def search_text(item: LibraryItem) -> str:
    """What a search looks through: title, meeting, place, date and runners, without accents."""
    race = item.race
    if race is None:
        return fold(f"{item.id} {item.title}")
    runners = " ".join(entry.name for entry in race.entries[:400])
    return fold(f"{item.id} {race.title} {race.meeting} {race.venue} {race.date or ''} {race.event} {runners}")


def listed(items: Iterable[LibraryItem]) -> list[tuple[MenuLine, LibraryItem | None]]:
    """The lines of the list, each with its race; a heading has none."""
    groups: dict[Group, list[LibraryItem]] = {}
    for item in items:
        groups.setdefault(group_of(item), []).append(item)
    lines: list[tuple[MenuLine, LibraryItem | None]] = []
    for group in sorted(groups, key=lambda group: group.rank):
        lines.append((MenuLine(group.title, heading=True), None))
        lines += [(_menu_line(item), item) for item in sorted(groups[group], key=_latest_first)]
    return lines


def summary(item: LibraryItem) -> str:
    """What there is to say of a story; nothing of anything else."""
    story = item.story
    if story is None:
        return ""
    races = sum(isinstance(part, RacePart) for part in story.parts)
    pages = len(story.parts) - races
    return f"A story in {races} races and {pages} pages. {story.note}"


def contents(item: LibraryItem, items: Iterable[LibraryItem], look: Look, width: int) -> Lines:
    """The races of a story in the order in which they are told, each with its date; none of anything else."""
    known = {other.id: _menu_line(other) for other in items if other.race is not None}
    parts = item.story.parts if item.story is not None else ()
    told = [known[part.race] for part in parts if isinstance(part, RacePart) and part.race in known]
    rows: Lines = []
    for number, line in enumerate(told, 1):
        head: list[Run] = [
            (f"{number:>2} ", look.accent),
            (fit(line.fitting(max(width - 13, 8)), max(width - 13, 8)), look.panel),
        ]
        rows.append([*head, (f" {line.detail:>9}", look.muted)])
    return rows


def first_race(item: LibraryItem, items: Iterable[LibraryItem]) -> Race | None:
    """The race that a story begins with; None where it is none, or has none that can be read."""
    known = {other.id: other.race for other in items}
    parts = item.story.parts if item.story is not None else ()
    found = (known.get(part.race) for part in parts if isinstance(part, RacePart))
    return next((race for race in found if race is not None), None)


def people(item: LibraryItem) -> Race | None:
    """Those whom a story is about, as the field of a race; None where it names nobody."""
    cast = item.story.cast if item.story is not None else ()
    entries = tuple(Entry(name=who.name, nation=who.nation) for who in cast)
    return Race("", "", 1500.0, entries, regulars=cast) if entries else None


def _latest_first(item: LibraryItem) -> tuple[int, str]:
    date = item.race.date if item.race else None
    return (-date.toordinal() if date else 0, item.title)


def _menu_line(item: LibraryItem) -> MenuLine:
    race = item.race
    if race is None:
        return MenuLine(item.title, broken=item.error is not None, story=item.kind == "story")
    date = f"{race.date:%b %Y}" if race.date else _month(race.meeting)
    whole, *shorter = line_titles(race)
    return MenuLine(whole, date, shorter=tuple(shorter))


def _month(meeting: str) -> str:
    """`Dec 2023`, where the day is not known and a meeting ends with its month; empty where it does not."""
    *_, month, year = ("", "", *meeting.rpartition(", ")[2].split())
    return f"{month[:3]} {year}" if month in MONTHS and len(year) == 4 and year.isdecimal() else ""


def line_titles(race: Race) -> list[str]:
    """What a race is called among races of its kind, the longest first.

    It is its own name and its meeting, or where it has none its city and meeting.
    """
    words = fold(race.title).split()
    meeting = race.meeting.partition(", ")[0]
    if not race.meeting or not words or words[0] not in _NAMELESS:
        return [*(f"{race.title}, {known}" for known in dict.fromkeys((race.meeting, meeting)) if known), race.title]
    women = ", women" if words[0].startswith("women") else ""
    city = f"{race.venue.city}, " if race.venue.city and race.venue.city not in race.meeting else ""
    known = (f"{city}{race.meeting}", race.meeting, meeting, race.venue.city)  # rather the city alone than cut words
    return list(dict.fromkeys(f"{name}{women}" for name in known if name))


_NAMELESS = frozenset({"men", "mens", "women", "womens"})
"""First words of a title that says only what is run."""
