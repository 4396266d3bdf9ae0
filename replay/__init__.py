"""Race Replay: watch a race again in a terminal.

The program is one direction, and a reader can follow it from left to right:

    file -> Race -> Motion -> state at t -> drawing -> terminal

* `replay.catalogue`, `replay.racefile` and `replay.plaincsv` turn files into a `replay.race.Race`: what is known, and
  how.
* `replay.motion` turns each runner's splits into a distance for every instant; `replay.track` knows where that is.
* `replay.timeline` answers what the race looks like at a time: places, gaps, laps. It is a pure function of that time.
* `replay.commentary` works out once what there is to say, `replay.drawing` turns a state into coloured cells.
* `replay.tui` shows the cells with Textual and turns keys into a time; `replay.cli` prints the same answers as text.

Everything but `replay.tui` works without Textual and Rich.
"""

__version__ = "0.1.0"
