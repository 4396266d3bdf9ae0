"""The one reader for every table of results that people have.

Bytes become text (`text`), text a heading and rows (`grid`). What a column is taken for is decided by its heading and
its cells (`headings`, `columns`); a row for each runner and point becomes a row for each runner (`long`). Then the
race's distance is found (`about`), the results on one clock (`results`) and the points of the splits (`splits`), and
each row becomes an entry (`entries`). Nothing is lost in silence: everything assumed, mended and left out is counted
(`findings`) and shown as what was understood.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from replay.files.missing import is_no_time
from replay.files.source import Choices, Known, Reading, Source
from replay.files.table.about import SAME_DISTANCE, about, said_by
from replay.files.table.account import NAMES, Made, Opened, understood
from replay.files.table.columns_told import is_moment, is_plain_time, tell_columns
from replay.files.table.days import order_in, tell_day
from replay.files.table.daytime import judge_winner
from replay.files.table.ditto import take_same_times
from replay.files.table.entries import entries_of
from replay.files.table.findings import Findings
from replay.files.table.kept import keep_one_race, keep_runners, name_by_event
from replay.files.table.kinds.added_up import take_added_up
from replay.files.table.kinds.alone import head_laps, take_alone
from replay.files.table.kinds.backyard import head_yards
from replay.files.table.kinds.beside_members import take_times_beside_members
from replay.files.table.kinds.distances import made_of_distances, take_distances
from replay.files.table.kinds.filled_down import fill_classes
from replay.files.table.kinds.handicap import take_handicap
from replay.files.table.kinds.long import EXPORTED, take_race
from replay.files.table.kinds.membered import name_by_members, take_members
from replay.files.table.kinds.nameless import call_nameless
from replay.files.table.kinds.on_the_way import set_places_apart
from replay.files.table.kinds.points import refuse_activities, refuse_points, refuse_recording, refuse_scores
from replay.files.table.kinds.relay import take_relay
from replay.files.table.kinds.rounds import keep_one_round
from replay.files.table.kinds.sports import need_run
from replay.files.table.kinds.standing import take_last_times, take_standing
from replay.files.table.kinds.turned import take_turned
from replay.files.table.kinds.unlike import need_one_distance, need_one_race, tell_days
from replay.files.table.kinds.widening import widen
from replay.files.table.laid import Splits
from replay.files.table.layouts.cutting import NoTable
from replay.files.table.layouts.evened import even_out, without_totals
from replay.files.table.layouts.grid import Grid, read_grid
from replay.files.table.layouts.text import read_text
from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.columns import WrongColumn, listed, understand
from replay.files.table.meanings.first_lines import first_lines
from replay.files.table.meanings.labelled import apart
from replay.files.table.meanings.mistyped import hours_as_minutes, with_points
from replay.files.table.meanings.parted import joined_times, larger_of_two, spaced_times, without_days
from replay.files.table.meanings.placing import PLACES
from replay.files.table.meanings.timed import Value
from replay.files.table.meanings.unheaded import places_apart, understand_unheaded
from replay.files.table.meanings.zones import in_one_zone
from replay.files.table.measuring import measure, need_no_journey
from replay.files.table.named import take_names_apart, take_sexes_apart
from replay.files.table.placed import tell_disorder
from replay.files.table.results import find_results
from replay.files.table.sheet import Sheet
from replay.files.table.splits import place_splits
from replay.files.table.started import as_clocks
from replay.files.table.two_clocks import leave_arrivals_out, tell_clocks_apart
from replay.files.table.values.cells import read_laps
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import Heading, Point
from replay.files.table.wording.words import Meaning
from replay.race.clocks import by_clock
from replay.race.names import fold
from replay.race.problems import UnreadableRace
from replay.race.race import Clock, Entry, Evidence, Race
from replay.race.venue import Venue

_MEASURED = (Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT, Meaning.LAPS)
Parse = Callable[[Findings], tuple[Grid, str]]
"""Makes rows of a file, and says in words what it was; it raises `NoTable` or `ValueError` where there are none."""


def read(source: Source, choices: Choices) -> Reading:
    """Read a table as text; it raises nothing, whatever is in it."""
    return read_rows(source, choices, _as_text(source, choices))


def read_rows(source: Source, choices: Choices, parse: Parse) -> Reading:
    """Read the table in rows that were found in a file; it raises nothing, whatever is in them."""
    found = Findings(str(source.path))
    opened: Opened | None = None
    try:
        opened = _open(source, choices, found, parse)
        choices.progress(0.15)
        _take_in(opened)
        choices.progress(0.3)
        made = _made(opened.sheet, Known(opened.evidence))
        if choices.start is not None and not found.of_day:
            found.assumed.append("--start changes nothing: no time is read as a time of day")
    except UnreadableRace as error:
        return Reading(None, error.problems, understood(opened, found, None))
    return Reading(_race(opened, made), found.problems(), understood(opened, found, made))


def read_entries(source: Source, choices: Choices, known: Known) -> tuple[tuple[Entry, ...], Reading]:
    """The entries of a table that a race file names, whose distance and course are those of the race.

    Raises:
        UnreadableRace: There is no name column, no runner, or no time.
    """
    found = Findings(str(source.path))
    opened = _open(source, choices, found, _as_text(source, choices))
    _need_same_distance(opened, choices)
    opened.grid.comments = {}
    _take_in(opened)
    made = _made(opened.sheet, known)
    return made.entries, Reading(None, found.problems(), understood(opened, found, made))


def _need_same_distance(opened: "Opened", choices: Choices) -> None:
    """Refuse a table that says of itself that it is of a race of another length."""
    for key, text in opened.grid.comments.items():
        metres = said_by(key, text, opened.sheet.findings)
        if metres is not None and choices.distance and abs(metres / choices.distance - 1) > SAME_DISTANCE:
            message = f"the table says `{key}: {text}`, and the race file that names it {choices.distance:g} m"
            raise opened.sheet.findings.fail(None, message, "correct one of the two")


def _as_text(source: Source, choices: Choices) -> Parse:
    def parse(found: Findings) -> tuple[Grid, str]:
        text, encoding = read_text(source.data, found.repaired, choices.encoding)
        grid = read_grid(text, choices.delimiter)
        grid.encoding = encoding
        return grid, f"table parted by {grid.parted_by}, {encoding}"

    return parse


def _open(source: Source, choices: Choices, found: Findings, parse: Parse) -> Opened:
    try:
        grid, form = parse(found)
    except NoTable as error:
        raise found.fail(error.line, error.message, error.hint) from None
    except ValueError as error:
        raise found.fail(None, f"no table can be read from this file: {error}", "save it as CSV") from None
    if grid.teams:
        found.left_out.add("lines of a table of teams", f"line {grid.teams[0]}", len(grid.teams))
    rows, lines = even_out(grid, found)
    rows, lines = without_totals(rows, lines, grid.titles, found)
    columns = columns_of(grid.titles, rows)
    rows = grid.rows = []  # the columns have them, and a city marathon is large
    cells = [cell for column in columns for cell in column.sample]
    above = [cell for row in (*grid.above, grid.comments.values()) for cell in row]
    asked, choices = choices, replace(choices, date_order=choices.date_order or order_in(columns, above, found))
    told = about(source, grid.comments, grid.above, choices)
    tell_day(found, told.date if asked.date_order is None else None, above, cells, grid.titles)
    if EXPORTED.issubset(grid.titles):
        told.plain = True
        take_race(told, columns)
    return Opened(grid, form, Sheet(source, choices, found, columns, lines, grid.line, told, grid.runner))


def _take_in(opened: Opened) -> None:
    """Understand the columns, make it a row for each runner of one race, and find the race's distance.

    Raises:
        UnreadableRace: It names no runner, has no time, or nobody says how far the race was.
    """
    grid, _, sheet = opened
    found = sheet.findings
    _set_times_right(sheet)
    if not grid.headed:
        sheet.columns = places_apart(sheet.columns)
    try:
        understand(sheet.columns, sheet.choices.columns)
    except WrongColumn as error:
        raise found.fail(None, str(error)) from None
    if not grid.headed:
        if head_laps(sheet) and take_alone(sheet):
            measure(sheet, grid)
            return
        understand_unheaded(sheet.columns)
        taken = [f"{one.title} is the {one.meaning}" for one in sheet.columns if one.meaning not in _UNSAID]
        told = f", and by its cells {', '.join(taken)}" if taken else ""
        found.assume(f"the table has no heading{told}", "--column")
    refuse_activities(sheet)
    refuse_scores(sheet)
    if not sheet.all(*NAMES, Meaning.BIB) and _take_nameless(sheet):
        measure(sheet, grid)
        return
    head_yards(sheet, grid)
    take_times_beside_members(sheet)
    take_added_up(sheet)
    tell_columns(sheet, grid)
    _need_names(sheet)
    for take in _ONE_RACE:
        take(sheet)
    _tell_evidence(opened)
    widen(sheet)
    take_handicap(sheet)
    set_places_apart(sheet)
    leave_arrivals_out(sheet)
    tell_clocks_apart(sheet)
    _ask_for_points(sheet)
    if take_distances(sheet, grid):
        return
    _need_times(sheet, headed=grid.headed)
    refuse_points(sheet)
    _measure_on(sheet, grid)
    tell_days(sheet, (cell for row in grid.above for cell in row))


def _measure_on(sheet: Sheet, grid: Grid) -> None:
    """Find how far one race was, and who of it is still on the way."""
    need_one_distance(sheet)
    need_one_race(sheet)
    measure(sheet, grid)
    take_standing(sheet, grid.comments)


_ONE_RACE = (
    need_run,
    fill_classes,
    take_members,
    take_names_apart,
    take_sexes_apart,
    keep_runners,
    keep_one_race,
    keep_one_round,
    name_by_event,
    take_relay,
    take_same_times,
)
"""What makes the rows those of the runners, or teams, of one race, in this order."""


_NEARLY, _UNSAID = 0.8, (None, Meaning.IGNORED)


def _ask_for_points(sheet: Sheet) -> None:
    """One time on the way of which nobody says where it was: `Mezičas` beside `Čas`."""
    if not sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN):
        return
    for number, column in enumerate(sheet.all(Meaning.SPLIT_TIME), start=1):
        if column.share(is_moment) > _NEARLY:
            column.heading, column.why = None, "it is when the row was written"
            continue
        column.heading = Heading(Meaning.SPLIT, Point(number=number))


def _set_times_right(sheet: Sheet) -> None:
    """One column for each time: not one for its minutes and one for its seconds, nor one cell for several times."""
    chosen, assume = sheet.choices.columns, sheet.findings.assume
    sheet.about.start, moved = in_one_zone(sheet.columns, sheet.about.start)
    if moved:
        assume("times of day of several zones are read as one clock's, by the zones they name", "")
        sheet.findings.repaired.add("cells with a time of day brought to the clock of Greenwich", "", moved)
    without_days(sheet.columns)
    for at, count in with_points(sheet.columns):
        sheet.findings.repaired.add("times with a colon before the hundredths", f"line {sheet.lines[at]}", count)
    as_clocks(sheet.columns)
    sheet.columns, parted = joined_times(sheet.columns, chosen)
    sheet.columns, several = apart(sheet.columns, chosen)
    if spaced := spaced_times(sheet.columns, chosen):
        assume(f"the parts of the times of {', '.join(spaced)} are parted by blanks or hyphens", "--column")
    if first := first_lines(sheet.columns):
        assume(f"of the lines in the cells of {', '.join(first)} the first is read", "")
    if both := larger_of_two(sheet.columns):
        assume(f"of two times in the cells of {', '.join(both)} the larger is since the start", "--column")
    for title, such, count in hours_as_minutes(sheet.columns):
        what = f"times in {title!r} that a spreadsheet took for hours, such as {such!r}, read as minutes and seconds"
        sheet.findings.repaired.add(what, "", count)
    for titles in parted:
        assume(f"{titles} are the parts of one time", "--column")
    for title in several:
        assume(f"the cells of {title} have the times at several points", "--column")


def _take_nameless(sheet: Sheet) -> bool:
    """Whether a table without names has a row for each point of the race, or for each lap of one runner.

    Raises:
        UnreadableRace: Its rows are the points of a recording.
    """
    refuse_recording(sheet)
    return take_turned(sheet) or take_alone(sheet)


def _need_names(sheet: Sheet) -> None:
    name_by_members(sheet)
    if sheet.all(*NAMES):
        return
    timed = {*_MEASURED, Meaning.SPLIT_TIME}
    if sheet.one(Meaning.BIB) is not None and any(column.meaning in timed for column in sheet.columns):
        sheet.findings.assume("no column has names, and the runners are called by their bibs", "--column")
        return
    if call_nameless(sheet):
        return
    titles = [column.title for column in sheet.columns]
    hint = f'say which it is, such as --column "{titles[0] if titles else "Runner"}=name"'
    raise sheet.findings.fail(sheet.line, f"no column is known as the runner's name among {listed(titles)}", hint)


def _tell_evidence(opened: Opened) -> None:
    """Where every row says how its time is known, and all but the estimated ones the same, that is how."""
    for column in opened.sheet.columns:
        known = set(column.sample) - {str(Evidence.ESTIMATED)}
        if column.title == "evidence" and len(known) == 1:
            opened.grid.comments.setdefault("evidence", known.pop())


def _need_times(sheet: Sheet, *, headed: bool) -> None:
    """Refuse a table without times, with what was seen and how to say which column has them."""
    take_last_times(sheet)
    timed = [column for column in sheet.columns if column.meaning in _MEASURED and column.sample]
    if any(read_cell(cell) is not None and not is_no_time(cell) for column in timed for cell in column.sample):
        return
    if any(len(read_laps(cell)) > 1 for column in sheet.all(Meaning.LAPS) for cell in column.sample):
        return
    titles = [column.title for column in sheet.columns]
    plain = next((one.title for one in sheet.columns if one.share(is_plain_time) > _NEARLY), "Time")
    hint = f'say which column it is, such as --column "{plain}=result"'
    if not headed and not timed:
        message = "no list of results is found in this text: no line has one runner's name and time"
        raise sheet.findings.fail(None, message, "write a line for each runner, such as `1. Ada Alfa 35:10`")
    if timed:
        example = next((cell for column in timed for cell in column.sample), "")
        message = f"no cell of {listed([column.title for column in timed])} is a time" + (
            f", such as {example!r}" if example else ""
        )
    else:
        message = f"no column is known as a time among {listed(titles)}"
        places = [column.title for column in sheet.columns if column.why == PLACES]
        if places:
            message = f"no column has times, and {listed(places)} have places"
    raise sheet.findings.fail(sheet.line, message, hint)


def _made(sheet: Sheet, known: Known) -> Made:
    """The entries.

    Raises:
        UnreadableRace: None of them has a time, or they go farther than anybody races.
    """
    need_no_journey(sheet)
    if sheet.about.duration is not None:
        return made_of_distances(sheet, known)
    results = find_results(sheet)
    sheet.choices.progress(0.4)
    sheet.results = results.seconds
    splits = place_splits(sheet)
    sheet.choices.progress(0.55)
    entries = entries_of(sheet, results, splits, known)
    if not _is_timed(entries, splits):
        hint = 'say which column is the time, such as --column "Time=result", or how far the race was: --distance'
        raise sheet.findings.fail(None, "no runner has a time that can be true", hint)
    judge_winner(sheet, entries)
    tell_disorder(sheet, results, entries)
    return Made(entries, results, splits)


def _is_timed(entries: Sequence[Entry], splits: Splits) -> bool:
    """Whether anybody has a result, or most of the times on the way can be true."""
    if any(entry.result is not None for entry in entries):
        return True
    read = sum(isinstance(value, Value) for values in splits.values for value in values)
    return 2 * sum(len(entry.splits) for entry in entries) > read


def _race(opened: Opened, made: Made) -> Race:
    sheet, told = opened.sheet, opened.sheet.about
    race = Race(
        id=sheet.source.stem,
        title=told.title,
        distance=sheet.far,
        entries=made.entries,
        event=told.event,
        meeting=told.meeting if fold(told.meeting) != fold(told.title) else "",
        date=told.date,
        venue=Venue(city=told.venue),
        course=sheet.course,
        duration=told.duration,
        clock=made.results.clock or Clock.GUN,
        evidence=opened.evidence,
        path=str(sheet.source.path),
    )
    return by_clock(race, Clock.GUN) if told.handicap else race
