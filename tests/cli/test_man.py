"""The manual page is made from the program, and is the one that is shipped."""

from replay.cli.man import man_page
from replay.files.preferences import PREFERENCES
from tests.cli.running import every_command
from tests.places import ROOT


def test_the_page_is_up_to_date() -> None:
    shipped = (ROOT / "replay" / "cli" / "race-replay.1").read_text(encoding="utf-8")
    assert shipped == man_page(), "make it anew: python -m replay.cli.man > replay/cli/race-replay.1"


def test_it_has_every_command_option_and_setting() -> None:
    page = man_page().replace("\\-", "-")
    for name, command in every_command().items():
        assert command.hidden or f".SS race-replay {name} " in page
        assert all(option in page for param in command.params for option in param.opts if option.startswith("--"))
    assert all(f".B {preference.name}\n" in page for preference in PREFERENCES)


def test_no_line_of_text_is_taken_for_a_request() -> None:
    requests = {".TH", ".SH", ".SS", ".B", ".TP", ".PP", ".br", ".EX", ".EE"}
    lines = man_page().splitlines()
    assert {line.split()[0] for line in lines if line.startswith((".", "'"))} <= requests
    assert all(line.isascii() for line in lines)
