"""What is written to the terminal by a thread of its own."""

import os
import pty
import select
import threading
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

import replay.tui.writer
from replay.tui.writer import Writer


def test_texts_arrive_in_order_and_whoever_writes_more_than_the_line_takes_waits() -> None:
    end, line = os.pipe()
    os.set_blocking(line, False)
    with suppress(BlockingIOError):
        while True:
            os.write(line, b"." * 4096)
    os.set_blocking(line, True)
    with os.fdopen(line, "w", encoding="utf-8") as file:
        writer = Writer(file)
        writer.start()
        written: list[int] = []

        def write() -> None:
            for number in range(100):
                writer.write(f"{number} ")
                written.append(number)

        many = threading.Thread(target=write)
        many.start()
        while len(written) < replay.tui.writer._MOST:
            many.join(0.001)
        many.join(0.02)
        assert len(written) <= replay.tui.writer._MOST + 1  # one is in the writer's hand
        wanted = "".join(f"{number} " for number in range(100)).encode()
        assert arrived(end, lambda found: found.endswith(wanted)).lstrip(b".") == wanted
        many.join()
        writer.stop()
    os.close(end)
    assert not writer.is_alive()


def arrived(end: int, whole: Callable[[bytes], bool]) -> bytes:
    """What comes until it is whole, or until nothing comes any more."""
    found = b""
    while not whole(found) and select.select([end], [], [], 10.0)[0]:
        found += os.read(end, 1 << 16)
    return found


@contextmanager
def on_a_terminal() -> Iterator[tuple[int, int, Writer]]:
    """The terminal's end, the program's, and a writer that was started."""
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    with os.fdopen(theirs, "w", encoding="utf-8") as file:
        writer = Writer(file)
        writer.start()
        try:
            yield ours, theirs, writer
        finally:
            os.close(ours)  # what still waits goes nowhere
        writer.stop()


def test_all_arrives_where_somebody_has_the_shared_descriptor_wait_for_nothing() -> None:
    with on_a_terminal() as (ours, theirs, writer):
        os.set_blocking(theirs, False)  # as a program does that was started beside this one
        texts = [f"{number}é" * 5000 for number in range(12)]
        for text in texts:
            writer.write(text)
        wanted = "".join(texts).encode()
        assert arrived(ours, lambda found: len(found) >= len(wanted)) == wanted


def test_what_another_thread_writes_never_comes_between_the_parts_of_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    with on_a_terminal() as (ours, _, writer):
        others: list[threading.Thread] = []
        write = os.write

        def write_in_parts(descriptor: int, data: bytes) -> int:
            if descriptor != writer._direct or others:
                return write(descriptor, data)
            count = write(descriptor, data[:3])  # for the rest there is no room
            others.append(threading.Thread(target=writer.write, args=("an answer",)))
            others[0].start()
            others[0].join(0.2)
            return count

        monkeypatch.setattr(os, "write", write_in_parts)
        writer.write("a whole frame ")
        others[0].join()
        assert arrived(ours, lambda found: len(found) >= 23) == b"a whole frame an answer"


def test_a_terminal_that_is_gone_keeps_nobody_waiting() -> None:
    end, line = os.pipe()
    file = os.fdopen(line, "w", encoding="utf-8")
    writer = Writer(file)
    writer.start()
    os.close(end)
    for number in range(3 * replay.tui.writer._MOST):
        writer.write(f"{number}")
    writer.stop()
    assert writer._written == writer._handed  # nothing is kept for it
    file.close()


def test_what_a_terminal_has_no_room_for_comes_later_in_order_and_nobody_waits_for_it() -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    with os.fdopen(theirs, "w", encoding="utf-8") as file:
        writer = Writer(file)
        writer.start()
        texts = [f"{number}é" * 5000 for number in range(12)]  # more than a terminal has room for
        for text in texts:
            writer.write(text)  # nobody reads meanwhile
        wanted = "".join(texts).encode()
        found = b""
        while len(found) < len(wanted):
            found += os.read(ours, 1 << 16)
        assert found == wanted
        assert os.get_blocking(theirs)  # the shell has it, too
        writer.write("at once")  # without the thread
        assert os.read(ours, 100) == b"at once"
        writer.stop()
    os.close(ours)
