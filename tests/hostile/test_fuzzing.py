"""Every reader on changed files and on any bytes behind a true beginning (`tests.hostile.fuzzing` has the many)."""

import pytest

from replay.files.formats import FORMATS, Format
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
