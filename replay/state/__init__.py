"""The race at a time: places, gaps, laps, as a pure function of that time."""
