"""What a cell by itself can be: a time, a name, a distance, a number; and how the times of a column are written."""
