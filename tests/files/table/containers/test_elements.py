"""Lists in XML and YAML of no standard: what is none of them says what would be one."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from tests.together import together

ROW = "<r><name>Ada {0}</name><time>15:1{0}</time></r>"


@together(
    ("text", "name", "told"),
    [
        ("<a><b>1</b></a>", "a.xml", "this XML begins with 'a', and is not read"),
        ("<a><b>1</a>", "a.xml", "this is no XML"),
        ("<results>" + "<r><name>Ada</name></r>" * 3 + "</results>", "a.xml", "this XML begins with 'results'"),
        ("<feed><of>&lt;p&gt;Ada 15:10&lt;/p&gt;</of></feed>", "a.xml", "this XML begins with 'feed', and is not read"),
        ("<feed><of>x &lt;t 5</of></feed>", "a.xml", "this XML begins with 'feed', and is not read"),
        ("a: 1\nb: [1, 2]\n", "a.yaml", "no list of results is found in this YAML"),
        ("- 5\n- 6\n", "a.yaml", "no list of results is found in this YAML"),
    ],
)
def test_what_holds_no_list_is_refused_with_what_would(text: str, name: str, told: str) -> None:
    found = read_source(Source(text.encode(), Path(name)), Choices())
    assert found.race is None
    assert told in str(found.problems[-1])


def test_elements_and_lists_with_names_and_times_are_read() -> None:
    for text, name in (
        ("<results>" + "".join(map(ROW.format, (1, 2, 3))) + "</results>", "a.xml"),
        ("".join(f"- name: Ada {at}\n  time: 15:1{at}\n" for at in (1, 2, 3)), "a.yaml"),
    ):
        race = read_source(Source(text.encode(), Path(name)), Choices(distance=5000.0)).race
        assert race is not None
        assert [entry.name for entry in race.entries] == ["Ada 1", "Ada 2", "Ada 3"]
