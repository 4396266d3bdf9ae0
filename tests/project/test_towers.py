"""What is put together has parts: no class of ours is built upon another of ours, but for a few, each for a reason."""

import ast
import re
from collections.abc import Iterator

from tests.places import ROOT

TEXTS = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "replay").rglob("*.py"))}
BUILT = {
    "LargeTimeline(Timeline)": "the same questions of a large field, answered for all at once",
    "LargeStage(Stage)": "the same",
    "LargeCourseView(CourseView)": "the same",
    "Oval(Laned)": "what holds of every track with lanes is said once; nothing of it calls what is built upon it",
    "Straight(Laned)": "the same",
    "Straight(Even)": "the same, of a track without bends",
    "Pool(Laned)": "the same",
    "Pool(Even)": "the same",
    "Road(Even)": "the same",
    "Chase(Camera)": "the camera that looks at other runners",
    "_Pursuit(FollowView)": "the close view with another heading",
    "StartCard(Sheet)": "a sheet that goes by itself; Textual calls its handlers, which a part would not have",
    "Ask(Lined)": "Textual calls the handlers that both have, of whatever stands over a race",
    "Pick(Lined)": "the same",
    "TooLarge(NoSheet)": "an error is caught by what it is a kind of",
    "_Browser(Pace)": "the line that is never asked how fast it is",
    "VisitedApp(ReplayApp)": "Textual asks an application for its driver; what a visitor is refused is in one place",
}
"""Each class and what it is built upon, and why."""
KIND = re.compile(r"^ *class (\w+)\(([^)]*)\):", re.MULTILINE)
OURS = re.compile(r"^ *(?:class (\w+)|from replay\S* import (\([^)]*\)|.*))", re.MULTILINE)


def built(text: str) -> Iterator[str]:
    """The classes of a module that are built upon others of ours."""
    ours = {name for found in OURS.findall(text) for name in re.findall(r"\w+", " ".join(found))}
    for kind, bases in KIND.findall(text):
        plain = re.sub(r"\[.*?\]+", "", bases)  # `Screen` of `Screen[None]`
        yield from (f"{kind}({name})" for name in re.findall(r"\w+", plain) if name in ours and name != "ReplayError")


def stubs(text: str) -> list[str]:
    """The methods of a module that do nothing but say that somebody else should."""
    if "raise NotImplementedError" not in text:
        return []
    tree = ast.parse(text)
    kinds = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    methods = [line for kind in kinds for line in kind.body if isinstance(line, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [method.name for method in methods if is_stub(method.body)]


def is_stub(body: list[ast.stmt]) -> bool:
    *before, last = body
    documented = all(isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) for line in before)
    return documented and isinstance(last, ast.Raise) and "NotImplementedError" in ast.unparse(last)


def test_no_class_is_built_upon_another_without_a_reason() -> None:
    """Errors are caught by what they are kinds of."""
    assert {tower for text in TEXTS.values() for tower in built(text)} == BUILT.keys()


def test_no_method_leaves_its_work_to_what_is_built_upon_its_class() -> None:
    assert {str(path): found for path, text in TEXTS.items() if (found := stubs(text))} == {}


def test_a_stub_and_a_tower_are_seen() -> None:
    text = '''
from replay.there import B
class A(B[int], Other):
    def f(self) -> None:
        """Do it."""
        raise NotImplementedError("later")
    async def g(self) -> None:
        if self.h():
            raise NotImplementedError
class C(NamedTuple):
    x: int
'''
    assert ([*built(text)], stubs(text)) == (["A(B)"], ["f"])
