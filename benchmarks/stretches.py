"""Stretches of turns whose kinds are known: what the weights of `resolve` are estimated and judged by.

- the days of `../shared/corpus/uk-twfy-modern` whose record types its turns, in two layouts
- the stretches of `tests/labels/stretches.jsonl`, read through
- records of other parliaments whose turns have types (`benchmarks/labels_abroad.py`); what the reader takes
  from these is taken away
- stretches that are invented (`benchmarks/invented.py`)

A transcript is no part of the project: what is not there is left out.
"""

from __future__ import annotations

import collections
import html
import itertools
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import attrs

import hansardparse
from benchmarks.invented import FORMS, HEADINGS, page, stretch
from benchmarks.labels_abroad import EXCERPTS, FOLDERS
from hansardparse.model.nodes import Contribution, Section
from hansardparse.parliaments import profile
from hansardparse.resolving.chair import settle_fixed
from hansardparse.resolving.findings import Findings
from hansardparse.resolving.openings import signs
from hansardparse.resolving.people import identify
from hansardparse.resolving.turns import Turn, walk

HERE = Path(__file__).resolve().parent.parent
CORPUS = HERE.parent / "shared" / "corpus"
LABELS = HERE / "tests" / "labels" / "stretches.jsonl"
#: Kinds by the letter that stands for them in the labels; `x` is any.
LETTERS = {
    "q": "question", "a": "answer", "s": "supplementary", "r": "response", "t": "statement", "d": "speech",
    "i": "intervention", "c": "chair", "g": "gesture", "p": "point_of_order", "x": "unknown",
}  # fmt: skip
_LETTER = {kind: letter for letter, kind in LETTERS.items()}
#: So many stretches of each form are invented, and so many of those that there are most orders of.
INVENTED = 40, 120
TYPED = ("debates2020-12-14b", "debates2020-12-16b", "debates2021-03-12a")
LAYOUTS = ("pp", "twfy")
_UK = {
    "Speech": "d", "Intervention": "i", "Question": "q", "SupplementaryQuestion": "s", "Answer": "a",
    "Statement": "t", "PointOfOrder": "p",
}  # fmt: skip


class Unit(NamedTuple):
    """Turns that stand together with a letter for the kind of each, and of which day and parliament."""

    parliament: str
    day: str
    turns: list[Turn]
    kinds: str
    findings: Findings


def units() -> Iterator[Unit]:
    """All that is known, what is printed of kinds taken away where it is the answer."""
    yield from _typed()
    yield from _read_through()
    yield from _abroad()
    yield from _invented()


def turns_of(transcript: Any, code: str = "uk") -> tuple[list[Turn], Findings]:
    """The turns of a transcript as `resolve` sees them before it looks for their roles."""
    words = profile(code)
    turns, chairs, _ = walk(transcript, words)
    _, who, _ = identify(turns, chairs, words)
    for turn, (known, _) in zip(turns, who, strict=True):
        turn.who = known
        turn.gap = turn.gap and known is not None and known is turns[turn.n - 1].who
    findings = Findings(signs(words))
    findings.signs.note(turns)
    settle_fixed(turns, chairs, findings)
    return turns, findings


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)).casefold()).strip()[:60]


def _matched(turns: list[Turn], known: Iterator[tuple[str, str]]) -> list[str]:
    """The letter of each turn whose first words are known, `x` for others."""
    found = collections.defaultdict(collections.deque)
    for words, letter in known:
        found[_fold(words)].append(letter)
    letters = []
    for turn in turns:
        row = found.get(_fold(turn.item.text.split("\n\n")[0]))
        letter = (row.popleft() if len(row) > 1 else row[0]) if row else "x"
        letters.append(_LETTER.get(turn.kind or "", letter))
    return letters


def _day(name: str) -> str:
    """What is left out together: a day of sitting, or a file that is none."""
    day = re.search(r"\d{4}-\d\d-\d\d", name)
    return day[0] if day else name


def _cut(
    parliament: str, day: str, turns: list[Turn], letters: list[str], findings: Findings
) -> Iterator[Unit]:
    for _, group in itertools.groupby(turns, key=lambda turn: turn.unit):
        unit = list(group)
        yield Unit(parliament, day, unit, "".join(letters[turn.n] for turn in unit), findings)


def _typed() -> Iterator[Unit]:
    """The days whose record types its turns; an urgent question is one, whatever it is typed as."""
    for day in TYPED:
        file = CORPUS / "uk-twfy-modern" / f"{day}.xml"
        if not file.is_file():
            continue
        said = []
        for attributes, body in re.findall(r"<speech ([^>]*)>(.*?)</speech>", file.read_text("utf-8"), re.S):
            kind = re.search(r'type="(?:Start|Continuation) ([^"]+)"', attributes)
            first = re.search(r"<p [^>]*>(.*?)</p>", body, re.S)
            if first is not None:
                letter = _UK.get(kind[1], "x") if kind else "x"
                said.append((first[1], "q" if "(Urgent Question)" in first[1] else letter))
        for layout in LAYOUTS:
            text = file.with_name(f"{day}.{layout}.txt")
            turns, findings = turns_of(hansardparse.parse_file(text, resolve=False))
            yield from _cut("uk", _day(day), turns, _matched(turns, iter(said)), findings)


def _read_through() -> Iterator[Unit]:
    """The stretches of the labels; of one without a full stop at its end the page has not all."""
    rows = [json.loads(line) for line in LABELS.read_text().splitlines()]
    for name, group in itertools.groupby(rows, key=lambda row: row["file"]):
        if not (CORPUS / name).is_file():
            continue
        turns, findings = turns_of(hansardparse.parse_file(CORPUS / name, resolve=False))
        for row in group:
            unit = turns[row["first"] : row["first"] + len(row["kinds"])]
            yield Unit("uk", _day(name), unit, row["kinds"], findings)
        other = CORPUS / name.replace(".pp.", ".twfy.")
        if ".pp." in name and other.is_file():
            again, findings = turns_of(hansardparse.parse_file(other, resolve=False))
            rows_of = [row for row in rows if row["file"] == name]
            said = (
                (turns[row["first"] + n].item.text.split("\n\n")[0], letter)
                for row in rows_of
                for n, letter in enumerate(row["kinds"])
            )
            yield from _cut("uk", _day(name), again, _matched(again, said), findings)


def _abroad() -> Iterator[Unit]:
    for folder, (files, said) in FOLDERS.items():
        for file in sorted((CORPUS / folder).glob(files)):
            if file.name.endswith("-fr.xml") or not file.with_suffix("").with_suffix(".gold.jsonl").is_file():
                continue
            transcript = hansardparse.parse_file(file, resolve=False)
            transcript = attrs.evolve(transcript, items=tuple(map(_unprinted, transcript.items)))
            turns, findings = turns_of(transcript, transcript.parliament or folder[:2])
            day = file.stem if folder != EXCERPTS else folder
            yield from _cut(folder[:2], day, turns, _matched(turns, said(file)), findings)


def _invented() -> Iterator[Unit]:
    chance = random.Random(17)
    made = [
        (form, stretch(form, chance))
        for form in FORMS
        for _ in range(INVENTED[form in ("debate", "remarks", "statement")])
    ]
    text = page((chance.choice(HEADINGS.get(form, ("Sea Walls",))), turns) for form, turns in made)
    turns, findings = turns_of(hansardparse.parse(text, layout="parallel", resolve=False))
    letters = "".join(letter for _, rows in made for _, _, letter in rows)
    if len(letters) != len(turns):
        raise SystemExit("an invented turn was not found again")
    for _, group in itertools.groupby(turns, key=lambda turn: turn.unit):
        unit = list(group)
        yield Unit("invented", "invented", unit, letters[unit[0].n : unit[-1].n + 1], findings)


def _unprinted(item: Any) -> Any:
    """The same without the kinds that the container gives."""
    if type(item) is Section:
        return attrs.evolve(item, items=tuple(map(_unprinted, item.items)))
    if type(item) is Contribution and item.printed_kind in ("question", "answer", "supplementary"):
        return attrs.evolve(item, printed_kind="speech")
    return item
