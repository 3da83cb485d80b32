"""Two ways, one tree: what a container gives beside what the same sitting's text gives.

    python -m benchmarks.accuracy_containers

Reads ../shared/inputs and ../shared/corpus. For each container that also exists as text: the turns, the
paragraphs that are said and the headings that both have, and those that only one of them has.
"""

from __future__ import annotations

import collections
import pathlib
import re
from collections.abc import Iterator

from hansardparse import Transcript
from hansardparse.parsing import parse_file

SHARED = pathlib.Path(__file__).parent.parent.parent / "shared"
CONTAINERS = (".html", ".json", ".xml", ".pdf", ".docx")
#: How a text was made, by the part of its name: copied, scraped, framed as a site has it.
TEXTS = ("hp", "hpabs", "gettext", "page", "twfy", "copy", "print")
#: Texts of the same sitting that only print names differ in what stands in brackets behind them.
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?[)\]]")


def fold(words: str | None) -> str:
    return re.sub(r"[\W_]+", " ", (words or "").casefold()).strip()


def pieces(transcript: Transcript) -> tuple[collections.Counter[str], ...]:
    """The turns, the paragraphs and the headings of a transcript, to compare."""
    turns: collections.Counter[str] = collections.Counter()
    said: collections.Counter[str] = collections.Counter()
    for each in transcript.contributions():
        name = BRACKETS.sub("", each.speaker.label or "")
        turns[f"{fold(name)} / {fold(each.text)[:60]}"] += 1
        said.update(fold(paragraph) for paragraph in each.text.split("\n\n"))
    heads = collections.Counter(fold(section.heading) for section in transcript.sections() if section.heading)
    return turns, said, heads


def pairs() -> Iterator[tuple[pathlib.Path, pathlib.Path]]:
    """Each container, and each text of the same sitting."""
    for folder in sorted([*(SHARED / "inputs").iterdir(), *(SHARED / "corpus").iterdir()]):
        for file in sorted(folder.glob("*")):
            if file.suffix in CONTAINERS and file.parent.is_dir():
                for kind in TEXTS:
                    text = file.with_name(f"{file.stem}.{kind}.txt")
                    if text.exists():
                        yield file, text


def main() -> None:
    total: dict[tuple[str, str], list[int]] = {}
    for file, text in pairs():
        row = total.setdefault((file.parent.name, text.name.split(".")[-2]), [0] * 10)
        row[0] += 1
        one, other = pieces(parse_file(file)), pieces(parse_file(text))
        for at, (a, b) in enumerate(zip(one, other, strict=True)):
            both = (a & b).total()
            for n, count in enumerate((both, a.total() - both, b.total() - both)):
                row[1 + 3 * at + n] += count
    kinds = ("turns", "words", "heads")
    columns = " ".join(f"{kind + ': both':>12} {'container':>10} {'text':>6}" for kind in kinds)
    print(f"{'source':24} {'text':8} {'files':>5} {columns}")
    for (source, kind), (files, *counts) in sorted(total.items()):
        cells = " ".join(f"{c:{w}}" for c, w in zip(counts, (12, 10, 6) * 3, strict=True))
        print(f"{source:24.24} {kind:8} {files:5} {cells}")


if __name__ == "__main__":
    main()
