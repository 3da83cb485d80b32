"""Every text that once broke a law, found by the fuzzer (`make fuzz`) or otherwise, cut to what broke it."""

from __future__ import annotations

from pathlib import Path

import oracle
import pytest
from conftest import SAMPLES

from hansardparse import dumps, loads, parse

CRASHES = [
    ("release", "OTION: .\u200d"),
    ("official-report", "Observations from the Secretary of State for Coasts:\n"),
    ("historic-site", "§ THE EARL OF " + "UPPER " * 40),
    ("historic-site", "§ An HON. MRS\n\n3.3 p m.\n\nMr. Dale:it is late.\n\n"),
    ("official-report", '"(2A) A harbour master shall be consulted."\r\n' * 7),
    (
        "historic",
        "MR. OAKE said, that the wall of the harbour had long been known to \nleak at the ferry.\n\n" * 9,
    ),
    (
        "official-report",
        "Abel, Ada\tDale\n\nBrook, Sir Ernest\tMarsh, and I have seen the harbour master since then and\n"
        "would sooner trust the wall, which has been where it is for a\nhundred and seventy years, than any "
        "other wall there may be on\nthis coast, or on the next one.\n\n" * 3,
    ),
]


@pytest.mark.parametrize(("layout", "text"), CRASHES)
def test_what_crashed_once_parses(layout: str, text: str) -> None:
    transcript = parse(text, layout=layout)
    assert oracle.faults(transcript, text) == []
    assert loads(dumps(transcript)) == transcript


@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{p.parent.name}/{p.stem}" for p in SAMPLES])
def test_characters_that_take_no_room_are_kept(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    layout = sample.parent.name
    for odd, plain in (("\u200b\n", "\n"), ("\n\ufeff", "\n"), (".\u200d ", ". ")):
        damaged = text.replace(plain, odd)
        assert oracle.faults(parse(damaged, layout=layout, resolve=False), damaged) == []
