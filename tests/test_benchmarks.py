"""What the benchmark compares with is what it says: an alternation that finds the lines of a layout."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.floor import LABELS, floor
from benchmarks.texts import debate
from hansardparse import LAYOUTS, parse


def test_there_is_a_floor_for_every_layout() -> None:
    assert LABELS.keys() == set(LAYOUTS)


@pytest.mark.parametrize("layout", LABELS)
def test_the_floor_has_every_line_and_finds_most_labels(layout: str) -> None:
    text = debate(layout, 60_000)
    lines = floor(text, layout)
    assert "".join(line.text for line in lines) == text
    assert all(text[line.start : line.end] == line.text for line in lines)
    labels = Counter(line.kind for line in lines)["label"]
    transcript = parse(text, layout=layout, resolve=False)
    # without labels, what stands above each debate is all there is to find
    there = transcript.sections() if layout == "parallel-plain" else transcript.contributions()
    turns = sum(1 for _ in there)
    assert 0.8 * turns <= labels <= 1.6 * turns
