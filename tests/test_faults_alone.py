"""Labels without their mark; numbers and brackets on lines of their own; too few lines to tell a width."""

from __future__ import annotations

import pytest

from hansardparse import parse
from hansardparse.model.nodes import Division, Procedure

SITE = "Share this specific contribution"


def said(text: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    transcript = parse(text, layout=layout, resolve=False)
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


def test_a_page_of_the_archive_without_its_buttons() -> None:
    text = (
        "Cable Ships\n\nVolume 41: debated on Wednesday 20 April 1983\n\n"
        "Mr. Tomos Pugh\n\nasked the Minister for Coasts when the ship will sail.\n\n"
        "The Minister for Coasts (Mr. Gerald Oake)\n\nNext week.\n\n"
        "Mr. Pugh\n\nIs he sure?\n\nAn hon. Member\n\nNo!\n\nMr. Speaker\n\nOrder.\n"
    )
    assert said(text) == [
        ("Mr. Tomos Pugh", "asked the Minister for Coasts when the ship will sail."),
        ("The Minister for Coasts (Mr. Gerald Oake)", "Next week."),
        ("Mr. Pugh", "Is he sure?"),
        ("An hon. Member", "No!"),
        ("Mr. Speaker", "Order."),
    ]


def test_a_name_alone_speaks_where_a_label_elsewhere_has_it() -> None:
    page = (
        "Piers\n\nVolume 755: debated on Tuesday 15 October 2024\n\n"
        f"Ada Marsh\n(Upper Dale) (Lab)\n{SITE}\n\nWill he give way?\n\n"
        f"Tomos Pugh\n(Lower Ness) (LD)\n{SITE}\n\nI will.\n\n{{}}\n\nI thank him.\n"
    )
    assert [label for label, _ in said(page.format("Ada Marsh"))][2:] == ["Ada Marsh"]
    assert len(said(page.format("Una Fell"))) == 2  # a heading: nobody has the name


def test_where_turns_have_buttons_a_title_may_be_a_name() -> None:
    page = (
        "Piers\n\nVolume 755: debated on Tuesday 15 October 2024\n\n"
        f"Ada Marsh\n(Upper Dale) (Lab)\n{SITE}\n\nThe pier is open.\n\nSir Gerald Oake\n\n"
        f"Tomos Pugh\n(Lower Ness) (LD)\n{SITE}\n\nI knew him.\n"
    )
    assert [label for label, _ in said(page)] == [
        "Ada Marsh\n(Upper Dale) (Lab)",
        "Tomos Pugh\n(Lower Ness) (LD)",
    ]


@pytest.mark.parametrize("who", ["Hon. Members", "Several hon. Members:", "Noble Lords", "Mr Deputy Speaker"])
def test_nobody_by_name_has_no_portrait(who: str) -> None:
    text = (
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nWill he resign?\n\n"
        f"{who}\n\nOh!\n\nPhoto of Gerald Oake Gerald Oake Conservative, Port Ardle\n\nNo.\n"
    )
    labels = [label for label, _ in said(text, "theyworkforyou")]
    assert labels == ["Ada Marsh", who.removesuffix(":"), "Gerald Oake"]


@pytest.mark.parametrize("between", ["\n\n", "\n", " "])
@pytest.mark.parametrize("notice", ["(by Private Notice)", "(by private notice)"])
def test_a_question_by_private_notice(between: str, notice: str) -> None:
    text = (
        f"Mr. Tomos Pugh (Lower Ness){between}{notice}{between}asked the Minister for Coasts if she sank.\n\n"
        "The Minister for Coasts (Mr. Gerald Oake): She is not.\n"
    )
    asked, told = parse(text, layout="official-report").contributions()
    assert asked.text == "asked the Minister for Coasts if she sank."
    assert (asked.kind, str(asked.constituency), told.kind) == ("question", "Lower Ness", "answer")


def test_a_number_on_a_line_above_its_question() -> None:
    text = (
        "Ms Ada Marsh (Upper Dale) (Lab): I am obliged.\n\n"
        "2.\n\nMr. Tomos Pugh (Lower Ness) (LD): What plans he has. [210331]\n\n"
        "7. and 9.\n\nSir Gerald Oake (Port Ardle) (Con): What else he has. [210332]\n"
    )
    transcript = parse(text, layout="official-report", resolve=False)
    assert [(c.question_number, c.text) for c in transcript.contributions()] == [
        (None, "I am obliged."),
        ("2", "What plans he has."),
        ("7", "What else he has."),
    ]


def test_a_page_that_is_cited_and_has_colons_is_the_official_report() -> None:
    text = (
        "Rural Banks\n\nHL Deb 17 November 2003 vol 654 cc1752-4\n\n2.52 p.m.\n\n"
        "Lord Marsh asked Her Majesty's Government:\n\nWhether banks close.\n\n"
        "Lord Oake of Port Ardle: My Lords, they do.\n\nLord Marsh: My Lords, I thank the Minister.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "official-report"
    assert [c.speaker.label for c in transcript.contributions()] == [
        "Lord Marsh",
        "Lord Oake of Port Ardle",
        "Lord Marsh",
    ]


@pytest.mark.parametrize(
    "line", ["On Question, Bill read 2a.", "[Amendment No. 12 not moved.]", "Resolved in the affirmative."]
)
def test_the_minutes_have_the_mark_of_a_turn(line: str) -> None:
    text = f"HL Deb 14 February 1933 vol 86 cc622-31\n\n§ LORD OAKE I beg to move.\n\n§ {line}\n"
    transcript = parse(text, layout="historic-site", resolve=False)
    assert len(list(transcript.contributions())) == 1
    assert isinstance(transcript.items[-1], Procedure)


def test_names_below_a_side_and_their_tellers() -> None:
    text = (
        "15:14:00\n\nDivision 61\nAyes: 2\nNoes: 1\n\nAyes\nFell, Una\nOake, Rt Hon Gerald\n"
        "Tellers: Ada Marsh and Ivor Reed\n\nNoes\nPugh, Dr Tomos\nTellers: Moira Fell and Basil Thorn\n\n"
        "Question accordingly agreed to.\n\nUna Fell (Lower Ness) (LD)\nOn a point of order.\n"
    )
    transcript = parse(text, layout="download", resolve=False)
    assert [c.speaker.surname for c in transcript.contributions()] == ["Fell"]
    (division,) = (item for item in transcript.items if isinstance(item, Division))
    assert sum(vote.type == "vote" and not vote.teller for g in division.groups for vote in g.items) == 3


def test_a_number_in_bold_behind_a_question() -> None:
    text = "**1. Ada Marsh (Upper Dale) (Lab):** What plans he has. **[902211]**\n\n**Gerald Oake:** None.\n"
    asked, _ = parse(text, layout="markdown", resolve=False).contributions()
    assert (asked.text, asked.uin) == ("What plans he has.", "902211")


def test_one_line_that_is_broken_within_a_sentence() -> None:
    text = (
        "Harbours Committee\n\nOral evidence: The new dock, HC 31\n\n"
        "Q1 Chair: Good afternoon. Will you please tell the Committee who you are, whom\nyou serve, and how "
        "long?\n\nIvor Reed: I am the pilot of the har-\nbour.\n\nQ2 Chair: Is it open?\n\nIvor Reed: No.\n"
    )
    texts = [words for _, words in said(text)]
    assert texts[0].endswith("tell the Committee who you are, whom you serve, and how long?")
    assert texts[1] == "I am the pilot of the harbour."


@pytest.mark.parametrize(
    ("line", "reported"),
    [("30 Febuary 2024", 1), ("31 April 2024", 1), ("3 April 2024", 0), ("12 Acts 2024", 0)],
)
def test_a_heading_that_is_no_day(line: str, reported: int) -> None:
    text = f"Ferries\n\n{line}\n\nMs Ada Marsh (Upper Dale) (Lab): The tide is in.\n"
    problems = parse(text, layout="official-report").problems
    assert [p.code for p in problems] == ["impossible-date"] * reported


def test_a_bill_of_the_lords_is_a_heading() -> None:
    text = "SEA WALLS BILL [H.L.]\n\nHL Deb 14 February 1933 vol 86 cc622-31\n\n§ LORD OAKE I beg to move.\n"
    assert parse(text, layout="historic-site").items[0].heading == "SEA WALLS BILL [H.L.]"


def test_a_label_whose_bracket_is_on_the_next_line() -> None:
    text = (
        "3 Oral Answers 19 MARCH 2015 Oral Answers 4\n\n"
        "Nia Pugh (Cwm Tawel) (PC): Will the Minister meet\nthe farmers of my valley?\n\n"
        "The Minister of State, Department for Environment\n(Mr Ashby Coe): I met them in January.\n\n"
        "Nia Pugh: I am told by them that it was not so, and\nI believe it.\n"
    )
    assert [(label, words[:10], words[-11:]) for label, words in said(text, "official-report")] == [
        ("Nia Pugh (Cwm Tawel) (PC)", "Will the M", " my valley?"),
        ("The Minister of State, Department for Environment (Mr Ashby Coe)", "I met them", "in January."),
        ("Nia Pugh", "I am told ", "believe it."),
    ]


@pytest.mark.parametrize("label", ["MR. MARSH.", "Mr- MARSH:", "ME. MARSH:"])
def test_slips_between_a_title_and_a_name(label: str) -> None:
    text = f"MR. OAKE: It has not been mended.\n\n{label} Why is it not mended?\n\nMR. OAKE: I cannot say.\n"
    assert [words for _, words in said(text, "historic")] == [
        "It has not been mended.",
        "Why is it not mended?",
        "I cannot say.",
    ]


def test_a_column_that_is_glued_behind_a_paragraph() -> None:
    text = "HC Deb 04 December 1964 vol 703 cc920-3\n\n§ Mr. Oake Who reads?921\n\n§ Mr. Marsh I see No.921\n"
    transcript = parse(text, layout="historic-site", resolve=False)
    assert [c.text for c in transcript.contributions()] == ["Who reads?", "I see No.921"]


def test_a_seat_with_its_compass_is_no_ugandan_district() -> None:
    text = (
        "QUESTIONS.\n\nMR. MARSH (Ardle, E.): I beg to ask the President of the Board whether it sank?\n\n"
        "THE PRESIDENT OF THE BOARD (Mr. OAKE, Ness): Yes, Sir.\n\nMr. MARSH: And the ninth?\n"
    )
    assert parse(text).layout in ("historic", "official-report")


def test_what_somebody_says_is_no_note_of_the_site() -> None:
    source = "This information is provided by Parallel Parliament and is no part of the record\n"
    notes = "A Bill of this kind is put in ten minutes.\nIt hardly ever passes.\nFor more see: Bills\n"
    page = "(2 years ago)\nCommons Chamber{}{}The light is out.\n"
    for note, count in (("", 1), (notes, 1), ("I beg to move.\nWill he come?\nThe light is old.\n", 3)):
        found = said(page.format(note or "\n", source), "parallel-plain")
        assert len(found) == count, found


def test_names_in_capitals_below_a_label_are_those_of_a_panel() -> None:
    text = (
        "Examination of Witnesses (Questions 1 - 42)\n\nMonday 16 April 2007\n\n"
        "Q1 Chairman: We begin.\n\nMR IVOR REED\n\nQ2 Chairman: Welcome.\n\nMr Reed: It is nine feet.\n"
    )
    asked, _, told = parse(text, layout="evidence", resolve=False).contributions()
    assert asked.text == "We begin."
    assert (told.kind, told.speaker.role) == ("evidence", "witness")


def test_one_short_line_within_a_sentence_tells_no_width() -> None:
    line = "The harbour is nine feet deep at low water, and the ferry that we were promised draws eleven"
    page = f"Ivor Reed: {line}\nof them at the least.\n" * 8
    texts = [
        words
        for _, words in said(
            f"Questions 1-9\nA line that stops short of the\nwidth\n{page}Q9 Chair: Is\nit?\n"
        )
    ]
    assert len(texts) == 9
