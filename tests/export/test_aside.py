"""What is made in a process of its own."""

from pathlib import Path

import pytest

from replay.export.aside import Order, made_aside, make, name_of
from replay.export.forms import Form
from replay.race.problems import ReplayError
from replay.viewing.recording import Scene
from tests.export.taking import CALLS, FAR, SMALL, unwatched
from tests.miles import LOOK, MILE
from tests.together import together

SEEN = Scene(0.0, 200.0, FAR), Scene(0.2, 200.2, FAR), Scene(0.4, 201.0, FAR)


def order(folder: Path, *, film: bool = False) -> Order:
    return Order(MILE, CALLS, LOOK, SMALL, SEEN if film else SEEN[:1], film, str(folder))


@together(
    ("name", "want"),
    [
        (("london-mile-2026", 167.7), "london-mile-2026-2m47.7"),
        (("london-mile-2026", 0.0, 59.96), "london-mile-2026-0m00.0-1m00.0"),
        (("24h", 3600.0 * 23 + 61), "24h-23h01m01.0"),
        (("../a b\\c:\x1b[m", 1.0), "a-b-c-m-0m01.0"),
        (("…", 1.0), "race-0m01.0"),
    ],
)
def test_a_name_says_race_and_moment_and_is_one(name: tuple[str, float], want: str) -> None:
    assert name_of(*name) == want


def test_nothing_is_written_over(tmp_path: Path) -> None:
    paths = [make(order(tmp_path), unwatched) for _ in range(3)]
    stem = name_of(MILE.id, 200.0)
    assert [path.name for path in paths] == [f"{stem}.png", f"{stem}-2.png", f"{stem}-3.png"]
    assert len({path.read_bytes() for path in paths}) == 1


@pytest.mark.parametrize(
    ("missing", "picture", "film"),
    [((), "png", "mp4"), (("films",), "png", "gif"), (("films", "pictures"), "svg", "cast")],
)
def test_it_is_the_best_kind_for_which_everything_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: tuple[str, ...], picture: str, film: str
) -> None:
    def ready(form: Form) -> bool:
        return form.extra not in missing

    monkeypatch.setattr("replay.export.aside.is_ready", ready)
    assert make(order(tmp_path), unwatched).suffix == f".{picture}"
    made = make(order(tmp_path, film=True), unwatched)
    assert made.name == f"{name_of(MILE.id, 200.0, 201.0)}.{film}"
    assert made.read_bytes()


def test_another_process_makes_the_same(tmp_path: Path) -> None:
    told: list[float] = []
    one = make(order(tmp_path, film=True), unwatched)
    other = made_aside(order(tmp_path, film=True), told.append)
    assert other.read_bytes() == one.read_bytes()
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_what_goes_wrong_there_is_told_here(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match=r"gone cannot be written to: .*another folder"):
        made_aside(order(tmp_path / "gone"), unwatched)


def test_a_fault_there_is_told_here(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match=r"a fault of the program's own: IndexError.*aside\.py.*please report it"):
        made_aside(order(tmp_path)._replace(scenes=()), unwatched)
