"""How long the pilot waits after each key: until the program has been idle for so long, of which most tests consist."""

from textual import _wait

_wait.SLEEP_GRANULARITY = 0.004  # seconds; Textual's own is five times as long
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 20
