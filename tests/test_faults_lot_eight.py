"""Forms of the record of the United Kingdom that fresh texts print, each of which was once read wrongly."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

HEAD = "SEA WALLS\n\nHC Deb 17 March 1936 vol 310 cc204-6\n\n"

#: What a text prints, and the label and the words of each of its turns.
TURNS = {
    "a name with a small word before its last part tells whose record it is": (
        "Dame Ada Marsh (Upper Dale) (SDLP): I have sat in this House for one and twenty years, and\n"
        "in all of that time nobody has asked me what I think of the wall.\n"
        "Mr Karim el-Oake: Could the\nwitness tell us what the wall was for?\nDame Ada Marsh: For the sea.\n",
        [
            (
                "Dame Ada Marsh (Upper Dale) (SDLP)",
                "I have sat in this House for one and twenty years, and in all of that time nobody has asked "
                "me what I think of the wall.",
            ),
            ("Mr Karim el-Oake", "Could the witness tell us what the wall was for?"),
            ("Dame Ada Marsh", "For the sea."),
        ],
    ),
    "a subject between those who were asked and who asks": (
        "The Secretary of State was asked—\nSea Walls\nMr Ivor Fell (Upper Dale) (Lab):\nIs it mended?\n"
        "The Minister for Coasts (Ada Marsh):\nIt is.\n",
        [
            ("Mr Ivor Fell (Upper Dale) (Lab)", "Is it mended?"),
            ("The Minister for Coasts (Ada Marsh)", "It is."),
        ],
    ),
    "a seat that is broken off": (
        "Ada Marsh (Port Ardle) (Lab): The wall is old.\n\nMr. Ivor Fell (Upper\nDale) (LD): It is.\n\n"
        "Mr. Gerald Oake (Lower\n\nNess): It is not.\n",
        [
            ("Ada Marsh (Port Ardle) (Lab)", "The wall is old."),
            ("Mr. Ivor Fell (Upper\nDale) (LD)", "It is."),
            ("Mr. Gerald Oake (Lower\n\nNess)", "It is not."),
        ],
    ),
    "a knight with place and party in one bracket, and a notice behind a party": (
        "Sir Ivor Fell (Dale and the Isles, Lib.): The wall is old.\n\nAda Marsh (Upper Dale) (Lab) "
        "(by Private Notice): To ask the Minister when it will be mended.\n\nSir Ivor Fell: In May.\n",
        [
            ("Sir Ivor Fell (Dale and the Isles, Lib.)", "The wall is old."),
            (
                "Ada Marsh (Upper Dale) (Lab) (by Private Notice)",
                "To ask the Minister when it will be mended.",
            ),
            ("Sir Ivor Fell", "In May."),
        ],
    ),
    "a hyphen before a forename, and no colon behind the Chair": (
        "Ada Marsh (Port Ardle) (Lab): The wall is old.\n\nMr. -Ivor Fell: It is.\n\n"
        "Madam Deputy Speaker Order.\n",
        [
            ("Ada Marsh (Port Ardle) (Lab)", "The wall is old."),
            ("Mr. -Ivor Fell", "It is."),
            ("Madam Deputy Speaker", "Order."),
        ],
    ),
    "small words in a name in capitals whose space is lost": (
        f"{HEAD}§ Mr. T. ap FELLOn a point of Order.\n§ The Earl of ARDLEMy Lords, I agree.\n"
        "§ The Lord Bishop of DALEMy Lords, I do not.\n§ VISCOUNR OAKE: My Lords, no.\n"
        "§ Sir Ivor L'OAKEWhat?\n§ Mr. Gerald MARSH No.\n§ Mr. Oake NATO is old.\n",
        [
            ("Mr. T. ap FELL", "On a point of Order."),
            ("The Earl of ARDLE", "My Lords, I agree."),
            ("The Lord Bishop of DALE", "My Lords, I do not."),
            ("VISCOUNR OAKE", "My Lords, no."),
            ("Sir Ivor L'OAKE", "What?"),
            ("Mr. Gerald MARSH", "No."),
            ("Mr. Oake", "NATO is old."),
        ],
    ),
    "what the House does, in italics below a turn in Markdown": (
        "## Clause 9\n\n**Lord Fell (CB):** My Lords, I withdraw it.\n\n*Amendment 31 withdrawn.*\n\n"
        "*Amendments 32 and 33 not moved.*\n\n*Clause 9 agreed.*\n",
        [("Lord Fell (CB)", "My Lords, I withdraw it.")],
    ),
    "peers in bold on lines of their own in Markdown": (
        "## Clause 4\n\n**The Earl of Ardle (Con)**\n\nMy Lords, I move it.\n\n**Baroness Fell of Dale "
        "(Lab)**\n\nMy Lords, no.\n\n**The Lord Bishop of Holme**\n\nMy Lords—\n",
        [
            ("The Earl of Ardle (Con)", "My Lords, I move it."),
            ("Baroness Fell of Dale (Lab)", "My Lords, no."),
            ("The Lord Bishop of Holme", "My Lords—"),
        ],
    ),
    "a question and an amendment of the Lords on a page whose labels are lost": (
        "(3 days ago)\nLords Chamber\nRead Hansard Text\nSea Walls\nQuestion\nAsked by\nBaroness Fell\n"
        "To ask His Majesty's Government when the wall will be mended.\nMy Lords, in May.\n(5 days ago)\n"
        "Lords Chamber\nRead Hansard Text\nSea Walls Bill [HL]\nReport (1st Day)\nMoved by\nBaroness Fell\n"
        "12: Clause 4, page 3, line 9, at end insert—\n“Duty to mend\nMend it in May.”\n"
        "My Lords, I shall be brief.\n",
        [
            ("Baroness Fell", "To ask His Majesty's Government when the wall will be mended."),
            (None, "My Lords, in May."),
            (None, "My Lords, I shall be brief."),
        ],
    ),
    "the number of a question below the House where it was asked": (
        "Q\nAsked by Ada Marsh\n(Upper Dale)\nAsked on: 6 March 2019\nDepartment for Coasts\nSea Walls\n"
        "Commons\n228114\nTo ask the Secretary of State for Coasts, when it will be mended.\nA\n"
        "Answered by: Gerald Oake\nAnswered on: 14 March 2019\nIn May.\n",
        [
            (
                "Ada Marsh\n(Upper Dale)",
                "To ask the Secretary of State for Coasts, when it will be mended.",
            ),
            ("Gerald Oake", "In May."),
        ],
    ),
}


@pytest.mark.parametrize("name", TURNS)
def test_turns_of_a_form(name: str) -> None:
    text, turns = TURNS[name]
    t = parse(text)
    assert [(c.speaker.label, c.text) for c in t.contributions()] == turns


def test_the_first_line_of_a_page_has_its_title_beside_the_place() -> None:
    t = parse(
        "Sea Walls – in the House of Commons at 4:21 pm on 3 July 2023.\n\n"
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe wall is old.\n"
    )
    assert [row["text"] for row in rows(t) if row["type"] == "heading"] == ["Sea Walls"]
    (said,) = t.contributions()
    assert said.text == "The wall is old."


def test_what_a_debate_is_part_of_is_no_title_below_its_own() -> None:
    t = parse(
        "Sea Walls\n\nCoasts – in the House of Commons at 4:21 pm on 3 July 2023.\n\n"
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe wall is old.\n"
    )
    assert [row["text"] for row in rows(t) if row["type"] == "heading"] == ["Sea Walls"]


def test_a_point_of_order_has_a_capital_in_old_volumes() -> None:
    t = parse(
        "SEA WALLS.\n\nMr. OAKE: I ask about the wall.\n\nMr. FELL: On a point of Order. It is mine.\n",
        layout="historic",
    )
    assert [c.kind for c in t.contributions()][1] == "point_of_order"
