"""Who takes the Chair, and a sitting that is suspended, end no speech; and whom labels of the Chair mean."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

FIRST, SECOND, LAST = (
    "The ferry is late, and it was late last year.",
    "I come to the boats.",
    "I shall sit down.",
)
TURNS = {
    "official-report": ("Ada Marsh (Upper Dale) (Lab): ", "Gerald Oake (Port Ardle) (Con): "),
    "historic": ("Mr. Marsh: ", "Mr. Oake: "),
    "historic-site": ("§ Mr. Marsh ", "§ Mr. Oake "),
    "download": ("Ada Marsh (Upper Dale) (Lab)\n", "Gerald Oake (Port Ardle) (Con)\n"),
    "webpage": (
        "Ada Marsh\n(Upper Dale) (Lab)\nShare this specific contribution\n",
        "Gerald Oake\n(Port Ardle) (Con)\nShare this specific contribution\n",
    ),
    "theyworkforyou": (
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\n",
        "Photo of Gerald Oake Gerald Oake Conservative, Port Ardle\n\n",
    ),
    "parallel": (
        "Ada Marsh Portrait Ada Marsh\n- Hansard - - - Excerpts\n\n",
        "Gerald Oake Portrait Gerald Oake\n- Hansard - - - Excerpts\n\n",
    ),
}
MARKS = [
    "[Sir Ivor Fenn in the Chair]",
    "[Ms Una Reed in the Chair.]",
    "[Mr. Fenn in the Chair]",
    "(Dame Una Reed in the Chair)",
    "Sir Ivor Fenn in the Chair",
    "Sitting suspended for a Division in the House.",
    "On resuming—",
    "Sitting suspended.\n\n[Sir Ivor Fenn in the Chair]\n\nOn resuming—",
]


@pytest.mark.parametrize("layout", TURNS)
@pytest.mark.parametrize("mark", MARKS)
def test_a_speech_goes_on_behind_it(layout: str, mark: str) -> None:
    first, second = TURNS[layout]
    text = f"{first}{FIRST}\n\n{mark}\n\n{SECOND}\n\n{LAST}\n\n{second}I thank her for that.\n"
    transcript = parse(text, layout=layout, resolve=False)
    one, other = transcript.contributions()
    assert one.text == f"{FIRST}\n\n{SECOND}\n\n{LAST}"
    assert other.text == "I thank her for that."
    assert not transcript.problems


def test_it_has_a_row_of_its_own() -> None:
    text = f"Ada Marsh (Upper Dale) (Lab): {FIRST}\n\n{MARKS[0]}\n\n{SECOND}\n\n{MARKS[5]}\n\n{LAST}\n"
    assert [(r["type"], r["kind"]) for r in rows(parse(text))] == [
        ("contribution", "speech"),
        ("note", "chair"),
        ("procedure", "suspended"),
    ]


def test_a_sentence_that_it_cuts_is_whole() -> None:
    text = f"Ada Marsh (Upper Dale) (Lab): The ferry is late, as all\n\n{MARKS[0]}\n\nof us know.\n"
    (said,) = parse(text).contributions()
    assert said.text == "The ferry is late, as all of us know."


def test_at_the_head_of_a_debate_it_belongs_to_nobody() -> None:
    first, second = TURNS["official-report"]
    text = f"{first}{FIRST}\n\nSea Walls\n\n{MARKS[0]}\n\n{second}No.\n"
    transcript = parse(text, resolve=False)
    assert [c.text for c in transcript.contributions()] == [FIRST, "No."]
    (section,) = transcript.items[1:]
    assert [item.type for item in section.items] == ["heading", "chair", "contribution"]


#: A layout, a mark that says who presides or how a sitting opens, and whom each label below it means.
PRESIDING = [
    (
        "ug-hansard",
        "(The Speaker, Ms Ada Marsh, in the Chair.)\n\nTHE SPEAKER: Order.\n",
        ["Ms Ada Marsh"],
    ),
    (
        "ni-report",
        "(Mr Deputy Speaker [Mr Oake] in the Chair)\n\nMr Deputy Speaker: Order.\n\nMr Speaker: Order.\n",
        ["Mr Oake", None],
    ),
    (
        "sg-hansard",
        "[Deputy Speaker (Mr Gerald Oake) in the Chair]\n\n"
        "Mr Deputy Speaker: Order.\n\nMdm Speaker: Order.\n",
        ["Mr Gerald Oake", None],
    ),
    (
        "ke-hansard",
        "[The Deputy Speaker (Hon. Oake) in the Chair]\n\n"
        "Hon. Deputy Speaker: Order.\n\nHon. Speaker: Order.\n",
        ["Hon. Oake", None],
    ),
    (
        "australia",
        "The SPEAKER (Hon. Ada Marsh) took the chair at 09:30 and read prayers.\n\n"
        "The SPEAKER: Order!\n\nThe DEPUTY SPEAKER: Order!\n",
        ["Hon. Ada Marsh", None],
    ),
    (
        "ni-report",
        "The Assembly met at noon (Mr Speaker [Mr Oake] in the Chair).\n\n"
        "Mr Speaker: Order.\n\nMr Deputy Speaker: Order.\n",
        ["Mr Oake", None],
    ),
    (
        "wa-record",
        "The Assembly met at 13:30 with the Presiding Officer (Dame Ada Marsh) in the Chair.\n\n"
        "The Presiding Officer: Order.\n\nThe Deputy Presiding Officer: Order.\n",
        ["Dame Ada Marsh", None],
    ),
]


@pytest.mark.parametrize(("layout", "text", "names"), PRESIDING)
def test_who_presides_is_not_another_speaker(layout: str, text: str, names: list[str | None]) -> None:
    turns = [row for row in rows(parse(text, layout=layout)) if row["type"] == "contribution"]
    assert [row["speaker_name"] for row in turns] == names


def test_a_mark_of_the_chair_names_those_below_it_alone() -> None:
    text = (
        "[The Temporary Deputy Speaker\n(Hon. Marsh) in the Chair]\n\n"
        "The Temporary Deputy Speaker: Order!\n\n"
        "[The Deputy Speaker (Hon. Oake)\nin the Chair]\n\nHon. Deputy Speaker: Order!\n"
    )
    told = [(row["text"], row["speaker_name"]) for row in rows(parse(text, layout="ke-hansard"))]
    assert told == [
        ("[The Temporary Deputy Speaker (Hon. Marsh) in the Chair]", None),
        ("Order!", "Hon. Marsh"),
        ("[The Deputy Speaker (Hon. Oake) in the Chair]", None),
        ("Order!", "Hon. Oake"),
    ]
