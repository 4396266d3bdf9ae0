"""Readings of large files as they were made, kept in the user's cache so that the second opening need not read again."""
