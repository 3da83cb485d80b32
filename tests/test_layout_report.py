"""The layout official-report: who speaks, and what only looks like a label."""

from __future__ import annotations

import pytest

from hansardparse import parse
from hansardparse.nodes import Heading, Note, leaves


def headings(text: str) -> list[str]:
    transcript = parse(text, layout="official-report", resolve=False)
    return [leaf.text for leaf in leaves(transcript) if isinstance(leaf, Heading)]


def spoken(text: str) -> list[tuple[str | None, str]]:
    transcript = parse(text, layout="official-report")
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize(
    "line", ["Price: £12", "MOTION: not moved.", "Clause 5: it matters.", "Let me be clear: it is dear."]
)
def test_a_colon_makes_no_speaker(line: str) -> None:
    assert spoken(f"Ada Marsh (Upper Dale) (Lab): I say this.\n\n{line}\n\nAnd this.") == [
        ("Ada Marsh (Upper Dale) (Lab)", f"I say this.\n\n{line}\n\nAnd this.")
    ]


def test_a_name_not_heard_before_is_a_speaker_in_doubt() -> None:
    transcript = parse("Ada Marsh: I agree.\n\nAda Marsh: And again.", layout="official-report")
    assert len(list(transcript.contributions())) == 2
    assert [(p.code, p.severity, p.line) for p in transcript.problems] == [("doubtful-speaker", "info", 1)]


def test_numbers_of_a_question_are_fields() -> None:
    text = "T1. [123457] Ada Marsh (Upper Dale) (Lab): If he will make a statement."
    (question,) = parse(text, layout="official-report").contributions()
    assert (question.question_number, question.uin) == ("T1", "123457")
    assert question.text == "If he will make a statement."


def test_marks_in_a_row_do_not_cut_a_sentence() -> None:
    text = "Mr. Fell: I should like to\n\n3 Mar 2003 : Column 2\n\n3 Mar 2003 : Column 3\n\nknow."
    assert spoken(text) == [("Mr. Fell", "I should like to know.")]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("It is the town (Port Ardle)", "that suffers.", True),
        ("As I said to the hon. Member for Upper Dale (Mr.", "Oake), no.", False),
        ("I thank my right hon.", "Friend for that.", True),
        ("It is so in Port Ardle,", "Upper Dale and Holme.", True),
        ("The wall belongs to the", "Harbour Commissioners, who know it.", True),
        ("I beg to move,", "That this House takes note of the wall.", False),
        ("There are two:", "Port Ardle and Upper Dale.", False),
        ("It is so.", "(a) the wall;", False),
    ],
)
def test_a_column_cuts_a_sentence_where_it_is_not_over(before: str, after: str, whole: bool) -> None:
    text = f"Ada Marsh (Upper Dale) (Lab): {before}\n\n4 Mar 2003 : Column 12\n\n{after}\n"
    (turn,) = parse(text, layout="official-report", resolve=False).contributions()
    assert (turn.text == f"{before} {after}") is whole


@pytest.mark.parametrize(
    ("heading", "after"),
    [
        ("Cost of Living: Who Pays?", "Mr. Oake (Port Ardle): I ask that."),
        ("Who Pays?", "3.30 pm\n\nMr. Oake (Port Ardle): I ask that."),
        ("Save Our Seas!", "Question put and agreed to."),
        ("Sir Basil Holm: Tribute", "Mr. Oake (Port Ardle): I knew him."),
        ("No. 10 Website", "Another Heading\n\nMr. Oake (Port Ardle): I wrote it."),
        (
            "Harbours Bill (Programme) (No. 2)",
            "Motion made, and Question proposed, That it be so.—[Mr. Oake.]",
        ),
    ],
)
def test_headings_below_a_speech(heading: str, after: str) -> None:
    text = f"Ada Marsh (Upper Dale) (Lab): I say this.\n\n{heading}\n\n{after}\n"
    assert heading in headings(text)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("'It shall report.'.—(Ms Marsh.)", "Brought up, and read the First time."),
        ("Why Not?", "Mr. Oake (Port Ardle): It is so."),
        ("The harbour belongs to the", "3 Mar 2003 : Column 2\n\nCommissioners, and to them alone."),
    ],
)
def test_lines_in_the_shape_of_a_heading(line: str, after: str) -> None:
    text = f"Ada Marsh (Upper Dale) (Lab): I say this.\n\n{line}\n\n{after}\n"
    assert headings(text) == []


@pytest.mark.parametrize("number", ["Q4 ", "Q 4 ", "Q 4\n\n", "Q4\n"])
@pytest.mark.parametrize("label", ["Ada Marsh", "Ada Marsh (Upper Dale) (Lab)"])
def test_the_number_of_a_question_to_a_witness(number: str, label: str) -> None:
    text = f"Ada Marsh: I begin.\n\nUna Reed: Do.\n\n{number}{label}: Who lights the lamps?"
    question = list(parse(text, layout="official-report").contributions())[-1]
    assert (question.question_number, question.kind) == (number.strip(), "question")
    assert (question.speaker.label, question.text) == (label, "Who lights the lamps?")


def test_witnesses_are_listed_and_are_no_headings() -> None:
    names = ["Ivor Reed, Chief Executive, Harbours Federation", "Dr Una Fell", "Gwen Marl, Lamps, Unlit"]
    bill = "[Dora Abney in the Chair]\n\nHarbours Bill\n\nThe Chair: Good morning."
    text = "\n\n".join(["Witnesses", *names, "Public Bill Committee", bill])
    assert headings(text) == ["Witnesses", "Public Bill Committee", "Harbours Bill"]
    notes = [leaf.text for leaf in leaves(parse(text, layout="official-report")) if isinstance(leaf, Note)]
    assert notes == names
