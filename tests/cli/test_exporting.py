"""`race-replay export`: files that are whole or not there, and never over others."""

import itertools
import json
import re
from contextlib import nullcontext
from pathlib import Path

import pytest

from replay.cli.waiting import bar
from replay.export.forms import FORMS, Form, form_of
from tests.cli.running import BOWERMAN, LONDON, Run
from tests.cli.test_waiting import Terminal

QUICK = ("--from", "bell", "--to", "370 to go", "--fps", "2", "--size", "60x20")
PART = ("--from", "bell", "--to", "finish")
PICTURE = ("--at", "bell", "--size", "60x20")
FILMS = ".cast", ".html", ".gif", ".mp4", ".webm"
WORDS = {
    ".txt": PART, ".csv": (), ".xlsx": (), ".json": PART, ".yaml": (), ".svg": PICTURE, ".png": PICTURE,
    **dict.fromkeys(FILMS, QUICK),
}  # fmt: skip


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return tmp_path / "taken"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("ending", WORDS)
def test_the_same_call_gives_the_same_bytes(run: Run, there: Path, ending: str) -> None:
    for name in ("one", "two"):
        assert run.well("export", LONDON, "-o", f"{there}-{name}{ending}", *WORDS[ending]).out == ""
    one, two = (Path(f"{there}-{name}{ending}").read_bytes() for name in ("one", "two"))
    assert one
    assert one == two


def test_what_exists_is_replaced_only_where_that_is_wanted(run: Run, there: Path) -> None:
    path = there.with_suffix(".txt")
    path.write_text("mine")
    assert "--force" in run.wrong("export", LONDON, "-o", str(path))
    assert path.read_text() == "mine"
    run.well("export", LONDON, "-o", str(path), "--force")
    assert "Kerr" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "race.exe"), ".cast"),
        (("-o", "race.svg"), "--at"),
        (("-o", "race.csv", "--fps", "3"), "--fps means nothing"),
        (("-o", "race.gif", "--director", "--speed", "2"), "--speed: with --director"),
        (("-o", "race.svg"), "--from and --to of an animation"),
        (("-o", "race.svg", "--at", "bell", "--to", "finish"), "--to: --at is of one moment"),
        (("-o", "race.png", "--from", "bell"), "--from means nothing"),
        (("-o", "race.yaml", "--palette", "contrast"), "--palette means nothing"),
        (("-o", "race.svg", "--at", "noon"), "--at"),
        (("-o", "race.cast", "--from", "noon"), "--from"),
        (("-o", "race.cast", "--from", "bell", "--to", "start"), "--to"),
        (("-o", "race.cast", "--speed", "1000"), "--speed"),
        (("-o", "race.cast", "--size", "big"), "--size"),
        (("-o", "race.cast", "--fps", "0"), "--fps"),
        (("-o", "race.cast", "--follow", "Nobody"), "Nobody"),
        (("-o", "no/such/folder/race.txt"), "no/such/folder/race.txt"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told in run.wrong("export", LONDON, *words)
    assert list(tmp_path.iterdir()) == []


def test_how_it_is_seen_is_as_the_options_say(run: Run, there: Path) -> None:
    def made(*words: str) -> bytes:
        run.well("export", BOWERMAN, "-o", f"{there}.svg", "--at", "bell", "--force", *words)
        return Path(f"{there}.svg").read_bytes()

    usual = made()
    as_usual = ("--palette", "usual", "--names", "leader", "--no-spoilers")
    assert usual == made("--theme", "dark", "--view", "stadium", "--size", "120x40", *as_usual)
    others: list[tuple[str, ...]] = [("--theme", "light"), ("--view", "close"), ("--follow", "Kerr")]
    others += [("--size", "100x30"), ("--palette", "contrast"), ("--names", "initials"), ("--view", "trace")]
    assert usual not in [made(*words) for words in others]


HEEDED = {
    "from": ("200 to go",), "to": ("winner",), "speed": ("2",), "fps": ("3",), "director": (), "size": ("50x16",),
    "theme": ("light",), "palette": ("contrast",), "names": ("off",), "view": ("close",), "follow": ("Kerr",),
    "spoilers": (), "at": ("bell",), "cast": ("3",),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.endings[0])
def test_an_option_is_heeded_or_refused_in_words(run: Run, there: Path, form: Form) -> None:
    assert set(form.takes) <= HEEDED.keys()
    output = f"{there}{form.endings[0]}"
    for option in HEEDED.keys() - set(form.takes):
        said = run.wrong("export", LONDON, "-o", output, f"--{option}", *HEEDED[option])
        assert said.startswith(f"race-replay: --{option} means nothing for {form.name}")
    assert not Path(output).exists()


def test_a_film_heeds_every_option_that_it_takes(run: Run, there: Path) -> None:
    def made(*words: str) -> bytes:
        part = ("--from", "230 to go", "--to", "190 to go", "--fps", "1", "--size", "60x20", "--force")
        run.well("export", LONDON, "-o", f"{there}.cast", *part, *words)
        return Path(f"{there}.cast").read_bytes()

    usual = made()
    for option in form_of("film.cast").takes:
        assert made(f"--{option}", *HEEDED[option]) != usual, option


def test_a_page_by_the_director_says_at_which_speed_each_part_of_the_race_goes(run: Run, there: Path) -> None:
    part = ("--from", "600 to go", "--to", "380 to go", "--fps", "5", "--size", "60x20", "--director")
    run.well("export", LONDON, "-o", f"{there}.html", *part)
    told = re.search(r'"pace":(\[\[.*?\]\])', Path(f"{there}.html").read_text(encoding="utf-8"))
    assert told is not None
    pace = json.loads(told[1])
    speeds = [(t - start) / (at - begin) for (begin, start), (at, t) in itertools.pairwise(pace)]
    assert max(speeds) > 1.5 * min(speeds) > 0


def test_a_film_goes_as_fast_as_it_is_told(run: Run, there: Path) -> None:
    lasts = {}
    for speed in ("1", "4"):
        run.well("export", LONDON, "-o", f"{there}.cast", *QUICK, "--speed", speed, "--force")
        lasts[speed] = json.loads(Path(f"{there}.cast").read_text(encoding="utf-8").splitlines()[-1])[0] - 3.0
    assert lasts["1"] == pytest.approx(4 * lasts["4"], abs=0.01)


def test_a_bar_tells_how_far_it_is(run: Run, there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("replay.cli.waiting._PATIENCE", 0.0)
    assert run("export", LONDON, "-o", f"{there}.cast", *QUICK).code == 0
    assert "writing taken.cast" in terminal.getvalue()
    assert bar(1.0, 30) in terminal.getvalue()


@pytest.mark.parametrize("ending", FILMS)
def test_who_interrupts_it_is_told_that_nothing_was_written_and_nothing_lies_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    def interrupted(share: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("replay.cli.waiting.waiting", lambda *_, **__: nullcontext(interrupted))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    found = run("export", LONDON, "-o", str(tmp_path / f"film{ending}"), *WORDS[ending])
    assert (found.code, found.out) == (130, "")
    assert found.err == f"race-replay: interrupted; {tmp_path / f'film{ending}'} was not written\n"
    assert list(tmp_path.iterdir()) == []
