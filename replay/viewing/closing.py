"""The card at the end of a race, from its result."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from replay.analysis.laps import lap_parts, laps_of
from replay.cells.ink import Row
from replay.drawing.closeup.inks import part_colours
from replay.drawing.pages.endcard import EndCard, Placed, card_rows, poster_room
from replay.drawing.pages.lapbars import Lap
from replay.drawing.panels.bars import day
from replay.drawing.panels.figures import lapped, timed
from replay.drawing.view import View
from replay.race.course import Surface
from replay.race.order import FALLING_IN
from replay.race.race import Status, When, WhenKind
from replay.race.times import format_clock, format_gap, format_ran, gap_digits, margin_digits
from replay.state.timeline import RunnerState
from replay.viewing.decisive import record_texts
from replay.viewing.stage import Stage

_PODIUM = 3
_PARTS = 120
"""Of the distance, in each of which somebody led."""
_RECORDS = 2
"""Others whose records are told."""


def end_card(stage: Stage) -> EndCard | None:
    """The card of a race that somebody has won; None where no time of the winner is known."""
    race = stage.race
    best = _best_of_others(stage) if stage.many else None
    state = stage.state_at(stage.timeline.duration, () if best is None else (best,))
    placed: list[Placed] = []
    look = stage.look
    figured = look.coloured and not look.drawn and not stage.many
    for runner in state.standings:
        entry = race.entries[runner.entry]
        figures = _figures(stage, runner)
        if runner.status != "finished" or runner.place is None or figures is None:
            continue
        record, also, *_ = *record_texts(race, runner.entry), "", ""
        if runner.place > 1:
            record, also = "FIRST WOMAN" if runner.entry == best else record, ""
        colours = part_colours(stage.cast.colours[runner.entry], look) if figured and runner.place <= _PODIUM else ()
        placed.append(
            Placed(str(runner.place), runner.entry, entry.nation, *figures, record, colours=colours, also=also)
        )
    if not placed or placed[0].place != "1":
        return None
    dot = f" {stage.look.glyph('·', '-')} "
    places = (race.meeting, race.venue.city, day(race)), (race.meeting, day(race)), (day(race),)
    others = [who for who in placed[_PODIUM:] if who.record][:_RECORDS]
    parts = 0 if stage.many else 1 if len(placed) == 1 else _PARTS  # the first of thousands takes a while to find
    return EndCard(
        race.title,
        tuple(dot.join(part for part in where if part) for where in places),
        tuple(placed[:_PODIUM]),
        tuple(others),
        tuple(_leader(stage, race.distance * part / parts) for part in range(1, parts + 1)),
        race.course.surface is Surface.INDOOR,
        _tally(stage, dot) if stage.many else (),
        () if stage.many else _laps(stage, placed[0].entry),
        _COUNTED.get(placed[0].time.rpartition(" ")[2], ""),
    )


_KILOMETRE = 1000.0
_COUNTED = {"m": "metres", "km": "kilometres"}


def _figures(stage: Stage, runner: RunnerState) -> tuple[str, str] | None:
    """Somebody's time, or how far he came, and how much the winner was better; None where neither is known."""
    race = stage.race
    entry = race.entries[runner.entry]
    if race.duration is not None and entry.arrival is not None:
        minus = stage.look.glyph("−", "-")
        ran, gap = format_ran(entry.arrival.distance, race.distance), runner.gap_metres or 0.0
        far = f"{gap / 1000:.3f} km" if ran.endswith(" km") and gap >= _KILOMETRE else f"{gap:.0f} m"
        return ran, f"{minus}{far}" if gap else ""
    if entry.result is None:
        return None
    digits = gap_digits(race.distance)
    if entry.result.text.rpartition(".")[2] != entry.result.text:
        digits = margin_digits(runner.gap or 0.0)
    time = timed(entry.result.seconds, entry.result, 0 if stage.many else gap_digits(race.distance))
    return time, format_gap(runner.gap, digits) if runner.gap else ""


def _laps(stage: Stage, winner: int) -> tuple[Lap, ...]:
    """The winner's laps as times were taken, else the ways between his own times; none where these are too many."""
    timeline = stage.timeline
    points = (point.distance for point in timeline.known(winner).points if not point.time.evidence.mark)
    own = list(pairwise((0.0, *(metres for metres in points if metres > 0))))
    for parts in (lap_parts(timeline), own if len(own) <= _LAPS else []):
        laps = [lap for lap in laps_of(timeline, winner, parts).laps if lap is not None and not lap.evidence.mark]
        if len(laps) == len(parts) > 1 and all(lap.seconds > 0 for lap in laps):
            return tuple(
                Lap(timeline.track.label(end), lapped(lap).strip(), (end - start) / lap.seconds)
                for (start, end), lap in zip(parts, laps, strict=True)
            )
    return ()


_LAPS = 60
"""Times of one runner that are more than laps."""


def _best_of_others(stage: Stage) -> int | None:
    """The first woman of a field in which a man was first; None where nobody is known to be one."""
    home = (
        (entry.result.seconds, index)
        for index, entry in enumerate(stage.race.entries)
        if entry.sex == "F" and entry.competes and entry.result is not None and entry.status is Status.FINISHED
    )
    return min(home, default=(0.0, None))[1]


def _tally(stage: Stage, dot: str) -> tuple[str, ...]:
    """How many of a large field came home, and until when, in several lengths, the longest first."""
    end = stage.timeline.duration
    tally = stage.timeline.tally(end)
    counts = [f"{tally.home:,} home", f"the last in {format_clock(end, 0)}"]
    counts[1:1] = [f"{tally.out:,} out"] if tally.out else []
    return tuple(dot.join(counts[:count]) for count in range(len(counts), 0, -1))


def _leader(stage: Stage, metres: float) -> int | None:
    """Who was first after so many metres, or once all had fallen into line; None where nobody knows."""
    when = When(WhenKind.DISTANCE, max(metres, FALLING_IN))
    state = stage.timeline.top(stage.timeline.time_of(when), 1)
    return state.standings[0].entry if state.order_known and state.standings else None


class Closing(NamedTuple):
    """The card in a panel."""

    rows: Sequence[Row] = ()
    """None where no time of the winner is known."""
    posted: bool = False
    """Whether the race trace stands on it."""


def closing(stage: Stage, width: int, height: int) -> Closing:
    """The card in a panel of so many cells and rows."""
    card = end_card(stage)
    if card is None:
        return Closing()
    cast = stage.cast._replace(codes=("",) * len(stage.cast.codes)) if stage.many else stage.cast  # grey, and no names
    if stage.many or stage.race.duration is not None:
        return Closing(card_rows(card, cast, stage.look, width, height))
    posted = poster_room(card, cast, stage.look, width, height) > 0
    return Closing(card_rows(card, cast, stage.look, width, height, partial(_trace, stage)), posted)


def _trace(stage: Stage, width: int, height: int) -> list[Row]:
    """How the race went, in seconds behind whoever was first; of one runner how fast."""
    chart = "speed" if stage.alone else "trace"
    view = View(chart=chart, both=False, gap_in_metres=stage.alone)
    shown = stage.sights.charts.shown(stage.timeline.duration, view, width, height)
    return shown.draw()


def card_text(stage: Stage) -> str:
    """The card as text, to be sent to somebody: one line for the race, and one for everybody on it."""
    card = end_card(stage)
    if card is None:
        return ""
    lines = [", ".join(part for part in (card.title, stage.race.meeting, day(stage.race)) if part)]
    for who in (*card.podium, *card.records):
        name = stage.race.entries[who.entry].name
        nation = f" ({who.nation})" if who.nation else ""
        figures = " ".join(part for part in (who.time, who.behind, who.record, who.also) if part)
        lines.append(f"{who.place} {name}{nation} {figures}")
    return "\n".join(lines)
