"""No module imports itself by a way round: not at once, not when a function runs, and not for its types."""

import re
from pathlib import Path

from tests.places import ROOT

PACKAGE = ROOT / "replay"


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


IMPORT = re.compile(r"^ *(?:from (replay[\w.]*) import (\([^)]*\)|.*)|import (replay[\w.]*))", re.MULTILINE)


def imports(text: str) -> set[str]:
    """The modules that a text of Python names anywhere, under TYPE_CHECKING and inside functions too."""
    found: set[str] = set()
    for package, listed, whole in IMPORT.findall(text):
        names = re.findall(r"\w+", re.sub(r"#.*| as \w+", "", listed))
        inner = {f"{package}.{name}" for name in names}
        found |= {name if name in MODULES else package for name in inner} or {whole}
    return found & MODULES.keys()


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules each of which can be reached from all others of its group (Tarjan's algorithm)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(graph[node]):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            group = [stack.pop()]
            while group[-1] != node:
                group.append(stack.pop())
            if len(group) > 1:
                found.append(sorted(group))

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


def test_a_circle_is_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]


def test_an_import_is_seen_wherever_it_stands() -> None:
    text = """
import replay.race.race
from replay.files import formats as found, source  # and so on
from replay.state.timeline import (
    Timeline,  # what is asked
)
if TYPE_CHECKING:
    from replay.race.problems import ReplayError
def later():
    from replay import cli
"""
    names = "cli", "files.formats", "files.source", "race.problems", "race.race", "state.timeline"
    assert sorted(imports(text)) == [f"replay.{name}" for name in names]


def test_there_is_no_circle_of_imports() -> None:
    named = {module: imports(path.read_text(encoding="utf-8")) - {module} for module, path in MODULES.items()}
    assert sum(map(len, named.values())) > 2 * len(named)
    assert circles(named) == []
