"""Readings of large files as they were made, kept in the user's cache so that none is read twice."""
