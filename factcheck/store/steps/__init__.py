"""The SQL of each step of the schema. A released step is never edited; a new one is added."""
