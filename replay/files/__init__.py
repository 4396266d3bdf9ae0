"""Reading and writing: what turns a file into a race, and a race into a file."""
