"""Divisions: their numbers, times, totals, names and tellers, and totals that do not add up."""

from __future__ import annotations

from hansardparse import parse
from hansardparse.model.nodes import Division

LIST = """The House divided: Ayes {ayes}, Noes 1.

Division No. 87] [7.14 pm

AYES

Abney, Ms Dora

Fell, Tobias

(Lower Dale)

McOake, Gus M.Reed, Ivy

Tellers for the Ayes:

Lily Green and

Greg Mould

NOES

Oake, Gerald (Proxy vote cast by Ada Marsh)

Tellers for the Noes: Jim Dell and Norma Hill

Question accordingly agreed to.
"""


def division(ayes: int = 4) -> tuple[Division, list[str]]:
    transcript = parse(LIST.format(ayes=ayes), layout="official-report")
    (found,) = transcript.divisions()
    return found, [p.message for p in transcript.problems if p.code == "division-total"]


def test_the_head_of_a_division_is_taken_apart() -> None:
    found, _ = division()
    assert (found.number, found.time, found.totals) == ("87", "19:14", {"aye": 4, "no": 1})


def test_names_are_told_apart_however_the_list_is_broken() -> None:
    ayes = division()[0].groups[0]
    assert [v.name for v in ayes.votes] == ["Abney, Ms Dora", "Fell, Tobias", "McOake, Gus M.", "Reed, Ivy"]
    assert str(ayes.votes[1].constituency) == "Lower Dale"


def test_tellers_are_no_votes() -> None:
    ayes, noes = division()[0].groups
    assert [v.name for v in ayes.tellers] == ["Lily Green", "Greg Mould"]
    assert [v.name for v in noes.tellers] == ["Jim Dell", "Norma Hill"]
    assert [v.proxy for v in noes.votes] == ["Ada Marsh"]


def test_a_total_that_differs_from_its_list_is_reported_and_kept() -> None:
    assert division()[1] == []
    found, problems = division(ayes=9)
    assert problems == ["AYES: 9 stated, 4 listed"]
    assert found.groups[0].stated == 9
