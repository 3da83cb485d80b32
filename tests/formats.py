"""What a file in a format of others must say again when our own reader reads it back."""

from __future__ import annotations

import itertools
from typing import Any

from hansardparse.nodes import Contribution, Division, Heading, Section, Table, Transcript
from hansardparse.write.xml_tree import clean


def words(text: str | None) -> str:
    """A text as XML holds it."""
    return " ".join(clean(text or "").split())


def said(transcript: Transcript) -> dict[str, list[Any]]:
    """The turns with their labels, the headings and the divisions of a transcript, in order."""
    found: dict[str, list[Any]] = {"turns": [], "headings": [], "divisions": []}
    stack = [iter(transcript.items)]
    while stack:
        for item in stack[-1]:
            if type(item) is Section:
                stack.append(iter(item.items))
                break
            if type(item) is Contribution:
                number = item.question_number
                found["turns"].append((words(item.speaker.label), number, words(text_of(item))))
            elif type(item) is Heading:
                found["headings"].append(words(item.text))
            elif type(item) is Division:
                found["divisions"].append(division(item))
        else:
            stack.pop()
    return found


def text_of(turn: Contribution) -> str:
    """The words of a turn; of a table those of its cells, for nobody keeps what parts them."""
    text = turn.text
    for block in turn.blocks:
        if type(block) is Table:
            text = text.replace(block.text, " ".join(itertools.chain.from_iterable(block.rows)))
    return text


def division(item: Division) -> tuple[Any, ...]:
    """A division: its number, its time and, side by side, the total, who voted and who told."""
    sides = [
        (
            group.option,
            group.stated,
            [(words(vote.name), vote.proxy and words(vote.proxy)) for vote in group.votes],
            [words(vote.name) for vote in group.tellers],
        )
        for group in item.groups
    ]
    return item.number, item.time, sides
