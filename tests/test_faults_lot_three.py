"""Faults met on a hundred texts, each written down with what is right before the parser had read it."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

OAKE = "Mr. Oake (Port Ardle): It fell.\n\n"


def turns(text: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout, resolve=False).contributions()]


def texts(text: str, layout: str, kind: str) -> list[str]:
    return [str(row["text"]) for row in rows(parse(text, layout=layout)) if row["type"] == kind]


# --- labels ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("character", ["\0", "\x02", "\x1b", "\x7f"])
def test_a_control_character_before_a_label_or_its_words_hides_neither(character: str) -> None:
    text = f"Ada Marsh (Upper Dale) (Lab): It fell.\n\n{character}Gerald Oake (Ardle) (Con): {character}No.\n"
    (_, first), (label, second) = turns(text)
    assert (first.strip(character), label, second.strip(character)) == (
        "It fell.",
        "Gerald Oake (Ardle) (Con)",
        "No.",
    )


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("An. hon. Member: When?", "An. hon. Member"),
        ("An hon. Member; When?", "An hon. Member"),
        ("Hon. Members. When?", "Hon. Members"),
        ("The Minister for Coasts ,(Mr. Fenn): When?", "The Minister for Coasts ,(Mr. Fenn)"),
        ("Mr. Fenn (Lower Ness); When?", "Mr. Fenn (Lower Ness)"),
        ("Lieut-.Colonel Fenn: When?", "Lieut-.Colonel Fenn"),
        ("Lieut. -Colonel Fenn (Lower Ness): When?", "Lieut. -Colonel Fenn (Lower Ness)"),
        ("Ivor Fenn MP: When?", "Ivor Fenn MP"),
        ("Mr , Ivor Fenn: When?", "Mr , Ivor Fenn"),
        ("Mr. ivor Fenn: When?", "Mr. ivor Fenn"),
        ("Mr. Ivor g Fenn: When?", "Mr. Ivor g Fenn"),
        ("Mr. -I. Fenn (Lower Ness): When?", "Mr. -I. Fenn (Lower Ness)"),
        ("Lady, Una Fenn: When?", "Lady, Una Fenn"),
        ("The Earl, of Ness: When?", "The Earl, of Ness"),
        ("hon. Members: When?", "hon. Members"),
        ("Mr. Speaker,: When?", "Mr. Speaker,"),
        ("Ivor Fenn (Lower Ness) (Con)— When?", "Ivor Fenn (Lower Ness) (Con)"),
        ("Dame Una Fenn, KC MP: When?", "Dame Una Fenn, KC MP"),
    ],
)
def test_a_slip_in_a_label(line: str, label: str) -> None:
    assert turns(f"{OAKE}{line}\n\nMr. Oake: In May.\n", "official-report")[1] == (label, "When?")


def test_who_speaks_of_himself_behind_a_seat_needs_no_colon() -> None:
    text = f"{OAKE}Mr. Ivor Fenn (Lower Ness)  I am obliged.\n\nMr. Ivor Reed (Dale) It was who said so.\n"
    assert turns(text, "official-report")[1] == (
        "Mr. Ivor Fenn (Lower Ness)",
        "I am obliged.\n\nMr. Ivor Reed (Dale) It was who said so.",
    )


def test_a_blank_stands_before_the_mark_that_stands_for_a_colon() -> None:
    for mark in (" ;", ";", "."):
        text = f"Sir Ivor Fenn (Dale): It fell.\n\nMr. Oake (Ardle): When?\n\nSir Ivor Fenn{mark} In May.\n"
        assert turns(text, "official-report")[2] == ("Sir Ivor Fenn", "In May.")


def test_a_seat_behind_a_name_that_was_heard_needs_no_colon() -> None:
    text = "Mrs Fenn (Dale): It fell.\n\nMr. Oake (Ardle): When?\n\nMrs Fenn (Dale North) The wall is old.\n"
    assert turns(text, "official-report")[2] == ("Mrs Fenn (Dale North)", "The wall is old.")


@pytest.mark.parametrize(
    "label",
    [
        "Mr.. Ivor Fenn",
        "Mr , Ivor Fenn",
        "Mr. I.G.Fenn",
        "Mr. Fenn, (Ness)",
        "Mr. Fenn (Ness))",
    ],
)
def test_a_slip_in_a_label_of_the_historic_site(label: str) -> None:
    text = f"§ Mr. Oake (Port Ardle) It fell.\n§ {label} It did not fall.\n§ Mr. Oake It did.\n"
    assert turns(text, "historic-site")[1] == (label, "It did not fall.")


@pytest.mark.parametrize(
    "line",
    [
        "An. hon. Member: When?",
        "The Lord of the Lamps ,(Mr. Fenn): When?",
        "Mr , Ivor Fenn: When?",
        "Mr. Ivor g Fenn: When?",
    ],
)
def test_a_slip_in_a_label_of_a_volume(line: str) -> None:
    label = line.partition(":")[0]
    assert turns(f"Mr. Oake: It fell.\n\n{line}\n\nMr. Oake: In May.\n", "historic")[1] == (label, "When?")


def test_a_peer_who_was_heard_with_a_stop_for_the_colon() -> None:
    text = "Lord Oake of Ardle: It fell.\n\nLord Fenn: When?\n\nLord Oake of Ardle. In May.\n"
    assert turns(text, "official-report")[2] == ("Lord Oake of Ardle", "In May.")


def test_the_number_of_a_question_behind_a_label_in_bold() -> None:
    text = "**Una Fenn (Dale) (Lab)**: 3. What fell?\n\n**The Minister for Coasts (Ivor Oake)**: The wall.\n"
    first, _ = parse(text, layout="markdown").contributions()
    assert (first.question_number, first.text) == ("3", "What fell?")


def test_a_seat_with_brackets_beside_its_party() -> None:
    text = "Sir Ivor Fenn (Upper Dale (North), Con): It fell.\n"
    (turn,) = parse(text, layout="official-report").contributions()
    assert (str(turn.speaker.constituency), str(turn.speaker.party)) == ("Upper Dale (North)", "Con")


@pytest.mark.parametrize("asked", ["**Asked by Lord Oake**", "*Asked by* **Lord Oake**"])
def test_who_asks_in_markdown(asked: str) -> None:
    text = f"## Eels\n\n{asked}\n\nTo ask when they came.\n\n**Lord Fenn (Con)**: My Lords, in May.\n"
    assert turns(text) == [("Lord Oake", "To ask when they came."), ("Lord Fenn (Con)", "My Lords, in May.")]


def test_a_name_that_a_page_of_the_site_prints_twice() -> None:
    button = "Share this specific contribution\n"
    text = (
        f"Ada Marsh\n(Upper Dale) (Lab)\n{button}It fell.\nIvor Fenn\nIvor Fenn\n(Dale) (Con)\n{button}No.\n"
    )
    assert turns(text, "webpage") == [
        ("Ada Marsh\n(Upper Dale) (Lab)", "It fell."),
        ("Ivor Fenn\n(Dale) (Con)", "No."),
    ]


@pytest.mark.parametrize(
    ("layout", "label"),
    [
        ("official-report", "Ms ffoulkes"),
        ("historic", "Mr. ffoulkes"),
        ("historic", "Dr. Ivor van der Fenn"),
        ("plain-turns", "Ivor van der Fenn"),
        ("plain-turns", "Una d’Fenn"),
        ("evidence", "Ms ffoulkes"),
        ("evidence", "The Leader of the House of Commons (Mr Ivor Fenn)"),
    ],
)
def test_a_name_with_small_letters_and_an_office_that_none_foresees(layout: str, label: str) -> None:
    text = f"Mr. Oake: It fell.\n\n{label}: It did not fall.\n\nMr. Oake: It did.\n"
    assert turns(text, layout)[1] == (label, "It did not fall.")


@pytest.mark.parametrize("label", ["Mr Ivor ap Fenn", "Dr Ivor van der Fenn", "Miss Una NicFenn"])
def test_a_name_of_the_historic_site_with_a_particle(label: str) -> None:
    text = f"§ Mr. Oake (Port Ardle) It fell.\n§ {label} It did not fall.\n§ Mr. Oake It did.\n"
    assert turns(text, "historic-site")[1] == (label, "It did not fall.")


# --- marks ----------------------------------------------------------------------------------------------


def test_a_column_before_the_mark_of_a_turn() -> None:
    text = "EELS\nHC Deb 3 July 1951 vol 490 cc12-3\n§ Mr. Oake It fell.\n541 § Lady Una FennWhen?\n"
    assert turns(text, "historic-site") == [("Mr. Oake", "It fell."), ("Lady Una Fenn", "When?")]
    assert texts(text, "historic-site", "column") == ["541"]


def test_a_time_behind_what_the_house_did() -> None:
    text = f"{OAKE}Question put and agreed to.6 pm\n"
    assert texts(text, "official-report", "procedure") == ["Question put and agreed to."]
    assert texts(text, "official-report", "time") == ["6 pm"]


@pytest.mark.parametrize("number", ["7412", "907412", "HL512"])
def test_the_number_of_a_question_below_it(number: str) -> None:
    text = f"Mrs. Marsh: To ask the Minister how old it is.\n\n[{number}]\n\nMr. Oake: It is old.\n"
    asked, answer = parse(text, layout="official-report").contributions()
    assert (asked.text, asked.uin, answer.text) == (
        "To ask the Minister how old it is.",
        number,
        "It is old.",
    )


def test_the_head_of_a_page_with_wide_gaps_is_no_part_of_the_line_below() -> None:
    gap = " " * 14
    text = (
        f"Oral Answers{gap}27 JUNE 2023{gap}Oral Answers\n"
        "Mr Speaker: I call the Chair.\n\n"
        "Dame Una Fenn (Dale) (Con): I welcome the Minis-\nter to his place, and I ask him about\nthe wall.\n"
    )
    assert turns(text)[0] == ("Mr Speaker", "I call the Chair.")


def test_numbers_of_pages_are_no_columns_of_a_volume() -> None:
    foot = "Harbours Pack 2020/0117\n{}\n"
    text = (
        "Mr Ivor Fenn (Upper Dale) (SNP): I speak of the pier,\n"
        f"{foot.format(12)}and of the wall.\nMr Fenn: I am\n{foot.format(13)}sorry.\n"
        f"The Minister for Piers (Leo Oake): I am.\n{foot.format(14)}Una Reed (Dale) (Lab): So am I.\n"
    )
    assert parse(text).layout == "official-report"


# --- what the House does --------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["Clause 2 [Interpretation]:", "Schedule 1 [Lamps]:", "Clause 5:"])
def test_a_clause_with_its_title_heads_what_follows(line: str) -> None:
    text = f"Baroness Fenn: It fell.\n\n{line}\n\nLord Oake: When?\n"
    assert texts(text, "official-report", "heading") == [line]


@pytest.mark.parametrize(
    ("line", "layout"),
    [
        ("The Committee rose.", "official-report"),
        ("Amendment No. 12, by leave, withdrawn.", "official-report"),
        ("The Petition was brought up, and ordered to lie on the table.", "historic"),
    ],
)
def test_what_ends_the_words_of_a_speaker(line: str, layout: str) -> None:
    text = f"Mr. Oake: It fell.\n\n{line}\n"
    assert turns(text, layout) == [("Mr. Oake", "It fell.")]
    assert texts(text, layout, "procedure") == [line]


def test_who_is_to_move_in_the_lords_says_nothing() -> None:
    text = (
        "Eels\n15:12:00\nMoved by\nBaroness Fenn\nTo move that this House takes note of eels.\n"
        "Baroness Fenn (Con)\nMy Lords, I like eels.\n15:24:00\nLord Oake (CB)\nMy Lords, so do I.\n"
    )
    assert turns(text, "download") == [
        ("Baroness Fenn (Con)", "My Lords, I like eels."),
        ("Lord Oake (CB)", "My Lords, so do I."),
    ]


def test_who_moves_on_a_page_of_parallel_parliament_says_nothing() -> None:
    text = (
        "Moved by\n\nLord Oake of Ardle Portrait Lord Oake of Ardle\n\n- Hansard - - - Excerpts\n\n"
        "That the Bill be now read a second time.\n\n"
        "Lord Oake of Ardle Portrait Lord Oake of Ardle (Con)\n\n- View Speech - Hansard - -\n\nIt is old.\n"
    )
    assert turns(text, "parallel") == [("Lord Oake of Ardle (Con)", "It is old.")]


def test_a_committee_that_rose_to_something_is_spoken_of() -> None:
    text = "Mr. Oake: It fell.\n\nThe Committee rose to the occasion.\n"
    assert turns(text, "official-report") == [("Mr. Oake", "It fell.\n\nThe Committee rose to the occasion.")]


def test_the_time_of_a_division_below_its_number() -> None:
    text = (
        "Walls\nVolume 762: debated on Wednesday 12 March 2025\nAda Marsh\n(Upper Dale) (Lab)\n"
        "Share this specific contribution\nIt fell.\n"
        "Division 118\n4.40pm\n12 March 2025\nAyes: 312\nNoes: 164\nView details\n"
    )
    (division,) = parse(text, layout="webpage").divisions()
    assert (division.number, division.time, str(division.date)) == ("118", "16:40", "2025-03-12")


def test_the_day_of_a_division_on_a_page_of_parallel_parliament() -> None:
    text = (
        "Ada Marsh Portrait Ada Marsh (Upper Dale) (Lab)\n- Hansard -\n\nIt fell.\n\n"
        "Division 88\n\n10 May 2022\nDivision on Second Reading\n\nAyes: 301\nNoes: 219\n\n"
        "Question accordingly agreed to.\n"
    )
    (division,) = parse(text, layout="parallel").divisions()
    assert (str(division.date), division.subject, [group.stated for group in division.groups]) == (
        "2022-05-10",
        "Second Reading",
        [301, 219],
    )
