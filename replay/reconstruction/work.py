"""How much the solver may do for one race, counted while it works.

Nothing here looks at a clock, so that the same race has the same estimates on any machine.
"""

MOST_RULES = 10_000
"""Rules that everything known makes."""
MOST_BRANCHES = 50
"""Of the search through them; in the library it ends at the first."""
_MOST_WORK = 1.2e13
"""About 4 s of a processor's work, in multiplications of a solver that does nothing else."""
_STEPS_A_VARIABLE = 10
"""Steps after which a search has lost its way in rounding; the races of the library take one at most."""
_FEWEST_STEPS = 5000
"""The same of few variables, of which much may be told."""


class TooMuch(Exception):  # noqa: N818 (it reads as what happened)
    """What is known of a race is too much to be worked out."""


class Work:
    """What the solver has left to do for one race.

    With n variables and m rows a step of a search with quadratic costs takes as long as `_STEP` and `_DENSE` for each
    of n (n + m); a step of the simplex of HiGHS as long as `_SPARSE` for each variable and row.
    """

    def __init__(self) -> None:
        """All of it is left."""
        self.left = _MOST_WORK

    def steps(self, columns: int, rows: int) -> int:
        """The most steps that a search with quadratic costs may take: fewer the larger it is."""
        most = max(_FEWEST_STEPS, _STEPS_A_VARIABLE * columns)
        return min(most, int(self.left / _quadratic(columns, rows)) + 1)

    def searched(self, columns: int, rows: int, steps: int) -> None:
        """Count a search with quadratic costs.

        Raises:
            TooMuch: Nothing is left, so that what was found may be half a search.
        """
        self._spend(steps * _quadratic(columns, rows))

    def choices(self, columns: int, rows: int) -> int:
        """The most steps of a simplex."""
        return int(self.left / (_SPARSE * (columns + rows + 1))) + 1

    def chosen(self, columns: int, rows: int, steps: int) -> None:
        """Count a search with linear costs.

        Raises:
            TooMuch: Nothing is left.
        """
        self._spend((steps + _BUILDING) * _SPARSE * (columns + rows + 1))

    def _spend(self, work: float) -> None:
        self.left -= work
        if self.left <= 0:
            raise TooMuch


_SPARSE = 3e5
_BUILDING = 100
"""Steps of a simplex that writing the rows down takes as long as."""
_STEP = 3e8
_DENSE = 250.0


def _quadratic(columns: int, rows: int) -> float:
    return _STEP + _DENSE * columns * (columns + rows)
