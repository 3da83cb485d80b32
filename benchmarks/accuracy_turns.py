"""How well `new_turn` finds changes of speaker on pages without speaker lines.

    python -m benchmarks.accuracy_turns [--rules]

Measured on the hand labels of the one real page (`tests/labels/plain.jsonl`), and on the pages of
Parallel Parliament with gold, from which the speaker lines are taken out here: every heading becomes an
age, every paragraph stays, and what the labels said is what is compared with.
"""

from __future__ import annotations

import collections
import json
import pathlib
import re
import sys
from collections.abc import Iterator

from hansardparse import parse

ROOT = pathlib.Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
LABEL = re.compile(r".{1,100}? Portrait (.{1,300})")
SITE = re.compile(r"- (?:View Speech - )?Hansard -")


class Count:
    """What was said of paragraphs whose truth is known, by rule."""

    def __init__(self) -> None:
        self.said: collections.Counter[tuple[str | None, bool | None, bool]] = collections.Counter()

    def note(self, rule: str | None, said: bool | None, truth: bool) -> None:
        self.said[rule, said, truth] += 1

    def line(self, name: str) -> str:
        def of(said: bool | None, truth: bool) -> int:
            return sum(n for (_, s, t), n in self.said.items() if s is said and t is truth)

        found, wrong = of(True, True), of(True, False)
        wanted = found + of(False, True) + of(None, True)
        right, wrongly = of(False, False), of(False, True)
        unknown = of(None, True) + of(None, False)
        return (
            f"{name:12} {sum(self.said.values()):6} paragraphs, {wanted:5} new turns: "
            f"precision {_percent(found, found + wrong)}, recall {_percent(found, wanted)}; "
            f"false: precision {_percent(right, right + wrongly)} ({right + wrongly}); unknown {unknown}"
        )

    def rules(self) -> Iterator[str]:
        names = sorted({(r, s) for r, s, _ in self.said if r is not None and s is not None})
        for rule, said in names:
            right, wrong = self.said[rule, said, said], self.said[rule, said, not said]
            yield f"  {rule:16} {said!s:5} {right + wrong:5} {_percent(right, right + wrong)}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def stripped(page: pathlib.Path) -> tuple[str, list[str | None]]:
    """A page without its speaker lines, and whose each paragraph of it is (None: nobody's)."""
    rows = [json.loads(line) for line in page.with_name(page.name.replace(".pp.txt", ".gold.jsonl")).open()]
    heads = {row["text"].strip() for row in rows if row["k"] == "h" and row.get("text")}
    spoken = {p.strip() for row in rows if row["k"] == "speech" for p in row.get("paras") or ()}
    lines, owners = [], []
    owner: str | None = None
    for line in map(str.strip, page.open(encoding="utf-8")):
        label = LABEL.fullmatch(line)
        if not line or SITE.match(line):
            continue
        if label:
            owner = label[1]
        elif line in heads and line not in spoken:
            lines += ["(1 month ago)", "Commons Chamber"]
            owner, owners = None, [*owners, None, None]
        else:
            owner = owner if line in spoken else None
            lines.append(line)
            owners.append(owner)
    return "\n".join(lines), owners


def measure(text: str, truths: list[bool | None], count: Count) -> None:
    """Compare what is said of each line with what is true; None is not scored."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    line_of = {start: n for n, start in enumerate(starts)}
    for one in parse(text, layout="parallel-plain").contributions():
        begin = text.rfind("\n", 0, one.span.start) + 1
        truth = truths[line_of[begin]]
        if truth is not None:
            said = one.resolution.new_turn if one.resolution is not None else None
            count.note(one.rules.get("new_turn"), said, truth)


def changes(owners: list[str | None]) -> list[bool | None]:
    """For each line, whether its owner is another than that of the line before it."""
    pairs = zip([None, *owners], owners, strict=False)
    return [None if before is None or now is None else before != now for before, now in pairs]


def main() -> None:
    """Print one line for each source."""
    page = next((CORPUS / "uk-seeds").glob("002_*.txt"))
    text = page.read_text(encoding="utf-8")
    truths: list[bool | None] = [None] * (text.count("\n") + 1)
    for line in (ROOT / "tests" / "labels" / "plain.jsonl").open(encoding="utf-8"):
        label = json.loads(line)
        truths[label["line"] - 1] = label["new_turn"]
    seed = Count()
    measure(text, truths, seed)
    print(seed.line(page.name[:12]))
    every = Count()
    for page in sorted(CORPUS.glob("uk-twfy-*/*.pp.txt")):
        if page.with_name(page.name.replace(".pp.txt", ".gold.jsonl")).exists():
            text, owners = stripped(page)
            measure(text, changes(owners), every)
    print(every.line("stripped"))
    if "--rules" in sys.argv[1:]:
        print("\n".join(every.rules()))


if __name__ == "__main__":
    main()
