"""The races of the menu, read while it is shown."""

from types import SimpleNamespace
from typing import Any, ClassVar

from replay.files.library import Library
from replay.tui.shelf import Shelf


def test_where_the_program_is_left_meanwhile_nothing_is_done_then() -> None:
    """On a busy machine the last file was read when no screen was left, and a fault was told."""

    class Left:
        """An application without a screen."""

        screen_stack: ClassVar[list[Any]] = []

        @property
        def screen(self) -> Any:  # noqa: ANN401
            raise LookupError("no screens")

        def set_timer(self, _: float, then: Any) -> None:  # noqa: ANN401
            then()

    done: list[bool] = []
    menu: Any = SimpleNamespace(items=[], show_items=lambda items, reading: None)
    left: Any = Left()
    shelf = Shelf(left, Library(), menu)
    shelf.read(lambda: done.append(True))
    assert done == []
    left.screen_stack = [menu]
    shelf.read(lambda: done.append(True))
    assert done == [True]
