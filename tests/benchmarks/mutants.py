"""How much of a module its tests hold: change it in one place, run the tests, and see whether any fails.

Run from the repository's root with modules or folders (commas between), how many changes of each (one for twelve lines,
if that is more), a seed, and the tests that are to notice; `pip install coverage` before:

    python -m tests.benchmarks.mutants replay/motion/curves.py 60 1 tests/motion

The tests are collected once, and each change is tried in a fork of that process, by the tests that run what is changed:
a comparison or an operator becomes its neighbour, a number one more, a flag the other, a result None, a condition
false. What follows the tests on the command line (`--deselect ...`) goes to pytest. Printed are the changes that no
test noticed, each with its line: either they change nothing that can be seen, or a test is missing. Messages of errors,
annotations and docstrings stay. Tests that start the program as a process of its own notice nothing.

What was noticed of what was tried, with the tests of the module and of those around it (November 2026):

    race/times            59 of 60     state/large_order     27 of 35 (a)     files/table/reader    48 of 50
    motion/__init__       10 of 10     state/packing         49 of 60 (b)     files/table/entries   40 of 45
    motion/curves         30 of 36     state/evidence        36 of 40         files/table/results   28 of 32
    motion/nearby         14 of 15     state/large           34 of 40         files/table/grid      52 of 60
    motion/large          34 of 40     state/ghosts           9 of 11         files/table/columns   34 of 40
    motion/large_paths    37 of 40     state/afterwards      18 of 18         files/table/times     38 of 40
    motion/large_nearby   19 of 20     state/spline          28 of 28         files/table/splits    21 of 30 (c)
    state/timeline        57 of 60     state/standings       52 of 60         race/headtohead       18 of 20
    race/clocks           20 of 20     race/when             20 of 20         race/order            19 of 20
    race/places           13 of 13     race/groups           20 of 20         race/units              9 of 9
    files/table/about     20 of 22     files/table/account   19 of 20         files/table/sports    13 of 13
    files/table/broken    18 of 20     files/table/ditto      9 of 10         files/table/guarded    8 of  8
    files/table/punching  13 of 15

Not tried enough to say: the other modules of files/table.

Those that live change a number that is a matter of taste, or one behind the ninth digit; they make `<` of `<=` where
two measured numbers would have to be the same to the last bit; or they choose the slow of two ways to the same answer.
(a) The eight look at more of a field at once than they need. (b) Nine of the eleven change nothing: two sides of a
runner in the other order, a golden ratio to which one is added, what is written over before it is read.
(c) The nine change a tolerance or a bound, take the slow way to the same answer, or come to the same finish otherwise.
"""

import argparse
import ast
import gc
import os
import pickle
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import _lru_cache_wrapper
from itertools import islice
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest

from tests import kept

ROOT = Path(__file__).parents[2]
OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.USub: ast.UAdd,
}


class Change(NamedTuple):
    """One place of a module, changed."""

    line: int
    column: int
    what: str
    tree: ast.Module
    lines: range | None
    """Of the statement that it is in; None where it is done while the module is imported."""


def _kept(tree: ast.Module) -> set[ast.AST]:
    """What is not changed: words of errors, annotations, decorators, what is asserted."""
    roots: list[ast.AST | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert | ast.Raise | ast.JoinedStr):
            roots.append(node)
        elif isinstance(node, ast.keyword) and node.arg == "strict":
            roots.append(node)  # lengths that differ are a fault of the program, which no test can bring about
        elif isinstance(node, ast.AnnAssign | ast.arg):
            roots.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            roots += [node.returns, *node.decorator_list]
        elif isinstance(node, ast.ClassDef):
            roots += node.decorator_list
    return {inner for root in roots if root is not None for inner in ast.walk(root)}


def _changed(node: ast.AST) -> bool:
    """Change a node in its place; whether there is a way to."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
        node.ops[0] = OPERATORS[type(node.ops[0])]()  # type: ignore[call-overload]
    elif isinstance(node, ast.BinOp | ast.BoolOp | ast.UnaryOp) and type(node.op) in OPERATORS:
        node.op = OPERATORS[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        node.value += 1
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        node.value = ast.Constant(None)
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.Constant(False)
    else:
        return False
    return True


def _within(tree: ast.Module) -> dict[ast.AST, range]:
    """What runs when a function is called, with the lines of the statement that it is in."""
    found: dict[ast.AST, range] = {}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            found |= {inner: range(0) for part in function.body for inner in ast.walk(part)}
        elif isinstance(function, ast.Lambda):
            found |= dict.fromkeys(ast.walk(function.body), range(0))
    for statement in ast.walk(tree):  # from the outside inwards
        if isinstance(statement, ast.stmt):
            body = getattr(statement, "body", [])
            last = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
            lines = range(statement.lineno, max(last, statement.lineno) + 1)
            found |= {inner: lines for inner in ast.walk(statement) if inner in found}
    return found


def changes(source: str, seed: int) -> Iterator[Change]:
    """Every change there is of a module, in an order drawn by lot."""
    whole = ast.parse(source)
    nodes, kept_nodes, within = list(ast.walk(whole)), _kept(whole), _within(whole)
    for index in random.Random(seed).sample(range(len(nodes)), len(nodes)):
        if nodes[index] in kept_nodes or not isinstance(nodes[index], ast.expr | ast.stmt):
            continue
        tree = ast.parse(source)
        node = list(ast.walk(tree))[index]
        if _changed(node):
            place = node.lineno, node.col_offset + 1  # type: ignore[attr-defined]
            yield Change(*place, type(node).__name__.lower(), ast.fix_missing_locations(tree), within.get(nodes[index]))


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


def _import_anew(path: str, tree: ast.Module) -> None:
    """Put what a changed module makes in the place of what it made, wherever that was imported: values and defaults."""
    module = next(module for module in sys.modules.values() if getattr(module, "__file__", None) == path)
    made: dict[str, object] = {"__name__": module.__name__}
    exec(compile(tree, path, "exec"), made)
    for name, new in made.items():
        old = vars(module).get(name)
        if isinstance(old, type) and old.__module__ == module.__name__:
            for inner, value in vars(new).items():
                if isinstance(value, FunctionType):
                    _default(vars(old)[inner], value)
                elif isinstance(value, int | float | tuple) and inner.strip("_") == inner:
                    setattr(old, inner, value)
        elif isinstance(new, FunctionType):
            _default(old, new)
        elif _told(old) != _told(new):
            for other in list(sys.modules.values()):
                if vars(other).get(name) is old:
                    setattr(other, name, new)


def _default(old: object, new: FunctionType) -> None:
    if isinstance(old, FunctionType) and old is not new:
        old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__


def _told(value: object) -> str:
    return re.sub("0x[0-9a-f]+", "", repr(value))


class Attempts:
    """A run of pytest that collects the tests once, and changes the program in one child after the other.

    A child is a fork in which the functions of the module have other code, so that nothing is imported or collected
    again. Only those tests run that run what is changed, first those that run most of its module, until one fails.
    """

    def __init__(self, modules: list[Path], number: int, seed: int) -> None:
        self.modules = modules
        self.number = number
        self.seed = seed
        self._failed = False
        self._alert: Counter[str] = Counter()
        """How often each test was the first that noticed: it is asked first the next time."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        objects = gc.get_objects() if not gc.get_freeze_count() else self._unfrozen()
        self._functions = [thing for thing in objects if isinstance(thing, FunctionType)]
        self._caches = [thing for thing in objects if isinstance(thing, _lru_cache_wrapper)]
        del objects
        gc.freeze()
        with tempfile.TemporaryDirectory() as name:
            self._folder = Path(name)
            self._homes = 0
            self._seen = self._watched(session.items)
            whole = ast.parse((ROOT / self.modules[0]).read_text(encoding="utf-8"))
            if self._noticed(str(ROOT / self.modules[0]), whole, None):
                sys.exit("A test fails in a child in which nothing is changed.")
            for module in self.modules:
                self._module(module)
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

        files = [str(ROOT / module) for module in self.modules]
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

    def _noticed(self, path: str, tree: ast.Module, lines: range | None) -> bool:
        """Whether a test fails that runs what is changed, or any where that is done while the module is imported."""
        chosen = [seen for seen in self._seen if lines is None or any((path, line) in seen.lines for line in lines)]
        if lines is not None and not chosen:  # the function is called while modules are imported
            return self._noticed(path, tree, None)
        of_module = {seen.item: sum(file == path for file, _ in seen.lines) for seen in chosen}
        chosen.sort(key=lambda seen: (-self._alert[seen.item.nodeid], -of_module[seen.item], seen.seconds))
        who = self._folder / "who"

        def work() -> int:
            if lines is None:
                _import_anew(path, tree)
            new = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(tree, path, "exec"))}
            for function in self._functions:
                old = function.__code__
                if old.co_filename == path and (code := new.get((old.co_qualname, old.co_firstlineno))) is not None:
                    function.__code__ = code
            self._forget()
            for seen, after in zip(chosen, [*chosen[1:], None], strict=True):
                signal.setitimer(signal.ITIMER_PROF, 2 + 10 * seen.seconds)  # at its end the child ends
                if not self._run(seen.item, after and after.item):
                    who.write_text(seen.item.nodeid, encoding="utf-8")
                    return 1
            return 0

        who.unlink(missing_ok=True)
        if not self._child(chosen[0].item.session, work):
            return False
        if who.exists():  # or it takes for ever, or cannot be imported
            self._alert[who.read_text(encoding="utf-8")] += 1
        return True

    def _module(self, module: Path) -> None:
        """Print the changes of a module that no test noticed, and how many were noticed."""
        source = (ROOT / module).read_text(encoding="utf-8")
        lines = source.splitlines()
        chosen = list(islice(changes(source, self.seed), max(self.number, len(lines) // 12)))
        unseen = 0
        self._alert.clear()
        for change in sorted(chosen, key=lambda change: change[:3]):
            if not self._noticed(str(ROOT / module), change.tree, change.lines):
                unseen += 1
                line = lines[change.line - 1].strip()
                print(f"{change.line:5}:{change.column:<3} {change.what:9} {line[:100]}", flush=True)
        print(f"{module}: {len(chosen) - unseen} of {len(chosen)} noticed", flush=True)


def _modules(named: Iterable[str]) -> Iterator[Path]:
    for name in named:
        for path in sorted((ROOT / name).rglob("*.py")) if (ROOT / name).is_dir() else [ROOT / name]:
            if any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
                yield path.relative_to(ROOT)


def main() -> None:
    """Print the changes that no test noticed, and how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", help="a module, a folder of them, or several of either with commas between")
    parser.add_argument("number", type=int)
    parser.add_argument("seed", type=int)
    said, tests = parser.parse_known_args()
    # Fewer examples are tried and none is made smaller: that one fails is all that is asked.
    os.environ["HYPOTHESIS_PROFILE"] = "unshrunk"
    attempts = Attempts(list(_modules(said.modules.split(","))), said.number, said.seed)
    options = ["-o", "addopts=", "-s", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:terminal"]
    sys.exit(pytest.main([*options, *tests], plugins=[attempts]))


if __name__ == "__main__":
    main()
