"""The entries of a race file: runners with their results and splits."""

from collections.abc import Mapping

from replay.files.source import Known
from replay.files.table.lapped import with_lapped
from replay.files.yaml import keys
from replay.files.yaml.claims import read_claim
from replay.files.yaml.legs import read_legs
from replay.files.yaml.quotes import read_own_notes
from replay.files.yaml.reader import Ground, Reader, shown
from replay.files.yaml.splits import Whose, read_splits
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node, Scalar, Sequence
from replay.race.events import event_metres
from replay.race.limits import is_on_wheels, rising_splits, sound_splits
from replay.race.race import Entry, Role, Split, Status, Stopped, Time, When, WhenKind
from replay.race.times import format_time


def read_entries(reader: Reader, node: Node | None, known: Known, ground: Ground) -> tuple[Entry, ...]:
    """Every entry that has a name."""
    found = []
    seen: dict[tuple[str, str], int | None] = {}
    for item in reader.items(node, "entries"):
        if isinstance(item, Scalar):
            reader.error(item.line, f"an entry is not a map: {shown(item)}", f"write {{name: {item.text}}}")
            continue
        values = reader.fields(item, keys.ENTRY, "an entry")
        if "name" not in values:
            reader.fail(item.line, "the entry has no 'name'", "every entry needs one: {name: …}")
        else:
            found.append(_entry(reader, values, item.line, known, ground))
            _report_twin(reader, found[-1], seen)
    return with_lapped(found, ground.distance, ground.course.lap_metres)


def _entry(reader: Reader, values: Mapping[str, Node], line: int, above: Known, ground: Ground) -> Entry:
    name = reader.text(values["name"], "name") or "?"
    known = reader.known(values, above)
    claim = read_claim(reader, values, name, known)
    result, status = claim.result, claim.status
    splits, at_finish = read_splits(reader, values, Whose(name, result, known), ground)
    team = read_legs(reader, values.get("legs"), name, known, ground)
    splits += [split for split in team.splits if all(abs(split.distance - own.distance) > 1 for own in splits)]
    splits.sort(key=lambda split: split.distance)
    at_finish = at_finish or team.at_finish
    if result is None and status in {None, Status.FINISHED, Status.DQ}:
        result = at_finish
    sound = _sound(reader, name, splits, result, ground)
    line_of = values.get("result", values["name"]).line
    result, status = reader.outcome(line_of, name, result, status, sound, ground)
    arrival = _arrival(reader, values, name, known, ground)
    if arrival is not None:
        there = next((split for split in sound if abs(split.distance - arrival.distance) < _AT), None)
        arrival, sound = there or arrival, tuple(split for split in sound if split is not there)
    if ground.duration is not None and result is not None:
        reader.error(line_of, f"{name} has a result in a race for distance", "write how far: `distance: 18517`")
        result = None
    placed = claim.status is None and claim.place is not None
    if (arrival is not None or placed) and status is Status.UNKNOWN:
        status = Status.FINISHED
    return Entry(
        name=name,
        short=reader.text(values.get("short"), "short"),
        nation=reader.text(values.get("nation"), "nation"),
        bib=reader.text(values.get("bib"), "bib"),
        lane=reader.integer(values.get("lane"), "lane", 100),
        club=reader.text(values.get("club"), "club"),
        sex=reader.text(values.get("sex"), "sex"),
        category=reader.text(values.get("category"), "category"),
        marks=(*reader.texts(values.get("marks"), "marks"), *claim.marks),
        pending=reader.texts(values.get("pending"), "pending"),
        pb=reader.time(values.get("pb"), f"{name}'s personal best", known),
        sb=reader.time(values.get("sb"), f"{name}'s season's best", known),
        note=reader.text(values.get("note"), "note") or claim.note,
        notes=read_own_notes(reader, values.get("notes"), name),
        role=reader.choice(values.get("role"), Role, "role"),
        status=status,
        place=claim.place,
        result=result,
        splits=sound,
        legs=team.legs,
        start=reader.seconds(values.get("start"), f"{name}'s start"),
        arrival=arrival if status in (Status.FINISHED, Status.DQ) else None,
        stopped=_stopped(reader, values.get("stopped"), ground),
        decided=reader.moment(values.get("decided"), "decided") or When(WhenKind.AFTER),
        line=line,
    )


_AT = 0.5
"""Metres within which a split is where somebody's race for distance ended, and says when he came there."""


def farthest(node: Node | None) -> float | None:
    """The farthest that any entry of a race for distance came; None where none says how far."""
    entries = node.items if isinstance(node, Sequence) else ()
    texts = (entry.get("distance") for entry in entries if isinstance(entry, MapNode))
    return max(filter(None, (ran_metres(text.text) for text in texts if isinstance(text, Scalar))), default=None)


def ran_metres(text: str) -> float | None:
    """Metres of `18517`, `18517 m` or `231.52 km`; None where it is none."""
    try:
        return event_metres(text)
    except ValueError:
        return None


def _arrival(reader: Reader, values: Mapping[str, Node], name: str, known: Known, ground: Ground) -> Split | None:
    """How far somebody came in a race for distance, when its clock ended it."""
    node = values.get("distance")
    if node is None:
        return None
    text = reader.text(node, "distance")
    if ground.duration is None:
        reader.error(node.line, f"{name} has a distance, and this is no race for distance", "say `event: 24h`")
        return None
    metres = ran_metres(text)
    if metres is None:
        reader.error(node.line, f"{name}'s distance is no number of metres: {text!r}", "write 18517, or 231.52 km")
        return None
    time = Time(ground.duration, known.evidence, format_time(ground.duration, 0), known.source)
    return Split(metres, time, line=node.line)


def _sound(reader: Reader, name: str, splits: list[Split], result: Time | None, ground: Ground) -> tuple[Split, ...]:
    """The splits that a human can have run; the others are reported, doubtful ones stay without a word."""
    if ground.legs > 1 or is_on_wheels(splits, result, ground.distance):
        kept, dropped = rising_splits(splits, result)
    else:
        kept, dropped = sound_splits(splits, result, ground.distance)
    for split, reason in dropped:
        message = f"{name}'s split at {split.distance:g} m is left out: {split.time.text} {reason}"
        reader.error(split.line, message, "correct it, or mark it `doubtful: true` to keep it on record")
    return kept


def _stopped(reader: Reader, node: Node | None, ground: Ground) -> Stopped | None:
    values = reader.fields(node, keys.STOPPED, "stopped")
    if node is None or not values:
        return None
    after = reader.point(values.get("after"), "stopped after", ground)
    by = reader.point(values.get("by"), "stopped by", ground)
    if after is not None and by is not None and by < after:
        reader.error(node.line, f"stopped after {after:g} m cannot be by {by:g} m", "`by` is the farther of the two")
        by = None
    return Stopped(after, by)


def _report_twin(reader: Reader, entry: Entry, seen: dict[tuple[str, str], int | None]) -> None:
    """Two entries of one name or bib cannot be told apart in facts; a warning, for it may be so."""
    for what, value in (("name", entry.name), ("bib", entry.bib)):
        if value and (what, value) in seen:
            reader.warn(entry.line, f"the {what} {value!r} is also that of line {seen[what, value]}")
        elif value:
            seen[what, value] = entry.line
