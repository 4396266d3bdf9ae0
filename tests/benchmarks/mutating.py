"""The changes there are of modules, in an order drawn by lot: what `tests.benchmarks.mutants` tries."""

import ast
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

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


class Place(NamedTuple):
    """A module of which to draw changes, or one line of it."""

    path: Path
    line: int
    """0 for all of them."""


class Change(NamedTuple):
    """One place of a module, changed."""

    path: str
    line: int
    column: int
    what: str
    tree: ast.Module
    lines: range | None
    """Of the statement that it is in; None where it is done while the module is imported."""


def _kept(tree: ast.Module) -> set[ast.AST]:
    """What is not changed: words of errors, annotations and what is imported for them, decorators, what is asserted."""
    roots: list[ast.AST | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert | ast.Raise | ast.JoinedStr):
            roots.append(node)
        elif isinstance(node, ast.keyword) and node.arg == "strict":
            roots.append(node)  # lengths that differ are a fault of the program, which no test can bring about
        elif isinstance(node, ast.AnnAssign | ast.arg):
            roots.append(node.annotation)
        elif isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            roots.append(node)  # which is never run
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


def changes(places: Iterable[Place], seed: int) -> Iterator[Change]:
    """Every change there is of modules, in an order drawn by lot from all of them."""
    texts: dict[str, str] = {}
    there: list[tuple[str, int, range | None]] = []
    for path, only in places:
        text = texts[str(path)] = path.read_text(encoding="utf-8")
        whole = ast.parse(text)
        kept_nodes, within = _kept(whole), _within(whole)
        for index, node in enumerate(ast.walk(whole)):
            if isinstance(node, ast.expr | ast.stmt) and node not in kept_nodes and only in (0, node.lineno):
                there.append((str(path), index, within.get(node)))
    for name, index, lines in random.Random(seed).sample(there, len(there)):
        tree = ast.parse(texts[name])
        node = list(ast.walk(tree))[index]
        if _changed(node):
            line, column = node.lineno, node.col_offset + 1  # type: ignore[attr-defined]
            yield Change(name, line, column, type(node).__name__.lower(), ast.fix_missing_locations(tree), lines)
