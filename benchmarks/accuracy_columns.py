"""Historic Hansard against gold whose glued columns are lifted too: `python -m benchmarks.accuracy_columns`.

The pages print a column's number inside a sentence (`last594year`), and gold keeps it there. We lift it out,
so a paragraph with one in it never equals gold's. This takes the numbers out of gold, by a rule of its own,
and runs the scorer on what is left.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
#: A number of two to four digits between two letters, or between a stop and a letter.
GLUED = re.compile(
    r"(?<=[a-z,;:)’”—-])[0-9]{2,4}(?=[a-z“‘(])(?!(?:st|nd|rd|th)\b)|(?<=[.?!:;)”’] )[0-9]{2,4}(?=[A-Z“])"
)


def lifted(line: str) -> tuple[str, int]:
    """A line of gold with the numbers taken out of its paragraphs, and of how many paragraphs."""
    row = json.loads(line)
    if row.get("k") != "speech":
        return line, 0
    before = row["paras"]
    row["paras"] = [re.sub(r"  +", " ", GLUED.sub(" ", p)) for p in before]
    return json.dumps(row, ensure_ascii=False) + "\n", sum(
        a != b for a, b in zip(before, row["paras"], strict=True)
    )


def main() -> None:
    """Copy the pages, lift the numbers out of their gold, and score."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "uk-historic-json"
        folder.mkdir()
        changed = 0
        for file in (SHARED / "corpus" / "uk-historic-json").iterdir():
            if not file.name.endswith(".gold.jsonl"):
                shutil.copy(file, folder)
                continue
            lines = [lifted(line) for line in file.open(encoding="utf-8")]
            changed += sum(n for _, n in lines)
            (folder / file.name).write_text("".join(line for line, _ in lines), encoding="utf-8")
        print(f"paragraphs of gold with a column's number in them: {changed}")
        score = [sys.executable, str(SHARED / "score" / "score.py"), str(folder)]
        print(subprocess.run(score, cwd=ROOT, capture_output=True, text=True, check=True).stdout, end="")


if __name__ == "__main__":
    main()
