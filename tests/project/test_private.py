"""What Textual does not promise is in `replay.tui.private`; here is what else is built upon it, and why."""

import ast
import importlib
import re
from inspect import isdatadescriptor
from pathlib import Path

import textual

from tests.places import ROOT

BUILT = {
    "tui/app.py": {
        "_display": "a screen comes in pieces, where the line is slow",
        "_fatal_error": "no picture of a fault",
        "_close_messages_no_wait": "how that ends the program",
        "_handle_exception": "what is missed while the program is left is no fault",
    },
    "tui/keyboard.py": {"_xterm_parser": "which has more keys here", "_sequence_to_key_events": "where it has them"},
    "tui/line.py": {"_value": "of what a terminal would act upon a blank is shown"},
    "tui/rowstrip.py": {"_segments": "made when first asked for"},
    "tui/terminal.py": {
        "_app": "whose driver it is",
        "_debug": "told to the parser",
        "_disable_line_wrap": "after a stop the terminal is as it was",
        "_enable_bracketed_paste": "the same",
        "_enable_mouse_support": "the same",
        "_get_terminal_size": "what the terminal says goes before what variables say",
        "_in_band_window_resize": "whether the terminal tells of another size itself",
        "_loop": "a signal comes between two steps of it",
        "_must_signal_resume": "whether the terminal was given back at a stop",
        "_sigcont_application": "all is drawn again",
        "_sigtstp_application": "it stops between two steps of the loop",
        "_writer_thread": "which is ours",
    },
    "web/session.py": {
        "_app": "whose driver it is",
        "_debug": "told to the parser",
        "_input_reader": "what the server sends",
        "_loop": "what comes is handed over in order",
        "_on_meta": "what the server says",
    },
}
"""By module the private names of what it is built upon that it takes the place of or asks for, and why."""
WINDOW = "tui/private.py"
OTHERS = {"_replace", "_fields", "_asdict", "_make", "_exit", "_make_app"}
"""Of named tuples, of the system, and of `textual_serve`."""
PRIVATE = re.compile(r"_[a-z]\w*")


def private_names(text: str) -> set[str]:
    """The private names that a module asks others for: those that it does not make itself."""
    nodes = [*ast.walk(ast.parse(text))]
    own = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}
    own |= {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    own |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute)} - own
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual", "rich")):
            asked |= {*(node.module or "").split("."), *(name.name for name in node.names)}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"getattr", "hasattr"}:
            asked |= {str(word.value) for word in node.args if isinstance(word, ast.Constant)} - own
    return {name for name in asked if PRIVATE.fullmatch(name)}


def replaced(module: str) -> set[str]:
    """The private names of Textual's that classes of a module take the place of, knowingly or not."""
    kinds = [kind for kind in vars(importlib.import_module(module)).values() if isinstance(kind, type)]
    return {
        name
        for kind in kinds
        if kind.__module__ == module
        for above in kind.__mro__
        if above.__module__.startswith("textual.")
        for name in vars(kind).keys() & vars(above).keys()
        if PRIVATE.fullmatch(name) and (callable(vars(above)[name]) or isdatadescriptor(vars(above)[name]))
    }


def modules() -> dict[str, str]:
    """The texts of all modules that may know Textual, by where they are."""
    paths = [path for room in ("tui", "web") for path in sorted((ROOT / "replay" / room).rglob("*.py"))]
    return {path.relative_to(ROOT / "replay").as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_nothing_else_reaches_behind_textual_but_what_is_listed_with_its_reason() -> None:
    texts = modules()
    named = {path: private_names(text) - OTHERS for path, text in texts.items() if path != WINDOW}
    for path in texts:
        named.setdefault(path, set()).update(replaced("replay." + path.removesuffix(".py").replace("/", ".")))
    assert {path: found for path, found in named.items() if found} == {path: set(why) for path, why in BUILT.items()}


def test_the_textual_that_is_installed_has_every_private_name_that_is_used() -> None:
    sources = (path.read_text(encoding="utf-8") for path in Path(textual.__file__).parent.rglob("*.py"))
    there = {word for text in sources for word in PRIVATE.findall(text)}
    used = private_names(modules()[WINDOW]).union(*BUILT.values())
    assert len(used) > len(BUILT)
    assert used - there == set()


def test_what_reaches_behind_is_seen_and_ones_own_is_not() -> None:
    text = "from textual._context import a\nb = app._driver, getattr(app, '_exit', None), self._own, c._replace()"
    assert private_names(text + "\nself._own = 1") - OTHERS == {"_context", "_driver"}
