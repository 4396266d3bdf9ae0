"""Race Replay: watch a race again in a terminal.

The program is one direction, and a reader can follow it from left to right, a package a step:

    file -> Race -> Motion -> state at t -> drawing -> frame -> terminal

* `replay.race` has the values: what is known of a race, its track, its times. `replay.cells` has coloured text.
* `replay.files` turns files into a `Race`: what is known, and how. `replay.motion` turns each runner's splits into a
  distance for every instant.
* `replay.state` answers what the race looks like at a time: places, gaps, laps; a pure function of that time.
  `replay.reconstruction` works out what the reports leave open.
* `replay.commentary` works out once what there is to say, `replay.analysis` what a coach asks.
* `replay.drawing` turns states into coloured cells, `replay.viewing` puts the picture of a moment together.
* `replay.tui` shows it with Textual and turns keys into a time; `replay.answers` and `replay.cli` say the same as text,
  and `replay.export` takes it along in files. `replay.streams` keeps standard output and standard error ours.
* `replay.web` serves it to browsers, a session for each visitor.

Everything but `replay.tui` and `replay.web` works without Textual and Rich.
"""

__version__ = "0.1.0"
