"""What is installed is what is here: the races are found in a checkout, and inside an installed package."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from replay import __version__
from replay.files.library import shipped_folder
from tests.places import ROOT

RACES = {path.relative_to(ROOT / "races").as_posix(): path.read_bytes() for path in (ROOT / "races").rglob("*.yaml")}


def python(*words: str, cwd: Path, path: Path | None = None) -> str:
    env = dict(os.environ)
    env.pop("PYTHONPATH", None)
    if path is not None:
        env["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=env, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built the long way: out of the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    python("-m", "hatchling", "build", "-t", "sdist", "-d", str(folder), cwd=ROOT)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        if hasattr(tarfile, "data_filter"):  # as from 3.11.4 on, and later asked for
            archive.extractall(folder, filter="data")
        else:
            archive.extractall(folder)
    python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=next(folder.glob("race_replay-*/")))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed in it."""
    folder = tmp_path_factory.mktemp("site")
    words = ["install", "-q", "--no-deps", "--no-index", "--no-compile", "--target", str(folder), str(wheel)]
    python("-m", "pip", *words, cwd=folder)
    return folder


def listed(cwd: Path, path: Path) -> Any:  # noqa: ANN401
    assert Path(python("-c", "import replay; print(replay.__file__)", cwd=cwd, path=path).strip()).is_relative_to(path)
    return json.loads(python("-m", "replay", "list", "--json", cwd=cwd, path=path))


def test_a_checkout_finds_its_races_beside_the_package() -> None:
    assert shipped_folder() == ROOT / "races"


def test_a_wheel_has_the_same_races_inside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {
            name.removeprefix("replay/races/"): archive.read(name)
            for name in archive.namelist()
            if name.startswith("replay/races/")
        }
    assert inside == RACES


def test_a_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    assert wheel.name == f"race_replay-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        info = f"race_replay-{__version__}.dist-info"
        page = f"race_replay-{__version__}.data/data/share/man/man1/race-replay.1"
        assert {name for name in names if name.split("/")[0] not in ("replay", info)} == {page}
        assert not [name for name in names if "__pycache__" in name]
        assert "race-replay = replay.__main__:main" in archive.read(f"{info}/entry_points.txt").decode()
        assert f"{info}/licenses/LICENSE" in names


def test_installed_and_in_a_checkout_the_library_is_the_same(installed: Path, tmp_path: Path) -> None:
    there = listed(tmp_path, installed)
    assert there == listed(tmp_path, ROOT)
    assert len(there) == len(RACES)
    assert not [item for item in there if "error" in item]


def test_an_installed_race_is_read_from_the_package(installed: Path, tmp_path: Path) -> None:
    words = ("-m", "replay", "state", "london-mile-2026", "--at", "1200m", "--json")
    assert json.loads(python(*words, cwd=tmp_path, path=installed))["standings"][0]["name"] == "Josh Kerr"


def test_the_command_is_installed_too(installed: Path) -> None:
    assert (installed / "bin" / "race-replay").is_file() or (installed / "Scripts" / "race-replay.exe").is_file()
