"""What can be changed of how a file was understood."""

from pathlib import Path

import pytest

from replay.files.formats import FORMATS, read_source
from replay.files.said import KINDS, flags, said
from replay.files.settings import Setting, changed, settings, stepped
from replay.files.source import Choices, Reading, Source

TABLE = "Name;Zeit;400 m;800 m\nAda;4:02,1;1:04,0;2:09,0\nBea;4:03,2;1:04,5;2:09,9\n"


def read(text: str, choices: Choices | None = None, name: str = "mile.csv") -> Reading:
    return read_source(Source(text.encode(), Path(name)), choices or Choices())


def found(reading: Reading, title: str, choices: Choices | None = None) -> Setting:
    return next(setting for setting in settings(reading, choices or Choices()) if setting.title == title)


def test_the_race_comes_first_and_each_column_after_it() -> None:
    titles = [setting.title for setting in settings(read(TABLE), Choices())]
    assert titles == [
        *("distance", "track", "title", "times", "delimiter", "encoding"),
        *("Name", "Zeit", "400 m", "800 m"),
    ]


def test_a_setting_says_its_value_and_who_says_so() -> None:
    reading = read(TABLE)
    far = found(reading, "distance")
    assert (far.value, far.why, far.chosen) == ("1609.344 m", "the file's name 'mile'", False)
    column = found(reading, "400 m")
    assert (column.value, column.example) == ("split at 400 m", "1:04,0")
    encoding = found(reading, "encoding")
    assert (encoding.value, encoding.why) == ("utf-8", "")
    old = read_source(Source(TABLE.replace("Name", "Läufer").encode("cp1252"), Path("mile.csv")), Choices())
    assert (found(old, "encoding").value, found(old, "encoding").why) == ("cp1252", "by its letters")


def test_a_change_is_read_again_and_can_be_taken_back() -> None:
    reading = read(TABLE)
    choices = changed(Choices(), found(reading, "distance"), "1500")
    again = found(read(TABLE, choices), "distance", choices)
    assert (again.value, again.why, again.chosen) == ("1500 m", "you say so", True)
    assert changed(choices, again, "") == Choices()


def test_the_distance_goes_to_the_next_that_is_run() -> None:
    reading = read(TABLE)
    assert stepped(found(reading, "distance"), 1) == "2000"
    assert stepped(found(reading, "distance"), -1) == "1500"


def test_words_go_round() -> None:
    times = found(read(TABLE), "times")
    assert (times.value, stepped(times, 1), stepped(times, -1)) == ("cumulative", "laps", "laps")
    delimiter = found(read(TABLE), "delimiter")
    assert (stepped(delimiter, 1), stepped(delimiter, -1)) == ("tab", ",")


@pytest.mark.parametrize("title", ["Zeit", "400 m"])
def test_every_option_of_a_column_can_be_said(title: str) -> None:
    column = found(read(TABLE), title)
    for option in column.options:
        choices = changed(Choices(), column, option)
        taken = next(taken for taken in read(TABLE, choices).understood.columns if taken.title == title)
        # What cannot be is not read, and says why.
        assert (taken.meaning or "not read").startswith(option.partition(" ")[0]) or taken.why not in {"", "--column"}


def test_a_column_may_be_a_point_of_the_race_and_nothing_that_is_none() -> None:
    column = found(read(TABLE), "800 m")
    assert changed(Choices(), column, "5 km").columns == {"800 m": "5 km"}
    with pytest.raises(ValueError, match="a point such as 5 km"):
        changed(Choices(), column, "whatever it is")


def test_a_race_of_several_can_be_changed() -> None:
    text = "event,name,time\n800m,Ada,2:02\n800m,Bea,2:03\n1500m,Cyd,4:10\n1500m,Dea,4:11\n800m,Eve,2:09\n"
    reading = read(text, name="meet.csv")
    part = found(reading, "part")
    assert part.options == ("800m", "1500m")
    other = read(text, changed(Choices(), part, "1500m"), "meet.csv").race
    assert other is not None
    assert [entry.name for entry in other.entries] == ["Cyd", "Dea"]


def test_every_format_takes_only_what_can_be_said() -> None:
    assert {kind for form in FORMATS for kind in form.takes} == set(KINDS)


def test_a_race_may_be_of_hours() -> None:
    reading = read("name,km\nAda,61.2\nBea,58.4\n")
    choices = said(Choices(), "distance", "6h")
    again = found(read("name,km\nAda,61.2\nBea,58.4\n", choices), "distance", choices)
    assert (again.value, again.chosen) == ("6 h", True)
    assert (stepped(again, 1), stepped(again, -1)) == ("60", "100km")
    assert list(flags(choices)) == ["--distance", "6h"]
    assert said(choices, "distance", "") == Choices()
    assert reading.race is None or reading.race.duration is None


def test_the_distance_goes_on_from_what_was_said_before_the_file_was_read_again() -> None:
    far = found(read(TABLE), "distance")._replace(value="half")
    assert (stepped(far, 1), stepped(far, -1)) == ("25km", "15km")


def test_every_meaning_of_a_column_is_met_one_after_the_other_whatever_comes_of_it() -> None:
    choices, met = Choices(), []
    column = found(read(TABLE), "800 m")
    for _ in column.options:
        met.append(stepped(column, 1))
        choices = changed(choices, column, met[-1])
        column = found(read(TABLE, choices), "800 m", choices)
    assert sorted(met) == sorted(column.options)


def test_what_the_user_says_is_the_name_is_the_name() -> None:
    text = "Name,Athlete,Time\nA,Ada Alfa,4:02\nB,Bea Beta,4:03\n# event: 1500m\n"
    race = read(text, Choices(distance=1500.0, columns={"Athlete": "name"})).race
    assert race is not None
    assert [entry.name for entry in race.entries][:2] == ["Ada Alfa", "Bea Beta"]
