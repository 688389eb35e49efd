"""What does an import cost over the bare parser of the format: time, memory, and in a row?

The time is that of a warm worker, which has its price for each call (see worker.py): so an import
may take half as much again as the bare parser, or 20 ms more.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import formats
from harness import timed

from factcheck.actions.importing import read_article
from factcheck.actions.worker import run
from factcheck.importers import registry

WORDS, FILES, RUNS = 10_000, 1_000, 7
RATIO_LIMIT, OVERHEAD_LIMIT = 1.5, 0.020
# The bare text of a PDF has no paragraphs: these are worked out from the places of its lines, and
# PDFium has no call that tells those of many at once: each line takes about seven.
OWN_LIMITS = {".pdf": 2.5}
# Megabytes: what the program's own modules and a worker take, whatever the file.
MEMORY_LIMIT, OWN_MEMORY = 1.5, 30
PEAK = """
import sys
sys.path[:0] = sys.argv[3:]
content = sys.stdin.buffer.read()
if sys.argv[1] == "ours":
    from factcheck.importers.registry import read
    read(content, f"a{sys.argv[2]}")
else:
    from formats import bare
    bare(sys.argv[2])(content)
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def main() -> None:
    files = formats.made(WORDS)
    kept = [compared(suffix, content) for suffix, content in files.items()]
    kept.append(in_a_row(formats.made(100)))
    sys.exit(not all(kept))


def compared(suffix: str, content: bytes) -> bool:
    """Compare time and memory of one format; say whether both keep to their limits."""
    parse = timed(lambda: formats.bare(suffix)(content))
    ours = timed(lambda: run(registry.read, content, f"a{suffix}"))
    parse(), ours()
    pairs = [(parse(), ours()) for _ in range(RUNS)]
    low, high = (median(column) for column in zip(*pairs, strict=True))
    floor, peak = peak_of("bare", suffix, content), peak_of("ours", suffix, content)
    slow = high > max(OWN_LIMITS.get(suffix, RATIO_LIMIT) * low, low + OVERHEAD_LIMIT)
    large = peak > max(MEMORY_LIMIT * floor, floor + OWN_MEMORY)
    print(
        f"{suffix:<7} floor {1000 * low:7.1f} ms  ours {1000 * high:7.1f} ms  "
        f"ratio {high / low:7.2f}  more {1000 * (high - low):6.1f} ms   "
        f"peak {floor:5.0f} MB  ours {peak:5.0f} MB  ratio {peak / floor:5.2f}"
        f"{'   TOO SLOW' if slow else ''}{'   TOO LARGE' if large else ''}",
        flush=True,
    )
    return not slow and not large


def peak_of(whose: str, suffix: str, content: bytes) -> float:
    """Return the most memory, in megabytes, that a fresh process takes to read a file (Linux)."""
    paths = [str(Path(__file__).parent), *sys.path]
    done = subprocess.run(
        [sys.executable, "-c", PEAK, whose, suffix, *paths],
        input=content,
        capture_output=True,
        check=True,
    )
    return int(done.stdout) / 1024


def in_a_row(files: dict[str, bytes]) -> bool:
    """Read many small files of all formats one after the other, as a person drops them."""
    with TemporaryDirectory() as folder:
        paths = []
        for number in range(FILES):
            suffix = list(files)[number % len(files)]
            paths.append(Path(folder) / f"{number}{suffix}")
            paths[-1].write_bytes(files[suffix])
        read_article(paths[0])
        here = timed(lambda: [registry.read(path.read_bytes(), path.name) for path in paths])()
        began = perf_counter()
        for path in paths:
            read_article(path)
        there = perf_counter() - began
    more = (there - here) / FILES
    print(
        f"{FILES} files   here {here:6.2f} s  in a worker {there:6.2f} s   "
        f"more {1000 * more:5.2f} ms a file   limit {1000 * OVERHEAD_LIMIT:.0f} ms"
        f"{'   TOO SLOW' if more > OVERHEAD_LIMIT else ''}",
        flush=True,
    )
    return more <= OVERHEAD_LIMIT


if __name__ == "__main__":
    main()
