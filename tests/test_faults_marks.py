"""Marks, gestures and acts that stand on a line of their own, between two paragraphs of a turn."""

from __future__ import annotations

import pytest

from hansardparse import dumps, loads, parse, rows

#: A layout, and how it prints a label before its words.
LABELS = {
    "australia": "Mr {} (Upper Dale) (09:31): ",
    "canada": "Mr. {} (Port Ardle, CPC): ",
    "ck-hansard": "MR {}: ",
    "verbatim-report": "Ada {} (Renew). – ",
    "fj-hansard": "HON. A.B. {}.- ",
    "oireachtas": "Deputy Ada {}: ",
    "in-report": "SHRI {} (Upper Dale): ",
    "ke-hansard": "Hon. {} (Upper Dale, ODM): ",
    "ni-report": "Mr {}: ",
    "new-zealand": "GERALD {} (National—Upper Dale) : ",
    "pg-hansard": "Mr ADA {} - ",
    "sco-report": "Gerald {} (Mid Dale) (SNP): ",
    "sg-hansard": "Mr {} (Upper Dale): ",
    "ug-hansard": "MS ADA {} (NRM, Upper Dale County, Ardle): ",
    "wa-record": "Gwen {}: ",
    "za-hansard": "Mr A B {} (ANC): ",
    "official-report": "Mr {} (Upper Dale) (Lab): ",
    "download": "Mr {}\n",
    "webpage": "Mr {}\nShare this specific contribution\n\n",
    "parallel": "Ada Marsh Portrait Mr {}\n- Hansard - -\n\n",
    "theyworkforyou": "Photo of {0} {0} Labour, Upper Dale\n\n",
    "historic": "*MR. {}: ",
    "historic-site": "§ Mr. {} ",
    "markdown": "**Mr {} (Upper Dale) (Lab):** ",
    "plain-turns": "Mr {}: ",
}
CAPITALS = frozenset(
    "australia ck-hansard fj-hansard in-report new-zealand pg-hansard ug-hansard za-hansard historic".split()
)
UNITED_KINGDOM = list(LABELS)[list(LABELS).index("official-report") :]


def page(layout: str, *lines: str) -> str:
    """Two turns, and some lines between the paragraphs of the second."""
    first, second = (name.upper() if layout in CAPITALS else name for name in ("Una Marsh", "Ivor Oake"))
    label = LABELS[layout]
    return "\n\n".join(
        [
            label.format(first) + "The first paragraph is about the wall at the port.",
            label.format(second) + "I say that this is a matter for the House.",
            *lines,
            "And here I go on with my speech as before it.",
            label.format(first) + "I thank you for that and sit down.\n",
        ]
    )


def told(text: str, layout: str) -> list[tuple[str, str]]:
    return [(row["type"], row["text"]) for row in rows(parse(text, layout=layout, resolve=False))]


@pytest.mark.parametrize("layout", LABELS)
@pytest.mark.parametrize("mark", ["Sitting suspended.", "[Mr Speaker in the Chair]"])
def test_a_speech_goes_on_over_soft_marks(layout: str, mark: str) -> None:
    found = told(page(layout, mark), layout)
    kinds = [kind for kind, _ in found]
    assert kinds.count("contribution") == 3, found
    assert "here I go on" in found[1][1]
    assert mark not in found[1][1]
    assert (("procedure" if "suspended" in mark else "note"), mark) in found


@pytest.mark.parametrize("layout", LABELS)
def test_several_who_rose_are_a_gesture(layout: str) -> None:
    text = page(layout, "Several hon. Members rose—")
    turns = list(parse(text, layout=layout, resolve=False).contributions())
    assert (turns[2].speaker.label, turns[2].text, turns[2].kind) == (
        "Several hon. Members rose—",
        "",
        "gesture",
    )


@pytest.mark.parametrize("layout", sorted(set(UNITED_KINGDOM) - {"historic-site"}))
@pytest.mark.parametrize(
    ("line", "label", "act"),
    [
        ("Mr Pugh rose—", "Mr Pugh", "rose—"),
        ("Ms Reed indicated dissent.", "Ms Reed", "indicated dissent."),
        ("Lord Fell of Port Ardle rose—", "Lord Fell of Port Ardle", "rose—"),
        ("The Prime Minister indicated assent.", "The Prime Minister", "indicated assent."),
        ("The Minister for Coasts (Ada Fell) rose—", "The Minister for Coasts (Ada Fell)", "rose—"),
    ],
)
def test_one_who_rose_is_a_gesture(layout: str, line: str, label: str, act: str) -> None:
    turns = list(parse(page(layout, line), layout=layout, resolve=False).contributions())
    assert (turns[2].speaker.label, turns[2].text, turns[2].kind) == (label, act, "gesture")


@pytest.mark.parametrize("layout", UNITED_KINGDOM)
def test_a_column_alone_on_its_line_is_no_text(layout: str) -> None:
    found = told(page(layout, "Column 412"), layout)
    assert ("column", "Column 412") in found
    assert [kind for kind, _ in found].count("contribution") == 3


@pytest.mark.parametrize("layout", UNITED_KINGDOM)
def test_an_oath_is_procedure(layout: str) -> None:
    assert ("procedure", "Took the Oath") in told(page(layout, "Took the Oath"), layout)


@pytest.mark.parametrize("layout", ["historic", "historic-site"])
@pytest.mark.parametrize("opening", ["Moved by Lord Fell of Esk", "Ordered,"])
def test_what_opens_a_formula_ends_a_speech_in_old_volumes(layout: str, opening: str) -> None:
    label = LABELS[layout].format("OAKE")
    text = f"{label}It is so.\n\n{opening}\n\nThat the Bill be printed.\n\n{label}I thank you.\n"
    assert told(text, layout)[1:3] == [("procedure", opening), ("procedure", "That the Bill be printed.")]


@pytest.mark.parametrize(
    ("layout", "sound"),
    [
        ("za-hansard", "(Applause)"),
        ("oireachtas", "(Interruptions)."),
        ("official-report", "[Interruption.]"),
    ],
)
def test_what_was_heard_between_two_paragraphs(layout: str, sound: str) -> None:
    turns = list(parse(page(layout, sound), layout=layout, resolve=False).contributions())
    assert len(turns) == 3
    first, heard, last = turns[1].text.split("\n\n")
    assert heard == sound
    assert turns[1].spoken == f"{first}\n\n{last}"


def test_a_side_of_one_name_is_a_side() -> None:
    label = LABELS["za-hansard"].format("OAKE")
    lists = "AYES—2: Marsh, A. B.; Oake, G. T.\n\nNOES—1: Reed, Z. B. N."
    (division,) = parse(f"{label}I vote.\n\n{lists}\n\n{label}No.\n", layout="za-hansard").divisions()
    assert [(group.option, [vote.name for vote in group.votes]) for group in division.groups] == [
        ("aye", ["Marsh, A. B.", "Oake, G. T."]),
        ("no", ["Reed, Z. B. N."]),
    ]


def test_a_clerk_of_the_cook_islands_is_an_official() -> None:
    turns = parse("MR SPEAKER: Order.\n\nCLERK-ASSISTANT: It is read.\n", layout="ck-hansard").contributions()
    assert [turn.speaker.role for turn in turns] == ["chair", "official"]


def test_the_hours_of_a_suspended_sitting_may_stand_on_the_next_line() -> None:
    text = (
        "Mdm Speaker: I suspend it.\n\nSitting accordingly suspended\n\nat 2.59 pm until 3.30 pm.\n\n"
        "Mr Oake: So.\n"
    )
    turns = list(parse(text, layout="sg-hansard", resolve=False).contributions())
    assert [turn.text for turn in turns] == ["I suspend it.", "So."]


def test_an_age_ends_a_sentence_and_stands_within_none() -> None:
    text = (
        "Sea Walls Bill\n\nAda Marsh Portrait Ada Marsh (Upper Dale) (Lab)\n- Hansard - -\n\n"
        "The wall was, when last\n\n(1 year, 3 months ago)\n\nwe saw it, dry.\n"
    )
    found = parse(text, layout="parallel", resolve=False)
    assert loads(dumps(found)) == found
    (turn,) = found.contributions()
    assert [block.type for block in turn.blocks][1:] == ["paragraph", "age", "paragraph"]


@pytest.mark.parametrize("above", ["", "Sea Walls\n\n"])
@pytest.mark.parametrize("number", ["602", "HL602"])
def test_the_number_of_a_question_above_who_asks_is_what_is_printed(above: str, number: str) -> None:
    text = f"{above}{number}\n\nAsked by Ada Marsh\n\nWhat is it?\n"
    found = parse(text, layout="written", resolve=False)
    assert loads(dumps(found)) == found
    (turn,) = found.contributions()
    asked = turn.blocks[0]
    assert (asked.type, asked.text, text[asked.span.start : asked.span.end]) == (
        "written_question",
        number,
        number,
    )
