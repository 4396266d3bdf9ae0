"""The score between two over some races."""

from replay.race.headtohead import head_to_head
from replay.race.race import Entry, Race, Role, Status
from tests.builders import entry, race
from tests.together import together


def met(ann: Entry, bea: Entry) -> Race:
    return race(ann, bea, entry("Cyd", 250.0, place=3))


def first(**more: object) -> Entry:
    return entry("Ann Alba Ash", **{"result": 240.0, "place": 1, **more})  # type: ignore[arg-type]


def second(**more: object) -> Entry:
    return entry("Bea Brit Beech", **{"result": 241.0, "place": 2, **more})  # type: ignore[arg-type]


@together(
    ("ann", "bea", "score"),
    [
        (first(), second(), (1, 0)),
        (first(result=242.0), second(), (0, 1)),  # whose time was better, whatever the places
        (first(result=241.0), second(), (1, 0)),  # the same time: by place
        (first(result=241.0, place=3), second(), (0, 1)),
        (first(result=241.0, place=2), second(), (0, 0)),  # nobody was ahead
        (first(result=241.0, place=None), second(), (0, 1)),  # only one of them has a place
        (first(), second(result=None, status=Status.DNF), (0, 0)),
        (first(), second(status=Status.DQ), (0, 0)),
        (first(result=None, status=Status.FINISHED), second(), (0, 0)),
        (first(role=Role.GUEST), second(), (0, 0)),
    ],
)
def test_who_finished_before_whom_counts(ann: Entry, bea: Entry, score: tuple[int, int]) -> None:
    found = head_to_head("Ann Alba Ash", "Bea Brit Beech", [met(ann, bea)])
    assert (found.wins, found.losses) == score
    turned = head_to_head("Bea Brit Beech", "Ann Alba Ash", [met(ann, bea)])
    assert (turned.losses, turned.wins) == score


def test_it_adds_up_the_races_that_both_were_in_and_names_them_by_their_last_names() -> None:
    races = [met(first(), second()), met(first(result=245.0), second()), met(first(), second()), race(first())]
    assert str(head_to_head("Ann Alba Ash", "Bea Brit Beech", races)) == "Ash 2, Beech 1"
