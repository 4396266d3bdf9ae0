"""Races from tables: a row a runner."""
