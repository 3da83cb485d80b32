"""What every real file is taken for, and how sure that is: `python -m benchmarks.taken_for [FOLDER...]`.

A line for each text, then how many are right, and what is wrong with a confidence over 0.8. A file's folder
says which parliament it is of (`ie-oireachtas-akn`); a page of TheyWorkForYou is one whatever its parliament.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from hansardparse import LAYOUTS
from hansardparse.layouts.detect import ranked

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
#: The site's pages are of one layout, and its folders of several parliaments.
FRAMED = {"twfy": "theyworkforyou"}
#: Folders whose texts are printed as another parliament's are.
AS_OTHERS = {"au-openaustralia": "uk", "pacific": "fj ck pg"}
#: Wrong, and surer than this, is worse than doubt.
SURE = 0.8


def verdict(file: Path, name: str | None) -> str:
    """Whether a file is taken for what it is: `right`, `wrong`, or `none`."""
    if name is None:
        return "none"
    framed = FRAMED.get(file.name.split(".")[-2])
    homes = {file.parent.name.partition("-")[0], *AS_OTHERS.get(file.parent.name, "").split()}
    return "right" if name == framed or LAYOUTS[name].parliament in homes else "wrong"


def main() -> None:
    """Print the table."""
    folders = [Path(name) for name in sys.argv[1:]] or [SHARED / "corpus", SHARED / "inputs"]
    found: Counter[str] = Counter()
    worst = []
    for file in sorted(file for folder in folders for file in folder.rglob("*.txt")):
        text = file.read_text(encoding="utf-8", errors="replace")
        if not text.strip():  # of which nothing can be told
            continue
        ranking = ranked(text)
        name = ranking.layout.name if ranking.layout else None
        told = verdict(file, name)
        found[told] += 1
        line = f"{file.parent.name + '/' + file.name:72} {name or '-':22} {ranking.confidence:5.3f} {told}"
        print(line)
        if told == "wrong" and ranking.confidence > SURE:
            worst.append(line)
    whole = sum(found.values())
    print(f"\n{whole} files: {', '.join(f'{number} {told}' for told, number in found.most_common())}")
    print(f"wrong with a confidence over {SURE}: {len(worst)}")
    print("\n".join(worst))


if __name__ == "__main__":
    main()
