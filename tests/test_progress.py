"""How far long work has come is shown to a person, and to nobody else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

SAMPLE = (ROOT / "samples" / "official-report" / "columns-and-times.txt").read_text(encoding="utf-8")


def on_a_terminal(arguments: list[str], cwd: Path, *, terminal: bool = True) -> tuple[int, str]:
    """What a command says on standard error, a terminal or none; its data go to a file."""
    ours, theirs = pty.openpty() if terminal else os.pipe()
    with (cwd / "out").open("wb") as out:
        command = [sys.executable, "-m", "hansardparse", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, stdout=out, stderr=theirs, cwd=cwd, env=environment)
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # a terminal whose other end is closed
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    return process.wait(), said.decode()


@pytest.mark.parametrize("terminal", [True, False])
def test_one_long_file_shows_bytes_and_many_show_files(tmp_path: Path, terminal: bool) -> None:
    long = SAMPLE * (1_300_000 // len(SAMPLE))
    (tmp_path / "long.txt").write_text(long, encoding="utf-8")
    size = (tmp_path / "long.txt").stat().st_size
    status, said = on_a_terminal(["parse", "long.txt", "--to", "jsonl"], tmp_path, terminal=terminal)
    assert status == 0
    assert (f"{size}/{size}" in said) == terminal and ("bytes" in said) == terminal
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SAMPLE, encoding="utf-8")
    for command in (["parse", "--to", "jsonl"], ["check"], ["explain"], ["text"], ["refs"]):
        status, said = on_a_terminal([*command, "a.txt", "b.txt"], tmp_path, terminal=terminal)
        assert status == 0
        assert ("2/2" in said) == terminal and ("files" in said) == terminal


def test_a_short_file_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAMPLE, encoding="utf-8")
    assert on_a_terminal(["parse", "a.txt"], tmp_path) == (0, "")


def test_what_is_read_is_what_it_was(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(SAMPLE * (1_300_000 // len(SAMPLE)), encoding="utf-8")
    made = []
    for terminal in (True, False):
        on_a_terminal(["parse", "long.txt"], tmp_path, terminal=terminal)
        made.append((tmp_path / "out").read_bytes())
    assert made[0] == made[1]
