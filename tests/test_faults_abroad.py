"""Who speaks, and what is furniture, in records of many lands; every text here is made up."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hansardparse import parse, rows
from hansardparse.explained import explained
from hansardparse.parliaments import profile
from hansardparse.speakers.labels import speaker


class Turn(NamedTuple):
    """A turn: its label and how its words begin."""

    label: str | None
    words: str


class Page(NamedTuple):
    """A page of one layout, and the turns on it."""

    layout: str
    text: str
    turns: list[Turn]


TURNS = {
    "a topical question of Northern Ireland": Page(
        "ni-report",
        "Mr Principal Deputy Speaker: I call Mr Oake.\n\n"
        "T2. Mr Oake asked the Minister for Harbours when it will be mended. (AQT 16/17-22)\n\n"
        "Ms Fell: In May.\n",
        [
            Turn("Mr Principal Deputy Speaker", "I call Mr Oake."),
            Turn("Mr Oake", "asked the Minister for Harbours"),
            Turn("Ms Fell", "In May."),
        ],
    ),
    "numbered questions of Wales": Page(
        "wa-record",
        "The Presiding Officer: Good afternoon.\n\nHarbours in Wales\n\n"
        "1. Gwen Oake: Will the First Minister make a statement on harbours? OAQ(4)1200(FM)\n\n"
        "The First Minister: I have.\n\n"
        "Q2 Emrys Marsh: Pa ystyriaeth a roddwyd i oleudai? OAQ(4)1201(FM)\n\n"
        "Voting deferred until voting time.\n",
        [
            Turn("The Presiding Officer", "Good afternoon."),
            Turn("Gwen Oake", "Will the First Minister"),
            Turn("The First Minister", "I have."),
            Turn("Emrys Marsh", "Pa ystyriaeth"),
        ],
    ),
}


@pytest.mark.parametrize("page", TURNS.values(), ids=TURNS.keys())
def test_who_speaks(page: Page) -> None:
    transcript = parse(page.text, layout=page.layout, resolve=False)
    turns = [Turn(c.speaker.label, c.text) for c in transcript.contributions()]
    assert [
        Turn(t.label, t.words[: len(e.words)]) for t, e in zip(turns, page.turns, strict=True)
    ] == page.turns


#: Labels of those who are not named, and the layout that prints them.
UNNAMED = {
    "in-report": "SOME HON. MEMBERS: No, no.",
    "fj-hansard": "HON. OPPOSITION MEMBERS.- No!",
    "ck-hansard": "SOME HON. MEMBERS: No!",
}


@pytest.mark.parametrize("layout", UNNAMED)
def test_those_in_capitals_who_are_not_named_are_nobody(layout: str) -> None:
    (turn,) = parse(UNNAMED[layout] + "\n", layout=layout).contributions()
    assert (turn.speaker.role, turn.name, turn.person) == ("collective", None, None)


def test_what_goes_on_is_no_place() -> None:
    (turn,) = parse("SHRI G. OAKE (CONTD.): It leaks.\n", layout="in-report").contributions()
    assert (turn.name, turn.constituency) == ("SHRI G. OAKE", None)


def test_a_prime_minister_in_capitals_is_an_office() -> None:
    text = "HON. PRIME MINISTER (SIR GERALD OAKE): I so move.\n"
    (turn,) = parse(text, layout="ck-hansard").contributions()
    assert (turn.office, turn.name, turn.constituency) == ("HON. PRIME MINISTER", "SIR GERALD OAKE", None)


def test_the_contents_of_papua_new_guinea_are_furniture() -> None:
    text = (
        "SECOND DAY\n\n______\n\nWednesday 5 June 2013\n\nDRAFT HANSARD ______\n\nSubject: Page No:\n\n"
        "HARBOUR AT PORT ARDLE – STATEMENT ...... 1\n\nQUESTIONS ...... 12\n\nRoads. . . . . 13\n\n"
        "QUESTIONS\n\nMr ADA MARSH – When?\n"
    )
    transcript = parse(text, layout="pg-hansard", resolve=False)
    titles = [row["text"] for row in rows(transcript) if row["type"] == "heading"]
    assert titles == ["SECOND DAY", "QUESTIONS"]


#: Labels glued behind words that they cut off, as the text of a PDF has them.
CUT_OFF = {
    "oireachtas": (
        "Senator Una Reed: I hope I am in order in pointing out----An Cathaoirleach: No.\n\n"
        "Deputy Ada Marsh: The wall---- Minister for Coasts (Deputy Jack Fenn): It will be mended at the "
        "end of May.\n",
        [
            ("Senator Una Reed", "I hope I am in order in pointing out----"),
            ("An Cathaoirleach", "No."),
            ("Deputy Ada Marsh", "The wall----"),
            ("Minister for Coasts (Deputy Jack Fenn)", "It will be mended at the end of May."),
        ],
    ),
    "ke-hansard": (
        "Mr. Reed: Mr. Speaker, Sir, I am asking--Mr. Speaker: Order! Come to your question.\n\n"
        "Hon. Fell: The wall ---The Temporary Deputy Speaker (Hon. Oake): Your time is up.\n\n"
        "Mr. Oake: The price--shillings: five a day--is low.\n",
        [
            ("Mr. Reed", "Mr. Speaker, Sir, I am asking--"),
            ("Mr. Speaker", "Order! Come to your question."),
            ("Hon. Fell", "The wall ---"),
            ("The Temporary Deputy Speaker (Hon. Oake)", "Your time is up."),
            ("Mr. Oake", "The price--shillings: five a day--is low."),
        ],
    ),
}


@pytest.mark.parametrize("layout", CUT_OFF)
def test_a_label_behind_words_that_it_cuts_off_begins_a_turn(layout: str) -> None:
    text, turns = CUT_OFF[layout]
    transcript = parse(text, layout=layout, resolve=False)
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == turns


def test_what_was_run_together_is_explained_in_parts() -> None:
    text = CUT_OFF["ke-hansard"][0]
    told = [(line.terminal, line.text) for line in explained(text, "ke-hansard")]
    assert told[:2] == [
        ("LABEL", "Mr. Reed: Mr. Speaker, Sir, I am asking--"),
        ("LABEL", "Mr. Speaker: Order! Come to your question."),
    ]


def test_tellers_of_the_seanad_are_procedure() -> None:
    text = (
        "The Seanad divided: Tá, 1; Níl, 1.\n\nTá\n\nMarsh, Ada.\n\nNíl\n\nFenn, Jack.\n\n"
        "Tellers: Tá, Senators Ada Marsh and Una Reed; Níl, Senators Jack Fenn and Mary Nic Aodha.\n\n"
        "Question declared carried.\n"
    )
    kinds = [(row["type"], row["text"][:8]) for row in rows(parse(text, layout="oireachtas"))]
    assert kinds == [("division", "The Sean"), ("procedure", "Tellers:"), ("procedure", "Question")]


def test_the_clock_of_the_house_is_a_time_and_no_words() -> None:
    text = (
        "  Mr. MARSH. Mr. Speaker, the lamps are out, and nobody has lit them since.\n\n"
        "                              {time}  1915\n\n"
        "  The dues are too high.\n"
        "  (Mr. OAKE assumed the Chair.)\n  A motion to reconsider was laid on the table.\n"
    )
    transcript = parse(text, layout="congressional-record", resolve=False)
    told = [(row["type"], row["time"], row["text"].split("\n")[-1]) for row in rows(transcript)]
    assert told == [
        ("contribution", None, "The dues are too high."),
        ("time", "19:15", "{time}  1915"),
        ("procedure", "19:15", "(Mr. OAKE assumed the Chair.)"),
        ("procedure", "19:15", "A motion to reconsider was laid on the table."),
    ]


def test_stars_part_one_subject_of_canada_from_the_next() -> None:
    text = (
        "Hon. Ada Marsh (Minister of Harbours, Lib.): Mr. Speaker, I table a report.\n\n* * *\n\n"
        "Petitions\n\nFerries\n\nMr. Gerald Oake (Port Ardle—Ness, CPC): Mr. Speaker, I present one.\n"
    )
    told = [(row["type"], row["text"]) for row in rows(parse(text, layout="canada", resolve=False))]
    assert told == [
        ("contribution", "Mr. Speaker, I table a report."),
        ("heading", "Petitions"),
        ("heading", "Ferries"),
        ("contribution", "Mr. Speaker, I present one."),
    ]


def test_a_label_over_three_lines_may_end_in_a_time() -> None:
    text = (
        "The PRESIDENT: The question is that the report be noted, and I call the\n"
        "senator, who has been waiting for the call since two o'clock this very day.\n"
        "Senator OAKE (South Australia—\n"
        "Minister for Harbours, Vice-President of the Executive Council and Chief\n"
        "Whip in the Senate)\n"
        "(14:06): I thank the senator for that. I table a document that relates to\n"
        "the order, and I say to the Senate that it will be long.\n"
        "Senator FELL: It is a disgrace to this place and to the people of it, who\n"
        "sent us here to speak for them.\n"
    )
    transcript = parse(text, layout="australia", resolve=False)
    assert [(c.office, c.text[:18]) for c in transcript.contributions()] == [
        ("The PRESIDENT", "The question is th"),
        (
            "Minister for Harbours, Vice-President of the Executive Council and Chief Whip in the Senate",
            "I thank the senato",
        ),
        (None, "It is a disgrace t"),
    ]


def test_what_stands_before_a_label_of_a_pdf_is_no_part_of_a_line() -> None:
    """A PDF prints the time, or the code of a speech, above the label; its lines are joined."""
    uganda = (
        "THE SPEAKER: Thank you.\n\n"
        "3.20 THE MINISTER OF STATE FOR COASTS (HARBOURS) (Mr Gerald Oake): Madam Speaker, I reply.\n\n"
        "3.25 MS ADA MARSH (NRM, Upper Dale): It cost 3.20 billion: that is the sum.\n"
    )
    europe = (
        "2. Opening of the sitting\n\n1-0004-0000 President. – Good morning.\n\n"
        "1-0005-0000 Ada Marsh (Renew). – Madam President, 2. Harbours.\n\n"
        "3. Sea walls (debate)\n\n1-0012-0000 Gerald Oake, on behalf of the PPE Group. – Mr President, no.\n"
    )
    found = rows(parse(uganda, layout="ug-hansard", resolve=False))
    told = [(r["time"], r["text"][:20]) for r in found]
    assert told == [
        (None, "Thank you."),
        ("03:20", "3.20"),
        ("03:20", "Madam Speaker, I rep"),
        ("03:25", "3.25"),
        ("03:25", "It cost 3.20 billion"),
    ]
    found = rows(parse(europe, layout="verbatim-report", resolve=False))
    told = [(r["type"], r["text"][:20]) for r in found]
    assert told == [
        ("heading", "2. Opening of the si"),
        ("contribution", "Good morning."),
        ("contribution", "Madam President, 2. "),
        ("heading", "3. Sea walls (debate"),
        ("contribution", "on behalf of the PPE "[:20]),
    ]


def test_a_code_glued_to_a_label_of_the_oireachtas_is_none_of_it() -> None:
    text = (
        "18/11/2021A00200School Places\n\n18/11/2021A00300Senator Una Reed: I thank the Minister.\n\n"
        "18/11/2021B00200Minister of State at the Department of Coasts (Deputy Jack Fenn): It is open.\n"
    )
    transcript = parse(text, resolve=False)
    assert transcript.layout == "oireachtas"
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == [
        ("Senator Una Reed", "I thank the Minister."),
        ("Minister of State at the Department of Coasts (Deputy Jack Fenn)", "It is open."),
    ]


def test_a_dagger_before_a_question_of_india_is_no_part_of_it() -> None:
    text = (
        "†*273. SHRI G. OAKE: Will the Minister of HARBOURS be pleased to state:\n\n"
        "†2884. SHRIMATI ADA MARSH: Will the Minister of HARBOURS be pleased to state:\n"
    )
    told = [
        row for row in rows(parse(text, layout="in-report", resolve=False)) if row["type"] == "contribution"
    ]
    assert [(row["speaker_label"], row["question_number"]) for row in told] == [
        ("SHRI G. OAKE", "273"),
        ("SHRIMATI ADA MARSH", "2884"),
    ]


def test_a_minister_of_several_departments_speaks() -> None:
    label = (
        "THE MINISTER OF STATE OF THE MINISTRY OF HARBOURS, LAMPS AND FERRIES (HALAF); "
        "AND THE MINISTER OF STATE IN THE MINISTRY OF COASTS"
    )
    (turn,) = parse(
        f"{label} (SHRI GERALD OAKE): Sir, I lay the papers.\n", layout="in-report"
    ).contributions()
    assert (turn.office, turn.name, turn.text) == (label, "SHRI GERALD OAKE", "Sir, I lay the papers.")


def test_a_remark_about_the_president_of_europe_ends_no_speech() -> None:
    text = "Ada Marsh (Renew). – I agree.\n\n(The President asked for silence)\n\nEvery lamp is out.\n"
    (turn,) = parse(text, layout="verbatim-report", resolve=False).contributions()
    assert turn.text.endswith("Every lamp is out.")


def test_forms_of_other_years() -> None:
    ireland = (
        "Dé Máirt, 27 Meitheamh 2006.\n\nTuesday, 27 June 2006.\n\nMr. Fenn: On a point of order.\n\n"
        "Question, “That the Bill be now read a Second Time”, put and declared carried.\n"
    )
    transcript = parse(ireland, layout="oireachtas", resolve=False)
    assert [row["type"] for row in rows(transcript)] == ["contribution", "procedure"]
    assert str(transcript.date) == "2006-06-27"
    scotland = "The Convener: Do members agree?\n\nMembers indicated agreement.\n"
    turns = [(c.speaker.label, c.kind) for c in parse(scotland, layout="sco-report").contributions()]
    assert turns == [("The Convener", "chair"), ("Members", "gesture")]
    kenya = "Hon. Fell: No.\n\n(Question, that the Bill be now read a Second Time, put and negatived)\n"
    told = [row["type"] for row in rows(parse(kenya, layout="ke-hansard", resolve=False))]
    assert told == ["contribution", "procedure"]


SITE = """Meeting of the Parliament (Hybrid)

Meeting date: Tuesday, March 5, 2024

Time for Reflection

The Presiding Officer (Lindis Hale)

Good afternoon.

The Rev Una Fell (Minister, Ardle Old Kirk)

Presiding Officer, thank you.

Topical Question Time

Gerald Oake (Upper Dale) (SNP)

When will the ferry sail?

The Cabinet Secretary for Coasts and the Sea (Ada Marsh)

It will sail in spring.

Gerald Oake

Will it be on time?

Sea Walls

Ada Marsh

It will.

The Presiding Officer

We move on.

Members: No.
"""


def test_who_speaks_is_alone_on_a_line_of_the_pages_of_the_scottish_parliament() -> None:
    page = parse(SITE)
    assert (page.layout, str(page.date)) == ("sco-report", "2024-03-05")
    assert [(c.speaker.label, c.name, c.text) for c in page.contributions()] == [
        ("The Presiding Officer (Lindis Hale)", "Lindis Hale", "Good afternoon."),
        ("The Rev Una Fell (Minister, Ardle Old Kirk)", "The Rev Una Fell", "Presiding Officer, thank you."),
        ("Gerald Oake (Upper Dale) (SNP)", "Gerald Oake", "When will the ferry sail?"),
        ("The Cabinet Secretary for Coasts and the Sea (Ada Marsh)", "Ada Marsh", "It will sail in spring."),
        ("Gerald Oake", "Gerald Oake", "Will it be on time?"),
        ("Ada Marsh", "Ada Marsh", "It will."),
        ("The Presiding Officer", "Lindis Hale", "We move on."),
        ("Members", None, "No."),
    ]
    headings = [section.heading for section in page.sections()]
    assert headings == [
        "Meeting of the Parliament (Hybrid)",
        "Time for Reflection",
        "Topical Question Time",
        "Sea Walls",
    ]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("The Rev. Gerald Oake", "The Rev."),
        ("The Very Rev Gerald Oake", None),
        ("The Rev. Dr. Gerald Oake (Upper Dale)", "The Rev. Dr."),
    ],
)
def test_the_reverend_is_a_title_and_no_office(label: str, title: str | None) -> None:
    found = speaker(label, profile=profile("uk"))
    assert (found.surname, found.office) == ("Oake", None)
    assert title is None or (found.honorific, found.forenames) == (title, "Gerald")
