"""Texts of JSON that hold a list."""

from replay.files.table.containers.texts_held import held_in, may_hold
from tests.together import together

TWO = ["Ada Alfa 3:42.66", "Bea Beta 3:43.1"]


@together(
    ("text", "held"),
    [
        ("[1, 2]", [1, 2]),
        ('{"a": 1}', {"a": 1}),
        ("a <b>bold</b> 3 &amp; 4", "a bold 3 & 4"),
        ("name,time\nAda,4:01\nBea,4:02", [["name", "time"], ["Ada", "4:01"], ["Bea", "4:02"]]),
        ("Ada, of Oak|4:01\n\nBea|4:02\nCia|4:03", [["Ada, of Oak", "4:01"], ["Bea", "4:02"], ["Cia", "4:03"]]),
        ("\n".join(TWO), TWO),
        (" ".join(TWO), TWO),
    ],
)
def test_a_list_that_is_written_out_is_one(text: str, held: object) -> None:
    assert held_in(text) == held


@together(
    "text",
    [
        *("[1", "[note]", "3 < 4", "12:00:00", "one\ntwo\nthree", "a;b;c\n1;2\n3\n4;5", "a,b\n1,2"),
        f"{TWO[0]} {TWO[1]} and others",
        f"first {TWO[0]}",
        "3:42 and 3:43 were run",
    ],
)
def test_any_other_text_is_itself(text: str) -> None:
    assert held_in(text) == text


@together(
    ("text", "may"),
    [
        *(("[", True), ("{x", True), ("a<b", True), (" ".join(TWO), True), ("12:00:00", False)),
        ("a text that says nothing at all", False),
        ("a text that says one 3:42", False),
        ("12:00:00 to 13:00:00", False),  # no more than times
        ("12:00:00 until 13:00:00", True),
        ("", False),
    ],
)
def test_few_texts_are_looked_at(text: str, may: bool) -> None:
    assert may_hold(text) == may
