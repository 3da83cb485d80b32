"""Lines that were broken at a width: which of them are one paragraph, where no blank line says so."""

from __future__ import annotations

import textwrap

import pytest

from hansardparse import parse
from hansardparse.nodes import Heading, Note, leaves

WALL = (
    "I have seen the wall at Port Ardle, and I have seen the harbour master. I would sooner trust the wall, "
    "which has at any rate been where it was put for a hundred and seventy years, as the harbour has been."
)
STONE = "There is money in the estimates for the stone, but no stone has been found that the wall can take."


def wrapped(*paragraphs: str, width: int = 72, between: str = "\n") -> str:
    return between.join(textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs) + "\n"


def spoken(text: str, layout: str = "official-report") -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout, resolve=False).contributions()]


@pytest.mark.parametrize("width", [60, 66, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("layout", ["official-report", "historic"])
def test_a_turn_begins_wherever_its_label_stands(width: int, between: str, layout: str) -> None:
    turns = [("Mr. Oake", WALL), ("The Minister for Coasts (Mr. Gerald Fell)", STONE)] * 4
    text = wrapped(*(f"{label}: {words}" for label, words in turns), width=width, between=between)
    assert spoken(text, layout) == turns


def test_a_short_line_ends_its_paragraph() -> None:
    text = wrapped(f"Mr. Oake: {WALL}", STONE, WALL)
    assert spoken(text) == [("Mr. Oake", f"{WALL}\n\n{STONE}\n\n{WALL}")]


def test_a_label_is_found_below_a_line_that_is_full() -> None:
    full = "x" * 35 + " " + "y" * 36 + ". "
    text = wrapped(f"Mr. Oake: {WALL} {WALL}", full, f"Ms Ada Marsh (Upper Dale) (Lab): {STONE}")
    assert [label for label, _ in spoken(text)] == ["Mr. Oake", "Ms Ada Marsh (Upper Dale) (Lab)"]


def test_a_label_may_be_broken_itself() -> None:
    label = "The Minister for Coasts, Harbours, Lamps and the Repair of Sea Walls (Mr. Gerald Fell)"
    text = wrapped(f"Mr. Oake: {WALL}", f"{label}: {STONE}", f"Mr. Oake: {WALL}")
    assert spoken(text) == [("Mr. Oake", WALL), (label, STONE), ("Mr. Oake", WALL)]


def test_a_column_within_a_sentence_is_joined_to_neither_part() -> None:
    first, second = WALL[:130].rstrip(), WALL[130:].lstrip()
    text = wrapped(f"Mr. Oake: {STONE} {first}", "4 Mar 2003 : Column 269", second, f"Mr. Fell: {WALL}")
    assert spoken(text) == [("Mr. Oake", f"{STONE} {WALL}"), ("Mr. Fell", WALL)]


def test_a_heading_stands_alone() -> None:
    heading = "The Condition of the Lamps on the Pier at Port Ardle"
    text = wrapped(f"Mr. Oake: {WALL}", heading, f"Mr. Fell: {STONE}", f"Mr. Oake: {WALL}")
    transcript = parse(text, layout="official-report")
    assert [leaf.text for leaf in leaves(transcript) if isinstance(leaf, Heading)] == [heading]
    assert [c.text for c in transcript.contributions()] == [WALL, STONE, WALL]


def test_what_the_house_does_begins_a_line() -> None:
    text = wrapped(f"Mr. Oake: {WALL}", "Question put and agreed to.", f"Mr. Fell: {WALL}", WALL)
    assert [words for _, words in spoken(text)] == [WALL, f"{WALL}\n\n{WALL}"]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Ada Fenn-", "Marsh", "Ada Fenn-Marsh"),
        ("Ada Fenn-", "    Marsh", "Ada Fenn-Marsh"),
        ("the har-", "    bour", "the harbour"),
        ("a 12-", "    foot", "a 12-foot"),
        ("the non-", "Marsh folk", "the non-Marsh folk"),
        ("the wall-", "Mr. Fell", "the wall- Mr. Fell"),
        ("the wall-", "    Mr. Fell", "the wall- Mr. Fell"),
        ("£3-", "    4 each", "£3- 4 each"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(above: str, below: str, whole: str) -> None:
    text = (
        f"    Mr. Oake: I think that the House may remember that the wall of an old tower fell on {above}\n"
        f"{below} in the great storm of that year, and that nobody has mended what the sea took from us\n"
        "    since, nor has the Board been asked whether it will pay the men who built it, as it promised\n"
        "    to do when the stone was laid.\n"
    )
    (turn,) = parse(text, layout="historic").contributions()
    assert f"fell on {whole} in the great storm" in turn.text


def test_an_odd_line_break_behind_a_hyphen_is_kept() -> None:
    (note,) = parse("-\x0b0", layout="webpage").items
    assert type(note) is Note and note.text == "-\x0b0"
