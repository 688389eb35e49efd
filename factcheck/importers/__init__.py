"""Bytes of a foreign file in, an ImportedArticle out. No database."""
