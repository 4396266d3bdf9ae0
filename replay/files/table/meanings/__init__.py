"""What each column is taken for, by its heading, its cells and the columns beside it."""
