"""What a terminal would take for a command reaches none: not out of a race file, nor out of a name of a file."""

import json
import os
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from replay.cli import main
from replay.files.formats import read_source
from replay.files.source import Choices, Source
from tests.cli.running import Run, every_command
from tests.depth import often
from tests.kept import completed_lately

HOSTILE = {
    "escape": "\x1b]0;owned\x07\x1b[31mred",
    "bells and C1": "a\x07b\x08c\x7fd\re\x9b31m\x9d0;owned\x9c\x85x",
    "what is not seen": "\u202egnp\u202c\u2066x\u2069\u200fy\u061ca\u200bb\ufeffc\u2060d\u00ade\U000e0041\U000e007f",
    "lines": "a\u2028b\u2029c\x0bd\x0ce",
    "what has no width": "e" + "\u0301" * 60 + "क्षि श्री" + "👩\u200d🚀🏳️\u200d🌈" + "a\u0378b\U000e0fffc\ue000d",
    "what is no character": "a\uffffb\ufffec\ufdd0d\ufdefe\U0001fffff\U0010fffeg",
    "no UTF-8": os.fsdecode(b"caf\xe9 \xff"),
}
ANSWERS = ("show", "state", "calls", "laps", "positions", "project", "splits", "compare", "trace")
_JOINERS = "\u200c\u200d"
"""Names in Persian and of Indic scripts need them, and they move nothing."""


def controls(text: str) -> set[str]:
    """The characters of a text that a terminal would act upon, or that hide what stands there."""
    found = {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    none = {char for char in text if ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"}  # XML breaks of it
    return (found | none) - {"\n", *_JOINERS}


def _quoted(text: str) -> str:
    """As YAML writes it: whatever it is, it is a text."""
    return '"' + "".join(char if char.isalnum() or char in " ;[]" else f"\\U{ord(char):08x}" for char in text) + '"'


def _race(text: str) -> str:
    """A race with a text in every field that takes one."""
    x, one, two = _quoted(text), _quoted(f"Ada {text}"), _quoted(f"Bea {text}")
    return f"""race: {x}
meeting: {x}
venue: {{stadium: {x}, city: {x}, country: {x}}}
event: mile
conditions: {x}
note: {x}
source: {x}
sources: {{{x}: {{title: {x}, publisher: {x}, author: {x}, date: 2024, url: {x}}}}}
entries:
  - {{name: {one}, short: {one}, nation: {x}, bib: {x}, club: {x}, category: {x}, marks: [{x}], note: {x},
     result: "4:20.00", splits: {{400: 65, 800: "2:10", 1200: "3:15"}}}}
  - {{name: {two}, short: {two}, result: "4:21.00", splits: {{400: 66, 800: "2:11", 1200: "3:16"}}}}
  - {{name: Cat, status: {x}}}
facts: [{{at: 400, order: [{x}, {x}], source: {x}}}]
records: [{{label: {x}, time: "3:43.13", holder: {x}, date: 1999}}]
quotes: [{{said: {x}, by: {one}, when: {x}, source: {x}, show: start}}]
disputes: [{{what: {x}, claims: [{{value: {x}, source: {x}}}], resolution: {x}}}]
kits: {{{x}: {x}}}
{x}: {x}
"""


@pytest.fixture(autouse=True)
def _completed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dozens of commands ask of one race: what its reports leave open is worked out once."""
    monkeypatch.setattr("replay.reconstruction.completion.completed", completed_lately)


@pytest.fixture(params=sorted(HOSTILE))
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with such a name, of files with such names and texts: a race, one that cannot be read, a table."""
    text = HOSTILE[request.param]
    folder = tmp_path / f"f{text}"
    try:
        folder.mkdir()
    except OSError:  # not every system has such names
        text = "".join(filter(str.isprintable, text))
        folder = tmp_path / f"f{text}"
        folder.mkdir()
    inside = text.encode("utf-8", "replace").decode()
    (folder / f"r{text}.yaml").write_text(_race(inside), encoding="utf-8")
    broken = f"race: {_quoted(inside)}\nevent: {_quoted(inside)}\nentries: []\n"
    (folder / f"s{text}.yaml").write_text(broken, encoding="utf-8")
    cells = inside.replace("\n", " ").replace("\r", " ")
    table = f"# title: {cells}\n{cells},name,nation,{cells} 2,time\n{cells},Ada {cells},{cells},{cells},4:20.0\n"
    (folder / f"t{text}.csv").write_text(table, encoding="utf-8", newline="")
    return folder


def _lines(folder: Path) -> Iterator[list[str]]:
    race, broken, table = map(str, sorted(folder.iterdir()))
    for form in ([], ["--json"]):
        yield ["--races", str(folder), "list", *form]
        yield ["--races", str(folder), "runner", "Ada", *form]
        yield ["--races", str(folder), "runner", Path(race).stem, *form]
        for path, more in ((race, []), (table, ["--distance", "1mile"]), (broken, []), (race + "x", [])):
            for name in ANSWERS:
                at = ["--at", "2:00"] if name in ("state", "project") else []
                runners = [f"{path}:Ada", f"{path}:Bea"] if name == "compare" else [path]
                yield [name, *runners, *at, *form, *([] if name == "compare" else more)]
    for path in (race, table, broken):
        yield ["check", path]
        yield ["import", path]
        yield ["frame", path, "--at", "2:00", "--size", "100x30"]
        yield [path, "--at", "finish"]
    yield ["check", str(folder)]
    for ending in ("svg", "txt"):
        for _ in range(2):  # the second time it is there
            yield ["export", race, "-o", str(folder / f"z.{race.rpartition('/r')[2]}.{ending}")]
    yield ["--races", str(folder) + "x", "list"]
    yield ["state", race, "--at", Path(race).stem]
    yield [Path(race).stem[::-1]]


@pytest.mark.sampled(3)
def test_no_answer_and_no_error_holds_a_control_character(
    capsys: pytest.CaptureFixture[str], folder: Path, request: pytest.FixtureRequest
) -> None:
    """Each line is asked of every second text, and each text of every second line; in depth all of all."""
    run = Run(capsys)
    turn = sorted(HOSTILE).index(request.node.callspec.params["folder"])
    lines = [line for number, line in enumerate(_lines(folder)) if often(2) == 2 or (number + turn) % 2]
    said = {tuple(line): run(*line) for line in lines}
    assert len(said) >= 30 * often(2)
    held = {line: (controls(found.out), controls(found.err)) for line, found in said.items()}
    assert {line: found for line, found in held.items() if found != (set(), set())} == {}


SAYS = ("--title", "--event", "--part", "--track", "--distance", "--start", "--column", "--delimiter", "--encoding")
STAGES = ("--vs", "--me", "--what-if", "--follow", "--align")


@pytest.mark.sampled(2)
@pytest.mark.parametrize("option", [*SAYS, *STAGES])
def test_nor_does_what_is_said_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    """It may have been copied from a page."""
    run = Run(capsys)
    table = tmp_path / "table.csv"
    table.write_text("name,time,part\nAda,4:20.0,\nBea,4:21.0,\n", encoding="utf-8")
    where = ["--at", "2:00", "--size", "100x30"]
    for text in HOSTILE.values():
        words = {
            "--column": f"part=split{text}",
            "--vs": f"rio-2016-800m:{text}",
            "--what-if": f"Ada{text} finish = 4:00",
        }
        for number, path in enumerate(("rio-2016-800m", str(table))):
            told = [
                option,
                words.get(option, text),
                *(["--distance", "mile"] if number and option != "--distance" else []),
            ]
            lines = [["show", path, *told], ["frame", path, *where, *told], ["show", path, "--json", *told]]
            for ending in (".txt", ".csv", ".json", ".yaml"):
                made = tmp_path / f"made{ending}"
                lines.append(["export", path, "-o", str(made), "--force", *told])
            for line in lines:
                said = run(*line)
                assert (controls(said.out), controls(said.err)) == (set(), set()), line
                if said.code == 0 and line[0] == "export":
                    assert controls(Path(line[3]).read_text("utf-8")) - {"\r"} == set(), line


def test_every_command_that_answers_is_asked() -> None:
    asked = {*ANSWERS, "list", "runner", "check", "import", "frame", "export", "watch"}
    assert set(every_command()) - asked == {"reconstruct", "schema", "serve", "settings"}, (
        "a file as it is, and no race"
    )


_TAKEN = (".txt", ".csv", ".json", ".yaml", ".svg", ".html", ".cast", ".xlsx")
"""Files that somebody reads, or a program shows."""


def _texts(path: Path) -> Iterator[str]:
    """What a file says to whom: its text, and what its escapes mean; without the colours and places we write."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                yield book.read(name).decode("utf-8").replace("\r\n", "\n")
        return
    text = path.read_text("utf-8").replace("\r\n", "\n")
    if path.suffix == ".cast":
        for line in text.splitlines():
            said = json.loads(line)
            shown = said[2] if isinstance(said, list) else json.dumps(said, ensure_ascii=False)
            yield _OURS.sub("", shown)
    else:
        yield text
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
        yield re.sub(r"_x([0-9a-fA-F]{4})_|&#x([0-9a-fA-F]+);", lambda code: chr(int(code[1] or code[2], 16)), text)


_OURS = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]|\r\n|\x08")
"""Control sequences of a recording, each whole; what a name would bring is in none of them."""


@pytest.mark.sampled(3)
@pytest.mark.parametrize("ending", _TAKEN)
def test_no_file_that_is_made_holds_one(tmp_path: Path, ending: str) -> None:
    """Every kind of file of every second text; in depth of all."""
    film = ["--to", "2", "--fps", "1", "--size", "60x20"]
    more = {".html": film, ".cast": film, ".svg": ["--at", "2:00"]}.get(ending, [])
    turn = _TAKEN.index(ending)
    for number, text in enumerate(HOSTILE.values()):
        if often(2) == 1 and (number + turn) % 2:
            continue
        inside = text.encode("utf-8", "replace").decode()
        race = tmp_path / f"r{number}.yaml"
        race.write_text(_race(inside), encoding="utf-8")
        made = tmp_path / f"made{number}{ending}"
        assert main(["export", str(race), "-o", str(made), *more]) == 0
        assert [found for said in _texts(made) if (found := controls(said) - {"\t"})] == [], text
        assert "Ada" in "".join(_texts(made))
        if ending == ".svg":
            ElementTree.parse(made)
        elif ending == ".yaml":
            assert main(["show", str(made)]) == 0


@pytest.mark.parametrize("seen", [True, False], ids=["on a terminal", "into a file"])
def test_what_stands_beside_a_race_reaches_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, seen: bool
) -> None:
    hidden = "\u202egnp\U000e0041"
    race = tmp_path / "race.yaml"
    race.write_text(f"# {hidden}\n{_race('x')}", encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: seen)
    assert main(["reconstruct", str(race)]) == 0
    said = capsys.readouterr().out
    assert controls(said) == (set() if seen else controls(hidden))
    assert "estimates:" in said


@pytest.mark.parametrize("mark", ["\x07", "\u202e", "\U000e0041", "\u2066"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Mile at the O{0}ak last{0} night: 1. Anna Ahl{0}berg 4:32.1, 2. Bea Berg 4:35.0."),
        ("a.csv", "# Oak {0}Games\nplace,name,club,finish\n1,Ada{0}Al,Oak{0},2:01.1\n2,Bea,Elm,2:02\n"),
        ("a.xml", "<r><n><name>Ada A{0}lfa</name><time>2:01</time></n><n><name>B</name><time>2:02</time></n></r>"),
    ],
    ids=["sentences", "table", "XML"],
)  # fmt: skip
def test_no_reader_lets_one_into_a_race(name: str, text: str, mark: str) -> None:
    mark = "&#8238;" if name == "a.xml" and mark == "\x07" else mark  # XML has no bell
    found = read_source(Source(text.format(mark).encode(), Path(name)), Choices(distance=800.0))
    assert found.race is not None
    race = found.race
    told = [race.title, race.event, race.meeting, race.note, race.conditions, str(race.venue)]
    for entry in race.entries:
        told += [entry.name, entry.short, entry.club, entry.nation, entry.note, *entry.marks]
    assert not controls("".join(told))
