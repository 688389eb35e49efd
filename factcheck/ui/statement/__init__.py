"""The panel that shows one statement and everything that hangs on it."""
