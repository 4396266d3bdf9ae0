"""The entries of a race file: runners with their results and splits."""

from collections.abc import Mapping

from replay.files.yaml import keys
from replay.files.yaml.quotes import read_own_notes
from replay.files.yaml.reader import FINISH_TOLERANCE, Ground, Known, Reader, point_metres, shown
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node, Scalar
from replay.race.limits import sound_splits
from replay.race.race import Entry, Role, Split, Status, Stopped, Time, When, WhenKind


def read_entries(reader: Reader, node: Node | None, known: Known, ground: Ground) -> tuple[Entry, ...]:
    """Every entry that has a name."""
    found = []
    for item in reader.items(node, "entries"):
        if isinstance(item, Scalar):
            reader.error(item.line, f"an entry is not a map: {shown(item)}", f"write {{name: {item.text}}}")
            continue
        values = reader.fields(item, keys.ENTRY, "an entry")
        if "name" not in values:
            reader.fail(item.line, "the entry has no 'name'", "every entry needs one: {name: …}")
        else:
            found.append(_entry(reader, values, item.line, known, ground))
    _report_twins(reader, found)
    return tuple(found)


def _entry(reader: Reader, values: Mapping[str, Node], line: int, above: Known, ground: Ground) -> Entry:
    name = reader.text(values["name"], "name") or "?"
    known = reader.known(values, above)
    result = reader.time(values.get("result"), f"{name}'s result", known)
    status = reader.choice(values.get("status"), Status, "status")
    splits, at_finish = _splits(reader, values.get("splits"), name, known, ground)
    if result is None and status in {None, Status.FINISHED, Status.DQ}:
        result = at_finish
    sound = _sound(reader, name, splits, result, ground)
    line_of = values.get("result", values["name"]).line
    result, status = reader.outcome(line_of, name, result, status, sound, ground)
    return Entry(
        name=name,
        short=reader.text(values.get("short"), "short"),
        nation=reader.text(values.get("nation"), "nation"),
        bib=reader.text(values.get("bib"), "bib"),
        lane=reader.integer(values.get("lane"), "lane", 100),
        club=reader.text(values.get("club"), "club"),
        sex=reader.text(values.get("sex"), "sex"),
        marks=reader.texts(values.get("marks"), "marks"),
        pending=reader.texts(values.get("pending"), "pending"),
        pb=reader.time(values.get("pb"), f"{name}'s personal best", known),
        sb=reader.time(values.get("sb"), f"{name}'s season's best", known),
        note=reader.text(values.get("note"), "note"),
        notes=read_own_notes(reader, values.get("notes"), name),
        role=reader.choice(values.get("role"), Role, "role"),
        status=status,
        place=reader.integer(values.get("place"), f"{name}'s place"),
        result=result,
        splits=sound,
        start=reader.seconds(values.get("start"), f"{name}'s start"),
        stopped=_stopped(reader, values.get("stopped"), ground),
        decided=reader.moment(values.get("decided"), "decided") or When(WhenKind.AFTER),
        line=line,
    )


def _splits(
    reader: Reader, node: Node | None, name: str, known: Known, ground: Ground
) -> tuple[list[Split], Time | None]:
    """The splits before the finish in rising distance, and the time at the finish if one is among them."""
    if node is not None and not isinstance(node, MapNode):
        reader.error(node.line, f"{name}'s splits are not a map: {shown(node)}", "write {400: 55.91, 800: 1:52.74}")
    if not isinstance(node, MapNode):
        return [], None
    found: dict[float, Split] = {}
    at_finish = None
    for key, value in node.items:
        metres = _split_metres(reader, key, name, ground)
        time = None if metres is None else reader.time(value, f"{name}'s split at {key.text}", known)
        if metres is None or time is None:
            continue
        if abs(metres - ground.distance) <= FINISH_TOLERANCE:
            at_finish = time
        elif metres in found:
            reader.error(key.line, f"{name} has a second split at {metres:g} m", "take one of the two out")
        else:
            found[metres] = Split(metres, time, line=key.line)
    return [found[metres] for metres in sorted(found)], at_finish


def _split_metres(reader: Reader, key: Scalar, name: str, ground: Ground) -> float | None:
    try:
        metres = point_metres(key.text, ground)
    except ValueError:
        reader.error(key.line, f"{name} has a split at {key.text!r}, which is no distance", "give metres, such as 400")
        return None
    if 0 < metres <= ground.distance + FINISH_TOLERANCE:
        return metres
    reader.error(key.line, f"{name} has a split at {key.text!r}, which is not within the race's {ground.distance:g} m")
    return None


def _sound(reader: Reader, name: str, splits: list[Split], result: Time | None, ground: Ground) -> tuple[Split, ...]:
    """The splits that a human can have run; the others are reported, doubtful ones stay without a word."""
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


def _report_twins(reader: Reader, entries: list[Entry]) -> None:
    """Two entries of one name or bib cannot be told apart in facts; a warning, for it may be so."""
    seen: dict[tuple[str, str], int | None] = {}
    for entry in entries:
        for what, value in (("name", entry.name), ("bib", entry.bib)):
            if value and (what, value) in seen:
                reader.warn(entry.line, f"the {what} {value!r} is also that of line {seen[what, value]}")
            elif value:
                seen[what, value] = entry.line
