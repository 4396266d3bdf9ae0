"""The commentary of every shipped race that can be read."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from replay.commentary import Call, CallKind, call_race
from replay.commentary.calls import Gap, Position
from replay.files.formats import read_race
from replay.race.notes import notes_before
from replay.race.race import Race
from replay.state.timeline import Timeline
from tests.places import RACES

FILES = sorted(RACES.glob("*.yaml"))


@cache
def told(path: Path) -> tuple[Race, tuple[Call, ...]]:
    race, _ = read_race(path)
    return race, call_race(Timeline(race))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestShipped:
    def test_a_race_has_a_gun_and_a_finish_in_order_of_time(self, path: Path) -> None:
        _, calls = told(path)
        kinds = [call.kind for call in calls]
        assert kinds.count(CallKind.GUN) == 1
        assert CallKind.FINISH in kinds
        times = [call.time for call in calls]
        assert times == sorted(times)

    def test_every_text_is_one_clean_line_that_is_not_said_twice(self, path: Path) -> None:
        _, calls = told(path)
        texts = [call.text for call in calls]
        assert all(text.strip() == text != "" for text in texts)
        assert not [text for text in texts for char in text if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")]
        assert len(set(texts)) == len(texts)

    def test_our_own_lines_are_short_and_few(self, path: Path) -> None:
        _, calls = told(path)
        own = [call for call in calls if call.kind is not CallKind.QUOTE]
        assert max(len(call.text) for call in own) <= 125
        assert len(own) <= 100

    def test_every_quote_is_told_as_it_was_said(self, path: Path) -> None:
        race, calls = told(path)
        quotes = [(call.text, call.by) for call in calls if call.kind is CallKind.QUOTE]
        assert sorted(quotes) == sorted((quote.text, quote.by) for quote in race.quotes)

    def test_nobody_is_home_before_the_time_on_the_list(self, path: Path) -> None:
        race, calls = told(path)
        for call in calls:
            if call.kind in (CallKind.FINISH, CallKind.RECORD):
                results = [race.entries[e].result for e in call.entries]
                assert all(result is not None and result.seconds <= call.time + 1e-9 for result in results)

    def test_what_was_known_before_is_a_fact_and_what_happens_is_not(self, path: Path) -> None:
        race, calls = told(path)
        known = {note.text for _, note in notes_before(race)}
        assert all(call.fact for call in calls if call.text in known)
        assert {call.kind for call in calls if call.fact} <= {CallKind.SPLIT}
        assert not [call for call in calls if call.fact and any(isinstance(claim, Gap) for claim in call.claims)]
        placed = [call for call in calls if call.form.startswith("placed")]
        assert all(
            call.news is (claim.place <= 3) for call in placed for claim in call.claims if isinstance(claim, Position)
        )
