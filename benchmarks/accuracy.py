"""Write the figures of `docs/accuracy.md`: `python -m benchmarks.accuracy [PART-OF-A-COMMAND ...]`.

Below each `<!-- run: COMMAND -->` on that page stands what the command prints. The transcripts it is measured
on are no part of the project; without them nothing is written.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
FIGURES = re.compile(r"(?<=^<!-- run: )(?P<command>[^\n]+) -->\n```text\n(?P<shown>(?:(?!^```).*\n)*)", re.M)


def printed(command: str) -> str:
    """What a command prints, run by this Python in the folder of the project."""
    line = re.sub(r"^python(?= )", shlex.quote(sys.executable), command)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", line], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{command}: exit {done.returncode}\n{done.stderr}")
    return "\n".join(row.rstrip() for row in done.stdout.strip().splitlines()) + "\n"


def main() -> None:
    """Run every command of the page, or those that are asked for, and write the page anew after each."""
    if not (ROOT.parent / "shared" / "corpus").is_dir():
        raise SystemExit("no transcripts at ../shared/corpus: nothing to measure on")
    for command in [m["command"] for m in FIGURES.finditer(PAGE.read_text(encoding="utf-8"))]:
        if len(sys.argv) > 1 and not any(part in command for part in sys.argv[1:]):
            continue
        print(command, file=sys.stderr)
        figures = f"{command} -->\n```text\n{printed(command)}"
        page = PAGE.read_text(encoding="utf-8")
        page = FIGURES.sub(lambda m: figures if m["command"] == command else m[0], page)  # noqa: B023
        PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
