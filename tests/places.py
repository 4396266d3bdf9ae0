"""Where things lie that tests read."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
RACES = ROOT / "races"
DATA = Path(__file__).parent / "data"
"""Small files by hand, in the shapes that real ones have."""
BENCHMARKS = Path(__file__).parent / "benchmarks"
RACEFILES = Path(__file__).parent / "files" / "yaml" / "racefiles"
