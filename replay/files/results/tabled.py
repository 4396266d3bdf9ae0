"""Rows out of other formats, read as the table they are: RACE RESULT's lists, columns of blanks, and PDF files."""

import re
from collections.abc import Sequence
from dataclasses import replace

from replay.files.cleaning import clean_text
from replay.files.other_races import own_words
from replay.files.results.around import spoken_above, titles_above, with_stopped
from replay.files.results.bare import bare
from replay.files.results.beside_names import CLASS, with_classes
from replay.files.results.between import others_below, timed_between
from replay.files.results.blocks import blocks
from replay.files.results.captioned import are_titles, caption, heats_of, in_sections, sections_of
from replay.files.results.columned import columned, unless_plain
from replay.files.results.continued import continued
from replay.files.results.farthest import farthest
from replay.files.results.furniture import without_types
from replay.files.results.headed import is_headed_table
from replay.files.results.heat_lines import with_heat_lines
from replay.files.results.inline import (
    LONGEST,
    in_lines,
    leaders_above,
    times_beside,
    unstressed,
)
from replay.files.results.layout import Laid, laid_out, without_blanks
from replay.files.results.leaders import with_leaders
from replay.files.results.lines import TIME
from replay.files.results.listed import Part, distance_in, part_of, warnings, with_parts
from replay.files.results.misread import mended_lines, with_colons
from replay.files.results.nearest import nearest
from replay.files.results.pdf import UnreadablePdf, lines_of
from replay.files.results.prose import (
    paragraphs,
    prose,
    says_several,
    titles_of,
    unread_times,
    with_colons_in,
)
from replay.files.results.prose_parts import EVENT, prose_of_several
from replay.files.results.raceresult import ALL, UnreadableList, read_lists
from replay.files.results.respaced import respaced
from replay.files.results.senders import sent_on, without_sender
from replay.files.results.set_apart import Apart, set_apart
from replay.files.results.several import one_each
from replay.files.results.splits_below import splits_below, with_splits_below
from replay.files.results.text_lines import text_lines
from replay.files.results.typed import typed
from replay.files.results.under_captions import lists_of, of_lists, told_of
from replay.files.results.unread import words_beside
from replay.files.results.worded import worded
from replay.files.source import Choices, Reading, Source, need_few_lines
from replay.files.table.findings import Findings
from replay.files.table.layouts.grid import Grid, grid_of
from replay.files.table.layouts.lapped_lines import lapped_lines
from replay.files.table.layouts.markup import is_latex
from replay.files.table.layouts.sections import names_event
from replay.files.table.reader import read_rows
from replay.files.table.values.months import begins_with_day, day_in
from replay.files.table.wording.spoken import DAYS, is_sentence
from replay.files.understood import Tallies
from replay.race.events import events_in, is_road_event
from replay.race.names import fold
from replay.race.problems import Problem, UnreadableRace
from replay.race.race import Entry, Race
from replay.race.venue import Venue


def read_race_result(source: Source, choices: Choices) -> Reading:
    """One group of a RACE RESULT list; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    try:
        above, tables = read_lists(source.data)
    except UnreadableList as error:
        raise UnreadableRace([Problem(path, None, f"this is no RACE RESULT list: {error}")]) from None
    if not tables:
        raise UnreadableRace([Problem(path, None, "this RACE RESULT list has no runners")])
    parts = [Part(table.name, len(table.rows)) for table in tables]
    chosen, said = part_of(parts, choices, "lists", path)
    table = tables[chosen]
    rows = Laid([list(table.titles), *map(list, table.rows)], list(range(1, len(table.rows) + 2)))
    reading = read_laid(rows, source, replace(choices, part=None), " | ".join([table.name, *above]), "RACE RESULT list")
    race = reading.race
    if race is not None:
        named = [above[0].rpartition("|")[2] or above[0]] if above else []
        title = ", ".join(filter(None, [*named, table.name if table.name != ALL else ""]))
        race = replace(race, title=title or race.title, entries=_placed(race.entries))
        race = _where_and_when(race, above[1:])
    understood = replace(reading.understood, title=race.title if race is not None else reading.understood.title)
    return with_parts(replace(reading, race=race, understood=understood), parts, said)


def _where_and_when(race: Race, lines: Sequence[str]) -> Race:
    """The race with its day, and the town before it, as stand below its name: `Traben, 28.09.2025`."""
    for line in lines:
        if race.date is None and (day := day_in(line)) is not None:
            town = _TOWN.match(line) if not str(race.venue) else None
            named = town is not None and DAYS.isdisjoint(fold(town[1]).split())
            race = replace(race, date=day, venue=Venue(city=town[1]) if town is not None and named else race.venue)
    return race


_TOWN = re.compile(
    r"([^\W\d_][^\d,;:|]{1,40}?)(?:,| [-–] |,? (?:am|den|den:|on|le|il|el))\s+(?=\d|[^\W\d_]{3,10}\.? \d)"
)


def _placed(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries, without their places where those are counted anew in each of several groups."""
    results: dict[int, set[float]] = {}
    for entry in entries:
        if entry.place is not None and entry.result is not None:
            results.setdefault(entry.place, set()).add(entry.result.seconds)
    if all(len(times) == 1 for times in results.values()):
        return entries
    return tuple(replace(entry, place=None) for entry in entries)


def read_text(source: Source, choices: Choices) -> Reading:
    """A list set in columns of blanks; see `replay.files.formats.Format.read`."""
    need_few_lines(source, "text")
    return read_lines(text_lines(source.data), source, choices, "text set in columns")


def read_pdf(source: Source, choices: Choices) -> Reading:
    """The list in a PDF; see `replay.files.formats.Format.read`."""
    path = str(source.path)
    try:
        lines = lines_of(source.data)
    except UnreadablePdf as error:
        raise UnreadableRace([Problem(path, None, f"this PDF cannot be read: {error}", error.hint)]) from None
    return read_lines(lines, source, choices, "PDF")


def read_lines(lines: Sequence[str], source: Source, choices: Choices, form: str) -> Reading:
    """The list that stands in lines of text.

    Raises:
        UnreadableRace: None is set in columns.
    """
    lines, mended = mended_lines(without_types(lines))
    reading = _read_lines(lines, source, choices, form)
    if not mended:
        return reading
    repaired = (*mended, *reading.understood.repaired)
    return replace(reading, understood=replace(reading.understood, repaired=repaired))


def _read_lines(lines: Sequence[str], source: Source, choices: Choices, form: str) -> Reading:
    if (each := blocks(lines)) is not None:
        above = [own_words(clean_text(line)) for line in lines[: each.lines[0] - 1]]
        return read_laid(each, source, choices, " | ".join(above), form, above)
    if (told := in_sentences(lines)) is not None:
        return _from_sentences(told, lines, source, choices, form)
    apart = set_apart(one_each(lines))
    lines = respaced(apart.lines)
    first = columned(lines) or worded(lines) or unless_plain(laid_out(lines), lines) or typed(lines)
    laid, lines = continued(first, lines)
    if apart.below and laid is not None and any(map(TIME.fullmatch, laid.rows[0])):  # what stands below needs headings
        laid = None
    plain = laid is None
    laid = laid or farthest(lines, in_lines(lines)) or bare(lines)
    laid = with_splits_below(laid, apart.below) if laid is not None and apart.below else laid
    laid = with_stopped(laid, apart.stopped) if laid is not None and apart.stopped else laid
    if laid is None:
        hint = "copy its rows into a CSV file"
        raise UnreadableRace([Problem(str(source.path), None, f"no list set in columns is found in this {form}", hint)])
    laid = with_classes(without_blanks(laid), lines) if plain else laid
    beside = words_beside(lines, laid) if plain else []
    above, sections = _above(laid, apart.shown), sections_of(laid, lines) or heats_of(laid, lines)
    if sections:
        named = any(map(names_event, sections.values()))  # what is above them is then of another list
        above = [
            text
            for text in above
            if text not in sections.values() and not (named and (names_event(text) or len(text) > LONGEST // 3))
        ]
        laid = in_sections(laid, sections)
    elif apart.heats:
        laid = with_heat_lines(laid, apart.heats)
    parts, chosen, decided = list[Part](), 0, ""
    if not sections and (lists := lists_of(laid, lines)):
        laid, parts, chosen, decided = of_lists(laid, lists, choices, str(source.path))
        sections, above = lists, [text for text in above if text not in lists.values()]
        choices = replace(choices, part=None) if parts else choices
    titles, above = " | ".join(above), titles_above(above, lines)
    reading = read_laid(laid, source, choices, titles, form, above)
    reading, used = _with_led(reading, lines[: laid.lines[0] - 1], apart)
    if plain:
        several = times_beside(lines, laid.lines[1:])
        reading = without(reading, "lines with more times than the result, which are not read", several, doubtful=True)
        said = [at for at in beside if at not in several]
        reading = without(reading, "lines with words beside a name that are not read", said, doubtful=False)
    reading = _without_others(reading, lines, laid, sections)
    for what, numbers in apart.told(min(laid.lines)):
        reading = without(reading, what, [at for at in numbers if at not in used], doubtful=False)
    return told_of(_titled(reading, source, above), parts, chosen, decided)


def _from_sentences(told: Laid, lines: Sequence[str], source: Source, choices: Choices, form: str) -> Reading:
    above = titles_of(paragraphs(lines)) if EVENT not in told.rows[0] else []
    reading = read_laid(told, source, choices, " | ".join(above), form, above)
    unread = unread_times(with_colons_in(lines), told)
    reading = without(reading, "times in sentences that are taken for nobody's", unread, doubtful=False)
    return _titled(reading, source, lines[: told.lines[0] - 1])


def _titled(reading: Reading, source: Source, above: Sequence[str]) -> Reading:
    """The reading, called by the first line above the list that may be a title, where it was called by its file."""
    titles = (text for text in above if caption(text) and not begins_with_day(text))
    title = next((text for text in titles if not text.endswith(",") and not is_sentence(text)), "")
    if reading.race is None or reading.race.title != source.words or not title:
        return reading
    understood = replace(reading.understood, title=title)
    return replace(reading, race=replace(reading.race, title=title), understood=understood)


def _without_others(reading: Reading, lines: Sequence[str], laid: Laid, sections: dict[int, str]) -> Reading:
    """The reading, with what is told of lines around the list that are no runner's."""
    timed = timed_between(lines, laid.lines)
    reading = without(reading, "lines with a time that are taken for no runner's", timed, doubtful=True)
    spoken = spoken_above(lines[: laid.lines[0] - 1])
    reading = without(reading, "lines of a letter above the list with a time that is nobody's", spoken, doubtful=False)
    heads = [lines[at - 1].split() for at in laid.lines[:2]]  # which may come again
    others = [at for at in others_below(lines, laid.lines) if at not in sections and lines[at - 1].split() not in heads]
    return without(reading, "lines without a time that are taken for no runner's", others, doubtful=False)


def in_sentences(lines: Sequence[str]) -> Laid | None:
    """The runners of whom sentences tell, several in a line; None where each has a line, or a part of one."""
    lines = with_colons_in(lines)
    whole = paragraphs(lines)
    if any(map(says_several, one_each(lines))):
        whole = list(lines)
    elif not any(map(says_several, whole)):
        return None
    if columned(lines) or laid_out(lines) or typed(lines):
        return None
    told = prose_of_several(whole) or prose(whole)
    return None if told is not None and _is_list(lines, len(told.rows)) else told


def _is_list(lines: Sequence[str], told: int) -> bool:
    """Whether as many runners as sentences tell of have lines of their own, or most a line with a place."""
    laid = in_lines(one_each(lines))
    placed = sum(row[0].isdigit() for row in laid.rows[1:]) if laid is not None else 0
    return laid is not None and (len(laid.rows) >= told or placed > max(2, 2 * sum(map(says_several, lines))))


def _above(laid: Laid, lines: Sequence[str]) -> list[str]:
    """What stands above a list, and where that names no event the first line below that does."""
    head = lines[max(0, laid.lines[0] - 20) : laid.lines[0] - 1]
    above = [own_words(clean_text(unstressed(without_sender(line)))) for line in head]
    above = [text for text in above if _UNTIMED.match(text) is None]
    if not any(map(day_in, above)):
        above += [day for line in (*head, *lines[laid.lines[0] - 1 : laid.lines[0]]) if (day := sent_on(line))][:1]
    above = [text for text in above if not are_titles(text)]
    if any(map(names_event, above)):
        return above
    foot = [
        own_words(text)
        for line in lines[max(laid.lines) :]
        if "://" not in line and (text := caption(without_sender(line)))
    ]
    return above + list(filter(names_event, foot))[:1]


_UNTIMED = re.compile(rf"\d{{1,3}}[.)] [^\d:]+ (?:{CLASS.pattern})(?![\w-])|(?i:licen[sc]ed to )")
"""A line of runners without times, `6. Ada Alfa WU8 13. Bea Beta WU8`, or of whose program it is, and no title."""


def _with_led(reading: Reading, above: Sequence[str], apart: Apart) -> tuple[Reading, set[int]]:
    """The reading, with what lines beside the list tell of who led on the way, and those lines that were used."""
    led = leaders_above(above, reading.race.distance) if reading.race is not None else []
    reading, used = with_leaders(reading, apart.shown, {*apart.led, *led})
    left = [at for at in led if at not in used]
    return without(reading, "lines above the list with who led on the way", left, doubtful=True), used


def without(reading: Reading, what: str, others: Sequence[int], *, doubtful: bool) -> Reading:
    """The reading, with what is told of lines that are no runner's; where that is doubtful, it is a warning, too."""
    if not others or reading.race is None:
        return reading
    tallies = Tallies()
    tallies.add(what, f"line {others[0]}", len(others))
    understood = replace(reading.understood, left_out=(*reading.understood.left_out, *tallies.all()))
    told = warnings(reading.race.path, tallies) if doubtful else ()
    return replace(reading, problems=(*reading.problems, *told), understood=understood)


def is_text_in_columns(source: Source) -> bool:
    """Whether a text is set in columns or plain lines, and its cells are parted by no sign."""
    head = source.data[: len(source.start)]
    whole = len(head) >= len(source.data) - 3
    lines = text_lines(head if whole else head[: head.rfind(b"\n")], tabs=True)[:40]  # the last may be cut
    lines = with_colons(lines)[0]
    plain = "\0" not in source.start and not any(map(_is_marked, lines))
    if plain and (columned(lines) is not None or worded(lines) is not None):
        return True
    if is_headed_table(lines) or _has_tabs_alike(lines) or (whole and lapped_lines("\n".join(lines)) is not None):
        return False
    if "\0" not in source.start and whole and in_sentences(lines) is not None:
        return True
    apart = one_each(lines)
    if len(apart) > len(lines) and "\0" not in source.start and (in_lines(apart) or bare(apart)):
        return True
    below = splits_below(apart)
    lines = [line for at, line in enumerate(apart) if at not in below]
    if "\0" in source.start or _is_latex(source):
        return False
    if sum(map(_is_parted, lines)) * 4 > len(lines) and not _is_numbered(lines):
        return False
    if "  " in source.start and laid_out(lines) is not None:
        return True
    return any(read(lines) is not None for read in (worded, typed, in_lines, blocks, farthest, bare))


def _has_tabs_alike(lines: Sequence[str]) -> bool:
    """Whether as many tabs part the cells of every line, some of which are blank, as a spreadsheet copies them."""
    counts = {line.count("\t") for line in lines if line.strip()}
    return len(counts) == 1 and max(counts) >= _CELLS and any("\t\t" in line for line in lines)


_CELLS = 3


def _is_numbered(lines: Sequence[str]) -> bool:
    """Whether lines that begin with a number and a sign, `1) Ada Alfa, Oak, 33:05`, stand below sentences."""
    filled = [line for line in lines if line.strip()]
    numbered = [line for line in filled if _NUMBER.match(line) is not None]
    above = filled[: filled.index(numbered[0])] if numbered else []
    by_hand = any(map(_GOES_ON.search, above)) or (numbered and all(map(_DECIMAL.search, numbered)))
    commas = [line.count(",") for line in numbered]
    by_hand = by_hand or any(0 < line.count(",") < min(commas) and names_event(line) for line in above if commas)
    if len(numbered) < _LINES or not by_hand or any(map(_is_marked, lines)):
        return False
    return all(_BARE_COMMA.search(line) is None for line in numbered)


_LINES = 3
_NUMBER = re.compile(r"\s*\d{1,3}[.)] +[^\W\d]")
_GOES_ON = re.compile(r", (?:[a-z]|\d{1,2}:\d\d)")
_DECIMAL = re.compile(r":\d\d,\d{1,2}(?!\d)")
_BARE_COMMA = re.compile(r",(?=[^\s\d])")


def _is_latex(source: Source) -> bool:
    return b"\\begin{" in source.data and is_latex(source.data[:_LOOKED_AT].decode("latin-1"))


_LOOKED_AT = 100_000


def _is_marked(line: str) -> bool:
    """Whether a sign that words do not have parts the cells of a line."""
    return any(sign in line for sign in "\t|") or line.count(";") > 1


def _is_parted(line: str) -> bool:
    """Whether signs part the cells of a line; a comma within a number does not (`36.10,2`), one between times does."""
    plain = _IN_BRACKETS.sub("", _WITHIN.sub("", line))
    return plain.count(",") > 1 or any(sign in plain for sign in ";\t|")


_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
"""Laps behind a time, or those who ran for a team."""
_WITHIN = re.compile(r"(?<=\d),(?=\d+(?![\d:.,]))")


def read_laid(
    laid: Laid, source: Source, choices: Choices, titles: str, form: str, above: Sequence[str] = ()
) -> Reading:
    """The rows, each in its line, by the reader of tables.

    Args:
        laid: The rows, the headings first.
        source: The file.
        choices: What the user says.
        titles: What is written above, which may say how far it was.
        form: The file's format, for people.
        above: The same, line by line, where it may say more.
    """
    kept = [(row, line) for row, line in zip(laid.rows, laid.lines, strict=True) if any(row)]

    def parse(found: Findings) -> tuple[Grid, str]:
        if laid.said:
            found.assume(laid.said, "--column" if laid.said.startswith("names") else "")
        grid = grid_of([row for row, _ in kept], [line for _, line in kept])
        grid.above = [*([line] for line in above if line), *grid.above]
        return grid, form

    told = None if choices.distance else nearest(laid, above) or distance_in(titles)
    road = choices.road or (told is not None and any(map(is_road_event, events_in(titles))))
    reading = read_rows(source, replace(choices, distance=told or choices.distance, road=road), parse)
    if told is None or reading.understood.distance_from != "--distance":
        return reading
    return replace(reading, understood=replace(reading.understood, distance_from="the list's title"))
