"""Every shipped race comes back from its columns as it was."""

from replay.files.compiled.columns import from_columns, to_columns
from replay.files.formats import read_file
from replay.files.library import Library
from replay.files.source import Reading


def test_every_shipped_race_is_the_same_as_columns() -> None:
    for file in Library().files():
        if file.kind == "race":
            reading = read_file(file.path)
            assert from_columns(to_columns(reading, Reading), Reading) == reading, file.id
