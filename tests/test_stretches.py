"""Kinds of turns in invented stretches, against those that a reader gave who had not seen the rules."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from hansardparse import parse

TEXTS = sorted((Path(__file__).parent / "stretches").glob("*.txt"))
ALIKE = {"response": "supplementary"}
LEAST = {"statement": 0.85, "point_of_order": 0.85}


def given(text: Path) -> list[str]:
    kinds: list[str] = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
    return kinds


@cache
def found(text: Path) -> list[tuple[str, str, str]]:
    """The label, the first words and the kind of each turn."""
    read = parse(text.read_text(encoding="utf-8"), layout="official-report")
    return [(c.speaker.label if c.speaker else "", c.text[:60], c.kind) for c in read.contributions()]


def of_kind(kind: str) -> str:
    return ALIKE.get(kind, kind)


@pytest.fixture(scope="module")
def counts() -> tuple[Counter[str], Counter[str], list[str]]:
    """Turns and right turns per kind, without the Chair's, and a line for each that is wrong."""
    turns: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong = []
    for text in TEXTS:
        for n, (kind, (label, words, own)) in enumerate(zip(given(text), found(text), strict=True), 1):
            if kind == "chair":
                continue
            turns[of_kind(kind)] += 1
            if of_kind(kind) == of_kind(own):
                right[of_kind(kind)] += 1
            else:
                wrong.append(f"{text.stem} {n} | {label} | {words!r} | {kind} | {own}")
    return turns, right, wrong


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_every_turn_is_found(text: Path) -> None:
    assert len(found(text)) == len(given(text))


def test_kinds_are_right(counts: tuple[Counter[str], Counter[str], list[str]]) -> None:
    turns, right, wrong = counts
    few = {
        kind: f"{right[kind]} of {n}"
        for kind, n in turns.items()
        if (kind in LEAST or n >= 20) and right[kind] < LEAST.get(kind, 0.9) * n
    }
    assert not few, "\n".join([str(few), *wrong])


def test_most_turns_are_right(counts: tuple[Counter[str], Counter[str], list[str]]) -> None:
    turns, right, wrong = counts
    assert right.total() >= 0.95 * turns.total(), "\n".join(wrong)
