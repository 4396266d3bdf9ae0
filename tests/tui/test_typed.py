"""What is typed, whatever it is, becomes events or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste, Resize
from textual.message import Message

from replay.tui.pasted import UNENDED
from replay.tui.typed import Answered, EveryColour, Typed
from tests.depth import examples
from tests.together import together
from tests.tui.pilots import FakeClock

SEQUENCES = st.one_of(
    st.text(max_size=20),
    st.text("0123456789;:<>?=u~mMRtIOcq$y^", max_size=16).map(lambda text: f"\x1b[{text}"),
    st.from_regex(r"\A\x1b\[<-?[0-9]{1,9};-?[0-9]{1,9};-?[0-9]{1,9}[Mm]\Z"),
    st.from_regex(r"\A\x1b\[48;[0-9]{1,9};[0-9]{1,9};[0-9]{1,9};[0-9]{1,9}t\Z"),
    st.from_regex(r"\A\x1b\[[0-9]{1,12}(:[0-9]{0,12}){0,2}(;[0-9]{1,12}(:[0-9]{1,2})?)?(;[0-9]{1,12})?u\Z"),
    st.sampled_from(
        ["\x1b", "\x1b\x1b", "\x1b[200~", "\x1b[201~", "\x1b[I", "\x1bO", "\x1b[M\xff\xff\xff", "\0", "\x9b"]
    ),
)
BROKEN = [
    "\x1b[48;24;80;0;0t\x1b[<0;5;5M",  # a mouse in pixels, of which there are none
    "\x1b[1114112u",  # a key beyond Unicode
    "\x1b[99999999999u",
    "\x1b[:u",
]


def events(typed: Typed, text: str) -> list[Message]:
    return [*typed.feed(text), *typed.tick()]


@together("text", BROKEN)
def test_after_what_cannot_be_read_keys_are_read_as_ever(text: str) -> None:
    typed = Typed()
    events(typed, text)
    keys = [event.key for event in events(typed, "q") if isinstance(event, Key)]
    assert keys == ["q"]


@together("text", BROKEN)
def test_what_comes_in_one_go_with_it_is_read_too(text: str) -> None:
    keys = [event.key for event in events(Typed(), f"{text}\x1b[A") if isinstance(event, Key)]
    assert keys[-1:] == ["up"]


@together("size", ["99999;99999", "0;0", "0;80", "24;100000"])
def test_a_size_that_no_terminal_has_is_not_believed(size: str) -> None:
    assert not any(isinstance(event, Resize) for event in events(Typed(), f"\x1b[48;{size};400;800t"))


def test_a_size_that_one_has_is() -> None:
    found = [event.size for event in events(Typed(), "\x1b[48;24;80;480;800t") if isinstance(event, Resize)]
    assert found == [(80, 24)]


@examples(100)
@given(st.lists(SEQUENCES, min_size=1, max_size=20))
def test_no_sequence_raises(texts: list[str]) -> None:
    typed = Typed()
    for text in filter(None, texts):
        events(typed, text)


COLOURS = [
    ("\x1bP1$r0;48:2:1:2:3m\x1b\\", True),
    ("\x1bP1$r48:2::1:2:3m\x1b\\", True),
    ("\x1bP1$r0;48;2;1;2;3m\x1b\\", True),
    ("\x1bP1$r0;48;5;16m\x1b\\", False),
    ("\x1bP0$r\x1b\\", False),
]


@together(("answer", "every"), COLOURS)
@together("pieces", [1, 2, 50])
def test_a_terminal_says_whether_it_shows_every_colour_and_nothing_of_it_is_a_key(
    answer: str, every: bool, pieces: int
) -> None:
    typed = Typed()
    text = f"a{answer}\x1b[0nq"
    size = -(-len(text) // pieces)
    found = [event for at in range(0, len(text), size) for event in typed.feed(text[at : at + size])]
    assert [event.key for event in found if isinstance(event, Key)] == ["a", "q"]
    assert any(isinstance(event, EveryColour) for event in found) == every
    assert sum(isinstance(event, Answered) for event in found) == 1


INTERRUPTS = ["\x03", "\x1b[99;5u", "\x1b[99;69u", "\x1b[99:67;5:1u", "\x1b[1089::99;5u"]


@together("interrupt", INTERRUPTS)
@together("before", ["", "\x1b", "\x1b[200~", "\x1b[200~ada.csv", "jk" * 5000, "\x1b[20", "\x1bP1$r"])
@together("apart", [False, True])
def test_ctrl_c_is_seen_whatever_is_before_it(before: str, interrupt: str, apart: bool) -> None:
    typed = Typed(flooded=lambda: True)
    if apart and before:
        events(typed, before)
    found = events(typed, interrupt if apart else before + interrupt)
    assert [event.key for event in found if isinstance(event, Key)] == ["ctrl+c"]
    assert [event.key for event in events(Typed(), "q") if isinstance(event, Key)] == ["q"]


@together("answer", ["\x1b[0n", "\x1b[?2026;2$y", "\x03", "\x1b[I\x1b[0n"])
def test_what_a_terminal_answers_may_follow_it(answer: str) -> None:
    found = events(Typed(), f"\x1b[200~ada.csv\x03{answer}")
    assert [event.key for event in found if isinstance(event, Key)] == ["ctrl+c"]


@pytest.mark.parametrize("inside", ["a\x03b", "a\x1b[99;5ub"])
def test_what_is_pasted_may_hold_what_looks_like_it(inside: str) -> None:
    (found,) = events(Typed(), f"\x1b[200~{inside}\x1b[201~")
    assert isinstance(found, Paste)
    assert found.text == inside


@together("size", [1, 3, 1000])
def test_keys_around_what_is_pasted_are_keys(size: int) -> None:
    typed, text = Typed(), "j\x1b[200~ada.csv\x1b[201~k\x1b[200~\x1b[201~\x1b[A"
    found = [event for at in range(0, len(text), size) for event in typed.feed(text[at : at + size])]
    assert [event.text if isinstance(event, Paste) else getattr(event, "key", "") for event in found] == [
        "j",
        "ada.csv",
        "k",
        "",
        "up",
    ]


def test_a_paste_that_nobody_ends_is_over_after_a_while() -> None:
    now = 0.0
    typed = Typed(clock=lambda: now)
    assert events(typed, "\x1b[200~ada.csv") == []
    now = UNENDED
    (found,) = typed.tick()
    assert isinstance(found, Paste)
    assert found.text == "ada.csv"
    assert [event.key for event in typed.feed("q") if isinstance(event, Key)] == ["q"]


def test_in_a_flood_keys_are_not_read_and_answers_are() -> None:
    found = events(Typed(flooded=lambda: True), "jk" * 2000 + "\x1b[0n" + "\x1b[A" * 50)
    assert [type(event) for event in found] == [Answered]


TAKEN_APART = ("\x1b[B", "\x1bOB", "\x1b[1;2C", "\x1b[5~", "\x1b[57424u", "\x1b[32;1;32u", "\x1b[<0;10;5M")


@together("sequence", TAKEN_APART)
@together("late", [0.03, 0.12, 0.25])
def test_a_sequence_that_is_taken_apart_anywhere_is_one(sequence: str, late: float) -> None:
    whole = [type(event) for event in Typed().feed(sequence)]
    assert len(whole) == 1
    for cut in range(1, len(sequence)):
        clock = FakeClock()
        typed = Typed(clock=clock)
        found = list(typed.feed(sequence[:cut]))
        clock.now += late
        found += [*typed.tick(), *typed.feed(sequence[cut:])]
        assert [type(event) for event in found] == whole, (cut, found)
        assert not any(isinstance(event, Key) and event.key == "escape" for event in found)
        clock.now += 1.0
        assert not list(typed.tick())
