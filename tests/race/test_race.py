"""Values of a race."""

from replay.race.race import Evidence


def test_evidence_has_an_order() -> None:
    assert Evidence.MEASURED.weakness < Evidence.REPORTED.weakness < Evidence.ESTIMATED.weakness
