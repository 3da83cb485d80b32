"""Forms of the record of the United Kingdom in a ninth lot of texts, each of which was once read wrongly."""

from __future__ import annotations

from typing import Any

import pytest

from hansardparse import parse, rows

#: What a text prints, and the label and the words of each of its turns.
TURNS = {
    "who takes the Chair within a sentence of a page with blank lines": (
        "Ada Marsh (Upper Dale) (Lab): The wall is old.\n\nIt is long. It was built of stones, and they all"
        "\n\n[Mr Ivor Fell in the Chair]\n\nfell down.\n\nGerald Oake (Port Ardle) (Con): I know.\n",
        [
            (
                "Ada Marsh (Upper Dale) (Lab)",
                "The wall is old.\n\nIt is long. It was built of stones, and they all fell down.",
            ),
            ("Gerald Oake (Port Ardle) (Con)", "I know."),
        ],
    ),
    "a time behind what was heard, with blanks in its brackets": (
        "Mr. Gerald Oake (Port Ardle): I shall wait.[ Interruption. ]6.2 pm\n"
        "Mr. Ivor Fell (Upper Dale): So shall I.\n",
        [
            ("Mr. Gerald Oake (Port Ardle)", "I shall wait.[ Interruption. ]"),
            ("Mr. Ivor Fell (Upper Dale)", "So shall I."),
        ],
    ),
    "a knight's whole name before a blank and a colon": (
        "§ Mr. Gerald Oake (Port Ardle) : The wall is old.\n\n§ Sir Ivor Fell : On the contrary.\n",
        [("Mr. Gerald Oake (Port Ardle)", "The wall is old."), ("Sir Ivor Fell", "On the contrary.")],
    ),
    "a link of Parallel Parliament on a line of its own": (
        "Ada Marsh Portrait Ada Marsh (Upper Dale) (Lab)\n- Hansard -\nCopy Link\n\nThe wall is old.\n",
        [("Ada Marsh (Upper Dale) (Lab)", "The wall is old.")],
    ),
    "a question to a Secretary of State tells whose record it is": (
        "Sea Walls\n\nAda Marsh: To ask the Secretary of State for Coasts who has lamps.\n\n"
        "Gerald Oake: holding answer 4 March 2010\n\tNone.\n\n"
        "Una Fell: 6. asked the Minister for Lamps who lights them.\n\nTam Hale: Nobody that I have met.\n",
        [
            ("Ada Marsh", "To ask the Secretary of State for Coasts who has lamps."),
            ("Gerald Oake", "holding answer 4 March 2010\n\nNone."),
            ("Una Fell", "asked the Minister for Lamps who lights them."),
            ("Tam Hale", "Nobody that I have met."),
        ],
    ),
    "a name that was not heard, its colon and its words on lines of their own": (
        "Ada Marsh (Upper Dale) (Lab): The wall is old.\n\nGerald Oake\n:\nI know.\n",
        [("Ada Marsh (Upper Dale) (Lab)", "The wall is old."), ("Gerald Oake", "I know.")],
    ),
    "a time behind a question that ends in a capital": (
        "Mr. Gerald Oake (Port Ardle): I shall begin again.\n\nWhere am I?11.59 pm\n\nMr. Ivor Fell: Here.\n",
        [
            ("Mr. Gerald Oake (Port Ardle)", "I shall begin again.\n\nWhere am I?"),
            ("Mr. Ivor Fell", "Here."),
        ],
    ),
    "small letters within a name of a page without spaces behind its names": (
        "§ Mr. Oake The wall is old.\n\n§ Mr. deMarsh It is not.\n\n§ Mr. Oake When was it built?\n",
        [
            ("Mr. Oake", "The wall is old."),
            ("Mr. deMarsh", "It is not."),
            ("Mr. Oake", "When was it built?"),
        ],
    ),
    "a text of which one line alone is broken, behind a small word": (
        "Thursday, 14th May, 1908.\n\n"
        "MR. OAKE (Port Ardle): I beg to ask the First Lord of the Lamps about the wall of the\n"
        "Harbour.\n\nTHE FIRST LORD OF THE LAMPS (Mr. FELL, Dale): It is not mended.\n\nMR. OAKE: Why?\n",
        [
            (
                "MR. OAKE (Port Ardle)",
                "I beg to ask the First Lord of the Lamps about the wall of the Harbour.",
            ),
            ("THE FIRST LORD OF THE LAMPS (Mr. FELL, Dale)", "It is not mended."),
            ("MR. OAKE", "Why?"),
        ],
    ),
    "short lines, all of them broken within sentences": (
        "Ada Marsh (Upper Dale) (Lab): The wall\nis old.\n\nStones of the\nwall are loose.\n\n"
        "Gerald Oake (Port Ardle) (Con): The\nwall is new.\n",
        [
            ("Ada Marsh (Upper Dale) (Lab)", "The wall is old.\n\nStones of the wall are loose."),
            ("Gerald Oake (Port Ardle) (Con)", "The wall is new."),
        ],
    ),
    "titles as a machine has read them, and a Committee that does not speak": (
        "THE COMMITTEE resumed at 2.30 p.m.\n\nLORD MARSH: My Lords, I rise to move the Second Reading.\n\n"
        "LOItD FELL: I shall oppose it.\n\nMIt. OAKE: So shall I, my Lords.\n",
        [
            ("LORD MARSH", "My Lords, I rise to move the Second Reading."),
            ("LOItD FELL", "I shall oppose it."),
            ("MIt. OAKE", "So shall I, my Lords."),
        ],
    ),
}


def _turns(text: str) -> list[dict[str, Any]]:
    """The rows of the turns of a text."""
    return [row for row in rows(parse(text)) if row["type"] == "contribution"]


@pytest.mark.parametrize("kind", TURNS)
def test_the_turns_of_a_text(kind: str) -> None:
    text, turns = TURNS[kind]
    assert [(row["speaker_label"], row["text"]) for row in _turns(text)] == turns


def test_a_time_behind_what_was_heard_is_that_of_the_next_turn() -> None:
    text, _ = TURNS["a time behind what was heard, with blanks in its brackets"]
    assert [row["time"] for row in _turns(text)] == [None, "18:02"]


def test_i_beg_to_ask_is_a_question_of_the_old_form() -> None:
    t = parse(
        "HOUSE OF COMMONS.\n\nThursday, 14th May, 1908.\n\nSea Walls (Upper Dale).\n\n"
        "MR. OAKE (Port Ardle): I beg to ask the First Lord of the Lamps whether the wall is mended.\n\n"
        "THE FIRST LORD OF THE LAMPS (Mr. FELL, Dale): It is not.\n"
    )
    assert [c.kind for c in t.contributions()] == ["question", "answer"]


@pytest.mark.parametrize(
    ("subject", "votes"),
    [
        ("Stones and Mortar", ["Fell, Ivor", "Oake, Gerald"]),
        ("Marsh Ada", ["Fell, Ivor", "Marsh Ada", "Oake, Gerald"]),
    ],
)
def test_a_subject_within_a_list_of_names_does_not_vote(subject: str, votes: list[str]) -> None:
    t = parse(
        f"The House divided: Ayes {len(votes)}, Noes 1.\n\nDivision No. 81]\n\n"
        f"[7.14 pm\n\nAYES\n\nFell, Ivor\n{subject}\n"
        "Oake, Gerald\n\nTellers for the Ayes:\nUna Reed and\nTam Hale\n\nNOES\n\nPugh, Tomos\n\n"
        "Tellers for the Noes:\nEmma Reed and\nLindis Hale\n\nQuestion accordingly agreed to.\n",
        layout="official-report",
    )
    (division,) = t.divisions()
    assert [vote.text for vote in division.groups[0].votes] == votes


@pytest.mark.parametrize(
    "text",
    [
        "§ Mr. Fell The wall is old.\n\nFERRIES (DALE)\n\nHC Deb 03 July 1958 vol 590 cc12-3\n\n"
        "§ Mr. Oake They are.\n",
        "Ada Marsh\n(Upper Dale) (Lab)\nShare this specific contribution\nThe wall is old.\n\nFerry Fares\n\n"
        "Volume 669: debated on Tuesday 17 December 2019\n\nGerald Oake\n(Port Ardle) (Con)\n"
        "Share this specific contribution\nThey are.\n",
    ],
)
def test_a_title_below_a_turn_is_none_of_its_words(text: str) -> None:
    assert [row["text"] for row in _turns(text)] == ["The wall is old.", "They are."]


def test_a_clause_that_stands_part_is_procedure_in_italics() -> None:
    t = parse("**Ada Marsh (Upper Dale) (Lab):** I agree.\n\n*Clause 1 ordered to stand part of the Bill.*\n")
    assert [row["type"] for row in rows(t)] == ["contribution", "procedure"]
