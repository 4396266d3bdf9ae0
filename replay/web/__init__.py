"""The program in a browser: a server, the page it gives, and what runs for each visitor."""
