"""What is set once for all: `settings`."""

from replay.answers.columns import table
from replay.files.preferences import PREFERENCES, Preferred, worded


def settings_text(found: Preferred) -> str:
    """Where the file lies, and each setting: what holds, who says so, and what it takes."""
    there = "" if found.path.exists() else " (there is none yet)"
    rows = []
    for preference in PREFERENCES:
        who = "the file" if preference.name in found.said else "as it comes"
        rows.append((preference.name, worded(found.held, preference.name), who, preference.takes))
    return f"{found.path}{there}\n{table(('setting', 'is', 'says', 'takes'), rows)}"
