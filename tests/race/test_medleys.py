"""Where the legs of a medley end, by its name."""

from replay.race.medleys import medley_ends
from tests.together import together


@together(
    ("text", "ends"),
    [
        ("Distance Medley Relay", (1200.0, 1600.0, 2400.0, 4000.0)),
        ("Women DMR", (1200.0, 1600.0, 2400.0, 4000.0)),
        ("Sprint Medley Relay 400-200-200-800", (400.0, 600.0, 800.0, 1600.0)),
        ("Medley relay (100m, 200m, 300m, 400m)", (100.0, 300.0, 600.0, 1000.0)),
        ("Olympische Staffel 800/200/200/400", (800.0, 1000.0, 1200.0, 1600.0)),
        ("Ekiden 42.195 km (5 / 10 / 5 / 10 / 5 / 7.195)", (5e3, 15e3, 20e3, 30e3, 35e3, 42195.0)),
        ("Relay 3-5-7-2025", ()),
        ("4x400m relay", ()),
        ("Relays 400, 400, 400", ()),
        ("Splits at 400-800-1200", ()),
        ("Relay on 12-04-2025", ()),
        ("5000m", ()),
    ],
)
def test_a_relay_s_name_says_how_long_its_legs_are(text: str, ends: tuple[float, ...]) -> None:
    assert medley_ends(text) == ends
