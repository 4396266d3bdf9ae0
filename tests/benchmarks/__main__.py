"""`python -m tests.benchmarks`: which benchmarks there are, what each measures and how it is run."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent


def benchmarks() -> Iterator[tuple[str, str, str]]:
    """The module, what it measures and its command, of each whose docstring says how it is run."""
    for path in sorted(FOLDER.glob("*.py")):
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        _, found, rest = said.partition(f"python -m tests.benchmarks.{path.stem}")
        if found:
            yield path.stem, re.split(r"[.:]", said)[0], found + re.split("[`\n]", rest)[0]


def main() -> None:
    """Print them."""
    for _, measures, command in benchmarks():
        print(f"{command}\n    {measures}")


if __name__ == "__main__":
    main()
