"""Any keyboard, any terminal: which command a key means, and which character it types."""

from textual.events import Key

from replay.tui.keys import GROUPS
from replay.tui.typed import SPLIT, Typed
from tests.together import together
from tests.tui.effects import pressed
from tests.tui.pilots import FakeClock, watching

CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю"
LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."


def keys(text: str, typed: Typed | None = None) -> list[tuple[str, str | None]]:
    """Names and characters of what is typed."""
    return [(event.key, event.character) for event in (typed or Typed()).feed(text) if isinstance(event, Key)]


def name(text: str) -> str:
    """The name of the key that types a character."""
    return keys(text)[0][0]


@together(("typed", "meant"), zip(CYRILLIC, LATIN, strict=True))
def test_letters_that_are_not_latin_are_the_keys_in_their_places_and_type_what_they_are(typed: str, meant: str) -> None:
    assert keys(typed) == [(name(meant), typed)]


@together(
    ("typed", "meant"),
    [("Й", "Q"), ("А", "F"), ("Т", "N"), ("Ж", ":"), ("Б", "<"), ("Ю", ">"), ("Х", "{"), ("і", "s"), ("φ", "f")],
)
def test_so_are_capitals_and_the_letters_of_others(typed: str, meant: str) -> None:
    assert keys(typed) == [(name(meant), typed)]


@together(
    ("report", "meant", "types"),
    [
        ("1081::113;1;1081", "q", "й"),
        ("1081:1049:113;2;1049", "Q", "Й"),
        ("1102::46;1;1102", ".", "ю"),
        ("1078::59;2;1046", ":", "Ж"),
        ("1513::97;1;1513", "a", "ש"),  # of a keyboard whose positions are not known here
        ("97::113;1;97", "a", "a"),  # a French keyboard: it has the letter
        ("113;65;81", "q", "Q"),  # Caps Lock
        ("113;66;113", "Q", "q"),  # Caps Lock and shift
        ("57413;1;43", "+", "+"),
        ("57412;1;45", "-", "-"),
        ("57409;1;46", ".", "."),
        ("57410;1;47", "/", "/"),
        ("57399;129;48", "0", "0"),  # with Num Lock
        ("32;2;32", " ", " "),
    ],
)
def test_what_kittys_protocol_reports(report: str, meant: str, types: str) -> None:
    assert keys(f"\x1b[{report}u") == [(name(meant), types)]


@together(("report", "meant"), [("1089::99;5", "ctrl+c"), ("1075::117;5", "ctrl+u"), ("99;5", "ctrl+c")])
def test_with_control_too(report: str, meant: str) -> None:
    assert [key for key, _ in keys(f"\x1b[{report}u")] == [meant]


@together("report", ["113;1:3", "113;1:3;113", "57413;1:3"])
def test_a_key_that_is_let_go_is_none(report: str) -> None:
    assert keys(f"\x1b[{report}u") == []


def test_every_command_of_one_letter_has_its_key_on_a_cyrillic_keyboard() -> None:
    bound = {name for group in GROUPS.values() for name, _ in pressed(group)}
    letters = {name for name in bound if len(name) == 1 and name.isalpha()}
    assert letters - {key for typed in CYRILLIC + CYRILLIC.upper() for key, _ in keys(typed)} == set()


@together("sequence", ["\x1b[A", "\x1bOA", "\x1b[5~", "\x1b[1;2C", "\x1b[1081::113;1;1081u"])
def test_a_sequence_that_comes_in_pieces_is_not_esc(sequence: str) -> None:
    clock = FakeClock()
    typed = Typed(clock=clock)
    found: list[tuple[str, str | None]] = []
    for character in sequence:
        found += keys(character, typed)
        clock.now += 0.99 * SPLIT
        found += [(event.key, event.character) for event in typed.tick() if isinstance(event, Key)]
    assert found == keys(sequence)
    assert SPLIT >= 0.25


@together("after", ["q", "\\", "\x1b", "й"])
def test_esc_and_another_key_soon_after_it_are_two_keys(after: str) -> None:
    clock = FakeClock()
    typed = Typed(clock=clock)
    found = keys("\x1b", typed)
    clock.now += SPLIT / 2
    found += keys(after, typed)
    clock.now += SPLIT
    found += [(event.key, event.character) for event in typed.tick() if isinstance(event, Key)]
    assert found == [("escape", "\x1b"), ("escape", "\x1b") if after == "\x1b" else keys(after)[0]]


async def test_a_command_is_run_by_the_key_in_its_place_and_an_input_takes_the_letter() -> None:
    async with watching(at=100.0) as session:
        for event in Typed().feed("а:"):
            session.app.post_message(event)
        await session.pilot.pause()
        await session.pilot.pause()
        assert session.viewer_below.camera.at == "leaders"
        for event in Typed().feed("йcd"):
            session.app.post_message(event)
        await session.pilot.pause()
        assert "йcd" in session.text
