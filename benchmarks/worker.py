"""What does a worker cost over reading a file right here: the first file, and those after it?"""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

import texts
from harness import paired, timed

from factcheck.actions.worker import run
from factcheck.importers import registry

NAME = "article.html"
# A fresh interpreter does the same once; limits in seconds on top of what the reading takes.
ONCE_LIMIT, AFTER_LIMIT = 0.200, 0.020
RATIO_LIMIT = 1.5
FRESH = """
import sys, time
from factcheck.importers import registry
content = sys.stdin.buffer.read()
began = time.perf_counter()
registry.read(content, sys.argv[1])
print(time.perf_counter() - began)
"""


def main() -> None:
    body = "".join(f"<p>{each}</p>" for each in texts.article(10_000).text.split("\n\n"))
    page = f"<html><body><article>{body}</article></body></html>".encode()
    began = perf_counter()
    run(registry.read, page, NAME)
    once = perf_counter() - began - fresh(page)
    small = b"A title\n\nOne paragraph of a small file."
    after = median(timed(lambda: run(registry.read, small, "small.txt"))() for _ in range(51))
    kept = [
        told("overhead once", once, ONCE_LIMIT),
        told("overhead after", after, AFTER_LIMIT),
        paired(
            "a page of 10,000 words, warm",
            timed(lambda: registry.read(page, NAME)),
            timed(lambda: run(registry.read, page, NAME)),
            RATIO_LIMIT,
        ),
    ]
    sys.exit(not all(kept))


def fresh(page: bytes) -> float:
    """Return the seconds that the first reading takes in a process without limits."""
    command = [sys.executable, "-c", FRESH, NAME]
    done = subprocess.run(command, input=page, capture_output=True, check=True)
    return float(done.stdout)


def told(name: str, seconds: float, limit: float) -> bool:
    kept = seconds <= limit
    fault = "" if kept else "   TOO SLOW"
    print(f"{name:<40} {1000 * seconds:8.2f} ms   limit {1000 * limit:.0f} ms{fault}", flush=True)
    return kept


if __name__ == "__main__":
    main()
