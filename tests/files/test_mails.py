"""Messages as programs for mail keep them: what they say, or the list that is attached."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source

_HEAD = (
    "Received: from a.example.org\r\n\tby b.example.org; Fri, 8 May 2026 09:00:00 +0000\r\n"
    "From: Ida <ida@example.org>\r\nSubject: =?utf-8?b?RWxtIE9wZW4gMTUwMG0=?=\r\n"
    "Date: Fri, 8 May 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\n"
)
_PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
_ATTACHED = (
    '--x\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename="elm 1500m.csv"\r\n'
    "Content-Transfer-Encoding: base64\r\n\r\n"
    "UGxhY2UsTmFtZSxUaW1lCjEsQWRhIEFsZmEsMzo1MS4wCjIsQmVuIEJldGEsMzo1Mi4wCg==\r\n"
)
_PAGE = "<table><tr><th>Place<th>Name<th>Time<tr><td>1<td>Ada Alfa<td>3:51.0<tr><td>2<td>Ben Beta<td>3:52.0</table>"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (f"{_PLAIN}1. Ada Alfa 3:51.0\r\n2. Ben Beta 3:52.0\r\n", "Elm Open 1500m"),
        (f"{_PLAIN}Place,Name,Time\r\n1,Ada Alfa,3:51.0\r\n2,Ben Beta,3:52.0\r\n", "Elm Open 1500m"),
        (f"Content-Type: text/html\r\n\r\n{_PAGE}\r\n", "Elm Open 1500m"),
        (
            f"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n{_PLAIN}See below.\r\n{_ATTACHED}--x--",
            "Elm 1500m",
        ),
        (f"Content-Type: multipart/mixed; boundary=x\r\n\r\n{_ATTACHED}--x--", "Elm 1500m"),
    ],
)
def test_a_message_is_the_list_that_it_tells_or_brings(body: str, title: str) -> None:
    race = read_source(Source((_HEAD + body).encode(), Path("m.eml")), Choices()).race
    assert race is not None
    assert (race.title, race.distance) == (title, 1500.0)
    assert [(entry.name, entry.result and entry.result.seconds) for entry in race.entries] == [
        ("Ada Alfa", 231.0),
        ("Ben Beta", 232.0),
    ]
    if title != "Elm 1500m":
        assert str(race.date) == "2026-05-08"


def test_a_message_without_a_list_is_refused() -> None:
    for body in (f"{_PLAIN}No results yet.", "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x", ""):
        found = read_source(Source((_HEAD + body).encode(), Path("m.eml")), Choices())
        assert found.race is None
        assert found.errors
