"""What is heaped on a letter is bounded, and no language loses anything by it."""

from hypothesis import given
from hypothesis import strategies as st

from replay.files.cleaning import LONGEST, clean_text, shortened
from tests.together import together

MARKS = "\u0301\u0336\u0489\u0f71\u20dd\u064b\ufe0f\u200d\u200c\U000e0101"


@together(
    "name",
    [
        "Åse Brännström",
        "A\u030ase Nguye\u0302\u0303n",  # taken apart, as macOS writes names
        "שָׁלוֹם",
        "བསྒྲུབས",
        "कार्तिक्य",
        "ธีรศักดิ์",
        "مُحَمَّدٌ",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
        "\u2764\ufe0f\u200d\U0001f525",
    ],
)
def test_names_of_every_language_stay_as_they_are(name: str) -> None:
    assert clean_text(name) == name


@given(st.text("aé " + MARKS, max_size=60), st.sampled_from(MARKS), st.integers(10, 2000))
def test_a_flood_becomes_a_few(text: str, mark: str, count: int) -> None:
    found = clean_text(f"{text}Z{mark * count}")
    heaped = most = 0
    for char in found:
        heaped = heaped + 1 if char in MARKS else 0
        most = max(most, heaped)
    assert most <= 4
    assert found.rstrip(MARKS).endswith("Z")
    assert clean_text(found) == found


def test_very_long_cells_lose_their_ends_and_others_nothing() -> None:
    just, more = "é" * LONGEST, "x" * (LONGEST + 1)
    assert shortened([just, "A", more]) == [just, "A", "x" * (LONGEST - 1) + "…"]
