"""The words of fact-checking, pure: no I/O, no clock, no Qt, no SQL."""
