"""An overview of the desk: small plots that can be read aloud, copied as text and printed."""
