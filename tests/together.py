"""One test for many cases, where a case asks for less than a test costs by itself.

pytest and its plugins take two or three milliseconds for each test, in whichever worker it runs and in the process that
counts them. Thousands of cases ask for less than that, and need no world of their own.
"""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

import pytest
from _pytest.mark import ParameterSet

_FAILED = (Exception, pytest.fail.Exception)


def together(names: str | Sequence[str], values: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Ask a test of every case, as `pytest.mark.parametrize` does, and tell all that fail, each with its values.

    What fixtures give is given to all of them, so that none of them may change it.
    """
    given = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    cases = [_values(case, len(given)) for case in values]
    assert cases, "there is nothing to ask"

    def of(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def each(*args: object, **fixtures: object) -> None:
            failed: list[BaseException] = []
            for case in cases:
                try:
                    test(*args, **fixtures, **dict(zip(given, case, strict=True)))
                except _FAILED as error:
                    error.add_note(f"where {', '.join(given)} = {', '.join(repr(value)[:200] for value in case)}")
                    failed.append(error)
            if failed:
                raise failed[0] if len(failed) == 1 else BaseExceptionGroup(f"of {len(cases)} cases", failed)

        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in given]
        each.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return each

    return of


def _values(case: Any, count: int) -> tuple[Any, ...]:  # noqa: ANN401 - whatever a test may be asked of
    if isinstance(case, ParameterSet):
        assert not case.marks, "a test by itself for what is marked"
        return tuple(case.values)
    return (case,) if count == 1 else tuple(case)
