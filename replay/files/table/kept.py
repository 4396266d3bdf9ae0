"""Which rows of a table are runners of the race: not its totals, and not those of another race."""

from collections import Counter
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.results.listed import Part, part_of
from replay.files.table.about import MEETING_KEYS
from replay.files.table.account import NAMES
from replay.files.table.days import tell_day
from replay.files.table.kinds.classes import BY_CLASS, BY_COURSE, take_races_of_classes
from replay.files.table.kinds.events_on_the_way import take_points
from replay.files.table.kinds.gun_rows import gun_at, take_gun
from replay.files.table.kinds.long import runner_keys
from replay.files.table.kinds.meetings import BY_MEETING, places_begin_anew, take_meetings
from replay.files.table.kinds.sports import is_field_event
from replay.files.table.layouts.blocks import is_block
from replay.files.table.layouts.even import taken
from replay.files.table.layouts.totals import is_no_runner, sounds_like_total
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import read_lapped
from replay.files.table.values.months import day_in
from replay.files.table.values.notations import plain_seconds
from replay.files.table.values.people import PARTICLES
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import Heading
from replay.files.table.wording.words import Meaning
from replay.race.events import event_in
from replay.race.names import fold
from replay.race.statuses import read_status


def keep_runners(sheet: Sheet) -> None:
    """Leave out the rows that are no runners: totals, repeated headings, captions."""
    names = sheet.all(*NAMES) or sheet.all(Meaning.BIB)
    first, *others = (column.cells for column in names)
    title = names[0].title
    odd = [row for row, cell in enumerate(first) if cell.strip() in ("", title) or sounds_like_total(cell)]
    if others:
        blank = {row for row, cells in enumerate(zip(*others, strict=True)) if not any(map(str.strip, cells))}
        odd = [row for row in odd if first[row].strip() or row in blank]
    first = sheet.columns[0].cells if sheet.columns else ()
    if first is not names[0].cells:
        odd += [row for row, cell in enumerate(first) if sounds_like_total(cell)]
    gone, guns = set[int](), dict[int, str]()
    for row in dict.fromkeys(odd):
        cells = [column.cells[row] for column in sheet.columns]
        named = any(column.cells[row].strip() for column in (*names, *sheet.all(Meaning.BIB)))
        timed = sum(1 for cell in cells if read_cell(cell.strip()) is not None) > 1
        if not named and (at := gun_at(cells)):
            gone.add(row)
            guns[sheet.lines[row]] = at
        elif is_no_runner(cells, [column.title for column in sheet.columns]) or not (named or timed):
            gone.add(row)
            sheet.findings.left_out.add("lines that are no runner", f"line {sheet.lines[row]}")
        elif not named and _are_stretches(sheet, row):
            gone.add(row)
            sheet.findings.left_out.add("rows with the times between those above", f"line {sheet.lines[row]}")
        elif not named:
            gone.add(row)
            message = "the row names no runner, and is left out"
            sheet.findings.error("rows without a name", sheet.lines[row], message)
    gone |= _remarks_below(sheet, gone)
    keep(sheet, [row for row in range(len(sheet.lines)) if row not in gone] if gone else None)
    take_gun(sheet, guns)
    if not sheet.lines:
        raise sheet.findings.fail(None, "the file names no runner", "there is no row below the heading")


def _are_stretches(sheet: Sheet, row: int) -> bool:
    """Whether a row without a name tells nothing but how long the runner above took from each of his points on."""
    pairs = [(_seconds(column.cells[row - 1]), _seconds(column.cells[row])) for column in sheet.columns] if row else []
    timed = [(since, took) for since, took in pairs if since is not None and took is not None]
    own = sum(bool(column.cells[row].strip()) for column in sheet.columns)
    both = zip([(0.0, 0.0), *timed], timed, strict=False)
    agree = sum(abs(took - since + before) < _ROUNDED for (before, _), (since, took) in both)
    return len(timed) >= _STRETCHES and own == len(timed) and agree >= _AGREE * len(timed)


_STRETCHES, _AGREE, _ROUNDED = 2, 0.6, 1.1
"""Of them, at least; those that are since the point before, for one at half the way is left out; seconds."""


def _seconds(cell: str) -> float | None:
    return plain_seconds(cell.strip().strip("()[]"))


def _remarks_below(sheet: Sheet, gone: set[int]) -> set[int]:
    """The rows behind the last runner that are prose: words where others have places, and no time."""
    place = sheet.one(Meaning.PLACE)
    found: set[int] = set()
    if place is None:
        return found
    for row in reversed(range(len(sheet.lines))):
        text = place.cells[row].strip()
        if row in gone:
            continue
        timed = any(read_cell(column.cells[row].strip()) is not None for column in sheet.columns if column is not place)
        if timed or len(text.split()) < _WORDS or read_status(text) is not None or read_lapped(text) is not None:
            break
        if any(_is_whole_name(column.cells[row]) for column in sheet.all(*NAMES) if column is not place):
            break
        found.add(row)
    if found:
        sheet.findings.left_out.add("lines that are no runner", f"line {sheet.lines[min(found)]}", len(found))
    return found


def _is_whole_name(cell: str) -> bool:
    """Whether a cell has a given and a family name: somebody of whom words say why there is no time."""
    words = [word for word in cell.replace(",", " ").split() if word not in PARTICLES]
    return len(words) >= _WORDS and all(word[:1].isupper() and not any(map(str.isdigit, word)) for word in words)


_WORDS = 2


def keep(sheet: Sheet, rows: Sequence[int] | None) -> None:
    """Keep some of the rows only; all for None."""
    if rows is None or len(rows) == len(sheet.lines):
        return
    for column in sheet.columns:
        column.cells = taken(column.cells, rows)
    sheet.lines = [sheet.lines[row] for row in rows]


def keep_one_race(sheet: Sheet) -> None:
    """Of a table with several races keep one: the one that is wanted, else the largest.

    Raises:
        UnreadableRace: It has more races, or points, than any.
    """
    take_points(sheet)
    take_races_of_classes(sheet)
    take_meetings(sheet)
    parted = _part_by_days(sheet)
    for meaning in (Meaning.EVENT, Meaning.DISTANCE, Meaning.CATEGORY):
        for column in sheet.all(meaning):
            if meaning is Meaning.CATEGORY and not _are_races(column):
                continue
            names = list(dict.fromkeys(cell.strip() for cell in column.cells if cell.strip()))
            if _MOST < len(names) <= len(sheet.lines) / 2:
                message = (
                    f"the column {column.title!r} names {len(names):,} races or points, and at most {_MOST:,} are read"
                )
                raise sheet.findings.fail(sheet.line, message, "keep the rows of one race")
            jumped = [name for name in names if is_field_event(name)] if meaning is Meaning.EVENT else []
            known = sum(event_in(name) is not None for name in names if name not in jumped) + len(jumped)
            named = column.why in (BY_CLASS, BY_COURSE, BY_MEETING) or all(map(is_block, names))
            if named or (meaning is Meaning.EVENT and places_begin_anew(sheet, [*map(str.strip, column.cells)])):
                known = len(names)
            sure = meaning is not Meaning.DISTANCE and known == len(names)
            most = len(sheet.lines) - (not parted) if sure else len(sheet.lines) / 2
            if not 1 < len(names) <= most or known < 2 or (meaning is Meaning.DISTANCE and _are_points(sheet, column)):
                continue
            names = [name for name in names if name not in jumped] or names
            counts = Counter(cell.strip() for cell in column.cells)
            parts = [Part(name, counts[name]) for name in names]
            chosen, told = part_of(parts, sheet.choices, "races", str(sheet.source.path))
            sheet.findings.parts = tuple(names)
            if told:
                sheet.findings.assumed.append(told)
            kept = [row for row, cell in enumerate(column.cells) if cell.strip() == names[chosen]]
            sheet.findings.left_out.add("rows of other races", "", len(sheet.lines) - len(kept))
            keep(sheet, kept)
            for one in sheet.columns:
                one.sample_anew()
            column.sample = [names[chosen]]
            if event_in(names[chosen]) is not None and event_in(sheet.about.event) is not None:
                sheet.about.event = names[chosen]
            return


def _part_by_days(sheet: Sheet) -> bool:
    """Add to an event what another column calls the race, where several of one event were on days of their own.

    So somebody writes down all races of a family: `Half Marathon`, `Oak Half`, 2025-04-13.
    """
    days = sheet.one(Meaning.DATE)
    events = sheet.all(Meaning.EVENT)
    if days is None or len(events) != _PAIR:
        return False
    for event, race in (events, events[::-1]):
        if not event.sample or None in {event_in(cell) for cell in event.sample}:
            continue
        rows = zip(event.cells, race.cells, days.cells, strict=True)
        held = {(of.strip(), called.strip(), day.strip()) for of, called, day in rows}
        named, dated = {(of, called) for of, called, _ in held}, {(of, day) for of, _, day in held}
        several = {of for of, count in Counter(of for of, _ in named).items() if count > 1}
        if several and len(held) == len(named) == len(dated) and all(map(all, held)):
            pairs = zip(event.cells, race.cells, strict=True)
            event.cells = [f"{of}, {called}" if of.strip() in several else of for of, called in pairs]
            return True
    return False


_PAIR = 2


def _are_races(column: Column) -> bool:
    """Whether all categories are races of their own, by the distances that they name: `Run 5K`, `Run 10K`."""
    far = {event_in(cell) for cell in column.sample}
    return None not in far and len(far) > 1


def name_by_event(sheet: Sheet) -> None:
    """Call a race that is only named by its file as the event is that all its rows are of: `Men 800m`.

    One of several of a meeting is called by both.
    """
    take_of_all(sheet)
    column = sheet.one(Meaning.EVENT)
    text = clean_text(column.sample[0]) if column is not None and len(set(column.sample)) == 1 else ""
    if text and sheet.about.title == sheet.source.words:
        named = text if not is_block(text) else f"{sheet.about.title}: {text}"
        sheet.about.title = named if len(text.split()) > 1 else sheet.about.title
    elif text and sheet.findings.parts and fold(text) not in fold(sheet.about.title):
        title = sheet.about.title
        sheet.about.title = text if title in sheet.findings.parts else f"{title}: {text}"


def take_of_all(sheet: Sheet) -> None:
    """Take the day and the meeting that columns say, where they say the same of all and nothing above says another."""
    for column in sheet.columns:
        alike = column.sample[0] if len(set(column.sample)) == 1 and len(column.sample) == len(sheet.lines) else ""
        if not alike:
            continue
        if column.meaning is Meaning.DATE and sheet.about.date is None:
            sheet.about.date = day_in(alike, sheet.choices.date_order)
            cells = (cell for one in sheet.columns for cell in one.sample)
            tell_day(sheet.findings, sheet.about.date, [alike], cells, [one.title for one in sheet.columns])
        elif (
            column.heading is None
            and fold(column.title.replace("_", " ")) in _MEETINGS
            and any(map(str.isalpha, alike))
        ):
            column.heading, column.why = Heading(Meaning.MEETING), ""
            sheet.about.meeting = sheet.about.meeting or clean_text(alike)


_MEETINGS = MEETING_KEYS | {
    f"{one}{gap}{of}" for one in ("meeting", "meet", "competition") for gap in ("", " ") for of in ("name", "title")
}


def _are_points(sheet: Sheet, column: Column) -> bool:
    """Whether a column of distances has points on the way: the same runners stand at three of them and more."""
    there: dict[str, set[int]] = {}
    for cell, key in zip(column.cells, runner_keys(sheet.columns), strict=True):
        if cell.strip():
            there.setdefault(cell.strip(), set()).add(key)
    every = set().union(*there.values())
    return len(there) >= _FEWEST and all(len(keys) > _MOSTLY * len(every) for keys in there.values())


_MOST = 5000
"""Events or distances of one meeting."""
_FEWEST = 3
_MOSTLY = 0.6
