from replay.race.legs import Leg, is_even, legs_of, running


def test_legs_are_as_long_as_one_another() -> None:
    assert legs_of(["Ada", "Bea"], 1600.0, 4) == (Leg("Ada", 0.0), Leg("Bea", 400.0))
    assert legs_of([], 1600.0, 4) == ()


def test_legs_are_even_where_they_part_the_race_alike() -> None:
    assert is_even(legs_of(["Ada", "Bea"], 1000.0, 2), 1000.0)
    assert not is_even(legs_of(["Ada", "Bea"], 1600.0, 4), 1600.0)
    assert is_even((), 100.0)
    assert [is_even((Leg("Ada", 0.0), Leg("Bea", far)), 1000.0) for far in (499.4, 499.6, 500.4, 500.6)] == [
        False,
        True,
        True,
        False,
    ]


def test_who_hands_over_runs_no_more() -> None:
    legs = legs_of(["Ada", "", "Cia"], 1200.0, 3)
    assert [running(legs, metres) for metres in (0.0, 399.0, 400.0, 800.0, 1200.0)] == ["Ada", "Ada", "", "Cia", "Cia"]
    assert running(legs, None) == running((), 100.0) == ""
