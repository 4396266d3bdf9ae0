"""Classes of those on wheels."""

from replay.files.table.wording.wheels import on_wheels
from tests.files.table.test_reader import reading
from tests.together import together


@together("category", ["Wheelchair", "Elite Wheelchair Men", "車いす", "車椅子男子", "T54", "Rollstuhl", "Handbike"])
def test_a_class_says_that_it_is_on_wheels(category: str) -> None:
    assert on_wheels(category)


@together("category", ["", "M35", "Women Open", "U23"])
def test_others_are_on_foot(category: str) -> None:
    assert not on_wheels(category)


def test_nothing_is_said_of_humans_where_a_wheelchair_is_quicker() -> None:
    rows = "name,category,time\nAda,{},1:17:02\nBea,Women,2:25:10\n"
    told = [[str(one) for one in reading(rows.format(of), distance=42195.0).problems] for of in ("車いす", "Women")]
    assert not any("human" in text for text in told[0])
    assert any("human" in text for text in told[1])
