"""Results as MeOS, an orienteering program, sends them to the web: the MeOS Online Protocol (melin.nu/mop).

Classes, clubs and controls stand by themselves, and runners name them by number. Times are in tenths of a second: `st`
since midnight, `rt` since the start, and those of the radio controls since the start.
"""

from replay.files.xmltree import Element, as_number
from replay.race.times import format_time

_ROOTS = frozenset(("MOPComplete", "MOPDiff", "MeOSResultExport"))
_STATUSES = {"3": "MP", "4": "DNF", "5": "DQ", "6": "OTL", "20": "DNS", "21": "DNS", "99": "DNS"}
_FINISHED = "1"


def plain_mop(root: Element) -> dict[str, object] | None:
    """What such a document holds, a list of runners for each class; None for any other document."""
    if root.tag not in _ROOTS:
        return None
    called = {
        tag: {one.attributes.get("id", ""): one.text for one in root.every(tag)} for tag in ("cls", "org", "ctrl")
    }
    classes: dict[str, list[dict[str, str]]] = {}
    for competitor in root.every("cmp"):
        base = competitor.first("base")
        if base is None:
            continue
        said = base.attributes
        row = {"name": base.text, "club": called["org"].get(said.get("org", ""), ""), "bib": said.get("bib", "")}
        row["start"] = _time(said.get("st", ""))
        for number, radio in enumerate(competitor.value("radio").split(";"), start=1):
            control, _, time = radio.partition(",")
            if time:
                row[f"Control {number} {called['ctrl'].get(control, '')}".strip()] = _time(time)
        finished = said.get("stat") == _FINISHED
        row["time"] = _time(said.get("rt", "")) if finished else _STATUSES.get(said.get("stat", ""), "")
        classes.setdefault(called["cls"].get(said.get("cls", ""), ""), []).append(row)
    title, day = root.value("competition"), root.first("competition")
    date = day.attributes.get("date", "") if day is not None else ""
    events = [{"class": name, "title": title, "date": date, "runners": rows} for name, rows in classes.items()]
    return {"events": events}


def _time(tenths: str) -> str:
    seconds = as_number(tenths)
    return format_time(seconds / 10, 1 if seconds % 10 else 0) if seconds is not None and seconds > 0 else ""
