"""The legs of a relay's team in a race file: who runs them, and in what time."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from replay.files.source import Known
from replay.files.yaml import keys
from replay.files.yaml.reader import FINISH_TOLERANCE, Ground, Reader, add_times
from replay.files.yaml.yamltree import Mapping as MapNode
from replay.files.yaml.yamltree import Node, Scalar, Sequence
from replay.race.legs import Leg, legs_of
from replay.race.race import Split, Time


class Team(NamedTuple):
    """What the legs of an entry say."""

    legs: tuple[Leg, ...] = ()
    splits: tuple[Split, ...] = ()
    """Where they hand over, as far as the times of all legs before are given."""
    at_finish: Time | None = None


def read_legs(reader: Reader, node: Node | None, name: str, known: Known, ground: Ground) -> Team:
    """The legs of an entry: names, or maps with `name`, `time` and `start`; without it they are of one length."""
    if node is None:
        return Team()
    names: list[str] = []
    times: list[Time | None] = []
    starts: list[float | None] = []
    for item in reader.items(node, f"{name}'s legs"):
        values = _leg(item) or reader.fields(item, keys.LEG, "a leg")
        names.append(reader.text(values.get("name"), "name"))
        starts.append(reader.number(values.get("start"), "a leg's start", 0.0, ground.distance))
        times.append(reader.time(values.get("time"), f"the time of {names[-1] or 'a leg'} of {name}", known))
    count = max(ground.legs if ground.legs > 1 else len(names), 1)
    if len(names) > count:
        reader.error(
            node.line, f"{name} has {len(names)} legs, and the race {count}", "leave out those who did not run"
        )
    legs = legs_of(names, ground.distance, count)
    if any(start is not None for start in starts):
        legs = tuple(leg if start is None else Leg(leg.name, start) for leg, start in zip(legs, starts, strict=False))
    last = (
        ground.distance
        if len(legs) == count or any(starts)
        else legs[-1].start + ground.distance / count
        if legs
        else 0.0
    )
    return _timed(legs, times, ground, [*(leg.start for leg in legs[1:]), last])


def with_runners(item: MapNode) -> MapNode:
    """A team whose runners stand in a list of their own, beside one of their times, with a leg for each."""
    runners, times = item.get("runners"), item.get("legs")
    names = runners.items if isinstance(runners, Sequence) else ()
    if not names or not all(isinstance(name, Scalar) for name in names):
        return item
    own = times.items if isinstance(times, Sequence) else ()
    if times is not None and (len(own) != len(names) or not all(isinstance(one, Scalar) for one in own)):
        return item
    legs = Sequence(names if times is None else tuple(map(_of, names, own)), item.line)
    kept = tuple((key, held) for key, held in item.items if held is not runners and held is not times)
    return MapNode((*kept, (Scalar("legs", item.line), legs)), item.line)


def _of(name: Node, time: Node) -> MapNode:
    return MapNode(((Scalar("name", name.line), name), (Scalar("time", time.line), time)), name.line)


def _leg(item: Node) -> Mapping[str, Node] | None:
    """A leg in short: its runner, its time, or both, `Ada: 49.1`; None for one with our keys."""
    if isinstance(item, Scalar):
        return {"time" if _TIME.fullmatch(item.text) else "name": item}
    pairs = item.items if isinstance(item, MapNode) else ()
    if len(pairs) != 1 or pairs[0][0].text in keys.LEG:
        return None
    return {"name": pairs[0][0], "time": pairs[0][1]}


_TIME = re.compile(r"\d[\d:.,]*")


def _timed(legs: tuple[Leg, ...], times: list[Time | None], ground: Ground, ends: list[float]) -> Team:
    splits: list[Split] = []
    total: Time | None = None
    for metres, time in zip(ends, times, strict=False):
        if time is None:
            break
        total = time if total is None else add_times(total, time)
        if abs(metres - ground.distance) <= FINISH_TOLERANCE:
            return Team(legs, tuple(splits), total)
        splits.append(Split(metres, total))
    return Team(legs, tuple(splits))
