"""What a race file says about the race as a whole: how far, where, when, and where it is known from."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

from replay.files.source import DateOrder, Known
from replay.files.yaml import keys
from replay.files.yaml.reader import Reader
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node, Scalar
from replay.race.events import EXAMPLES, ROAD_FROM, event_metres, event_seconds, is_road_event
from replay.race.race import Course, Record, Surface
from replay.race.sources import Source
from replay.race.venue import Venue


def read_distance(reader: Reader, values: Mapping[str, Node], line: int, given: float | None) -> float | None:
    """Metres of the race, as given on the command line, else by `distance`, else by `event`; None is fatal."""
    if given is not None:
        return given
    named = values.get("distance")
    event = named if named is not None else values.get("event")
    if event is not None:
        try:
            return event_metres(reader.text(event, "event"))
        except ValueError as error:
            reader.fail(event.line, str(error), "give the metres: `distance: 1500`")
            return None
    reader.fail(line, "the race has no 'event' and no 'distance'", f"add `event:`, such as {EXAMPLES}")
    return None


def read_duration(reader: Reader, values: Mapping[str, Node]) -> float | None:
    """Seconds of a race for distance, by `duration` or an event such as `24h`; None for a race over a distance."""
    node, event = values.get("duration"), values.get("event")
    if node is not None:
        text = reader.text(node, "duration")
        return event_seconds(text) or reader.seconds(node, "duration")
    return event_seconds(event.text) if isinstance(event, Scalar) else None


def read_course(reader: Reader, values: Mapping[str, Node], given: Course | None, metres: float | None) -> Course:
    """The course as given, else by `course` and `track`, else by the event.

    Road is what is counted in kilometres, and 15 km or more of anything that does not say.
    """
    file = reader.text(values.get("course"), "course") or None
    track = values.get("track")
    if given is not None:
        return replace(given, file=file)
    if isinstance(track, MapNode):
        parts = reader.fields(track, keys.TRACK, "the track")
        surface = reader.choice(parts.get("surface"), Surface, "surface") or Surface.OUTDOOR
        lap = reader.number(parts.get("lap"), "lap", 20, 100_000)
        straight = reader.number(parts.get("straight"), "straight", 1)
        if lap is not None and straight is not None and 2 * straight >= lap:
            reader.error(track.line, f"two straights of {straight:g} m do not fit into a lap of {lap:g} m")
            straight = None
        return Course(surface, lap, straight, file)
    surface_named = reader.choice(track, Surface, "track")
    if file is not None:
        return Course(surface_named or Surface.ROAD, file=file)
    if surface_named is not None:
        return Course(surface_named)
    event = values.get("event")
    road = (isinstance(event, Scalar) and is_road_event(event.text)) or (metres or 0) >= ROAD_FROM
    return Course(Surface.ROAD if road else Surface.OUTDOOR)


def read_date(reader: Reader, node: Node | None) -> datetime.date | None:
    """The day; a text that is none is reported."""
    text = reader.text(node, "date")
    if node is None or not text:
        return None
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        from replay.files.table.values.months import worded_day
        from replay.files.table.values.times import read_day  # most files write days as the standard has them

        day = read_day(text) or worded_day(text)
    if day is None:
        hint = "where only the month or year is known, leave it out and say so in `note`"
        reader.error(node.line, f"the date {text!r} is not a day such as 2024-05-25", hint)
    elif day != read_day(text, DateOrder.MONTH_FIRST) and read_day(text, DateOrder.MONTH_FIRST) and "." not in text:
        reader.warn(node.line, f"the date {text!r} is read as {day}, the day first", "write 2024-05-25")
    return day


def read_venue(reader: Reader, node: Node | None) -> Venue:
    """The venue; a plain text is the city."""
    if isinstance(node, Scalar):
        return Venue(city=node.text)
    values = reader.fields(node, keys.VENUE, "the venue")
    return Venue(**{key: reader.text(value, key) for key, value in values.items()})


def read_sources(reader: Reader, node: Node | None) -> dict[str, Source]:
    """The declared sources by their keys; from now on the reader knows them."""
    sources: dict[str, Source] = {}
    if node is not None and not isinstance(node, MapNode):
        reader.error(node.line, "sources is not a map of keys", "write `key: {title: …, publisher: …}`")
    elif node is not None:
        for key, value in node.items:
            if isinstance(value, Scalar):
                sources[key.text] = Source(key.text, title=value.text)
                continue
            parts = reader.fields(value, keys.SOURCE_KEYS, f"the source {key.text!r}")
            texts = {name: reader.text(part, name) for name, part in parts.items()}
            sources[key.text] = Source(key.text, **texts)
    reader.sources = frozenset(sources)
    return sources


def read_records(reader: Reader, node: Node | None, known: Known) -> tuple[Record, ...]:
    """The records as they stood."""
    records = []
    for item in reader.items(node, "records"):
        values = reader.fields(item, keys.RECORD, "a record", needs="record")
        time = reader.time(values.get("time"), "a record's time", known) if values else None
        if time is None:
            continue
        source = reader.source(values.get("source")) or time.source
        label, holder, date = (reader.text(values.get(key), key) for key in ("label", "holder", "date"))
        records.append(Record(label, time, holder, date, source))
    return tuple(records)
