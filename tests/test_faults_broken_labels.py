"""Labels that the print has broken off, or closed with another sign, and the name at the head of a page."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows
from hansardparse.model.nodes import leaves


def said(text: str) -> list[tuple[str | None, str]]:
    transcript = parse(text, layout="official-report", resolve=False)
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize(
    "label",
    [
        "The Parliamentary Under-Secretary of\n\nState for Coasts\n\n(Dr. Gerald Oake)",
        "The Minister for Policing, Harbours and\nCommunity Safety\n(Mr. Gerald Oake)",
        "The Minister for Coasts (Mr.\n\nGerald Oake)",
        "The Minister for Coasts (Mr. Gerald\nOake)",
        "The Secretary of State for Coasts\n\nand Harbours (Gerald Oake)",
        "The Parliamentary Under-Secretary of State, Department for Coasts (Baroness\nMarsh) (Con)",
    ],
)
def test_an_office_that_is_broken_off(label: str) -> None:
    text = f"Mr. Fell (Upper Dale): Who mends it?\n\n{label}: I do.\n\nMr. Fell: When?\n"
    assert said(text) == [("Mr. Fell (Upper Dale)", "Who mends it?"), (label, "I do."), ("Mr. Fell", "When?")]


def test_a_sentence_about_an_office_is_no_label() -> None:
    text = (
        "Mr. Fell: He is\n\nThe Minister for Coasts. He was so\n\n(Mr. Oake says): always.\n\nMr. Oake: No.\n"
    )
    assert [label for label, _ in said(text)] == ["Mr. Fell", "Mr. Oake"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Mr. Speaker; Order, order.", "Mr. Speaker"),
        ("Madam Deputy Speaker; “Order” it is.", "Madam Deputy Speaker"),
        ("Ada Marsh): It is mended.", "Ada Marsh)"),
        ("Ada Marsh: (Upper Dale): It is mended.", "Ada Marsh: (Upper Dale)"),
    ],
)
def test_a_label_with_another_sign_before_its_words(label: str, name: str) -> None:
    text = f"Mr. Fell (Lower Ness): Who mends it?\n\n{label}\n\nMr. Fell: When?\n"
    assert [speaker for speaker, _ in said(text)] == ["Mr. Fell (Lower Ness)", name, "Mr. Fell"]


def test_who_has_a_bracket_too_much_is_heard_by_name() -> None:
    text = "Ada Marsh): It is mended.\n\nTomos Pugh: I am\n\nAda Marsh: so\n"
    assert [label for label, _ in said(text)][-1] == "Ada Marsh"


@pytest.mark.parametrize(
    ("before", "number", "uin"),
    [("( 8. )", "8.", None), ("Q l. [98744] ", "Q l", "98744"), ("(8.) ", "8", None)],
)
def test_the_number_of_a_question_with_a_slip(before: str, number: str, uin: str | None) -> None:
    text = f"Mr. Fell: No.\n\n{before}Mr. Gerald Oake (Port Ardle) (Lab): Who mends it?\n\nMr. Fell: I do.\n"
    asked = list(parse(text, layout="official-report", resolve=False).contributions())[1]
    assert (asked.speaker.label, asked.text) == ("Mr. Gerald Oake (Port Ardle) (Lab)", "Who mends it?")
    assert asked.question_number is not None and asked.question_number.strip("() .") == number.strip(".")
    assert asked.uin == uin


@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("Mr Gerald Oake (Port Ardle) (Con)", "[Mr Gerald Oake]"),
        ("Gerald Oake (Port Ardle) (Con)", "[Gerald Oake]"),
        ("Gerald Oake (Port Ardle) (Con)", "[GERALD OAKE]"),
        ("The Minister for Coasts (Gerald Oake)", "[Gerald Oake.]"),
        ("The Minister for Coasts (Gerald Oake)", "[The Minister for Coasts]"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_goes_on_at_the_head_of_a_page(label: str, head: str, gap: str) -> None:
    text = (
        f"{label}: The wall is old, and the gates do not shut, and its keeper has gone to live in{gap}"
        f"{head}{gap}Port Ardle with his sister, as all the Members of this House know by now.\n\n"
        "Ada Marsh (Upper Dale) (Lab): Will he give way to a Member who has known the keeper for as long as\n"
        "he has?\n"
    )
    assert said(text)[0] == (
        label,
        "The wall is old, and the gates do not shut, and its keeper has gone to live in Port Ardle "
        "with his sister, as all the Members of this House know by now.",
    )


@pytest.mark.parametrize(
    "words", ["[Una Fell]", "[Urgent Question]", "[The Minister for Lamps]", "[Una Fell.]"]
)
def test_what_stands_in_brackets_and_was_not_heard_is_kept(words: str) -> None:
    text = f"Mr Oake (Port Ardle) (Con): The wall is old.\n\n{words}\n\nIt is mended.\n"
    transcript = parse(text, layout="official-report", resolve=False)
    assert not any(leaf.type == "furniture" for leaf in leaves(transcript))
    assert words in "\n".join(row["text"] for row in rows(transcript))


def test_a_count_that_is_broken_off_is_one() -> None:
    text = "The House divided: Ayes 145,\n\nNoes 366.\n\nMr. Speaker: Order.\n"
    transcript = parse(text, layout="official-report", resolve=False)
    assert [leaf.type for leaf in leaves(transcript)][:1] == ["procedure"]
    assert not list(transcript.problems)


#: A copy of a page of a committee that parts the first words of its paragraphs from the others.
PARTED = """[Sir
Tomos Pugh in the
Chair]
10.30
am
The
Chairman: I should like to remind hon. Members of the
tide.
Mr.
Fell: It is high, and nobody will mend the
wall.
Ada
Marsh: Will the hon. Gentleman give
way?
The
Solicitor-General (Mr. Gerald Oake): I beg to
move,
That the wall be mended.
Mr.
Ivor Reed (Lower Ness) (Lab): No.
"""


def test_the_first_word_of_a_label_on_a_line_of_its_own() -> None:
    transcript = parse(PARTED)
    assert transcript.layout == "official-report"
    assert [(c.name, c.text.split()[-1]) for c in transcript.contributions()] == [
        ("Sir Tomos Pugh", "tide."),
        ("Mr. Fell", "wall."),
        ("Ada Marsh", "way?"),
        ("Mr. Gerald Oake", "mended."),
        ("Mr. Ivor Reed", "No."),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "Mr.\nFell: he is right.",
        "Mr.\nFell is right.",
        "Coastal\nErosion: the facts",
        "The\nwall: A history of it.",
    ],
)
def test_two_lines_that_are_no_label(below: str) -> None:
    labels = [label for label, _ in said(f"Mr. Oake (Port Ardle): I agree.\n\n{below}\n")]
    assert labels == ["Mr. Oake (Port Ardle)"]


def test_a_heading_of_one_word_is_not_of_the_label_below_it() -> None:
    text = "Mr. Oake (Port Ardle): I agree.\n\nCoasts\nChair: Order. I call Mr. Fell.\n\nHarbours\n"
    labels = [label for label, _ in said(text + "Mr. Fell: Who mends it?\n")]
    assert labels == ["Mr. Oake (Port Ardle)", "Chair", "Mr. Fell"]
