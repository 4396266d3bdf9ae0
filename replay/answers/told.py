"""What reports tell of a race besides times, for `show`."""

from collections.abc import Iterator

from replay.answers.values import Answer, number
from replay.race.race import Fact, Race
from replay.race.times import format_apart, format_distance, format_time


def fact_answer(race: Race, fact: Fact) -> Answer:
    """A fact with the keys it has in a race file, of those that say something; runners by name, times in seconds."""
    names = [entry.name for entry in race.entries]
    said: Answer = {
        "at": fact.at,
        "from": fact.start,
        "to": fact.end,
        "order": [names[index] for index in fact.order],
        "leader": _name(names, fact.leader),
        "runner": _name(names, fact.runner),
        "place": fact.place,
        "behind": _name(names, fact.behind),
        "gap": number(fact.gap),
        "metres": number(fact.metres),
        "within": number(fact.within),
        "runners": [names[index] for index in fact.runners],
        "passes": [names[index] for index in fact.passes],
        "leader_time": None if fact.leader_time is None else number(fact.leader_time.seconds),
        "took": None if fact.took is None else number(fact.took.seconds),
        "source": fact.source,
    }
    return {key: value for key, value in said.items() if value not in (None, [])}


def fact_text(race: Race, fact: Fact) -> str:
    """A fact as a line: `at 400 m: the first in 56.01; Kerr in place 8`."""
    where = f"at {format_distance(fact.at)}" if fact.at is not None else _stretch(race, fact)
    return f"{where}: {'; '.join(_said(race, fact))}"


def _name(names: list[str], index: int | None) -> str | None:
    return None if index is None else names[index]


def _stretch(race: Race, fact: Fact) -> str:
    end = "the finish" if (fact.end or 0.0) >= race.distance else format_distance(fact.end or 0.0)
    return f"from {format_distance(fact.start or 0.0)} to {end}"


def _said(race: Race, fact: Fact) -> Iterator[str]:
    names = [entry.name for entry in race.entries]
    if fact.leader_time is not None:
        who = " or ".join(names[index] for index in fact.runners) or "the first"
        yield f"{who} in {fact.leader_time.text or format_time(fact.leader_time.seconds)}, in front"
    elif fact.within is not None:
        who = ", ".join(names[index] for index in fact.runners) or "everybody"
        yield f"{who} within {format_apart(fact.within, None)}"
    if fact.order:
        yield "in order " + ", ".join(names[index] for index in fact.order)
    if fact.leader is not None:
        yield f"{names[fact.leader]} in front"
    if fact.runner is None:
        return
    runner = names[fact.runner]
    if fact.place is not None:
        yield f"{runner} in place {fact.place}"
    if fact.behind is not None:
        gap = f"{fact.metres:g} m " if fact.metres is not None else ""
        gap = f"{format_apart(fact.gap, None)} " if fact.gap is not None else gap
        yield f"{runner} {gap}behind {names[fact.behind]}"
    if fact.passes:
        yield f"{runner} passes {', '.join(names[index] for index in fact.passes)}"
    if fact.took is not None:
        yield f"{runner} in {fact.took.text or format_time(fact.took.seconds)}"
