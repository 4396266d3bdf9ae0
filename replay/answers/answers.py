"""What the command line answers: values ready for JSON, and the same as text."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from replay.cells.text import cell_width, fit, wrap
from replay.commentary import Call
from replay.files.library import LibraryItem
from replay.files.story import RacePart
from replay.race.race import Entry, Evidence, Quote, Race, Role, Split, Status
from replay.race.times import format_clock, format_distance, format_gap, format_time
from replay.state.timeline import RaceState, Timeline

Answer = dict[str, Any]
"""A JSON object."""

_ENDINGS = {"dnf": "DNF", "dq": "DQ", "dns": "DNS", "unknown": "no result known"}


def _number(value: float | None) -> float | None:
    """A number that JSON has: rounded to a millionth, None for what is not finite."""
    if value is None or not math.isfinite(value):
        return None
    return round(float(value), 6)


# The library


def list_answer(items: Iterable[LibraryItem]) -> list[Answer]:
    """`list --json`."""
    return [_item_answer(item) for item in items]


def _item_answer(item: LibraryItem) -> Answer:
    if item.error is not None:
        return {"id": item.id, "error": item.error}
    race = item.race
    if race is None:
        parts = item.story.parts if item.story else ()
        races = sum(isinstance(part, RacePart) for part in parts)
        return {"id": item.id, "kind": item.kind, "title": item.title, "date": None, "distance": None, "runners": None,
                "documented": "full", "races": races}  # fmt: skip
    runners = sum(entry.competes for entry in race.entries)
    return {"id": item.id, "kind": item.kind, "title": race.title, "meeting": race.meeting, "date": _date(race),
            "distance": _number(race.distance), "runners": runners, "documented": race.documented}  # fmt: skip


def list_text(items: Iterable[LibraryItem]) -> str:
    """The library as a table."""
    rows = []
    for item in items:
        if item.error is not None:
            rows.append((item.id, "", "", f"cannot be read: {item.error}"))
        elif item.race is not None:
            race = item.race
            title = ", ".join(part for part in (race.title, race.meeting) if part)
            rows.append((item.id, str(race.date or ""), race.documented, title))
        else:
            rows.append((item.id, "", "story", item.title))
    return table(("id", "date", "known", "race"), rows)


# One race


def show_answer(race: Race) -> Answer:
    """`show --json`."""
    return {
        "race": race.id,
        "title": race.title,
        "meeting": race.meeting,
        "date": _date(race),
        "venue": str(race.venue),
        "distance": _number(race.distance),
        "documented": race.documented,
        "conditions": race.conditions,
        "note": race.note,
        "entries": [_entry_answer(entry, race) for entry in race.entries],
        "sources": {
            key: {"title": s.title, "publisher": s.publisher, "author": s.author, "date": s.date, "url": s.url}
            for key, s in race.sources.items()
        },
        "disputes": [
            {
                "what": dispute.what,
                "claims": [{"value": claim.value, "source": claim.source} for claim in dispute.claims],
                "resolution": dispute.resolution,
            }
            for dispute in race.disputes
        ],
        "quotes": [_quote_answer(quote) for quote in race.quotes],
        "records": [
            {"label": r.label, "time": _number(r.time.seconds), "holder": r.holder, "date": r.date, "source": r.source}
            for r in race.records
        ],
    }


def _quote_answer(quote: Quote) -> Answer:
    return {"said": quote.text, "by": quote.by, "when": quote.when, "source": quote.source}


def _entry_answer(entry: Entry, race: Race) -> Answer:
    return {
        "name": entry.name,
        "nation": entry.nation,
        "bib": entry.bib,
        "status": str(entry.status),
        "role": str(entry.role) if entry.role else None,
        "place": entry.place,
        "result": _number(entry.result.seconds) if entry.result else None,
        "marks": list(entry.marks),
        "splits": [
            {
                "distance": _number(split.distance),
                "time": _number(split.time.seconds),
                "evidence": str(split.time.evidence),
                "source": split.time.source,
                "doubtful": split.time.doubtful,
                "range": _number(split.margin),
            }
            for split in with_finish(entry, race)
        ],
    }


def with_finish(entry: Entry, race: Race) -> tuple[Split, ...]:
    """An entry's splits with the finish among them."""
    return (*entry.splits, Split(race.distance, entry.result)) if entry.result else entry.splits


def show_text(race: Race) -> str:
    """A race as a table: entries, splits with their evidence, quotes, records, disputes, sources."""
    head = ", ".join(part for part in (race.title, race.meeting, str(race.venue), _date(race) or "") if part)
    lines = [head, f"{format_distance(race.distance)}, {_documented(race)}"]
    lines += [text for text in (race.conditions, race.note) if text]
    lines.append("")
    for entry in sorted(race.entries, key=_result_order):
        lines += _entry_text(entry, race)
    lines += _records_text(race)
    if race.quotes:
        lines += ["", "Quotes"]
        lines += [
            f"  “{q.text}” {q.by}" + (f", {q.when}" if q.when else "") + _cited(race, q.source) for q in race.quotes
        ]
    if race.disputes:
        lines += ["", "Where sources disagree"]
    for dispute in race.disputes:
        lines.append(f"  {dispute.what}:")
        lines += [f"    {claim.value}{_cited(race, claim.source)}" for claim in dispute.claims]
        lines.append(f"    -> {dispute.resolution}")
    if race.sources:
        lines += ["", "Sources"]
        lines += [
            f"  [{s.key}] " + ", ".join(filter(None, (s.author, s.title, s.publisher, s.date, s.url)))
            for s in race.sources.values()
        ]
    return "\n".join(lines)


def _documented(race: Race) -> str:
    words = {
        "full": "the field's splits are known",
        "part": "some splits are known",
        "results": "only results are known",
    }
    return f"{words[race.documented]}; times are {race.evidence} unless they say otherwise, ~ is estimated, ? doubtful"


def _result_order(entry: Entry) -> tuple[int, float, str]:
    if entry.place is not None:
        return (0, float(entry.place), entry.name)
    if entry.result is not None and entry.status is Status.FINISHED:
        return (1, entry.result.seconds, entry.name)
    return (2 + list(Status).index(entry.status), 0.0, entry.name)


def _entry_text(entry: Entry, race: Race) -> list[str]:
    place = str(entry.place) if entry.place is not None else "-"
    result = _time_text(entry.result.text, entry.result.seconds, entry.result.evidence, False) if entry.result else ""
    if entry.status in (Status.DNF, Status.DQ, Status.DNS, Status.UNKNOWN):
        result = f"{_ENDINGS[str(entry.status)]} {result}".strip()
    role = f" ({entry.role})" if entry.role else ""
    marks = f"  {' '.join(entry.marks)}" if entry.marks else ""
    who = f"{fit(place, 3, right=True)} {fit(entry.name + role, 32)} {fit(entry.nation, 4)}"
    line = f"{who} {fit(result, 15, right=True)}{marks}"
    splits = [f"{split.distance:g} {_split_text(split)}" for split in entry.splits]
    note = [f"      {text}" for text in wrap(entry.note, 96)]
    return [line.rstrip(), *(f"      {text}" for text in _columns(splits, 96)), *note]


def _split_text(split: Split) -> str:
    time = split.time
    text = _time_text(time.text, time.seconds, time.evidence, time.doubtful)
    return f"{text} ±{split.margin:.0f} m" if split.margin is not None else text


def _columns(cells: Sequence[str], width: int) -> list[str]:
    """Cells in rows of columns, so that they stand under each other."""
    if not cells:
        return []
    cell = max(cell_width(text) for text in cells) + 3
    per = max(width // cell, 1)
    return ["".join(fit(text, cell) for text in cells[at : at + per]).rstrip() for at in range(0, len(cells), per)]


def _time_text(text: str, seconds: float, evidence: Evidence, doubtful: bool) -> str:
    mark = "~" if evidence is Evidence.ESTIMATED else ""
    shown = text or format_time(seconds, 1 if evidence is Evidence.ESTIMATED else 2)
    return f"{mark}{shown}{'?' if doubtful else ''}"


def _records_text(race: Race) -> list[str]:
    if not race.records:
        return []
    lines = ["", "Records before this race"]
    for record in race.records:
        time = record.time.text or format_time(record.time.seconds)
        lines.append(
            "  "
            + ", ".join(filter(None, (f"{record.label} {time}", record.holder, record.date)))
            + _cited(race, record.source)
        )
    return lines


def _cited(race: Race, key: str | None) -> str:
    return f" ({race.publisher(key)})" if key in race.sources else ""


def _date(race: Race) -> str | None:
    return race.date.isoformat() if race.date else None


# One instant


def state_answer(timeline: Timeline, state: RaceState) -> Answer:
    """`state --json`."""
    race = timeline.race
    return {
        "race": race.id,
        "time": _number(state.time),
        "distance": _number(race.distance),
        "leader_distance": _number(state.leader_distance),
        "standings": [
            {
                "place": runner.place,
                "name": race.entries[runner.entry].name,
                "nation": race.entries[runner.entry].nation,
                "status": runner.status,
                "distance": _number(runner.distance),
                "gap": _number(runner.gap),
                "gap_metres": _number(runner.gap_metres),
                "speed": _number(runner.speed),
                "result": _number(runner.result),
                "evidence": str(runner.evidence),
            }
            for runner in state.standings
        ],
    }


def state_text(timeline: Timeline, state: RaceState) -> str:
    """The standings at an instant as a table."""
    race = timeline.race
    rows = []
    for runner in state.standings:
        entry = race.entries[runner.entry]
        mark = "~" if runner.evidence is Evidence.ESTIMATED else ""
        given = entry.result.text if entry.result and runner.result is not None else ""
        where = "" if runner.distance is None else f"{mark if runner.result is None else ''}{runner.distance:.1f} m"
        gap = "" if runner.gap is None else mark + format_gap(runner.gap, 2) if runner.gap else "leader"
        if runner.result is not None:
            gap = f"{mark}{given or format_time(runner.result)}"
        behind = "" if not runner.gap_metres else f"{mark}{runner.gap_metres:.1f} m"
        role = f" ({entry.role})" if entry.role in (Role.GUEST, Role.PACEMAKER) else ""
        status = "" if runner.status == "running" else _ENDINGS.get(runner.status, runner.status)
        rows.append((str(runner.place or ""), entry.name + role, entry.nation, where, gap, behind, status))
    run = format_distance(round(state.leader_distance, 2))
    title = f"{race.title} at {format_clock(state.time, 2)}: the leader has run {run}"
    return title + "\n" + table(("", "runner", "", "run", "time or gap", "behind", ""), rows, right={0, 3, 4, 5})


# Commentary


def calls_answer(calls: Iterable[Call]) -> list[Answer]:
    """`calls --json`."""
    return [
        {
            "time": _number(call.time),
            "kind": str(call.kind),
            "text": call.text,
            "by": call.by,
            "source": call.source,
            "estimated": call.estimated,
        }
        for call in calls
    ]


def calls_text(calls: Iterable[Call], race: Race) -> str:
    """Every line of commentary with its time."""
    lines = []
    for call in calls:
        clock = ("~" if call.estimated else "") + format_clock(call.time)
        told = ", ".join(part for part in (call.by, race.publisher(call.source)) if part)
        text = f"“{call.text}” {told}" if call.by else call.text + (f" ({told})" if told else "")
        lines.append(f"{fit(clock, 9, right=True)}  {text}")
    return "\n".join(lines)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Rows under heads, each column as wide as it must be."""
    right = set(right)
    widths = [max(cell_width(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    lines = []
    for row in (heads, *rows):
        cells = (fit(cell, widths[at], right=at in right) for at, cell in enumerate(row))
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
