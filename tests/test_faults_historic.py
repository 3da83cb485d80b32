"""Bound volumes: labels that are glued to their words or verbs, and titles that a machine has misread."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows


def said(text: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout="historic", resolve=False).contributions()]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("LORI) MARSH: He had no doubt of it.", "LORI) MARSH", "He had no doubt of it."),
        ("MR. OAKEsaid that he had no doubt of it.", "MR. OAKE", "said that he had no doubt of it."),
        ("SIR TOMOS PUGHasked whether it was so.", "SIR TOMOS PUGH", "asked whether it was so."),
        ("LORD MARSHrose to speak of the wall.", "LORD MARSH", "rose to speak of the wall."),
        ("THE EARL OF UPPER DALEsaid that it was.", "THE EARL OF UPPER DALE", "said that it was."),
        ("LORD MARSH OF HOLMEMy Lords, it is in none.", "LORD MARSH OF HOLME", "My Lords, it is in none."),
        ("MR. McMARSHsaid that it was so.", "MR. McMARSH", "said that it was so."),
        ("LORD FENNin moving the Bill, said no more.", "LORD FENN", "in moving the Bill, said no more."),
        ("SIR TOMOS PUGHregretted that it was so.", "SIR TOMOS PUGH", "regretted that it was so."),
        ("MR. OAKEwould be glad of it.", "MR. OAKE", "would be glad of it."),
        ("VISCOUNT FENNThe wall is old, my Lords.", "VISCOUNT FENN", "The wall is old, my Lords."),
        ("TILE EARL OF UPPER DALE: My Lords, I rise.", "TILE EARL OF UPPER DALE", "My Lords, I rise."),
        ("VISCOUNR MARL OF HOLME: My Lords, no.", "VISCOUNR MARL OF HOLME", "My Lords, no."),
        ("TIIE LORD ADVOCATE: My Lords, no.", "TIIE LORD ADVOCATE", "My Lords, no."),
        ("TRE LORD BISHOP OF ARDLE: I agree.", "TRE LORD BISHOP OF ARDLE", "I agree."),
        ("*TIIE DUKE OF NESS: My Lords, I agree.", "TIIE DUKE OF NESS", "My Lords, I agree."),
        ("MARQUFSS OF UPPER DALE: My Lords, I agree.", "MARQUFSS OF UPPER DALE", "My Lords, I agree."),
    ],
)
def test_a_label_in_capitals(line: str, label: str, words: str) -> None:
    text = f"LORD THORN: My Lords, I ask.\n\n{line}\n\nLORD FELL: My Lords, no.\n"
    assert said(text)[1:] == [(label, words), ("LORD FELL", "My Lords, no.")]


@pytest.mark.parametrize("line", ["REPAIR OF SEA WALLS.", "HOUSE OF COMMONS", "STATE OF THE ROADS: REPORT"])
def test_a_heading_in_capitals_speaks_not(line: str) -> None:
    text = f"LORD THORN: My Lords, I ask.\n\n{line}\n\nLORD FELL: My Lords, no.\n"
    assert [label for label, _ in said(text)] == ["LORD THORN", "LORD FELL"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("words", ["Withdraw!", "Front Bench!", "Why?", "Object."])
@pytest.mark.parametrize(
    "label", ["Hon. Members", "HON. MEMBERS", "An Hon. Member", "Several hon. Members", "Mr. Fell"]
)
def test_a_cry_below_its_label(label: str, words: str, gap: str) -> None:
    text = f"Mr. Oake: I shall not withdraw.\n\n{label}:{gap}{words}\n\nMr. Oake: I shall not.\n"
    assert said(text) == [
        ("Mr. Oake", "I shall not withdraw."),
        (label, words),
        ("Mr. Oake", "I shall not."),
    ]


@pytest.mark.parametrize("line", ["Several -hon. Members: Withdraw.", "VISCOUNR FENN: My Lords, it is not."])
def test_a_label_with_a_slip(line: str) -> None:
    assert said(f"LORD THORN: My Lords, I ask.\n\n{line}\n\nLORD FELL: My Lords, no.\n")[1] == tuple(
        line.split(": ")
    )


@pytest.mark.parametrize(
    "held", ["[holding answer 6 May 1987]", "[pursuant to her reply, 4 May 1987, c. 88]"]
)
def test_what_an_answer_goes_back_to(held: str) -> None:
    answer = f"Mrs. Fell (Lower Ness) {held}"
    text = f"Mr. Oake: How deep is it?\n\n{answer}: Nine feet.\n\nMr. Oake: And how wide?\n"
    assert said(text)[1:] == [(answer, "Nine feet."), ("Mr. Oake", "And how wide?")]


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("405 Sea Walls {3 JULY 1858} Bill. 406", "405"),
        ("405 Supply— {COMMONS} Report.", "405"),
        ("Supply— {LORDS} Report. 406", "406"),
    ],
)
def test_the_head_of_a_page_within_a_speech(head: str, column: str) -> None:
    text = (
        "MR. OAKE said, he had come down to the House in the full belief that the wall\n"
        f"{head}\nwould be mended before the autumn; but he was deceived.\n\nMR. FELL: No.\n"
    )
    found = list(rows(parse(text, layout="historic", resolve=False)))
    assert [row["text"] for row in found if row["type"] == "contribution"] == [
        "said, he had come down to the House in the full belief that the wall would be mended before the "
        "autumn; but he was deceived.",
        "No.",
    ]
    assert [row["column"] for row in found if row["type"] == "column"] == [column]


@pytest.mark.parametrize(
    "label", ["Mr.. Gerald Oake", "Mrs. Oake (Ardle))", "The Minister for Coasts [Mr. Oake]"]
)
def test_a_stop_or_a_bracket_too_much(label: str) -> None:
    text = f"Mr. Fell (Upper Dale): I rise.\n\n{label}: It is old.\n\nMr. Fell: No.\n"
    found = parse(text, layout="historic", resolve=False).contributions()
    assert [(c.speaker.label, c.text) for c in found][1:] == [(label, "It is old."), ("Mr. Fell", "No.")]


def test_what_is_cried_in_square_brackets_is_said() -> None:
    text = "Mr. Fell (Upper Dale): The wall is old. [HON. MEMBERS: No.] It is.\n\nMr. Oake: No.\n"
    found = parse(text, layout="historic", resolve=False).contributions()
    assert [c.speaker.label for c in found] == ["Mr. Fell (Upper Dale)", "Mr. Oake"]


@pytest.mark.parametrize(
    "told", ["MR. Talbot said, he would go.", "MR. McKennasaid that he would.", "MR. TALBoT rose."]
)
def test_a_title_in_capitals_tells_a_turn_whatever_the_name_is_in(told: str) -> None:
    found = parse(f"MR. OAKE: No.\n\n{told}\n", layout="historic", resolve=False)
    assert len(list(found.contributions())) == 2


def test_a_title_in_capitals_and_no_word_of_speech_tell_none() -> None:
    found = parse("MR. OAKE: No.\n\nMR. Talbot went home.\n", layout="historic", resolve=False)
    assert len(list(found.contributions())) == 1
