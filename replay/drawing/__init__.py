"""Pictures made of text cells: the stadium, the runners on it, the big clock. Pure: no terminal library is imported.

The values here are named tuples: a frozen dataclass takes a millisecond to define, and thirty of them are noticed.
"""
