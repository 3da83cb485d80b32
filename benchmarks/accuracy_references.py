"""How many references are found, and how many of those found are right, against the hand labels.

    python -m benchmarks.accuracy_references [--misses]

reads `tests/labels/references.jsonl` (its README says what each row means) and `../shared/corpus`.
A reference is right if its kind and extent are the label's; `fields` counts those whose fields are
also all the label's.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import attrs

from benchmarks.labels import printed
from hansardparse.citations.find import find_references
from hansardparse.model.nodes import Node, Reference

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
LABELS = ROOT / "tests" / "labels" / "references.jsonl"

Row = dict[str, Any]


def as_label(value: Any) -> Any:
    """A reference as the labels write it down: no spans, no text, a type only inside another."""
    if isinstance(value, tuple):
        return [as_label(v) for v in value]
    if isinstance(value, Reference):
        return {"type": value.type, **fields(value)}
    if attrs.has(type(value)):
        return fields(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def fields(value: Any) -> Row:
    """The fields of a reference by name."""
    names = [a.name for a in attrs.fields(type(value)) if a.name not in ("span", "text")]
    return {n: as_label(getattr(value, n)) for n in names}


def overlaps(row: Row, node: Node) -> bool:
    """Do they share a character?"""
    return bool(row["start"] < node.end and node.start < row["end"])


def measure() -> tuple[dict[str, Counter[str]], dict[str, list[Row]]]:
    """By what came of it and by kind: how many; and the labels by file."""
    by_file: dict[str, list[Row]] = defaultdict(list)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_file[row["file"]].append(row)
    count: dict[str, Counter[str]] = {n: Counter() for n in ("right", "wrong", "missed", "fields")}
    for file, rows in by_file.items():
        text = (CORPUS / file).read_bytes().decode("utf-8")
        labels = {(r["kind"], r["start"], r["end"]): r for r in rows if r["kind"] not in (None, "window")}
        seen = set()
        for reference in find_references(text):
            key = (reference.type, reference.start, reference.end)
            if key in labels:
                seen.add(key)
                count["right"][reference.type] += 1
                same = fields(reference) == printed(labels[key]["fields"], text)
                count["fields"][reference.type] += same
                if not same:
                    show("FIELDS", file, text, reference.start, reference.end, fields(reference))
            elif any(overlaps(r, reference) for r in rows):
                count["wrong"][reference.type] += 1
                show("WRONG", file, text, reference.start, reference.end, reference.type)
        for key in labels.keys() - seen:
            count["missed"][key[0]] += 1
            show("MISSED", file, text, key[1], key[2], key[0])
    return count, by_file


def main() -> None:
    """Print the table, and with --misses every miss and every false find with the words around it."""
    count, by_file = measure()
    print(f"{'kind':22}{'labels':>8}{'found':>8}{'precision':>11}{'recall':>9}{'fields':>9}")
    for kind in [*sorted(set().union(*count.values())), "all"]:
        right, wrong, missed, same = (c.total() if kind == "all" else c[kind] for c in count.values())
        parts = (right / max(right + wrong, 1), right / max(right + missed, 1), same / max(right, 1))
        print(f"{kind:22}{right + missed:8}{right + wrong:8}{parts[0]:11.1%}{parts[1]:9.1%}{parts[2]:9.1%}")
    negatives = sum(r["kind"] is None for rows in by_file.values() for r in rows)
    print(f"{len(by_file)} files, {negatives} negatives")


def show(what: str, file: str, text: str, start: int, end: int, more: Any) -> None:
    """One line about a miss, where asked for."""
    if "--misses" in sys.argv:
        before, within, after = text[max(0, start - 40) : start], text[start:end], text[end : end + 40]
        print(what, file, start, f"{before}<<{within}>>{after}".replace("\n", "⏎"), more)


if __name__ == "__main__":
    main()
