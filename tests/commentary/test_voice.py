"""How things are said: numbers, lists, distances, and the choice among ways to say one thing."""

from replay.commentary.voice import Voice, about, lap_clock, laps_in_words, listed, metres, number, ordinal
from replay.race.race import Evidence, Time
from replay.race.times import format_time
from tests.together import together


@together(
    ("distance", "words"),
    [
        (1609.344, "four laps and nine metres"),
        (1500, "three and three-quarter laps"),
        (5000, "twelve and a half laps"),
        (400, "one lap"),
        (800, "two laps"),
        (10000, "25 laps"),
        (100, "100 m"),
    ],
)
def test_a_distance_is_told_in_laps(distance: float, words: str) -> None:
    assert laps_in_words(distance, 400) == words


def test_numbers_are_said_as_people_say_them() -> None:
    assert [number(count) for count in (3, 13, 48_000)] == ["three", "13", "48,000"]
    assert [ordinal(n) for n in (1, 12, 13, 21, 22, 111)] == ["first", "twelfth", "13th", "21st", "22nd", "111th"]
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B", "C", "D"], 3) == "A, B and two more"
    assert [metres(609.344), metres(1316, near=True), metres(7195)] == ["609 m", "1320 m", "7.2 km"]
    assert about(172.04) == "~2:52.0"


def test_a_voice_does_not_repeat_itself_while_it_has_other_words() -> None:
    voice, said = Voice("race"), []
    for time in (0.0, 10.0, 20.0, 30.0, 90.0):
        said.append((voice.put(time, lambda voice: voice.say("x", "one", "two", "three")), voice.fresh))
        voice.keep()
    assert {text for text, _ in said[:3]} == {"One", "Two", "Three"}
    # The words were used, whether their construction is a minute old or not.
    assert [fresh for _, fresh in said] == [True, True, True, False, False]


def test_a_lap_is_rounded_as_the_board_rounds_it() -> None:
    """Rudisha's second lap was 52.4 on the board and 52.5 in words: 1:42.15 less 49.7."""
    half = Time(49.7, Evidence.MEASURED, "49.7")
    for hundredths in range(9000, 10960):
        end = Time(hundredths / 100, Evidence.MEASURED, f"{hundredths / 100:.2f}")
        assert lap_clock(half, end) == format_time(round(end.seconds - half.seconds, 9), 1)
