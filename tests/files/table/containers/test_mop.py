"""Results as MeOS sends them."""

from typing import Any

from replay.files.table.containers.mop import plain_mop
from replay.files.xmltree import read_xml
from tests.together import together

HEAD = """<competition date="2024-05-04">Cup</competition><ctrl id="31">Bridge</ctrl><cls id="1">H21</cls>
<org id="5">OK Ek</org>"""


def runners(*competitors: str) -> list[dict[str, str]]:
    """Those of the only class."""
    found: Any = plain_mop(read_xml(f"<MOPComplete>{HEAD}{''.join(competitors)}</MOPComplete>".encode()))
    (event,) = found["events"]
    assert (event["class"], event["title"], event["date"]) == ("H21", "Cup", "2024-05-04")
    rows: list[dict[str, str]] = event["runners"]
    return rows


def competitor(radio: str = "", **said: object) -> str:
    attributes = " ".join(f'{key}="{value}"' for key, value in {"cls": 1, "org": 5, **said}.items())
    return f"<cmp><base {attributes}>Ada Alfa</base><radio>{radio}</radio></cmp>"


def test_clubs_and_controls_are_named_by_their_numbers_and_times_are_tenths() -> None:
    whole = competitor("31,6005;40,12000;41", stat=1, st=360000, rt=24105, bib=7)
    assert runners(whole, "<cmp/>") == [
        {
            "name": "Ada Alfa",
            "club": "OK Ek",
            "bib": "7",
            "start": "10:00:00",
            "Control 1 Bridge": "10:00.5",
            "Control 2": "20:00",
            "time": "40:10.5",
        }
    ]


@together(
    ("status", "time", "told"),
    [
        (1, 9, "0.9"),
        (1, 0, ""),
        (1, -10, ""),
        (1, "x", ""),
        *((status, 24_100, told) for status, told in ((3, "MP"), (4, "DNF"), (5, "DQ"), (6, "OTL"), (20, "DNS"))),
        (99, 0, "DNS"),
        (0, 24_100, ""),
    ],
)
def test_who_did_not_finish_has_what_became_of_him_in_place_of_a_time(status: int, time: object, told: str) -> None:
    (row,) = runners(competitor(stat=status, rt=time, org=9))
    assert (row["time"], row["club"], row["start"]) == (told, "", "")


def test_other_documents_are_none_of_these() -> None:
    assert plain_mop(read_xml(b"<results/>")) is None
