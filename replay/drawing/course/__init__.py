"""The course painted once for a size and a theme: stadium, road, straight."""
