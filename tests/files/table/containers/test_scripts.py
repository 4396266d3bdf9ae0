"""Values in the scripts of a page."""

import json

from replay.files.table.containers.scripts import values_in
from tests.together import together

ROW = '["Ada","15:10"]'
PUSHED = json.dumps('2:{"a":[{"time":"15:10"}]}\n3:no\n')


@together(
    ("script", "values"),
    [
        (f'<script type="application/json">{ROW}</script>', [["Ada", "15:10"]]),
        (
            "<SCRIPT>var a = {n: 'O\\'Dea \"A\"', t: '15:10', u: undefined,};</SCRIPT>",
            [{"n": 'O\'Dea "A"', "t": "15:10", "u": None}],
        ),
        (f"<script>f({ROW}); return [1.5]</script>", [["Ada", "15:10"], [1.5]]),
        ("<script>x = JSON.parse('[\"15:10\"]')</script>", [["15:10"]]),
        (f"<script>self.__next_f.push([1,{PUSHED}])</script>", [{"a": [{"time": "15:10"}]}]),
        ("<script>var none = [1, 2];</script>", []),
        ("<script>open = [15.1", []),
        ("<script>var code = {a: function() { return 15.1; }};</script>", []),
        ("<p>[15.1]</p>", []),
        # A script ends where it is closed, and no other element closes it.
        (f"<script>a = '</b></i>'; b = {ROW}</script><script>[1.5]</script>", [["Ada", "15:10"], [1.5]]),
        (f"<script>a = {ROW}</b>", []),
        ("<script>x = JSON.parse('[\"15:10\", \\x]')</script>", []),
        ("<script>x = JSON.parse('[\"A\\'s 15:10\"]')</script>", [["A's 15:10"]]),
        ("<script>x = [[1.5], 'b</script>", []),
        (f"<script type=x>{ROW};</script>", [["Ada", "15:10"]]),
        ("<script>" + "a = [1.5];" * 31 + "</script>", [[1.5]] * 30),
        ("<script>[1.5]</script>" * 201, [[1.5]] * 200),
    ],
)
def test_what_a_script_has_is_read_as_json(script: str, values: list[object]) -> None:
    found = []
    for value in values_in(script):
        try:
            found.append(json.loads(value))
        except ValueError:
            continue  # it is code
    assert found == values


def test_bare_rows_have_the_headings_that_the_page_or_the_script_has_for_as_many_cells() -> None:
    rows = '[["Ada","15:10"],["Bea","15:20"]]'
    (value,) = values_in(f"<script>d = {rows}</script>", [["Name", "Club", "Time"], ["Name", "Time"]])
    assert json.loads(value)[0] == ["Name", "Time"]
    for other in ('[["Ada","15:10"],["Bea"]]', '[["Ada","15:10"],7]', '[["Ada",15:10]]'):
        (value,) = values_in(f"<script>d = {other}</script>", [["Name", "Time"]])
        assert not value.startswith('[["Name"')
    first, *_ = values_in(f'<script>d = {rows}; c = [{{title: "Who"}}, {{title: "When"}}]</script>')
    assert json.loads(first)[0] == ["Who", "When"]


def test_the_number_of_a_character_that_goes_on_and_on_in_an_attribute_is_none() -> None:
    page = f"""<div data-page='[{{"name": "Ada &#{"9" * 5000};", "time": "15:10"}}]'></div>"""
    (value,) = values_in(page)
    assert json.loads(value) == [{"name": "Ada \ufffd", "time": "15:10"}]
