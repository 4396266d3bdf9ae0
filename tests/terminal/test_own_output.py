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
from tests.places import ROOT
from tests.terminal.noisy import NOISE, SPARSE, SPARSE_CSV, noisy_solver


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


@pytest.mark.parametrize(("words", "is_promised"), COMMANDS, ids=[" ".join(words) for words, _ in COMMANDS])
def test_standard_output_is_what_is_promised(
    words: tuple[str, ...], is_promised: Callable[[str], object], tmp_path: Path
) -> None:
    (tmp_path / "sparse.yaml").write_text(SPARSE, encoding="utf-8")
    (tmp_path / "sparse.csv").write_text(SPARSE_CSV, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([noisy_solver(tmp_path / "noisy"), str(ROOT)])}
    program = [sys.executable, "-c", "import sys; from replay.cli import main; sys.exit(main())"]
    done = subprocess.run(
        [*program, *words], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert NOISE not in done.stdout
    assert "HiGHS" not in done.stdout
    is_promised(done.stdout)
    if "-o" in words and words[0] == "export":
        is_text((tmp_path / words[-1]).read_text(encoding="utf-8"))
    elif "-o" in words:
        is_yaml((tmp_path / words[-1]).read_text(encoding="utf-8"))
