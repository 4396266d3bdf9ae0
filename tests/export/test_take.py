from replay.export.take import LASTS, Film, usual_rate
from replay.viewing.playback import RATES, ROAD_RATES
from tests.export.taking import take
from tests.together import together


@together(("seconds", "rate"), [(0.0, 1.0), (223.0, 1.0), (LASTS, 1.0), (301.0, 1.5), (1600.0, 6.0)])
def test_a_film_lasts_five_minutes_at_most_where_nobody_says_how_fast(seconds: float, rate: float) -> None:
    assert usual_rate(seconds, RATES) == rate


def test_of_a_very_long_race_the_fastest_speed_is_the_usual_one() -> None:
    assert usual_rate(1e6, ROAD_RATES) == ROAD_RATES[-1]


def test_seconds_of_a_film_and_of_the_race() -> None:
    film = Film(60.0, 120.0, 4.0, 30.0)
    assert film.seconds == 15.0
    assert film.film_time(80.0) == 5.0


def test_a_title_says_what_is_known_of_the_race() -> None:
    assert take().title == "Test"
