"""Set Factcheck up in a fresh clone and run it or its checks. Standard library only.

python3 packaging/dev.py run     start the program on a sample desk
python3 packaging/dev.py test    run every check
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "factcheck-stamp"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
DEMO = ROOT / "demo"
DESK = DEMO / "sample.factcheck"
PICTURE = DEMO / "window.png"
OLDEST = (3, 11)
MISSING_SYSTEM = 2

# Debian package -> the library of it that Qt loads.
LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xinerama0": "libxcb-xinerama.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
}
# Debian package -> a program or file of it that the tests need.
TOOLS = {"xvfb": "Xvfb", "poppler-utils": "pdftotext", "openssl": "openssl"}
FONTS = {
    "fonts-noto-core": "truetype/noto/NotoSans-Regular.ttf",
    "fonts-noto-cjk": "opentype/noto/NotoSansCJK-Regular.ttc",
    "fonts-noto-color-emoji": "truetype/noto/NotoColorEmoji.ttf",
}
FONT_FOLDER = Path("/usr/share/fonts")


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    if sys.version_info < OLDEST:
        wanted, found = (".".join(map(str, version[:2])) for version in (OLDEST, sys.version_info))
        print(f"Factcheck needs Python {wanted} or newer; this is {found}.")
        return MISSING_SYSTEM
    if arguments not in (["run"], ["test"]):
        print((__doc__ or "").strip())
        return 1
    testing = arguments == ["test"]
    try:
        provide_packages(missing_packages(testing=testing))
        install(dev=testing)
        return test() if testing else run()
    except subprocess.CalledProcessError as failure:
        print(f"“{' '.join(map(str, failure.cmd))}” failed.", flush=True)
        return failure.returncode


# --- What the system must have


def missing_packages(*, testing: bool) -> list[str]:
    """List the Debian packages that are needed and not there; nothing on other systems."""
    if not shutil.which("apt-get"):
        return []
    missing = [] if find_spec("ensurepip") else [f"python3.{sys.version_info.minor}-venv"]
    missing += [package for package, library in LIBRARIES.items() if not loads(library)]
    if testing:
        missing += [package for package, program in TOOLS.items() if not shutil.which(program)]
        missing += [package for package, font in FONTS.items() if not (FONT_FOLDER / font).exists()]
    return missing


def loads(library: str) -> bool:
    """Say whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide_packages(packages: list[str]) -> None:
    """Install Debian packages as root; anybody else is told how, and the program ends."""
    if not packages:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        print("Some system packages are missing. Install them, then start this again:\n")
        print(f"    sudo {' '.join(command)}\n")
        raise SystemExit(MISSING_SYSTEM)
    print(f"Installing {', '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*command, "-qq"]):
        subprocess.run(step, check=True, env=quiet, stdin=subprocess.DEVNULL)


# --- The virtual environment


def install(*, dev: bool) -> None:
    """Make .venv and install the project in it, unless the stamp says that this was done."""
    wanted = stamp()
    done = STAMP.read_text().split() if STAMP.exists() else []
    if wanted in done and (not dev or "dev" in done):
        return
    print("Setting up .venv …", flush=True)
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        venv.create(VENV, with_pip=True)
    STAMP.unlink(missing_ok=True)
    pip = [BIN / "python", "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    target = ".[dev]" if dev else "."
    subprocess.run(
        [*pip, "install", "--constraint", CONSTRAINTS, "--editable", target],
        check=True,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
    )
    STAMP.write_text(f"{wanted} {'dev' if dev else 'run'}\n")


def stamp() -> str:
    """Name what an installation depends on: the place, the project file and the pins."""
    parts = (str(ROOT).encode(), (ROOT / "pyproject.toml").read_bytes(), CONSTRAINTS.read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


# --- The program and its checks


def run() -> int:
    """Start the window on the sample desk, or make pictures and reports without a screen."""
    if has_display():
        if not DESK.exists():
            call("factcheck", "demo", DEMO)
        return subprocess.run([BIN / "factcheck-window", DESK], check=False).returncode
    print("There is no display here, so the program works without a window:", flush=True)
    if not DESK.exists():
        call("factcheck", "demo", DEMO)
    call("factcheck-window", "--picture", PICTURE, DESK)
    for path in sorted(path for path in DEMO.iterdir() if path.is_file()):
        print(f"  {path.relative_to(ROOT)}  {path.stat().st_size:,} bytes")
    return 0


def test() -> int:
    """Run each check and stop at the first that fails."""
    call("ruff", "check", ".")
    call("ruff", "format", "--check", ".")
    call("mypy")
    call("lint-imports")
    # Each core takes files of tests: the window's take most of the time, and wait for much of it.
    call("pytest", "-n", "auto", "--dist", "loadfile")
    return 0


def has_display() -> bool:
    """Say whether a window can be shown."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def call(program: str, *arguments: str | Path) -> None:
    """Run a program of .venv from the project's folder, without a screen."""
    print(f"— {program} {' '.join(map(str, arguments))}", flush=True)
    # Without a screen Qt complains of what windows can't do there.
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    offscreen = {**os.environ, **quiet}
    subprocess.run(
        [BIN / program, *arguments], check=True, cwd=ROOT, env=offscreen, stdin=subprocess.DEVNULL
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
