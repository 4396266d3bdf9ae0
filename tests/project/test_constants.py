"""A module's constants are given once: of two of one name the first would silently be the second."""

import ast
from collections import Counter
from collections.abc import Iterator

from tests.places import ROOT


def given(tree: ast.Module) -> Iterator[str]:
    """The names that a module binds at its top, as often as it does."""
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        for target in targets:
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            yield from (name.id for name in names if isinstance(name, ast.Name))


def test_no_constant_of_the_program_is_given_twice() -> None:
    twice = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "replay").rglob("*.py"))
        for name, count in Counter(given(ast.parse(path.read_text(encoding="utf-8")))).items()
        if count > 1
    ]
    assert not twice


def test_pairs_and_values_with_a_type_count_too() -> None:
    assert list(given(ast.parse("A, B = 1, 2\nA: int = 3\nif A:\n    B = 4\n"))) == ["A", "B", "A"]
