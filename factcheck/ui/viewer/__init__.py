"""Looks at a source: text and pictures; nothing in it is ever run."""
