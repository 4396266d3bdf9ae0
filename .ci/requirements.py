"""What a job of `.ci/run` installs: every dependency of pyproject.toml at its `lowest`, or at its `newest`.

Textual is not the one of the test extra, which is there for the pictures alone, but what the program admits.
"""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any


def requirements(project: dict[str, Any], which: str) -> list[str]:
    """Lines for `pip install -r`."""
    extras = {name: lines for name, lines in project["optional-dependencies"].items() if name != "test"}
    test = project["optional-dependencies"]["test"]
    left_out = ("textual==", f"{project['name']}[")  # what the program's other extras bring is named itself
    lines = [*project["dependencies"], *(line for extra in (*extras.values(), test) for line in extra)]
    lines = [line for line in lines if not line.startswith(left_out)]
    return [re.sub(r">=([^,;]+)[^;]*", r"==\1", line) for line in lines] if which == "lowest" else lines


if __name__ == "__main__":
    pyproject = Path(__file__).parents[1] / "pyproject.toml"
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    sys.stdout.write("\n".join(requirements(project, sys.argv[1])) + "\n")
