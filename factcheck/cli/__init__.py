"""The command line: one verb for everything an editor can do, thin over the actions."""

from factcheck.cli.run import run

__all__ = ["run"]
