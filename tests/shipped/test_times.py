"""The shipped races against a table of the facts that was typed apart from them, so that a slip in either shows."""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from replay.files.formats import read_race
from replay.files.library import Library, shipped_folder
from replay.files.story import Page, RacePart, read_story
from replay.race.race import Entry, Evidence, Race, Role, Status, Time
from replay.race.times import without_zeros
from tests.places import DATA
from tests.together import together

RACES = sorted(shipped_folder().glob("*.yaml"))
STORIES = sorted((shipped_folder() / "stories").glob("*.yaml"))


class Row(NamedTuple):
    """A time of the table."""

    time: str
    place: str
    sources: tuple[str, ...]


Key = tuple[str, float]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def table() -> dict[str, dict[Key, Row]]:
    found: dict[str, dict[Key, Row]] = {}
    for row in rows_of(DATA / "shipped_times.csv"):
        times = found.setdefault(row["race"], {})
        key = (row["name"], float(row["distance"]))
        assert key not in times, f"{row['race']} has {key} twice"
        times[key] = Row(row["time"], row["place"], tuple(row["source"].split()))
    return found


@cache
def shipped(path: Path) -> Race:
    race, problems = read_race(path)
    assert [str(problem) for problem in problems] == []
    return race


def times_of(race: Race) -> dict[Key, Time]:
    """What is known; times that `race-replay reconstruct` worked out, which alone have a margin, stand in no table."""
    found = {(e.name, split.distance): split.time for e in race.entries for split in e.splits if split.margin is None}
    return found | {(e.name, race.distance): e.result for e in race.entries if e.result is not None}


def every_time() -> Iterator[tuple[Race, Entry, Time]]:
    for path in RACES:
        race = shipped(path)
        for entry in race.entries:
            for time in (*(split.time for split in entry.splits if split.margin is None), entry.result):
                if time is not None:
                    yield race, entry, time


@together("path", RACES)
def test_every_shipped_race_is_read_without_a_problem(path: Path) -> None:
    assert shipped(path).entries


@together("path", RACES)
def test_every_time_of_the_table_is_in_its_race_with_its_digits(path: Path) -> None:
    known = times_of(shipped(path))
    wrong = {
        key: row.time
        for key, row in table()[path.stem].items()
        if key not in known or known[key].text != without_zeros(row.time)
    }
    assert wrong == {}


@together("path", RACES)
def test_every_time_of_a_race_is_in_the_table(path: Path) -> None:
    assert sorted(set(times_of(shipped(path))) - set(table()[path.stem])) == []


def test_the_table_and_the_library_have_the_same_races() -> None:
    assert sorted(table()) == [path.stem for path in RACES]


@together("path", RACES)
def test_places_are_those_of_the_table(path: Path) -> None:
    race = shipped(path)
    typed = {name: row.place for (name, at), row in table()[path.stem].items() if at == race.distance}
    known = {entry.name: str(entry.place or "") for entry in race.entries if entry.name in typed}
    assert known == typed


def test_every_shipped_time_is_measured_or_reported_by_a_declared_source() -> None:
    loose = [
        (race.id, entry.name, time.text)
        for race, entry, time in every_time()
        if time.evidence is Evidence.ESTIMATED or time.source not in race.sources
    ]
    assert loose == []


@together("path", RACES)
def test_quotes_records_facts_and_disputes_name_their_source(path: Path) -> None:
    race = shipped(path)
    claims = [claim for dispute in race.disputes for claim in dispute.claims]
    named = [told.source for told in race.quotes] + [told.source for told in race.records]
    named += [told.source for told in race.facts] + [claim.source for claim in claims]
    assert [source for source in named if source not in race.sources] == []
    assert all(dispute.claims and dispute.resolution for dispute in race.disputes)
    assert all(source.title and source.publisher for source in race.sources.values())


def test_runners_the_reports_do_not_name_leave_a_gap_in_the_places() -> None:
    places = {path.stem: Counter(entry.place for entry in shipped(path).entries if entry.place) for path in RACES}
    assert sorted(places["bowerman-mile-2024"]) == [1, 2, 3, 4, 5, 6, 9, 10, 11]
    assert sorted(places["millrose-2024-two-mile-women"]) == [1, 3]
    assert sorted(places["glasgow-2024-3000m"]) == [1, 2, 3, 7, 11, 12]
    assert all(count == 1 for counted in places.values() for count in counted.values())


def test_eisa_is_disqualified_after_crossing_the_line_first() -> None:
    women = shipped(shipped_folder() / "millrose-2024-two-mile-women.yaml")
    results = {e.name: e.result.seconds for e in women.entries if e.result}
    eisa = next(e for e in women.entries if e.name == "Medina Eisa")
    assert eisa.status is Status.DQ
    assert eisa.place is None
    assert min(results, key=results.__getitem__) == eisa.name


def test_kerrs_own_race_of_2022_runs_as_a_guest_without_a_place() -> None:
    half = shipped(shipped_folder() / "san-diego-half-2023.yaml")
    assert [(e.role, e.place) for e in half.entries] == [(None, 1), (Role.GUEST, None)]


def test_times_are_said_to_be_from_the_pages_that_have_them() -> None:
    pages = {row["tag"]: row["pages"].split() for row in rows_of(DATA / "pages.csv")}
    wrong = []
    for race_id, rows in table().items():
        race = shipped(shipped_folder() / f"{race_id}.yaml")
        known = times_of(race)
        for key, row in rows.items():
            url = race.sources[known[key].source or ""].url
            if not any(is_of(url, page) for tag in row.sources for page in pages[tag]):
                wrong.append((race_id, *key, url, row.sources))
    assert wrong == []


def is_of(url: str, page: str) -> bool:
    """Whether an address is a page's, or that of a file of a repository."""
    return url == page or ("github.com" in page and url.startswith(f"{page}/"))


def test_every_spoken_quote_of_the_sources_stands_in_a_race_word_for_word() -> None:
    spoken: dict[int, list[str]] = {}
    for row in rows_of(DATA / "spoken.csv"):
        spoken.setdefault(int(row["utterance"]), []).append(row["part"])
    assert len(spoken) == 25
    races = [shipped(path) for path in RACES]
    said = {part for race in races for quote in race.quotes for part in quote.said}
    claimed = " ".join(claim.value for race in races for dispute in race.disputes for claim in dispute.claims)
    missing = {number: [p for p in parts if p not in said and p not in claimed] for number, parts in spoken.items()}
    assert {number: parts for number, parts in missing.items() if parts} == {}
    # The same words as another paper heard them, which the race tells as a dispute.
    assert [number for number, parts in spoken.items() if not set(parts) <= said] == [27]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_shipped_story_tells_of_shipped_races_in_the_order_of_their_days(path: Path) -> None:
    story, problems = read_story(path)
    assert [str(problem) for problem in problems] == []
    library = Library(shipped_folder())
    days = []
    for part in story.parts:
        race = library.load(part.race).race if isinstance(part, RacePart) else None
        if isinstance(part, Page):
            days.append(part.date)
        elif race is not None and race.date is not None:
            days.append(race.date.isoformat())
    assert [day[:7] for day in days] == sorted(day[:7] for day in days)
    assert all(quote.source in story.sources for part in story.parts if isinstance(part, Page) for quote in part.quotes)
