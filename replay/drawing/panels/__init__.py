"""The panels round the course, each a function from values to rows."""
