# ruff: noqa: E501 (texts as they are printed)
"""Pages of Historic Hansard as scrapers take them: the mark alone on a line, the label glued to the words."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

HEAD = "SEA WALLS (UPPER DALE)\n\nHC Deb 03 July 1958 vol 590 cc12-3\n\n"


def said(text: str) -> list[tuple[str | None, str]]:
    transcript = parse(HEAD + text, resolve=False)
    assert transcript.layout == "historic-site"
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("§ Mr. OakeIt has fallen.", "Mr. Oake", "It has fallen."),
        ("§ Mr. SpeakerOrder. We must get on.", "Mr. Speaker", "Order. We must get on."),
        ("§ Mr. Gerald Oakeasked the Minister why.", "Mr. Gerald Oake", "asked the Minister why."),
        ("§ Mr. Tomos Pugh (Lower Ness)The wall is mine.", "Mr. Tomos Pugh (Lower Ness)", "The wall is mine."),
        ("§ The Minister of Housing (Mr. Basil Thorn)No, Sir.", "The Minister of Housing (Mr. Basil Thorn)", "No, Sir."),
        ("§ Mr. Gerald OakeIt has fallen.", "Mr. Gerald Oake", "It has fallen."),
        ("§ Mr. MacOakeIt has.", "Mr. MacOake", "It has."),
        ("§ Mr. McMarsh It has.", "Mr. McMarsh", "It has."),
        ("§ The Earl of UpperdaleMy Lords, no.", "The Earl of Upperdale", "My Lords, no."),
        ("§ The Prime MinisterI have nothing to add.", "The Prime Minister", "I have nothing to add."),
        ("§ Mr. Oake“Never” was the word.", "Mr. Oake", "“Never” was the word."),
        ("§ Mr. Oake1,400 boats were lost.", "Mr. Oake", "1,400 boats were lost."),
        ("§ Mr. Oake£40 was the fine.", "Mr. Oake", "£40 was the fine."),
        ("§ Mr. O'DowdIt has.", "Mr. O'Dowd", "It has."),
    ],
)  # fmt: skip
def test_a_label_that_is_glued_to_the_words(line: str, label: str, words: str) -> None:
    assert said(f"{line}\n\n§ Mr. Fell No.\n") == [(label, words), ("Mr. Fell", "No.")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_question_s_number_and_a_seat_on_lines_of_their_own(gap: str) -> None:
    text = gap.join(
        (
            "§",
            "4.",
            "Sir Gerald Oake",
            "asked the Minister why.",
            "§",
            "The Minister of Housing",
            "(Mr. Basil Thorn)",
        )
    )
    text += (
        gap + gap.join(("I cannot say.", "§", "Mr. Tomos Pugh", "(Lower Ness)", "(I can.) It rained.")) + "\n"
    )
    transcript = parse(HEAD + text, resolve=False)
    asked, told, pugh = transcript.contributions()
    assert (asked.speaker.surname, asked.question_number, asked.text) == (
        "Oake",
        "4",
        "asked the Minister why.",
    )
    assert (told.speaker.surname, told.text) == ("Thorn", "I cannot say.")
    assert (str(pugh.constituency), pugh.text) == ("Lower Ness", "(I can.) It rained.")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("§ Several Hon. Membersrose—", "Several Hon. Membersrose—"),
        ("§ Mr. Tomos Pughrose—", "Mr. Tomos Pugh"),
        ("§ Mr. Tomos Pughindicated dissent.", "Mr. Tomos Pugh"),
    ],
)
def test_an_act_that_is_glued_to_its_label(line: str, label: str) -> None:
    found = list(parse(f"{HEAD}§ Mr. Fell No.\n\n{line}\n\n§ Mr. Fell No.\n", resolve=False).contributions())
    assert [(c.speaker.label, c.kind) for c in found][1:-1] == [(label, "gesture")]


def test_a_title_begins_the_words_behind_a_name() -> None:
    text = "§ Mr. Pugh I ask.\n\n§ Mr. Pugh Lord Marsh said so in another place.\n\n§ Mr. Fell No.\n"
    assert said(text)[1] == ("Mr. Pugh", "Lord Marsh said so in another place.")


def test_the_mark_the_name_the_seat_and_the_words_on_lines_of_their_own() -> None:
    text = (
        "§\nMr. Gerald Oake\n(Upper Dale)\nThe wall has fallen into the sea.\n§\nMr. Speaker\n"
        "Order. We must get on.\n§\nMr. Tomos Pugh\n(Lower Ness)\nOn a point of order, Mr. Speaker.\n"
    )
    transcript = parse(HEAD + text, resolve=False)
    assert [
        (
            c.speaker.surname or c.speaker.office,
            c.speaker.constituency and c.speaker.constituency.name,
            c.text,
        )
        for c in transcript.contributions()
    ] == [
        ("Oake", "Upper Dale", "The wall has fallen into the sea."),
        ("Mr. Speaker", None, "Order. We must get on."),
        ("Pugh", "Lower Ness", "On a point of order, Mr. Speaker."),
    ]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("§ Lord MARL of HOLMEMy Lords, it is in none.", "Lord MARL of HOLME", "My Lords, it is in none."),
        ("§ THE EARL OF UPPER DALEMy Lords, I rise.", "THE EARL OF UPPER DALE", "My Lords, I rise."),
        ("§ Mr. OAKEI beg to move.", "Mr. OAKE", "I beg to move."),
        ("§ Mr. OAKEsaid that he had no doubt of it.", "Mr. OAKE", "said that he had no doubt of it."),
        ("§ Sir TOMOS PUGHasked the Secretary of State why.", "Sir TOMOS PUGH", "asked the Secretary of State why."),
        ("§ Captain FELLrose to speak of it.", "Captain FELL", "rose to speak of it."),
        ("§ Mr. SPEAKEROrder, order.", "Mr. SPEAKER", "Order, order."),
        ("§ Mr. SPEAKERIndeed, order.", "Mr. SPEAKER", "Indeed, order."),
        ("§ LORD FENNin moving the Bill, said no more.", "LORD FENN", "in moving the Bill, said no more."),
        ("§ Captain FELLregretted that it was so.", "Captain FELL", "regretted that it was so."),
        ("§ Mr. OAKE (Port Ardle)said that it was so.", "Mr. OAKE (Port Ardle)", "said that it was so."),
        ("§ VISCOUNT FENNThe wall is old.", "VISCOUNT FENN", "The wall is old."),
        ("§ Sir G.TOULWIN I thank him.", "Sir G.TOULWIN", "I thank him."),
        ("§ Mr. T. P. O'DOWDNo, Sir.", "Mr. T. P. O'DOWD", "No, Sir."),
        ("§ Mr. OAkE The wall is old.", "Mr. OAkE", "The wall is old."),
        ("§ Mr. McMARSHThe wall is old.", "Mr. McMARSH", "The wall is old."),
        ("§ Madam Speaker Exactly. That is so.", "Madam Speaker", "Exactly. That is so."),
        ("§ Mr. Deputy Speaker Harbour dues are not in order.", "Mr. Deputy Speaker", "Harbour dues are not in order."),
        ("§ Mr. Speaker Clause 5 is next.", "Mr. Speaker", "Clause 5 is next."),
        ("§ TILE EARL OF UPPER DALE My Lords, I agree.", "TILE EARL OF UPPER DALE", "My Lords, I agree."),
        ("§ VISCOUNR MARL OF HOLME My Lords, I agree.", "VISCOUNR MARL OF HOLME", "My Lords, I agree."),
        ("§ Mr. Gerald Oakesaid that it had fallen.", "Mr. Gerald Oake", "said that it had fallen."),
        ("§ Mr. Ambrose I agree.", "Mr. Ambrose", "I agree."),
        ("§ *LORD MARLsaid the Bill was small.", "LORD MARL", "said the Bill was small."),
        ("§ * The Earl of FENN My Lords, it is.", "The Earl of FENN", "My Lords, it is."),
    ],
)  # fmt: skip
def test_capitals_that_are_glued_and_slips_in_them(line: str, label: str, words: str) -> None:
    assert said(f"{line}\n\n§ Mr. Fell No.\n") == [(label, words), ("Mr. Fell", "No.")]


@pytest.mark.parametrize(
    "words",
    [
        "Amendment No. 182C is mine, and it was tabled in time.",
        "I speak to Nos. 167B and 168 on the list.",
        "I shall move Amendment No. 12A to-morrow.",
        "It is in Cmnd. 1234A of that year.",
        "I refer to Vol. 14A on page 3.",
        "That is para. 17B of the report.",
        "We turn to Amendments Nos. 12A, 13B and 14C.",
    ],
)
def test_the_number_of_an_amendment_is_no_column(words: str) -> None:
    assert said(f"§ Mr. Oake {words}\n\n§ Mr. Fell No.\n")[0] == ("Mr. Oake", words)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("The wall is old. 595The pump is new.", "The wall is old. The pump is new."),
        ("The wall is old. 595I have said so.", "The wall is old. I have said so."),
        ("It was last594year that it fell.", "It was last year that it fell."),
    ],
)
def test_a_column_is_still_found_among_words(words: str, text: str) -> None:
    assert said(f"§ Mr. Oake {words}\n\n§ Mr. Fell No.\n")[0] == ("Mr. Oake", text)


READER = "HC Deb 03 July 1958 vol 590 cc12-3{mark}\n{turns}"


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(
    ("label", "words", "in_chair"),
    [
        ("Mr. Gerald Oake", "asked the Minister of Housing if he will mend it.", False),
        ("12. Mr. Gerald Oake", "asked the Minister of Housing if he will mend it.", False),
        ("Mr. Oake", "It has fallen.", False),
        ("Mr. OAKE", "It has fallen.", False),
        ("Mr. Tomos Pugh (Lower Ness)", "On a point of order, Mr. Speaker.", False),
        ("The Minister of Housing and Local Government (Mr. Basil Thorn)", "No, Sir.", False),
        ("The Prime Minister", "No, Sir.", False),
        ("The Secretary of State for Coasts", "No, Sir.", False),
        ("THE EARL OF UPPER DALE", "My Lords, I agree.", False),
        ("LORD MARSH OF ARDLE", "My Lords, I agree.", False),
        ("The Earl of Upper Dale", "My Lords, I agree.", False),
        ("Baroness Marsh of Port Ardle", "My Lords, I agree.", False),
        ("Lieut.-Colonel Fell", "I agree.", False),
        ("Hon. Members", "Oh!", False),
        ("Mr. Speaker", "Order. We must get on.", True),
        ("Mr. Deputy-Speaker", "Order. We must get on.", True),
        ("Madam Deputy Speaker (Dame Una Fell)", "Order.", True),
    ],
)
def test_a_page_without_marks(label: str, words: str, in_chair: bool, gap: str) -> None:
    turns = f"Sir Basil Thorn{gap}I have nothing to add.\n\n{label}{gap}{words}\n\nMr. Fell{gap}No.\n\nI say no.\n"
    found = parse(READER.format(mark="", turns=turns), resolve=False)
    number = label.split(". ")[0] if label[0].isdecimal() else None
    assert [(c.speaker.label, c.text) for c in found.contributions()] == [
        ("Sir Basil Thorn", "I have nothing to add."),
        (label.removeprefix("12. "), words),
        ("Mr. Fell", "No.\n\nI say no."),
    ]
    asked = list(found.contributions())[1]
    assert (asked.question_number, asked.speaker.in_chair) == (number, in_chair)


@pytest.mark.parametrize(
    "line", ["SEA WALLS (UPPER DALE)", "Sea Walls", "The Sea Wall", "The Harbour at Ness"]
)
def test_a_heading_on_a_page_without_marks(line: str) -> None:
    turns = f"Mr. Oake\n\nIt has fallen.\n\n{line}\n\nMr. Fell\n\nNo.\n"
    found = parse(READER.format(mark=" 3.30 pm", turns=turns), resolve=False)
    assert [(c.speaker.label, c.text) for c in found.contributions()] == [
        ("Mr. Oake", "It has fallen."),
        ("Mr. Fell", "No."),
    ]
    assert [row["text"] for row in rows(found) if row["type"] == "heading"] == [line]


def test_a_line_that_names_somebody_is_no_label_where_turns_have_marks() -> None:
    text = "§ Mr. Oake The wall is old. It was built by:\n\nMr. Basil Thorn\n\n§ Mr. Fell No.\n"
    assert [label for label, _ in said(text)] == ["Mr. Oake", "Mr. Fell"]


@pytest.mark.parametrize(
    ("mark", "kind", "text"),
    [
        (" 3.30 pm", "time", "3.30 pm"),
        (" 3.30 p.m.", "time", "3.30 p.m."),
        (" 12", "column", "12"),
        (" 12W", "column", "12W"),
    ],
)
def test_what_stands_behind_the_reference_of_the_page(mark: str, kind: str, text: str) -> None:
    found = list(rows(parse(READER.format(mark=mark, turns="§ Mr. Oake No.\n"), resolve=False)))
    assert [(row["type"], row["text"]) for row in found[:2]] == [
        ("reference", "HC Deb 03 July 1958 vol 590 cc12-3"),
        (kind, text),
    ]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("§ Mr. Oake Hong Kong is far away.", "Mr. Oake", "Hong Kong is far away."),
        ("§ Mr. Oake Upper Dale has no harbour.", "Mr. Oake", "Upper Dale has no harbour."),
        ("§ Mr. Oake See Volume 14.", "Mr. Oake", "See Volume 14."),
        ("§ Mr. Oake Exactly. That is so.", "Mr. Oake", "Exactly. That is so."),
        ("§ Mr. Gerald Oake Port Ardle is near.", "Mr. Gerald Oake", "Port Ardle is near."),
        ("§ The Prime Minister Upper Dale is near.", "The Prime Minister", "Upper Dale is near."),
        ("§ Mr. Thorn North Sea oil is dear.", "Mr. Thorn", "North Sea oil is dear."),
        ("§ Mr. Oake Smith I am another.", "Mr. Oake Smith", "I am another."),
        ("§ Mr. Oake Smith The wall is old.", "Mr. Oake Smith", "The wall is old."),
        ("§ Mr. Oake The wall is old.", "Mr. Oake", "The wall is old."),
    ],
)  # fmt: skip
def test_names_that_were_heard_settle_where_a_label_ends(line: str, label: str, words: str) -> None:
    before = (
        "§ Mr. Gerald Oake asked the Minister why the wall is old.\n\n§ The Minister (Mr. Basil Thorn) No.\n\n"
        "§ Mr. Oake I asked why.\n\n§ Mr. Thorn I said no.\n\n§ The Prime Minister I agree.\n\n"
    )
    assert said(f"{before}{line}\n\n§ Mr. Fell No.\n")[-2] == (label, words)
