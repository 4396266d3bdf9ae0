"""What the tests of the command line stand on."""

from pathlib import Path

import pytest

from tests.cli.running import TWINS, Run
from tests.kept import completed_lately


@pytest.fixture(autouse=True)
def _completed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.reconstruction.completion.completed", completed_lately)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture
def twins(tmp_path: Path) -> str:
    path = tmp_path / "twins.yaml"
    path.write_text(TWINS, encoding="utf-8")
    return str(path)
