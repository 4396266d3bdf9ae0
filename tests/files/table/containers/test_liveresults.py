"""What the service of orienteering says in numbers, in words."""

from replay.files.table.containers.liveresults import told_plainly

CONTROLS = [{"code": 31, "name": "Radio"}, {"code": 32}, 7]


def told(**row: object) -> list[object]:
    """Result, time at the control, start and status of one row."""
    value = told_plainly({"className": "W21", "splitcontrols": CONTROLS, "results": [{"name": "Ada", **row}, 5]})
    assert isinstance(value, dict)
    assert value["title"] == "W21"
    (made,) = value["results"]
    assert made.keys() == {"place", "name", "club", "Radio", "start", "result", "race status"}
    return [made[key] for key in ("result", "Radio", "start", "race status")]


def test_hundredths_are_times_and_numbers_statuses() -> None:
    assert told(result="246201", splits={"31": 6100}, start=3600000) == ["41:02.01", "1:01.00", "10:00:00.00", ""]
    assert told(result="246200", status=3) == ["", "", "", "MP"]
    assert told(result=1, status=True) == ["", "", "", "DNS"]
    assert [told(result=1, status=status)[3] for status in (2, 4, 5, 11, 12)] == ["DNF", "DSQ", "OTL", "DNS", "DNS"]


def test_what_is_no_time_says_none() -> None:
    week = 100 * 7 * 24 * 3600
    assert told(result=None, splits=[6100], start="soon") == ["", "", "", ""]
    assert told(result="0", splits={"31": week}, start=week - 1) == ["", "", "167:59:59.99", ""]
    assert told(result="-5", status="3") == ["", "", "", ""]


def test_another_s_text_is_left_as_it_is() -> None:
    others: list[object] = [[], {"results": []}, {"splitcontrols": []}, {"splitcontrols": {}, "results": []}]
    for value in others:
        assert told_plainly(value) is value
