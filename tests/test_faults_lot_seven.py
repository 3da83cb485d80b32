"""Faults met on fifty-four texts, each written down with what is right before the parser had read it."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

TURN = "Ada Marsh (Upper Dale) (Lab): The ferry is late.\n\n"


def turns(text: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    return [(c.name, c.text) for c in parse(text, layout=layout).contributions()]


def texts(text: str, layout: str, kind: str) -> list[str]:
    return [str(row["text"]) for row in rows(parse(text, layout=layout)) if row["type"] == kind]


# --- labels ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("party", ["Lab/\nCo-op", "Lab/Co-\nop", "Lab/\n\nCo-op"])
@pytest.mark.parametrize("colon", [":", "\n:"])
def test_a_party_is_broken_at_its_stroke(party: str, colon: str) -> None:
    text = f"{TURN}Una Fell (Lower Ness) ({party}){colon} It was late last year.\n\nAda Marsh: It was.\n"
    found = list(parse(text, layout="official-report").contributions())
    assert [c.text for c in found] == ["The ferry is late.", "It was late last year.", "It was."]
    assert str(found[1].constituency) == "Lower Ness"
    assert str(found[1].party) == "Lab/Co-op"


def test_a_name_its_colon_and_the_words_have_a_line_each() -> None:
    text = (
        "Ferries\n\nAda Marsh\n:\nThe ferry is late.\n\nIvor Fenn\n:\nIt is not.\n\nAda Marsh\n:\nIt was.\n"
    )
    found = parse(text)
    assert found.layout == "official-report"
    assert [p.code for p in found.problems][:1] == ["uncertain-layout"]
    assert turns(text) == [
        ("Ada Marsh", "The ferry is late."),
        ("Ivor Fenn", "It is not."),
        ("Ada Marsh", "It was."),
    ]


@pytest.mark.parametrize("words", ["which ferry?", "the one that sank."])
def test_a_name_first_met_before_a_small_letter_speaks_between_turns(words: str) -> None:
    text = f"{TURN}Una Fell: {words}\n\nAda Marsh: The one at Holme.\n"
    assert turns(text, "official-report")[1] == ("Una Fell", words)
    found = parse(text, layout="official-report").problems
    assert "doubtful-speaker" in [problem.code for problem in found]


@pytest.mark.parametrize(
    "lines",
    [
        "I have two lists:\n\nPort Ardle: the wall fell.\n\n",  # what was announced
        "I have two lists.\n\nPort Ardle: the wall fell.\n\nUpper Ness: the pier sank.\n\n",
        "I have a list.\n\nPort Ardle: the wall fell.\n\nThat is all of it.\n\n",
        "I have a list.\n\nPort Ardle: the wall\n\n",
    ],
)
def test_a_list_within_a_speech_has_no_turns(lines: str) -> None:
    text = f"{TURN}Ivor Fenn (Port Ardle) (Con): {lines}Ada Marsh: I see.\n"
    names = {name for name, _ in turns(text, "official-report")}
    assert "Port Ardle" not in names


def test_a_surname_with_a_hyphen_before_it() -> None:
    text = "Mr. Oake (Port Ardle): I rise.\n\nSir Ivor -Fenn (Upper Dale): I ask.\n\nMr. Oake: I answer.\n"
    assert [words for _, words in turns(text, "official-report")] == ["I rise.", "I ask.", "I answer."]


@pytest.mark.parametrize("layout", ["historic", "official-report", "ni-report"])
@pytest.mark.parametrize("name", ["Ivor g. Ó Néill", "Ivor -G. Ó Néill"])
def test_an_initial_with_a_slip_before_a_letter_with_an_accent(layout: str, name: str) -> None:
    text = f"Mr. Oake (Port Ardle): I rise.\n\nMr. {name}: I thank him.\n\nMr. Oake: Not at all.\n"
    assert [words for _, words in turns(text, layout)] == ["I rise.", "I thank him.", "Not at all."]


@pytest.mark.parametrize("indent", ["", "    ", "\t"])
def test_brackets_and_the_colon_of_a_label_are_set_in(indent: str) -> None:
    lines = ("Una Fell", "(Lower Ness) (LD)", ":", "It was.", "Ada Marsh", ":", "It was.")
    text = TURN + "".join(f"{indent}{line}\n" for line in lines)
    found = list(parse(text, layout="official-report").contributions())
    assert [(c.name, c.text) for c in found[1:]] == [("Una Fell", "It was."), ("Ada Marsh", "It was.")]
    assert str(found[1].party) == "LD"


def test_a_seat_is_set_in_below_who_asks_in_writing() -> None:
    text = (
        "    Asked by Ada Marsh\n    (Upper Dale)\n    Asked on: 11 February 2020\n"
        "    To ask the Secretary of State for Coasts, how old it is.\n"
        "    Answered by: Gerald Oake\n    Answered on: 24 February 2020\n    Nine years.\n"
    )
    assert next(str(c.constituency) for c in parse(text, layout="written").contributions()) == "Upper Dale"


def test_the_convener_of_a_committee_speaks_in_scotland() -> None:
    text = (
        "The Presiding Officer (Ada Marsh): We come to questions.\n\nIvor Fenn (Upper Dale) (SNP): When?\n\n"
        "The Convener of the Harbours Committee: In the spring.\n\nThe Presiding Officer: Thank you.\n"
    )
    found = list(parse(text).contributions())
    assert found[2].speaker.label == "The Convener of the Harbours Committee"
    assert found[2].office == "The Convener of the Harbours Committee"
    assert [c.text for c in found][1:3] == ["When?", "In the spring."]


# --- the site of Historic Hansard ------------------------------------------------------------------------

CITED = "HC Deb 03 July 1958 vol 590 cc700-3\n\n"
ASKED = "§ Mr. Ivor Fenn asked the Minister of Lands if he will sell it.\n\n§ Mr. Oake No, Sir.\n\n"


@pytest.mark.parametrize("title", ["LAND.", "WALES.", "ROADS AND BRIDGES.", "LOSS OF THE “ARDLE.”"])
def test_a_short_title_stands_behind_the_mark(title: str) -> None:
    text = f"{CITED}{ASKED}§ {title}\n\n§ Mr. Fenn Why not?\n"
    assert texts(text, "historic-site", "heading") == [f"§ {title}"]
    assert texts(text, "historic-site", "contribution")[1:] == ["No, Sir.", "Why not?"]


@pytest.mark.parametrize(
    "line",
    [
        "whereupon there was disorder in the Gallery.",
        "4 and 5 Eliz. 2 was then read.",
        "Further consideration of the matter stood over.",
    ],
)
def test_a_line_with_the_mark_and_no_form_is_nobody_s_and_is_told(line: str) -> None:
    text = f"{CITED}{ASKED}§ {line}\n\n§ Mr. Fenn Why not?\n"
    found = parse(text, layout="historic-site")
    assert [c.text for c in found.contributions()][1:] == ["No, Sir.", "Why not?"]
    assert texts(text, "historic-site", "note") == [f"§ {line}"]
    assert "stray-text" in [problem.code for problem in found.problems]


@pytest.mark.parametrize("seat", ["Upper Dale", "Richmond (Yorks)"])
@pytest.mark.parametrize("indent", ["", "    "])
def test_parts_of_a_label_stand_on_lines_that_are_set_in(seat: str, indent: str) -> None:
    lines = [
        *("§", "21.", "Mr. Ivor Fenn", f"({seat})", "asked the Minister of Ferries when it will run."),
        *("§", "The Minister of Ferries", "(Mr. Gerald Oake)", "In the spring."),
    ]
    found = list(parse(CITED + "".join(f"{indent}{line}\n" for line in lines)).contributions())
    assert [(c.question_number, str(c.constituency)) for c in found[:1]] == [("21", seat)]
    assert [(c.name, c.text) for c in found] == [
        ("Mr. Ivor Fenn", "asked the Minister of Ferries when it will run."),
        ("Mr. Gerald Oake", "In the spring."),
    ]


@pytest.mark.parametrize("surname", ["May", "Will", "Further"])
def test_a_surname_is_a_word_that_begins_sentences(surname: str) -> None:
    text = (
        f"{CITED}§\nMr. Ted {surname}\n(Bow and Bromley)\nIt is late.\n"
        f"§ 4. Mr. Ted {surname} asked the Minister of Ferries why.\n§ Mr. Oake May I answer him?\n"
    )
    assert turns(text, "historic-site") == [
        (f"Mr. Ted {surname}", "It is late."),
        (f"Mr. Ted {surname}", "asked the Minister of Ferries why."),
        ("Mr. Oake", "May I answer him?"),
    ]


def test_a_blank_that_does_not_break_stands_behind_a_title() -> None:
    text = CITED + (
        "§ Mr.\u00a0Ivor Fenn asked the Minister how far it is.\n\n§ Mr.\u00a0Fenn Hong Kong is far.\n\n"
        "§ Mr.\u00a0Oake It is.\n"
    )
    assert [words for _, words in turns(text, "historic-site")][1] == "Hong Kong is far."


# --- pages of the sites ---------------------------------------------------------------------------------


def test_the_share_box_with_its_later_names() -> None:
    box = (
        "Share this specific contribution\nShare a link to this specific contribution:\n"
        "Share contribution {0} on X (formerly Twitter)\nShare contribution {0} via Email\n"
        "Copy link to contribution {0} to clipboard\nCopy link\nCopied\n"
    )
    text = (
        f"Ada Marsh\n(Upper Dale) (Lab)\n{box.format(1)}The ferry is late.\n"
        f"Ivor Fenn\n(Lower Ness) (Con)\n{box.format(2)}It is not.\n"
    )
    assert turns(text) == [("Ada Marsh", "The ferry is late."), ("Ivor Fenn", "It is not.")]


def test_a_sentence_above_the_button_is_no_label() -> None:
    button = "Share this specific contribution\n\n"
    text = (
        f"Ada Marsh\n(Upper Dale) (Lab)\n{button}The ferry is late.\n\nNobody has mended the ferry.\n\n"
        f"{button}Ivor Fenn\n(Lower Ness) (Con)\n{button}I have.\n"
    )
    assert turns(text) == [
        ("Ada Marsh", "The ferry is late.\n\nNobody has mended the ferry."),
        ("Ivor Fenn", "I have."),
    ]


def test_a_page_of_the_archive_is_told_by_its_volume() -> None:
    text = (
        "Commons Chamber\n\nVolume 541: debated on Monday 27 February 2012\n\nHouse of Commons\n\n"
        "Monday 27 February 2012\n\nThe House met at half-past Two o’clock\n\nPrayers\n\n"
        "[Mr Speaker in the Chair]\n\nOral Answers to Questions\n\nHarbours\n\n"
        "The Secretary of State was asked—\n\nFerries\n\n1.\n\n"
        "What steps he is taking to mend the ferry. [96001]\n\nWe have written to the board.\n\n"
        "Will he write again?\n\nI will.\n"
    )
    found = parse(text)
    assert (found.layout, found.confidence > 0.5) == ("webpage", True)
    assert texts(text, "auto", "heading")[-2:] == ["Harbours", "Ferries"]
    assert [c.question_number for c in found.contributions()][:1] == ["1"]


@pytest.mark.parametrize("office", ["Prime Minister", "Attorney-General", "Leader of the House"])
def test_questions_to_the_prime_minister_are_of_the_united_kingdom(office: str) -> None:
    text = (
        f"Engagements\n\nAda Marsh: 1. asked the {office} if he will list his engagements.\n\n"
        f"Ivor Fenn: I had meetings.\n\nUna Fell: 2. asked the {office} if he will visit Port Ardle.\n\n"
        "Ivor Fenn: I have no plans to do so.\n"
    )
    found = parse(text)
    assert (found.layout, found.parliament) == ("official-report", "uk")
    assert [c.kind for c in found.contributions()] == ["question", "answer", "question", "answer"]


@pytest.mark.parametrize("mark", ["*", "_", "**"])
@pytest.mark.parametrize(
    "act",
    [
        "Bill read a second time and committed to a Committee of the Whole House.",
        "House adjourned at 7.03 pm.",
        "Sitting suspended.",
    ],
)
def test_what_the_house_does_stands_in_italics_in_markdown(mark: str, act: str) -> None:
    text = f"**Lord Oake (CB):** My Lords, is it?\n\n{mark}{act}{mark}\n\n**Lord Fenn:** My Lords, it is.\n"
    assert turns(text, "markdown") == [("Lord Oake", "My Lords, is it?"), ("Lord Fenn", "My Lords, it is.")]


# --- the print ------------------------------------------------------------------------------------------


def test_the_head_of_a_page_has_a_number_at_either_side() -> None:
    text = (
        "Ada Marsh (Upper Dale) (Lab): The board ought to say each year what it has spent upon\n"
        "3 Public Bill Committee Piers and Jetties Bill 4\n"
        "each of its piers, and why it has spent so much upon one of them in all these years.\n"
        "Ivor Fenn (Port Ardle) (Con): That is a good deal, for the board has ninety-one piers, and\n"
        "a staff of six to look after them.\n"
        "5 Public Bill Committee Piers and Jetties Bill 6\n"
        "Ada Marsh: Then it might begin with one of them, and see whether it can do the others.\n"
    )
    assert [words for _, words in turns(text)] == [
        "The board ought to say each year what it has spent upon each of its piers, and why it has spent so "
        "much upon one of them in all these years.",
        "That is a good deal, for the board has ninety-one piers, and a staff of six to look after them.",
        "Then it might begin with one of them, and see whether it can do the others.",
    ]


def test_the_second_half_of_a_word_is_no_word_of_the_text() -> None:
    text = (
        "Ada Marsh (Upper Dale) (Lab): The ships of which he spoke to us in May will be launched be-\n"
        "fore the recess, or so he has said to the people of the town, who have it in writing, and it\n"
        "is a rent-\nfree mooring. There is rent to pay, and a thing is free or it is not.\n"
        "Ivor Fenn (Port Ardle) (Con): That is so, and they will be there before the end of this year.\n"
    )
    first = turns(text, "official-report")[0][1]
    assert "launched before the recess" in first
    assert "rent-free mooring" in first


def test_a_turn_below_a_table_has_its_words_set_in_by_a_tab() -> None:
    text = (
        "Ada Marsh: To ask the Minister for Coasts how many nets were mended.\n\n"
        "Ivor Fenn: holding answer 3 May 2001\n\tThe figures are below.\n\t1998\t14\n\t1999\t20\n\n"
        "Dr. Una Fell: To ask the Chancellor of the Exchequer\n\twhat the duty on hemp is. [119844]\n\n"
        "Ivor Fenn: It is nine.\n"
    )
    found = turns(text)
    assert [name for name, _ in found] == ["Ada Marsh", "Ivor Fenn", "Dr. Una Fell", "Ivor Fenn"]
    assert found[2][1] == "To ask the Chancellor of the Exchequer what the duty on hemp is."


def test_a_witness_in_brackets_has_a_small_word_in_the_name() -> None:
    text = (
        "Examination of Witnesses\n\nChairman\n\n  1. Who buys it?\n\n  (Ms de Witt) I do.\n\n"
        "  (Dr van der Oake) So do I.\n\n  2. Why?\n\n  (Mr Fenn) It is rope.\n"
    )
    assert [words for _, words in turns(text, "evidence")] == [
        *("Who buys it?", "I do.", "So do I.", "Why?", "It is rope."),
    ]


# --- what a text is ---------------------------------------------------------------------------------------


def test_a_text_that_a_message_quotes_is_named() -> None:
    text = (
        "> Ada Marsh (Upper Dale) (Lab): The ferry is late, and it\n> was late last year.\n>\n"
        "> Ivor Fenn (Port Ardle) (Con): It is not.\n"
    )
    told = [problem.message for problem in parse(text).problems if problem.code == "unread-container"]
    assert told == [
        "this is a text that a message quotes, read as the text it is: take the `> ` off its lines"
    ]
    marked = text.replace("Ada Marsh (Upper Dale) (Lab):", "**Ada Marsh (Upper Dale) (Lab)**:")
    assert "unread-container" not in [problem.code for problem in parse(marked).problems]


# --- words at the ends of lines -------------------------------------------------------------------------

AROUND = (
    "The first of the ferries was late again today, and the second did not sail at\n"
    "all, so that those who wait at the quay must walk to the next one, which is far.\n"
)


def broken(line: str, below: str) -> str:
    text = f"Ada Marsh (Upper Dale) (Lab): {AROUND}{line}-\n{below}\n{AROUND}"
    (turn,) = parse(text, layout="official-report").contributions()
    return turn.text


def test_a_word_is_whole_where_lines_divide_words() -> None:
    others = "I read her statement with care, and the improvement that it names is a small improve-\nment.\n"
    said = broken(f"{others}The state of the wall is bad, as she says in that first state", "ment of hers.")
    assert "a small improvement." in said
    assert "that first statement of hers." in said


def test_a_compound_keeps_its_hyphen_where_lines_break_behind_those_alone() -> None:
    said = broken("The first thing that I ask is why we have sold this first", "class ferry.")
    assert "this first-class ferry." in said
