"""Tables with all rounds of an event."""

from tests.files.table.test_reader import reading
from tests.together import together

HEAT = ("Ada", "Bea", "Cia", "Dot")


def listed(rounds: dict[str, tuple[str, ...]]) -> str:
    rows = [
        f"{name},{called},{2 if called.startswith('H') else 1}:5{at}.0"
        for called, names in rounds.items()
        for at, name in enumerate(names)
    ]
    return "\n".join(["Name,Round,Time", *rows, ""])


@together(
    ("rounds", "kept", "told"),
    [
        ({"Heat 1": HEAT, "Final": ("Ada", "Bea")}, ("Ada", "Bea"), "of 2 rounds this is 'Final'"),
        ({"Heats": HEAT, "Semi-final": ("Ada", "Bea")}, HEAT, "of 2 rounds"),
        ({"Heat 1": ("Ada", "Bea"), "Heat 2": ("Cia", "Dot")}, HEAT, "2 heats are one race, as if"),  # nobody is in two
    ],
)
def test_the_final_is_taken_or_the_largest(
    rounds: dict[str, tuple[str, ...]], kept: tuple[str, ...], told: str
) -> None:
    found = reading(listed(rounds), distance=800.0)
    assert found.race is not None
    assert sorted(entry.name for entry in found.race.entries) == sorted(kept)
    assert (told in " ".join(found.understood.assumed)) is True
    gone = sum(map(len, rounds.values())) - len(kept)
    assert sum(one.count for one in found.understood.left_out if one.kind == "rows of other rounds") == gone
    assert found.understood.parts == tuple(rounds)


def test_another_round_may_be_asked_for() -> None:
    found = reading(listed({"Heat 1": HEAT, "Final": ("Ada", "Bea")}), distance=800.0, part="Heat 1")
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == [*HEAT]


def test_one_of_the_heats_may_be_asked_for() -> None:
    found = reading(listed({"Heat 1": ("Ada", "Bea"), "Heat 2": ("Cia", "Dot")}), distance=800.0, part="heat 2")
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == ["Cia", "Dot"]


def test_who_stands_twice_in_a_round_has_a_row_for_each_point() -> None:
    found = reading(
        "Name,Round,Time\nAda,Heat 1,1:50.0\nAda,Heat 1,2:50.0\nAda,Final,1:51.0\nBea,Final,1:52.0\n", distance=800.0
    )
    assert "rounds" not in " ".join(found.understood.assumed)
