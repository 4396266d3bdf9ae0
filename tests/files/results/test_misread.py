"""Digits that a scanner took for letters."""

from replay.files.results.misread import corrected


def test_times_and_the_first_place_have_digits_again() -> None:
    lines = ["10 MILES", "l  J. Smith  48.22", "2  P. Orr  48.5l", "3  R. Io  49.O6", "4  T. Webb  49.30"]
    made, changed = corrected(lines)
    assert made == ["10 MILES", "1  J. Smith  48.22", "2  P. Orr  48.51", "3  R. Io  49.06", "4  T. Webb  49.30"]
    assert changed == [2, 3, 4]


def test_words_and_texts_without_other_times_stay() -> None:
    lines = ["l  Olson  B.SS", "2  Isol  SOS.OS", "3  Lee  O1.ll"]
    assert corrected(lines) == (lines, [])
    timed = ["1 Al 48.22", "2 Bo 48.30", "Club S.Olso Bo.SS l. Ill"]
    assert corrected(timed) == (timed, [])
