"""What a page's foot, head or break does to the words around it, and titles above a time or a motion."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

HEAD = """Harbours Committee
Oral evidence: Depth of water, HC 99
Tuesday 5 March 2024
Q1 Chair: What is the depth of the harbour at low water this year, in your
own view?
Ivor Reed: It is nine feet, or a little more, as the pilots say, and the board
has never doubted it.
"""


def said(text: str, layout: str) -> list[tuple[str | None, str]]:
    transcript = parse(text, layout=layout, resolve=False)
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


def test_a_first_answer_that_a_page_cuts() -> None:
    text = (
        f"{HEAD}Una Fell: What of the\n\n7\n\n"
        "boats, which were old when the pier was built, and which nobody has mended at\n"
        "all from that day to this?\n"
        "Q2 Chair: Which is it?\nIvor Reed: It is nine.\n"
    )
    assert said(text, "evidence")[2] == (
        "Una Fell",
        "What of the boats, which were old when the pier was built, and which nobody has mended at all "
        "from that day to this?",
    )


def test_a_point_that_stands_whole_is_no_answer() -> None:
    text = f"{HEAD}Two Points: boats\n\nQ2 Chair: Which is it?\nIvor Reed: It is nine.\n"
    assert [label for label, _ in said(text, "evidence")] == ["Chair", "Ivor Reed", "Chair", "Ivor Reed"]


def test_a_running_foot_of_any_words() -> None:
    text = (
        f"{HEAD}\nDepth: HC 99 Page 3\n\n"
        "Q2 Chair: Is that enough?\nIvor Reed: It was enough for my father, and for his father before "
        "him, when the\n"
        "\nDepth: HC 99 Page 4\n\nboats were many.\nUna Fell: It is not enough now.\n"
    )
    assert said(text, "evidence")[-2:] == [
        (
            "Ivor Reed",
            "It was enough for my father, and for his father before him, when the boats were many.",
        ),
        ("Una Fell", "It is not enough now."),
    ]
    feet = [row for row in rows(parse(text, layout="evidence")) if "Page" in (row["text"] or "")]
    assert not feet


def test_a_word_that_a_page_divides_is_one_again() -> None:
    text = (
        "Ada Marsh (Upper Dale) (Lab): We will oppose that Bill, and the whole coun-\n\n"
        "879\n\nBusiness of the House\n\n9 NOVEMBER 2017\n\nBusiness of the House\n\n880\n\n"
        "try knows why, and so does a well-known pilot, who is "
        "well-\n\n4 Mar 2017 : Column 881\n\nknown.\n"
    )
    assert said(text, "official-report") == [
        (
            "Ada Marsh (Upper Dale) (Lab)",
            "We will oppose that Bill, and the whole country knows why, and so does a well-known pilot, who "
            "is well-known.",
        )
    ]


def test_a_title_in_brackets_above_a_time_is_no_label() -> None:
    text = "Ferries Bill (Report stage)\n3.44 pm\n\nBaroness Oake (LD)\nMy Lords, I wish to test the House.\n"
    assert said(text, "download") == [("Baroness Oake (LD)", "My Lords, I wish to test the House.")]


def test_the_mover_below_moved_by_says_nothing() -> None:
    text = (
        "Second Reading\nMoved by\nBaroness Oake\nThat the Bill be now read a second time.\n\n"
        "Baroness Oake (Con)\nMy Lords, this is a small Bill.\n"
    )
    assert said(text, "download") == [("Baroness Oake (Con)", "My Lords, this is a small Bill.")]


def test_labels_on_lines_of_their_own_in_a_committee() -> None:
    text = (
        "The Chairperson:\n\nGood morning. I invite the officials to begin.\n\n"
        "Mrs Oake:\n\nWe have three papers.\n\n"
        "The first is on ferries.\n\nMr T Pugh:\n\nWho wrote it?\n"
    )
    transcript = parse(text)
    assert transcript.layout == "ni-report"
    assert [(c.speaker.label, len(c.blocks)) for c in transcript.contributions()] == [
        ("The Chairperson", 1),
        ("Mrs Oake", 2),
        ("Mr T Pugh", 1),
    ]


def test_a_party_that_no_list_has_beside_a_place() -> None:
    text = (
        "Mrs. Oake (Port Ardle, XYZ): It is late.\n\nSome hon. members: Oh!\n\nMr. Fell (Wick, Fenn): No.\n"
    )
    turns = list(parse(text, layout="official-report", resolve=False).contributions())
    assert [c.speaker.label for c in turns] == [
        "Mrs. Oake (Port Ardle, XYZ)",
        "Some hon. members",
        "Mr. Fell (Wick, Fenn)",
    ]
    first, _, last = (c.speaker for c in turns)
    assert (str(first.constituency), first.party and first.party.code) == ("Port Ardle", "XYZ")
    assert (str(last.constituency), last.party) == ("Wick, Fenn", None)


def test_a_secretary_of_state_is_asked_in_london_whatever_the_number() -> None:
    text = (
        "Ada Marsh: To ask the Secretary of State for Coasts how long the wall is.\n\n"
        "Gerald Oake: It is nine miles long, as the House knows well.\n\n"
        "Tomos Pugh: 7. asked the Secretary of State for Coasts when it will open. (AQW 114/10)\n\n"
        "Gerald Oake: In April.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "official-report"
    assert [c.question_number for c in transcript.contributions()] == [None, None, "7", None]


def test_a_number_above_a_label_without_its_button() -> None:
    text = (
        "Ferries\n\nVolume 413: debated on Monday 17 November 2003\n\n"
        "1.\n\nMr. Tomos Pugh\n(Lower Ness) (LD)\nWhat plans he has to man the ferries. [138401]\n\n"
        "The Minister for Coasts\n(Mr. Gerald Oake)\nNone.\n"
    )
    asked, told = parse(text, layout="webpage", resolve=False).contributions()
    assert (asked.question_number, asked.uin, asked.text) == (
        "1",
        "138401",
        "What plans he has to man the ferries.",
    )
    assert told.text == "None."


@pytest.mark.parametrize("day", ["24 January 2005", "24th January 2005", "24 January, 2005."])
@pytest.mark.parametrize(
    ("layout", "turn"),
    [
        ("official-report", "Ada Marsh (Upper Dale) (Lab): It fell in May. The pilot wrote:"),
        ("markdown", "**Ada Marsh (Upper Dale) (Lab):** It fell in May. The pilot wrote:"),
    ],
)
def test_a_day_without_its_weekday_heads_a_page_alone(layout: str, turn: str, day: str) -> None:
    text = f"House of Commons\n\n{day}\n\nSea Walls\n\n{turn}\n\n{day}\n\nthe wall is down.\n"
    found = parse(text, layout=layout, resolve=False)
    (said,) = found.contributions()
    assert (said.text.split("\n\n")[-1], str(found.date)) == ("the wall is down.", "2005-01-24")
    assert day in said.text


@pytest.mark.parametrize("day", ["Monday 24 January 2005", "24 January 2005"])
def test_the_day_below_the_title_of_a_page(day: str) -> None:
    text = f"Sea Walls\n\nVolume 430: debated on {day}\n\nAda Marsh\n(Upper Dale) (Lab)\nIt fell.\n"
    told = rows(parse(text, layout="webpage", resolve=False))
    assert [row["date"] for row in told if row["type"] == "contribution"] == ["2005-01-24"]


def test_a_page_whose_blank_lines_part_a_name_from_its_seat() -> None:
    text = (
        "Sea Walls\n\nVolume 430: debated on Monday 24 January 2005\n\n"
        "Mr. Gerald Oake\n\n(Upper Dale) (Con)\n\n"
        "Will it be mended?\n\nThe Minister for Coasts\n\n(Mrs. Una Fell)\n\nIt will.\n\nMr. Oake\n\nWhen?\n"
    )
    assert said(text, "webpage") == [
        ("Mr. Gerald Oake\n\n(Upper Dale) (Con)", "Will it be mended?"),
        ("The Minister for Coasts\n\n(Mrs. Una Fell)", "It will."),
        ("Mr. Oake", "When?"),
    ]


def test_names_with_seat_and_party_alone_on_their_lines_and_the_words_below_blank_ones() -> None:
    page = (
        "Sea Walls\n\n14 January 2020\n\nAda Marsh (Upper Dale) (Lab)\n\nI beg to move,\n\nThey leak.\n\n"
        "Mr Gerald Oake (Port Ardle) (Con)\n\nWill the hon. Lady give way?\n\nAda Marsh\n\nI will.\n\n"
        "Madam Deputy Speaker (Dame Una Fell)\n\nOrder. The question is that the wall be mended.\n"
    )
    found = parse(page)
    assert found.layout == "webpage"
    assert [(c.name, c.text) for c in found.contributions()] == [
        ("Ada Marsh", "I beg to move,\n\nThey leak."),
        ("Mr Gerald Oake", "Will the hon. Lady give way?"),
        ("Ada Marsh", "I will."),
        ("Dame Una Fell", "Order. The question is that the wall be mended."),
    ]


def test_a_list_of_names_with_seat_and_party_on_a_page_with_its_buttons_is_no_turn() -> None:
    page = (
        "Ada Marsh\n(Upper Dale) (Lab)\nShare this specific contribution\nI thank those who signed:\n\n"
        "Una Fell (Lower Ness) (SNP)\n\nTomos Pugh (East Fell) (PC)\n\n"
        "Gerald Oake\n(Port Ardle) (Con)\nShare this specific contribution\nSo do I.\n"
    )
    assert [c.name for c in parse(page).contributions()] == ["Ada Marsh", "Gerald Oake"]
