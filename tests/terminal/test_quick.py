"""The quick way through pyte's model of a terminal leads where its own way leads."""

import random

import pyte

from tests.cells.quick import QuickByteStream, QuickStream

PIECES = (
    "\x1b[m", "\x1b[1;38;2;255;0;127;48;5;17m", "\x1b[7m", "\x1b[4;5H", "\x1b[H", "\x1b[;7H", "\x1b[2J", "\x1b[K",
    "\x1b[3X", "\x1b[99999;3H", "\x1b[5G", "\x1b[2d", "\x1b[?25l", "\x1b[?1049h", "\x1b[>1u", "\x1b[?2026$p", "\x1b[!p",
    "\x1b]0;title\x07", "\x1b]8;;x\x1b\\", "\x1b7", "\x1b8", "\x1bM", "\x1b[2L", "\x1b[2P", "\x1b[4h", "Ada",
    "渡辺", "e\u0301", "\r\n", "\t", "\x08",
)  # fmt: skip


def test_it_shows_the_same_in_whatever_pieces_it_comes() -> None:
    for seed in range(40):
        dice = random.Random(seed)
        text = "".join(dice.choice(PIECES) for _ in range(60))
        ours, theirs = pyte.Screen(20, 6), pyte.Screen(20, 6)
        quick, plain = QuickStream(ours), pyte.Stream(theirs)
        while text:
            size = dice.choice((1, 2, 5, 30, 300))
            piece, text = text[:size], text[size:]
            quick.feed(piece)
            plain.feed(piece)
            assert (ours.buffer, ours.mode, ours.title) == (theirs.buffer, theirs.mode, theirs.title), (seed, piece)
            assert (ours.cursor.x, ours.cursor.y) == (theirs.cursor.x, theirs.cursor.y), (seed, piece)
            assert ours.cursor.attrs == theirs.cursor.attrs, (seed, piece)


def test_a_character_may_be_cut_between_its_bytes() -> None:
    screen = pyte.Screen(20, 2)
    stream = QuickByteStream(screen)
    for byte in "\x1b[1;3HZoë\x1b[2;1H渡".encode():
        stream.feed(bytes([byte]))
    assert screen.display == [f"{'  Zoë':20}", f"渡{'':18}"]
