"""What a race is and was, as text and JSON; and what is wrong with a file."""
