"""A race file to a `Race`, with every problem of the file.

A file is unreadable only when it is no YAML, lacks a required key, or names no distance. Anything else that is wrong is
left out and reported, and the race still plays.
"""
