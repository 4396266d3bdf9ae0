"""What lists of one name are called."""

from replay.files.table.containers.parts import Named, called_apart
from tests.together import together


def named(name: str, *within: str, holder: str = "", **said: str) -> Named:
    return Named(name, within, {key.replace("_", " "): text for key, text in said.items()}, holder)


@together(
    ("lists", "called"),
    [
        ([named("men", "Open"), named("women", "Open")], ["men", "women"]),
        # By what they are within, which is theirs alone.
        ([named("results", "Open", "Mile"), named("results", "Open", "5000 m")], ["Mile", "5000 m"]),
        ([named("results", "Mile"), named("splits"), named("results", "5000 m")], ["Mile", "splits", "5000 m"]),
        # By their event, their class or their heat.
        ([named("results", event="Mile"), named("results", event="5000 m")], ["Mile", "5000 m"]),
        ([named("results", gender="F"), named("results", gender="M")], ["F", "M"]),
        ([named("results", heat="1"), named("results", heat="2")], ["heat 1", "heat 2"]),
        (
            [named("results", round="Final", heat="1"), named("results", round="Semi", heat="1")],
            ["round Final", "round Semi"],
        ),
        ([named("results", "Mile", heat="1"), named("results", "Mile", heat="2")], ["heat 1", "heat 2"]),
        # By the key of what holds them.
        ([named("results", "Open", holder="mile"), named("results", "Open", holder="5k")], ["mile", "5k"]),
        # By several of these, or by a number.
        (
            [named("runners", race, heat=heat) for race in ("Mile", "5000 m") for heat in "12"],
            ["Mile, heat 1", "Mile, heat 2", "5000 m, heat 1", "5000 m, heat 2"],
        ),
        (
            [named("runners", race, no=heat) for race in ("Mile", "5000 m") for heat in "12"],
            ["Mile, no 1", "Mile, no 2", "5000 m, no 1", "5000 m, no 2"],
        ),
        ([named("results"), named("results")], ["results 1", "results 2"]),
        ([named("splits"), named("results"), named("results")], ["splits", "results 1", "results 2"]),
        ([named("results", event="Mile"), named("results", event="Mile")], ["results 1", "results 2"]),
        ([named("results", event="Mile"), named("results")], ["Mile", "results"]),
        ([], []),
        ([named(""), named("")], ["list 1", "list 2"]),
    ],
)
def test_each_is_called_by_what_tells_it_from_the_others(lists: list[Named], called: list[str]) -> None:
    assert called_apart(lists) == called
