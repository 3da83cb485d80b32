"""What is wrong with the reference files, counted: `python -m benchmarks.gold FOLDER...`.

Some of them are another parser's output. For each folder: how many labels stand inside another's words, how
many turns have their own label in front of their words, how many speakers are none, how many lines of names
of a division list are called words, and how many turns are one paragraph where the text has several. Then the
turns once more (F1 of label and beginning), against the same files with these five put right; nothing of
that asks the parser. What is left out of `ours` is what the reference has nowhere.
"""

from __future__ import annotations

import collections
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

from hansardparse.parsing import parse_file

#: A title and a capital, some who are not named, an office.
TITLED = (
    r"(?:(?i:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Senator|M|Mme|Adv|Mnr|Hon)\.? |L'hon\. )(?i:[a-zß-ÿ])"
    r"|(?i:(?:Some|Several|An) hon|Des (?:voix|députés)|Une voix)"
    r"|(?i:(?:The|Le|La) (?:\w+ ){0,2}(?:Speaker|Chair|Minister|président)))"
)
#: What looks like a label in front of words, by what ends it: a colon, or a dash or a stop behind capitals.
INSIDE = re.compile(
    rf"(?P<label>{TITLED}[^:\n]{{0,160}}?):\s*(?P<words>\S.*)"
    rf"|(?P<called>{TITLED}\.? [A-Z][A-Z. '’c]{{2,40}}(?:\([^()\n]{{1,80}}\))?) ?\.? ?[—–-]+ ?(?P<said>\S.*)",
    re.S,
)
#: A speaker that is nobody: a number, a bracket, a heading.
NOBODY = re.compile(r"\W*[0-9]*\W*|\[.*|Assoc|Vernacular Speeches|.*;|Motion|AYES")
#: `Oake, G. T.`, `Ayes—52.`, and their runs.
NAMES = re.compile(
    r"(?:[A-Z][\w'’ -]{1,24}[,.] ?(?:[A-Z]\w{0,2}\.? ?){1,5}[;.]?\s*)+|(?i:ayes|noes) ?[—–-].*"
)
#: What a label has none of, outside its brackets.
SENTENCE = re.compile(r"(?:^[^(]*[,;?!])| (?:is|are|was|that|which) ")
LONGEST = 60
START = 40


def fold(text: str) -> str:
    """Words alone, to compare."""
    return re.sub(r"[\W_]+", " ", re.sub(r"<[^>]*>", " ", text).casefold()).strip()


@attrs.frozen
class Turn:
    """Who speaks, all that is said, and the first paragraph of it, folded."""

    label: str
    words: str
    first: str

    @classmethod
    def of(cls, label: str, paragraphs: list[str]) -> Turn:
        return cls(whole(label), fold(" ".join(paragraphs))[:START], fold(paragraphs[0])[:START])


def whole(label: str) -> str:
    """A label without its brackets and its mark, folded."""
    return fold(re.sub(r"\s*[(\[][^()\[\]]*[)\]]?", " ", label.lstrip("*†")))


class Mended:
    """The turns of one reference file, put right, with what was wrong."""

    def __init__(self, file: Path, known: set[str]) -> None:
        self.wrong: collections.Counter[str] = collections.Counter()
        self.known = known
        self.turns: list[Turn] = []
        for row in map(json.loads, file.open(encoding="utf-8")):
            words = [p.strip() for p in row.get("paras") or [row.get("text") or ""] if fold(p)]
            if row.get("k") != "speech" or not words or not row.get("speaker"):
                continue
            if NOBODY.fullmatch(row["speaker"]):
                self.wrong["nobody"] += 1
                continue
            self.turns += self._cut(row["speaker"], words)

    def _cut(self, speaker: str, words: list[str]) -> Iterator[Turn]:
        """The turns that one row holds."""
        label, said = speaker, [self._unlabelled(speaker, words[0])]
        for paragraph in words[1:]:
            found = INSIDE.fullmatch(paragraph)
            name = found and (found["label"] or found["called"])
            if NAMES.fullmatch(paragraph):
                self.wrong["names"] += 1
            elif found and name and self._is_label(name):
                self.wrong["inside"] += 1
                yield Turn.of(label, said)
                label, said = name, [found["words"] or found["said"]]
            else:
                said.append(paragraph)
        yield Turn.of(label, said)

    def _is_label(self, name: str) -> bool:
        """Whether somebody speaks by this name in a file of the folder, or it is short and no sentence."""
        return whole(name) in self.known or (len(whole(name)) <= LONGEST and not SENTENCE.search(name))

    def _unlabelled(self, speaker: str, words: str) -> str:
        """The first words without the label of their own speaker."""
        own = re.match(rf"{re.escape(speaker.strip())}[.:]?\s+(?=\S)", words)
        self.wrong["own label"] += own is not None
        return words[own.end() :] if own else words


def agree(one: str, other: str) -> bool:
    """Whether two labels name one speaker: the same words, or the words of one are the last of the other."""
    return one == other or one.endswith(" " + other) or other.endswith(" " + one)


def right(ours: list[Turn], turns: list[Turn]) -> int:
    """How many turns have their label and beginning in ours, each of which counts once.

    They begin alike where all their words do, or their first paragraphs.
    """
    left: dict[str, list[Turn]] = collections.defaultdict(list)
    for turn in ours:
        for begins in {turn.words, turn.first}:
            left[begins].append(turn)
    hit, taken = 0, set[int]()
    for turn in turns:
        pool = [*left[turn.words], *left[turn.first]]
        same = next((each for each in pool if id(each) not in taken and agree(each.label, turn.label)), None)
        if same is not None:
            taken.add(id(same))
            hit += 1
    return hit


def main() -> None:
    """Print a line for each folder."""
    print(f"{'':24}{'turns':>6}{'inside':>8}{'own label':>11}{'nobody':>8}{'names':>7}{'ours':>7}{'turn':>7}")
    for folder in map(Path, sys.argv[1:]):
        golds = sorted(folder.glob("*.gold.jsonl"))
        known = {
            whole(row["speaker"])
            for gold in golds
            for row in map(json.loads, gold.open(encoding="utf-8"))
            if row.get("speaker")
        }
        wrong: collections.Counter[str] = collections.Counter()
        want = have = hit = 0
        for gold in golds:
            mended = Mended(gold, known - {""})
            stem = gold.name.removesuffix(".gold.jsonl").removesuffix(".html").removesuffix(".xml")
            for text in sorted({*folder.glob(f"{stem}.txt"), *folder.glob(f"{stem}.*.txt")}):
                ours = [
                    Turn.of(each.speaker.label or "", each.text.split("\n\n"))
                    for each in parse_file(text).contributions()
                    if fold(each.text)
                ]
                wrong += mended.wrong
                want, have = want + len(mended.turns), have + len(ours)
                hit += right(ours, mended.turns)
        kinds = f"{wrong['inside']:8}{wrong['own label']:11}{wrong['nobody']:8}{wrong['names']:7}"
        print(f"{folder.name:24}{want:6}{kinds}{have:7}{200 * hit / max(1, want + have):7.1f}")


if __name__ == "__main__":
    main()
