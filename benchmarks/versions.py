"""The same bytes from every Python: `python -m benchmarks.versions [PYTHON ...]`.

Makes a virtual environment for each interpreter (by default those of pyenv, 3.11 and later), installs the
library's dependencies there, and compares the digest of all the samples' JSON and rows.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIGEST = """
import hashlib, pathlib, sys
from hansardparse import dumps, parse_file, rows, __version__
digest = hashlib.sha256()
for sample in sorted(pathlib.Path("samples").glob("*/*.txt")):
    transcript = parse_file(sample, layout=sample.parent.name)
    digest.update(dumps(transcript).encode())
    for row in rows(transcript):
        digest.update(repr(list(row.items())).encode())
print(sys.version.split()[0], digest.hexdigest())
"""


def interpreters() -> list[str]:
    """The interpreters of pyenv from 3.11 on, and this one."""
    found = sorted(Path.home().glob(".pyenv/versions/3.1[1-9].*/bin/python"))
    return [str(p) for p in found] or [sys.executable]


def digest(python: str, folder: Path) -> str:
    """The version of an interpreter and the digest that it makes, with what it needs installed."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    inside = str(folder / "bin" / "python")
    needs = ["lark>=1.3,<1.4", "attrs>=23.2", "cattrs>=23.2", "click>=8.1"]
    subprocess.run([inside, "-m", "pip", "install", "-q", *needs], check=True, stderr=subprocess.DEVNULL)
    done = subprocess.run([inside, "-c", DIGEST], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def main() -> None:
    """Print each digest; the exit status is 1 where two differ."""
    found = set()
    with tempfile.TemporaryDirectory() as folder:
        for python in sys.argv[1:] or interpreters():
            name = hashlib.sha256(python.encode()).hexdigest()[:8]
            said = digest(python, Path(folder, name))
            print(said, flush=True)
            found.add(said.split()[1])
    sys.exit(len(found) != 1)


if __name__ == "__main__":
    main()
