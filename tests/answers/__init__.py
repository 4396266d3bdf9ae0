"""Tests of `replay.answers`."""
