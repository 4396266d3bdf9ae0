"""Files that people have and that are not read."""

import io
import zipfile
from pathlib import Path

from replay.files.formats import read_file, read_source
from replay.files.source import Choices, Source
from tests.together import together


def told(data: bytes, name: str = "results") -> str:
    (problem,) = read_source(Source(data, Path(name)), Choices()).problems
    return str(problem)


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@together(
    ("data", "sentence"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "before 2007 (.xls, .doc), which is not read; save it as .xlsx",
        ),
        (b'<?xml version="1.0"?>\n<kml xmlns="x"/>', "this is a map (KML), which is not read; export the recording as"),
        (
            b"{\\rtf1 Ada 15:10}",
            "this is a text with formats (RTF), which is not read; copy the table into a spreadsheet",
        ),
        (
            b"A107Results From MM to TM    Hy-Tek, Ltd    MM5 8.0Gh     07262026  7:31 PMOak Pool\r\nB1Oak\r\n",
            "an exchange of swimming results (HY3, CL2, SD3), which is not read; export the meet as LENEX",
        ),
        (
            b"; who runs\r\n17,1,1,Men 800m,,,,,,800\r\n,101,1,Alfa,Ada,Nord\r\n,102,2,Beta,Bea,Sued\r\n",
            "this is a list of events of FinishLynx, before the race, which is not read; its results are in",
        ),
        (b"17,1,1\n17,1,2\n18,1,1\n", "this is a schedule of FinishLynx, before the race, which is not read"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "this is a picture, which is not read"),
        (b"SQLite format 3\x00" + bytes(50), "this is a database (SQLite), which is not read; export the table"),
        (
            packed("word/document.xml", "[Content_Types].xml"),
            "this is a Word document, which is not read; copy the table",
        ),
    ],
)
def test_what_it_is_and_the_way_out_are_told(data: bytes, sentence: str) -> None:
    assert sentence in told(data)


def test_an_address_is_no_file() -> None:
    (problem,) = read_file("https://example.org/results.csv").problems
    assert "this is an address, and nothing is read from the network; download the file and name it" in str(problem)


@together(
    ("data", "name", "sentence"),
    [
        (b"; id,last,first\n1,Alfa,Ada,AC\n2,Beta,Bea,AC\n", "lynx.ppl", "a list of people of FinishLynx"),
        (b"- Ada\n- Bea\n", "r.yaml", "no list of results is found in this YAML; write `distance: 1500`"),
        (
            b"Dear all,\n\nthank you for coming. The results\nwill be published, as ever, tomorrow.\n",
            "mail.txt",
            "no list of results is found in this text: no line has one runner's name and time",
        ),
    ],
)
def test_what_is_no_list_says_what_would_be_one(data: bytes, name: str, sentence: str) -> None:
    problems = read_source(Source(data, Path(name)), Choices()).problems
    assert any(sentence in str(problem) for problem in problems)


def test_a_field_event_of_finishlynx_is_told_by_its_ending() -> None:
    assert "this is a field event of FinishLynx" in told(
        b"20,1,1,Men Long Jump\n1,12,1,Alfa,Al,A,7.56m\n", "20-1-01.lff"
    )
