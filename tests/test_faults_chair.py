"""Who takes the Chair, and a sitting that is suspended and goes on, end no speech."""

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
