"""What is no race though it looks like a list: points of a series, and of a recording."""

import pytest

from tests.files.table.test_reader import failure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("place,name,a,b,total\n1,A,200,200,400\n2,B,198,200,398\n3,C,190,0,190\n", "these are points of a series"),
        ("time,lat,lon\n10:00:00,48.1,11.1\n10:00:05,48.2,11.1\n", "each row is a point of a recording"),
        (
            "pos,name,100m,LJ,SP,points\n1,A,10.7,7.60,15.0,2500\n2,B,10.8,7.50,14.0,2400\n",
            "is several events, and no race",
        ),
        ("place,name,total\n1,A,240\n2,B,242\n3,C,250\n", "how far"),
    ],
)
def test_points_are_told_as_what_they_are(text: str, told: str) -> None:
    assert told in failure(text)
