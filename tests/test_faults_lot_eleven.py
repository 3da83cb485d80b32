"""An eleventh lot of texts of the United Kingdom, with variants of the faults of issue 13: what was wrong."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

#: What is wrong with it -> a text, and who says what in it.
TURNS: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "cries whose style has a hyphen for its stop, or is misread": (
        "Mr. Gerald Oake (Port Ardle): It leaks.\n\nHon- Members: When?\n\nSeveral bon. Members: Shame!\n\n"
        "An lion. Member: No.\n\nMr. Gerald Oake: Always.\n",
        [
            ("Mr. Gerald Oake (Port Ardle)", "It leaks."),
            ("Hon- Members", "When?"),
            ("Several bon. Members", "Shame!"),
            ("An lion. Member", "No."),
            ("Mr. Gerald Oake", "Always."),
        ],
    ),
    "who presides over an assembly, and a junior Minister": (
        "The Deputy Speaker: Order.\n\nThe deputy First Minister (Mr Gerald Oake): No.\n\nMrs Fell: Why?\n\n"
        "The Acting Chairperson: Order.\n\nThe junior Minister: I agree.\n",
        [
            ("The Deputy Speaker", "Order."),
            ("The deputy First Minister (Mr Gerald Oake)", "No."),
            ("Mrs Fell", "Why?"),
            ("The Acting Chairperson", "Order."),
            ("The junior Minister", "I agree."),
        ],
    ),
    "Members of the Senedd without more": (
        "The Llywydd: Order.\n\nGerald Oake (Port Ardle) (Plaid Cymru): Why?\n\nMembers: Oh!\n\n"
        "The Llywydd: Order.\n",
        [
            ("The Llywydd", "Order."),
            ("Gerald Oake (Port Ardle) (Plaid Cymru)", "Why?"),
            ("Members", "Oh!"),
            ("The Llywydd", "Order."),
        ],
    ),
    "a time glued to a dash, or to the words of a peer": (
        "Lord Oake: My Lords, I beg to withdraw.11.52 am\n\n"
        "Lord Marsh of Port Ardle: My Lords, so am I—12.3 pm\n\n"
        "Lord Oake: I am not.\n",
        [
            ("Lord Oake", "My Lords, I beg to withdraw."),
            ("Lord Marsh of Port Ardle", "My Lords, so am I—"),
            ("Lord Oake", "I am not."),
        ],
    ),
    "an hour by its name, glued": (
        "Mr. Gerald Oake (Port Ardle) (Lab): I thank him.Noon\n\n"
        "Ada Marsh (Upper Dale) (Con): I shall be brief.\n",
        [
            ("Mr. Gerald Oake (Port Ardle) (Lab)", "I thank him."),
            ("Ada Marsh (Upper Dale) (Con)", "I shall be brief."),
        ],
    ),
    "initials before a name that is glued to its verb": (
        "WALLS.\n\nMR. OAKE said, they were old.\n\nSIR G.FELLasked whether they leaked.\n\n"
        "MR. OAKE said, they did.\n",
        [
            ("MR. OAKE", "said, they were old."),
            ("SIR G.FELL", "asked whether they leaked."),
            ("MR. OAKE", "said, they did."),
        ],
    ),
    "the first question of a hearing whose asker is lost": (
        "Select Committee on Harbours Minutes of Evidence\n\nExamination of Witness (Questions 1 - 2)\n\n"
        "TUESDAY 5 MARCH 2002\n\nDR UNA FELL\n\n  1. How deep is it?\n\n  (Dr Fell) It is nine feet.\n\n"
        "  2. At low water?\n\n  (Dr Fell) Yes.\n",
        [
            (None, "How deep is it?"),
            ("Dr Fell", "It is nine feet."),
            (None, "At low water?"),
            ("Dr Fell", "Yes."),
        ],
    ),
    "who asks stands below the words for it": (
        "Question\nAsked by\nAda Marsh\n(Upper Dale)\nAsked on: 21 March 2018\nHome Office\nWalls\nCommons\n"
        "To ask the Secretary of State how old it is.\nAnswer\nAnswered by\nGerald Oake\n"
        "Answered on: 26 March 2018\nIt is old.\n",
        [
            ("Ada Marsh\n(Upper Dale)", "To ask the Secretary of State how old it is."),
            ("Gerald Oake", "It is old."),
        ],
    ),
    "what TheyWorkForYou prints below the last words": (
        "Walls – in the House of Commons at 2:30 pm on 11 March 2025.\n\n"
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale 2:30, 11 March 2025\n\nIt leaks.\n\n"
        "Photo of Gerald Oake Gerald Oake Conservative, Port Ardle\n\nIt does not.\n\nNo annotations\n\n"
        "Annotations\n\nNo comments\n",
        [("Ada Marsh", "It leaks."), ("Gerald Oake", "It does not.")],
    ),
    "a space before the stop of who cry": (
        "Mr. Gerald Oake (Port Ardle): It leaks.\n\nHon . Members: Shame!\n\nMr. Gerald Oake: Always.\n",
        [
            ("Mr. Gerald Oake (Port Ardle)", "It leaks."),
            ("Hon . Members", "Shame!"),
            ("Mr. Gerald Oake", "Always."),
        ],
    ),
    "parties of the Senedd by their letters": (
        "The Llywydd: Order.\n\nThe Minister for Lamps: It is lit.\n\nUna Fell (Port Ardle) (Lab): Why?\n\n"
        "The Counsel General: For the ships.\n",
        [
            ("The Llywydd", "Order."),
            ("The Minister for Lamps", "It is lit."),
            ("Una Fell (Port Ardle) (Lab)", "Why?"),
            ("The Counsel General", "For the ships."),
        ],
    ),
    "days and names of a written question below the words for them": (
        "Q\nAsked by\nAda Marsh\n(Upper Dale)\nAsked on:\n7 May 2020\nDepartment for Lamps\nLamps\nCommons\n"
        "To ask the Secretary of State how old it is.\nA\nAnswered by:\nGerald Oake\nAnswered on:\n"
        "14 May 2020\nIt is old.\n",
        [
            ("Ada Marsh\n(Upper Dale)", "To ask the Secretary of State how old it is."),
            ("Gerald Oake", "It is old."),
        ],
    ),
    "seat and party below the name, each on its line": (
        "Ferry Fares\n\n15:37:00\nAda Marsh\n(Upper Dale)\n(Lab)\nThe fare has risen.\n\n"
        "15:38:00\nGerald Oake\n"
        "(Port Ardle)\n(Con)\nIt has not.\n\nAda Marsh\nIt has.\n",
        [
            ("Ada Marsh\n(Upper Dale)\n(Lab)", "The fare has risen."),
            ("Gerald Oake\n(Port Ardle)\n(Con)", "It has not."),
            ("Ada Marsh", "It has."),
        ],
    ),
    "who presides and replies, without a colon": (
        "Mr. Gerald Oake (Port Ardle): It leaks.\n\nMadam Speaker Exactly. He must sit down.\n\n"
        "Mr. Gerald Oake: I will.\n",
        [
            ("Mr. Gerald Oake (Port Ardle)", "It leaks."),
            ("Madam Speaker", "Exactly. He must sit down."),
            ("Mr. Gerald Oake", "I will."),
        ],
    ),
    "the same in a bound volume": (
        "WALLS.\n\nMr. OAKE (Port Ardle): It leaks.\n\nMr. Speaker Very well. We go on.\n\n"
        "Mr. OAKE: I will.\n",
        [
            ("Mr. OAKE (Port Ardle)", "It leaks."),
            ("Mr. Speaker", "Very well. We go on."),
            ("Mr. OAKE", "I will."),
        ],
    ),
}


@pytest.mark.parametrize("name", TURNS)
def test_turns(name: str) -> None:
    text, turns = TURNS[name]
    found = [(c.speaker.label, c.text) for c in parse(text).contributions()]
    assert found == turns


def test_two_numbers_behind_a_question_are_no_words_of_it() -> None:
    text = "Mr Gerald Oake (Port Ardle) (Lab): To ask the Secretary of State how old it is. [41207] [41208]\n"
    (asked,) = parse(text).contributions()
    assert (asked.text, asked.uin) == ("To ask the Secretary of State how old it is.", "41207")


def test_a_second_page_of_theyworkforyou_has_its_own_heading_and_day() -> None:
    page = (
        "{} – in the House of Commons at 2:30 pm on {} March 2025.\n\n"
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nNo.\n"
    )
    read = parse("\n".join([page.format("Walls", 11), page.format("Lamps", 12)]))
    spoken = [(row["section"], str(row["date"])) for row in rows(read) if row["type"] == "contribution"]
    assert spoken == [(["Walls"], "2025-03-11"), (["Lamps"], "2025-03-12")]
