"""Forms of the record of the United Kingdom in a tenth lot of texts, each of which was once read wrongly."""

from __future__ import annotations

import pytest

from hansardparse import parse

#: What a text prints, and the label and the words of each of its turns.
TURNS = {
    "an abbreviated title within the label of a witness who is listed": (
        "Oral evidence: Lamps, HC 7\n\nWitnesses: Prof. Ivor Reed, University of Holme; Una Fell.\n\n"
        "Q1 Chair: What is a lamp?\n\nProf. Ivor Reed: It is a light.\n\nUna Fell: It is.\n",
        [("Chair", "What is a lamp?"), ("Prof. Ivor Reed", "It is a light."), ("Una Fell", "It is.")],
    ),
    "the two words of the button on two lines": (
        "Lamps\nVolume 840: debated on Thursday 17 October 2024\nLord Oake (Con)\n"
        "Copy link to contribution 1 to clipboard\nShare\nthis\nMy Lords, they are out.\n",
        [("Lord Oake (Con)", "My Lords, they are out.")],
    ),
    "the number of a question before a small letter": (
        "Ada Marsh: 3. what recent talks he has had on lamps.\n\nGerald Oake: None at all.\n\n"
        "Ada Marsh: None is few.\n",
        [
            ("Ada Marsh", "what recent talks he has had on lamps."),
            ("Gerald Oake", "None at all."),
            ("Ada Marsh", "None is few."),
        ],
    ),
    "motions and petitions that end a reader's view": (
        "HL Deb 09 February 1937 vol 104 cc12-5\nLORD OAKE\n\nMy Lords, I beg leave to withdraw.\n\n"
        "Motion for Papers, by leave, withdrawn.\n\nLORD FELL\n\nMy Lords, I have a petition.\n\n"
        "Petition to lie on the Table.\n",
        [("LORD OAKE", "My Lords, I beg leave to withdraw."), ("LORD FELL", "My Lords, I have a petition.")],
    ),
    "a time behind a year, and behind what the Lords did": (
        "Column 7\n\nMr. Gerald Oake (Port Ardle): I was there.\n\nMr. Oake: In 1987.7.20 pm\n\n"
        "On Question, Motion agreed to.7.25 pm\n\nMr. Oake: I am here.\n",
        [
            ("Mr. Gerald Oake (Port Ardle)", "I was there."),
            ("Mr. Oake", "In 1987."),
            ("Mr. Oake", "I am here."),
        ],
    ),
    "labels of an old volume glued to their verbs, and no others": (
        "MALT TAX.\n\nMR. OAKEsaid, he had waited long.\n\nSIR J. FELLthought not.\n",
        [("MR. OAKE", "said, he had waited long."), ("SIR J. FELL", "thought not.")],
    ),
    "an article that a machine has misread, before a verb": (
        "WALLS.\n\n*LORD OAKE: My Lords, they are old.\n\nTILE EARL OF UPPER DALE moved Amendment No. 4.\n",
        [("LORD OAKE", "My Lords, they are old."), ("TILE EARL OF UPPER DALE", "moved Amendment No. 4.")],
    ),
    "two who rise together": (
        "WALLS.\n\nMr. OAKE: They are old.\n\nMr. FELL and Sir IVOR REED rose together.\n\nMr. FELL: No.\n",
        [
            ("Mr. OAKE", "They are old."),
            ("Mr. FELL and Sir IVOR REED rose together.", ""),
            ("Mr. FELL", "No."),
        ],
    ),
    "labels in bold without a colon": (
        "# Lamps\n\n1. **Ada Marsh (Upper Dale) (Lab)** What is a lamp?\n\n"
        "**The Minister for Lamps (Gerald Oake)** It is a light.\n\n**Ada Marsh** **All** of it?\n\n"
        "**Ada Marsh** Is it lit?\n\n**New Lamps** They are dear.\n\n**Hon. Members** Hear, hear!\n",
        [
            ("Ada Marsh (Upper Dale) (Lab)", "What is a lamp?"),
            (
                "The Minister for Lamps (Gerald Oake)",
                "It is a light.\n\n**Ada Marsh** **All** of it?",
            ),
            ("Ada Marsh", "Is it lit?\n\n**New Lamps** They are dear."),
            ("Hon. Members", "Hear, hear!"),
        ],
    ),
    "who presides elsewhere, and Members who cry": (
        "The Presiding Officer (Ada Marsh): Order.\n\nGerald Oake (Port Ardle) (PC): What is a lamp?\n\n"
        "Una Fell (Upper Dale) (PC): A light.\n\nThe Deputy Presiding Officer: Thank you.\n\nMembers: Oh!\n\n"
        "The Convener: Order.\n\nMeeting suspended.\n",
        [
            ("The Presiding Officer (Ada Marsh)", "Order."),
            ("Gerald Oake (Port Ardle) (PC)", "What is a lamp?"),
            ("Una Fell (Upper Dale) (PC)", "A light."),
            ("The Deputy Presiding Officer", "Thank you."),
            ("Members", "Oh!"),
            ("The Convener", "Order."),
        ],
    ),
}


@pytest.mark.parametrize("name", TURNS)
def test_turns(name: str) -> None:
    text, turns = TURNS[name]
    found = [(c.speaker.label, c.text) for c in parse(text).contributions()]
    assert found == turns


@pytest.mark.parametrize("label", ["Mr.Speaker", "Mr . Speaker", "The Deputy Presiding Officer"])
def test_who_presides_by_a_slip_of_the_print_or_elsewhere_is_in_the_chair(label: str) -> None:
    text = f"Ada Marsh (Upper Dale) (Lab): I agree.\n\n{label}: Order. I call the Minister.\n"
    assert [c.speaker.in_chair for c in parse(text).contributions()] == [False, True]


def test_a_dash_parts_place_and_party_in_canada_too() -> None:
    text = "Mr. Wilf Ames (Port Ardle, Lib.): What is it?\n\nMrs. Joan Ridd (Upper Dale - NDP): It is high.\n"
    (_, second) = parse(text).contributions()
    assert (str(second.speaker.constituency), str(second.speaker.party)) == ("Upper Dale", "NDP")
