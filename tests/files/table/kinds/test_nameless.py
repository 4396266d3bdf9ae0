"""Lists that name nobody."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from tests.together import together


def _read(text: str, name: str = "marathon.csv") -> Reading:
    return read_source(Source(text.encode(), Path(name)), Choices())


def test_runners_without_names_and_bibs_are_called_by_their_places() -> None:
    found = _read(
        "Age,M/F,Country,10K,Half,Finish,Overall\n25,M,ETH,0:30:43,1:04:12,2:10:17,1\n"
        "31,F,KEN,0:30:44,1:04:10,2:10:48,2\n29,M,ETH,0:30:45,1:05:10,2:12:22,3\n"
    )
    assert found.race is not None
    assert [(entry.name, entry.place, entry.sex) for entry in found.race.entries] == [
        ("Place 1", 1, "M"),
        ("Place 2", 2, "F"),
        ("Place 3", 3, "M"),
    ]
    assert any("called by their places" in told for told in found.understood.assumed)


def test_without_places_they_are_called_in_the_order_of_their_rows() -> None:
    found = _read(
        ",City,Sex,Cat,5KM,10KM,30KM,Finish\n0,OAKHAM,M,M30,0:16:28,0:33:00,1:40:10,2:22:00\n"
        "1,ELMTON,M,M40,0:16:30,0:33:10,1:41:10,2:23:00\n2,OAKHAM,K,K30,0:17:28,0:35:00,1:46:10,2:32:00\n"
    )
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == ["Row 1", "Row 2", "Row 3"]


@together(
    "text",
    [
        "Length,Time,Rank\n5,15:10,1\n6,15:20,2\n7,15:30,3\n",  # nobody's sex, class or nation
        "Sex,Time\nM,15:10\nF,15:20\nM,15:30\n",  # no place, and nothing on the way
    ],
)
def test_what_may_be_no_list_of_runners_is_refused(text: str) -> None:
    assert _read(text, "5km.csv").race is None
