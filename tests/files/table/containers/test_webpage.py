"""Web pages: which of their tables is the race, and what stands around it."""

import json
from pathlib import Path

import pytest

from replay.files.formats import format_of, read_source
from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.webpage import whole_tags
from tests.together import together

ROWS = "<tr><td>1</td><td>Ada Alfa</td><td>15:10</td></tr><tr><td>2</td><td>Bea Beta</td><td>15:20</td></tr>"
HEAD = "<tr><th>Pos</th><th>Name</th><th>Time</th></tr>"


def reading(page: str, name: str = "page.html", **choices: object) -> Reading:
    return read_source(Source(page.encode(), Path(name)), Choices(**choices))  # type: ignore[arg-type]


def names(found: Reading) -> list[str]:
    assert found.race is not None, found.problems
    return [entry.name for entry in found.race.entries]


def test_a_page_is_known_by_its_tags_whatever_its_name() -> None:
    form = format_of(Source(f"\n <!doctype HTML><TABLE>{HEAD}{ROWS}</TABLE>".encode(), Path("results.xls")))
    assert form is not None
    assert form.name == "web page"


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    page = f"<html><h2>5000 m</h2><table><tr><td>menu<td><table>{HEAD}{ROWS}</table></table></html>"
    assert names(reading(page)) == ["Ada Alfa", "Bea Beta"]


def test_of_two_races_the_larger_is_shown_and_the_other_is_named_by_its_heading() -> None:
    more = ROWS + "<tr><td>3</td><td>Cia Gamma</td><td>15:30</td></tr>"
    page = f"<html><h1>5000 m</h1><h2>Men</h2><table>{HEAD}{ROWS}</table><h2>Women</h2><table>{HEAD}{more}</table>"
    found = reading(page)
    assert names(found) == ["Ada Alfa", "Bea Beta", "Cia Gamma"]
    assert found.understood.assumed[0].startswith("of 2 tables this is 'Women', the largest")
    assert names(reading(page, part="Men")) == ["Ada Alfa", "Bea Beta"]


def test_nothing_of_scripts_and_footnotes_is_in_a_cell() -> None:
    rows = ROWS.replace("Ada Alfa", "<script>x = '<td>'</script><b>Ada</b> Alfa<sup>[2]</sup>")
    assert names(reading(f"<html><table>{HEAD}{rows}</table>", distance=5000.0)) == ["Ada Alfa", "Bea Beta"]


@together("end", ["</pre></html>", "</html>"])
def test_a_list_in_plain_text_on_a_page_is_read_too_also_where_it_is_not_closed(end: str) -> None:
    page = "<html><pre>1500 m\n"
    page += " 1. Ada Alfa   KEN   3:58.21\n 2. Bea Beta   ETH   3:58.90\n 3. Cia C      GBR   4:00.0\n"
    assert names(reading(page + end)) == ["Ada Alfa", "Bea Beta", "Cia C"]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", '<a b="', "<![", "<?", "</", "&", "<table><tr><td>"])
def test_what_is_opened_again_and_again_takes_no_longer_than_what_is_not(piece: str) -> None:
    found = reading(f"<html><table>{HEAD}{ROWS}</table>{piece * 20_000}", distance=5000.0)
    assert names(found) == ["Ada Alfa", "Bea Beta"]


def test_a_comment_is_nothing_and_its_lines_count() -> None:
    assert whole_tags("a<!-- <td>\n -->b<td x='>'>c < d<!-- e") == "a\nb<td x='>'>c &lt; d"


def test_a_page_whose_results_are_loaded_later_says_what_to_do() -> None:
    (problem,) = reading("<html><body><div id=app></div></body></html>").problems
    assert "no table stands in this web page; a page may load its results when it is shown" in str(problem)


def test_lists_called_by_their_events_alone_are_called_by_their_page_too_and_chosen_by_a_word_begun() -> None:
    head = "<tr><th>Name</th><th>5 km</th><th>Time</th></tr>"
    rows = (
        "<tr><td>{0} Alfa</td><td>15:10</td><td>31:02</td></tr><tr><td>{0} Beta</td><td>15:20</td><td>32:02</td></tr>"
    )
    lists = "".join(
        f"<h2>10 km {whose}</h2><table>{head}{rows.format(name)}</table>"
        for whose, name in (("Erkekler", "Al"), ("Kad\u0131nlar", "Ada"))
    )
    page = f"<html><head><title>Oak Run \u2013 Results</title></head><h1>Oak Run</h1>{lists}</html>"
    found = read_source(Source(page.encode(), Path("a.html")), Choices(part="Kad")).race
    assert found is not None
    assert found.title == "Oak Run, 10 km Kad\u0131nlar"


def test_lines_of_cells_in_a_script_are_columns_as_those_of_a_table() -> None:
    rows = [
        ["1st", "Ada", "24:07", "0:54<br>0:54", "1:41<br>2:35"],
        ["2nd", "Bea", "29:03", "1:27<br>1:27", "1:49<br>3:16"],
    ]
    value = json.dumps(rows).replace("<", "\\u003c")
    script = f"function rows(table) {{ if (table == 0) return {value}; }}"
    heads = "".join(f"<th>{head}</th>" for head in ("Pos.", "Name", "Time", "1 (161)", "2 (182)"))
    found = reading(
        f"<html><script>{script}</script><table><thead><tr>{heads}</tr></thead></table></html>", distance=2000.0
    )
    assert found.race is not None, found.problems
    assert [split.time.seconds for split in found.race.entries[1].splits] == [87.0, 196.0]


def test_the_heading_of_a_window_over_the_page_is_no_title() -> None:
    page = (
        "<h1>Oak parkrun</h1><div class='modal'><h3 class='modal-title'>How to Search</h3></div>"
        "<table><tr><th>Position</th><th>Name</th><th>Time</th></tr><tr><td>1</td><td>Ada</td><td>16:31</td></tr>"
        "<tr><td>2</td><td>Bea</td><td>19:39</td></tr></table>"
    )
    assert reading(page).understood.title == "Oak parkrun"
