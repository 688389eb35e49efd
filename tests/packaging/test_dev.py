import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "dev.py"


@pytest.fixture
def dev(tmp_path, monkeypatch):
    """The set-up script, at work in an empty project and with nothing really run."""
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]")
    (tmp_path / "constraints.txt").write_text("click==1")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "BIN", tmp_path / ".venv" / "bin")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "factcheck-stamp")
    monkeypatch.setattr(module, "CONSTRAINTS", tmp_path / "constraints.txt")
    monkeypatch.setattr(module, "DEMO", tmp_path / "demo")
    monkeypatch.setattr(module, "DESK", tmp_path / "demo" / "sample.factcheck")
    monkeypatch.setattr(module, "PICTURE", tmp_path / "demo" / "window.png")
    monkeypatch.setattr(module.venv, "create", lambda folder, with_pip: folder.mkdir(exist_ok=True))
    return module


@pytest.fixture
def commands(dev, monkeypatch):
    """Each command that would have been run; those whose program is in ``fails`` fail."""

    class Commands(list):
        fails = ""

    seen = Commands()

    def run(command, *, check, **kwargs):
        seen.append([Path(command[0]).name, *map(str, command[1:])])
        seen.environment = kwargs.get("env", {})
        failed = Path(command[0]).name == seen.fails
        if failed and check:
            raise subprocess.CalledProcessError(7, command)
        return subprocess.CompletedProcess(command, 7 if failed else 0)

    monkeypatch.setattr(dev.subprocess, "run", run)
    monkeypatch.setattr(dev, "missing_packages", lambda *, testing: [])
    return seen


def test_says_that_python_is_too_old(dev, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    assert dev.main(["test"]) == 2
    assert capsys.readouterr().out == "Factcheck needs Python 3.11 or newer; this is 3.10.\n"


@pytest.mark.parametrize("arguments", [[], ["walk"], ["run", "test"]])
def test_explains_itself(dev, commands, capsys, arguments):
    assert dev.main(arguments) == 1
    assert "packaging/dev.py run" in capsys.readouterr().out
    assert commands == []


def test_installs_once(dev, commands):
    assert dev.main(["test"]) == 0
    pip = commands[0]
    assert pip[-3:] == [str(dev.CONSTRAINTS), "--editable", ".[dev]"]
    commands.clear()
    assert dev.main(["test"]) == 0
    assert "pip" not in str(commands)


def test_what_serves_the_checks_serves_the_program_but_not_the_other_way(dev, commands):
    dev.install(dev=False)
    dev.install(dev=True)
    dev.install(dev=False)
    assert [command[-1] for command in commands] == [".", ".[dev]"]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_installs_again_when_the_needs_change(dev, commands, name):
    dev.install(dev=True)
    (dev.ROOT / name).write_text("changed")
    dev.install(dev=True)
    assert len(commands) == 2


def test_an_installation_that_failed_is_tried_again(dev, commands, capsys):
    commands.fails = "python"
    assert dev.main(["test"]) == 7
    assert "failed" in capsys.readouterr().out
    commands.fails = ""
    assert dev.main(["test"]) == 0


def test_the_checks_run_in_order_without_a_screen(dev, commands, capsys):
    assert dev.main(["test"]) == 0
    names = ["ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert [command[0] for command in commands[1:]] == names
    assert commands.environment["QT_QPA_PLATFORM"] == "offscreen"
    assert capsys.readouterr().out.count("— ruff") == 2


def test_the_first_failure_ends_the_checks(dev, commands):
    commands.fails = "mypy"
    assert dev.main(["test"]) == 7
    assert commands[-1] == ["mypy"]


def test_with_a_display_the_window_opens_on_the_sample_desk(dev, commands, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7")
    assert dev.main(["run"]) == 0
    assert commands[1:] == [
        ["factcheck", "demo", str(dev.DEMO)],
        ["factcheck-window", str(dev.DESK)],
    ]
    dev.DEMO.mkdir()
    dev.DESK.write_bytes(b"")
    commands.clear()
    assert dev.main(["run"]) == 0
    assert commands == [["factcheck-window", str(dev.DESK)]]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_pictures_and_reports_are_made(dev, commands, monkeypatch, capsys):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    dev.DEMO.mkdir()
    (dev.DEMO / "report.pdf").write_bytes(b"12345")
    assert dev.main(["run"]) == 0
    assert commands[1:] == [
        ["factcheck", "demo", str(dev.DEMO)],
        ["factcheck-window", "--picture", str(dev.PICTURE), str(dev.DESK)],
    ]
    said = capsys.readouterr().out
    assert "There is no display here" in said
    assert "demo/report.pdf  5 bytes" in said


def test_missing_packages_are_found(dev, monkeypatch):
    monkeypatch.setattr(dev.shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(dev, "find_spec", lambda name: None)
    monkeypatch.setattr(dev, "LIBRARIES", {"libc6": "libc.so.6", "libabsent": "libabsent.so.0"})
    monkeypatch.setattr(dev, "FONT_FOLDER", dev.ROOT)
    venv = f"python3.{sys.version_info.minor}-venv"
    if sys.platform == "linux":
        assert dev.missing_packages(testing=False) == [venv, "libabsent"]
    assert dev.missing_packages(testing=True)[-6:] == [*dev.TOOLS, *dev.FONTS]


def test_only_debian_like_systems_are_asked(dev, monkeypatch):
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(dev, "LIBRARIES", {"libabsent": "libabsent.so.0"})
    assert dev.missing_packages(testing=True) == []


def test_root_installs_missing_packages(dev, commands, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.provide_packages(["libegl1"])
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert "libegl1" in commands[1]
    assert commands.environment["DEBIAN_FRONTEND"] == "noninteractive"


def test_others_are_told_how(dev, commands, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev, "missing_packages", lambda *, testing: ["libegl1", "libgl1"])
    with pytest.raises(SystemExit) as caught:
        dev.main(["run"])
    assert caught.value.code == 2
    line = "sudo apt-get install --yes --no-install-recommends libegl1 libgl1"
    assert line in capsys.readouterr().out
    assert commands == []


def test_constraints_are_exact_pins_and_nothing_else():
    lines = (ROOT / "packaging" / "constraints.txt").read_text().splitlines()
    assert len(lines) > 40
    names = [line.partition("==")[0] for line in lines if "==" in line]
    assert len(names) == len(lines)
    assert all("/" not in line and " " not in line for line in lines)
    assert "factcheck" not in names


def test_the_check_script_is_executable():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
