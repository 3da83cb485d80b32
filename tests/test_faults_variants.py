"""Variants of known faults, written by one who had not seen the rules: each as a kind, in invented words."""

from __future__ import annotations

import pytest

from hansardparse import Transcript, nodes, parse, rows


def turns(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


def found(transcript: Transcript, kind: str) -> list[str]:
    return [row["text"] for row in rows(transcript) if row["type"] == kind]


def division(transcript: Transcript) -> nodes.Division:
    (one,) = (n for s in transcript.sections() for n in s.items if isinstance(n, nodes.Division))
    return one


VOTED = """Ferries Bill

Volume 712: debated on Wednesday 20 April 2022

Ada Marsh
(Upper Dale) (Lab)
Share this specific contribution
I shall be brief.

Question put, That the Bill be now read a Second time.

Division 241
20 April 2022
{totals}
View Details
Ayes
{names}
Tellers: Una Fell and Tomos Pugh
Noes
Gerald Oake
Ivor Reed
Tellers: Moira Hale and Lindis Orr

Bill read a Second time.

Gerald Oake
(Port Ardle) (Con)
Share this specific contribution
On a point of order.
"""


@pytest.mark.parametrize(
    "totals", ["Ayes: 3\nNoes: 2", "Ayes: 3\nNoes: 2\nQuestion accordingly agreed to.", "Ayes\n3\nNoes\n2"]
)
@pytest.mark.parametrize(
    "names", ["Ada Marsh\nNia Bevan\nEdward Joll", "Marsh, Ada\nNia Bevan\nJoll, Edward"]
)
def test_totals_above_the_lists_are_those_of_the_lists(totals: str, names: str) -> None:
    transcript = parse(VOTED.format(totals=totals, names=names))
    voted = division(transcript)
    assert [(g.option, g.stated, len(g.votes), len(g.tellers)) for g in voted.groups] == [
        ("aye", 3, 3, 2),
        ("no", 2, 2, 2),
    ]
    assert voted.totals == {"aye": 3, "no": 2}
    assert [label for label, _ in turns(transcript)] == [
        "Ada Marsh\n(Upper Dale) (Lab)",
        "Gerald Oake\n(Port Ardle) (Con)",
    ]


PORTRAITS = """Ferries Bill (Third sitting) Debate

Full Debate: Read Full Debate

Thursday 8th February 2018

Public Bill Committees

Ada Marsh Portrait Ada Marsh (Upper Dale) (Lab)
I beg to move amendment 12.

Gerald Oake Portrait The Minister for Harbours (Gerald Oake)
I have listened with care.

None Portrait The Chair
Order.
"""


def test_labels_of_parallel_parliament_whose_links_are_lost() -> None:
    transcript = parse(PORTRAITS)
    assert transcript.layout == "parallel"
    assert turns(transcript) == [
        ("Ada Marsh (Upper Dale) (Lab)", "I beg to move amendment 12."),
        ("The Minister for Harbours (Gerald Oake)", "I have listened with care."),
        ("The Chair", "Order."),
    ]
    assert [c.speaker.in_chair for c in transcript.contributions()] == [False, False, True]


@pytest.mark.parametrize("clause", ["CLAUSE 14.", "NEW CLAUSE.", "Clause 9A."])
def test_a_clause_and_its_note_are_a_heading(clause: str) -> None:
    page = (
        f"HARBOURS BILL.\n\nConsidered in Committee.\n\n{clause}—(Purchase of harbours.)\n\nMr. OAKE: No.\n"
    )
    assert f"{clause}—(Purchase of harbours.)" in found(parse(page, layout="historic"), "heading")


@pytest.mark.parametrize("rank", ["VISCOI'NT", "VISCOENT", "VISCO’UNT"])
def test_a_misread_viscount(rank: str) -> None:
    page = f"THE EARL OF DALE: My Lords, no.\n\n{rank} ELDER: My Lords, yes.\n"
    assert [label for label, _ in turns(parse(page, layout="historic"))] == [
        "THE EARL OF DALE",
        f"{rank} ELDER",
    ]


GLUED = """Potholes

Volume 702: debated on Thursday 28 October 2021

9.41amGerald Oake
(Port Ardle) (Con)Sharethis specific contribution
What steps is he taking?

The Secretary of State for Roads
(Ada Marsh)Share this specific contribution
We fill one a day.

Ivor Reed
(Lower Ness) (LD)Sharethis specific contribution
Will he come?
"""


def test_the_button_glued_behind_brackets_and_a_time_before_a_name() -> None:
    transcript = parse(GLUED)
    assert turns(transcript) == [
        ("Gerald Oake\n(Port Ardle) (Con)", "What steps is he taking?"),
        ("The Secretary of State for Roads\n(Ada Marsh)", "We fill one a day."),
        ("Ivor Reed\n(Lower Ness) (LD)", "Will he come?"),
    ]
    assert next(transcript.contributions()).time == "09:41"


def test_the_button_on_two_lines_tells_the_page() -> None:
    page = GLUED.replace("9.41am", "").replace("Share", "\n\nShare\n").replace("\n this", "\nthis")
    transcript = parse(page.replace("We fill", "Column 702\n\nWe fill"))
    assert transcript.layout == "webpage"
    assert not any(p.code == "uncertain-layout" for p in transcript.problems)
    assert [c.text for c in transcript.contributions()] == [
        "What steps is he taking?",
        "We fill one a day.",
        "Will he come?",
    ]


@pytest.mark.parametrize("term", ["Her Majesty's Government", "His Majesty's Government", "Westminster Hall"])
def test_a_glossary_begins_with_any_of_its_words(term: str) -> None:
    page = (
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe toll stays.\n\n"
        f"{term}\n\nA second place of which the site says something here.\n\n"
        "Minister\n\nMinisters make up the Government and.\n"
    )
    assert [text for _, text in turns(parse(page, layout="theyworkforyou"))] == ["The toll stays."]


SMALL = """Mr Speaker: Order. We come now to the next business.

{heading}

{below}

Ms Ada Marsh (Upper Dale) (Lab): The dredger comes in May.
"""


@pytest.mark.parametrize("heading", ["dredging of the harbour", "school milk (provision)", "petition"])
@pytest.mark.parametrize("below", ["", "12.41 pm", "Sea Walls", "[6th Allotted Day]"])
def test_small_letters_behind_the_words_of_the_chair_are_a_heading(heading: str, below: str) -> None:
    transcript = parse(SMALL.format(heading=heading, below=below), layout="official-report")
    assert heading in found(transcript, "heading")
    assert [text for _, text in turns(transcript)] == [
        "Order. We come now to the next business.",
        "The dredger comes in May.",
    ]


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Mr Speaker", "the motion in the name of the Prime Minister."),  # it is a sentence
        ("Mr Speaker", "the motion in the name of"),
        ("Ms Ada Marsh (Upper Dale) (Lab)", "dredging of the harbour"),  # who does not preside
    ],
)
def test_other_small_letters_are_words(label: str, line: str) -> None:
    stop = "." if line.endswith("harbour") else ""
    words = "The next business is" if not stop else "I name two."
    page = f"{label}: {words}\n\n{line}\n\nMr Gerald Oake (Port Ardle) (Con): No.\n"
    assert line in turns(parse(page, layout="official-report"))[0][1]


@pytest.mark.parametrize("layout", ["historic", "historic-site"])
def test_who_answers_stands_in_brackets_before_the_answer(layout: str) -> None:
    mark, colon = ("§ ", "") if layout == "historic-site" else ("", ":")
    page = (
        f"{mark}Mr. OAKE (Port Ardle){colon} To ask the President of the Board of Trade how old it is.\n\n"
        "(Answered by Mr. Lloyd Fell.) The wall is old.\n\n"
        f"{mark}Mr. REED (Dale){colon} To ask whether it is high.\n"
    )
    transcript = parse(page, layout=layout)
    assert turns(transcript)[1] == ("Mr. Lloyd Fell", "The wall is old.")
    assert [c.kind for c in transcript.contributions()][1] == "answer"


def test_a_number_that_a_converter_has_escaped() -> None:
    page = "# Bees\n\n**1\\. Ada Marsh (Upper Dale) (Lab):** What steps?\n\n**Gerald Oake:** None.\n"
    (first, _) = parse(page, layout="markdown").contributions()
    assert (first.speaker.label, first.question_number, first.text) == (
        "Ada Marsh (Upper Dale) (Lab)",
        "1",
        "What steps?",
    )


@pytest.mark.parametrize("label", ["The noble Lord said", "The noble and learned Lord said"])
def test_who_has_moved_goes_on_under_no_name(label: str) -> None:
    page = (
        'Lord Fell moved Amendment No. 4:\n\nPage 2, line 31, leave out ("may")\n\n'
        f"{label}: My Lords, it is a duty.\n\nLord Hale: My Lords, I agree.\n"
    )
    moved, said, _ = parse(page, layout="official-report").contributions()
    assert said.speaker.label == label and said.speaker.role == "unknown"
    assert said.person is moved.person and dict(said.resolution.rules)["person"] == "turn-above"
    assert said.kind == "speech"


def test_nobody_is_above_the_first_turn() -> None:
    (said,) = parse("The noble Lord said: My Lords, no.\n", layout="historic").contributions()
    assert said.person is None
