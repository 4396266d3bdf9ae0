"""Laps typed in lines."""

from replay.files.table.layouts.lapped_lines import lapped_lines
from tests.together import together


@together(
    ("text", "made"),
    [
        (
            "Track\nAda: 71, 72, 74 = 3:37\nBea: 1:12, 73\n",
            "Track\nName\tLap 1\tLap 2\tLap 3\tTime\nAda\t71\t72\t74\t3:37\nBea\t1:12\t73\t\t\n",
        ),
        ("Ada: 71 72.5 74\nBea: 72 73 75\n", "Name\tLap 1\tLap 2\tLap 3\nAda\t71\t72.5\t74\nBea\t72\t73\t75\n"),
        (
            "1. Ada: 71/72 -> 2:23\n2. Bea: 72/73 -> 2:25\n",
            "Name\tLap 1\tLap 2\tTime\nAda\t71\t72\t2:23\nBea\t72\t73\t2:25\n",
        ),
        ("Ada: 71 72\nBea: 72 73\n", None),  # two numbers may be anything
        ("Ada: 71 72 74\n", None),
        ("Ada: 71 72 74\nBea: 72\n", None),
        ("Ada: 71 72 74\nBea: 72 73 75\nand Cia\n", None),
        ("Ada - 71 72 74\nBea - 72 73 75\n", None),  # without a colon anywhere
        ("Ada: 71 72 74\n\nBea: 72 73 75\n", "Name\tLap 1\tLap 2\tLap 3\nAda\t71\t72\t74\nBea\t72\t73\t75\n"),
        (
            "Ada: 71, 72, 70 = 3:33\nBea: 72, 80, DNF (stitch)\n\nSee you\n",
            "Name\tLap 1\tLap 2\tLap 3\tTime\nAda\t71\t72\t70\t3:33\nBea\t72\t80\t\tDNF\n\n# See you\n",
        ),
        (
            "1500m\nAda 71/2:23/3:37\nBea Bo 72/2:25/3:40\n",
            "1500m\nName\tLap 1\tLap 2\tLap 3\nAda\t71\t2:23\t3:37\nBea Bo\t72\t2:25\t3:40\n",
        ),
        (
            "Ada 71, 2:23, 3:37\nBea 72, 2:25, 3:40\n",
            "Name\tLap 1\tLap 2\tLap 3\nAda\t71\t2:23\t3:37\nBea\t72\t2:25\t3:40\n",
        ),
        ("Lap 1,1:05.1,1:05.1\nLap 2,1:06.2,2:11.3\n", None),  # one runner's
        ("Name,400,800\nAda 1,71,2:23\nBea 2,72,2:25\n", None),  # cells of a table
        ("at 9:30\nAda 12/05/24\nBea 13/05/24\n", None),  # days
        (
            "10,000m (25 laps) - Kim\n1 74.1\n2 75.3 2:29.4\n3 75.0 3:44.4\n",  # the laps of one, and the times so far
            "10,000m (25 laps) - Kim\nLap\tTime\n1\t74.1\n2\t75.3\n3\t75.0\n",
        ),
        ("Lap 1 74.1 (74.1)\nLap 2 75.3 (2:29.4)\nLap 3 75 (3:44.4)\n", "Lap\tTime\n1\t74.1\n2\t75.3\n3\t75\n"),
        (
            "800m, Sat\nAda: 27.1 / 55.9 / 1:26.0\nBea: 27.0 / 55.5 / dnf\n",
            "800m, Sat\nName\tLap 1\tLap 2\tLap 3\tStatus\nAda\t27.1\t55.9\t1:26.0\t\nBea\t27.0\t55.5\t\tdnf\n",
        ),
        (
            "Mile\nAda   79 81 82 77   5:21\nBea   85 91 93 stopped\n",  # blanks alone, and a time that they make
            "Mile\nName\tLap 1\tLap 2\tLap 3\tLap 4\tTime\nAda\t79\t81\t82\t77\t5:21\nBea\t85\t91\t93\t\tstopped\n",
        ),
        (
            "1 mile TT\n\nAda 79 81 82 77\nBea 80 84 86 85\n",  # or that a race may take
            "1 mile TT\n\nName\tLap 1\tLap 2\tLap 3\tLap 4\nAda\t79\t81\t82\t77\nBea\t80\t84\t86\t85\n",
        ),
        ("10 km\n\nAda 79 81 82 77\nBea 80 84 86 85\n", None),
        ("Mile\nAda   79 81 82 77   6:21\nBea   85 91 93 90   5:59\n", None),
        (
            "1000 m\nLap   Ada    Bea\n1     36.1   36.3\n2     36.8   -\n3     37.0   37.4\n",  # a line for each lap
            "1000 m\nLap\tAda\tBea\n1\t36.1\t36.3\n2\t36.8\t-\n3\t37.0\t37.4\n",
        ),
        ("Lap   Ada    Bea\n1     36.1   36.3\n3     36.8   37\n4     37.0   37.4\n", None),
        ("1 74.1\n2 75.3 2:31.4\n3 75.0 3:44.4\n", None),  # no sums
        ("1 74.1\n2 75.3\n3 75.9\n", None),  # places may be
        ("", None),
    ],
)
def test_a_line_a_runner_becomes_a_column_a_lap(text: str, made: str | None) -> None:
    assert lapped_lines(text) == made


def test_two_hundred_lines_are_as_many_as_somebody_types() -> None:
    assert lapped_lines("Ada: 71 72 74\n" * 200) is not None
    assert lapped_lines("Ada: 71 72 74\n" * 201) is None


class Long(str):
    """A text that is too long to be parted into all its lines."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        raise AssertionError


def test_of_a_long_text_the_lines_are_not_parted() -> None:
    assert lapped_lines(Long("Ada: 71 72 74\n" * 201)) is None


def test_a_text_with_a_line_that_nobody_types_is_not_gone_through() -> None:
    laps = "Ada: 71 72 74\nBea: 72 73 75\nCia: 72 73 75\n"
    assert lapped_lines(laps) is not None
    assert lapped_lines(laps + " " * 20_000) is None
