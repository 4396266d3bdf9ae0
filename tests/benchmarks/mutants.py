"""How much of a module its tests hold: change it in one place, run the tests, and see whether any fails.

Run from the repository's root with a module, how many changes, a seed, and the tests that are to notice:

    python -m tests.benchmarks.mutants replay/motion/curves.py 60 1 tests/motion

The tree is copied to a temporary folder and changed there, one place at a time: a comparison or an operator becomes
its neighbour, a number one more, a flag the other, a result None, a condition false. What follows the tests on the
command line (`--deselect ...`) goes to pytest. Printed are the changes that no test noticed, each with its line: either
they change nothing that can be seen, or a test is missing. Messages of errors, annotations and docstrings stay.

What was noticed of what was tried, with the tests of the module and of those around it (November 2026):

    race/times            59 of 60     state/large_order     27 of 35 (a)     files/table/reader    48 of 50
    motion/__init__        9 of  9     state/packing         49 of 60 (b)     files/table/entries   40 of 45
    motion/curves         26 of 30     state/evidence        36 of 40         files/table/results   43 of 50
    motion/nearby         14 of 15     state/large           34 of 40         files/table/grid      52 of 60
    motion/large          34 of 40     state/ghosts           9 of 11         files/table/columns   34 of 40
    motion/large_paths    37 of 40     state/afterwards      18 of 18         files/table/times     38 of 40
    motion/large_nearby   19 of 20     state/spline          28 of 28         files/table/splits    21 of 30 (c)
    state/timeline        57 of 60     state/standings       52 of 60

Those that live change a number that is a matter of taste, or one behind the ninth digit; they make `<` of `<=` where
two measured numbers would have to be the same to the last bit; or they choose the slow of two ways to the same answer.
(a) The eight look at more of a field at once than they need. (b) Nine of the eleven change nothing: two sides of a
runner in the other order, a golden ratio to which one is added, what is written over before it is read.
(c) The nine change a tolerance or a bound, take the slow way to the same answer, or come to the same finish otherwise.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

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
    source: str


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


def changes(source: str, seed: int) -> Iterator[Change]:
    """Every change there is of a module, in an order drawn by lot."""
    count = sum(1 for _ in ast.walk(ast.parse(source)))
    for index in random.Random(seed).sample(range(count), count):
        tree = ast.parse(source)
        node = list(ast.walk(tree))[index]
        if node not in _kept(tree) and _changed(node):
            place = node.lineno, node.col_offset + 1  # type: ignore[attr-defined]
            yield Change(*place, type(node).__name__.lower(), ast.unparse(tree))


def passes(folder: Path, tests: list[str], seconds: float | None = None) -> bool:
    """Whether the tests pass in a copy of the tree within so many seconds."""
    options = ["-q", "-x", "-n0", "-p", "no:randomly", "-p", "no:cacheprovider"]
    # Fewer examples are tried and none is made smaller: that one fails is all that is asked.
    world = {**os.environ, "PYTHONPATH": str(folder), "HYPOTHESIS_PROFILE": "unshrunk", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *options, *tests]
    try:
        return not subprocess.run(command, cwd=folder, env=world, capture_output=True, timeout=seconds).returncode
    except subprocess.TimeoutExpired:
        return False


def main() -> None:
    """Print the changes that no test noticed, and how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module")
    parser.add_argument("number", type=int)
    parser.add_argument("seed", type=int)
    said, tests = parser.parse_known_args()
    source = (ROOT / said.module).read_text(encoding="utf-8")
    chosen = list(islice(changes(source, said.seed), said.number))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "tree"
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*_cache", ".git", ".venv", "__pycache__"))
        began = time.perf_counter()
        if not passes(folder, tests):
            sys.exit("These tests fail on the module as it is.")
        limit = 30 + 10 * (time.perf_counter() - began)
        unseen = 0
        for change in sorted(chosen):
            (folder / said.module).write_text(change.source, encoding="utf-8")
            if passes(folder, tests, limit):
                unseen += 1
                line = source.splitlines()[change.line - 1].strip()
                print(f"{change.line:5}:{change.column:<3} {change.what:9} {line[:100]}", flush=True)
    print(f"{said.module}: {len(chosen) - unseen} of {len(chosen)} noticed")


if __name__ == "__main__":
    main()
