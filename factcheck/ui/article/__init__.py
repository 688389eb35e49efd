"""The article: its text in a reading column, with highlights."""
