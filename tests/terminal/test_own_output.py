"""Standard output is what was promised and nothing else, whatever a library writes; each command is a process here."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.cli.running import every_command
from tests.depth import some
from tests.places import ROOT
from tests.terminal.noisy import NOISE, SPARSE, SPARSE_CSV, noisy_solver
from tests.together import together


def is_json(text: str) -> object:
    found = json.loads(text)
    assert found
    return found


def is_yaml(text: str) -> object:
    found = yaml.load(text, yaml.BaseLoader)
    assert len(found["estimates"]["times"]) == 3
    return found


def is_csv(text: str) -> object:
    rows = list(csv.reader(line for line in io.StringIO(text) if not line.startswith("#")))
    assert {len(row) for row in rows} == {len(rows[0])}
    return rows[0].index("name")


def is_text(text: str) -> object:
    assert text.isascii() or text.replace("\n", "").isprintable()
    return text


def is_picture(text: str) -> object:
    assert is_text(text)
    assert text.count("\n") == 24
    return text


def is_nothing(text: str) -> object:
    assert text == ""
    return text


COMMANDS: list[tuple[tuple[str, ...], Callable[[str], object]]] = [
    (("list", "--json"), is_json),
    (("show", "sparse.yaml", "--json"), is_json),
    (("show", "sparse.csv", "--json"), is_json),
    (("state", "sparse.yaml", "--at", "half"), is_text),
    (("state", "sparse.yaml", "--at", "half", "--json"), is_json),
    (("laps", "sparse.yaml", "--json"), is_json),
    (("positions", "sparse.yaml", "--json"), is_json),
    (("splits", "sparse.yaml", "--json"), is_json),
    (("project", "sparse.yaml", "--at", "half", "--json"), is_json),
    (("compare", "sparse.yaml:Ann", "Bea", "--json"), is_json),
    (("trace", "sparse.yaml", "--against", "mean", "--json"), is_json),
    (("runner", "Kerr", "--json"), is_json),
    (("calls", "sparse.yaml", "--json"), is_json),
    (("frame", "sparse.yaml", "--at", "half", "--size", "80x24"), is_picture),
    (("import", "sparse.csv"), is_text),
    (("check", "sparse.yaml"), is_nothing),
    (("export", "sparse.yaml", "-o", "taken.txt"), is_nothing),
    (("reconstruct", "sparse.yaml"), is_yaml),
    (("reconstruct", "sparse.csv"), is_csv),
    (("reconstruct", "sparse.yaml", "-o", "written.yaml"), is_nothing),
    (("schema",), is_json),
    (("settings",), is_text),
]


def test_every_command_is_watched() -> None:
    assert {words[0] for words, _ in COMMANDS} == set(every_command()) - {"watch", "serve"}, (
        "serve never ends by itself"
    )


FORKED = """
import json, os, sys
import highspy, numpy, replay.answers.shown, replay.cli.asking, replay.cli.staging, replay.commentary.script
import replay.files.library, replay.files.yaml.reading, replay.reconstruction.field, replay.state
from replay.cli import main
from replay.files.yaml import reader
codes = []
for number, words in enumerate(json.loads(sys.argv[1])):
    if not os.fork():
        for descriptor, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(f"{number}.{name}", os.O_WRONLY | os.O_CREAT), descriptor)
        sys.argv[1:] = words
        sys.exit(main())
    codes.append(os.waitstatus_to_exitcode(os.wait()[1]))
print(json.dumps(codes))
"""
"""A process for each command, with files for its output, all forked of one that has imported what most of them need."""


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], tuple[int, str, str, Path]]:
    """Of each command its exit code, its output, its errors, and the folder that all of them were run in."""
    asked = [words for words, _ in some(COMMANDS, 2)]
    folder = tmp_path_factory.mktemp("answered")
    (folder / "sparse.yaml").write_text(SPARSE, encoding="utf-8")
    (folder / "sparse.csv").write_text(SPARSE_CSV, encoding="utf-8")
    path = os.pathsep.join([noisy_solver(folder / "noisy"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-c", FORKED, json.dumps(asked)],
        cwd=folder, env={**os.environ, "PYTHONPATH": path}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert (folder / "noisy" / "written").exists()
    said = ([Path(folder, f"{at}.{name}").read_text("utf-8") for name in ("out", "err")] for at in range(len(asked)))
    return {
        words: (code, out, err, folder)
        for words, code, (out, err) in zip(asked, json.loads(done.stdout), said, strict=True)
    }


@together("words, is_promised", COMMANDS)
def test_standard_output_is_what_is_promised(
    words: tuple[str, ...],
    is_promised: Callable[[str], object],
    answered: dict[tuple[str, ...], tuple[int, str, str, Path]],
) -> None:
    if words not in answered:
        return
    code, out, err, folder = answered[words]
    assert (code, err) == (0, "")
    assert NOISE not in out
    assert "HiGHS" not in out
    is_promised(out)
    if "-o" in words and words[0] == "export":
        is_text((folder / words[-1]).read_text(encoding="utf-8"))
    elif "-o" in words:
        is_yaml((folder / words[-1]).read_text(encoding="utf-8"))
