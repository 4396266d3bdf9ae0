"""What timing programs write: IOF XML, FinishLynx, LENEX, RACE RESULT, Hy-Tek, and official PDFs with a text layer."""
