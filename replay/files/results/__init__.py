"""What timing programs write (IOF XML, FinishLynx, LENEX, Hy-Tek and more), and lists in lines of text or a PDF."""
