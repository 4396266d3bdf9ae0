"""Races that are not on foot alone."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.said import said
from replay.files.source import Choices, Source
from replay.files.table.kinds.sports import pool_of
from replay.race.race import Status, Surface
from tests.together import together

TABLE = """\
Participant,Swim 1.5km,T1,Bike 40km,T2,Run 10km,Total
Ada Alfa,0:20:10,0:01:02,1:05:30,0:00:50,0:36:20,2:03:52
Bea Beta,0:21:30,0:01:10,1:06:10,0:00:58,0:37:00,2:06:48
"""
SOURCE = Source(TABLE.encode(), Path("triathlon.csv"))


def test_a_triathlon_is_refused_with_the_way_to_its_run() -> None:
    problem = read_source(SOURCE, said(Choices(), "distance", "51.5km")).problems[-1]
    assert "'Swim 1.5km', 'Bike 40km'" in problem.message
    assert '--column "Run 10km=result"' in problem.hint


def test_its_run_alone_is_read() -> None:
    choices = said(said(Choices(), "distance", "10km"), "column", "result", "Run 10km")
    found = read_source(SOURCE, said(choices, "column", "ignored", "Total"))
    race = found.race
    assert race is not None
    no_run = [column.title for column in found.understood.columns if column.why == "it is no run"]
    assert no_run == ["Swim 1.5km", "T1", "Bike 40km", "T2"]
    assert [(entry.name, entry.result and entry.result.seconds, entry.splits) for entry in race.entries] == [
        ("Ada Alfa", 2180.0, ()),
        ("Bea Beta", 2220.0, ()),
    ]


def test_a_run_beside_no_other_sport_is_read_as_it_is() -> None:
    text = "Participant,T1,Run 10km\nAda Alfa,0:01:02,0:36:20\nBea Beta,0:01:10,0:37:00\n"
    found = read_source(Source(text.encode(), Path("run.csv")), said(Choices(), "distance", "10km"))
    assert found.race is not None
    assert [entry.result and entry.result.seconds for entry in found.race.entries] == [2180.0, 2220.0]


def test_a_triathlon_of_a_language_that_parts_no_words_is_refused_by_its_own_headings() -> None:
    text = (
        "順位\t氏名\t№\t総合記録\tスイム\tバイクラップ\tラン\n"
        "1\t甲 一郎\t328\t2:13:16\t0:26:39\t1:04:19\t0:42:18\n"
        "2\t乙 二郎\t359\t2:24:25\t0:27:57\t1:09:48\t0:46:40\n"
        "3\t丙 三郎\t342\t2:29:34\t0:36:35\t1:06:12\t0:46:47\n"
    )
    source = Source(text.encode(), Path("od.tsv"))
    found = read_source(source, said(Choices(), "distance", "51.5km"))
    assert found.race is None  # nor is it taken for cells below one another
    assert "'スイム', 'バイクラップ'" in found.problems[-1].message
    assert '--column "ラン=result" --column "総合記録=ignored"' in found.problems[-1].hint


def test_the_places_of_the_whole_are_no_places_in_its_run_and_say_who_did_not_finish() -> None:
    text = "Rank,Name,Swim,Run,Total\nOPEN,Cy,0:21,0:47:41,2:31\n1,Ada,0:23,0:48:17,2:33\n"
    text += "2,Bo,0:29,0:48:14,2:45\nDNF,Di,0:42,,\n"
    choices = said(said(Choices(), "distance", "10km"), "column", "result", "Run")
    race = read_source(Source(text.encode(), Path("t.csv")), said(choices, "column", "ignored", "Total")).race
    assert race is not None
    assert [(entry.name, entry.place, entry.status) for entry in race.entries] == [
        ("Cy", None, Status.FINISHED),
        ("Ada", None, Status.FINISHED),
        ("Bo", None, Status.FINISHED),
        ("Di", None, Status.DNF),
    ]


EVENTS = "Name,100m,LJ,SP,400m,Total\nAda,11.20,7.01,14.20,48.90,4100\nBea,11.30,7.02,14.21,49.90,4000\n"


def test_a_combined_event_is_refused_with_the_way_to_a_run_of_it_and_no_other() -> None:
    source = Source(EVENTS.encode(), Path("decathlon.csv"))
    problem = read_source(source, Choices()).problems[-1]
    assert problem.message == "a competition with 'LJ', 'SP' is several events, and no race"
    assert '--column "400m=result"' in problem.hint
    found = read_source(source, said(said(Choices(), "distance", "400m"), "column", "result", "400m"))
    assert found.race is not None
    assert [entry.result and entry.result.seconds for entry in found.race.entries] == [48.9, 49.9]
    bare = Source(EVENTS.replace("100m", "a").replace("400m", "b").encode(), Path("decathlon.csv"))
    assert '--column "1500m=result"' in read_source(bare, Choices()).problems[-1].hint
    one = Source(EVENTS.replace("SP", "Notes").encode(), Path("a.csv"))
    assert "several events" not in str(read_source(one, said(Choices(), "distance", "400m")).problems)


def test_who_did_not_finish_is_told_by_the_whole_that_is_ignored() -> None:
    text = f"{TABLE}Cia Gamma,0:22:10,0:01:12,1:07:00,,,DNF\n"
    choices = said(said(Choices(), "distance", "10km"), "column", "result", "Run 10km")
    source = Source(text.encode(), Path("triathlon.csv"))
    race = read_source(source, said(choices, "column", "ignored", "Total")).race
    assert race is not None
    assert [(entry.name, entry.status) for entry in race.entries][-1] == ("Cia Gamma", Status.DNF)


@together(
    ("said", "lap"),
    [
        ("100 freestyle SCM", 25.0),
        ("100 Freestyle (scy)", 22.86),
        ("LCM 200 m backstroke", 50.0),
        ("200 m backstroke, 33 m pool", 33.0),
        ("200 m backstroke", 50.0),
        ("200 m hurdles, LCM", None),
    ],
)
def test_how_long_a_pool_is_says_its_name_or_how_far_was_swum(said: str, lap: float | None) -> None:
    course = pool_of([said], [50.0, 100.0, 200.0])
    assert (course and course.lap) == lap


@together(
    ("head", "surface"),
    [("Swimmer", Surface.POOL), ("Schwimmerin", Surface.POOL), ("Nageur", Surface.POOL), ("Runner", Surface.OUTDOOR)],
)
def test_who_swims_is_named_so_and_no_word_of_the_event_is_needed(head: str, surface: Surface) -> None:
    text = f"{head},50,100,150,200\nAda,31.20,1:04.90,1:39.11,2:12.40\nBea,31.90,1:06.02,1:41.05,2:15.88\n"
    race = read_source(Source(text.encode(), Path("e.csv")), Choices()).race
    assert race is not None
    assert race.course.surface is surface
