"""Texts that have lost their newlines: a page is one line, and turns stand behind each other in it."""

from __future__ import annotations

import pytest

from hansardparse import parse
from hansardparse.layouts import ranked

#: What is said stands so often that its line is a long one.
LONG = "The wall of Port Ardle has leaked for nine years, and the Minister has had forty letters of it. " * 5
HEAD = "Tuesday, 3 May 1988\n\nTotal Page:16\n\n"


def page(*turns: str) -> str:
    """A page of one line below the head of a site that keeps copies."""
    return f"{HEAD}{' '.join(turns)}\n"


def said(text: str) -> list[tuple[str | None, str]]:
    """Who speaks, and the first words."""
    return [(c.speaker.label, " ".join(c.text.split()[:3])) for c in parse(text).contributions()]


COLONS = ("MR. SPEAKER: I call Mr. Oake.", f"HON. A. MARSH (Premier): {LONG}", "MR. OAKE: When? When?")
MIXED = ("The Deputy Speaker: I call Mr Oake.", f"Mr Gerald Oake (Port Ardle): {LONG}", "Ms Marsh: It is.")
STOPS = ("Mr. Oake (Port Ardle).—I see it leaks.", f"Mr. SPEAKER.—{LONG}", "Mr. Oake (Port Ardle).—So.")
DASHES = ("Mr OAKE (Port Ardle)—I see it leaks.", f"Mr SPEAKER—{LONG}", "Mr FENN—I have done.")


@pytest.mark.parametrize("turns", [COLONS, MIXED, STOPS, DASHES])
def test_each_turn_is_one_and_the_layout_is_in_doubt(turns: tuple[str, ...]) -> None:
    found = parse(page(*turns))
    assert [c.speaker.label for c in found.contributions()] == [
        turn.partition(":")[0] if ": " in turn else turn.partition("—")[0].rstrip(".") for turn in turns
    ]
    assert found.confidence <= 0.3
    assert "uncertain-layout" in {problem.code for problem in found.problems}


def test_an_assistant_minister_in_capitals_begins_a_turn_and_two_blanks_a_heading() -> None:
    turns = (
        "MR. OAKE: Mr. Speaker, Sir, when will it be mended?",
        f" THE ASSISTANT MINISTER FOR HARBOURS (Mr. Fell): {LONG.rstrip()}",
        " POINTS OF ORDER",
        " MR. SPEAKER: I call her.",
        "MS. MARSH: It is so.",
    )
    found = list(parse(page(*turns)).contributions())
    assert [c.speaker.label for c in found] == [
        "MR. OAKE",
        "THE ASSISTANT MINISTER FOR HARBOURS (Mr. Fell)",
        "MR. SPEAKER",
        "MS. MARSH",
    ]
    assert all("POINTS OF ORDER" not in c.text for c in found)


def test_a_heading_before_a_label_is_none_of_the_words() -> None:
    found = said(page(f"MR. OAKE: {LONG}", "SEA WALLS", "MR. SPEAKER: I call her.", "MS. MARSH: It is so."))
    assert found == [("MR. OAKE", "The wall of"), ("MR. SPEAKER", "I call her."), ("MS. MARSH", "It is so.")]
    turns = (f"MR. OAKE: {LONG}", "SEA WALLS", "MR. SPEAKER: I call her.", "MS. MARSH: It is so.")
    assert all("SEA WALLS" not in c.text for c in parse(page(*turns)).contributions())


def test_a_label_in_capitals_may_follow_a_name() -> None:
    turns = (
        "THE SPEAKER: Welcome.",
        LONG,
        "2. Mr Ivor Reed THE SPEAKER: So.",
        "3. Ms Marsh THE SPEAKER: So.",
    )
    assert [label for label, _ in said(page(*turns))] == ["THE SPEAKER"] * 3


def test_a_title_within_the_line_tells_whose_record_it_is() -> None:
    head = "Page 4 LEGISLATIVE ASSEMBLY OF ALBERTA [All stood.]"
    found = parse(page(head, "CLERK: Order!", f"MR. OAKE: {LONG}", "CLERK: It is so."))
    assert found.parliament == "ca"
    assert [c.speaker.label for c in found.contributions()] == ["CLERK", "MR. OAKE", "CLERK"]


@pytest.mark.parametrize(
    "text",
    [
        f"Mr Oake: {LONG}\n\nMs Marsh: {LONG}\n\nMr Oake: {LONG} I told Mr Speaker: the wall leaks.\n",
        f"Mr Oake: {LONG} So. Mr Fenn: When? Mr Reed: Now.\n\nMs Marsh: No.\n\nMr Oake: {LONG}\n\n"
        f"Ms Marsh: So.\n",
        "Mr Oake: When? Ms Marsh: Now. Mr Oake: Soon. Ms Marsh: No.\n",
    ],
)
def test_a_text_that_has_its_newlines_is_not_touched(text: str) -> None:
    assert ranked(text).together is None


def test_a_whole_sitting_may_be_one_line() -> None:
    turns = [f"{label} {LONG}" for label in ("Mr Oake (Port Ardle):", "Mr Speaker:", "Ms Marsh:")] * 60
    found = parse(f"{' '.join(turns)}\n")
    assert len(list(found.contributions())) == 180


def test_places_and_the_words_are_those_of_the_text() -> None:
    text = page(*COLONS)
    found = parse(text, resolve=False)
    for turn in found.contributions():
        assert text[slice(*turn.span)].startswith(turn.speaker.label or "")
    assert found.problems[0].line >= 1
    assert all(c.text in text for c in found.contributions())
