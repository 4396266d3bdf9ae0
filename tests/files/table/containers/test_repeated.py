"""Lists of elements that repeat."""

from replay.files.table.containers.repeated import repeated_rows
from tests.together import together

TWO = [["Ada", "15:10"], ["Bea", "15:20"]]


@together(
    ("page", "rows"),
    [
        ("<ul><li><b>Ada</b><i>15:10</i><li><b>Bea</b><i>15:20</i></ul>", [["Ada", "15:10"], ["Bea", "15:20"]]),
        (
            "<h2>5 km</h2><p><a class=name>Ada</a><a class=time>15:10</a>"
            "<p><a class=name>Bea</a><a class=time>15:20</a>",
            [["5 km"], ["name", "time"], ["Ada", "15:10"], ["Bea", "15:20"]],
        ),
        (
            "<dl><dt>1. Ada<dd>15:10<dt>2. Bea<dd>15:20</dl>",
            [["place", "name", "time"], ["1", "Ada", "15:10"], ["2", "Bea", "15:20"]],
        ),
        (
            "<i data-name=Ada data-time=15:10></i><i data-name=Bea data-time=15:20></i>",
            [["name", "time"], ["Ada", "15:10"], ["Bea", "15:20"]],
        ),
        ("<ul><li>Ada 15:10<li>Bea 15:20</ul>", []),
        (
            "<ul><li><b class=name>Ada</b><i class=time>15:10</i><li><i class=time>15:20</i><b class=name>Bea</b></ul>",
            [["name", "time"], ["Ada", "15:10"], ["Bea", "15:20"]],
        ),
        ("<ul><li><b>1</b><i>15:10</i><li><b>2</b><i>15:20</i></ul>", []),
        ("<p>open at 15:10", []),
        (
            "<ul><li><b class=club>Oak</b><i>15:10</i><li><b class=club>Elm</b><i>15:20</i></ul>",
            [["Oak", "15:10"], ["Elm", "15:20"]],
        ),
        # Each says by a label, or a class, what it is.
        (
            "<p><i data-label=Name>Ada</i><i data-th=Time>15:10</i>"
            "<p><i data-label=Name>Bea</i><i data-th=Time>15:20</i>",
            [["Name", "Time"], ["Ada", "15:10"], ["Bea", "15:20"]],
        ),
        (
            "<ul><li><b class=row__name>Ada</b><i class='x col-time'>15:10</i><li><b class=row__name>Bea</b>"
            "<i class='x col-time'>15:20</i></ul>",
            [["name", "time"], ["Ada", "15:10"], ["Bea", "15:20"]],
        ),
        # One text of several pieces, a mark behind a time, a number ahead of an element.
        (
            "<ul><li>1 <a>Ada</a><a>15:10<sup>PB</sup></a><li>2 <a>Bea</a><a>15:20</a></ul>",
            [["1", "Ada", "15:10 PB"], ["2", "Bea", "15:20"]],
        ),
        # What is not shown, and rows without a time among those that have one.
        (
            "<ul><li><b>Ada</b><i>15:10</i><li><b>Bea</b><i>15:20</i><script>16:00</script></ul>",
            [["Ada", "15:10"], ["Bea", "15:20"]],
        ),
        (
            "<ul><li><b>Ada</b><i>15:10</i><li><b>Bea</b><i>15:20</i><li><b>Cia</b><i>DNF</i></ul>",
            [["Ada", "15:10"], ["Bea", "15:20"], ["Cia", "DNF"]],
        ),
        # Of five rows three are as wide as the others.
        (
            "<ul>" + "<li><b>Ada</b><i>15:10</i>" * 3 + "<li><b>Bea</b><i>15:20</i><i>x</i>" * 2 + "</ul>",
            [["Ada", "15:10"]] * 3 + [["Bea", "15:20", "x"]] * 2,
        ),
        ("<ul>" + "<li><b>Ada</b><i>15:10</i>" * 2 + "<li><b>Bea</b><i>15:20</i><i>x</i>" * 2 + "</ul>", []),
        # What stands above and between is a title, what is behind is none of the list.
        (
            "<h3>Men</h3><ul><li><b>Al</b><i>15:10</i><li><b>Bo</b><i>15:20</i></ul><p class=title>Women</p>"
            "<ul><li><b>Ada</b><i>16:10</i><li><b>Bea</b><i>16:20</i></ul><h4>Thanks</h4>",
            [["Thanks"], ["Men"], ["Al", "15:10"], ["Bo", "15:20"], ["Women"], ["Ada", "16:10"], ["Bea", "16:20"]],
        ),
        (
            "<div>Men 1500 m</div><ul><li><b>Al</b><i>15:10</i><li><b>Bo</b><i>15:20</i></ul><div>Open to all</div>"
            "<div>Women 1500 m</div><ul><li><b>Ada</b><i>16:10</i><li><b>Bea</b><i>16:20</i></ul>",
            [["Men 1500 m"], ["Al", "15:10"], ["Bo", "15:20"], ["Women 1500 m"], ["Ada", "16:10"], ["Bea", "16:20"]],
        ),
        ("<b>" * 500 + "15:10", []),
        # Signs that are written out, and what no browser shows as text.
        (
            "<ul><li><b>Ada &amp; Co</b><i>15&#58;10</i><li><b>B&eacute;a</b><i>15:20</i></ul>",
            [["Ada & Co", "15:10"], ["Béa", "15:20"]],
        ),
        *(
            (
                f"<ul><li><b>Ada</b><i>15:10</i><{tag}>1:00<{tag}>2:00</{tag}>3:00</{tag}><li><b>Bea</b><i>15:20</i></ul>",
                TWO,
            )
            for tag in ("nav", "button", "template", "svg", "noscript")
        ),
        ("</nav><ul><li><b>Ada</b><i>15:10</i><li><b>Bea</b><i>15:20</i></ul>", TWO),
        ("<ul><li><b>Ada</b></u><i>15:10</i></b><li><b>Bea</b><i>15:20</ul>", TWO),
        ("<i>" * 37 + "<ul><li><b>Ada</b><u>15:10</u><li><b>Bea</b><u>15:20</u></ul>", TWO),
        ("<i>" * 38 + "<ul><li><b>Ada</b><u>15:10</u><li><b>Bea</b><u>15:20</u></ul>", []),
    ],
)
def test_each_is_a_runner(page: str, rows: list[list[str]]) -> None:
    assert repeated_rows(page)[0] == rows


def test_the_line_of_each_is_known() -> None:
    page = "\n<ul>\n<li><b>Ada</b><i>15:10</i>\n\n<li><b>Bea</b><i>15:20</i></ul>"
    assert repeated_rows(page) == ([["Ada", "15:10"], ["Bea", "15:20"]], [3, 5])


@together("apart", ["{}", "<section>{}</section>", "<div><div>{}</div></div>"])
def test_heats_are_lists_though_they_are_more_than_the_runners_in_each(apart: str) -> None:
    runners = "<li><span>Ada Alfa</span><span>4:10</span><li><span>Bea Beta</span><span>4:11</span>"
    page = "".join(apart.format(f"<h3>Heat {number}</h3><ul>{runners}</ul>") for number in (1, 2, 3))
    assert (
        repeated_rows(page)[0][1:]
        == [row for number in (1, 2, 3) for row in ([f"Heat {number}"], ["Ada Alfa", "4:10"], ["Bea Beta", "4:11"])][1:]
    )


def test_a_list_of_each_runner_s_laps_is_none_of_runners() -> None:
    laps = "<ol><li><i>Lap 1</i><i>1:01</i><li><i>Lap 2</i><i>1:02</i></ol>"
    page = f"<ul><li><b>Ada Alfa</b><u>2:03</u>{laps}<li><b>Bea Beta</b><u>2:03</u>{laps}</ul>"
    rows = repeated_rows(page)[0]
    assert rows[0] == ["name", "time", "Lap 1", "Lap 2"]
    assert [row[:2] for row in rows[1:]] == [["Ada Alfa", "2:03"], ["Bea Beta", "2:03"]]
