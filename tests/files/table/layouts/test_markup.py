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
        ("{{flagathlete|[[Ada Alfa (runner)|Ada Alfa]]|KEN}}", "Ada Alfa (KEN)"),
    ],
)
def test_of_a_link_its_words_are_kept(cell: str, plain: str) -> None:
    assert unmarked(f"{{|\n! Pos\n! Name\n|-\n| 1\n| {cell}\n|}}\n").splitlines()[4] == f"1\t{plain}"


@together("text", ["{|\n|-\n" + "{{" * 50_000, "| " * 50_000 + "\n" + " " * 50_000 + "|", "|-" * 50_000])
def test_long_lines_of_signs_are_looked_at_once(text: str) -> None:
    assert unmarked(text)


LATEX = r"""\caption{Oak Mile}
\begin{tabular}{lll}
\hline
Pos & Name & Time \\
\midrule
1 & \textbf{Ada} M\"uller & 4:01 \\[2pt]
2 & Bea \& Co % x
 & 4:02 \\
\multicolumn{2}{l}{Cia \v{C}ech} & $4{:}03$ \\
4 & \O yvind \ss{} \'{e} \c{c} & 4:04--5 \\
\end{tabular}
after
"""
SET = """Oak Mile


Pos\tName\tTime

1\tAda Müller\t4:01

2\tBea & Co\t4:02
Cia Čech\t4:03
4\tØyvind ß é ç\t4:04–5

"""
WIKI = """{| class="x"
|+ style="a" | Men 1500 m
! Pos !! Name
! style="a" | Time
|-
| 1 || {{flagathlete|[[Ada]]|KEN}} || 4:01<ref>x</ref>
|-
| {{gold1}} || {{flagicon|KEN}} Bea || 4:02
|}
after
"""
UNWIKIED = """
Men 1500 m
Pos\tName\tTime


1\tAda (KEN)\t4:01

1\tBea (KEN)\t4:02

after
"""


@together(
    ("text", "plain"),
    [
        (LATEX, SET),
        (WIKI, UNWIKIED),
        ("'a','b'\n'1','it''s'\n", '"a","b"\n"1","it\'s"'),
        ("'a','b'\n1,2\n", "'a','b'\n1,2\n"),
        ("'4:01\n", "'4:01\n"),
        ('"a,b"\n"c,d"\n', "a,b\nc,d\n"),
        ('"a b"\n"c,d"\n', '"a b"\n"c,d"\n'),
        ('"a,b"\nc,d\n', '"a,b"\nc,d\n'),
        ('="01",="02"\n', '"01","02"\n'),
        ('a="01"\n', 'a="01"\n'),
        ("| a | b |\n| --- | --- |\n| **c** | ~~d~~ |\n", "| a | b |\n| --- | --- |\n| c | d |\n"),
        ("| a | b |\n| -- x | --- |\n| **c** | d |\n", "| a | b |\n| -- x | --- |\n| **c** | d |\n"),
    ],
)
def test_what_a_table_is_set_in_is_taken_off(text: str, plain: str) -> None:
    assert unmarked(text) == plain
