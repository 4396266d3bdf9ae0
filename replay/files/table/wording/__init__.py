"""What lists call things: their headings, and the words in their cells, in the languages of those lists."""
