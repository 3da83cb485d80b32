"""What every real file is taken for, and how sure that is: `python -m benchmarks.taken_for [FOLDER...]`.

A line for each folder with the layouts that its texts are taken for and the least confidence of these, then
each text that is not right, and how many are wrong with a confidence over 0.8. A file's folder says which
parliament it is of (`ie-oireachtas-akn`), and so does the name of an excerpt (`ca_...`); a page of
TheyWorkForYou is one whatever its parliament.
"""

from __future__ import annotations

import itertools
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
    homes = {file.parent.name.partition("-")[0], file.name.partition("_")[0]}
    homes.update(AS_OTHERS.get(file.parent.name, "").split())
    return "right" if name == framed or LAYOUTS[name].parliament in homes else "wrong"


def main() -> None:
    """Print the table."""
    folders = [Path(name) for name in sys.argv[1:]] or [SHARED / "corpus", SHARED / "inputs"]
    verdicts: Counter[str] = Counter()
    rest: list[str] = []
    sure = 0
    files = sorted(file for folder in folders for file in folder.rglob("*.txt"))
    for folder, texts in itertools.groupby(files, lambda file: file.parent.name):
        layouts: Counter[str] = Counter()
        least = 1.0
        for file in texts:
            text = file.read_text(encoding="utf-8", errors="replace")
            if not text.strip():  # of which nothing can be told
                continue
            ranking = ranked(text)
            name = ranking.layout.name if ranking.layout else None
            told = verdict(file, name)
            verdicts[told] += 1
            layouts[name or "none"] += 1
            least = min(least, ranking.confidence)
            if told != "right":
                rest.append(f"{told}: {folder}/{file.name}, {name or '-'} {ranking.confidence:.2f}")
                sure += told == "wrong" and ranking.confidence > SURE
        each = ", ".join(f"{name} {count}" for name, count in layouts.most_common())
        print(f"{folder:26} {least:4.2f}  {each}")
    print("", *rest, sep="\n")
    counts = ", ".join(f"{number} {told}" for told, number in verdicts.most_common())
    print(f"{sum(verdicts.values())} texts: {counts}; wrong with a confidence over {SURE}: {sure}")


if __name__ == "__main__":
    main()
