from replay.race.places import nth
from tests.together import together


@together(
    ("place", "want"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (22, "22nd"), (1213, "1,213th")],
)
def test_a_place_has_its_ending(place: int, want: str) -> None:
    assert nth(place) == want
