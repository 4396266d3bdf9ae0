"""The card at the end of a race: the winner's time as large as it gets, the first three, the records, and who led.

Where there is room the race stands below it as a poster, drawn by others: it tells who led, too; where nobody knows how
it went the first three stand there on their steps. Where one led from the start to the finish his laps are told.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from replay.cells.digits import PLAIN_SIZES, SIZES, big, lowered, width_of
from replay.cells.ink import Ink, Row, Run, mix
from replay.cells.rows import fill, row_width
from replay.cells.text import cell_width, fit
from replay.drawing.pages.lapbars import FEWEST, Lap, lap_bars
from replay.drawing.pages.podium import LEAST, MOST, Step, podium_rows
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look


class Placed(NamedTuple):
    """One of those on the card."""

    place: str
    entry: int
    nation: str
    time: str
    behind: str = ""
    """Seconds behind the winner; empty for the winner."""
    record: str = ""
    """`WORLD RECORD −0.47`; empty for none."""
    also: str = ""
    """The next one of the winner, whose greatest stands below the time."""
    colours: Sequence[int] = ()
    """Of the parts of a figure; none where no figure is drawn."""


class EndCard(NamedTuple):
    """All that the card says."""

    title: str
    where: tuple[str, ...]
    """Meeting, city and day, in several lengths, the longest first."""
    podium: tuple[Placed, ...]
    """The winner first."""
    records: tuple[Placed, ...] = ()
    """Others who set one."""
    led: tuple[int | None, ...] = ()
    """Who led, from the start to the finish at even distances; None where nobody knows."""
    indoor: bool = False
    tally: tuple[str, ...] = ()
    """How many of a large field came home, in several lengths, the longest first; none tells of a small one."""
    laps: tuple[Lap, ...] = ()
    """The winner's, as times were taken."""
    counted: str = ""
    """What stands below the time, where that is none: `metres`."""


_DIGITS = 8
"""Rows that everything but the time wants."""

_GIANT = (25, 19)
"""Rows that its digits may have beside those of a scoreboard."""
_KNOWN = 3
"""Who led is told where the leader of more than one part of so many is known."""

_POSTER = 60, 14
"""Cells and rows of a poster, at least."""

_LEAST = 10
"""Rows in which the time has the smallest digits, and no title above them."""


Poster = Callable[[int, int], list[Row]]
"""Draws something in so many cells and rows."""


def card_rows(
    card: EndCard, cast: Cast, look: Look, width: int, height: int, poster: Poster | None = None
) -> list[Row]:
    """The card in exactly `height` rows of `width` cells, with the poster below it where `poster_room` has room."""
    ground = _inks(card, look)[0]
    room = poster_room(card, cast, look, width, height) if poster is not None else 0
    lines = _lines(card, cast, look, width, height)
    high = height - room
    trace = _below(card, cast, look, width, high - len(lines) - 2) if not room else []
    if not room and card.podium[0].colours and width >= _POSTER[0] and height - len(lines) - len(trace) - 4 >= LEAST:
        room = min(height - len(lines) - len(trace) - 4, MOST)
        high, poster = height - room, partial(_podium, card, cast, look)
    lines = _as_many(lines, high - 1 - len(trace))
    lines += [[], *trace] if trace else []
    top = max((high - len(lines) + 1) // 2, 0)
    rows = [fill((), width, ground)] * top + [_centred(line, width, ground) for line in lines]
    rows = [*rows, *[fill((), width, ground)] * (high - len(rows))][:high]
    return [*rows, *poster(width, room)] if poster is not None and room else rows


def _podium(card: EndCard, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """The first three on their steps."""
    inks = _inks(card, look)
    board = inks[0].bg if inks[0].bg is not None else look.theme.board
    steps = [
        Step(who.place, cast.names[who.entry], who.time, cast.chips[who.entry], cast.codes[who.entry], who.colours)
        for who in card.podium
        if who.colours  # a list of some may go on with the fifth, who stood on no step
    ]
    shades = (look.theme.had(mix(board, look.theme.board_text, share)) for share in _RAISED)
    return podium_rows(steps, inks, next((shade for shade in shades if shade != board), board), width, height)


_RAISED = 0.11, 0.25, 0.4
"""By how much the steps are lighter than the card; where there are few colours, so much that it is another."""


def poster_room(card: EndCard, cast: Cast, look: Look, width: int, height: int) -> int:
    """Rows of the card that a poster has, for which no digit is smaller; 0 where nobody knows how the race went."""
    room = height - len(_lines(card, cast, look, width, height)) - 3
    told = _is_known(card) and (len(set(card.led)) > 1 or len(card.laps) >= FEWEST)
    return room if width >= _POSTER[0] and room >= _POSTER[1] and told else 0


def _below(card: EndCard, cast: Cast, look: Look, width: int, room: int) -> list[list[Run]]:
    """What stands below the first three: how many came home, who led, or how who led all the way ran."""
    soft = _inks(card, look)[1]
    if tally := [[(words, soft)] for words in card.tally if cell_width(words) <= width - 2][:1]:
        return tally
    if len(set(card.led)) > 1:
        return _led(card.led, cast, look, soft, width - 4) if _is_known(card) else []
    winner = card.podium[0].entry
    words = f"how {cast.names[winner]} ran" if len(card.podium) > 1 else ""
    return lap_bars(words, card.laps, (soft._replace(fg=cast.colours[winner]), soft), look, (width - 4, room))


def _is_known(card: EndCard) -> bool:
    """Whether it is known of enough of the way who led."""
    return sum(entry is not None for entry in card.led) * _KNOWN > len(card.led)


def _inks(card: EndCard, look: Look) -> tuple[Ink, Ink, Ink]:
    """Of what is said, of what matters less, and of what matters most."""
    theme = look.theme
    board = theme.board_indoor if card.indoor else theme.board
    return Ink(theme.board_text, board), Ink(theme.board_muted, board), Ink(theme.board_accent, board, bold=True)


def _lines(card: EndCard, cast: Cast, look: Look, width: int, height: int) -> list[list[Run]]:
    """What the card says in so many rows: the title, the time, the first three and the records."""
    ground, soft, gold = _inks(card, look)
    winner = card.podium[0]
    blank: list[Run] = []
    where = next((where for where in card.where if cell_width(where) <= width - 2), "")
    time = _time(winner.time, look, width - 4, height - _DIGITS - len(card.podium))
    lines: list[list[Run]] = [[(card.title, ground._replace(bold=True))], [(where, soft)], blank]
    small = _time(winner.time, look, width - 4, (PLAIN_SIZES if look.ascii else SIZES)[-1])
    if len(time) < len(small) and height >= _LEAST:  # the title stands above the card, too
        time, lines = lowered(small), []
    lines += [[(row, gold)] for row in time]
    lines += [[(card.counted, gold)]] if card.counted and len(time) > 1 else []
    if winner.record:
        lines += [blank, [(winner.record, gold)]]
    lines.append(blank)
    people = [*card.podium, *card.records]
    wide = max(cell_width(cast.names[who.entry]) for who in people)
    bare = [who._replace(behind="") for who in people]
    ways = people, bare, [who._replace(record="", also="") for who in bare[: len(card.podium)]]
    # The seconds behind go first, then what a record is called: no word is cut.
    cells = wide, *(max(map(cell_width, texts)) for texts in ([p.time for p in people], [p.behind for p in people]))
    told = [[_person(who, cast, cells, (ground, soft, gold), way) for who in way] for way in ways]
    rows_of = next((rows for rows in told if max(map(row_width, rows)) <= width - 2), told[-1])
    far = min(max(map(row_width, rows_of)), width)
    return [*lines, *(list(fill(row, far, ground)) for row in rows_of)]


def _time(time: str, look: Look, width: int, height: int) -> tuple[str, ...]:
    """The winner's time in the largest digits there is room for, or as it is."""
    sizes = (
        size
        for size in (*_GIANT, *(PLAIN_SIZES if look.ascii else SIZES))
        if size <= height and width_of(time, size, look.ascii) <= width
    )
    size = next(sizes, 0)
    return big(time, look.ascii, size) if size else (time,)


def _person(
    who: Placed, cast: Cast, cells: tuple[int, ...], inks: tuple[Ink, Ink, Ink], beside: Sequence[Placed] = ()
) -> list[Run]:
    """Somebody's line; `cells` are those of names, times and seconds behind, and below the records of all `beside`."""
    wide, time, behind = cells
    ground, soft, gold = inks
    apart = who.behind or (who.also and any(one.behind for one in beside))
    first = who.place == "1"
    runs: list[Run] = [
        (f"{who.place:>2} ", gold if first else soft),
        (cast.codes[who.entry], cast.chips[who.entry]),
        (f" {fit(cast.names[who.entry], wide)} ", ground._replace(bold=first)),
        (f"{who.nation:<4}", soft),
        (f"{who.time:>{max(time + 1, 9)}}", ground._replace(bold=first)),
        (f"{who.behind:>{max(behind + 2, 8)}}" if apart else "", soft),
    ]
    record = who.also if first else who.record
    return [*runs, (f"  {record}", gold)] if record else runs


def _led(led: Sequence[int | None], cast: Cast, look: Look, soft: Ink, width: int) -> list[list[Run]]:
    """Who led, as one bar from the start to the finish, with three letters where a stretch has room for them."""
    cells = [led[at * len(led) // width] for at in range(width)]
    runs: list[Run] = []
    start = 0
    for at in range(1, width + 1):
        if at == width or cells[at] != cells[start]:
            entry = cells[start]
            code = "not known" if entry is None else cast.codes[entry]
            ink = soft if entry is None else cast.chips[entry]
            text = fit(f" {code}" if at - start >= len(code) + 2 else "", at - start)
            if entry is None:  # without letters too it is seen that the bar begins there
                dots = look.glyph("·", ".") * (at - start)
                text = dots[0] + text.strip() + dots if text.strip() else dots
                text = text[: at - start]
            elif not look.coloured:  # a stretch of each, where grounds tell nothing
                text = f"{look.glyph('├', '|')}{text.strip()}{look.glyph('─', '-') * (at - start)}"[: at - start]
            runs.append((text, ink))
            start = at
    return [[("who led (~ between splits)", soft)], runs]


def _as_many(lines: list[list[Run]], room: int) -> list[list[Run]]:
    """As many lines as there are rows: first go the blank ones, of which that above the time stays longest.

    Without it the time is half a row lower, and touches nothing above it.
    """
    blank = [at for at, line in enumerate(lines) if not line]
    gone = [*blank[1:], *blank[:1]][: max(len(lines) - room, 0)]
    if blank and blank[0] in gone:
        first = blank[0] + 1
        time = list(takewhile(lambda line: len(line) == 1 and set(line[0][0]) <= _BLOCKS, lines[first:]))
        texts = lowered([text for line in time for text, _ in line]) if time else ()
        lines[first : first + len(time)] = [[(text, line[0][1])] for text, line in zip(texts, time, strict=True)]
    return [line for at, line in enumerate(lines) if at not in gone][: max(room, 1)]


_BLOCKS = frozenset(" ▀▄█")
"""What digits are made of."""


def _centred(line: Sequence[Run], width: int, ground: Ink) -> Row:
    margin = max((width - row_width(line)) // 2, 0)
    return fill([(" " * margin, ground), *line], width, ground)
