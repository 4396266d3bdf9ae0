"""How deep tests look: of what is generated or repeated a fifth each time, and all of it where that is asked for.

`HYPOTHESIS_PROFILE=deep pytest`, the first job of `.ci/run`, takes all. What is shipped is always asked whole.
"""

import os

from hypothesis import settings

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "everyday")
"""Of `tests.conftest`."""
_SHARE = 5


def often(many: int) -> int:
    """How often something that is generated or repeated is tried, of so many times when it is tried in depth."""
    return many if PROFILE != "everyday" else max(many // _SHARE, 1)


def examples(many: int) -> settings:
    """Of a property whose examples are dear, or which needs more of them than others: so many in depth."""
    return settings(max_examples=often(many), deadline=None)
