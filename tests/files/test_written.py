"""What is written is whole or not there, whatever comes between."""

import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from replay.files.written import alone, refuse_existing, write_new, write_whole
from replay.race.problems import ReplayError


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_new(str(tmp_path / "a.yaml"), "one", force=False)
    assert (tmp_path / "a.yaml").read_text() == "one"
    assert _names(tmp_path) == ["a.yaml"]
    with pytest.raises(ReplayError, match=r"exists; --force replaces it"):
        write_new(str(tmp_path / "a.yaml"), "two", force=False)
    assert (tmp_path / "a.yaml").read_text() == "one"
    write_new(str(tmp_path / "a.yaml"), "two", force=True)
    assert (tmp_path / "a.yaml").read_text() == "two"
    assert _names(tmp_path) == ["a.yaml"]


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    name = "a" * 250 + ".yaml"
    write_new(str(tmp_path / name), "one", force=False)
    assert _names(tmp_path) == [name]


@pytest.mark.parametrize("name", ["a" * 300, "a" * 5000, "no/such/folder", "a\0b"])
def test_a_name_that_cannot_be_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReplayError, match="cannot be written: "):
        write_new(f"{tmp_path}/{name}", "one", force=False)
    if len(name) > 255:  # what takes long to make is not made first
        with pytest.raises(ReplayError, match="cannot be written: "):
            refuse_existing(f"{tmp_path}/{name}", force=False)
    assert _names(tmp_path) == []


def test_modes_and_links_stay(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.yaml", tmp_path / "link.yaml"
    kept.write_text("one")
    kept.chmod(0o640)
    link.symlink_to(kept)
    write_new(str(link), "two", force=True)
    assert link.is_symlink()
    assert kept.read_text() == "two"
    assert kept.stat().st_mode & 0o777 == 0o640


def test_what_is_written_over_a_private_file_nobody_else_reads_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, modes = tmp_path / "kept.yaml", list[int]()
    kept.write_text("one")
    kept.chmod(0o600)
    monkeypatch.setattr(os, "fsync", lambda handle: modes.append(os.fstat(handle).st_mode & 0o777))
    write_new(str(kept), "two", force=True)
    assert modes == [0o600]


def test_what_is_no_regular_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder", os.devnull):
        with pytest.raises(ReplayError, match="is no regular file"):
            write_new(str(tmp_path / name), "one", force=True)
    assert (tmp_path / "pipe").is_fifo()
    assert not Path(os.devnull).is_file()


def test_of_two_who_write_a_new_file_at_once_one_gets_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"one", over=False)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"two", over=False)
    assert (tmp_path / "a").read_bytes() == b"one"
    assert _names(tmp_path) == ["a"]


def test_what_the_killed_left_is_cleared_and_what_others_write_is_not(tmp_path: Path) -> None:
    dead, held, old = (tmp_path / f".race-replay-{number}.part" for number in range(3))
    other = tmp_path / ".race-replay-notes"
    for path in (dead, held, old, other):
        path.touch()
    with held.open("rb") as one, old.open("rb") as two:
        for file in (one, two):
            fcntl.flock(file, fcntl.LOCK_EX)
        os.utime(old, (0, 0))
        write_whole(tmp_path / "a", b"one")
    assert _names(tmp_path) == sorted([held.name, other.name, "a"])
    write_whole(tmp_path / "a", b"two")
    assert _names(tmp_path) == sorted([other.name, "a"])


def test_who_writes_waits_for_nobody_who_may_have_been_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody clears the new file away and is stopped in the middle: another is begun."""
    really, asked = fcntl.flock, []

    def flock(handle: int, how: int) -> None:
        asked.append(how)
        if len(asked) < 3:
            raise BlockingIOError
        really(handle, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    write_whole(tmp_path / "a", b"one")
    assert (asked, _names(tmp_path)) == ([fcntl.LOCK_EX | fcntl.LOCK_NB] * 3, ["a"])


def test_who_holds_a_folder_is_waited_for_while_he_writes_and_a_second_at_most_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with alone(tmp_path):
        assert 0.5 < sum(slept) < 1.0
    slept.clear()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        os.utime(tmp_path, ns=(0, len(slept) * 10**9))  # somebody writes there
        if len(slept) == 5000:
            os.close(handle)

    monkeypatch.setattr(time, "sleep", sleep)
    with alone(tmp_path):
        assert len(slept) == 5000


FULL = """
import resource, sys
from replay.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.sampled(3)
@pytest.mark.parametrize("command", ["reconstruct", "import"])
def test_a_full_disk_loses_nothing(tmp_path: Path, command: str) -> None:
    entries = "".join(f"- {{name: Runner {at} of the many, result: 4:{at % 50 + 10}.10}}\n" for at in range(300))
    text = f"race: Large\nevent: mile\nentries:\n{entries}"
    path = tmp_path / "large.yaml"
    path.write_text(text)
    arguments = [command, str(path), "-o", str(path), "--force"]
    # Python would write compiled modules cut off at the same place, and trip over them the next time.
    done = subprocess.run([sys.executable, "-B", "-c", FULL, *arguments], capture_output=True, text=True)
    assert done.returncode == 2
    assert "cannot be written: " in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_text() == text
    assert _names(tmp_path) == ["large.yaml"]


def test_a_link_to_what_is_not_there_is_written_through_only_where_that_is_wanted(tmp_path: Path) -> None:
    """In a folder of many, another may have laid it under a name that he knew would be written."""
    link, target = tmp_path / "a.yaml", tmp_path / "profile"
    link.symlink_to(target)
    with pytest.raises(ReplayError, match="exists; --force replaces it"):
        write_new(str(link), "one", force=False)
    with pytest.raises(ReplayError, match="exists; --force replaces it"):
        refuse_existing(str(link), force=False)
    assert not target.exists()
    write_new(str(link), "one", force=True)
    assert (link.is_symlink(), target.read_text()) == (True, "one")
