"""Writers that are killed in the middle, and several at once: `python -m tests.hostile.killing KILLS WRITES`."""

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from replay.files.progress import MOST

_ROUND = 300
PROGRESS = """
import sys
from pathlib import Path
from replay.files.progress import remember_part
path, first = Path(sys.argv[1]), int(sys.argv[2])
print(flush=True)
for number in range(first, first + int(sys.argv[3])):
    remember_part(f"story {number}", 1 + number % 7, path)
"""

REPLACED = """
import sys
from replay.files.written import write_new
print(flush=True)
for number in range(10**9):
    write_new(sys.argv[1], ("abc"[number % 3] * 99 + chr(10)) * 2000, force=True)
"""


def _started(script: str, *arguments: object) -> "subprocess.Popen[str]":
    writer = subprocess.Popen([sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    return writer


def killed_saving(folder: Path, kills: int) -> tuple[int, int]:
    """How many of so many kills left progress that is broken, and how many stories were lost that were there before."""
    chance, path = random.Random(1), folder / "stories.json"
    broken = lost = 0
    before: dict[str, int] = {}
    for number in range(kills):
        writer = _started(PROGRESS, path, number * 10_000, 10_000)
        time.sleep(chance.random() * 0.03)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        try:
            found = json.loads(path.read_text()) if path.exists() else {}
        except ValueError:
            broken += 1
            continue
        lost += len(missed(before, found))
        before = found
    return broken, lost


def missed(before: dict[str, int], found: dict[str, int]) -> set[str]:
    """The stories that are gone, but for the oldest, which had to go where as many are kept as are kept at most."""
    gone = before.keys() - found.keys()
    oldest = set(list(before)[: len(gone)]) if len(found) == MOST else set()
    return gone - oldest


def killed_replacing(folder: Path, kills: int) -> int:
    """How many of so many kills left a file that is not whole."""
    chance, path = random.Random(2), folder / "race.yaml"
    path.write_text(("a" * 99 + "\n") * 2000)
    broken = 0
    for _ in range(kills):
        writer = _started(REPLACED, path)
        time.sleep(chance.random() * 0.03)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        text = path.read_text()
        broken += len(text) != 200_000 or len(set(text)) != 2
    return broken


def written_together(folder: Path, writes: int, writers: int = 2) -> int:
    """How many of so many writes of several at once are lost; in rounds of fewer stories than are kept (500)."""
    lost, path = 0, folder / "stories.json"
    for begun in range(0, writes, _ROUND):
        path.unlink(missing_ok=True)
        each = min(_ROUND, writes - begun) // writers
        running = [_started(PROGRESS, path, number * each, each) for number in range(writers)]
        for writer in running:
            writer.communicate()
        lost += each * writers - len(json.loads(path.read_text()))
    return lost


def left(folder: Path) -> int:
    """How many files lie there that nobody asked for, after one more write."""
    _started(PROGRESS, folder / "stories.json", 10**9, 1).communicate()  # a story that is not there yet
    return sum(1 for path in folder.iterdir() if path.name.endswith(".part"))


def main() -> None:
    """Kill and write as often as is asked for, and print what was lost."""
    kills, writes = (int(word) for word in (*sys.argv[1:3], *("500", "600")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        broken, lost = killed_saving(folder, kills)
        print(f"{kills} kills while progress is saved: {broken} files broken, {lost} stories lost")
        print(f"{kills} kills while a file is replaced: {killed_replacing(folder, kills)} files broken")
        print(f"{left(folder)} files left beside")
        (folder / "stories.json").unlink()
        print(f"{writes} writes of two at once: {written_together(folder, writes)} lost")


if __name__ == "__main__":
    main()
