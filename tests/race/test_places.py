from replay.race.places import nth
from tests.together import together


@together(
    ("place", "want"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (13, "13th"), (21, "21st")),
        *((22, "22nd"), (101, "101st"), (111, "111th"), (1213, "1,213th"), (1223, "1,223rd")),
    ],
)
def test_a_place_has_its_ending(place: int, want: str) -> None:
    assert nth(place) == want
