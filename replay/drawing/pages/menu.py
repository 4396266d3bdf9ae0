"""The menu: races in groups, and a preview of the chosen one that gives nothing of its result away."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from replay.cells.canvas import Rect
from replay.cells.digits import PLAIN_SIZES, SIZES, big
from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Lines, Overlay, fill, over, row_width, spread
from replay.cells.text import cell_width, fit, wrap
from replay.drawing.pages.lines import in_columns, wrapped
from replay.drawing.panels.bars import day
from replay.drawing.theme.look import Look
from replay.race.race import Evidence, Race, Record, Status
from replay.race.shortnames import family_name, role_note
from replay.race.teams import contestants
from replay.race.times import format_distance, format_time
from replay.race.track import track_of


class MenuLine(NamedTuple):
    """A line of the list: a group's heading, or a race to choose."""

    text: str
    """What it says: the group, or the race's title."""
    detail: str = ""
    """On the right: the date."""
    heading: bool = False
    broken: bool = False
    story: bool = False
    shorter: tuple[str, ...] = ()
    """What it says where there is no room for all of it, the longest first."""

    def fitting(self, room: int) -> str:
        """What it says in at most so many cells: rather less of it than words that are cut."""
        return fit(next((text for text in (self.text, *self.shorter) if cell_width(text) <= room), self.text), room)


DOCUMENTED = {
    "full": ("▮▮▮", "###", "the field’s splits are known"),
    "part": ("▮▮▯", "##-", "some splits are known, the rest is estimated"),
    "results": ("▮▯▯", "#--", "only results are known, the rest is estimated"),
}
"""How well a race is documented, as a meter and in words."""


def menu_rows(lines: Sequence[MenuLine], chosen: int, look: Look, width: int, height: int) -> list[Row]:
    """The list in exactly `height` rows of `width` cells, scrolled so that the chosen line is seen."""
    top = first_line(len(lines), chosen, height)
    rows = [_line(line, top + at == chosen, look, width) for at, line in enumerate(lines[top : top + height])]
    blank = fill((), width, look.panel)
    return [*with_more(rows, top, len(lines), look), *[blank] * (height - len(rows))]


def with_more(rows: list[Row], top: int, count: int, look: Look) -> list[Row]:
    """The rows of a list of so many, from `top` on, with a sign at the left where there is more of it."""
    sign = Ink(fg=look.theme.accent, bg=look.theme.panel, bold=True)
    shown = list(rows)
    if shown and top > 0:
        shown[0] = over(shown[0], [(0, look.glyph("▲", "^"), sign)])
    if shown and top + len(rows) < count:
        shown[-1] = over(shown[-1], [(0, look.glyph("▼", "v"), sign)])
    return shown


def first_line(count: int, chosen: int, height: int) -> int:
    """The line at the top of the list, for the chosen one to be in the middle where it can."""
    return max(min(chosen - height // 2, count - height), 0)


def _line(line: MenuLine, chosen: bool, look: Look, width: int) -> Row:
    theme = look.theme
    if line.heading:
        text = f" {line.text.upper()} "
        rule = look.glyph("─", "-") * max(width - cell_width(text) - 1, 0)
        return fill([(text, Ink(fg=theme.accent, bg=theme.panel, bold=True)), (rule, look.faint)], width, look.panel)
    ground = theme.panel_raised if chosen else theme.panel
    base = Ink(fg=theme.text, bg=ground, bold=chosen, reverse=False)
    soft = Ink(fg=theme.muted, bg=ground)
    pointer = look.glyph("▌", ">") if chosen else " "
    colour = theme.bad if line.broken else theme.text
    mark = look.glyph("✕ ", "x ") if line.broken else look.glyph("≡ ", "= ") if line.story else "  "
    tail: list[Run] = [(line.detail + " ", soft)] if line.detail else []
    room = max(width - row_width(tail) - 4, 4)
    head: list[Run] = [
        (pointer, Ink(fg=theme.accent, bg=ground, bold=True)),
        (mark, Ink(fg=theme.bad if line.broken else theme.accent, bg=ground)),
        (line.fitting(room), Ink(fg=colour, bg=ground, bold=chosen)),
    ]
    row = spread(head, tail, width, base)
    return look.marked(row) if chosen else row


_WIDE, _PAINTED = 32, 9
"""Columns and rows from which a painted course looks like one."""
_PICTURE = 44
"""Rows beyond which it gains nothing."""
_SHAPE, _STRETCH = 0.30, 1.15
"""Rows for each of its columns, and how much more of them it may have."""


def field_rows(race: Race, look: Look, width: int, height: int, title: str = "the field") -> list[Row]:
    """Who runs, with whole names and bests, in the room that a list leaves below it; nothing where not all have any."""
    from replay.drawing.panels.before import listed_rows  # no race is looked at in the menu's first frame
    from replay.drawing.scene import Scene
    from replay.drawing.theme.lineup import cast_of

    if height - 1 < _BELOW or len(race.entries) > _LISTED:
        return []
    rows = listed_rows(Scene(race, cast_of(race, look), look, track_of(race)), width, height - 1, title, short=True)
    return [fill((), width, look.panel), *rows] if rows else []


_BELOW = 6
"""Rows below a list in which there is something to show."""


def preview_rows(race: Race, look: Look, width: int, height: int, *, listed: bool = False) -> list[Row]:
    """What anyone could know before the race, the best first: where, what makes one want to watch, the field, records.

    Who runs is no part of it where that is `listed` elsewhere.

    What there is no room for is left out: first the notes, then how it is documented, and so on up. The course is
    painted where the field and the records leave room for it.
    """
    inner = max(width - 4, 8)
    where = f" {look.glyph('·', '-')} ".join(part for part in (race.meeting, str(race.venue)) if part)
    head: Lines = [
        [(race.title, look.accent)],
        *wrapped(where, look.panel, inner),
        *wrapped(day(race), look.muted, inner),
        [],
        *_stakes(race, look, inner),
        [(course_text(race), look.strong)],
    ]
    field = _field(race, look, inner) if not listed else []
    room = height - len(head) - 1
    if len(field) > room:
        field = [*field[: max(room - 1, 1)], [(f"{look.glyph('…', '...')} and more", look.muted)]]
    lines = [*head, *([[], *field] if field else [])]
    if (records := _records(race, look, inner)) and len(lines) + 1 + len(records) <= height:
        lines += [[], *records]
    painted = _PAINTED if height - len(lines) - 1 >= _PAINTED and width >= _WIDE else 0
    for block in (
        _documented(race, look, inner),
        wrapped(race.conditions, look.muted, inner),
        wrapped(race.note, look.muted, inner),
    ):
        if block and len(lines) + 1 + len(block) + (painted + 1 if painted else 0) <= height:
            lines += [[], *block]
    blank = fill((), width, look.panel)
    rows = [fill([("  ", look.panel), *line], width, look.panel) for line in lines[:height]]
    return [*rows, *picture_rows(race, look, width, height - len(rows) - 1), *[blank] * height][:height]


def _stakes(race: Race, look: Look, width: int) -> Lines:
    """The line that makes one want to watch, and who said so; nothing where nobody knows more than the field."""
    from replay.commentary.stakes import beforehand  # no race is looked at in the menu's first frame

    text, source = beforehand(race)
    if not text:
        return []
    lines = wrapped(text, look.strong, width)
    tail = f"  {source}" if source else ""
    if row_width(lines[-1]) + cell_width(tail) <= width:
        lines[-1] = [*lines[-1], (tail, look.muted)]
    return [*lines, []]


def picture_rows(race: Race, look: Look, width: int, height: int) -> list[Row]:
    """The track in what room is left under the text; nothing where it would be too small to look like one."""
    high = min(height, _PICTURE)
    wide = min(width - 2, int(high / _SHAPE))
    high = min(high, int(wide * _SHAPE * _STRETCH))
    if high < _PAINTED or wide < _WIDE - 2:
        return []
    from replay.drawing.course.stadium import paint  # the list comes before any picture

    blank = fill((), width, look.panel)
    painted = paint(track_of(race), wide, high, look.theme, ascii=look.drawn)
    margin = (width - wide) // 2
    rows = list(painted.rows)
    for y, overlay in _to_beat(race, look, painted.infield):
        rows[y] = over(rows[y], [overlay])
    picture = [fill([(" " * margin, look.panel), *row], width, look.panel) for row in rows]
    return [*[blank] * (height + 1 - high), *picture]


def _to_beat(race: Race, look: Look, board: Rect) -> Iterator[tuple[int, Overlay]]:
    """The time to beat on the board of the infield, as large as it gets; nothing where no record is known."""
    record = next(iter(race.records), None)
    if record is None:
        return
    time = record.time.text or format_time(record.time.seconds)
    gold, soft = Ink(look.theme.board_accent, bold=True), Ink(look.theme.board_muted)
    shapes = [*(big(time, look.ascii, size) for size in (PLAIN_SIZES if look.ascii else SIZES)), (time,)]
    ways = [
        [*((row, gold) for row in shape), *blank, (record.label, soft)]
        for shape in shapes
        for blank in ([("", soft)], [])
    ]
    fits = (way for way in ways if len(way) <= board.height and max(map(_wide, way)) <= board.width - 2)
    lines = next(fits, [])
    top = board.y + (board.height - len(lines)) // 2
    for y, (text, ink) in enumerate(lines, top):
        yield y, (board.x + (board.width - cell_width(text)) // 2, text, ink)


def _wide(line: Run) -> int:
    return cell_width(line[0])


def course_text(race: Race) -> str:
    """The distance and how it is run: `mile, outdoors`; in metres too where the event does not say how far it is."""
    exact = format_distance(race.distance)
    event = race.event or exact
    return track_of(race).described(event if _says_how_far(event, race.distance) else f"{event} ({exact})")


def _says_how_far(event: str, metres: float) -> bool:
    """Whether an event's name is its distance, as everybody knows it."""
    from replay.race.events import event_metres  # no race is looked at in the menu's first frame

    try:
        return abs(event_metres(event) - metres) < 0.5
    except ValueError:
        return False


def _documented(race: Race, look: Look, width: int) -> Lines:
    meter, plain, words = DOCUMENTED[race.documented]
    kind = {Evidence.MEASURED: "official timing", Evidence.REPORTED: "from reports", Evidence.ESTIMATED: "estimated"}[
        race.evidence
    ]
    text = f"{kind}: {words}"
    first, *rest = wrap(text, max(width - 4, 8))
    return [
        [(look.glyph(meter, plain) + " ", look.accent), (first, look.muted)],
        *([("    " + line, look.muted)] for line in rest),
    ]


def _field(race: Race, look: Look, width: int) -> Lines:
    """The runners with their letters in their colours, in as many columns as fit; by name, which tells nothing."""
    from replay.drawing.theme.lineup import cast_of  # no race is looked at in the menu's first frame

    starters = [index for index, entry in enumerate(race.entries) if entry.status is not Status.DNS]
    title = contestants(len(starters), race)
    if len(starters) > _LISTED:
        return [[(title, look.heading)]]
    cast = cast_of(race, look)
    columns = max(min(width // 19, 3, (len(starters) + 1) // 2), 1)  # of few the names are whole
    cell = width // columns
    cells: list[list[Run]] = []
    for index in sorted(starters, key=lambda index: cast.names[index].casefold()):
        note = role_note(race.entries[index])
        name = f"{cast.names[index]} ({note})" if note else cast.names[index]
        room = cell - cast.code - 2
        nation = f" {race.entries[index].nation}" if cell_width(name) + 4 <= room else ""
        text = fit(name, room - cell_width(nation)) if not nation else name
        rest = " " * max(room - cell_width(text) - cell_width(nation), 0)
        chip = cast.codes[index], cast.chips[index]
        cells.append([chip, (f" {text}", look.panel), (f"{nation}{rest} ", look.muted)])
    return [[(title, look.heading)], *in_columns(cells, columns)]


_LISTED = 60
"""Runners up to which a field is listed by name."""


def _records(race: Race, look: Look, width: int) -> Lines:
    lines: Lines = []
    records = race.records[:6]
    label = min(max((cell_width(record.label) for record in records), default=0), 24, max(width - 24, 8))
    times = [record.time.text or format_time(record.time.seconds) for record in records]
    wide = max(map(len, times), default=0)
    for record, time in zip(records, times, strict=True):
        holder = _holder(record, width - label - wide - 3, look.glyph("…", "."))
        lines.append(
            [
                (fit(_short(record.label, label), label) + " ", look.muted),
                (fit(time, wide, right=True) + "  ", look.panel),
                (holder, look.muted),
            ]
        )
    return [[("before this race", look.heading)], *lines] if lines else []


def _short(label: str, width: int) -> str:
    """`World indoor record`, below `before this race` without its last word where there is no room for it."""
    return label if cell_width(label) <= width else label.removesuffix(" record")


def _holder(record: Record, width: int, ellipsis: str) -> str:
    """Who holds a record since which year, in at most so many cells: a name is shortened, a year never."""
    year = f", {record.date[:4]}" if record.date else ""
    family = family_name(record.holder)
    for name in (record.holder, f"{record.holder[:1]}. {family}", family):
        if cell_width(name + year) <= width:
            return name + year
    room = width - cell_width(year)
    return fit(family, room, ellipsis=ellipsis) + year if room >= 4 else ""
