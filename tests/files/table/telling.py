"""What is read of every list in `lists/`, and what is said of it, as text: `python -m tests.files.table.telling` writes
`told.txt` anew. Look at what changed before it is committed.
"""

from itertools import groupby
from pathlib import Path

from replay.files.formats import read_source
from replay.files.said import said
from replay.files.source import Choices, Reading, Source
from replay.race.race import Entry, Race
from tests.files.table.unsaid import UNSAID

LISTS = Path(__file__).parent / "lists"
TOLD = Path(__file__).parent / "told.txt"


def read(path: Path) -> Reading:
    """A list, with how far it was where the list does not say it."""
    return read_source(Source(path.read_bytes(), path), said(Choices(), "distance", UNSAID.get(path.name, "")))


def telling(reading: Reading) -> str:
    """The race, everybody, what each column was taken for, and all that was assumed, repaired, left out and asked."""
    assert reading.race is not None, reading.problems
    race, said = reading.race, reading.understood
    far = f"{race.distance:.10g} m" if race.duration is None else f"{race.duration / 3600:g} h"
    columns = (
        f"{column.title} = {column.meaning or '?'}" + (f" ({column.why})" if column.why else "")
        for column in said.columns
    )
    lines = [
        " | ".join((race.title, far, said.format, said.distance_from, f"{said.counting}", f"{said.clock}")),
        " | ".join(f"{name}: {value}" for name, value in _when_and_where(race) if value),
        " | ".join(columns),
        *(entry_told(entry) for entry in race.entries),
        *(f"assumed: {one}" for one in said.assumed),
        *(f"repaired: {one}" for one in said.repaired),
        *(f"left out: {one}" for one in said.left_out),
        *(f"asked: {one.text} {one.option} {one.suggestion} {one.column}" for one in said.questions),
        *(f"{one.severity}: line {one.line}: {one.message}; {one.hint}" for one in reading.problems),
        *([f"of {', '.join(said.parts)}"] if said.parts else []),
    ]
    return "\n".join(f"  {line}".rstrip() for line in lines if line.strip())


def _when_and_where(race: Race) -> tuple[tuple[str, str], ...]:
    told = (("event", race.event), ("meeting", race.meeting), ("date", race.date), ("venue", race.venue))
    return tuple((name, f"{value or ''}") for name, value in told)


def entry_told(entry: Entry) -> str:
    """One runner, with all splits."""
    there = entry.arrival.time if entry.arrival is not None else None
    end = entry.result if entry.result is not None else there
    words = [entry.name, entry.short, entry.nation, entry.bib, entry.club, entry.sex, entry.category, entry.note]
    words += [" ".join(entry.marks), str(entry.role or "")]
    words += [str(entry.lane or ""), f"{entry.place}." if entry.place else "", str(entry.status)]
    words += [f"from {entry.start:g}" if entry.start else ""]
    words += [f"{split.distance:.10g}={split.time.text}{str(split.time.evidence)[0]}" for split in entry.splits]
    words += [f"{end.text}={end.seconds:.10g}{str(end.evidence)[0]}" if end is not None else ""]
    words += [f"as far as {entry.arrival.distance:.10g} m" if entry.arrival is not None else ""]
    words += [f"{leg.name} from {leg.start:g}" for leg in entry.legs]
    return "; ".join(filter(None, words))


def known() -> dict[str, str]:
    """What was told of each list, by its name, when it was last looked at."""
    found: dict[str, str] = {}
    parts = groupby(TOLD.read_text(encoding="utf-8").splitlines(), lambda line: not line.startswith(" "))
    name = ""
    for is_name, lines in parts:
        if is_name:
            (name,) = lines
        else:
            found[name] = "\n".join(lines)
    return found


def main() -> None:
    """Write what is told now."""
    blocks = (f"{path.name}\n{telling(read(path))}\n" for path in sorted(LISTS.iterdir()))
    TOLD.write_text("".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
