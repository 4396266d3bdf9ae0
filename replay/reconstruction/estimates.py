"""Estimates in a race's file: what they were made from, and the file's text with them.

A YAML file ends with them, one line per runner, each time in seconds and the half-width of its range in metres:

    estimates:
      digest: 0123456789abcdef
      step: 100
      times:
        "Josh Kerr": {100: [14.31, 2.1], 200: [28.4, 2.6]}

A plain CSV gets a column per point; an estimated time there has a star.
"""

import csv
import io
import json
import re
from pathlib import Path

from replay.files.formats import read_race, read_source
from replay.files.source import Choices, Source
from replay.files.table.values.guarded import unguarded
from replay.race.problems import ReplayError
from replay.race.race import Evidence, Race, Split
from replay.reconstruction import reconstruct, why
from replay.reconstruction.digest import digest

_WRITTEN = (".yaml", ".yml", ".csv")
"""Endings of the files that have a place for estimates."""


class Contradictory(ReplayError):  # noqa: N818 (it reads as what happened, like UnreadableRace)
    """A race that cannot be reconstructed because what is known of it contradicts itself."""


def completed_text(path: Path | str, race: Race | None = None) -> str:
    """The text of a race's file with its estimates made anew; comments and order are kept.

    Args:
        path: A YAML race file or a plain CSV.
        race: The race of the file, if it has been read already (with a distance or a course given by the user).

    Raises:
        UnreadableRace: No race can be made of the file.
        ReplayError: It is a file of another format.
        Contradictory: What is known cannot all be true; the message names the smallest set and its lines.
    """
    path = Path(path)
    if path.suffix.lower() not in _WRITTEN:
        raise ReplayError(f"{path}: estimates are written into files ending in {', '.join(_WRITTEN)} only")
    if race is None:
        race, _ = read_race(path)
    made = reconstruct(race)
    if made.conflicts:
        hint = "" if any(one.unsolved for one in made.conflicts) else "; correct one of them or leave it out"
        raise Contradictory(f"{path}: {why(made.conflicts)}{hint}")
    arrived = [() if arrival is None else (arrival,) for arrival in made.arrivals]
    lines = tuple((*splits, *arrival) for splits, arrival in zip(made.splits, arrived, strict=True))
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix.lower() == ".csv":
            text = _completed_csv(text, race, made.splits)
        else:
            text = _without_block(text) + _block(race, lines, made.step)
    except (UnicodeError, StopIteration, csv.Error):  # in another encoding, or a table that is not so plain
        text = ""
    if not text or not _is_same(path, text, race):
        hint = "keep the race first, `import FILE -o race.yaml`, and reconstruct that"
        raise ReplayError(f"{path}: estimates have no place in a file that is written so; {hint}")
    return text


def _is_same(path: Path, text: str, race: Race) -> bool:
    """Whether a file with estimates is read as the race that it was, each of whose runners has a name of his own."""
    if len({entry.name for entry in race.entries}) < len(race.entries):
        return False
    try:
        again = read_source(Source(text.encode(), path), Choices(distance=race.distance)).race
    except ReplayError:
        return False
    return again is not None and _told(again) == _told(race)


def _told(race: Race) -> list[tuple[object, ...]]:
    """What a race says of each runner besides estimates."""
    return [
        (
            entry.name,
            entry.status,
            entry.result and round(entry.result.seconds, 2),
            tuple(
                (one.distance, round(one.time.seconds, 2))
                for one in entry.splits
                if one.time.evidence is not Evidence.ESTIMATED
            ),
        )
        for entry in race.entries
    ]


def _block(race: Race, splits: tuple[tuple[Split, ...], ...], step: float) -> str:
    lines = ["estimates:", f"  digest: {digest(race)}", f"  step: {_digits(step)}", "  times:"]
    for entry, estimated in zip(race.entries, splits, strict=True):
        if estimated:
            points = ", ".join(
                f"{_digits(s.distance)}: [{_digits(s.time.seconds)}, {_digits(s.margin or 0)}]" for s in estimated
            )
            lines.append(f"    {json.dumps(entry.name, ensure_ascii=False)}: {{{points}}}")
    return "\n".join(lines if len(lines) > 4 else lines[:3]) + "\n"


def _digits(number: float) -> str:
    """A number to the thousandth, without needless noughts: `14.31`."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _without_block(text: str) -> str:
    """The text without its `estimates` at the top level, ending with a line break."""
    kept, inside = [], False
    for line in text.splitlines():
        if re.match(r"(?:estimates|'estimates'|\"estimates\")\s*:", line):
            inside = True
        elif inside and line and not line[0].isspace() and not line.startswith("}"):
            inside = False
        if not inside:
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n"


def _completed_csv(text: str, race: Race, splits: tuple[tuple[Split, ...], ...]) -> str:
    lines = text.splitlines()
    if not any(re.match(r"#\s*distance_m\s*:", line) for line in lines):
        lines.insert(0, f"# distance_m: {race.distance:g}")
    start = next((k for k, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    rows = list(csv.reader(lines[start:]))
    heading = rows[0]
    columns = {float(title): k for k, title in enumerate(heading) if re.fullmatch(r"\s*\d+(\.\d+)?\s*", title)}
    names = next(k for k, title in enumerate(heading) if title.strip().lower() in ("name", "athlete"))
    estimated = {
        entry.name: {split.distance: split.time.seconds for split in made}
        for entry, made in zip(race.entries, splits, strict=True)
    }
    points = sorted({at for times in estimated.values() for at in times} | set(columns))
    at_column = min(columns.values(), default=len(heading))
    others = [k for k in range(len(heading)) if k not in columns.values()]
    before, after = [k for k in others if k < at_column], [k for k in others if k >= at_column]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(heading[k] for k in before), *(_digits(at) for at in points), *(heading[k] for k in after)])
    for row in rows[1:]:
        cells = row + [""] * (len(heading) - len(row))
        times = estimated.get(unguarded(cells[names].strip()), {}) if row else {}
        middle = [_cell(cells, columns.get(at), times.get(at)) for at in points]
        writer.writerow([*(cells[k] for k in before), *middle, *(cells[k] for k in after)])
    return "\n".join([*lines[:start], out.getvalue()])


def _cell(cells: list[str], column: int | None, estimated: float | None) -> str:
    given = cells[column].strip() if column is not None else ""
    return given or ("" if estimated is None else f"{_digits(estimated)}*")
