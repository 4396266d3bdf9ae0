"""Lists in YAML, and what is said of a race beside them."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Race
from tests.together import together

LIST = "where: Oak Park\nathletes:\n  - {name: Ada, total: 9:01.5}\n  - {name: Bea, total: 9:11.5}\n"


def made(text: str) -> Race:
    found = read_source(Source(text.encode(), Path("a-list.yaml")), Choices()).race
    assert found is not None
    return found


@together(
    ("line", "title"),
    [
        ("# Oak Open 3000 m", "Oak Open 3000 m"),
        ("# time trial, on the 200 m track, watch on the line", "3000m test"),
    ],
)
def test_a_sentence_above_a_list_is_no_title(line: str, title: str) -> None:
    assert made(f"{line}\nsession: 3000m test\n{LIST}").title == title


def test_where_it_was_is_the_venue() -> None:
    assert str(made(f"distance: 3000\n{LIST}").venue) == "Oak Park"
