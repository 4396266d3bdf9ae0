"""What one can take along of a race: its words and numbers, a picture of a moment, a recording, a page.

What is seen is taken from frames (`replay.viewing.frame`), so that what is shared is what was seen. Each kind of file
is a line in `forms.FORMS`; the same take gives the same bytes.
"""
