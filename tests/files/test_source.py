"""What a reader of files is given."""

from pathlib import Path

from replay.files.source import Source
from tests.together import together


@together(
    ("name", "title"),
    [
        ("chicago_marathon_2023", "Chicago Marathon 2023"),
        ("run-of-the-year", "Run of the Year"),
        ("the_mile", "The Mile"),
        ("800m-2024-05-18", "800m 2024-05-18"),
        ("WMA_1500m", "WMA 1500m"),
        ("lauf-in-köln", "Lauf in Köln"),
    ],
)
def test_a_race_without_a_title_is_called_by_the_name_of_its_file_in_words(name: str, title: str) -> None:
    assert Source(b"", Path(f"{name}.csv.gz"), inside=f"{name}.csv").words == title
