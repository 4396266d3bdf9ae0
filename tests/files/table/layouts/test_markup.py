"""Drawn and marked up tables in plain signs."""

from replay.files.table.layouts.markup import unmarked
from tests.together import together


@together(
    ("text", "plain"),
    [
        ("│ 1 │ Ada │\n├───┼─────┤\n", "| 1 | Ada |\n+---+-----+\n"),
        (
            "| **Ada** | _x_ |\n| --- | --- |\n| [B](http://x) | `1:02` |\n",
            "| Ada | _x_ |\n| --- | --- |\n| B | 1:02 |\n",
        ),
        ('"a,b"\n"1,""x"""\n', 'a,b\n1,"x"\n'),
        ('"a","b"\n"1","2"\n', '"a","b"\n"1","2"\n'),
        ('"a\\"b",1\n', '"a""b",1\n'),
        ("a **b** | c\n", "a **b** | c\n"),
    ],
)
def test_signs_become_plain(text: str, plain: str) -> None:
    assert unmarked(text) == plain


def test_a_row_of_wiki_markup_stands_in_the_line_in_which_it_begins() -> None:
    text = "{| class=\"x\"\n! Pos\n! Name\n|-\n| 1\n| [[A|Ada]] <!-- x -->\n|-\n| {{nowrap|{{flag|B}}}} || ''c''\n|}\n"
    assert unmarked(text) == "\nPos\tName\n\n\n1\tAda\n\n\nB\tc\n\n"


@together(
    ("cell", "plain"),
    [
        ("[[Ada Alfa]]", "Ada Alfa"),
        ("[[Ada Alfa (runner)|Ada]]", "Ada"),
        ("[https://a.org/ada Ada Alfa]", "Ada Alfa"),
        ("[https://a.org/ada ]", ""),
        ("[1:02]", "[1:02]"),
    ],
)
def test_of_a_link_its_words_are_kept(cell: str, plain: str) -> None:
    assert unmarked(f"{{|\n! Pos\n! Name\n|-\n| 1\n| {cell}\n|}}\n").splitlines()[4] == f"1\t{plain}"


@together("text", ["{|\n|-\n" + "{{" * 50_000, "| " * 50_000 + "\n" + " " * 50_000 + "|", "|-" * 50_000])
def test_long_lines_of_signs_are_looked_at_once(text: str) -> None:
    assert unmarked(text)
