"""What is too much is refused before it is gone through: it is counted, and so is the work that is done until then."""

import difflib
import json
import random
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from replay.files.formats import read_source
from replay.files.library import companions
from replay.files.results.splits_below import splits_below
from replay.files.source import Choices, Reading, Source

Made = Callable[[], str]


def _wide(columns: int, rows: int = 2) -> str:
    head = "name," + ",".join(map(str, range(5, 5 * columns + 5, 5)))
    return "\n".join([head, *(f"R{row}{',1:00' * columns}" for row in range(rows))])


def _points(count: int) -> str:
    """Fixes that leap across the Earth."""
    fixes = "".join(
        f'<trkpt lat="{at * 7919 % 90}" lon="{at * 104729 % 180}">'
        f"<time>2024-01-01T{at // 3600 % 24:02d}:{at // 60 % 60:02d}:{at % 60:02d}Z</time></trkpt>"
        for at in range(count)
    )
    return f"<gpx><trk><trkseg>{fixes}</trkseg></trk></gpx>"


REFUSED: dict[str, tuple[str, Made, str]] = {
    "a million columns": ("a.csv", lambda: _wide(1_000_000), "1,000,001 columns, and at most 1,000"),
    "2,000 by 2,000": ("a.csv", lambda: _wide(2000, 2000), "2,001 columns, and at most 1,000"),
    "a million commas": ("a.csv", lambda: "name,time\nA," + "," * 1_000_000, "columns, and at most 1,000"),
    "nine million cells": ("a.csv", lambda: "name,time\n" + ("A" + "," * 90 + "\n") * 100_000, "9,000,001 cells"),
    "blank lines": ("a.csv", lambda: "\n" * 20_000_000, "20,000,000 lines, and at most 1,000,000"),
    "an unclosed quote": ("a.csv", lambda: 'name,time\nA,"1:00\n' + "B,1:01\n" * 900_000, "a.csv:2: error: a quote is"),
    "one endless line": ("a.csv", lambda: "a" * 30_000_000, "a quote is opened here and not closed"),
    "classes": ("a.xml", lambda: f"<ResultList>{'<ClassResult/>' * 5001}</ResultList>", "5,001 classes, and at most"),
    "lines of a LIF": ("a.lif", lambda: "1,1,1,1500m,,,,,,,10:00\n" + "1,2,3,A,B\n" * 100_000, "100,001 lines"),
    "lines in columns": ("a.txt", lambda: "  1  Ada Alfa    15:10.1\n" * 400_001, "400,001 lines, and at most 400,000"),
    "lines of a report": (
        "a.txt",
        lambda: f"Men 800 Meter Run\n{'=' * 30}\n Name Year School Finals\n" + "  1 Ada Alfa  Oak  1:51.1\n" * 400_000,
        "this report has 400,003 lines",
    ),
    "lines of a semicolon file": (
        "a.txt",
        lambda: "H;a\nR;M;1\n" + "R;M;1\n" * 400_000,
        "this report has 400,002 lines",
    ),
    "elements": ("a.xml", lambda: f"<ResultList>{'<a/>' * 1_500_000}</ResultList>", "more than 1,500,000 elements"),
    "attributes": (
        "a.gpx",
        lambda: f"<gpx {' '.join(f'a{at}=``' for at in range(1001))}/>".replace("`", '"'),
        "attributes",
    ),
    "tags": ("a.html", lambda: "<html><table><tr>" + "<td>" * 2_000_000, "2,000,003 tags, and at most 2,000,000"),
    "a journey": (
        "a.csv",
        lambda: (
            "bib,name,lap,lap_time\n"
            + "".join(f"{n % 2},R{n % 2},{10**9 if n == 3 else n // 2 + 1},7{n}.0\n" for n in range(6))
        ),
        "at most 1,000 km are read",
    ),
    "a number that goes on": ("a.csv", lambda: f"name,{'9' * 999} m,time\nA,1:00,2:00\nB,1:01,2:02\n", "how far"),
    "a character that is none": ("a.html", lambda: f"<html><p>&#{'9' * 5000};</p></html>", "no table"),
    "a flight": ("a.gpx", lambda: _points(4000), "is it a flight?"),
    "deep lists": ("a.yaml", lambda: "race: x\nentries: " + "[" * 20_000, "nested more than 50 deep"),
    "long YAML": (
        "a.yaml",
        lambda: "race: " + "x" * 20_000_000 + "\nentries: []",
        "at most 4,000,000 are read as YAML",
    ),
    "deep elements": ("a.gpx", lambda: "<gpx>" + "<a>" * 200_000, "60 deep in each other"),
    "deep JSON": ("a.json", lambda: '{"data": ' + "[" * 200_000 + ', "fields": 1}', "nested too deeply"),
    "a long heading": ("a.csv", lambda: f"name,time,{'a ' * 60_000}\n" + "A,1:00,\n" * 9, "does not say how far"),
    "a long key": (
        "a.json",
        lambda: f'[{{"name": "A", "time": "1:00", "{"a " * 200_000}": 1}}, {{"name": "B", "time": "1:01"}}]',
        "does not say how far",
    ),
    "a long event": (
        "a.lif",
        lambda: f"1,1,1,{'ab c' * 200_000},,,,,,10:00\n1,2,3,A,B,,1:00\n",
        "does not say how far",
    ),
    "entities": ("a.gpx", lambda: '<!DOCTYPE g [<!ENTITY a "x">]><gpx>&a;</gpx>', "entities of its own"),
}


def _outcome(name: str, text: str) -> Reading:
    return read_source(Source(text.encode(), Path(name)), Choices())


def _counted(name: str, text: str) -> tuple[Reading, int]:
    """What it is read as, and how many lines of our code are gone through meanwhile."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401
        nonlocal count
        if "replay" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        return _outcome(name, text), count
    finally:
        sys.settrace(before)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("kind", REFUSED)
def test_too_much_is_refused_and_says_of_what_and_little_is_done_before(kind: str) -> None:
    name, made, told = REFUSED[kind]
    found, lines = _counted(name, made())
    assert found.race is None
    assert told in str(found.problems[-1])
    assert lines < (150_000 if kind != "a flight" else 1_500_000)


_FLOODS = (" ", "1", "a ", ", ", ": ", "\t", "1:00 ", "-", "=")


@pytest.mark.parametrize("flood", _FLOODS)
def test_a_long_line_among_short_ones_takes_no_longer_than_its_length(flood: str) -> None:
    line = f"1 Ada {flood * (60_000 // len(flood))} x y"
    with _gone_through_once(flood):
        _outcome("a.json", json.dumps([line, "Ada Alfa 1:00", "Bea Beta 1:01"]))
        splits_below(["1 Ada Alfa 1:00", line])


@pytest.mark.parametrize(
    ("name", "text", "flood"),
    [
        ("a.xml", "<r><n><name>A</name><t>1:00</t></n><n><name>{}</name><t>1:01</t></n></r>", "a"),
        ("a.txt", "1 Ada Alfa   31:02\n2 Bea Beta  31:50\n{}\n3 Cia Celta 32:00\n", "1:23 "),
        ("a.csv", "Men 21,1\nBloggs,Fred,CLOK,10:00:00,1:00,2:00\n{}x\n", " "),
        ("a.txt", "Men 1500 Meter Run\n====================\n{}====================\n", "\n"),
    ],
)
def test_a_long_cell_or_line_of_times_is_gone_through_once(name: str, text: str, flood: str) -> None:
    with _gone_through_once(flood):
        read_source(Source(text.format(flood * (100_000 // len(flood))).encode(), Path(name)), Choices(distance=1e4))


@contextmanager
def _gone_through_once(flood: str) -> Iterator[None]:
    """Patterns that go back over it again and again would take minutes: an alarm of processor time ends them."""

    def end(*_: object) -> None:
        raise AssertionError(f"a line of {flood!r} is gone through again and again")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, 2.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize("flood", _FLOODS)
def test_a_folder_with_a_long_line_is_listed_as_soon_as_one_without(tmp_path: Path, flood: str) -> None:
    (tmp_path / "a.csv").write_text("name,finish")
    (tmp_path / "a.yaml").write_text(f"entries:{flood * (60_000 // len(flood))}\nentries: b.csv\n")
    with _gone_through_once(flood):
        assert companions(tmp_path.iterdir()) == {"b.csv"}


def test_elements_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.xmltree._MOST", 1000)
    found = _outcome("a.xml", f"<ResultList>{'<a/>' * 1000}</ResultList>")
    assert "more than 1,000 elements" in str(found.problems[-1])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"race: x\nentries: [{'A,' * 11}]", "of more than 10 items"),
        ("race: x\n" + "".join(f"k{at}: 1\n" for at in range(11)), "of more than 10 items"),
        ("race: x\nentries: [" + "[A, A]," * 9 + "]", "a.yaml:2: error: the file has more than 30 values, lists"),
        ("race: x\nentries: [" + "*a," * 9 + "]", "a.yaml:2: error: more than 5 things are wrong in the file"),
        ("race: x\nentries: [" + "A," * 9 + "]", "a.yaml:2: error: more than 5 things are wrong in the file"),
        ("race: x\nevent: mile\nentries: [{name: A}]\nfacts: [{a: 1}, 2, 3]", "3 facts stand here, and none is read"),
    ],
)
def test_items_are_counted(monkeypatch: pytest.MonkeyPatch, text: str, told: str) -> None:
    monkeypatch.setattr("replay.files.yaml.yamltree.MAX_ITEMS", 10)
    monkeypatch.setattr("replay.files.yaml.yamltree.MAX_EVENTS", 30)
    monkeypatch.setattr("replay.files.yaml.yamltree.MAX_PROBLEMS", 5)
    monkeypatch.setattr("replay.files.yaml.facts._MOST", 2)
    assert told in str(_outcome("a.yaml", text).problems[-1])


def test_rows_that_contradict_themselves_are_gone_through_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.judging._MOST_LOOKS", 30_000)
    chance = random.Random(1)
    rows = [",".join(f"{chance.uniform(1, 10_000):.2f}" for _ in range(101)) for _ in range(20)]
    head = ",".join(["name", *(str(49 * (at + 1)) for at in range(100)), "finish"])
    text = "\n".join([head, *(f"R{at},{row}" for at, row in enumerate(rows))])
    found = read_source(Source(text.encode(), Path("a.csv")), Choices(distance=5000.0))
    assert found.race is None
    assert "row after row has splits that contradict each other" in str(found.problems[-1])


def test_a_thousand_unknown_names_cost_what_a_hundred_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nearest words are looked for a bounded number of times, wherever a race file names what is not there."""
    calls = 0
    search = difflib.get_close_matches

    def counted(*arguments: Any, **words: Any) -> list[str]:  # noqa: ANN401
        nonlocal calls
        calls += 1
        return search(*arguments, **words)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    text = "race: x\nevent: mile\nentries:\n" + "".join(
        f"- {{name: N{at}, status: s{at}, evidence: e{at}, source: q{at}, k{at}: 1}}\n" for at in range(500)
    )
    text += (
        "".join(f"key{at}: 1\n" for at in range(1000)) + "kits:\n" + "".join(f"  G{at}: c{at}\n" for at in range(500))
    )
    text += "facts:\n" + "".join(f"- {{at: {at + 1}m, order: [A{at}, B{at}]}}\n" for at in range(500))
    found = _outcome("a.yaml", text)
    assert len(found.problems) > 3000
    assert calls <= 300


def test_distances_of_a_column_are_counted_before_any_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.kept._MOST", 3)
    rows = [f"R{at % 9},{at // 9 + 1} km,{at % 9 + 4 * (at // 9 + 1)}:00" for at in range(36)]
    text = "\n".join(["name,distance,time", *rows])
    assert "names 4 races or points, and at most 3 are read" in str(_outcome("a.csv", text).problems[-1])
    assert _outcome("a.csv", "\n".join(text.splitlines()[:28])).race is not None
