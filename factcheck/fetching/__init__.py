"""An address in, what the web says to it out; and how that is written down."""
