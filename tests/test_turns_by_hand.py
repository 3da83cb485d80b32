"""Where turns begin in texts of parliaments that have no reference, against labels made by hand."""

from __future__ import annotations

import bisect
import json
from pathlib import Path

import pytest
from conftest import ROOT

from hansardparse import parse_file

SHARED = ROOT.parent / "shared"
WINDOWS = [json.loads(line) for line in (ROOT / "tests" / "labels" / "turns.jsonl").open(encoding="utf-8")]
#: F1 of the turns of each text, in percent: none may fall below.
FLOORS = {"in": 94.0, "ug": 97.0, "Cook": 95.0, "Fiji": 95.0, "PNG": 97.0}


def found(file: Path, first: int, last: int) -> set[int]:
    """The lines within a window where contributions begin."""
    starts = [0]
    with file.open(encoding="utf-8", newline="") as text:
        lines_of = text.read().split("\n")
    for line in lines_of:
        starts.append(starts[-1] + len(line) + 1)
    transcript = parse_file(file, resolve=False)
    at = (turn.span.start for turn in transcript.contributions())
    lines = {bisect.bisect_right(starts, place) for place in at}
    return {line for line in lines if first <= line <= last}


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window["file"])
def test_turns_begin_where_a_reader_says(window: dict[str, object]) -> None:
    file = SHARED / str(window["file"])
    if not file.is_file():
        pytest.skip(f"no {file}")
    wanted = set(window["turns"])  # type: ignore[call-overload]
    have = found(file, int(str(window["first"])), int(str(window["last"])))
    score = 200 * len(wanted & have) / (len(wanted) + len(have))
    name = file.name.split("_")[0] if "pacific" in file.parts else file.parent.name.split("-")[0]
    print(f"{file.name}: {score:.1f}; missed {sorted(wanted - have)}, more {sorted(have - wanted)}")
    assert score >= FLOORS[name]
