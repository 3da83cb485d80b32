"""How well releases are taken apart, and who is quoted where.

    python -m benchmarks.accuracy_release [--misses]

Measured on the hand labels `tests/labels/quotations.jsonl`, made before any rule was written: items with
title, kind, department and date; quotations with speaker, office and the lines that are quoted.
"""

from __future__ import annotations

import collections
import json
import pathlib
import re
import sys

from benchmarks.labels import printed
from hansardparse import Contribution, Section, parse

ROOT = pathlib.Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "corpus" / "uk-seeds"
LABELS = ROOT / "tests" / "labels" / "quotations.jsonl"


def bare(office: str | None) -> str | None:
    """An office for comparing: without its article, whatever its case."""
    return re.sub(r"^(?:the|an?) ", "", office.lower()) if office else None


class Page:
    """A seed document, parsed, with what was found where."""

    def __init__(self, name: str) -> None:
        self.text = (SEEDS / name).read_text(encoding="utf-8")
        self.found = parse(self.text)

    def line(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def items(self) -> dict[int, Section]:
        return {self.line(s.start): s for s in self.found.sections() if s.kind == "release"}

    def quotations(self) -> list[Contribution]:
        return list(self.found.contributions())

    def extent(self, one: Contribution) -> tuple[int, int]:
        return self.line(one.blocks[0].span.start), self.line(one.blocks[-1].span.end)


def names(one: Contribution) -> set[str | None]:
    """The names of a contribution's speaker: the printed one, and the person's."""
    printed = " ".join(filter(None, (one.speaker.forenames, one.speaker.surname))) or None
    resolved = one.person.name if one.person is not None else None
    return {printed, resolved and re.sub(r"^(?:Dr|Sir|Dame|Deputy Chief Constable) ", "", resolved)}


def main() -> None:
    """Print how many of the labels were found, and with `--misses` those that were not."""
    labels = [json.loads(line) for line in LABELS.open(encoding="utf-8")]
    pages = {name: Page(name) for name in sorted({label["file"] for label in labels})}
    right: collections.Counter[str] = collections.Counter()
    total: collections.Counter[str] = collections.Counter()
    misses = []

    def score(what: str, good: bool, label: dict[str, object], got: object) -> None:
        total[what] += 1
        right[what] += good
        if not good:
            misses.append(f"{what}: {label['file'][:3]} line {label['line']}: {got!r}")

    used = set()
    for label in labels:
        page = pages[label["file"]]
        if label["what"] == "item":
            item = page.items().get(label["line"])
            score("items", item is not None, label, None)
            if item is None:
                continue
            score("  kind", item.release_kind == label["kind"], label, item.release_kind)
            score("  department", item.department == label["department"], label, item.department)
            score("  date", (item.date and item.date.isoformat()) == label["date"], label, item.date)
            score("  end", page.line(item.end) == label["end"], label, page.line(item.end))
        elif label["what"] == "quotation":
            form = label["form"] if label["form"] in ("inline", "title") else "said"
            extents = [(page.extent(q), q) for q in page.quotations()]
            here = [(e, q) for e, q in extents if e[0] == label["first"]]
            score(f"quotations ({form})", bool(here), label, None)
            if not here:
                continue
            (first, last), one = here[0]
            used.add((label["file"], one.span.start))
            allowed = {label["name"], label.get("name_elsewhere")}
            if label.get("printed_name"):
                allowed.add(label["printed_name"])
            score("  speaker", bool(names(one) & allowed), label, names(one))
            if label["name"] and label["named_nearby"]:
                score("  named nearby", label["name"] in names(one), label, names(one))
            offices = {bare(one.speaker.office), bare(one.speaker.honorific)}
            office = printed(label["office"], page.text.split("\n")[label["line"] - 1])
            score("  office", bare(office) in offices, label, one.speaker.office)
            score("  extent", (first, last) == (label["first"], label["last"]), label, (first, last))
    for name, page in pages.items():
        for one in page.quotations():
            where = {"file": name, "line": page.line(one.span.start)}
            score("found are labelled", (name, one.span.start) in used, where, one.speaker.label)
    for what, n in total.items():
        print(f"{what:24} {right[what]:3} of {n}")
    if "--misses" in sys.argv[1:]:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
