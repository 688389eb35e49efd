"""Check an article statement by statement: mark, gather evidence, judge, review, report."""
