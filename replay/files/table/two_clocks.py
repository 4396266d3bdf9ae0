"""Two results of everybody, of which no heading says which is by the gun and which by the chip: their cells tell."""

from replay.files.table.meanings.columns import is_last_word
from replay.files.table.meanings.timed import Timed, seconds_in
from replay.files.table.sheet import Sheet
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import FINISH, Heading
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_LATE = 0.1
"""Share of the result by which somebody is longer under way by the gun, at most."""
_FRONT = 5.0
"""Seconds after the gun by which the first are over the line."""
_NEARLY_ALL = 0.95
_ROWS = 500


def leave_arrivals_out(sheet: Sheet) -> None:
    """Of two results one may be when somebody came in, by the clock of his start: `Start, Finish, Time`."""
    starts, results = sheet.all(Meaning.START), sheet.all(Meaning.RESULT)
    if not starts or not results:
        return
    began = [plain_seconds(cell) or 0.0 for cell in starts[0].cells[:_ROWS]]
    for arrival in results:
        for own in (
            one for one in (*results, *sheet.all(Meaning.NET)) if one is not arrival and arrival.why != "--column"
        ):
            cells = zip(began, own.cells, arrival.cells, strict=False)
            ends = [(start, a, b) for start, x, y in cells if (a := plain_seconds(x)) and (b := plain_seconds(y))]
            late = any(start for start, *_ in ends)
            if late and all(abs(start + a - b) <= _ROUNDED for start, a, b in ends):
                arrival.heading, arrival.why = None, f"it is {own.title!r} behind {starts[0].title!r}"
                return


_ROUNDED = 1.0


def tell_clocks_apart(sheet: Sheet) -> None:
    """Take the shorter of two results for the chip's, where all are a little shorter and the headings share a word."""
    columns = [column for column in sheet.all(Meaning.RESULT) if column.why != "--column"]
    if len(columns) != 2 or sheet.all(Meaning.NET, Meaning.GUN):
        return
    words = [set(fold(column.title).split()) for column in columns]
    if words[0] == words[1] or words[0].isdisjoint(words[1]) or any(is_last_word(one.title) for one in columns):
        return
    one, two = (seconds_in(Timed.of(column, FINISH, sheet.choices.date_order).values()[:_ROWS]) for column in columns)
    pairs = [(a, b) for a, b in zip(one, two, strict=True) if a is not None and b is not None]
    for net, sign in ((columns[1], 1), (columns[0], -1)):
        late = [sign * (a - b) for a, b in pairs]
        near = sum(0 <= more <= _LATE * max(pair) for more, pair in zip(late, pairs, strict=True))
        if any(late) and near >= _NEARLY_ALL * len(late) and min(map(abs, late)) <= _FRONT:
            gun = columns[0] if net is columns[1] else columns[1]
            net.heading, net.why = Heading(Meaning.NET, FINISH), f"it is a little less than {gun.title!r}"
            gun.heading, gun.why = Heading(Meaning.GUN, FINISH), f"it is a little more than {net.title!r}"
            clause = f"{net.title!r} is taken for the chip's time and {gun.title!r} for the gun's, by their cells"
            sheet.findings.assume(clause, "--column")
            return
