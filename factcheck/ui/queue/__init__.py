"""The lists of a desk: statements waiting for somebody, and articles."""
