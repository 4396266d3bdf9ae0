"""The card at the end of a race, from its result."""

from replay.cells.ink import Row
from replay.drawing.pages.endcard import EndCard, Placed, card_rows
from replay.drawing.panels.bars import day
from replay.drawing.panels.figures import gap_digits
from replay.race.course import Surface
from replay.race.race import When, WhenKind
from replay.race.times import format_gap
from replay.viewing.decisive import record_text
from replay.viewing.stage import Stage

_PODIUM = 3
_PARTS = 120
"""Of the distance, in each of which somebody led."""
_RECORDS = 2
"""Others whose records are told."""


def end_card(stage: Stage) -> EndCard | None:
    """The card of a race that somebody has won; None where no time of the winner is known."""
    race = stage.race
    state = stage.state_at(stage.timeline.duration)
    placed: list[Placed] = []
    for runner in state.standings:
        entry = race.entries[runner.entry]
        if runner.status != "finished" or runner.place is None or entry.result is None:
            continue
        digits = 2 if entry.result.text.rpartition(".")[2] != entry.result.text else gap_digits(race.distance)
        behind = format_gap(runner.gap, digits) if runner.gap else ""
        time = entry.result.evidence.mark + entry.result.text
        record = record_text(race, runner.entry)
        placed.append(Placed(str(runner.place), runner.entry, entry.nation, time, behind, record))
    if not placed or placed[0].place != "1":
        return None
    dot = f" {stage.look.glyph('·', '-')} "
    places = (race.meeting, race.venue.city, day(race)), (race.meeting, day(race)), (day(race),)
    others = [who for who in placed[_PODIUM:] if who.record][:_RECORDS]
    return EndCard(
        race.title,
        tuple(dot.join(part for part in where if part) for where in places),
        tuple(placed[:_PODIUM]),
        tuple(others),
        tuple(_leader(stage, race.distance * part / _PARTS) for part in range(1, _PARTS + 1)),
        race.course.surface is Surface.INDOOR,
    )


def _leader(stage: Stage, metres: float) -> int | None:
    """Who was first after so many metres; None where nobody knows."""
    state = stage.timeline.top(stage.timeline.time_of(When(WhenKind.DISTANCE, metres)), 1)
    return state.standings[0].entry if state.order_known and state.standings else None


def closing_rows(stage: Stage, width: int, height: int) -> list[Row]:
    """The card in a panel of so many cells and rows; none where there is none."""
    card = end_card(stage)
    return card_rows(card, stage.cast, stage.look, width, height) if card is not None else []


def card_text(stage: Stage) -> str:
    """The card as text, to be sent to somebody: one line for the race, and one for everybody on it."""
    card = end_card(stage) if not stage.many else None
    if card is None:
        return ""
    lines = [", ".join(part for part in (card.title, stage.race.meeting, day(stage.race)) if part)]
    for who in (*card.podium, *card.records):
        name = stage.race.entries[who.entry].name
        nation = f" ({who.nation})" if who.nation else ""
        figures = " ".join(part for part in (who.time, who.behind, who.record) if part)
        lines.append(f"{who.place} {name}{nation} {figures}")
    return "\n".join(lines)
