"""Values and their words: the race as it is known, its track, its times. Touches nothing else."""
