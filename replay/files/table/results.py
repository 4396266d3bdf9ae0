"""Everybody's result on one clock, and when each runner started: from net and gun times, starts and times of day.

Where a list has both, the net time is the result, and what the gun time is longer is the start's delay. Times of day
become times by a start that the list gives, in a column or above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from replay.files.middle import median
from replay.files.missing import read_place
from replay.files.table.clocked import count_from_start
from replay.files.table.kinds.lapped_rows import without_lapped
from replay.files.table.meanings.clocks import half_day_seconds
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.columns import is_last_word
from replay.files.table.meanings.timed import Nothing, Read, Timed, Value, seconds_in
from replay.files.table.partial import leave_out_partial_places
from replay.files.table.penalties import with_penalties
from replay.files.table.sheet import Sheet
from replay.files.table.started import (
    LATEST,
    Seconds,
    after_first,
    after_gun,
    clocks_at,
    day_seconds,
    seconds_of_day,
    start_of_day,
)
from replay.files.table.values.notations import PLAIN, likeness
from replay.files.table.values.times import DAY, Form, read_cell
from replay.files.table.wording.headings import FINISH, START, Told
from replay.files.table.wording.words import Meaning
from replay.race.race import Clock


@dataclass(slots=True)
class Results:
    """The results, and the starts."""

    values: list[Read] = field(default_factory=list)
    """What stands in each row, on the clock."""
    clock: Clock | None = None
    """None where the list has one kind of time only and does not say which."""
    starts: Seconds = field(default_factory=list)
    """Seconds after the gun at which each runner started; None where that is not known."""
    cells: list[Sequence[str]] = field(default_factory=list)
    """The cells of the columns with results."""
    unused: dict[int, str] = field(default_factory=dict)
    """Columns of a meaning that told nothing, by their index: why."""

    def cell(self, row: int) -> str:
        """What stands in a row instead of a result, for messages."""
        return next((cells[row].strip() for cells in self.cells if cells[row].strip()), "")

    @property
    def seconds(self) -> Seconds:
        """The result in each row."""
        return seconds_in(self.values)


def find_results(sheet: Sheet) -> Results:
    """Find the results of a table whose distance is known."""
    of_day = start_of_day(sheet)
    made = Results()
    net, gun, other = (
        _chain(sheet, meaning, of_day, made.unused) for meaning in (Meaning.NET, Meaning.GUN, Meaning.RESULT)
    )
    net, gun, other = _told_apart(net, gun, other)
    made.starts = _starts(sheet, net, gun, of_day)
    main, made.clock = _main(sheet, net, gun, other, made.starts)
    finals = sheet.all(Meaning.NET, Meaning.GUN, Meaning.RESULT)
    made.values = with_penalties(main, finals[0].title, sheet.findings) if finals else main
    made.cells = [column.cells for column in finals]
    _add_gaps(sheet, made)
    made.values = without_lapped(sheet, made.values)
    leave_out_partial_places(sheet, made.seconds)
    return made


def _chain(sheet: Sheet, meaning: Meaning, of_day: Seconds, unused: dict[int, str]) -> list[Read] | None:
    """What stands in each row's first column of a meaning that has a time; None where there is no such column.

    Columns that add nothing are put among the unused, each with the reason.
    """
    timed = [Timed.of(column, FINISH, sheet.choices.date_order) for column in sheet.all(meaning)]
    if meaning is Meaning.RESULT:
        timed += _at_finish_of_day(sheet)
    timed = [column for column in timed if any(cell.strip() for cell in column.cells)]
    if not timed:
        return None
    worth = {id(column): column.decide(sheet.far) for column in timed}
    chosen = {column.index for column in sheet.columns if column.why == "--column"}
    several = len(sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)) > 1 or len(timed) > 1
    timed.sort(key=lambda one: (one.index not in chosen, -one.liked(worth[id(one)]), not is_last_word(one.title)))
    chain: list[Read] = [Nothing.MISSING] * len(sheet.lines)
    clocks: list[Timed] = []
    for column in timed:
        values = column.values()
        sheet.findings.missing(column.missing())
        if _is_spreadsheet_s(column, of_day, sheet):
            clause = f"{column.title!r} is taken for times that a spreadsheet shows as times of day, {_example(column)}"
            sheet.findings.assume(clause, "")
        elif _is_of_day(column, worth[id(column)], of_day, sheet):
            values, sheet.findings.of_day = since_start(values, column, of_day), True
            clocks.append(column)
        elif several and worth[id(column)] == 0.0 and column.index not in chosen:
            unused[column.index] = f"nobody runs {sheet.far:g} m in times such as {_example(column)!r}"
            continue  # a column of something else that is headed alike
        if column is not timed[0] and not _adds(chain, values):
            unused[column.index] = f"the {meaning} is in {timed[0].title!r}"
        chain = [new if old is Nothing.MISSING else old for old, new in zip(chain, values, strict=True)]
    _tell_notation(sheet, timed[0], of_day=timed[0] in clocks)
    return chain


def _adds(chain: Sequence[Read], values: Sequence[Read]) -> bool:
    return any(old is Nothing.MISSING and new is not old for old, new in zip(chain, values, strict=True))


def _example(column: Timed) -> str:
    return next((cell.strip() for cell in column.cells if read_cell(cell.strip()) is not None), "")


def _tell_notation(sheet: Sheet, column: Timed, *, of_day: bool) -> None:
    if column.notation.name:
        said = "times of day" if of_day else column.notation.name
        clause = f"the times of {column.title!r}, such as {_example(column)!r}, are read as {said}"
        sheet.findings.assume(clause, "")


def _at_finish_of_day(sheet: Sheet) -> list[Timed]:
    """Columns with times of day at the finish, where no column has times."""
    if sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN):
        return []
    return clocks_at(sheet, FINISH)


def _is_of_day(column: Timed, worth: float, of_day: Seconds, sheet: Sheet) -> bool:
    """Whether a column at the finish has times of day rather than times."""
    cells = column.times(50)
    dated = any(start is not None and start > 2 * DAY for start in of_day)
    if dated and not any(cell.form is Form.CLOCK for cell in cells):
        return False  # beside times with their day, one without it is none of day
    if count_from_start(sheet, of_day):
        return True
    if column.told is Told.CLOCK or sum(1 for cell in cells if cell.form is Form.CLOCK) > 0.5 * len(cells):
        return True
    odd = column.notation is not PLAIN  # `19:17:30` behind a start at 19:00:00 has no hundredths
    if (worth > _LIKELY and not odd) or not any(start is not None for start in of_day):
        return False
    since = [value.seconds for value in since_start(column.values(), column, of_day) if isinstance(value, Value)][:50]
    likely = sum(likeness(seconds, sheet.far) for seconds in since)
    likely /= max(1, len(since))
    return bool(since) and (likely > worth + 0.25 or (odd and likely >= worth > 0))


_LIKELY = 0.9


def _is_spreadsheet_s(column: Timed, of_day: Seconds, sheet: Sheet) -> bool:
    """Whether times of day are those of a race that began at midnight: `12:15:30 AM` is what a spreadsheet shows."""
    cells = column.times(50)
    if any(start is not None for start in of_day) or not all(cell.form is Form.CLOCK for cell in cells):
        return False
    worth = sum(likeness(cell.numbers[0], sheet.far) for cell in cells)
    return bool(cells) and worth > 0.5 * len(cells)


def since_start(values: Sequence[Read], column: Timed, of_day: Seconds) -> list[Read]:
    """Times of day as times since a start.

    Args:
        values: What stands in the column's rows.
        column: Of times of day.
        of_day: When each runner, or the race, was started, as seconds of the day.
    """
    found: list[Read] = []
    cells = [read_cell(text.strip(), column.order) for text in column.cells]  # the digits as they stand
    # Moments come without the zeros of a whole second, beside others' tenths.
    shared = max((cell.digits for cell in cells if cell is not None and cell.form is Form.CLOCK), default=0)
    for value, start, cell in zip(values, of_day, cells, strict=True):
        at = seconds_of_day(cell) if isinstance(value, Value) else None
        if cell is None or at is None or start is None:
            found.append(value if not isinstance(value, Value) else Nothing.MISSING)
            continue
        seconds = (at - start) % DAY if max(at, start) < 2 * DAY else at - start
        digits = shared if cell.form is Form.CLOCK else cell.digits
        digits = next(
            (more for more in range(digits, 3) if abs(round(seconds, more) - seconds) < 5e-4), 3
        )  # the start's
        found.append(Value(round(seconds, 4), digits) if seconds > 0 else Nothing.EARLY)
    times = [value.seconds for value in found if isinstance(value, Value)]
    late = _OTHERS * median(times) if times else 0.0
    # Beside others' 40 minutes nobody took 23 hours: the time of day is before the start.
    return [
        Nothing.EARLY if isinstance(value, Value) and value.seconds > max(late, DAY / 2) else value for value in found
    ]


_OTHERS = 3.0


Chain = list[Read] | None


def _told_apart(net: Chain, gun: Chain, other: Chain) -> tuple[Chain, Chain, Chain]:
    """Of a time that does not say what it is, beside one that does: it is the other one."""
    if other is not None and gun is not None and net is None and _mostly_shorter(other, gun):
        return other, gun, None
    if other is not None and net is not None and gun is None and _mostly_shorter(net, other):
        return net, other, None
    return net, gun, other


def _mostly_shorter(one: Sequence[Read], two: Sequence[Read]) -> bool:
    pairs = [
        (a.seconds, b.seconds) for a, b in zip(one, two, strict=True) if isinstance(a, Value) and isinstance(b, Value)
    ]
    return bool(pairs) and sum(1 for a, b in pairs if a <= b + 0.5) >= 0.9 * len(pairs)


def _starts(sheet: Sheet, net: Chain, gun: Chain, of_day: Seconds) -> Seconds:
    """Seconds after the gun at which each runner started."""
    count = len(sheet.lines)
    waves = after_gun(sheet, of_day) if any(start is not None for start in of_day) else _delays(sheet)
    if net is not None and gun is not None:
        late = [_late(a, b) for a, b in zip(net, gun, strict=True)]
        if any(late):
            return _either(waves, late) if _is_alike(waves, late) else list(map(_sum, waves, late))
    if any(start for start in waves):
        return waves
    return after_first(_by_time_of_day(sheet)) or [None] * count


def _is_alike(waves: Seconds, late: Seconds) -> bool:
    """Whether the starts are each runner's own, and not those of waves from which each has yet to reach the line."""
    apart = [b - a for a, b in zip(waves, late, strict=True) if a is not None and b is not None]
    middle = median(apart) if apart else 0.0  # the first was at the line so long after the gun
    return sum(1 for one in apart if abs(one - middle) <= _AS_MUCH) > 0.5 * len(apart)


def _either(waves: Seconds, late: Seconds) -> Seconds:
    """The starts by both times, and of who has not both as the list has it, counted from the same moment."""
    apart = median([b - a for a, b in zip(waves, late, strict=True) if a is not None and b is not None])
    return [
        b if b is not None or a is None else max(0.0, round(a + apart, 3)) for a, b in zip(waves, late, strict=True)
    ]


_AS_MUCH = 2.0


def _sum(wave: float | None, late: float | None) -> float | None:
    return None if wave is None and late is None else round((wave or 0.0) + (late or 0.0), 3)


def _late(net: Read, gun: Read) -> float | None:
    if not isinstance(net, Value) or not isinstance(gun, Value):
        return None
    late = round(gun.seconds - net.seconds, 3)
    return late if 0 <= late <= LATEST else None


def _delays(sheet: Sheet) -> Seconds:
    """Starts that are given as seconds after the gun."""
    for column in sheet.all(Meaning.START):
        values = seconds_in(Timed.of(column, START, sheet.choices.date_order).values())
        blank = [
            0.0 if value is None and not cell.strip("0:. ") and cell.strip() else value
            for value, cell in zip(values, column.cells, strict=True)
        ]
        if any(value is not None for value in blank) and max(value or 0.0 for value in blank) <= LATEST:
            return blank
    return [None] * len(sheet.lines)


def _by_time_of_day(sheet: Sheet) -> Seconds:
    """The time of day at which each runner started: that at some point, less the time there."""
    clocks = {
        column.heading.point: column
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None and column.heading.told is Told.CLOCK and column.heading.point is not None
    }
    times = {
        column.heading.point: column
        for column in sheet.all(Meaning.RESULT, Meaning.NET, Meaning.SPLIT)
        if column.heading is not None and column.heading.told is Told.TIME and column.heading.point is not None
    }
    if net := sheet.all(Meaning.NET):
        times[FINISH] = net[0]
    both = [point for point in clocks if point in times]
    starts: Seconds = [None] * len(sheet.lines)
    for point in sorted(both, key=lambda point: not point.finish)[:3]:
        at, time = clocks[point], Timed.of(times[point], point, sheet.choices.date_order)
        time.decide(sheet.far if point.finish else point.metres)
        reader = Timed.of(at, point, sheet.choices.date_order)
        for row, (moment, value) in enumerate(zip(_moments(reader), time.values(), strict=True)):
            if starts[row] is None and moment is not None and isinstance(value, Value):
                starts[row] = moment - value.seconds
        if all(start is not None for start in starts):
            break
    return starts


def _moments(column: Timed) -> list[float | None]:
    """The time of day in each row."""
    clocks = half_day_seconds(column.cells)
    if clocks is None:
        known = {text: day_seconds(text, column) for text in dict.fromkeys(column.cells)}
        return [known[text] for text in column.cells]
    found: list[float | None] = clocks.astype(float).tolist()
    for row in (clocks < 0).nonzero()[0].tolist():
        found[row] = day_seconds(column.cells[row], column)
    return found


def _main(sheet: Sheet, net: Chain, gun: Chain, other: Chain, starts: Seconds) -> tuple[list[Read], Clock | None]:
    """The result in each row, net where there is one, as splits are; `replay.race.clocks` knows the way from there."""
    if net is not None:
        return _filled(sheet, net, gun, starts), Clock.NET
    if gun is not None:
        return gun, Clock.GUN
    clock = Clock.NET if any(start for start in starts) else None
    return (other, clock) if other is not None else ([Nothing.MISSING] * len(sheet.lines), clock)


def _filled(sheet: Sheet, net: Sequence[Read], gun: Chain, starts: Seconds) -> list[Read]:
    """The net times, and where there is none the gun's, less the start where that is known."""
    if gun is None:
        return list(net)
    found = []
    for row, (value, second) in enumerate(zip(net, gun, strict=True)):
        if value is Nothing.MISSING and isinstance(second, Value):
            second = second._replace(seconds=round(second.seconds - (starts[row] or 0.0), 3))
            kind = "results without a chip time, for which the gun's is taken"
            sheet.findings.repaired.add(kind, f"line {sheet.lines[row]}")
            value = second
        elif value is Nothing.MISSING:
            value = second
        found.append(value)
    return found


def _gaps_fill(sheet: Sheet, column: Column, made: Results, leader: Value) -> list[Read]:
    """The gaps of who is placed and has no result, where those of all others are what their results are behind."""
    gaps = Timed.of(column, FINISH, sheet.choices.date_order).values()
    place = sheet.one(Meaning.PLACE)
    pairs = [(v, gap) for v, gap in zip(made.values, gaps, strict=True) if isinstance(gap, Value) and gap.seconds > 0]
    both = [(v, gap) for v, gap in pairs if isinstance(v, Value)]
    if place is None or any(abs(v.seconds - leader.seconds - gap.seconds) > 1 for v, gap in both):
        return []
    lacking = [
        isinstance(gap, Value) and v is Nothing.MISSING and read_place(cell) is not None
        for v, gap, cell in zip(made.values, gaps, place.cells, strict=True)
    ]
    if not any(lacking):
        return []
    return [gap if lacks else Nothing.MISSING for gap, lacks in zip(gaps, lacking, strict=True)]


def _add_gaps(sheet: Sheet, made: Results) -> None:
    """Results that are given as gaps to the winner: `+12.3`, or in a column of gaps."""
    behind = [row for row, value in enumerate(made.values) if isinstance(value, Value) and value.ahead == "+"]
    leader = next((value for value in made.values if isinstance(value, Value) and value.ahead != "+"), None)
    if leader is None:
        return
    if len(behind) > 0.5 * (sum(isinstance(value, Value) for value in made.values) - 1) and behind:
        gaps: list[Read] = [value if row in set(behind) else Nothing.MISSING for row, value in enumerate(made.values)]
        sheet.findings.assume("results with a + are gaps to the winner's and added to it", "")
    elif (column := sheet.one(Meaning.GAP)) is not None and sum(isinstance(v, Value) for v in made.values) == 1:
        gaps = Timed.of(column, FINISH, sheet.choices.date_order).values()
        own = gaps[next(row for row, value in enumerate(made.values) if value is leader)]
        if isinstance(own, Value) and own.seconds > 0:  # he is not the winner, who stands in another list
            return
        sheet.findings.assume(f"the results are the winner's and the gaps of {column.title!r}", "")
    elif column is not None and (filled := _gaps_fill(sheet, column, made, leader)):
        gaps = filled
        sheet.findings.assume(f"results that are missing are the winner's and the gaps of {column.title!r}", "")
    else:
        return
    for row, gap in enumerate(gaps):
        if isinstance(gap, Value) and gap is not leader and (gap.ahead == "+" or made.values[row] is Nothing.MISSING):
            seconds = round(leader.seconds + gap.seconds, 4)
            made.values[row] = gap._replace(seconds=seconds, digits=max(leader.digits, gap.digits), ahead="")
