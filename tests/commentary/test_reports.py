"""What reports tell, and what is told where none does."""

import re

from replay.commentary import call_race
from replay.race.race import Fact
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from tests.builders import entry, race


def test_between_two_reports_it_is_said_that_places_are_worked_out_and_not_that_nobody_has_one() -> None:
    field = race(
        *(entry(name, 900.0 + k) for k, name in enumerate(("Ann Ash", "Bea Birch", "Cia Cole"))),
        distance=5000.0,
        facts=(Fact(at=1000.0, leader=1), Fact(at=4000.0, leader=0)),
    )
    timeline = timeline_of(completed(field)[0])
    said = call_race(timeline)
    for form, before in (("unknown", True), ("worked out", False)):
        times = [call.time for call in said if call.form.split("/")[0] == form]
        assert times, form
        assert all((t < timeline.order_since) == before for t in times), form
    for call in said:
        placed = any(one.place is not None and one.status == "running" for one in timeline.at(call.time).standings)
        assert not placed or not re.search("order is not known|written down who leads", call.text)
