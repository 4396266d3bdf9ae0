"""`serve` on the command line; the server itself is tested in tests/web."""

import sys

import pytest

from tests.cli.running import Run


def test_without_the_extra_it_says_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("replay.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert "race-replay[serve]" in run.wrong("serve")


@pytest.mark.parametrize("words", [("--port", "70000"), ("--host", "256.0.0.1"), ("--races", "/nowhere/at all")])
def test_what_cannot_be_served_is_told(run: Run, words: tuple[str, ...]) -> None:
    run.wrong("serve", *words)
