# ruff: noqa: E501 (texts as they are printed)
"""What pages print around the record: the box of a button, links, a glossary; none of it is said."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows
from hansardparse.model.nodes import Heading, leaves


def said(text: str, layout: str = "auto") -> list[tuple[str, str]]:
    transcript = parse(text, layout=layout, resolve=False)
    return [((c.speaker.label or "").partition("\n")[0], c.text) for c in transcript.contributions()]


def headings(text: str, layout: str = "auto") -> list[str]:
    transcript = parse(text, layout=layout, resolve=False)
    return [leaf.text for leaf in leaves(transcript) if isinstance(leaf, Heading)]


BOXES = {
    "a line each": (
        "Share this specific contribution\nShare a link to this specific contribution:\n"
        "Share contribution {n} on Twitter\nShare contribution {n} on Facebook\n"
        "Share contribution {n} via Email\nCopy link to contribution {n} to clipboard Copy link"
    ),
    "the link below": (
        "Share this specific contribution\nShare a link to this specific contribution:\n"
        "Share contribution {n} on X\nShare contribution {n} on LinkedIn\n"
        "Share contribution {n} via Email\nCopy link to contribution {n} to clipboard\nCopy link"
    ),
    "glued": "Sharethis specific contribution",
    "get_text": (
        "Share \nthis specific contribution\n        Share a link to this specific contribution:\n"
        "Share contribution {n} on\n                Twitter\nShare contribution {n} on\n                Facebook\n"
        "Share contribution {n} via\n                Email\n"
        "Copy link to contribution {n} to clipboard\n                Copy link"
    ),
    "the button alone": "Share this contribution",
}


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("indent", ["", "        "])
def test_the_box_of_the_share_button(box: str, indent: str) -> None:
    first, second = BOXES[box].format(n=1), BOXES[box].format(n=2)
    text = (
        f"Ferry Fares\n\nVolume 669: debated on Tuesday 17 December 2019\n\n"
        f"{indent}Tam Ellery\n{indent}(Upper Dale) (Lab)\n{first}\nThe fare has risen again.\n\n"
        f"{indent}Gerald Oake\n{indent}(Port Ardle) (Con)\n{second}\nIt has not.\n"
    )
    assert said(text) == [("Tam Ellery", "The fare has risen again."), ("Gerald Oake", "It has not.")]
    assert headings(text) == ["Ferry Fares"]


def test_a_question_of_the_archive_has_its_number_above_the_name() -> None:
    text = (
        "Ferry Fares\n\nVolume 644: debated on Tuesday 18 July 1961\n\nHarbours\nSea Walls\n1.\n        Mr. Fell\n"
        "Share this specific contribution\nasked the Minister why the wall fell.\n"
        "        The Minister for Harbours\n            (Mr. Gerald Oake)\nShare this specific contribution\n"
        "It was old.\nLamps\n15 and 16.\n        Mrs. Marsh\nShare this specific contribution\nasked why it is dark.\n"
    )
    transcript = parse(text, resolve=False)
    assert [(c.question_number, c.text) for c in transcript.contributions()] == [
        ("1", "asked the Minister why the wall fell."),
        (None, "It was old."),
        ("15", "asked why it is dark."),
    ]
    assert headings(text) == ["Ferry Fares", "Harbours", "Sea Walls", "Lamps"]


@pytest.mark.parametrize("uin", ["(900567)", "(\n900567\n)"])
@pytest.mark.parametrize("number", ["9. ", "9. \n", "T9. \n"])
def test_the_numbers_of_a_question_on_lines_of_their_own(number: str, uin: str) -> None:
    text = (
        "Volume 716: debated on Wednesday 22 June 2022\n\nTam Ellery\n(Upper Dale) (Lab)\n"
        f"Share this specific contribution\n{number}What steps he is taking. {uin}\n\n"
        "Gerald Oake\nShare this specific contribution\nNone.\n"
    )
    asked, _ = parse(text, resolve=False).contributions()
    assert (asked.question_number, asked.uin, asked.text) == (
        number.strip(". \n"),
        "900567",
        "What steps he is taking.",
    )


def test_a_division_of_the_page_with_its_totals_below() -> None:
    text = (
        "Volume 669: debated on Thursday 16 January 2020\n\nColumns 1262 - 1265is located here\nDivision 15\n"
        "The House divided:\nAyes\n222\nNoes\n313\nQuestion accordingly negatived.\n"
        "Held on 16 January 2020 at 4.59pm\n- 5.16pm\n\nTam Ellery\nShare this specific contribution\nNo.\n"
    )
    transcript = parse(text, resolve=False)
    (division,) = transcript.divisions()
    assert division.totals == {"aye": 222, "no": 313}
    assert headings(text) == []
    assert said(text) == [("Tam Ellery", "No.")]


PLAIN = [
    "Full Debate: Read Full Debate",
    "Full Debate: Read Full DebateAda Marsh",
    "Main Page: Ada Marsh (Labour - Upper Dale)Department Debates - View all Ada Marsh's debates with the Treasury",
    "Main Page: Ada Marsh (Labour - Upper Dale)",
    "Department Debates - View all Ada Marsh's debates with the Department for Harbours",
    "Read Hansard Text",
    "Read Debate Ministerial Extracts",
]


@pytest.mark.parametrize("line", PLAIN)
def test_links_of_a_page_about_a_member(line: str) -> None:
    text = f"Ferry Fares Debate\n{line}\n(6 days, 12 hours ago)\nCommons ChamberThe ferry is late.\nSo is the boat.\n"
    assert [words for _, words in said(text)] == ["The ferry is late.", "So is the boat."]


def test_a_motion_on_a_page_of_the_lords() -> None:
    text = (
        "(8 days, 2 hours ago)\nLords Chamber\nRead Hansard Text\nMembership Motions\nMoved by\n"
        "Deputy Chairmen of Committees\nThat the following members be appointed:\nFell, L, Marl, B, Thorn, V.\n"
        "(9 days ago)\nLords Chamber\nMy Lords, I am grateful.\n"
    )
    assert headings(text) == ["Membership Motions"]
    assert [words for _, words in said(text)] == ["My Lords, I am grateful."]


SPOKEN = (
    "Ferry Fares – in the House of Commons at 2:30 pm on 11 March 2025.\n\n"
    "Photo of Ada Marsh Ada Marsh Labour, Upper Dale 2:30, 11 March 2025\n\nThe ferry is late.\n\n"
    "Photo of Gerald Oake Gerald Oake Conservative, Port Ardle\n\nIt is not.\n\n"
)
FEET = [
    "Deputy Speaker\n\nThe Deputy Speaker is in charge of proceedings when the Speaker is away.\n\n",
    "Opposition\n\nThe Opposition are the parties that are not in the Government.\n\n",
    "other place\n\nThe House of Lords. When used in the House of Lords, this phrase refers to the Commons.\n\n",
    "division\n\nThe House of Commons votes by dividing. Those voting Aye go through one lobby.\n\n",
    "Hon. Friend\n\nWhen speaking in the House, an MP calls a member of the same party so.\n\n",
    "Right Honourable Lady\n\nA member who sits on the Privy Council is called so.\n\n",
    "Serjeant at Arms\n\nThe officer who keeps order in the House of Commons.\n\n",
    "Harbour Trust\n\nA Harbour Trust is a body that keeps a harbour.\n\n",
]


@pytest.mark.parametrize(
    "foot", [*FEET, "".join(FEET), FEET[2] + "About us\n\nContact\n\nThis website is run by mySociety.\n"]
)
def test_the_glossary_at_the_foot_of_a_page(foot: str) -> None:
    assert said(SPOKEN + foot) == [("Ada Marsh", "The ferry is late."), ("Gerald Oake", "It is not.")]


def test_a_word_of_the_glossary_is_a_heading_elsewhere() -> None:
    text = SPOKEN + "Division\n\nPhoto of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe House must divide.\n"
    assert headings(text) == ["Ferry Fares", "Division"]
    assert said(text)[-1] == ("Ada Marsh", "The House must divide.")


def official(text: str) -> list[tuple[str | None, str]]:
    found = parse(text, layout="official-report", resolve=False)
    assert not [row["text"] for row in rows(found) if row["type"] == "heading"]
    return [(c.speaker.label, c.text) for c in found.contributions()]


ANSWER = (
    "It is nine feet, or a little more, as the pilots say, and the board has never doubted it, nor has any"
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "feet",
    [
        ("Oral evidence: Depth of water, HC 99 7", "Oral evidence: Depth of water, HC 99 8"),
        ("Harbours Committee | 12", "Harbours Committee | 13"),
        ("12 Harbours Bill Committee", "13 Harbours Bill Committee"),
        ("Page 9", "Page 10"),
        ("Page 9 of 40", "Page 10 of 40"),
        ("Depth of Water (Port Ardle) — 3", "Depth of Water (Port Ardle) — 5"),
        ("Harbours Bill Committee\n7", "Harbours Bill Committee\n8"),
        ("7\nHarbours Bill Committee", "8\nHarbours Bill Committee"),
        ("Oral Evidence: Depth of Water, HC 99 7", "Oral Evidence: Depth of Water, HC 99 8"),
    ],
)
def test_the_feet_of_pages(feet: tuple[str, str], gap: str) -> None:
    first, second = feet
    text = (
        f"Q1 Chair: What is the depth of the harbour at low water?{gap}Ivor Reed: {ANSWER}{gap}{first}{gap}"
        f"ship’s master that I have met.{gap}Una Fell: I would put it at ten.{gap}{second}{gap}"
        f"Q2 Chair: Which is it?{gap}Ivor Reed: Nine.\n"
    )
    assert official(text) == [
        ("Chair", "What is the depth of the harbour at low water?"),
        ("Ivor Reed", f"{ANSWER} ship’s master that I have met."),
        ("Una Fell", "I would put it at ten."),
        ("Chair", "Which is it?"),
        ("Ivor Reed", "Nine."),
    ]


@pytest.mark.parametrize(
    "lines",
    [("Port Ardle Harbour Act 2003", "Port Ardle Harbour Act 2004"), ("Ferry Fares 12", "Ferry Fares 40")],
)
def test_headings_with_figures_are_no_feet(lines: tuple[str, str]) -> None:
    text = "".join(f"{line}\n\nMr. Oake: The wall is old.\n\n" for line in lines)
    found = rows(parse(text, layout="official-report", resolve=False))
    assert [row["text"] for row in found if row["type"] == "heading"] == list(lines)


@pytest.mark.parametrize("between", ["\n"])
@pytest.mark.parametrize(
    ("columns", "subject", "day"),
    [
        ((431, 432, 433, 434), "Oral Answers", "5 MARCH 2024"),
        ((12, 13, 14, 15), "Sea Walls (Upper Dale)", "17 JULY 1996"),
        (("25WH", "26WH", "27WH", "28WH"), "Island Ferries", "1 FEBRUARY 2011"),
        (("3WS", "4WS", "5WS", "6WS"), "Written Statements", "30 APRIL 2019"),
    ],
)
def test_the_head_of_a_page_over_several_lines(
    columns: tuple[object, ...], subject: str, day: str, between: str
) -> None:
    a, b, c, d = columns
    heads = [between.join(map(str, (x, subject, day, subject, y))) for x, y in ((a, b), (c, d))]
    text = (
        f"{heads[0]}{between}Ms Ada Marsh (Upper Dale) (Lab): I ask the Minister whether the ferry fares have\n"
        "risen this year, as all of us have heard.\n"
        "The Minister for Harbours (Gerald Oake): They have not, and I shall pub-\nlish the figures.\n"
        f"{heads[1]}{between}Mr Tomos Pugh (Lower Ness) (LD): They have risen again for the people of\n"
        "the islands.\nGerald Oake: They have not risen at all this year, as I have told the House more\n"
        "than once.\nMr Speaker: Order. We must move on.\n"
    )
    found = parse(text, resolve=False)
    assert found.layout == "official-report"
    assert [(c.speaker.surname, c.text) for c in found.contributions()] == [
        (
            "Marsh",
            "I ask the Minister whether the ferry fares have risen this year, as all of us have heard.",
        ),
        ("Oake", "They have not, and I shall publish the figures."),
        ("Pugh", "They have risen again for the people of the islands."),
        ("Oake", "They have not risen at all this year, as I have told the House more than once."),
        (None, "Order. We must move on."),
    ]
    every = list(rows(found))
    assert [row["column"] for row in every if row["type"] == "column"] == [str(column) for column in columns]
    assert not [row for row in every if row["type"] == "heading"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_head_of_a_page_on_one_line_cuts_a_sentence(gap: str) -> None:
    heads = [f"{n} Sea Walls 5 MARCH 2013 Sea Walls {n + 1}" for n in (431, 433)]
    text = (
        f"{heads[0]}{gap}Ms Ada Marsh (Upper Dale) (Lab): I ask the Minister whether the sea wall\n"
        "has been mended, as all of us were told that it would be by the man who stood before\n"
        f"us at{gap}{heads[1]}{gap}the end of the year, and who was believed.\n"
        "The Minister for Harbours (Gerald Oake): It has not.\n"
        "Ada Marsh: Why has it not been mended, when the stones lie upon the quay?\nGerald Oake: It rained.\n"
    )
    found = parse(text, resolve=False)
    turns = [(c.speaker.surname, c.text) for c in found.contributions()]
    assert turns[0][1].endswith("stood before us at the end of the year, and who was believed.")
    assert turns[1:] == [
        ("Oake", "It has not."),
        ("Marsh", "Why has it not been mended, when the stones lie upon the quay?"),
        ("Oake", "It rained."),
    ]
    assert [row["column"] for row in rows(found) if row["type"] == "column"] == ["431", "433"]


def test_blank_lines_around_the_heads_of_pages_part_no_paragraphs() -> None:
    heads = ["\n\n".join((str(n), "Sea Walls", "5 MARCH 2013", "Sea Walls", str(n + 1))) for n in (431, 433)]
    text = (
        f"{heads[0]}\n\nMs Ada Marsh (Upper Dale) (Lab): I ask the Minister whether the sea wall\n"
        "has been mended, as all of us were told that it would be by the man who stood before\n"
        "us at the end of the year, and who was believed by the half of those who heard him\n"
        "and by some of those who had only read of it in the morning paper, and whose\n"
        "houses stand behind the wall. Will he tell us, and will he tell them, what he has\n"
        "done since then?\n"
        "The Minister for Harbours (Gerald Oake): I have asked for stones, men and carts.\n"
        "Ada Marsh: Have they come?\n"
        f"{heads[1]}\n\nGerald Oake: They are to come in spring, when the road through the upper\n"
        "dale is open to carts again.\n"
        "Mr Tomos Pugh (Lower Ness) (LD): Will the Minister give way? The carts are here.\n"
        "Gerald Oake: No.\nMr Tomos Pugh: They have been here since May.\nGerald Oake: I see.\n"
    )
    found = [(c.speaker.surname, c.text[-10:]) for c in parse(text, resolve=False).contributions()]
    assert found == [
        ("Marsh", "ince then?"),
        ("Oake", "and carts."),
        ("Marsh", "they come?"),
        ("Oake", "rts again."),
        ("Pugh", " are here."),
        ("Oake", "No."),
        ("Pugh", "since May."),
        ("Oake", "I see."),
    ]


def test_what_a_page_asks_its_readers_is_not_said() -> None:
    text = (
        "Ferry Fares – in the House of Commons at 2:30 pm on 11 March 2015.\n\nAlert me about debates like this\n\n"
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe ferry is late.\n\n"
        "Does this answer the above question?\n\nYes 0 people think so\n\nNo 2 people think not\n\n"
        "Would you like to ask a question like this yourself? Use our Freedom of Information site.\n\n"
        "Photo of Gerald Oake Gerald Oake Conservative, Port Ardle\n\nIt is not.\n"
    )
    assert said(text) == [("Ada Marsh", "The ferry is late."), ("Gerald Oake", "It is not.")]


@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
@pytest.mark.parametrize("day", ["[LORDS]", "[14 MAY 2018]"])
def test_the_head_of_a_page_of_the_lords(day: str, gap: str) -> None:
    head = gap.join(("1203", "Sea Walls", day, "Sea Walls", "1204"))
    text = (
        "Sea Walls\n\nLord Marsh of Port Ardle (Lab): My Lords, I ask the noble Baroness whether the sea wall\n\n"
        f"{head}\n\nhas been mended.\n\nBaroness Oake (Con): My Lords, it has.\n\nLord Marsh of Port Ardle: Good.\n"
    )
    found = parse(text, layout="official-report", resolve=False)
    assert [c.text for c in found.contributions()] == [
        "My Lords, I ask the noble Baroness whether the sea wall has been mended.",
        "My Lords, it has.",
        "Good.",
    ]


def test_a_bill_of_the_other_house_is_a_heading_and_no_head_of_a_page() -> None:
    text = "SEA WALLS BILL [LORDS]\n\nAda Marsh (Upper Dale) (Lab): I beg to move the Bill.\n"
    assert headings(text, "official-report") == ["SEA WALLS BILL [LORDS]"]


@pytest.mark.parametrize("number", ["{}", "- {} -", "–{}–", "Page {} of 9"])
def test_the_number_of_a_page_within_a_sentence(number: str) -> None:
    text = (
        "Oral evidence: Rope, HC 12\n"
        "Q1 Chair: Who makes rope today, and where do they make it, if there is anybody left who\n"
        "knows how?\n"
        "Ivor Reed: Hardly anybody. There is one walk left at Holme, and it is a quarter of a\n"
        f"mile from end to end.\n{number.format(2)}\n"
        "Q2 Gerald Oake: Is the roof sound?\n"
        f"Ivor Reed: It is. We mended it in the spring of last year, when the old\n{number.format(3)}\n"
        f"slates had come down in the gale.\nQ3 Chair: Who paid?\nIvor Reed: I did.\n{number.format(4)}\n"
    )
    assert [words[-16:] for _, words in said(text)] == [
        "t who knows how?",
        "from end to end.",
        " the roof sound?",
        "own in the gale.",
        "Who paid?",
        "I did.",
    ]


def test_the_invitation_to_write_below_a_speech_is_not_said() -> None:
    text = (
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe wall is old.\n\nAnnotations\n\n"
        "Log in or join to post a public annotation.\n\nPhoto of Tam Reed Tam Reed Labour, Holme\n\nIt is not.\n"
    )
    assert [words for _, words in said(text, "theyworkforyou")] == ["The wall is old.", "It is not."]


PRINTED = {
    "webpage": (
        "Ada Marsh\n(Upper Dale) (Con)\nShare this specific contribution\n",
        "hansard.parliament.uk/a",
    ),
    "theyworkforyou": (
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\n",
        "www.theyworkforyou.com/debates/?id=1",
    ),
    "official-report": ("Ada Marsh (Upper Dale) (Con): ", "publications.parliament.uk/pa/walls.htm"),
    "historic-site": ("§ Mr. Marsh ", "api.parliament.uk/historic-hansard/walls"),
}


@pytest.mark.parametrize("layout", PRINTED)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_a_browser_prints_around_its_pages(layout: str, gap: str) -> None:
    label, address = PRINTED[layout]
    text = (
        f"{label}The wall is old, and{gap}https://{address} 1/2{gap}"
        f"14/01/2020, 11:22  Sea Walls - Hansard{gap}it leaks.\n"
    )
    assert [words for _, words in said(text, layout)] == ["The wall is old, and it leaks."]


def test_an_address_in_a_speech_is_said() -> None:
    text = "Ada Marsh (Upper Dale) (Con): See this:\n\nhttps://example.org/walls\n\nIt is old.\n"
    assert "https://example.org/walls" in said(text, "official-report")[0][1]


def test_the_links_of_an_older_speech_are_no_heading() -> None:
    text = (
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe wall is old.\n\nLink to this speech Hansard source\n\n"
        "Photo of Tam Reed Tam Reed Labour, Holme\n\nIt is not.\n"
    )
    assert headings(text, "theyworkforyou") == []


def test_the_day_of_an_answer_without_its_colon_is_not_said() -> None:
    text = (
        "Sea Walls\nQuestion for Department for Coasts\nUIN 12345, tabled on 14 January 2020\n\nQuestion\nAda Marsh\n"
        "Conservative\nUpper Dale\nTo ask the Secretary of State for Coasts, how old the wall is.\n\nAnswer\n"
        "Gerald Oake\nLabour\nPort Ardle\nAnswered on 20 January 2020\n\nIt is old.\n"
    )
    assert [words for _, words in said(text, "written")][-1] == "It is old."
