"""Lists of elements that repeat."""

from replay.files.table.containers.repeated import repeated_rows
from tests.together import together


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
        ("<ul><li><b>1</b><i>15:10</i><li><b>2</b><i>15:20</i></ul>", []),
        ("<p>open at 15:10", []),
        ("<b>" * 500 + "15:10", []),
    ],
)
def test_each_is_a_runner(page: str, rows: list[list[str]]) -> None:
    assert repeated_rows(page)[0] == rows
