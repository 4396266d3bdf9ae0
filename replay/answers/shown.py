"""One race, with all that is known of it: `show`."""

from bisect import bisect_left

from replay.answers.columns import in_columns
from replay.answers.told import fact_answer, fact_text
from replay.answers.values import ENDINGS, Answer, iso_date, number
from replay.cells.text import fit, wrap
from replay.race.clocks import clocks_of
from replay.race.events import event_metres, is_for_distance
from replay.race.notes import all_notes
from replay.race.order import goal_of, lapped_text, laps_down
from replay.race.race import Entry, Evidence, Note, Quote, Race, Split, Status
from replay.race.times import format_distance, format_instant, format_ran, format_time
from replay.race.units import MILE, YARD, Unit, is_in_miles, is_in_yards


def show_answer(race: Race) -> Answer:
    """`show --json`."""
    return {
        "race": race.id,
        "title": race.title,
        "what_if": list(race.what_if),
        "event": race.event,
        "meeting": race.meeting,
        "date": iso_date(race),
        "venue": str(race.venue),
        "clock": str(race.clock),
        "clocks": [str(clock) for clock in clocks_of(race)],
        "distance": number(race.distance) if race.duration is None else None,
        "duration": number(race.duration),
        "track": str(race.course.surface),
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
        "notes": [_note_answer(race, index, note) for index, note in all_notes(race)],
        "facts": [fact_answer(race, fact) for fact in race.facts],
        "quotes": [_quote_answer(quote) for quote in race.quotes],
        "records": [
            {"label": r.label, "time": number(r.time.seconds), "holder": r.holder, "date": r.date, "source": r.source}
            for r in race.records
        ],
    }


def _quote_answer(quote: Quote) -> Answer:
    return {"said": quote.text, "by": quote.by, "when": quote.when, "source": quote.source}


def _note_answer(race: Race, index: int | None, note: Note) -> Answer:
    return {"text": note.text, "runner": None if index is None else race.entries[index].name, "source": note.source}


def _entry_answer(entry: Entry, race: Race) -> Answer:
    return {
        "name": entry.name,
        "nation": entry.nation,
        "bib": entry.bib,
        "status": str(entry.status),
        "role": str(entry.role) if entry.role else None,
        "ghost": entry.ghost or None,
        "place": entry.place,
        "start": number(entry.start),
        "result": number(entry.result.seconds) if entry.result else None,
        "ran": number(goal_of(entry, 0.0)) if race.duration is not None and entry.arrival is not None else None,
        "legs": [{"name": leg.name, "start": number(leg.start)} for leg in entry.legs],
        "marks": list(entry.marks),
        "pending": list(entry.pending),
        "pb": number(entry.pb.seconds) if entry.pb else None,
        "sb": number(entry.sb.seconds) if entry.sb else None,
        "splits": [
            {
                "distance": number(split.distance),
                "time": number(split.time.seconds),
                "evidence": str(split.time.evidence),
                "source": split.time.source,
                "doubtful": split.time.doubtful,
                "range": number(split.margin),
            }
            for split in with_finish(entry, race)
        ],
    }


def with_finish(entry: Entry, race: Race) -> tuple[Split, ...]:
    """An entry's splits with the finish among them, be it worked out."""
    finish = Split(race.distance, entry.result) if entry.result else None if laps_down(entry) else entry.arrival
    return entry.splits if finish is None else (*entry.splits, finish)


def show_text(race: Race) -> str:
    """A race as a table: entries, splits with their evidence, quotes, records, disputes, sources."""
    event = "" if _is_distance(race.event) or race.event.casefold() in race.title.casefold() else race.event
    head = ", ".join(part for part in (race.title, event, race.meeting, str(race.venue), iso_date(race) or "") if part)
    far = format_distance(race.distance)
    if race.duration is not None:
        far = f"{format_time(race.duration, 0)} for distance"
    lines = [head, f"{far}, {_documented(race)}"]
    lines += [text for text in (race.conditions, race.note) if text]
    timed = _is_timed_on_the_way(race)
    if not timed:
        lines.append("where each was on the way is worked out from the results alone: `show --json` tells it")
    lines.append("")
    places = _places(race)
    for entry in sorted(race.entries, key=lambda entry: _result_order(entry, race)):
        lines += _entry_text(entry, race, places.get(id(entry)), timed=timed)
    if race.facts:
        lines += ["", "What reports tell besides times"]
        lines += [f"  {fact_text(race, fact)}{_cited(race, fact.source)}" for fact in race.facts]
    lines += _records_text(race)
    notes = [note for _, note in all_notes(race)]
    if notes:
        lines += ["", "Notes", *(f"  {note.text}{_cited(race, note.source)}" for note in notes)]
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


def _is_distance(event: str) -> bool:
    """Whether an event says how far it was and nothing else, which stands below the title anyway."""
    if not event or is_for_distance(event):
        return True
    try:
        return event_metres(event) > 0
    except ValueError:
        return False


def _is_timed_on_the_way(race: Race) -> bool:
    """Whether anybody's time on the way is more than worked out; that alone fills a table with guesses."""
    splits = [split for entry in race.entries for split in entry.splits]
    return not splits or bool(race.facts) or any(split.time.evidence is not Evidence.ESTIMATED for split in splits)


def _places(race: Race) -> dict[int, int]:
    """The places that results give, by the entries' identities (names may be alike), where the list of none has one."""
    if any(entry.place is not None for entry in race.entries):
        return {}
    keys = {
        id(entry): _result_order(entry, race)
        for entry in race.entries
        if not entry.ghost and entry.role is None and (entry.result is not None or entry.arrival is not None)
    }
    home = sorted(key[1] for key in keys.values() if key[0] == _BY_TIME)
    return {one: bisect_left(home, key[1]) + 1 for one, key in keys.items() if key[0] == _BY_TIME}


def _documented(race: Race) -> str:
    words = {
        "full": "the field's splits are known",
        "part": "some splits are known",
        "results": "only results are known",
    }
    return f"{words[race.documented]}; times are {race.evidence} unless they say otherwise, ~ is estimated, ? doubtful"


_HOME = "home, no time"
"""Of who has a place, and no time that anybody took."""


_BY_TIME = 1
"""How who finished and has no place is sorted: behind who has one."""


def _result_order(entry: Entry, race: Race) -> tuple[int, float, str]:
    if entry.ghost:
        return (9, 0.0, entry.name)
    if entry.place is not None:
        return (0, float(entry.place), "")  # who shares a place is where the list has him
    if entry.result is not None and entry.status is Status.FINISHED:
        return (_BY_TIME, entry.result.seconds, "")
    if race.duration is not None and entry.arrival is not None and entry.status is Status.FINISHED:
        return (_BY_TIME, -entry.arrival.distance, "")
    return (2 + list(Status).index(entry.status), 0.0, entry.name)


def _entry_text(entry: Entry, race: Race, by_time: int | None, *, timed: bool) -> list[str]:
    place = next((str(place) for place in (entry.place, by_time) if place is not None), "-")
    result = _time_text(entry.result.text, entry.result.seconds, entry.result.evidence, False) if entry.result else ""
    result = result or lapped_text(entry)
    if race.duration is not None and entry.arrival is not None:
        result = format_ran(entry.arrival.distance, race.distance)
    if entry.status in (Status.DNF, Status.DQ, Status.DNS, Status.UNKNOWN):
        result = f"{ENDINGS[str(entry.status)]} {result}".strip()
    role = " (ghost)" if entry.ghost else f" ({entry.role})" if entry.role else ""
    marks = f"  {' '.join(entry.marks)}" if entry.marks else ""
    who = f"{fit(place, 3, right=True)} {fit(entry.name + role, 32)} {fit(entry.nation, 4)}"
    if not result and entry.status is Status.FINISHED:
        result = _HOME
    line = f"{who} {fit(result, 15, right=True)}{marks}"
    shown = (
        entry.splits
        if entry.arrival is None or race.duration is not None or laps_down(entry)
        else (*entry.splits, entry.arrival)
    )
    miles = race.course.unit is Unit.MILES
    splits = [f"{_at(split, miles)} {_split_text(split)}" for split in (shown if timed else ())]
    legs = "; ".join(f"{number}. {leg.name or '?'}" for number, leg in enumerate(entry.legs, 1))
    note = [f"      {text}" for said in (legs, entry.note) for text in wrap(said, 96)]
    return [line.rstrip(), *(f"      {text}" for text in in_columns(splits, 96)), *note]


def _at(split: Split, miles: bool) -> str:
    """Where a split was taken: in metres, but for what nobody measures in them, a mile or 440 yards."""
    if miles:
        return Unit.MILES.far(split.distance, 2)
    if is_in_miles(split.distance):
        return f"{split.distance / MILE:.0f} mi"
    return f"{split.distance / YARD:.0f} yd" if is_in_yards(split.distance) else f"{split.distance:g}"


def _split_text(split: Split) -> str:
    time = split.time
    text = _time_text(time.text, time.seconds, time.evidence, time.doubtful)
    return f"{text} ±{max(split.margin, 1.0):.0f} m" if split.margin is not None else text


def _time_text(text: str, seconds: float, evidence: Evidence, doubtful: bool) -> str:
    shown = text or (format_instant(seconds) if evidence is Evidence.ESTIMATED else format_time(seconds))
    return f"{evidence.mark}{shown}{'?' if doubtful else ''}"


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
