"""Bytes as text, whatever wrote them."""

import pytest

from replay.files.table.layouts.text import read_text
from replay.files.understood import Tallies
from tests.together import together

LIST = "Name;Zeit\nJürgen Müller;3:01\nÅse Løvås;3:02\n"
CZECH = "Name;Čas\nDvořák Jiří;3:01\nŽižka Jan;3:02\n"


@together(
    ("text", "encoding", "found"),
    [
        *((LIST, name, name) for name in ("cp1252", "mac_roman", "cp850")),
        *((LIST, name, name.upper()) for name in ("utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be")),
        (LIST, "utf-8-sig", "UTF-8"),
        *((CZECH, name, name) for name in ("cp1250", "iso8859-2")),
        ("Helyezés;Név;Idő\n1;Szőke Tünde;3:01\n", "cp1250", "cp1250"),
        ("Sija;Nimi;Aika\n1;Anna Škõlova;3:01\n", "iso8859-15", "iso8859-15"),
        *(("Имя;Время\nИванов Иван;3:01\n", name, name) for name in ("cp1251", "koi8-r", "cp866")),
        ("順位,氏名,記録\n1,山田,3:01\n", "cp932", "cp932"),
        ("名次,姓名,成绩\n1,王,3:01\n", "gb18030", "gb18030"),
        ("NOM;Prénom\nBéla;3:01\n", "cp1252", "cp1252"),
        ("", "ascii", "UTF-8"),
        ("a\0b,c\n", "ascii", "UTF-8"),
    ],
)
def test_text_is_read_in_the_encoding_that_it_was_written_in(text: str, encoding: str, found: str) -> None:
    repaired = Tallies()
    assert read_text(text.encode(encoding), repaired) == (text, found)
    assert not repaired.all()
    assert read_text(text.encode(encoding), repaired, encoding)[0] == text


@together(
    ("data", "text", "repaired"),
    [
        (
            "Jürgen Müller\n".encode() + b"Ren\xe9\n" + "Ærø Øst\n".encode(),
            "Jürgen Müller\nRené\nÆrø Øst\n",
            ["1 byte that is not UTF-8 read as cp1252 (first: line 2)"],
        ),
        (
            "x\nMontrÃ©al\nMÃ¼ller\n".encode(),
            "x\nMontréal\nMüller\n",
            ["2 letters put together that were saved in a wrong encoding (first: line 2)"],
        ),
        (
            "Montr√©al\n".encode(),
            "Montréal\n",
            ["1 letter put together that were saved in a wrong encoding (first: line 1)"],
        ),
        ("MontrÃal Â\n".encode(), "MontrÃal Â\n", []),
        (
            "Nora O\u00e2\u20ac\u2122Brien\n".encode(),
            "Nora O\u2019Brien\n",
            ["1 letter put together that were saved in a wrong encoding (first: line 1)"],
        ),
    ],
)
def test_what_was_saved_wrongly_is_mended_and_counted(data: bytes, text: str, repaired: list[str]) -> None:
    tallies = Tallies()
    assert read_text(data, tallies).text == text
    assert list(map(str, tallies.all())) == repaired


@together("data", [b"\x00\x01\x02\x03\x04\x05\x06\x07\x08" * 20, b"abc" * 50 + b"\x01\x02\x03\x04\x05"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="this is no text"):
        read_text(data, Tallies())
    assert read_text(b"abc" * 50 + b"\x01\x02\x03\x04", Tallies()).encoding == "UTF-8"
