"""The sheets that open over a screen, as text."""

import re
from collections import Counter
from dataclasses import replace

from replay.cells.rows import plain, row_width
from replay.commentary.records import MARKS
from replay.drawing.pages.sheets import card_lines, help_lines, info_lines, is_long, long_date
from replay.drawing.pages.signs import sign_rows
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.race import Note, Quote, Record, When, WhenKind
from replay.race.sources import Claim, Dispute, Source
from tests.builders import entry, race, time
from tests.together import together

LOOK = look_of(DARK)
BEFORE = When(WhenKind.BEFORE)
SHORT = Quote(("I will win.",), "Josh Kerr", "on the day before", "rw", BEFORE)
LONG = Quote((" ".join(["word"] * 200),), "Josh Kerr", "on the day before", "rw", BEFORE)
RACE = race(
    entry("Josh Kerr", "3:45.34", nation="GBR", pb=time("3:48.87"), notes=(Note("Runs from the front", "rw"),)),
    entry("Jakob Ingebrigtsen", "3:45.60", nation="NOR"),
    distance=1609.344,
    quotes=(SHORT, LONG, replace(SHORT, said=("So will I.",)), replace(SHORT, show=When(WhenKind.AFTER))),
    sources={"rw": Source("rw", publisher="Runner’s World")},
)


def card(height: int) -> list[str]:
    lines = card_lines(RACE, cast_of(RACE, LOOK), LOOK, 80, height)
    return ["".join(text for text, _ in line) for line in lines]


@together("height", [10, 14, 20, 60])
def test_notes_and_quotes_that_do_not_fit_are_on_further_pages_each_whole(height: int) -> None:
    lines = card(height)
    pages = ["\n".join(lines[at : at + height]) for at in range(0, len(lines), height)]
    assert "Runs from the front (Runner’s World)" in pages[0]
    assert "\n".join(pages).count("word") == 200
    assert len(lines) <= height or len(lines) % height == 0
    for said in ("I will win.", "So will I."):
        (page,) = [page for page in pages if said in page]
        assert "Josh Kerr, on the day before" in page[page.index(said) :]
    assert all(not page.startswith("\n") for page in pages)


def test_on_the_card_no_nation_is_cut() -> None:
    field = race(*(entry(f"Name{chr(97 + at) * 9} Long", "3:45.34", nation="NOR") for at in range(5)))
    for width in range(30, 110, 7):
        words = [word for line in card_lines(field, cast_of(field, LOOK), LOOK, width, 30) for word, _ in line]
        assert not any(word.strip() in ("N", "NO", "NO…", "N…", "…") for word in words)


def test_a_best_before_the_race_stands_beside_the_name() -> None:
    assert any("Kerr GBR PB 3:48.87" in line for line in card(20))


def test_the_info_says_what_a_question_mark_is_in_a_race_in_which_not_all_are_named() -> None:
    whole = race(entry("A", 210.0, place=1), entry("B", 212.0, place=2))
    part = race(entry("A", 210.0, place=1), entry("B", 212.0, place=3))
    look = look_of(DARK)
    texts = [
        " ".join("".join(run[0] for run in line) for line in info_lines(r, look, 60, False)) for r in (whole, part)
    ]
    assert ["place that nobody knows" in text for text in texts] == [False, True]


@together("width", [40, 70, 92, 110, 170])
def test_the_keys_are_told_whole_at_every_width(width: int) -> None:
    rows = [
        ("space p", "Pause and go on"),
        ("a", "A director: it turns speed and camera, and says why, until a key is pressed"),
    ]
    lines = help_lines(rows * 9, LOOK, width)
    shown = plain(tuple(line) for line in lines)
    assert "…" not in shown
    assert all(row_width(line) <= width for line in lines)
    said = Counter(re.findall(r"\S+", shown))
    wanted = Counter(" ".join(text for _, text in rows * 9).split())
    assert all(said[word] >= count for word, count in wanted.items())


def test_help_says_what_every_mark_of_a_result_means() -> None:
    rows = dict(sign_rows(LOOK))
    assert {*MARKS, "PB", "SB", "~"} <= set(rows)
    assert all(words[:1].isupper() for words in rows.values())


def test_a_card_with_something_to_read_waits() -> None:
    assert is_long(RACE)
    assert not is_long(replace(RACE, quotes=(), entries=RACE.entries[1:]))


def test_what_sources_dispute_and_say_is_told_when_the_result_may_be_known() -> None:
    other = Source(
        "bbc", author="Ann Lee", title="Kerr wins", publisher="BBC", date="2026-07-18", url="https://x.org/a"
    )
    disputed = Dispute("Who led at the bell", (Claim("Kerr", "rw"), Claim("Nobody")), "Kerr, by the splits")
    one = replace(RACE, sources={**RACE.sources, "bbc": other, "key": Source("key")}, disputes=(disputed,))
    before, after = (plain(map(tuple, info_lines(one, LOOK, 80, told))) for told in (False, True))
    assert "Sources disagree on 1 thing: told here once the race is over." in before
    assert "Runner’s World, BBC, key" in before
    assert not any(words in before for words in ("the bell", "Kerr wins", "x.org"))
    lines = [line.strip() for line in after.splitlines()]
    start = lines.index("WHERE SOURCES DISAGREE")
    assert lines[start + 1 : start + 5] == [
        "Who led at the bell",
        "Kerr (Runner’s World)",
        "Nobody (no source named)",
        "→ Kerr, by the splits",
    ]
    start = lines.index("SOURCES")
    assert lines[start + 1 :] == ["Runner’s World", "Ann Lee, Kerr wins, BBC, 18 July 2026", "https://x.org/a", "key"]
    twice = replace(one, disputes=(disputed, disputed))
    assert "disagree on 2 things" in plain(map(tuple, info_lines(twice, LOOK, 80, False)))


@together(
    ("text", "long"),
    [
        ("2026-07-18", "18 July 2026"),
        ("2026-07", "July 2026"),
        ("2026", "2026"),
        ("2026-13", "2026-13"),
        ("May", "May"),
    ],
)
def test_a_date_is_written_as_people_do_and_what_is_none_stays(text: str, long: str) -> None:
    assert long_date(text) == long


def test_a_note_hangs_below_its_words_and_of_very_many_the_rest_is_counted() -> None:
    notes = tuple(
        Note(f"thing {number} of which a report tells at some length, so that it wraps") for number in range(20)
    )
    one = replace(RACE, notes=notes, quotes=())
    lines = plain(map(tuple, card_lines(one, cast_of(one, LOOK), LOOK, 50, 40))).splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("· thing 0"))
    assert lines[first + 1].startswith("  ")
    assert sum(line.startswith("· ") for line in lines) == 8
    assert any(line.strip() == "… 13 more things are told on the way" for line in lines)


def test_a_record_has_its_date_as_people_write_it() -> None:
    record = Record("World record", time("3:43.13"), "Hicham El Guerrouj", "1999-07-07")
    text = plain(map(tuple, info_lines(replace(RACE, records=(record,)), LOOK, 80, False)))
    assert "World record: 3:43.13 Hicham El Guerrouj, 7 July 1999" in text
