"""Documents of XML as JSON would have them."""

import pytest

from replay.files.table.containers.xml_plain import plain_of
from replay.files.xmltree import read_xml
from tests.together import together

FIVE, TEN = {"point": "5 km", "time": "15:10"}, {"point": "10 km", "time": "30:20"}


def plain(text: str) -> object:
    return plain_of(read_xml(text.encode()))


@together(
    ("text", "made"),
    [
        ("<a>x</a>", "x"),
        ('<a b="1"/>', {"b": "1"}),
        ('<a b="1">x</a>', {"b": "1", "text": "x"}),
        ('<a b="1">x<c>y</c></a>', {"b": "1", "text": "x", "c": "y"}),
        ('<a b="1"><b>2</b></a>', {"b": "1", "b of it": "2"}),
        # Who has one of what others have several of has a list of one.
        ("<r><p><l>1</l></p><p><l>1</l><l>2</l></p></r>", {"p": [{"l": ["1"]}, {"l": ["1", "2"]}]}),
        ("<r><p><l>1</l></p></r>", {"p": {"l": "1"}}),
        # Who did not finish is a list, also of one.
        ("<r><dnf><p><n>Bea</n></p></dnf></r>", {"dnf": [{"n": "Bea"}]}),
        ("<r><dnf><p><n>Bea</n></p><p><n>Cia</n></p></dnf></r>", {"dnf": [{"n": "Bea"}, {"n": "Cia"}]}),
        ("<r><dnf><p>Bea</p></dnf></r>", {"dnf": {"p": "Bea"}}),
        ("<r><dnf>2</dnf></r>", {"dnf": "2"}),
    ],
)
def test_an_element_is_its_text_or_what_it_holds_by_name(text: str, made: object) -> None:
    assert plain(text) == made


@together(
    ("points", "splits"),
    [
        ('<split km="5" time="15:10"/><split km="10" time="30:20"/>', [FIVE, TEN]),
        ('<split km="5" time="15:10"/>', [FIVE]),
        ('<x at="5 km" t="15:10"/><x at="10 km" t="30:20"/>', {"5 km": "15:10", "10 km": "30:20"}),
        ('<x at="5 km" t="15:10"/><x at="5 km" t="30:20"/>', [FIVE, {"point": "5 km", "time": "30:20"}]),
        (
            '<x at="5 km" gap="0:10" t="15:10"/><x at="10 km" gap="0:20" t="30:20"/>',
            {"5 km": "15:10", "10 km": "30:20"},
        ),
        ('<x id="7" at="5 km" t="15:10"/><x id="8" at="10 km" t="30:20"/>', {"5 km": "15:10", "10 km": "30:20"}),
        ("<x><at>5 km</at><t>15:10</t></x><x><at>10 km</at><t>30:20</t></x>", {"5 km": "15:10", "10 km": "30:20"}),
        ('<all><x at="5 km" t="15:10"/><x at="10 km" t="30:20"/></all>', {"5 km": "15:10", "10 km": "30:20"}),
        (
            '<y v="1000" t="2:58"/><y v="2000" t="5:58"/>',
            [{"point": at, "time": time} for at, time in (("1000 m", "2:58"), ("2000 m", "5:58"))],
        ),
    ],
)
def test_points_are_called_the_same_however_they_are_called(points: str, splits: object) -> None:
    assert plain(f"<r><n>Ada</n>{points}</r>") == {"n": "Ada", "splits": splits}


def test_who_stopped_early_has_points_as_the_others_wherever_he_stands() -> None:
    ada = '<p><n>Ada</n><x at="5 km" t="15:10"/><x at="10 km" t="-"/></p>'
    bea = '<p><n>Bea</n><x at="5 km" t="15:20"/><x at="10 km" t="30:20"/></p>'
    made = [
        {"n": "Ada", "splits": {"5 km": "15:10", "10 km": ""}},
        {"n": "Bea", "splits": {"5 km": "15:20", "10 km": "30:20"}},
    ]
    assert plain(f"<r>{ada}{bea}</r>") == {"p": made}
    assert plain(f"<r>{bea}{ada}</r>") == {"p": made[::-1]}


@together(
    "points",
    [
        '<x name="Ada 5" time="15:10"/><x name="Bea 6" time="15:20"/>',
        '<x bib="7" at="5 km" time="15:10"/><x bib="8" at="5 km" time="15:20"/>',  # runners at a point
        '<x at="5 km" t="soon"/><x at="10 km" t="later"/>',
        '<x v="7" t="15:10"/><x v="8" t="15:20"/>',
        '<x at="5 km"/><x at="10 km"/>',
        "<x>15:10</x><x>30:20</x>",
        '<x at="5 km" t="15:10"><y/></x><x at="10 km" t="30:20"><y/><y/></x>',
    ],
)
def test_other_elements_are_no_points(points: str) -> None:
    made = plain(f"<r><n>Ada</n>{points}</r>")
    assert isinstance(made, dict)
    assert list(made) == ["n", "x"]


@pytest.mark.parametrize(("times", "are"), [(3, True), (2, False)])
def test_most_of_them_say_when(times: int, are: bool) -> None:
    points = "".join(
        f'<x at="{at} km" t="{15 * at}:10"/>' if at <= times else f'<x at="{at} km"/>' for at in range(1, 5)
    )
    made = plain(f"<r><n>Ada</n>{points}</r>")
    assert isinstance(made, dict)
    assert list(made) == ["n", "splits" if are else "x"]
