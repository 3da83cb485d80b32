"""Several processes: one that is killed, and what is left of all of them."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from running import CODE, ENV, SAMPLE, wait_for

from hansardparse.cli import many


class Deadly:
    """A job that kills its process, so many times as a file says."""

    output = None
    framed = False

    def __init__(self, path: str, times: Path | None) -> None:
        self.path, self.times = path, times

    def run(self, write: Callable[[str], Any]) -> None:
        write(f"{self.path}\n")

    def spool(self, into: str) -> tuple[int, str]:
        with open(into, "w", encoding="utf-8") as spool:
            spool.write("in part")
        if self.times is not None and (left := int(self.times.read_text())):
            self.times.write_text(str(left - 1))
            os.kill(os.getpid(), signal.SIGKILL)
        with open(into, "w", encoding="utf-8") as spool:
            self.run(spool.write)
        return 0, ""


@pytest.mark.parametrize(("times", "lost"), [(1, False), (2, True)])
@pytest.mark.parametrize("whole", [True, False])
def test_a_killed_process_costs_no_other_file(
    tmp_path: Path, times: int, lost: bool, whole: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "times").write_text(str(times))
    todo = [Deadly(name, tmp_path / "times" if name == "c" else None) for name in "abcdef"]
    written: list[str] = []
    status, done = many.each(todo, 2, written.append, whole=whole)  # type: ignore[arg-type]
    assert "".join(written) == "".join(f"{name}\n" for name in "abcdef" if name != "c" or not lost)
    assert (status, done) == ((2, 5) if lost else (0, 6))
    said = "hansardparse: c: the process that read it was killed\n"
    assert capsys.readouterr().err == (said if lost else "")


def of_session(session: int) -> list[int]:
    """The processes of a session."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            state, _, _, own = stat.rpartition(")")[2].split()[:4]
            if int(own) == session and state != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no list of processes here")
def test_processes_end_with_the_one_that_began_them(tmp_path: Path) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_bytes(SAMPLE.read_bytes() * 200)
    command = [*CODE, "parse", str(tmp_path), "--to", "jsonl", "--jobs", "2", "-o", str(tmp_path / "rows")]
    with subprocess.Popen(command, env=ENV, start_new_session=True) as running:
        wait_for(lambda: len(of_session(running.pid)) >= 3)
        running.kill()
    wait_for(lambda: of_session(running.pid) == [])
    assert not (tmp_path / "rows").exists()
