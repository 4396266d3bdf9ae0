"""The distance of which a table without one is asked."""

from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("text", "suggestion"),
    [
        ("name,5K,35K,40K,finish\nA,15:00,1:45:00,2:00:00,2:07:00\n", "marathon"),
        ("name,500m,1000m,1500m,time\nA,1:22.1,2:46,4:09,4:31.2\nB,1:22.3,2:46.1,4:09.9,4:33\n", "mile"),
        ("name,400m,800m,time\nA,62.1,2:06,2:38.2\n", "1000m"),
        ("name,400m,800m,time\nA,62.1,61,4:08.2\n", "1500m"),
        ("name,200m,400m,time\nA,30.1,61.2,1:32.2\nB,30.2,61.4,1:32.9\n", "600m"),
        ("name,800m,1600m,time\nA,2:10,4:20,5:25\n", "2000m"),
        ("name,2 km,5 km,time\nA,6:00,15:00,24:10\n", "8km"),
        ("name,time\nA,30:12\nB,31:00\n", "10km"),
        ("name,time\nA,3:45.1\nB,3:46.2\n", "1500m"),
        ("name,time\nA,9.9\n", "100m"),
        ("name,event,time\nA,0,4:01.2\nB,0,4:02.2\n", "1500m"),  # no race is of nothing
        ("name,time\nA,1:45.1\n", "800m"),
        ("name,time\nA,14:10\n", "5km"),
        ("name,time\nA,45:10\n", "15km"),
        ("name,time\nA,50:10\n", "10mi"),
        ("name,time\nA,1:03:10\n", "half"),
        ("name,time\nA,3:10:10\n", "marathon"),
        ("name,time\nA,7:10:10\n", "100km"),
        ("name,time\nA,14:10:10\n", "100mi"),
        ("name,gunStart,finishTime,netTime\nA,09:00:00,09:30:00,29:50\n", "10km"),
        ("name,gun,chip\nA,14:50,12:20\nB,15:00,14:30\n", "5km"),
        ("name,5K,10K,finish\nA,15:00,30:00,50:00:00\n", "15km"),
        ("name,Halbmarathon,Ziel\nA,0:40:10,1:22:30\nB,1:10:05,2:22:18\n", "marathon"),
        ("name,time\nA,912300\nB,915800\n", "5km"),  # milliseconds
        ("name,time\nA,15:12:00\nB,17:03:00\n", "5km"),  # minutes that a spreadsheet took for hours
        ("name,time\nA,15:12:00\nB,17:03:10\n", "100mi"),
        ("name,1,2,3,finish\nA,3:00,6:00,9:00,14:30\n", "5km"),
        ("name,lap 1,lap 2\nA,60,60\n", "800m"),
        ("name,lap 1,lap 2,lap 3\nA,60,121,183\n", "1200m"),
        ("name,lap 1,lap 2\nA,60,89\n", "800m"),
        ("name,lap,time\nA,1,1:28.4\nB,1,1:29\nA,2,1:31\nB,2,1:30\nA,3,1:30\nB,3,1:31\nA,4,1:25\nB,4,1:26\n", "1600m"),
        ("name,pace,time\nA,5:01,31:05\nB,5:46,35:44\n", "10km"),
        ("name,time_ms\nA,125430\nB,126010\n", "800m"),
        ("name;Km-tid;time\nA;3.10;31.45\nB;3.13;32.10\n", "10km"),
        ("name,pace min/km,time\nA,3:10,7:58\nB,3:31,8:50\n", "2514"),
        ("team,leg 1,leg 2,leg 3,leg 4,time\nOak,A B,C D,E F,G H,2:57.5\nElm,I J,K L,M N,O P,2:58.6\n", "4x400"),
        ("name,lap 1,lap 2,lap 3\nA,60,85,115\n", "800m"),
        ("name,time\nA,4:50:10\nB,5:40:10\n", "50km"),  # nobody has run 100 km so fast
        ("name,time\nA,1.0\nB,54:19\nC,55:07\nD,56:27\nE,58:29\nF,59:12\n", "half"),  # the first is a slip
        ("class,name,time\n3-M20,A,9:10\n3-M30,B,9:40\n10-M20,C,31:10\n10-M20,D,31:40\n10-W30,E,35:10\n", "10km"),
    ],
)
def test_a_distance_that_nobody_says_is_asked_with_a_suggestion(text: str, suggestion: str) -> None:
    found = reading(text)
    (question,) = found.understood.questions
    assert (found.race, question.about, question.suggestion) == (None, "distance", suggestion)
    assert f"--distance {suggestion}" in str(found.problems[-1])


@together(
    ("far", "suggestion"),
    [(1.2, ""), (10, "1h"), (40, "6h"), (130, "12h"), (240, "24h"), (380, "48h"), (900, "144h"), (1100, "")],
)
def test_how_long_a_race_for_distance_was_is_asked_by_how_far_they_came(far: float, suggestion: str) -> None:
    (question,) = reading(f"name,km\nA,{far}\nB,{far * 0.97:.3f}\n").understood.questions
    assert (question.text, question.suggestion) == ("How long was the race?", suggestion)


def test_where_nothing_speaks_for_a_distance_none_is_suggested() -> None:
    swum = "name,time,race\nA,56:49,Bay Swimming Race\nB,58:18,Bay Swimming Race\n"
    for text in ("name,time\nA,50:10:10\n", "name,100 mi,finish\nA,15:00:00,23:00:00\n", swum):
        (question,) = reading(text).understood.questions
        assert question.suggestion == ""


@together(
    ("text", "suggestion", "why"),
    [
        ("name,5K,finish\nA,15:00,31:30\n", "10km", "by the pace until the last split"),
        ("name,5K,finish\nA,15:00,28:40\n", "10km", "by the pace until the last split"),
        ("name,5K,finish\nA,15:00,31:40\n", "10km", "by the winner's time"),  # more than a twentieth too far
        ("name,5K,half\nA,15:00,1:04:00\nB,15:10,1:05:00\n", "half", "by the pace until the last split"),
        ("name,5K,half\nA,15:00,2:04:00\nB,15:10,2:05:00\n", "10km", "the last point is at 5000 m"),
        ("name,finish\nA,26:10\nB,27:00\n", "10km", "by the winner's time"),
        ("name,1 mi,finish\nA,4:30,9:05\n", "2mi", "by the pace until the last split"),
    ],
)
def test_it_is_said_why(text: str, suggestion: str, why: str) -> None:
    found = reading(text)
    (question,) = found.understood.questions
    assert (question.suggestion, f"({why})" in str(found.problems[-1])) == (suggestion, True), str(found.problems[-1])
