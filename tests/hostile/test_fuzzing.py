"""Every reader on changed files and on any bytes behind a true beginning (`tests.hostile.fuzzing` has the many)."""

from contextlib import suppress
from pathlib import Path

import pytest

from replay.files.formats import FORMATS, Format, read_source
from replay.files.source import Choices, Source
from replay.race.problems import UnreadableRace
from tests.depth import often
from tests.hostile.fuzzing import fuzzed, seeds

MANY = often(150)


def test_every_format_has_files_to_change() -> None:
    assert [form.name for form, files in seeds().items() if not files] == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_whatever_is_in_a_file_it_is_a_race_or_a_clear_error(form: Format) -> None:
    outcome = fuzzed(form, seeds()[form], MANY, 2)
    assert [told for _, told in outcome.faults] == []
    assert sum(outcome.kinds.values()) == MANY
    assert outcome.kinds["error"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nobody-has-a-time.csv", b"\x87r,result,half\n0,Ann Lee,0 da"),
        (
            "a-key-without-a-name.json",
            b'[{"name": "Ada Alfa", "res": "3:10.1"}, {"name": "Bo Beta", "res": "3:11.2"}, {"name": "Cy", "": ""}]',
        ),
    ],
)
def test_what_raised_once_is_a_race_or_a_clear_error(name: str, data: bytes) -> None:
    with suppress(UnreadableRace):
        reading = read_source(Source(data, Path(name)), Choices())
        assert reading.race is not None or reading.problems
