"""The commentary's panel as text."""

from dataclasses import replace

from replay.cells.ink import Ink
from replay.cells.rows import plain, row_width
from replay.commentary import Call, CallKind
from replay.drawing.panels.feed import feed_of, feed_rows
from replay.race.sources import Source
from tests.miles import LOOK, MILE
from tests.together import together


def test_the_feed_shows_the_last_that_was_said_at_the_bottom() -> None:
    said = [Call(0.0, CallKind.GUN, "They are off"), Call(55.91, CallKind.SPLIT, "400 m in 55.91")]
    lines = plain(feed_rows(feed_of(said, 60.0), MILE, LOOK, 40, 4)).splitlines()
    assert lines[2:] == ["  0:00.0 ● They are off", "  0:55.9 · 400 m in 55.91"]


def test_the_result_stays_above_what_is_said_after_it() -> None:
    result = [Call(225.0, CallKind.FINISH, f"Result {line}", pinned=True, form="r") for line in range(3)]
    quotes = [Call(230.0, CallKind.QUOTE, f"Quote {number}", by="Kerr") for number in range(9)]
    lines = plain(feed_rows(feed_of([*result, *quotes], 240.0), MILE, LOOK, 60, 6)).splitlines()
    assert ["Result" in line for line in lines] == [True, True, True, False, False, False]
    assert "Quote 8" in lines[-1]
    # Of a low feed it takes half, and while nobody else speaks nothing is moved.
    assert plain(feed_rows(feed_of([*result, *quotes], 240.0), MILE, LOOK, 60, 2)).count("Result") == 1
    assert plain(feed_rows(feed_of(result, 226.0), MILE, LOOK, 60, 3)).count("Result") == 3
    # What stands above is not said again below it, however much room there is.
    assert plain(feed_rows(feed_of([*result, *quotes], 240.0), MILE, LOOK, 60, 20)).count("Result") == 3


def test_when_all_is_over_nobody_is_said_to_be_still_on_the_way() -> None:
    said = [
        Call(224.0, CallKind.SPLIT, "Kerr leads"),
        Call(225.0, CallKind.FINISH, "Kerr wins", pinned=True),
        Call(240.0, CallKind.SPLIT, "One is still out"),
        Call(250.0, CallKind.FINISH, "Kipsang is second"),
    ]
    for over in (False, True):
        text = plain(feed_rows(feed_of(said, 260.0, over=over), MILE, LOOK, 60, 6))
        assert ("still out" in text) == (not over)
        assert all(words in text for words in ("leads", "wins", "second"))


def test_what_a_report_tells_later_is_below_the_result_in_its_turn_and_is_not_what_stands_out() -> None:
    result = [Call(225.0, CallKind.FINISH, f"Result {line}", pinned=True, form="r") for line in range(2)]
    later = [Call(226.0, CallKind.FINISH, "In they come"), Call(227.0, CallKind.FINISH, "Note", pinned=True)]
    quotes = [Call(230.0, CallKind.QUOTE, f"Quote {number}", by="Kerr") for number in range(9)]
    told = ["Result 0", "Result 1", "In they come", "Note"]
    for said, shown in (([*result, *later], ["", "", "", "", *told]), ([*result, *later, *quotes], told[:2])):
        rows = feed_rows(feed_of(said, 240.0), MILE, LOOK, 60, 8)
        words = [plain([row])[11:].rstrip() for row in rows]
        assert words[: len(shown)] == shown
        assert [
            word for row, word in zip(rows, words, strict=True) if any(ink.bold for text, ink in row if text in word)
        ] == ["Result 0"]


def test_a_note_names_the_report_it_is_from() -> None:
    with_source = replace(MILE, sources={"rw": Source("rw", publisher="Runner’s World")})
    said = [Call(9.0, CallKind.SPLIT, "Kerr is unbeaten", source="rw")]
    assert "Kerr is unbeaten (Runner’s World)" in plain(feed_rows(feed_of(said, 9.0), with_source, LOOK, 80, 1))


def test_a_quote_has_its_speaker_and_source() -> None:
    with_source = replace(MILE, sources={"rw": Source("rw", publisher="Runner’s World")})
    said = [Call(0.0, CallKind.QUOTE, "blindfolded.", by="Jakob Ingebrigtsen", source="rw")]
    assert "“blindfolded.” Jakob Ingebrigtsen, Runner’s World" in plain(
        feed_rows(feed_of(said, 0.0), with_source, LOOK, 80, 2)
    )


def test_a_quote_longer_than_the_feed_begins_at_its_beginning_and_is_read_on() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    said = [Call(10.0, CallKind.QUOTE, words, by="Kerr")]
    assert "word0 " in plain(feed_rows(feed_of(said, 10.0), MILE, LOOK, 40, 3))
    shown = [plain(feed_rows(feed_of(said, t), MILE, LOOK, 40, 3)) for t in range(10, 200, 5)]
    assert all(text.rstrip().endswith("” Kerr") for text in shown)
    assert all("“word0 " in text or "“… word" in text for text in shown)
    for number in range(40):
        assert any(f"word{number}" in text for text in shown)
    assert shown[-1] == shown[0]  # whoever stops to read has its beginning
    assert "word0 " in plain(feed_rows(feed_of(said, 100.0), MILE, LOOK, 40, 1))


def test_a_quote_has_its_whole_room_before_a_result_that_is_on_the_board_too() -> None:
    """It has its beginning and its speaker in any feed, whole where there are rows enough."""
    result = [Call(225.0, CallKind.FINISH, f"Result {line}", pinned=True, form="r") for line in range(3)]
    words = " ".join(f"word{number}" for number in range(12))
    said = [*result, Call(230.0, CallKind.QUOTE, words, by="Kerr")]
    for height in (4, 5, 6, 9):
        text = " ".join(plain(feed_rows(feed_of(said, 290.0), MILE, LOOK, 40, height)).split())
        assert "“word0 " in text
        assert "word11” Kerr" in text
        assert text.count("Result") == min(height - 4, 3)


def test_a_call_at_the_top_has_its_beginning_and_says_that_it_goes_on() -> None:
    said = [
        Call(10.0, CallKind.SPLIT, " ".join(f"word{at}" for at in range(12))),
        Call(20.0, CallKind.LEAD, "Kerr leads"),
    ]
    for height in (2, 3):
        lines = plain(feed_rows(feed_of(said, 20.0), MILE, LOOK, 40, height)).splitlines()
        assert "word0 " in lines[0]
        assert lines[-2].rstrip().endswith(" …")
        assert "Kerr leads" in lines[-1]
    assert "…" not in plain(feed_rows(feed_of(said, 20.0), MILE, LOOK, 40, 6))


def test_the_feed_can_be_read_back() -> None:
    said = [Call(float(number), CallKind.SPLIT, f"call {number}") for number in range(10)]
    assert "call 9" not in plain(feed_rows(feed_of(said, 20.0, 3), MILE, LOOK, 40, 3))
    assert "call 0" in plain(feed_rows(feed_of(said, 20.0, 99), MILE, LOOK, 40, 3))


def inks(said: list[Call], height: int = 6) -> dict[str, Ink]:
    """The ink of each call's words, at the end of all that was said."""
    rows = feed_rows(feed_of(said, said[-1].time), MILE, LOOK, 60, height)
    return {text.strip(): ink for row in rows for text, ink in row[2:] if text.strip()}


def test_the_last_news_is_bold_whatever_is_told_after_it() -> None:
    theme = LOOK.theme
    said = [
        Call(10.0, CallKind.LEAD, "Kerr leads"),
        Call(20.0, CallKind.MOVE, "Nuguse goes past Hocker"),
        Call(25.0, CallKind.SPLIT, "400 m in 55.9"),
        Call(30.0, CallKind.SPLIT, "The record is old", fact=True),
        Call(40.0, CallKind.QUOTE, "It was warm", by="Kerr"),
    ]
    found = inks(said)
    assert [ink.bold for ink in found.values()] == [False, False, True, False, False]
    assert [ink.fg for ink in found.values()] == [theme.muted, theme.text, theme.text, theme.muted, theme.muted]


def test_what_happened_stays_bold_while_it_is_told_how_the_race_stands() -> None:
    theme = LOOK.theme
    said = [
        Call(20.0, CallKind.LEAD, "Kerr leads"),
        Call(22.0, CallKind.SPLIT, "Kerr by a metre", standing=True),
        Call(24.0, CallKind.SPLIT, "Kerr by two metres", standing=True),
        Call(30.0, CallKind.SPLIT, "The record is old", fact=True),
    ]
    found = inks(said)
    assert [ink.bold for ink in found.values()] == [True, False, False, False]
    assert [ink.fg for ink in found.values()] == [theme.text, theme.muted, theme.text, theme.muted]


def test_in_the_last_lap_how_the_race_stands_is_bold_once_what_happened_is_some_seconds_ago() -> None:
    said = [
        Call(12.0, CallKind.PASS, "Kerr goes past Nuguse"),
        Call(20.0, CallKind.SPLIT, "Kerr by a metre", standing=True),
    ]
    assert [ink.bold for ink in inks([*said, Call(26.0, CallKind.SPLIT, "An old record", fact=True)]).values()] == [
        True,
        False,
        False,
    ]
    bell = Call(5.0, CallKind.BELL, "The bell")
    found = inks([bell, *said, Call(26.0, CallKind.SPLIT, "An old record", fact=True)])
    assert [text for text, ink in found.items() if ink.bold] == ["Kerr by a metre"]


def test_what_happened_long_ago_is_no_news() -> None:
    facts = [Call(20.0 + at, CallKind.SPLIT, f"Fact {at}", fact=True) for at in range(8)]
    said = [Call(0.0, CallKind.GUN, "The gun"), *facts]
    assert inks(said[:-1], 9)["The gun"].bold
    assert not any(ink.bold for ink in inks(said, 9).values())
    assert "The gun" not in inks(said, 4)


def test_news_that_stays_in_a_row_is_cut_rather_than_left_out() -> None:
    facts = [Call(20.0 + at, CallKind.SPLIT, f"Fact {at}", fact=True) for at in range(5)]
    said = [Call(10.0, CallKind.LEAD, "The lead falls to Ingebrigtsen, as Sowinski gives way on the bend"), *facts]
    assert next(iter(inks(said, 2))).startswith("The lead falls to Ingebrigtsen")


def test_a_line_that_goes_on_ends_with_a_whole_thing_where_most_of_it_has_room() -> None:
    result = [
        Call(9.0, CallKind.FINISH, "Kerr wins"),
        Call(9.0, CallKind.RECORD, "Olympic record for Kerr: 3:27.65, 0.67 s under Jakob Ingebrigtsen’s 3:28.32"),
    ]
    facts = [Call(20.0 + at, CallKind.SPLIT, f"Fact {at}", fact=True) for at in range(2)]
    assert "Olympic record for Kerr: 3:27.65" in inks([*result, *facts], 4)


def test_the_last_news_stays_above_facts_that_leave_no_room_for_it() -> None:
    facts = [Call(20.0 + at, CallKind.SPLIT, f"Fact {at}", fact=True) for at in range(5)]
    said = [Call(5.0, CallKind.SPLIT, "200 m in 27.9"), Call(10.0, CallKind.LEAD, "Kerr leads"), *facts]
    assert list(inks(said, 6)) == ["Kerr leads", *(f"Fact {at}" for at in range(5))]
    assert list(inks(said, 4)) == ["Kerr leads", "Fact 2", "Fact 3", "Fact 4"]
    assert inks(said, 2)["Kerr leads"].bold
    assert list(inks(said, 1)) == ["Fact 4"]  # half of one row holds nothing


def test_nothing_is_bold_below_a_result_that_stays() -> None:
    said = [
        Call(9.0, CallKind.FINISH, "Third, Hocker"),
        Call(9.0, CallKind.FINISH, "Gold Kerr", pinned=True),
        Call(9.0, CallKind.QUOTE, "It was warm", by="Kerr"),
    ]
    found = inks(said)
    assert [name for name, ink in found.items() if ink.bold or ink.fg == LOOK.theme.text] == ["Gold Kerr"]


def test_a_win_is_as_bold_as_the_lesser_record_that_is_told_after_it() -> None:
    said = [
        Call(8.0, CallKind.MOVE, "Kerr is clear"),
        Call(9.0, CallKind.FINISH, "Kerr wins"),
        Call(9.0, CallKind.RECORD, "A meeting record, too"),
    ]
    assert [name for name, ink in inks(said).items() if ink.bold] == ["Kerr wins", "A meeting record, too"]


def test_a_win_and_its_record_stay_bold_while_others_come_home_and_so_does_the_result_after_them() -> None:
    theme = LOOK.theme
    won = [Call(9.0, CallKind.FINISH, "Kerr wins"), Call(9.0, CallKind.RECORD, "It is a world record")]
    won.append(Call(9.0, CallKind.RECORD, "And a lesser one"))
    home = [Call(10.0 + at, CallKind.FINISH, f"{at} more") for at in range(3)]
    result = [Call(14.0, CallKind.FINISH, words, pinned=True) for words in ("The result", "Kerr led")]
    late = Call(15.0, CallKind.FINISH, "The last is home")
    for height in (4, 9):
        found = inks([*won, *home], height)
        assert [name for name, ink in found.items() if ink.bold] == ["Kerr wins", "It is a world record"]
        assert found["2 more"].fg == theme.text
    for said in ([*won, *home, *result], [*won, *home, *result, late]):
        found = inks(said)
        assert [name for name, ink in found.items() if ink.bold] == ["The result"]
        assert [name for name, ink in found.items() if ink.fg == theme.text] == ["The result", "Kerr led"]
    out = Call(16.0, CallKind.DQ, "Hocker is disqualified")
    found = inks([*won, *home, *result, late, out])
    assert [name for name, ink in found.items() if ink.bold] == ["The result", "Hocker is disqualified"]


def test_a_quote_has_one_mark_at_each_end() -> None:
    for look in (LOOK, replace(LOOK, ascii=True)):
        shown = plain(feed_rows(feed_of([Call(0.0, CallKind.QUOTE, "Warm.", by="Kerr")], 0.0), MILE, look, 60, 1))
        assert sum(shown.count(mark) for mark in '“”❝"') == 2


def test_a_feed_of_any_size_is_as_large_as_its_place() -> None:
    said = [Call(9.0, CallKind.QUOTE, "blindfolded or backwards, " * 9, by="Jakob Ingebrigtsen")]
    for width in range(1, 40):
        for height in range(5):
            rows = feed_rows(feed_of(said, 9.0), MILE, LOOK, width, height)
            assert [row_width(row) for row in rows] == [width] * height


def test_a_time_of_ten_hours_is_whole() -> None:
    said = [Call(43_200.0, CallKind.SPLIT, "Half the time is gone", estimated=True)]
    assert "~12:00:00 · Half the time is gone" in plain(feed_rows(feed_of(said, 43_200.0), MILE, LOOK, 40, 1))


def test_a_quote_is_cut_where_a_sentence_ends_else_where_a_phrase_does() -> None:
    words = "I had no doubts before. The feeling in my body was good, and so was the day. It was a great race to win."
    said = [Call(10.0, CallKind.QUOTE, words, by="Kerr")]
    told = [" ".join(plain(feed_rows(feed_of(said, t), MILE, LOOK, 60, 2)).split()[2:]) for t in range(10, 60)]
    assert told[0] == "“I had no doubts before. The feeling in my body was good, and so was the day. …” Kerr"
    assert set(told[1:]) == {told[0], "“… It was a great race to win.” Kerr"}
    one = " ".join(plain(feed_rows(feed_of(said[:1], 10.0), MILE, LOOK, 48, 1)).split()[2:])
    assert one == "“I had no doubts before. …” Kerr"
    phrase = [Call(10.0, CallKind.QUOTE, "A long day, and a longer night still before the end of it all", by="Kerr")]
    assert "“A long day, …” Kerr" in plain(feed_rows(feed_of(phrase, 10.0), MILE, LOOK, 46, 1))


def test_a_quote_that_has_left_something_out_itself_is_not_marked_there_again() -> None:
    words = "And I said that it was time to go now. … I do not listen to other people, and they may say what they like."
    said = [Call(10.0, CallKind.QUOTE, words, by="Kerr")]
    for width in range(30, 120):
        for t in (10, 20, 30, 40):
            assert "… …" not in " ".join(plain(feed_rows(feed_of(said, t), MILE, LOOK, width, 2)).split())


@together(
    ("text", "first"),
    [
        ("Kerr leads through 1200 m in 2:46.5, the leaders’ last 400 m in 55.8", "Kerr leads through 1200 m in 2:46.5"),
        ("Up goes Keen, now fifth: Strand, Abdilaahi and Birnbaum passed in 150 m", "Up goes Keen, now fifth"),
        (
            "A year ago Coe outkicked Cram for the title (Sports Illustrated)",
            "A year ago Coe outkicked Cram for the title",
        ),
        (
            "They are off: twelve starters, three laps. A balmy night in the town",
            "They are off: twelve starters, three laps",
        ),
        ("Kerr goes past Wightman, Nuguse, Ingebrigtsen and Kipsang", "Kerr goes past Wightman, Nuguse …"),
        (
            "It is over for everybody who is not in the first four of them",
            "It is over for everybody who is not in the …",
        ),
    ],
)
def test_where_there_is_no_room_for_all_of_a_call_it_ends_where_a_thing_is_whole_or_says_that_it_goes_on(
    text: str, first: str
) -> None:
    calls = [Call(1.0, CallKind.SPLIT, text), *(Call(2.0 + at, CallKind.SPLIT, f"Fact {at}") for at in range(2))]
    shown = plain(feed_rows(feed_of(calls, 5.0), MILE, LOOK, 58, 3)).split("\n")
    assert shown[0].partition("· ")[2].rstrip() == first
