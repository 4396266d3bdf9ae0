"""YAML as people type it: what is not YAML is read as it was meant, and that is told."""

import pytest

from replay.files.yaml.slips import as_one, read_typed
from replay.files.yaml.yamltree import plain
from replay.race.problems import Severity, UnreadableRace
from tests.together import together


def read(text: str | bytes) -> tuple[object, list[int | None]]:
    """What a file holds, and the lines of which something was told."""
    documents, mended = read_typed(text if isinstance(text, bytes) else text.encode(), "a.yaml")
    whole, left = as_one(documents, "a.yaml")
    assert all(problem.severity is Severity.WARNING for problem in mended)
    assert all(problem.severity is Severity.ERROR for problem in left)
    return plain(whole), [problem.line for problem in (*mended, *left)]


@together(
    ("text", "held", "lines"),
    [
        # Tabs, as wide as they fit what stands around them.
        ("a: 1\nb:\n\tc: 1\n\td: 2\n", {"a": 1, "b": {"c": 1, "d": 2}}, [3]),
        *((f"b:\n{' ' * width}c: 1\n\td: 2\n", {"b": {"c": 1, "d": 2}}, [3]) for width in (2, 4, 8)),
        ("b:\n\tc: x: y\n", {"b": {"c": "x: y"}}, [2, 2]),
        ("b:\n  c: one\ttwo\n", {"b": {"c": "one two"}}, []),  # within a value they are no slip
        # A colon in a value, and what stands behind it.
        ("title: Final: the second\n", {"title": "Final: the second"}, [1]),
        ('- a: b: "c" \\ d\n', [{"a": 'b: "c" \\ d'}], [1]),
        ("a: b: c  # said later\n", {"a": "b: c"}, [1]),
        ("a: b#c: #7\n", {"a": "b#c: #7"}, [1]),
        ("\n".join(f"k{i}: a: b" for i in range(60)), {f"k{i}": "a: b" for i in range(60)}, [*range(1, 61)]),
        # Braces that were forgotten.
        ("- a: Ada, b: 3:40 # pb\n- a: Bea, b: 3:41\n", [{"a": "Ada", "b": "3:40"}, {"a": "Bea", "b": "3:41"}], [1, 2]),
        # Other encodings.
        ("a: é".encode("utf-16"), {"a": "é"}, []),
        (b"\xfe\xff" + "a: é".encode("utf-16-be"), {"a": "é"}, []),
    ],
)
def test_slips_are_mended_where_they_are_and_told(text: str | bytes, held: object, lines: list[int]) -> None:
    assert read(text) == (held, lines)


@together(
    ("text", "line"),
    [
        ("a: [1\n", 1),
        ("b:\n   c: 1\n\td: 2\n", 3),  # no tab is so wide
        ("a: 1\n---\nb: 1\nc: [1\n", 4),
        ("\n".join(f"k{i}: a: b" for i in range(61)), 1),  # that is no slip any more
        ("a: 1\nb: c: d\n" + "#" * 400_000, 2),
        ("a: 1\n\tb: \xe9".encode("latin-1"), 2),
        (b"\xff\xfea", 1),
    ],
)
def test_what_no_mending_helps_is_refused_as_it_stands(text: str | bytes, line: int) -> None:
    with pytest.raises(UnreadableRace) as refused:
        read(text)
    assert [problem.line for problem in refused.value.problems] == [line]


HEAD = "title: Mile\n---\n"
ADA, BEA = {"name": "Ada", "time": 1}, {"name": "Bea", "time": 2}
RUNNERS = "name: Ada\ntime: 1\n---\nname: Bea\ntime: 2\n"


@together(
    ("text", "held", "lines"),
    [
        # One, however it begins and ends.
        *(
            (f"{first}a: 1\n{last}", {"a": 1}, [])
            for first in ("---\n", "%YAML 1.2\n---\n")
            for last in ("---\n", "...")
        ),
        ("# of a mile\n---\r\n# and so on\na: 1\n---  # the end\n  # of it\n", {"a": 1}, []),
        ("---\n---\n", None, []),
        # Several that are one thing.
        ("a: 1\n...\n---\nb: 1\n", {"a": 1, "b": 1}, []),
        (HEAD + "- name: Ada\n", {"title": "Mile", "entries": [{"name": "Ada"}]}, []),
        (HEAD + RUNNERS, {"title": "Mile", "entries": [ADA, BEA]}, []),
        (HEAD + "club: Kent\n" + RUNNERS, {"title": "Mile", "entries": [ADA | {"club": "Kent"}, BEA]}, []),
        # Several of one kind, of which the first is read, and one that says nothing of a race.
        ("a: 1\n---\n\na: 2\n", {"a": 1}, [4]),
        (RUNNERS, ADA, [4]),
        ("- a: 1\n---\n- b: 1\n", [{"a": 1}], [3]),
        ("a: 1\n---\njust words\n", {"a": 1}, [3]),
        ("title: Mile\nentries: []\n---\n- name: Ada\n", {"title": "Mile", "entries": []}, [4]),
        (HEAD + "\n---\n".join(["title: A\nentries: []"] * 3), {"title": "Mile"}, [3]),
        ("\n---\n".join(f"k{i}: 1" for i in range(60)), {f"k{i}": 1 for i in range(60)}, []),
    ],
)
def test_documents_that_say_something_are_one_race_or_the_first_is_read(
    text: str, held: object, lines: list[int]
) -> None:
    assert read(text) == (held, lines)


def test_of_very_many_documents_the_first_is_read_and_that_is_told() -> None:
    documents, told = read_typed("\n---\n".join(f"k{i}: 1" for i in range(61)).encode(), "a.yaml")
    assert ([plain(one) for one in documents], len(told)) == ([{"k0": 1}], 1)
