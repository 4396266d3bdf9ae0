"""Pictures made of text cells: the stadium, the runners on it, the big clock. Pure: no terminal library is imported."""
