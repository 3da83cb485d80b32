"""Faults met on thirty-six texts, each written down with what is right before the parser had read it."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

GAP = " " * 20


def turns(text: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout, resolve=False).contributions()]


def texts(text: str, layout: str, kind: str) -> list[str]:
    return [str(row["text"]) for row in rows(parse(text, layout=layout)) if row["type"] == kind]


def lists(text: str, layout: str) -> list[tuple[list[str], list[str]]]:
    (found,) = parse(text, layout=layout).divisions()
    return [([v.name for v in side.votes], [v.name for v in side.tellers]) for side in found.groups]


@pytest.mark.parametrize(
    "head",
    [
        "405      Sea Walls      {JUNE 5, 1861}      (Upper Dale).      406",
        "405 Sea Walls {COMMONS} (Upper Dale). 406",
        "405      Oral Answers.      [5 JUNE 1911]      Oral Answers.      406",
    ],
)
def test_a_running_head_in_wide_gaps_is_a_column(head: str) -> None:
    text = f"MR. OAKE said, he rose to ask.\n\n{head}\n\nMR. FENN said, it was so.\n"
    assert turns(text, "historic") == [
        ("MR. OAKE", "said, he rose to ask."),
        ("MR. FENN", "said, it was so."),
    ]
    assert texts(text, "historic", "column") == [" ".join(head.split())] or texts(
        text, "historic", "column"
    ) == [head]


def test_a_bracket_without_a_day_is_no_running_head() -> None:
    assert not texts("Sea Walls Bill [H.L.] 131\n", "historic", "column")


def test_an_office_in_capitals_whose_words_stand_below() -> None:
    text = (
        "Mr. OAKE asked the President of the Board of Trade whether it fell.\n\n"
        "The PRESIDENT of the BOARD of TRADE (Mr. Fenn):\nI have seen the statement.\n"
    )
    assert turns(text, "historic")[1] == (
        "The PRESIDENT of the BOARD of TRADE (Mr. Fenn)",
        "I have seen the statement.",
    )


def test_what_is_in_front_of_a_turn_may_have_both_its_brackets() -> None:
    text = "[SALT DUTIES.] Mr. Oake rose to move for papers.\n\nMr. Fenn said, that he agreed.\n"
    assert turns(text, "historic") == [
        ("Mr. Oake", "rose to move for papers."),
        ("Mr. Fenn", "said, that he agreed."),
    ]
    assert texts(text, "historic", "heading") == ["[SALT DUTIES.]"]


def test_a_cry_whose_member_is_misread() -> None:
    text = "Mr. OAKE: It fell.\n\nAn HON. MEMBEE: When ?\n\nMr. OAKE: In May.\n"
    assert [label for label, _ in turns(text, "historic")] == ["Mr. OAKE", "An HON. MEMBEE", "Mr. OAKE"]


def test_a_volume_of_two_captains_is_no_other_lands() -> None:
    text = (
        "Mr, IVOR FENN: I gave notice of it.\n\n"
        "TEE PRESIDENT of the BOARD of TRADE (Mr. Oake) : It is not so.\n\n"
        "An HON. MEMBER: When ?\n\nMr. OAKE: In May.\n\nSir IVOR REED rose—\n"
    )
    found = parse(text)
    assert found.layout == "historic"
    assert len(list(found.contributions())) == 5


def test_a_starred_name_in_capitals_with_its_seat_is_a_sign() -> None:
    text = (
        "CLAUSE 4.\n\n*Mr. IVOR FENN (Ardle, N.) said, the Clause went far.\n\n"
        "THE CHANCELLOR OF THE EXCHEQUER (Sir A.\nOAKE, Dale) said, he could not accept it.\n\n"
        "MR. T. REED (Holme, W.): Then we shall di-\nvide upon it.\n\nQuestion put.\n"
    )
    assert parse(text).layout == "historic"


@pytest.mark.parametrize("gap", [GAP, "\t", "\n"])
def test_the_first_side_and_the_time_in_columns_beside_the_number(gap: str) -> None:
    text = (
        "The House divided: Ayes, 2; Noes, 1.\n\n"
        f"Division No. 63.]{gap}AYES.{gap}[9.45 p.m.\n\n"
        "Fenn, Sir I.      Oake, G. (Upper Dale)\n\nTELLERS FOR THE AYES.—Lord E. Marl and Mr. Fell\n\n"
        "NOES.\n\nReed, Ivor\n\nTELLERS FOR THE NOES.—Mr. Thorn and Mr. T. Pugh\n\n"
        "Mr. OAKE: I beg to move.\n"
    )
    assert lists(text, "historic") == [
        (["Fenn, Sir I.", "Oake, G."], ["Lord E. Marl", "Mr. Fell"]),
        (["Reed, Ivor"], ["Mr. Thorn", "Mr. T. Pugh"]),
    ]
    assert turns(text, "historic") == [("Mr. OAKE", "I beg to move.")]


def test_a_heading_below_tellers_on_their_line_is_none() -> None:
    text = (
        "The House divided: Ayes, 1; Noes, 1.\n\nDivision No. 63.]\tAYES.\t[9.45 p.m.\n\nFenn, Sir I.\n\n"
        "NOES.\n\nReed, Ivor\n\nTELLERS FOR THE NOES.—Mr. Thorn and Mr. Pugh.\n\nSea Walls\n\n"
        "Mr. OAKE: I beg to move.\n"
    )
    assert texts(text, "historic", "heading") == ["Sea Walls"]


def test_a_time_far_from_the_number_and_names_in_columns() -> None:
    text = (
        "Question put.\n\nThe House divided: Ayes 4, Noes 1.\n\n"
        f"Division No. 31]{GAP}{GAP}[5.58 pm\n\nAYES\n\n"
        f"Ada Marsh{GAP}Una Fell\nrh Ivor Reed{GAP}Dame Nia Pugh\n"
        f"\nTellers for the Ayes:\nJoan Ford and\nMark Fenn\n\n"
        "NOES\n\nGerald Oake\n\nTellers for the Noes:\n"
        "Anna Bell and\nVic Dove\n\nQuestion accordingly agreed to.\n"
    )
    assert lists(text, "official-report") == [
        (["Ada Marsh", "Una Fell", "rh Ivor Reed", "Dame Nia Pugh"], ["Joan Ford", "Mark Fenn"]),
        (["Gerald Oake"], ["Anna Bell", "Vic Dove"]),
    ]


def test_the_side_below_the_number_is_no_subject() -> None:
    text = (
        "HC Deb 14 June 1951 vol 488 cc2510-4\n§ Mr. Oake\nI beg to move.\n§\nQuestion put.\n"
        "§\nThe House divided: Ayes, 2; Noes, 1.\nDivision No. 131.]\n"
        "AYES\n[7.0 p.m.\nFenn, Major J.\nOake, G.\n"
        "TELLERS FOR THE AYES: Mr. Ford and Dr. Minns\nNOES\nReed, Ivor\n"
        "TELLERS FOR THE NOES: Mr. Bell and Mr. Dove\n"
    )
    assert lists(text, "historic-site") == [
        (["Fenn, Major J.", "Oake, G."], ["Mr. Ford", "Dr. Minns"]),
        (["Reed, Ivor"], ["Mr. Bell", "Mr. Dove"]),
    ]


def test_a_stage_in_brackets_behind_the_mark_of_the_site_is_a_heading() -> None:
    text = (
        "SEA WALLS BILL.\nHL Deb 09 June 1903 vol 123 cc310-2\n"
        "§ [SECOND READING.]\n§ LORD MARL\nIt costs nothing.\n"
    )
    assert "[SECOND READING.]" in texts(text, "historic-site", "heading")[1]


def test_a_deferred_reading_is_nobodys_words() -> None:
    text = "Sea Walls Bill\n\nHon. Members: Object.\n\nSecond Reading deferred till Friday 12 July.\n"
    assert turns(text, "official-report") == [("Hon. Members", "Object.")]
    assert texts(text, "official-report", "procedure") == ["Second Reading deferred till Friday 12 July."]


def test_links_of_theyworkforyou_on_one_line() -> None:
    links = "Link to this speech In context Individually Add your own explanation of this\n"
    text = (
        f"Photo of Ada Marsh Ada Marsh Labour, Upper Dale\nIt is late.\n{links}"
        f"Photo of Una Fell Una Fell Labour, Holme\nIt is not.\n{links}"
    )
    assert turns(text, "theyworkforyou") == [("Ada Marsh", "It is late."), ("Una Fell", "It is not.")]
    assert not texts(text, "theyworkforyou", "heading")


def test_place_and_party_in_one_bracket_without_a_portrait() -> None:
    text = (
        "Ferries – in the House of Commons at 2:30 pm on 11 March 2010.\n\nFerry Fares (Ardle, Holme)\n\n"
        "Ada Marsh (Upper Dale, Labour)\n\nIs the ferry late?\n\n"
        "Una Fell (Minister of State, Department for Harbours; Holme and Fenn, Labour)\n"
        "\nIt is not late at all, today.\n\n"
        "Several hon. Members: rose —\n\nNia Pugh (Speaker)\n\nOrder. One at a time, please.\n"
    )
    found = list(parse(text).contributions())
    assert [(c.speaker.label, c.text) for c in found] == [
        ("Ada Marsh", "Is the ferry late?"),
        ("Una Fell", "It is not late at all, today."),
        ("Several hon. Members: rose —", ""),
        ("Nia Pugh", "Order. One at a time, please."),
    ]
    assert [str(c.constituency) for c in found[:2]] == ["Upper Dale", "Holme and Fenn"]
    assert str(found[1].office) == "Minister of State, Department for Harbours"


def test_a_portrait_and_the_label_on_two_lines() -> None:
    text = (
        "Sea Walls Bill\nTamsin Reed Portrait\n"
        "The Secretary of State for Harbours (Tamsin Reed)\n- View Speech - Hansard -\n"
        "I beg to move.\nNone Portrait\nSeveral hon. Members rose—\n- Hansard -\nAda Marsh Portrait\n"
        "Ada Marsh (Upper Dale) (Lab)\n- Hansard -\nIt is late.\n"
    )
    assert turns(text) == [
        ("The Secretary of State for Harbours (Tamsin Reed)", "I beg to move."),
        ("Several hon. Members rose—", ""),
        ("Ada Marsh (Upper Dale) (Lab)", "It is late."),
    ]


@pytest.mark.parametrize("face", ["Una Fell Portrait\n", "Una Fell\n", ""])
def test_what_stands_for_a_picture_is_no_turn(face: str) -> None:
    text = (
        f"Sea Walls\nAda Marsh Portrait\nAda Marsh\n(Upper Dale) (Lab)\n"
        f"Share this specific contribution\nIs it late?\n"
        f"{face}The Secretary of State for Harbours\n(Una Fell)\n"
        f"Share this specific contribution\nIt is not.\n"
    )
    assert [said for _, said in turns(text, "webpage")] == ["Is it late?", "It is not."]
    assert texts(text, "webpage", "heading") == ["Sea Walls"]
