"""One line put anywhere in a page changes the turn that it falls in, and the two beside it: no more.

The lines are those that stand beside the terminals of a layout's grammar. Each is tried at a few places of
each sample, and at all of them where Hypothesis is `thorough`.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES
from examples import EXAMPLES

from hansardparse import Transcript, parse

#: At how many places of a sample a line is tried, where not at all of them.
PLACES = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 2

#: What a release is decides what is said in all of it.
RELEASE = "a line that says that a release is a speech is taken at its word (lines/release.py)"

#: A label or a list above the first one that is there says of everybody who is named below it what they are.
LISTS = "who is listed as a witness gives evidence in all of the hearing (build/hearing.py)"

#: What the law does not hold for, by sample: the reason, and the terminals. Each still fails, so that the
#: list must shrink when one is mended.
KNOWN: dict[str, tuple[str, tuple[str, ...]]] = {
    "evidence/answers-in-brackets": (LISTS, ("ASKED", "PRESENT")),
    "evidence/labels-lost": (
        LISTS,
        (
            "SITS",
            "CHAIR_ASKS",
            "MEMBER_ASKS",
            "ANSWERED",
            "SAYS",
            "LABEL",
            "BARE",
            "ASKED",
            "ANSWER",
            "NUMBERED",
            "PRESENT",
        ),
    ),
    "evidence/lines-broken-after-labels": (
        LISTS,
        ("ASKED", "PRESENT", "CAPITALS", "NOTED", "_DAY_CAPITALS"),
    ),
    "evidence/names-a-line": (LISTS, ("TAKEN", "PANEL")),
    "evidence/nobody-listed": (LISTS, ("TAKEN", "WITNESSES")),
    "evidence/printed-volume": (LISTS, ("PRESENT",)),
    "evidence/uncorrected": (LISTS, ("TAKEN", "PANEL")),
    "release/told-in-a-sentence": (RELEASE, ("ISSUED",)),
}


def turns(transcript: Transcript) -> list[Any]:
    """What each contribution says; a time or a column that was put in is in force in all that follow."""
    return [(c.speaker, c.blocks, c.printed_kind, c.occasion) for c in transcript.contributions()]


class Page:
    """A sample, and what a line does to it."""

    def __init__(self, sample: Path) -> None:
        self.layout = sample.parent.name
        self.text = sample.read_bytes().decode("utf-8").replace("\r\n", "\n")
        read = parse(self.text, layout=self.layout, resolve=False)
        self.turns = turns(read)
        self.spans = [c.span for c in read.contributions()]
        self.places = [0, *(at + 1 for at, c in enumerate(self.text[:-1]) if c == "\n")]

    def keeps(self, line: str, at: int) -> bool:
        """Whether a line that is put in at a place leaves the turns that are not near to it as they were."""
        text = f"{self.text[:at]}{line}\n{self.text[at:]}"
        found = turns(parse(text, layout=self.layout, resolve=False))
        above = sum(span.end <= at for span in self.spans)
        below = sum(span.start >= at for span in self.spans)
        inside = above + below < len(self.spans)  # else it falls to the turn above it
        first, last = max(0, above - (1 if inside else 2)), max(0, below - 1)
        return (
            len(found) >= first + last
            and found[:first] == self.turns[:first]
            and found[len(found) - last :] == self.turns[len(self.turns) - last :]
        )


def of_sample(sample: Path) -> str:
    return f"{sample.parent.name}/{sample.stem}"


def tried(page: Page, sample: Path, line: str) -> Iterator[int]:
    """Some places of a page, the same for the same sample and line."""
    chance = random.Random(f"{of_sample(sample)} {line}")
    yield from page.places if len(page.places) <= PLACES else chance.sample(page.places, PLACES)


@pytest.mark.parametrize("sample", SAMPLES, ids=map(of_sample, SAMPLES))
def test_a_line_that_is_put_in_changes_what_is_near_to_it(sample: Path) -> None:
    page = Page(sample)
    _, known = KNOWN.get(of_sample(sample), ("", ()))
    failed = [
        f"{terminal}: {line!r} at {at}"
        for terminal, line in EXAMPLES[page.layout]
        if terminal not in known
        for at in tried(page, sample, line)
        if not page.keeps(line, at)
    ]
    assert not failed, failed[:5]


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_known_to_change_more_still_does(name: str) -> None:
    (sample,) = (s for s in SAMPLES if of_sample(s) == name)
    page = Page(sample)
    _, known = KNOWN[name]
    for wanted in known:
        lines = [line for terminal, line in EXAMPLES[page.layout] if terminal == wanted]
        assert any(not page.keeps(line, at) for line in lines for at in page.places), wanted


def test_a_number_makes_a_statement_of_what_stands_above_it() -> None:
    turn = "Ada Marsh Portrait Ada Marsh\n- Hansard -\n\nThe wall leaks.\n\n"
    said = list(parse(f"Walls\n\n{turn}{turn}[HCWS265]\n\n{turn}", layout="parallel").contributions())
    assert [c.printed_kind for c in said] == ["speech", "statement", "speech"]


def test_an_age_begins_a_section_though_lines_stand_above_it() -> None:
    page = "(7 months ago)\nWritten StatementsI am today laying the report.\n"
    for above in ("", "Ada Marsh Excerpts\n", "[P001234]\n"):
        (said,) = parse(above + page, layout="parallel-plain", resolve=False).contributions()
        assert said.printed_kind == "statement"
