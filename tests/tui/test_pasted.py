"""What is pasted is whole however it comes, and too much of it is nothing."""

from replay.tui.pasted import ENDS, MOST, Pasted
from tests.together import together


@together("size", [1, 2, 3, 5, 7, 50])
@together("text", ["", "ada.csv", "a\x1b[20b\x1b[201", "\x1b\x1b[201\x1b[201~"[:9]])
def test_it_is_the_same_in_whatever_pieces_it_comes(text: str, size: int) -> None:
    pasted, rest, whole = Pasted(), "", text + ENDS + "q" * 60
    for at in range(0, len(whole), size):
        after = pasted.take(whole[at : at + size])
        if after is not None:
            rest = after + whole[at + size :]
            break
    assert (pasted.text, rest) == (text, "q" * 60)


def test_what_is_not_ended_is_what_has_come_of_it() -> None:
    pasted = Pasted()
    assert pasted.take("ada\0.csv\x1b[20") is None
    assert pasted.text == "ada.csv\x1b[20"


def test_of_what_is_too_long_nothing_is_kept() -> None:
    pasted = Pasted()
    for _ in range(30):
        assert pasted.take("x" * (MOST // 20)) is None
    assert pasted.take(ENDS + "q") == "q"
    assert pasted.text == ""
    assert sum(map(len, pasted._pieces)) <= MOST
