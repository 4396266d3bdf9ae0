"""Whether a field is large is asked once in each package, where it begins; nobody outside asks what was chosen."""

import ast
import re

from tests.project.test_circles import MODULES

CHOSEN = {
    "RunnerMotion",
    "FieldMotion",
    "Timeline",
    "LargeTimeline",
    "Stage",
    "LargeStage",
    "RunnerOrder",
    "FieldOrder",
}


def asked(source: str) -> list[str]:
    """What of the chosen a module asks for: the bound, or what something is an instance of."""
    found: list[str] = []
    asks = re.search(r"\b(isinstance|type)\(", source) and any(name in source for name in CHOSEN)
    if not asks and "LARGE" not in source:
        return found  # it need not be parsed
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "replay.motion":
            found += [name.name for name in node.names if name.name == "LARGE"]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"isinstance", "type"}:
            names = {part.id for argument in node.args[1:] for part in ast.walk(argument) if isinstance(part, ast.Name)}
            found += sorted(names & CHOSEN)
    return found


def test_it_is_seen_who_asks() -> None:
    assert asked("from replay.motion import LARGE\nisinstance(motion, (FieldMotion, int))") == ["LARGE", "FieldMotion"]


def test_no_module_inside_a_package_asks_how_large_a_field_is() -> None:
    inside = {name: path for name, path in MODULES.items() if path.name != "__init__.py"}
    found = {name: asked(path.read_text(encoding="utf-8")) for name, path in inside.items()}
    assert {name: words for name, words in found.items() if words} == {}
