"""Every reader on bytes that are not quite what it expects: `python -m tests.hostile.fuzzing INPUTS READER SEED`."""

import io
import random
import re
import sys
import time
import traceback
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from replay.files.formats import FORMATS, Format, _read, format_of
from replay.files.source import Choices, Source
from tests.files.gps.made import fit, gpx, run, tcx
from tests.files.results.madepdf import pdf
from tests.files.table.madebooks import ods, xlsx

_FILES = Path(__file__).parents[1] / "files"
_SHORT = run([(0.0, 0.0), (200.0, 50.0)], 4.0)
_ROWS = [["Pos", "Bib", "Name", "5 km", "Time"], ["1", "7", "Ada Alfa", "15:20", "31:02"], ["2", "8", "B", "", "DNF"]]
_WORDS = [(40.0 + 110 * at, 800.0 - 12 * row, cell) for row, cells in enumerate(_ROWS) for at, cell in enumerate(cells)]
_MADE = {
    "made.gpx": gpx(_SHORT, _SHORT),
    "made.tcx": tcx(_SHORT),
    "made.fit": fit(_SHORT),
    "made.pdf": pdf(_WORDS, _WORDS),
    "made.xlsx": xlsx({"Results": _ROWS}),
    "made.ods": ods(_ROWS),
}
_ENDLESS = (b"9" * 400, b"9" * 5000, b"&#" + b"9" * 5000, "²".encode())
"""Numbers that no other number can hold, that Python refuses to read, and that are none."""
_PIECES = (*_ENDLESS, b"9", b"0", b"-", b".",
           b"1e9", b"1e308", b"nan", b" ", b"\n", b"\0", b"\xff", b"\xe2\x80\xae", b"\x1b[2J",
           b'"', b",", b"[", b"{", b"<", b"&#0;", b"99:99:99", b"9" * 40, "\u0301".encode() * 30)  # fmt: skip


@cache
def seeds() -> dict[Format, list[Source]]:
    """Small files of each format, as they should be: those of the tests, and made ones."""
    folders = ("results/lists", "table/lists", "yaml/racefiles")
    paths = sorted(path for folder in folders for path in (_FILES / folder).iterdir())
    found: dict[Format, list[Source]] = {form: [] for form in FORMATS}
    for source in [
        *(Source(path.read_bytes(), path) for path in paths),
        *(Source(data, Path(name)) for name, data in _MADE.items()),
    ]:
        form = format_of(source)
        if form is not None:
            found[form].append(source)
    return found


_CELL = re.compile(rb"[^\",;|<>{}\[\]:\t\r\n]{1,200}")
"""What stands between the signs of any of these formats: a cell, a key, a value, a tag."""


def _with_other_cells(data: bytes, chance: random.Random) -> bytes:
    """Now and then a number without an end, and cells that are blank, or what others are."""
    if chance.random() < 0.05 and (numbers := list(re.finditer(rb"\d+", data))):
        number = chance.choice(numbers)
        data = data[: number.start()] + chance.choice(_ENDLESS) + data[number.end() :]
    if chance.random() < 0.2 and (cells := list(_CELL.finditer(data))):
        for cell in sorted(chance.sample(cells, min(len(cells), chance.randint(1, 4))), key=lambda one: -one.start()):
            data = data[: cell.start()] + chance.choice([b"", chance.choice(cells)[0]]) + data[cell.end() :]
    return data


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with up to eight changes; one of twenty is cut soon and goes on with any bytes at all."""
    data = _with_other_cells(data, chance)
    changed = bytearray(data)
    if chance.random() < 0.05:
        return bytes(changed[: chance.randint(4, 200)]) + chance.randbytes(chance.randint(0, 300))
    for _ in range(chance.choice([1, 1, 1, 2, 3, 5, 8])):
        at, kind = chance.randint(0, len(changed)), chance.randrange(6)
        if kind == 0:
            changed[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            changed[at : at + chance.randint(0, 8)] = chance.choice(_PIECES)
        elif kind == 2:
            del changed[at : at + chance.randint(1, 60)]
        elif kind == 3:
            changed[at:at] = changed[at : at + chance.randint(1, 300)]
        elif kind == 4:
            other = chance.randint(0, len(changed))
            changed[at : at + 40] = changed[other : other + chance.randint(1, 40)]
        elif chance.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """A zip archive with one of its members changed: one that is merely damaged is refused by its sums."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        changed = chance.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, mutated(old.read(name), chance) if name == changed else old.read(name))
    return packed.getvalue()


@dataclass
class Outcome:
    """What came of many inputs of one reader."""

    kinds: Counter[str] = field(default_factory=Counter)
    """How many were a race, and a clear error."""
    faults: list[tuple[bytes, str]] = field(default_factory=list)
    """Inputs that ended in anything else, each with its traceback."""
    worst: float = 0.0
    """Seconds of processor time of the slowest: what else the machine does is not counted."""

    def take(self, form: Format, source: Source, choices: Choices) -> None:
        """Read one input, whatever comes of it."""
        begun = time.process_time()
        try:
            found = _read(form, [source], choices)
            if found.race is None and not found.problems:
                raise AssertionError("neither a race nor a problem")
            said = "\n".join(map(str, found.problems))
            if not said.replace("\n", "").isprintable():
                raise AssertionError(f"not to be printed: {said!r}")
            self.kinds["race" if found.race is not None else "error"] += 1
        except Exception:
            self.faults.append((source.data, traceback.format_exc()))
        self.worst = max(self.worst, time.process_time() - begun)


def fuzzed(form: Format, files: list[Source], inputs: int, seed: int) -> Outcome:
    """So many changed files of a format, straight to its reader."""
    outcome, chance = Outcome(), random.Random(f"{form.name} {seed}")
    for _ in range(inputs):
        source = chance.choice(files)
        change = repacked if source.data.startswith(b"PK") and chance.random() < 0.7 else mutated
        # Where a file does not say how far it was, little of it is read until somebody does.
        choices = Choices(distance=chance.choice([None, 5000.0, 10_000.0]))
        outcome.take(form, Source(change(source.data, chance), source.path), choices)
    return outcome


def main() -> None:
    """So many inputs for each reader, or for those whose names hold a word, and what came of them."""
    count, named, seed = (*sys.argv[1:], *("1000", "", "1")[len(sys.argv) - 1 :])
    inputs = int(count)
    print(f"{'reader':18}{'inputs':>9}{'races':>9}{'errors':>9}{'tracebacks':>12}{'worst s':>9}")
    for form, files in seeds().items():
        if named not in form.name:
            continue
        found = fuzzed(form, files, inputs, int(seed))
        kinds = f"{found.kinds['race']:>9,}{found.kinds['error']:>9,}{len(found.faults):>12,}"
        print(f"{form.name:18}{inputs:>9,}{kinds}{found.worst:>9.2f}", flush=True)
        for told in sorted({told for _, told in found.faults}):
            print(told)


if __name__ == "__main__":
    main()
