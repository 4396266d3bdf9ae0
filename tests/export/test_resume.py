from dataclasses import replace

from replay.export.resume import LISTED, resume_html
from replay.race.sources import Source
from replay.state import timeline_of
from tests.builders import entry, race
from tests.export.taking import take
from tests.miles import MILE


def test_who_did_not_finish_and_who_is_not_known_stand_there_too() -> None:
    text = resume_html(take())
    assert "Abe Alvarado" in text
    assert "<td>Abe Alvarado</td><td>USA</td><td>DNF</td>" in text
    assert "Abel Kipsang" in text


def test_only_what_is_an_address_of_the_web_is_a_link() -> None:
    sources = {
        "a": Source("a", title="A", url="https://a.example/x"),
        "b": Source("b", title="B", url="javascript:x()"),
    }
    text = resume_html(take(timeline=timeline_of(replace(MILE, sources=sources))))
    assert 'href="https://a.example/x"' in text
    assert "javascript:" not in text
    assert "<li>B</li>" in text


def test_of_a_large_field_the_first_are_listed_and_the_others_counted() -> None:
    crowd = race(*(entry(f"Runner {number}", 240.0 + number) for number in range(LISTED + 5)))
    assert "<p>and 5 more</p>" in resume_html(take(timeline=timeline_of(crowd)))
