"""Run all benchmarks, one after the other: .venv/bin/python benchmarks [DESK of newsroom.py]"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = (
    *("start", "reading", "marking", "commit", "export", "keeping", "worker", "importing"),
    *("searching", "scale"),
)
ON_A_LARGE_DESK = {"searching", "scale"}


def main() -> None:
    """Run each in a process of its own; end with how many do not keep to their limits."""
    slow = []
    for name in SCRIPTS:
        print(f"\n{name}", flush=True)
        script = Path(__file__).with_name(f"{name}.py")
        given = sys.argv[1:] if name in ON_A_LARGE_DESK else []
        done = subprocess.run([sys.executable, str(script), *given], check=False)
        if done.returncode:
            slow.append(name)
    print(f"\nNot within their limits: {', '.join(slow) or 'none'}")
    sys.exit(len(slow))


if __name__ == "__main__":
    main()
