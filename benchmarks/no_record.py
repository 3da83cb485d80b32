"""Files that are no record, and what they are taken for: `python -m benchmarks.no_record [FOLDER...]`.

Code, manuals, changelogs, questions and answers, mails, tables: the files that are installed beside Python,
and the machine's documentation, or those of the folders that are named; 3,000 of them, chosen by chance, the
same ones each time. A line for each that is taken for some layout with a confidence over 0.3.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from hansardparse.layouts.detect import DOUBTFUL, ranked

MANY, LEAST, LARGEST = 3_000, 200, 200_000
ENDS = frozenset(
    ".c .cfg .css .h .html .js .json .log .md .pl .po .py .rst .sh .tex .toml .txt .xml .yaml".split()
)
NAMES = frozenset(("AUTHORS", "LICENSE", "NEWS", "README", "copyright"))
#: Where files are that every machine with Python has, and most machines.
FOLDERS = (sys.prefix, sys.base_prefix, "/usr/share")


def main() -> int:
    """Print the files that are taken for a record; how many there are."""
    folders = [Path(name) for name in sys.argv[1:] or FOLDERS]
    files = {file for folder in folders for file in folder.rglob("*") if _may_be_text(file)}
    chosen = sorted(files)
    random.Random(1803).shuffle(chosen)
    read = taken = 0
    for file in chosen:
        text = file.read_bytes()[:LARGEST].decode("utf-8", errors="ignore")
        if len(text) < LEAST:
            continue
        read += 1
        layout, confidence, *_ = ranked(text)
        if layout is not None and confidence > DOUBTFUL:
            taken += 1
            print(f"{confidence:5.3f} {layout.name:20} {file}", flush=True)
        if read == MANY:
            break
    print(f"{read} files that are no record: {taken} taken for one with a confidence over {DOUBTFUL}")
    return taken


def _may_be_text(file: Path) -> bool:
    """Whether a file is of some kind that people read, and none of ours."""
    named = file.suffix in ENDS or file.name in NAMES
    return named and file.is_file() and "hansardparse" not in file.parts


if __name__ == "__main__":
    sys.exit(main())
