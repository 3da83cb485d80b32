"""Which layout a text is in, and which texts are in none."""

from __future__ import annotations

import pytest

from hansardparse import parse

#: Texts that are no record of Parliament, though something in each looks like one.
OTHERS = {
    "questions and answers": """Frequently Asked Questions

What is a harbour?
A harbour is a place where ships may lie.

How do I get there?
Take the ferry from Ness.

Opening Times
Every day from nine to five.
""",
    "a play": """LADY MARSH
Who goes there?

SIR GERALD
A friend, my lady.

LADY MARSH
Friends do not come at midnight.
""",
    "subtitles": """1
00:00:01,000 --> 00:00:04,000
Good evening.

2
00:00:05,000 --> 00:00:08,000
Welcome to the show.
""",
    "a chat": """10:02:11
Ada
Is anybody there?

10:02:40
Gerald
I am.
""",
    "an article": """# My holiday

Published 4 March 2020

We went to Port Ardle. It rained.
""",
    "a life": """Ada Marsh

Harbour Trust (Director)
I led a team of nine and rebuilt three piers.

University of Ness (BA)
I read history and rowed.
""",
    "minutes": """Minutes of the meeting of Port Ardle Parish Council

Present: Cllr A. Marsh (Chair), Cllr G. Oake

1. Apologies
Apologies were received from Cllr Thistlewood.

The meeting closed at 9.10 pm.
""",
    "code": """def keep(light: str) -> None:
    \"\"\"Keep a light.

    1.30 pm
    \"\"\"
    print(light, 404)
"""
    + "    print(light)\n" * 60,
    "the docstring of a function": "Args (dict): stones by name\n\nReturns (dict): the wall of them\n\n" * 4,
    "a loop in assembler": 'LOAD("a", 0)\t\t\t/* + */ \\\nSHUF("b", 1)\t\t/* a */ \\\n' * 20,
    "a mailing list": "Options for a patch.\n\nAll FAQ:s and Cc:s are kept.\n",
    "a list of what there is": "The walls that are mended are: Holme, Fenn\n\nThose at Reed are not.\n",
    "a table": "date,name,votes\n2019-12-12,Ada Marsh,20123\n2019-12-12,Gerald Oake,19800\n",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=list(OTHERS))
def test_what_is_no_record_has_no_layout(text: str) -> None:
    assert parse(text).layout is None


EXCERPTS = {
    "names alone": (
        "download",
        "Tomos Pugh\nI thank the Minister for that.\n\nAda Marsh\nThe Government are right.\n\n"
        "Tomos Pugh\nWe shall see.\n",
    ),
    "no blank lines": (
        "download",
        "Ferries\nTomos Pugh (Ynys Bach) (PC)\nThe boat is late.\nAda Marsh (Upper Dale) (Lab)\nSo it is.\n",
    ),
    "many blank lines": (
        "download",
        "Ferries\n\n\n\nMr Speaker\nThe boat is late.\n\n\n\nDame Moira Reed\nSo it is.\n\n\n\n",
    ),
    "set in": (
        "webpage",
        "    Tomos Pugh\n    (Ynys Bach) (PC)\n    Share this specific contribution\n\n"
        "    The boat is late.\n",
    ),
    "nobody speaks": (
        "download",
        "Light Dues Order 2014\n\nMoved by Lord Marsh\n\n"
        "That the draft order be approved.\n\nMotion agreed.\n",
    ),
}


@pytest.mark.parametrize(("layout", "text"), EXCERPTS.values(), ids=list(EXCERPTS))
def test_a_short_excerpt_has_its_layout(layout: str, text: str) -> None:
    assert parse(text).layout == layout


def test_one_line_in_many_is_not_sure() -> None:
    text = "Nothing here is of the record.\n\n" * 40 + "3.40 pm\n\n"
    transcript = parse(text + "Mr. Oake: I agree.\n")
    assert transcript.layout == "official-report"
    assert transcript.confidence < 0.5


def test_the_front_matter_of_a_volume_does_not_hide_it() -> None:
    index = "Barley, price of\n\nBeacons, upkeep of\n\n" * 10_000
    assert parse(index + "THE EARL OF UPPER DALE: My Lords, I agree.\n\n" * 9_000).layout == "historic"


#: Texts in which people speak, and not in Parliament.
DIALOGUES = {
    "an interview": "Interviewer: Why the sea, of all things?\n\nAda Marsh: I wanted to know it.\n\n",
    "a play": "MR MARSH: Who goes there?\n\nSIR GERALD: A friend, my lady.\n\n",
    "a chat log": "Ada: is anybody there\nGerald: I am.\nAda: see you at 9.30 pm\n",
    "questions and answers": "Q1: What is a harbour?\nA: A place where ships may lie.\n\n",
    "a trial": "MR REED: I object, my Lord.\n\nTHE COURT: Overruled.\n\nQ. Where?\n\nA. At home.\n\n",
    "results of a quarter": "Q1 Net Income: Up by a tenth.\nQ2 Gross Margin: It was flat.\n",
    "a call on results": "Operator: Good day to all.\n\nJane Smith: Our revenue rose in the quarter.\n\n",
    "a glossary": "Harbour Master: The person in charge of a harbour.\nPilot Boat: A boat for pilots.\n",
    "a chat in Markdown": "**Ada Marsh**: Is anybody there?\n\n**Gerald Oake**: I am.\n\n",
    "an assistant": "User: What is a harbour?\n\nAssistant: It is a place where ships may lie.\n\n",
}


@pytest.mark.parametrize("text", DIALOGUES.values(), ids=list(DIALOGUES))
def test_any_dialogue_is_surely_in_no_layout(text: str) -> None:
    found = parse(text * 8)
    assert found.confidence <= 0.3
    assert [p.code for p in found.problems if p.code in ("uncertain-layout", "no-layout")]


#: Records of parliaments that no layout is of, a part of whose turns are like those of one that is.
STRANGERS = {
    "brackets behind one word": [
        "Forseti (Anna Berg): The wall is old.",
        "Jon Fell (S): When will it be mended?",
        "harbourmaster (Una Holm) (D): It is being looked at.",
    ],
    "offices without an article": [
        "Mr. Speaker: The wall is old.",
        "Syed Oake Fell: When will it be mended?",
        "Law Minister (Marsh): It is being looked at.",
    ],
}


@pytest.mark.parametrize("lines", STRANGERS.values(), ids=list(STRANGERS))
def test_turns_that_a_layout_does_not_read_make_it_doubtful(lines: list[str]) -> None:
    found = parse("\n\n".join(lines * 5) + "\n")
    assert found.confidence <= 0.3
    problem = next(p for p in found.problems if p.code == "uncertain-layout")
    unread = "labels, by their shape, that it does not read" in problem.message
    assert unread or found.layout == "plain-turns"


@pytest.mark.parametrize(
    "form",
    ["{}, MP: {}", "Rt Hon {} MP: {}", "{} [Lab]: {}", "1. {}: {}", "{}:\t{}", "12 {} (Upper Dale): {}"],
)
def test_turns_with_more_than_a_name_before_the_colon_are_turns(form: str) -> None:
    said = [
        ("Ada Marsh", "I beg to move that the wall be built."),
        ("Gerald Oake", "It is an old wall, and I oppose it."),
        ("Mr Speaker", "Order. The House will hear her."),
        ("Ada Marsh", "I have done."),
        ("Ivor Reed", "So have I, and I am glad of it."),
    ]
    found = parse("\n\n".join(form.format(*turn) for turn in said) + "\n", resolve=False)
    assert found.confidence <= 0.3
    assert [c.text for c in found.contributions()] == [words for _, words in said]
    assert all(
        name in (c.speaker.label or "") for c, (name, _) in zip(found.contributions(), said, strict=True)
    )


@pytest.mark.parametrize(
    ("layout", "lines"),
    {
        "official-report": "Tuesday 5 March 2024\n\n321\n\n5 MARCH 2024\n\nThe House met at noon. "
        "[Mr Speaker in the Chair] Mr Speaker: Before I call anybody, I have a word to say of the wall. {}",
        "evidence": "Oral evidence: The wall Members present: Ada Marsh (Chair); Ivor Reed. {} "
        "Q58 Chair: Is it old? Mr Oake: It is old. Q59 Ivor Reed: How old? Mr Oake: Nobody knows.",
    }.items(),
)
def test_a_text_that_has_lost_its_newlines_is_in_doubt(layout: str, lines: str) -> None:
    found = parse(lines.format("It was built long ago, and it has stood since. " * 12) + "\n")
    assert (found.layout, found.confidence) == (layout, 0.3)
    assert "uncertain-layout" in {p.code for p in found.problems}


@pytest.mark.parametrize(
    "cry", ["Hon. Members", "An hon. Member", "Several hon. Members", "Opposition Members"]
)
def test_a_cry_is_no_sign_of_a_neighbour(cry: str) -> None:
    cries = f"{cry}: Shame!\n\n{cry}: Oh!\n\nMr Speaker: Order.\n"
    text = f"Ada Marsh (Upper Dale) (Lab): The wall is old.\n\n{cries}"
    assert parse(text).layout == "official-report"


def test_a_sitting_of_this_century_is_no_old_volume() -> None:
    text = (
        "House of Commons\n\nWednesday 3 July 2019\n\nThe House met at half-past Eleven o’clock\n\n"
        "The House divided: Ayes 2, Noes 3.\n\nAda Marsh (Upper Dale) (Lab): I am sorry.\n\n"
        "Mr Speaker: So am I.\n"
    )
    assert parse(text).layout == "official-report"
    old = (
        text.replace("2019", "1957")
        .replace("Ada Marsh (Upper Dale) (Lab)", "Mr. Marsh")
        .replace("Mr S", "Mr. S")
    )
    assert parse(old).layout == "historic"


def test_names_in_capitals_are_those_of_old_volumes() -> None:
    text = "Mr. MARSH: Is it old, and who built it?\n\nMr. OAKE: It is, Sir, and I built it.\n"
    assert parse(text).layout == "historic"


def test_questions_with_numbers_under_bare_names_are_the_official_report() -> None:
    text = "1. Ada Marsh: What steps he takes. [903311]\n\nGerald Oake: None.\n\nAda Marsh: Why is that so?\n"
    found = parse(text)
    assert found.layout == "official-report"
    assert [c.question_number for c in found.contributions()] == ["1", None, None]


def test_a_few_lines_like_labels_leave_a_layout_as_sure_as_it_is() -> None:
    turn = "Ms Ada Marsh (Upper Dale) (Lab): The wall is old.\n\n"
    text = turn * 6 + "Forseti (Anna Berg): So it is.\n\n" * 2
    assert parse(text).confidence == parse(turn * 6).confidence == 1.0


def test_a_turn_a_line_is_read_where_nothing_else_fits() -> None:
    found = parse("MARSH: when does the ferry come\nOAKE: it comes at nine\nMARSH: it did not come\n")
    assert found.layout == "plain-turns"
    assert [(c.speaker.label, c.text) for c in found.contributions()] == [
        ("MARSH", "when does the ferry come"),
        ("OAKE", "it comes at nine"),
        ("MARSH", "it did not come"),
    ]


def test_labels_in_bold_are_of_a_layout() -> None:
    text = "# Fares\n\n**Ada Marsh (Upper Dale) (Lab)**: The ferry is late.\n\n**Mr Speaker:** Order.\n"
    found = parse(text)
    assert (found.layout, found.title, found.problems) == ("markdown", "Fares", ())
    assert [(c.speaker.label, c.kind) for c in found.contributions()] == [
        ("Ada Marsh (Upper Dale) (Lab)", "speech"),
        ("Mr Speaker", "chair"),
    ]


def test_who_asks_in_the_lords_makes_no_page_of_written_questions() -> None:
    text = (
        "Sea Walls\nQuestion\n2.37 pm\nAsked by Lord Marsh\n"
        "To ask Her Majesty’s Government when the wall will"
        "\nbe mended.\nBaroness Oake (Con): My Lords, it will be mended in the spring."
        "\nLord Marsh (CB): My Lords,\nin which spring?\nBaroness Oake: My Lords, in the next one.\n"
    )
    assert parse(text).layout == "official-report"
