"""What reports say besides times."""

from collections.abc import Mapping

from replay.files.source import Known
from replay.files.yaml import keys
from replay.files.yaml.reader import Ground, Reader
from replay.files.yaml.yamltree import Node, Sequence
from replay.race.names import Names, NoSuchRunner
from replay.race.race import Evidence, Fact

_MOST = 10_000
"""Many more than can be worked out together."""


def read_facts(reader: Reader, node: Node | None, names: Names, ground: Ground) -> tuple[Fact, ...]:
    """Every fact that says something; one with an unknown runner in it is reported and left out whole."""
    found = []
    items = reader.items(node, "facts")
    if node is not None and len(items) > _MOST:
        message = f"{len(items):,} facts stand here, and none is read where there are more than {_MOST:,}"
        reader.error(node.line, message, "leave some out")
        return ()
    for item in items:
        before = len(reader.problems)
        values = reader.fields(item, keys.FACT, "a fact")
        fact = _fact(reader, values, item.line, names, ground) if values else None
        if fact is None or len(reader.problems) > before:
            continue
        missing = _missing(fact)
        if missing:
            reader.error(item.line, f"the fact says too little: it has no {missing}", "see `race-replay schema`")
        else:
            found.append(fact)
    return tuple(found)


def _fact(reader: Reader, values: Mapping[str, Node], line: int, names: Names, ground: Ground) -> Fact:
    start, end = _stretch(reader, values, ground)
    source = reader.source(values.get("source"))
    report = Known(Evidence.REPORTED, source)
    return Fact(
        at=reader.point(values.get("at"), "at", ground),
        start=start,
        end=end,
        order=_runners(reader, values.get("order"), "order", names),
        leader=find(reader, values.get("leader"), names),
        runner=find(reader, values.get("runner"), names),
        place=reader.integer(values.get("place"), "place"),
        behind=find(reader, values.get("behind"), names),
        gap=reader.seconds(values.get("gap"), "gap"),
        metres=reader.number(values.get("metres"), "metres"),
        within=reader.seconds(values.get("within"), "within"),
        runners=_runners(reader, values.get("runners"), "runners", names),
        passes=_runners(reader, values.get("passes"), "passes", names),
        leader_time=reader.time(values.get("leader_time"), "leader_time", report),
        took=reader.time(values.get("took"), "took", report),
        source=source,
        line=line,
    )


def find(reader: Reader, node: Node | None, names: Names) -> int | None:
    """The index of the runner that a name means; a name that fits nobody or several is reported."""
    text = reader.text(node, "a name")
    if node is None or not text:
        return None
    try:
        return names.find(text)
    except NoSuchRunner as error:
        reader.error(node.line, error.message, error.hint)
        return None


def _runners(reader: Reader, node: Node | None, what: str, names: Names) -> tuple[int, ...]:
    items = node.items if isinstance(node, Sequence) else () if node is None else (node,)
    found = [index for index in (find(reader, item, names) for item in items) if index is not None]
    if node is not None and len(set(found)) < len(found):
        reader.error(node.line, f"{what} names a runner twice")
    return tuple(found)


def _stretch(reader: Reader, values: Mapping[str, Node], ground: Ground) -> tuple[float | None, float | None]:
    between = values.get("between")
    if between is None:
        start, end = (reader.point(values.get(key), key, ground) for key in ("from", "to"))
        line = values["from"].line if "from" in values else None
    else:
        ends = reader.items(between, "between")
        line = between.line
        if len(ends) != 2:
            reader.error(line, "between does not have two points", "write [900, 1000]")
            return None, None
        start, end = (reader.point(node, "between", ground) for node in ends)
    if start is not None and end is not None and end < start:
        reader.error(line, f"the stretch from {start:g} to {end:g} m runs backwards")
    return start, end


def _missing(fact: Fact) -> str:
    """What a fact lacks to say anything: empty when it says something."""
    if fact.passes:
        return "runner" if fact.runner is None else "stretch `between`" if fact.end is None else ""
    stretch = fact.start is not None and fact.end is not None
    if fact.took is not None:
        return "runner" if fact.runner is None else "" if stretch else "stretch `from` and `to`"
    if fact.leader is not None:
        return "" if fact.at is not None or stretch else "place `at` or `from` and `to`"
    if fact.at is None:
        return "place `at`"
    if fact.order or fact.within is not None or fact.leader_time is not None:
        return ""
    if fact.runner is None:
        return "order, leader, within or runner"
    if fact.behind is not None:
        return "gap or metres" if fact.gap is None and fact.metres is None else ""
    return "place or behind" if fact.place is None else ""
