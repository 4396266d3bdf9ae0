"""How much of the program its tests hold: change it in one place, run the tests, and see whether any fails.

Run from the repository's root with modules or folders (commas between), how many changes, a seed, and the tests that
are to notice; `pip install coverage` before:

    python -m tests.benchmarks.mutants replay/motion 150 1 tests/motion tests/state tests/drawing

The changes are drawn by lot from all there are of all the modules, each as likely as any other, so that the share that
is noticed is that of the whole, as far as a sample tells. `replay/motion/curves.py:57` is one line, with all its
changes if the number is large enough: to see whether a new test holds it.

The tests are collected once, and each change is tried in a fork of that process, by the tests that run what is changed:
a comparison or an operator becomes its neighbour, a number one more, a flag the other, a result None, a condition
false. What follows the tests on the command line (`--deselect ...`) goes to pytest. Printed are the changes that no
test noticed, each with its line and how many were tried until then: either they change nothing that can be seen, or a
test is missing. Messages of errors, annotations and docstrings stay. Tests that start the program as a process of its
own notice nothing.

A change is noticed where a test fails that passes on the program as it is, or takes more than ten times as long as it
did, or where the module cannot be imported. One that no test runs is not noticed.

What was noticed of what was drawn from all of each (30 November 2026), later seeds with the tests that those before
them led to and with all that was read since:

    replay/motion        129 of 150   86 %   seed 21          tests/motion tests/state
    replay/motion         68 of 80    85 %   seeds 1101, 1201 the same
    replay/motion         38 of 40    95 %   seed 1601        the same
    replay/state         130 of 150   87 %   seed 21          tests/state tests/motion
    replay/state          34 of 40    85 %   seed 1102        the same
    replay/state          58 of 80    72 %   seeds 1602, 1605 the same
    replay/state          35 of 40    88 %   seed 1608        the same
    replay/race          137 of 160   86 %   seeds 81, 82     tests/race tests/state tests/files/yaml
    replay/race           37 of 40    92 %   seed 1103        the same
    replay/race           34 of 40    85 %   seed 1603        the same
    replay/files/table   408 of 522   78 %   seeds 75 to 1507 tests/files/table tests/files/results
    replay/files/table    52 of 60    87 %   seed 1104        the same
    replay/files/table    44 of 60    73 %   seed 1105        the same
    replay/files/table    28 of 40    70 %   seed 1204        by the lists and each module's own tests alone
    replay/files/table   177 of 220   80 %   1604, 1606, 1607, 1609   the same
    replay/files/table    31 of 40    78 %   seed 1610        the same

Of the twelve of the motion that lived eight change nothing: they choose the slow of two ways to the same answer (how a
bracket is halved, whether Newton's method stops early, where it begins), a number that all chains begin with, and `<=`
where the next line says what is at the end; the others are held by tests written since. Of the six of the state five
change nothing (`<` infinity for times that are finite, what is overwritten, whether who stops with the end of some
minutes is among those who run through them), and two of the race's three. Of the 24 of the table's seeds 1104 and 1105
that lived eleven change nothing, or by one how much is looked at (how deep, how many cells, letters or pairs); most of
the others are held by tests written since.
Samples of the table were tried by the lists and each module's own tests first, and what lived then by all others, but
for seed 1204, of whose twelve three are held by tests written since; of seeds 1104 and 1105 others noticed seven of 31.

Of what lived of the seeds from 1601 to 1609 these change nothing, and all others are held by tests written since; of
the nine of seed 1610 two are, one is the slow of two ways, and six wait to be looked at:
- both of the motion: where Newton's method begins, how a bracket is halved;
- 20 of 27 of the state: when a large field is asked for in the quick way, which gives the same (8), by one or by a hair
  how much is looked at or where rounding turns (9), another even spread across a crowded track (1), what is overwritten
  (1), and the gap of somebody with a time in a race for distance, where nobody has one (1);
- two of six of the race: the slow of two ways, and how much of a word is looked at;
- 16 of 43 of the table: by one how much is looked at (9), the slow of two ways, or what was asked before (3), a
  midnight that is read again as what it is, a number that nobody takes up, a length of words that none has, and of two
  years that follow each other which is named.
Told apart so, 87 % of the table's were noticed at once (177 of 204), 93 of 100 of the state's, 34 of 38 of the race's.
Of 150 such a share is known to within six in a hundred, of 60 to within ten, of 40 to within fourteen.
"""

import argparse
import ast
import gc
import os
import pickle
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import _lru_cache_wrapper
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest

from tests import kept
from tests.benchmarks.mutating import Change, Place, changes

ROOT = Path(__file__).parents[2]


_UNTRIED = 3
"""How a child ends whose change leaves a function without a variable of the one around it: it has no place for it."""


class Seen(NamedTuple):
    """What a test ran of the modules while nothing was changed."""

    item: pytest.Item
    seconds: float
    lines: set[tuple[str, int]]
    """Files and lines."""


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def _import_anew(path: str, tree: ast.Module) -> bool:
    """Put what a changed module makes in the place of what it made, wherever that was imported: values and defaults.

    Returns whether anything is another than it was.
    """
    anew = False
    module = next(module for module in sys.modules.values() if getattr(module, "__file__", None) == path)
    made: dict[str, object] = {"__name__": module.__name__}
    exec(compile(tree, path, "exec"), made)
    for name, new in made.items():
        old = vars(module).get(name)
        if isinstance(old, type) and old.__module__ == module.__name__:
            for inner, value in vars(new).items():
                if isinstance(value, FunctionType):
                    anew |= _default(vars(old)[inner], value)
                elif isinstance(value, int | float | tuple) and inner.strip("_") == inner and vars(old)[inner] != value:
                    setattr(old, inner, value)
                    anew = True
        elif isinstance(new, FunctionType):
            anew |= _default(old, new)
        elif _told(old) != _told(new):
            anew = True
            for other in list(sys.modules.values()):
                if vars(other).get(name) is old:
                    setattr(other, name, new)
    return anew


def _default(old: object, new: FunctionType) -> bool:
    """Give a function the defaults of another; whether they differ."""
    if not isinstance(old, FunctionType) or old is new:
        return False
    before = _told((old.__defaults__, old.__kwdefaults__))
    old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
    return before != _told((old.__defaults__, old.__kwdefaults__))


def _told(value: object) -> str:
    return re.sub("0x[0-9a-f]+", "", repr(value))


class Attempts:
    """A run of pytest that collects the tests once, and changes the program in one child after the other.

    A child is a fork in which the functions of the module have other code, so that nothing is imported or collected
    again. Only those tests run that run what is changed, first those that run most of its module, until one fails.
    """

    def __init__(self, places: list[Place], number: int, seed: int) -> None:
        self.places = places
        self.number = number
        self.seed = seed
        self._failed = False
        self._alert: Counter[tuple[str, str]] = Counter()
        """How often each test was the first to notice a change of a module: it is asked first the next time."""
        self._trusted: set[str] = set()
        """Tests that noticed something, and pass alone in a child in which nothing is changed."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for place in self.places:  # some are imported in functions only, and children would do so without the change
            name = ".".join(place.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            if not name.endswith("__main__"):
                import_module(name)
        objects = gc.get_objects() if not gc.get_freeze_count() else self._unfrozen()
        self._functions = [thing for thing in objects if isinstance(thing, FunctionType)]
        self._caches = [thing for thing in objects if isinstance(thing, _lru_cache_wrapper)]
        del objects
        gc.freeze()
        with tempfile.TemporaryDirectory() as name:
            self._folder = Path(name)
            self._homes = 0
            self._seen = self._watched(session.items)
            self._all()
        return True

    @staticmethod
    def _unfrozen() -> list[object]:
        gc.unfreeze()
        return gc.get_objects()

    def _child(self, session: pytest.Session, work: Callable[[], int]) -> int:
        """What a fork ends with that does this work, in a temporary folder of its own."""
        self._homes += 1
        home = self._folder / str(self._homes)
        home.mkdir()
        pid = os.fork()
        if not pid:
            try:
                for stream in (1, 2):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
                session.config._tmp_path_factory._basetemp = home  # type: ignore[attr-defined]
                os._exit(work())
            finally:
                os._exit(1)
        _, status = os.waitpid(pid, 0)
        shutil.rmtree(home, ignore_errors=True)
        return status

    def _forget(self) -> None:
        """Nothing is known that an earlier test worked out."""
        for cache in self._caches:
            cache.cache_clear()
        for known in (kept._READ, kept._SHIPPED, kept._TOLD, kept._PACKED, kept._SPARSE):
            known.clear()

    def _run(self, item: pytest.Item, following: pytest.Item | None) -> bool:
        self._failed = False
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return not self._failed

    def _watched(self, items: list[pytest.Item]) -> list[Seen]:
        """Which lines of the modules each test runs, from the quickest."""
        from coverage import Coverage  # only here is it needed: `pip install coverage`

        files = [str(place.path) for place in self.places]
        answer = self._folder / "seen"
        watch = Coverage(None, include=files, config_file=False)
        watch.set_option("run:disable_warnings", ["trace-changed"])  # by tests that count what is done

        def work() -> int:
            seconds: list[float] = []
            for index, (item, following) in enumerate(zip(items, [*items[1:], None], strict=True)):
                self._forget()
                began = time.process_time()
                watch.start()
                watch.switch_context(str(index))
                passed = self._run(item, following)
                watch.stop()
                if not passed:
                    answer.write_bytes(pickle.dumps(item.nodeid))
                    return 1
                seconds.append(time.process_time() - began)
            data = watch.get_data()
            answer.write_bytes(pickle.dumps((seconds, {file: data.contexts_by_lineno(file) for file in files})))
            return 0

        failed = self._child(items[0].session, work)
        told = pickle.loads(answer.read_bytes())
        if failed:
            sys.exit(f"{told} fails on the program as it is.")
        lines: list[set[tuple[str, int]]] = [set() for _ in items]
        for file, run in told[1].items():
            for line, tests in run.items():
                for index in filter(None, tests):
                    lines[int(index)].add((file, line))
        return [Seen(*of) for of in zip(items, told[0], lines, strict=True)]

    def _noticed(self, change: Change) -> bool | None:
        """Whether a test fails that runs what is changed, or any where that is done while the module is imported.

        None where it cannot be tried.
        """
        path, lines = change.path, change.lines
        chosen = [seen for seen in self._seen if lines and any((path, line) in seen.lines for line in lines)]
        imported = not chosen  # or the function is called while modules are imported
        if imported:
            chosen = list(self._seen)
        of_module = {seen.item: sum(file == path for file, _ in seen.lines) for seen in chosen}
        chosen.sort(key=lambda seen: (-self._alert[path, seen.item.nodeid], -of_module[seen.item], seen.seconds))
        who = self._folder / "who"
        who.unlink(missing_ok=True)

        def work() -> int:
            if imported and not _import_anew(path, change.tree):
                return 0
            if not self._replace(path, change.tree):
                return _UNTRIED
            self._forget()
            for seen, after in zip(chosen, [*chosen[1:], None], strict=True):
                signal.setitimer(signal.ITIMER_PROF, 2 + 10 * seen.seconds)  # at its end the child ends
                if not self._run(seen.item, after and after.item):
                    who.write_text(seen.item.nodeid, encoding="utf-8")
                    return 1
            return 0

        status = self._child(chosen[0].item.session, work)
        if os.waitstatus_to_exitcode(status) == _UNTRIED:
            return None
        if not status:
            return False
        if who.exists():  # or it takes for ever, or cannot be imported
            name = who.read_text(encoding="utf-8")
            self._alert[path, name] += 1
            self._trust(next(seen for seen in chosen if seen.item.nodeid == name))
        return True

    def _replace(self, path: str, tree: ast.Module) -> bool:
        """Give the functions of a module the code that they have in this one; whether all can have it."""
        whole = True
        new = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(tree, path, "exec"))}
        for function in self._functions:
            old = function.__code__
            code = new.get((old.co_qualname, old.co_firstlineno)) if old.co_filename == path else None
            if code is not None and code.co_freevars == old.co_freevars:
                function.__code__ = code
            whole &= code is None or code.co_freevars == old.co_freevars
        return whole

    def _trust(self, seen: Seen) -> None:
        """End where a test fails that runs alone, with nothing changed: it would notice whatever it is given."""
        name = seen.item.nodeid
        if name not in self._trusted and self._child(seen.item.session, lambda: not self._run(seen.item, None)):
            sys.exit(f"{name} fails alone on the program as it is.")
        self._trusted.add(name)

    def _all(self) -> None:
        """Print the changes that no test noticed, and how many were noticed of each module and of all."""
        noticed, tried = Counter[str](), Counter[str]()
        for number, change in enumerate(islice(changes(self.places, self.seed), self.number), 1):
            name = os.path.relpath(change.path, ROOT)
            found = self._noticed(change)
            tried[name] += found is not None
            noticed[name] += found is True
            if found is not False:
                continue
            line = Path(change.path).read_text(encoding="utf-8").splitlines()[change.line - 1].strip()
            print(f"{number:4} {name}:{change.line}:{change.column} {change.what}: {line[:100]}", flush=True)
        for name, count in sorted(tried.items()):
            print(f"{name}: {noticed[name]} of {count}")
        print(f"{noticed.total()} of {tried.total()} noticed: {noticed.total() / max(tried.total(), 1):.1%}")


def _places(named: Iterable[str]) -> Iterator[Place]:
    for name in named:
        whole, _, line = name.partition(":")
        for path in sorted((ROOT / whole).rglob("*.py")) if (ROOT / whole).is_dir() else [ROOT / whole]:
            yield Place(path, int(line or 0))


def main() -> None:
    """Print the changes that no test noticed, and how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", help="modules, their lines, or folders, with commas between")
    parser.add_argument("number", type=int)
    parser.add_argument("seed", type=int)
    said, tests = parser.parse_known_args()
    # Fewer examples are tried and none is made smaller: that one fails is all that is asked.
    os.environ["HYPOTHESIS_PROFILE"] = "unshrunk"
    attempts = Attempts(list(_places(said.modules.split(","))), said.number, said.seed)
    options = ["-o", "addopts=", "-s", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:terminal"]
    sys.exit(pytest.main([*options, *tests], plugins=[attempts]))


if __name__ == "__main__":
    main()
