"""IOF XML: classes, controls, statuses, relays, and the older version."""

from pathlib import Path

import pytest

from replay.files.results.iof import read
from replay.files.source import Choices, Reading, Source
from replay.race.legs import Leg
from replay.race.problems import UnreadableRace
from replay.race.race import Clock, Entry, Race, Role, Status
from tests.together import together

LISTS = Path(__file__).parent / "lists"


def reading(name: str, data: bytes | None = None, **choices: object) -> Reading:
    path = Path(name)
    return read(Source(data if data is not None else (LISTS / name).read_bytes(), path), Choices(**choices))  # type: ignore[arg-type]


def race(found: Reading) -> Race:
    assert found.race is not None
    return found.race


def named(found: Race, name: str) -> Entry:
    return next(entry for entry in found.entries if entry.name == name)


def at(entry: Entry) -> dict[float, str]:
    return {split.distance: split.time.text for split in entry.splits}


def _days(*results: str) -> bytes:
    return (
        "<ResultList><ClassResult><Class><Name>H21</Name></Class><Course raceNumber='1'><Length>5000</Length></Course>"
        "<Course raceNumber='2'><Length>8000</Length></Course><PersonResult><Person><Name><Family>Alm</Family></Name>"
        f"</Person>{''.join(results)}</PersonResult></ClassResult></ResultList>"
    ).encode()


def test_the_largest_class_is_the_race_and_the_others_are_named() -> None:
    found = reading("iof3.xml")
    assert race(found).title == "Forest Cup: Women Elite"
    assert race(found).distance == 4000
    assert str(race(found).date) == "2024-05-04"
    assert "of 2 classes this is 'Women Elite', the largest; `--part NAME` takes another: Open (1)" in (
        found.understood.assumed
    )


def test_a_control_lies_where_the_middle_times_of_the_legs_put_it() -> None:
    first = named(race(reading("iof3.xml")), "Åsa Alm")
    # Legs of 600, 300, 300, 600 and (690.5 and 600 in the middle) 645.25 s.
    total = 600 + 300 + 300 + 600 + 645.25
    expected = [4000 * part / total for part in (600, 900, 1200, 1800)]
    assert list(at(first)) == pytest.approx(expected, abs=0.1)
    assert list(at(first).values()) == ["10:00", "15:00", "20:00", "30:00"]
    assert (first.bib, first.nation, first.club, first.place) == ("7", "SWE", "OK Tall", 1)
    assert first.result is not None
    assert first.result.text == "40:00"


def test_who_started_later_is_known_and_everybodys_time_is_his_own() -> None:
    found = reading("iof3.xml")
    assert race(found).clock is Clock.NET
    assert "each runner's time begins at his own start" in found.understood.assumed
    again = (
        (LISTS / "iof3.xml")
        .read_bytes()
        .replace(b"<Time>2500.5</Time>", b"<StartTime>2024-05-04T10:05:30+02:00</StartTime><Time>2500.5</Time>")
    )
    later = race(reading("iof3.xml", again))
    assert [entry.start for entry in later.entries[:3]] == [0, 210, None]


def test_a_punch_without_a_time_is_counted_and_an_additional_one_is_none() -> None:
    found = reading("iof3.xml")
    second = named(race(found), "Berit Bø")
    assert list(at(second).values()) == ["10:00.0", "20:10.0", "30:10.0"]
    assert second.result is not None
    assert second.result.text == "41:40.5"
    (problem,) = found.problems
    assert problem.message == "left out: 1 controls punched at a time that is not known (first: Berit Bø)"


def test_every_status_is_known() -> None:
    found = race(reading("iof3.xml"))
    third = named(found, "Cy Cho")
    assert (third.status, third.result, third.note) == (Status.DNF, None, "missing punch")
    assert list(at(third).values()) == ["11:00", "21:40"]
    assert named(found, "Di Dam").status is Status.DNS
    guest = named(found, "Eva Ek")
    assert (guest.role, guest.status) == (Role.GUEST, Status.FINISHED)


@together("part", ["Open", "open", "2"])
def test_a_class_is_taken_by_name_or_number_and_a_course_of_unknown_length_is_asked_for(part: str) -> None:
    found = reading("iof3.xml", part=part)
    assert found.race is None
    assert str(found.problems[-1]).endswith(
        "error: the file does not say how far 'Open' was; give --distance, such as 1500 or 5km"
    )
    assert [question.option for question in found.understood.questions] == ["--distance"]
    assert race(reading("iof3.xml", part=part, distance=3000.0)).distance == 3000


@together(
    ("part", "reason"),
    [
        ("e", "none of the classes is called 'e'; they are Women Elite, Open"),
        ("Opne", "did you mean 'Open'?"),
        ("9", "called '9'"),
    ],
)
def test_a_class_that_is_not_there_is_told(part: str, reason: str) -> None:
    with pytest.raises(UnreadableRace) as raised:
        reading("iof3.xml", part=part)
    assert reason in str(raised.value)


def test_version_2_has_its_own_names_units_and_a_document_type_that_is_not_fetched() -> None:
    found = race(reading("iof2.xml"))
    assert found.title == "Höstträff: D21"
    assert found.distance == 3600
    first, second = found.entries
    assert (first.name, first.club, first.place) == ("Åsa Öberg", "OK Tall", 1)
    assert at(first) == {1200.0: "10:00", 2400.0: "20:00"}
    assert first.result is not None
    assert first.result.text == "30:00"
    assert (second.status, second.note) == (Status.DNF, "missing punch")


def test_a_relay_team_is_one_entry_with_the_ends_of_its_legs_among_the_splits() -> None:
    found = race(reading("iof3-relay.xml"))
    assert found.distance == 9000
    first, second = found.entries
    assert at(first) == {2000.0: "10:00", 4000.0: "20:00", 6500.0: "32:30"}
    assert first.result is not None
    assert (first.name, first.result.text, first.place) == ("Tall 1", "45:00", 1)
    assert first.legs == (Leg("Åsa Alm", 0.0), Leg("Bo Berg", 4000.0))
    assert second.status is Status.DNF
    assert at(second) == {2000.0: "10:30", 4000.0: "21:00"}


@together(
    ("data", "reason"),
    [
        (b"<ResultList", "this is no IOF XML"),
        (b"<html/>", "this XML begins with 'html', and is not read; IOF XML, GPX, TCX and LENEX are read"),
        (b"<StartList/>", "an IOF 'StartList' holds no results; export the result list with its splits"),
        (
            _days("<Result><Score>320</Score></Result>").replace(b"Length", b"L"),
            "the class 'H21' is won by points, and is no race; give --distance",
        ),
        (b"<ResultList/>", "no class of this result list has a runner"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><ResultList>&b;</ResultList>", "declares a document type or entities"),
    ],
)
def test_what_is_no_result_list_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableRace) as raised:
        reading("a.xml", data)
    assert reason in str(raised.value)


def test_a_byte_order_mark_and_line_ends_of_windows_do_not_matter() -> None:
    data = (LISTS / "iof3.xml").read_bytes()
    assert race(reading("iof3.xml", b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))) == race(reading("iof3.xml"))


def test_the_races_of_several_days_are_each_a_race_and_times_of_day_say_how_long_one_took() -> None:
    first = "<Result raceNumber='1'><Time>1800</Time></Result>"
    moments = "<StartTime>2024-05-05T10:00:00Z</StartTime><FinishTime>2024-05-05T12:46:40+02:00</FinishTime>"
    data = _days(first, f"<Result raceNumber='2'>{moments}<Status>OK</Status></Result>")
    for part, metres, text in ((None, 5000, "30:00"), ("H21, race 2", 8000, "46:40")):
        found = race(reading("a.xml", data, part=part))
        assert found.distance == metres
        assert [entry.result.text for entry in found.entries if entry.result] == [text]


def test_who_missed_a_control_that_the_list_leaves_out_was_where_the_others_were() -> None:
    def runner(name: str, status: str, **times: int) -> str:
        splits = "".join(
            f"<SplitTime><ControlCode>{code}</ControlCode><Time>{time}</Time></SplitTime>"
            for code, time in times.items()
            if code != "end"
        )
        end = f"<Time>{times['end']}</Time>" if "end" in times else ""
        person = f"<Person><Name><Family>{name}</Family></Name></Person>"
        return f"<PersonResult>{person}<Result>{end}<Status>{status}</Status>{splits}</Result></PersonResult>"

    runners = (
        runner("Alm", "OK", a=100, b=200, c=300, end=400)
        + runner("Bok", "MissingPunch", a=100, c=290, end=390)
        + runner("Ceder", "DidNotFinish", b=260)
    )
    head = "<Class><Name>H</Name></Class><Course><Length>1000</Length></Course>"
    found = race(reading("a.xml", f"<ResultList><ClassResult>{head}{runners}</ClassResult></ResultList>".encode()))
    assert list(at(named(found, "Bok"))) == [250, 750]
    assert list(at(named(found, "Ceder"))) == [500]


def test_who_has_a_number_and_no_name_is_called_by_it() -> None:
    persons = [
        f"<PersonResult>{who}<Result><Time>{600 + at}</Time><Status>OK</Status></Result></PersonResult>"
        for at, who in enumerate(("<PersonId>101</PersonId>", "<Person><Id>7</Id></Person>", ""))
    ]
    data = f'<ResultList iofVersion="3.0"><ClassResult><Class><Name>W</Name></Class>{"".join(persons)}</ClassResult>'
    found = reading("ids.xml", f"{data}</ResultList>".encode(), distance=3000.0)
    assert [entry.name for entry in race(found).entries] == ["No. 101", "No. 7", "unnamed runner"]


@pytest.mark.parametrize(("called", "metres"), [("Lätt 2,5 km", 2500.0), ("Mellan 4 km", 4000.0), ("H 65", None)])
def test_a_class_that_is_called_by_its_length(called: str, metres: float | None) -> None:
    data = (
        f"<ResultList iofVersion='3.0'><ClassResult><Class><Name>{called}</Name></Class><PersonResult><Person><Name>"
        "<Family>Alm</Family><Given>Ada</Given></Name></Person><Result><Time>1500</Time><Status>OK</Status></Result>"
        "</PersonResult></ClassResult></ResultList>"
    )
    found = reading("x.xml", data.encode())
    assert (found.race.distance if found.race is not None else None) == metres
    assert metres is None or called in found.understood.distance_from
