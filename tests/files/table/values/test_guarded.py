"""What no spreadsheet takes for a formula is what was written."""

from hypothesis import given
from hypothesis import strategies as st

from replay.files.table.values.guarded import guarded, has_guards, unguarded, unguarded_rows
from tests.together import together


@given(st.text(alphabet="'=+-@\uff1d\uff20a 1"))
def test_guarded_text_comes_back_and_is_no_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set("=+-@\uff1d\uff20")
    assert has_guards(f"Ada,{guarded(text)}\n") or guarded(text) == text


@together("text", ["Ada", "O'Brien", "'t Hart", "a=b", "1-2", "", "'"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == unguarded(text) == text
    assert not has_guards(f"{text},{text}")


def test_rows_may_be_of_any_length() -> None:
    assert unguarded_rows([["'=a", "'b"], [], ["'-1", "x"]]) == [["=a", "'b"], [], ["-1", "x"]]
