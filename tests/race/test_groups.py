from replay.race.groups import Counted, Group, Groups, described
from tests.builders import entry, race
from tests.together import together

FIELD = race(
    entry("A", 300.0, sex="F", nation="KEN", category="W35"),
    entry("B", 301.0, sex="F", nation="GBR"),
    entry("C", 302.0, sex="M", nation="KEN", club="Harriers"),
    entry("D", 303.0, sex="Not specified", nation="-"),
)
GROUPS = Groups(FIELD)
WOMEN, KENYA = Group("sex", "F"), Group("nation", "KEN")


def test_groups_are_counted_by_kind_the_largest_first_and_who_told_nothing_makes_none() -> None:
    assert GROUPS.all == (
        Counted(WOMEN, 2),
        Counted(Group("sex", "M"), 1),
        Counted(Group("category", "W35"), 1),
        Counted(KENYA, 2),
        Counted(Group("nation", "GBR"), 1),
        Counted(Group("club", "Harriers"), 1),
    )


def test_a_group_of_everybody_is_none() -> None:
    alike = Groups(race(entry("A", 1.0, nation="KEN"), entry("B", 2.0, nation="KEN")))
    assert (alike.all, alike.of(0)) == ((), ())


def test_groups_as_large_as_each_other_are_by_name() -> None:
    found = Groups(race(entry("A", 1.0, nation="KEN"), entry("B", 2.0, nation="GBR"))).all
    assert [counted.group.value for counted in found] == ["GBR", "KEN"]


@together(
    ("only", "want"),
    [
        ((), [3, 2, 1, 0]),
        ((WOMEN,), [1, 0]),
        ((WOMEN, KENYA), [0]),
        ((KENYA, Group("nation", "GBR")), [2, 1, 0]),
        ((WOMEN, Group("club", "Harriers")), []),
    ],
)
def test_members_are_in_one_group_of_each_kind_and_in_the_order_given(only: tuple[Group, ...], want: list[int]) -> None:
    assert GROUPS.members(only, [3, 2, 1, 0]) == want


def test_a_runner_is_in_the_groups_that_are_told() -> None:
    assert GROUPS.of(0) == (WOMEN, Group("category", "W35"), KENYA)
    assert GROUPS.of(3) == ()
    assert GROUPS.count(KENYA, [0, 1, 2]) == 2


def test_groups_are_called_what_people_call_them() -> None:
    assert described((KENYA, WOMEN, Group("nation", "GBR"))) == "women, KEN or GBR"
    assert [WOMEN.one, Group("sex", "M").one, KENYA.one] == ["woman", "man", "KEN"]
    assert described(()) == ""
