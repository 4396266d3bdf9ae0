"""What is said of every shipped race: where its sources have it, with the times they give, and all that is known."""

import re
from collections.abc import Iterator
from itertools import pairwise

from replay.answers.spoken import told
from replay.cells.rows import plain
from replay.commentary import Call, CallKind
from replay.commentary.calls import Gap, Position
from replay.commentary.leads import STATED
from replay.commentary.observer import Watch
from replay.commentary.observer import told as given_out
from replay.commentary.script import PATIENCE
from replay.commentary.starters import starters_of
from replay.drawing.panels.feed import Feed, feed_rows
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.files.library import shipped_folder
from replay.race.notes import all_notes
from replay.race.order import order_seen_from
from replay.race.race import Evidence, Fact, Race, Status, WhenKind
from replay.race.shortnames import short_names
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from tests.miles import LOOK
from tests.shipped.test_laws import Told, shipped
from tests.together import together

NAMES = sorted(path.stem for path in shipped_folder().glob("*.yaml"))
every_race = together("name", NAMES)

ROUNDED = 5.5
"""Metres within which a distance is the one that is said, to the next ten metres."""
CLOCK = re.compile(r"(?<![\d:~])\d+:\d\d(?::\d\d)?(?:\.\d+)?")
"""A time that is not marked as an estimate."""
FRONT = (CallKind.LEAD, CallKind.PASS)
"""Kinds of calls that say who has come to the front just now."""
WHOLE = re.compile(r"all together|has been dropped|of them within|strung out|at the back|At the back|up the rear")
"""Words that say something of everybody in the race."""


def moves(told: Told) -> Iterator[Call]:
    """Changes of places that a report tells, with how far it was."""
    kinds = (CallKind.LEAD, CallKind.MOVE, CallKind.PASS)
    yield from (c for c in told.own if c.kind in kinds and c.source and " m to go" in c.text)


def stated(race: Race, fact: Fact, who: int) -> tuple[float, float] | None:
    """From where to where a report says that somebody goes to the front, or past others."""
    if fact.leader == who and fact.start is not None:
        return fact.start, fact.start
    if fact.leader == who and fact.at is not None:
        return fact.at - STATED, fact.at
    if fact.runner == who and fact.passes and fact.start is not None and fact.end is not None:
        begins = any(other.leader == who and other.start == fact.end for other in race.facts)
        return (fact.end, fact.end) if begins else (fact.start, fact.end)
    return None


@every_race
def test_a_move_is_told_at_the_distance_that_its_source_gives(name: str) -> None:
    told = shipped(name)
    for call in moves(told):
        far = re.search(r"about (\d+) m to go", call.text)
        assert far is not None, call.text
        run = told.race.distance - float(far[1])
        given = (stated(told.race, fact, call.entries[0]) for fact in told.race.facts if fact.source == call.source)
        assert any(where and where[0] - ROUNDED <= run <= where[1] + ROUNDED for where in given), call.text


@together(
    ("name", "words"),
    [
        ("bowerman-mile-2023", r"Ingebrigtsen .*about 700 m to go"),
        ("bowerman-mile-2024", r"Kerr .*into the lead with about 610 m to go"),
        ("budapest-2023-1500m", r"Ingebrigtsen .*about 1000 m to go"),
        ("budapest-2023-1500m", r"Kerr goes past Ingebrigtsen .*about 200 m to go"),
        ("farah-two-mile-2015", r"Farah .*about 1220 m to go"),
        ("glasgow-2024-3000m", r"Barega .*about 300 m to go"),
        ("glasgow-2024-3000m", r"Kerr .*about 100 m to go"),
        ("ingebrigtsen-two-mile-2023", r"Ingebrigtsen .*about 1000 m to go"),
        ("millrose-2024-two-mile-men", r"Kerr goes past Fisher .*about 300 m to go"),
        ("oregon-2022-1500m", r"Ingebrigtsen .*about 800 m to go"),
        ("oregon-2022-1500m", r"Wightman.* about 200 m to go"),
        ("tokyo-2020-1500m", r"Cheruiyot .*about 1000 m to go"),
    ],
)
def test_the_moves_of_the_reports_are_told_where_the_reports_have_them(name: str, words: str) -> None:
    said = [call.text for call in shipped(name).own if call.kind in (CallKind.LEAD, CallKind.MOVE, CallKind.PASS)]
    assert [text for text in said if re.search(words, text)], said


@every_race
def test_a_time_without_a_mark_is_one_that_the_file_gives(name: str) -> None:
    told = shipped(name)
    race = told.race
    given = {record.time.text for record in race.records}
    given |= {time.text for fact in race.facts for time in (fact.leader_time, fact.took) if time is not None}
    for entry in race.entries:
        times = (*(split.time for split in entry.splits), entry.result, entry.pb, entry.sb)
        given |= {time.text for time in times if time is not None}
    given |= {found for _, note in all_notes(race) for found in CLOCK.findall(note.text)}
    for call in told.own:
        # An even pace, and the clock itself, are what they are.
        if not call.form.startswith(("even/", "rate", "landmark", "against the clock/", "countdown late/")):
            assert set(CLOCK.findall(call.text)) <= given, call.text


@every_race
def test_a_lap_that_was_subtracted_carries_nobodys_name(name: str) -> None:
    for call in shipped(name).own:
        if call.form and re.search(r" last [\w -]+ in \d", call.text):
            assert call.source is None, call.text


@every_race
def test_nothing_that_rounds_to_nothing_is_a_gap(name: str) -> None:
    for call in shipped(name).own:
        assert not re.search(r"(?<![\d.])0(\.0)? (s|m)\b", call.text), call.text


@every_race
def test_of_the_whole_field_only_that_is_said_which_is_known_whole(name: str) -> None:
    told = shipped(name)
    starters = starters_of(told.race)
    if starters is None or starters.least:
        assert not [call.text for call in told.own if call.form and WHOLE.search(call.text)]


@every_race
def test_every_note_and_record_of_the_file_and_every_best_is_spoken(name: str) -> None:
    told = shipped(name)
    texts = {call.text for call in told.calls}
    assert [note.text for _, note in all_notes(told.race) if note.text not in texts] == []
    spoken = " ".join(texts)
    assert [r.label for r in told.race.records if r.holder and r.time.text not in spoken] == []
    bests = [time.text for entry in told.race.entries for time in (entry.pb, entry.sb) if time is not None]
    assert [text for text in bests if text not in spoken] == []


@every_race
def test_everybody_who_came_home_in_a_known_place_is_told_and_nobody_before_he_is_home(name: str) -> None:
    told = shipped(name)
    names = short_names(told.race.entries)
    finishes = [
        call
        for call in told.own
        if call.kind in (CallKind.FINISH, CallKind.RECORD)
        and (not call.pinned or call.form.startswith("home first"))  # of one alone that is the result
    ]
    for index, entry in enumerate(told.race.entries):
        if entry.competes and entry.status is Status.FINISHED and entry.place is not None:
            mine = [call.time for call in finishes if names[index] in call.text]
            assert mine, entry.name
            assert entry.result is not None or min(mine) >= told.timeline.home(index) - 1e-9


@every_race
def test_a_known_time_on_the_way_is_spoken_where_few_are_known(name: str) -> None:
    told = shipped(name)
    text = " ".join(call.text for call in told.calls)
    for index, entry in enumerate(told.race.entries):
        for split in entry.splits:
            known = split.margin is None and split.time.evidence is not Evidence.ESTIMATED and not split.time.doubtful
            beside = [
                s for s in entry.splits if s is not split and s.margin is None and abs(s.distance - split.distance) < 50
            ]
            if known and split.time.text and not beside and told.race.documented != "full":
                there = [
                    e
                    for e in told.race.entries
                    if any(abs(s.distance - split.distance) < 0.5 and s.margin is None for s in e.splits)
                ]
                assert len(there) > 3 or split.time.text in text, (entry.name, split.distance, index)


@every_race
def test_a_time_on_the_way_is_told_when_it_is_run(name: str) -> None:
    """Who has just passed a mark in a known time is told at once, and not in the next silence."""
    told = shipped(name)
    names = short_names(told.race.entries)
    for index, entry in enumerate(told.race.entries):
        for split in entry.splits:
            if not given_out(split) or len(split.time.text) < len("1:59.9"):
                continue
            named = (c for c in told.own if split.time.text in c.text and names[index] in c.text)
            first = next((call.time for call in named if call.time > split.time.seconds - 1.0), None)
            assert first is None or first <= split.time.seconds + 1.0, (entry.name, split.distance, first)


@every_race
def test_the_home_straight_always_has_a_line_of_who_leads_and_by_how_much(name: str) -> None:
    """Or that the lead has just been taken."""
    told = shipped(name)
    track, watch = told.timeline.track, Watch(told.timeline)
    if track.by_kilometres or watch.alone:
        return
    straight = track.home_straight if track.home_straight > 60 else 100.0
    begins = watch.reached(told.race.distance - straight)
    assert begins is not None
    steps = int((watch.winner_time - begins - 1.5) * 4)
    for t in (begins + 1.5 + step / 4 for step in range(steps)):
        running = watch.board(t).running
        if len(running) > 1:
            mine = (c for c in reversed(told.calls) if c.time <= t and Position(running[0].entry, 1) in c.claims)
            said = [c.time for c in mine if c.kind in FRONT or any(isinstance(claim, Gap) for claim in c.claims)]
            assert said, t
            assert t - said[0] <= 8.0, (t, said)


@every_race
def test_the_words_have_no_other_clock_than_their_stamp(name: str) -> None:
    """`~2:47.7` is not said to be ~2:47.8: what is now is cut as the clock is."""
    for call in shipped(name).own:
        if call.form.startswith(("bell/", "roadside/", "landmark")):
            for time in re.findall(r"~(\d+:\d\d(?:\.\d)?)", call.text.split(" would be ")[0]):
                assert call.clock.removeprefix("~").startswith(time), (call.clock, call.text)


@every_race
def test_what_is_at_stake_is_told_early(name: str) -> None:
    told = shipped(name)
    before = {note.text for _, note in all_notes(told.race) if note.show.kind is WhenKind.BEFORE}
    # Where nothing is known of the way they are what there is to tell, nearly to its end.
    share = 0.62 if Watch(told.timeline).told else 0.91
    for call in told.calls:
        if call.text in before:
            assert told.timeline.top(call.time, 1).leader_distance <= share * told.race.distance, call.text


@every_race
def test_times_that_reports_give_of_a_leader_are_spoken(name: str) -> None:
    told = shipped(name)
    spoken = {call.time: call.text for call in told.own if call.kind is CallKind.SPLIT}
    for fact in told.race.facts:
        if fact.leader_time is not None:
            text = spoken[fact.leader_time.seconds]
            assert fact.leader_time.text in text
            assert not fact.runners or " or " in text, "nobody says which of them it was"


@every_race
def test_what_is_told_of_all_of_them_waits_for_the_last(name: str) -> None:
    told = shipped(name)
    whole = {note.text for note in told.race.notes if note.runner is None and note.show.kind is WhenKind.AFTER}
    assert all(call.time == told.end for call in told.own if call.text in whole)


@every_race
def test_records_are_those_of_the_day(name: str) -> None:
    race = shipped(name).race
    for record in race.records:
        assert race.date is not None
        assert record.date[:10] < race.date.isoformat(), record.label


@together(
    ("name", "time"),
    [
        ("millrose-2024-two-mile-women", "8:58.58"),
        ("monaco-2023-mile-women", "4:16.71"),
        ("monaco-2023-mile-women", "4:18.24"),
        ("bowerman-mile-2023", "3:49.29"),
        ("paris-2024-1500m", "3:29.02"),
    ],
)
def test_records_that_were_missed_are_told(name: str, time: str) -> None:
    assert [call.text for call in shipped(name).own if time in call.text]


@together(
    ("name", "words"),
    [
        ("millrose-2024-two-mile-men", "4:03.63 and 3:57.04"),
        ("millrose-2024-two-mile-men", "sat beside Fisher"),
        ("millrose-2024-two-mile-women", "left the outer lane"),
        ("millrose-2024-two-mile-women", "indoors and out"),
        ("san-diego-half-2023", "falls by some 218 m and is not certified"),
        ("san-diego-half-2023", "second attempt"),
        ("bowerman-mile-2024", "last 400 m took 53.2"),
        ("bowerman-mile-2024", "personal best by 3.53 s"),
        ("bowerman-mile-2024", "sixth-fastest man of all time"),
        ("bowerman-mile-2024", "1.52 s after Nuguse"),
        ("bowerman-mile-2024", "under 3:49"),
        ("bowerman-mile-2024", "the very time of Yared Nuguse’s world lead"),
        ("bowerman-mile-2024", "the big three are out ahead"),
        ("bowerman-mile-2024", "Mile of the Century"),
        ("bowerman-mile-2024", "kicker"),
        ("bowerman-mile-2024", "front runner"),
        ("bowerman-mile-2024", "first race since an Achilles injury"),
        ("bowerman-mile-2024", "At least 13 starters"),
        ("glasgow-2024-3000m", "4:14.24"),
        ("glasgow-2024-3000m", "52.64, the last 200 m 25.19"),
        ("cram-mile-1985", "56.01"),
        ("cram-mile-1985", "1:53.82"),
        ("cram-mile-1985", "2:53.14"),
        ("el-guerrouj-mile-1999", "55.07"),
        ("el-guerrouj-mile-1999", "1:51.58"),
        ("el-guerrouj-mile-1999", "2:47.91"),
        ("farah-two-mile-2015", "59.3"),
        ("tokyo-2020-1500m", "1:49.9"),
    ],
)
def test_what_the_reports_are_remembered_for_is_spoken(name: str, words: str) -> None:
    assert [call.text for call in shipped(name).own if words in call.text]


@every_race
def test_the_board_says_that_the_order_is_not_known_where_it_is_not(name: str) -> None:
    told = shipped(name)
    known_from = order_seen_from(told.race)
    picture = picture_of(told.timeline, look_of(DARK), told.calls)
    begins = min((t for t in told.timeline.motion.times_at(known_from) if t == t), default=0.0)
    if known_from and sum(entry.competes for entry in told.race.entries) > 1:
        assert "order not known" in plain(frame(picture, View(), begins / 2, Size(120, 40)).rows)
    assert "order not known" not in plain(frame(picture, View(), begins + 1, Size(120, 40)).rows)


@every_race
def test_facts_wait_where_long_nothing_was_told_of_the_race_itself(name: str) -> None:
    """On a track a line of the race, and not of its records, is seldom old once the order is known."""
    told = shipped(name)
    timeline = told.timeline
    if timeline.track.by_kilometres:
        return
    start = max(timeline.order_since, 20.0)
    times = [call.time for call in told.calls if call.of_race]
    over = timeline.winner_time or timeline.duration
    waits = [(b - max(a, start), a) for a, b in pairwise([*times, over]) if start < b <= over]
    assert max(waits)[0] <= 2 * PATIENCE, max(waits)
    long = sum(wait - 20 for wait, _ in waits if wait > 20)
    assert long <= 0.15 * over, long


@every_race
def test_calls_prints_each_line_with_the_clock_that_the_feed_has(name: str) -> None:
    race = shipped(name).race
    for call in shipped(name).calls:
        clock, words = told(call, race)
        row = plain(feed_rows(Feed([call], 0), race, LOOK, 2000, 1)).strip()
        assert row.split(" ", 1)[0] == clock
        said = call.text.strip("“”")
        assert said in row
        assert said in words
