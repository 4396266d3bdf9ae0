"""What every test stands on: nobody's own races, settings or terminal reach a test, and no test reaches them."""

import gc
import os
import sys
from collections import defaultdict
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import providers

from tests.depth import PROFILE, draw_with, drawn_with, often, some
from tests.kept import keep
from tests.world import NOT_OURS, OURS

# Tests are compiled once, whatever the machine is set to, and so are the workers' libraries and the programs that tests
# start: it is half of their start.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
if os.environ.get("TESTS_ANEW") is None:  # `.ci/run` has one suite in which nothing is remembered
    keep()

settings.register_profile("anew", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples everywhere: a fresh machine passes where the last one did. Who looks for faults takes other ones,
# and more of them: the same ones find nothing new, however many there are.
settings.register_profile("deep", settings.get_profile("anew"), derandomize=True, max_examples=50)
settings.register_profile("everyday", settings.get_profile("deep"), max_examples=often(50))
# For `tests.benchmarks.mutants`, which asks only whether a test fails, thousands of times.
_TRIED = [Phase.explicit, Phase.generate]
settings.register_profile("unshrunk", settings.get_profile("deep"), max_examples=30, phases=_TRIED)
settings.load_profile(PROFILE)
if PROFILE != "anew" and hasattr(providers, "_get_local_constants"):
    # Nor are the program's own numbers and words tried, which are those of what was imported until then: in another
    # order there would be other examples. To look for them is an eighth of the time in which tests are collected.
    providers._get_local_constants = lambda: providers._local_constants

SNAPSHOT_TEXTUAL = "8.2.8"
"""The Textual that draws the pictures in tests/tui/__snapshots__; another draws them a little otherwise."""


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: what runs in a pseudo-terminal mostly waits."""
    return (os.cpu_count() or 1) + 1


_LEFT_OUT = pytest.StashKey[int]()
"""How many cases of sweeps were not asked."""


@pytest.hookimpl(trylast=True)  # once they are in random order
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """First what runs in a pseudo-terminal, which mostly waits: at the end nobody would work meanwhile.

    Where all tests are run, sweeps keep a part of their cases.
    """
    left_out = _left_out(items) if drawn_with() is not None else set()
    config.stash[_LEFT_OUT] = len(left_out)
    items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: "/terminal/" not in item.nodeid)


def _left_out(items: list[pytest.Item]) -> set[pytest.Item]:
    """All but the part of each sweep that is asked: of a test's cases, or of a module's where it is marked."""
    sweeps: dict[str, list[pytest.Item]] = defaultdict(list)
    shares: dict[str, int] = {}
    for item in items:
        for node, mark in item.iter_markers_with_node("sampled"):
            sweep = node.nodeid.partition("[")[0]
            sweeps[sweep].append(item)
            (shares[sweep],) = mark.args
            break
    left_out: set[pytest.Item] = set()
    for sweep, cases in sweeps.items():
        cases.sort(key=lambda item: item.nodeid)
        left_out.update(set(cases).difference(some(cases, shares[sweep], sweep)))
    return left_out


@pytest.hookimpl(tryfirst=True)  # before there are workers
def pytest_sessionstart(session: pytest.Session) -> None:
    """Sweeps are asked in part where all tests are run, and whole where some are named, or all is asked in depth."""
    config = session.config
    if (given := getattr(config, "workerinput", None)) is not None:
        draw_with(given["drawn_with"])
        return
    named = config.args_source == config.ArgsSource.ARGS or config.option.keyword
    if PROFILE == "everyday" and not named and not config.getoption("--snapshot-update", default=False):
        draw_with(config.getoption("randomly_seed", default=0))


@pytest.hookimpl(optionalhook=True)  # of xdist
def pytest_configure_node(node: Any) -> None:  # noqa: ANN401 - xdist's
    """A worker asks the same parts as all others."""
    node.workerinput["drawn_with"] = drawn_with()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # noqa: ANN401
    """Each has left out the same ones."""
    node.config.stash[_LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker says how much it left out."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash.get(_LEFT_OUT, 0)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A worker tells what became of a test, and of what surrounds it only what went wrong.

    Five messages a test, for thousands of tests, are packed, sent, unpacked and counted by a process that does nothing
    else.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


_IN_HOME = {name: name.lower() for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}


def _empty_folders(inside: str) -> Iterator[str]:
    """An empty folder each time: the same one as long as nothing was done to it, which thousands of tests do not.

    They are numbered here, since pytest looks through all there are for the next number.
    """
    for number in count():
        folder = f"{inside}/{number}"
        os.mkdir(folder)  # noqa: PTH102 - a path is four times as dear as its folder
        made = _when_changed(folder)
        yield folder
        while _when_changed(folder) == made and not os.listdir(folder):  # noqa: PTH208
            yield folder


def _when_changed(folder: str) -> int:
    """When something was put into a folder or taken out, or who may do so was changed; 0 where there is none."""
    try:
        return os.stat(folder).st_ctime_ns  # noqa: PTH116
    except OSError:
        return 0


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Folders for the homes of thousands of tests."""
    return _empty_folders(str(tmp_path_factory.mktemp("homes")))


@pytest.fixture(scope="session")
def _places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Folders for what they write."""
    return _empty_folders(str(tmp_path_factory.mktemp("places")))


@pytest.fixture
def tmp_path(_places: Iterator[str]) -> Path:
    """An empty folder, as pytest's own, which takes seven times as long."""
    return Path(next(_places))


@pytest.fixture(autouse=True)
def _own_world(_homes: Iterator[str]) -> None:
    """An empty home, no folder of races, a terminal with colours.

    Set anew before each of thousands of tests, so that nothing has to be remembered and put back.
    """
    home = next(_homes)
    for name in NOT_OURS:
        os.environ.pop(name, None)
    for name, folder in _IN_HOME.items():
        os.environ[name] = f"{home}/{folder}"
    os.environ.update(OURS, HOME=home)


@pytest.fixture
def own_races(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own races, named by the environment."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("RACE_REPLAY_RACES", str(folder))
    return folder


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to draw the pictures anew with another Textual than the one they are compared with."""
    import textual

    config.addinivalue_line("markers", "sampled(share): one in so many of its cases is asked where all tests are run")
    # No test throws dice that are not its own: they need not be thrown anew three times a test.
    config.option.randomly_reset_seed = False
    if config.getoption("--snapshot-update", default=False) and textual.__version__ != SNAPSHOT_TEXTUAL:
        raise pytest.UsageError(
            f"the pictures are drawn by Textual {SNAPSHOT_TEXTUAL}, not {textual.__version__}:"
            f" install that one, or change SNAPSHOT_TEXTUAL in {os.path.relpath(__file__)} and draw them all anew"
        )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect no garbage while tests are collected, which make next to none: it was a quarter of that time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.set_threshold(200_000, 10, 10)  # an application makes 50,000 objects that die with it


def pytest_collection_finish() -> None:
    """Set apart what stays until the end: the collector would look through thousands of tests again and again."""
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    """Say what was left out, and how to have the same order again, where something failed in it."""
    import textual

    if textual.__version__ != SNAPSHOT_TEXTUAL:
        terminalreporter.write_line(
            f"the pictures were not compared: they are drawn by Textual {SNAPSHOT_TEXTUAL}, not {textual.__version__}"
        )
    if left_out := config.stash.get(_LEFT_OUT, 0):
        terminalreporter.write_line(
            f"{left_out} cases of the dearest tests were left out, others each time:"
            " HYPOTHESIS_PROFILE=deep asks all of them, and so does naming a folder"
        )
    seed = config.getoption("randomly_seed", default=None)
    if exitstatus and seed is not None:
        terminalreporter.write_line(f"the same order again: -n0 --randomly-seed={seed}")
