"""Faults met on sixty texts, each written down with what is right before the parser had read it."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows


def turns(text: str, layout: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout, resolve=False).contributions()]


def headings(text: str, layout: str) -> list[str]:
    return [str(row["text"]) for row in rows(parse(text, layout=layout)) if row["type"] == "heading"]


def kinds(text: str, layout: str) -> list[str]:
    return [c.kind for c in parse(text, layout=layout).contributions()]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_divisions_subject_before_its_time(gap: str) -> None:
    lines = ["Division No. 41]", "Amendment 12 (Harbour dues)", "[7.14 pm", "AYES", "Fenn, Sir Ivor", "NOES"]
    text = gap.join([*lines, "Reed, Ivor", "Oake, Gerald", "Question accordingly negatived."])
    (found,) = parse(text, layout="official-report").divisions()
    assert (found.number, found.time, found.subject) == ("41", "19:14", "Amendment 12 (Harbour dues)")
    assert [[vote.name for vote in side.votes] for side in found.groups] == [
        ["Fenn, Sir Ivor"],
        ["Reed, Ivor", "Oake, Gerald"],
    ]
    assert not headings(text, "official-report")


@pytest.mark.parametrize(("noes", "tellers"), [(3, []), (2, ["Nia Lloyd"])])
def test_a_last_name_without_a_comma_votes_where_the_total_says_so(noes: int, tellers: list[str]) -> None:
    names = "Oake, Gerald\n\nPugh, Tomos\n\nNia Lloyd"
    text = f"The House divided: Ayes 1, Noes {noes}.\n\nDivision No. 7] [11.42 am\n\nAYES\n\nFell, Una\n\n"
    (found,) = parse(f"{text}NOES\n\n{names}\n\nQuestion negatived.\n", layout="official-report").divisions()
    assert len(found.groups[1].votes) == noes
    assert [vote.name for vote in found.groups[1].tellers] == tellers
