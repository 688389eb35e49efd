"""ReportData in, the bytes of a report out. No database."""
