"""Where things lie that tests read."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
RACES = ROOT / "races"
RACEFILES = Path(__file__).parent / "files" / "yaml" / "racefiles"
