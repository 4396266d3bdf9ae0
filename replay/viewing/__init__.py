"""What is seen at a time: the picture of a race put together, without a terminal."""
