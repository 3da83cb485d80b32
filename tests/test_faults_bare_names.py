# ruff: noqa: E501 (texts as they are printed)
"""A bare name before a colon that is met for the first time: where it speaks, and where it is a heading."""

from __future__ import annotations

import textwrap

import pytest

from hansardparse import parse
from hansardparse.model.nodes import Heading, leaves

FIRST = "Ada Marsh (Upper Dale) (Lab): The ferry is late, and it was late all of last year."
LAST = "Gerald Oake (Port Ardle) (Con): They will be mended."


def said(text: str, layout: str = "official-report") -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout, resolve=False).contributions()]


def headings(text: str) -> list[str]:
    transcript = parse(text, layout="official-report", resolve=False)
    return [leaf.text for leaf in leaves(transcript) if isinstance(leaf, Heading)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Una Fell: holding answer 16 September 2009", "holding answer 16 September 2009"),
        ("Una Fell: rose—", "rose—"),
        ("Una Fell: asked the Minister why.", "asked the Minister why."),
        ("Una Fell: “Never again” was the promise.", "“Never again” was the promise."),
        ("Una Fell: ‘Never again.’", "‘Never again.’"),
        ("Una Fell: 14 boats were lost, and none was found.", "14 boats were lost, and none was found."),
        ("Una Fell: £4 million was set aside.", "£4 million was set aside."),
        ("Una Fell: …and that is all.", "…and that is all."),
        ("Una Fell: Good morning. I am the Harbour Master", "Good morning. I am the Harbour Master"),
        ("Una Fell: I am the Harbour Master at Holme", "I am the Harbour Master at Holme"),
        ("Una Fell: Yes", "Yes"),
    ],
)
def test_a_name_met_for_the_first_time_speaks(line: str, words: str) -> None:
    assert said(f"{FIRST}\n\n{line}\n\n{LAST}\n")[1] == ("Una Fell", words)


@pytest.mark.parametrize(
    "line",
    [
        "Coastal Erosion: the Government's Response",
        "Flood Defences: Upper Dale",
        "Cost of Living: Who Pays?",
        "Independent Review of Prisons: Next Steps",
        "Sea Walls: Repair",
    ],
)
def test_a_heading_with_a_colon_speaks_not(line: str) -> None:
    text = f"{FIRST}\n\n{line}\n\n{LAST}\n"
    assert [label for label, _ in said(text)] == [
        "Ada Marsh (Upper Dale) (Lab)",
        "Gerald Oake (Port Ardle) (Con)",
    ]
    assert headings(text) == [line]


def test_a_number_behind_the_label_is_the_question_s() -> None:
    text = "Harbours\n\nGwen Marl: 2. asked the Secretary of State for Harbours how wide it is. (AQO 2/10)\n"
    (asked,) = parse(text, layout="official-report", resolve=False).contributions()
    assert (asked.speaker.label, asked.question_number) == ("Gwen Marl", "2")
    assert asked.text == "asked the Secretary of State for Harbours how wide it is. (AQO 2/10)"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_question_in_parts(between: str) -> None:
    text = between.join(
        [
            "Harbours",
            "Ivor Reed: To ask the Secretary of State for Harbours",
            "\t(1) how deep the water is;",
            "\t(2) how wide the harbour is.",
            "Una Fell: The water is nine feet deep.",
            "Mr. Marl: To ask the Secretary of State for Harbours",
            "\t(1) how old the pier is;",
            "\t(2) who built it.",
            "Una Fell: It is very old.",
        ]
    )
    found = said(text)
    assert [label for label, _ in found] == ["Ivor Reed", "Una Fell", "Mr. Marl", "Una Fell"]
    assert found[0][1].startswith("To ask the Secretary of State for Harbours\n\n(1) how deep")
    assert found[0][1].endswith("(2) how wide the harbour is.")


@pytest.mark.parametrize(
    "opening",
    [
        "Resolved,\n\nThat this House takes note of the sea wall.",
        "Resolved, That this House takes note of the sea wall.",
        "Ordered,\n\nThat the Bill be printed.",
        "Motion made, and Question proposed,\n\nThat this House do now adjourn.—(Ada Marsh.)",
    ],
)
def test_behind_an_order_of_the_house(opening: str) -> None:
    text = f"{opening}\n\nUna Fell: I thank the House for that.\n\nTam Ellery: So do I.\n"
    assert said(text) == [("Una Fell", "I thank the House for that."), ("Tam Ellery", "So do I.")]


def test_the_words_of_an_amendment_speak_not() -> None:
    text = (
        "Amendment proposed: 5, page 2, line 3, at end insert—\n\n“Harbour Masters: A harbour master must be fit.\n\n"
        "Duty Officers: A duty officer must be awake.”\n\n" + LAST
    )
    assert [label for label, _ in said(text)] == ["Gerald Oake (Port Ardle) (Con)"]


TURNS = [
    ("Ada Marsh (Upper Dale) (Lab)", "The ferry is late, and it was late all of last year, as the House well knows, "
     "and it did not run at all for nine weeks when the storms came in the winter of that year."),
    ("Ivor Reed", "Good morning. My name is Ivor Reed. I am the Harbour Master at Holme, and I keep the light there, "
     "the bell and the boats, and whatever else the board has seen fit to leave with me since the storm."),
    ("Ada Marsh", "I thank him for what he has said about the light, and I hope that the board has heard it."),
    ("Una Fell", "What of the boats, which were old when the pier was built, and which nobody has mended since?"),
]  # fmt: skip


@pytest.mark.parametrize("first", [28, 36, 50])
@pytest.mark.parametrize("width", [72, 90])
def test_the_first_line_of_a_turn_may_be_short(first: int, width: int) -> None:
    lines: list[str] = []
    for label, words in TURNS:
        whole = f"{label}: {words}"
        cut = whole.find(" ", max(first, len(label) + 6))
        lines += [whole[:cut], *textwrap.wrap(whole[cut + 1 :], width)]
    assert said("\n".join(lines) + "\n") == TURNS


@pytest.mark.parametrize("colon", ["{}:\n\n{}", "{} :\n\n{}", "{}\n: {}", "{}:\n{}"])
@pytest.mark.parametrize("bare", ["Mr Reed", "Ivor Reed"])
def test_the_colon_and_the_words_on_lines_of_their_own(colon: str, bare: str) -> None:
    turns = [
        (bare, "I have come about the harbour."),
        ("A Member", "Ten!"),
        ("Mr Speaker", "Order. The Member will be heard."),
        (bare, "It is nine."),
    ]
    assert said("\n\n".join(colon.format(*turn) for turn in turns) + "\n") == turns


@pytest.mark.parametrize("number", ["Q7", "Q12", "Q101", "Q1204"])
def test_a_question_of_any_number_before_the_chair(number: str) -> None:
    text = f"{number} Chair: How deep is it?\n\nIvor Reed: It is nine feet deep.\n"
    found = list(parse(text, layout="official-report", resolve=False).contributions())
    assert [(c.speaker.label, c.question_number, c.text) for c in found] == [
        ("Chair", number, "How deep is it?"),
        ("Ivor Reed", None, "It is nine feet deep."),
    ]


@pytest.mark.parametrize(
    "aside",
    [
        "[pursuant to her reply, 3 March 2003, Official Report, column 123W]",
        "[holding answer 3 March 2003]",
        "[pursuant to the reply of 11 February: Official Report, c. 640W]",
    ],
)
@pytest.mark.parametrize("name", ["Mrs. Marsh", "Ada Marsh", "The Minister for Coasts"])
def test_what_an_answer_goes_back_to(aside: str, name: str) -> None:
    (found,) = parse(
        f"{name} {aside}: I regret that.\n", layout="official-report", resolve=False
    ).contributions()
    assert (found.speaker.label, found.text) == (f"{name} {aside}", "I regret that.")
    assert found.speaker.constituency is None


def test_small_letters_behind_a_name_that_speaks_again() -> None:
    text = "Una Fell: why is it so?\n\nMr. Oake: It is not so at all.\n\nUna Fell: not at all.\n"
    turns = list(parse(text, layout="official-report", resolve=False).contributions())
    assert [(c.speaker.label, c.text) for c in turns] == [
        ("Una Fell", "why is it so?"),
        ("Mr. Oake", "It is not so at all."),
        ("Una Fell", "not at all."),
    ]
