"""The tables of a web page: where their cells are, and what stands around them."""

from replay.files.table.containers.page import Page
from tests.together import together


def parsed(text: str) -> Page:
    page = Page()
    page.feed(text)
    page.close()
    return page


NEXT = "<tr><td>c<td>d</table>"


@together(
    ("page", "rows"),
    [
        ("<table><td>Ada<td>1<tr><td>Bea<td>2</table>", ["Ada|1", "Bea|2"]),
        ("<table><tr><td>a<td colspan=2>b<td>c<tr></tr><tr><td>d</table>", ["a|b||c", "d"]),
        ("<table><tr><td colspan=' 3 '>a<td>b" + NEXT, ["a|||b", "c|d"]),
        ("<table><tr><td colspan=0>a<td colspan=x>b<td rowspan>e" + NEXT, ["a|b|e", "c|d"]),
        (
            "<table><tr><td rowspan=2>1<td>a<tr><td>b<td rowspan=4>e<tr><td>2<td>c<tr><td>3<td>d<tr><td>4<td>f</table>",
            ["1|a", "1|b|e", "2|c|e", "3|d|e", "4|f|e"],
        ),
        ("<table><tr><td>a<td rowspan=2 colspan=2>b<td>e" + NEXT, ["a|b||e", "c|b||d"]),
        (
            "<table><tr><td>a<style>x</style><select><option>o</select>b<td>c</tr> e <tr><td>d<td>f</table>",
            ["ab|c", "d|f"],
        ),
        (
            "<table><tr><td>Ada<br>12 parkruns<br>North<td>15:10<br>2nd" + NEXT,
            ["Ada|12 parkruns|North|15:10|2nd", "c|||d|"],
        ),
        ("<table><tr><td>Bea<p>SW30<div>50 %</div><li>#4<td>x" + NEXT, ["Bea|SW30|50 %|#4|x", "c||||d"]),
        ("<table><tr><td><img alt='1st place, gold'><td>Ada <small>(KEN)</small> x" + NEXT, ["1|Ada (KEN) x", "c|d"]),
        ("<table><tr><td><small>Ada</small><td><img alt='cup'><img>e" + NEXT, ["Ada|e", "c|d"]),
        ("<table><tr><td>a<pre>x</pre><td>b<tr><td>c<pre>d\ne</pre><td>f</table>", ["ax|b", "c|f"]),
        ("<table><tr><td><td>A<td>B<tr><td>1<td>a<td>b<tr><td>2<td>c<td>d</table>", ["a|b", "c|d"]),
        ("<table><tr><td><td>A<td>C" + NEXT, ["|A|C", "c|d"]),
        (
            "<div role=table><div role=row><span role=cell>a</span>x<span role=cell>b</span>y</div>"
            "<div role=row><span role=cell>c</span><span role=cell>d</span></div></div>",
            ["a|b", "c|d"],
        ),
        ("</table></td></small></pre></script><table><tr><td>a<td>b" + NEXT, ["a|b", "c|d"]),
    ],
)
def test_the_cells_of_a_table_are_where_a_browser_shows_them(page: str, rows: list[str]) -> None:
    (sheet,) = parsed(page).sheets()
    assert ["|".join(row) for row in sheet.rows] == rows


def test_a_table_stands_below_the_headings_above_it_and_has_the_nearest_s_name() -> None:
    table = f"<tr><td>a<td>b\n{NEXT}\n"
    page = f"<title>T</title><h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>\n<table><caption>E</caption>{table}"
    page += (
        f"<h1>F</h1>\n<table>{table}<table>{table}<table><tr><td>one<td>row</table><table><tr><td>a<tr><td>b</table>"
    )
    found = [(sheet.name, [row[0] for row in sheet.rows], list(sheet.lines)) for sheet in parsed(page).sheets()]
    assert found == [
        ("E", ["E", "D", "A", "T", "a", "c"], [2, 2, 2, 2, 2, 3]),
        ("F", ["F", "T", "a", "c"], [5, 5, 5, 6]),
        ("table 3", ["F", "T", "a", "c"], [7, 7, 7, 8]),
    ]
