"""Slips of the print and of the scan: labels, columns, times; and lines that look like labels."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows


def said(text: str) -> list[tuple[str | None, str]]:
    transcript = parse(text, layout="official-report", resolve=False)
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Mr, Gerald Oake (Port Ardle)", "I answer him."),
        ("Mrs, Oake", "I answer him."),
        ("Mr. Tomos -G. Pugh", "I am obliged."),
        ("Mr. Tomos g. Pugh", "I thank him."),
        ("Several Hon, Members", "No."),
        ("Several- hon. Members", "Withdraw."),
        ("Some hon.Members", "Withdraw."),
        ("Mr. Gerald Oake ()", "I rise again."),
        ("Mr. g. Oake", "I rise again."),
        ("Mr .Gerald Oake (Port Ardle)", "I rise again."),
        ("Gerald Oake (Port Ardle) (Con", "I thank the hon. Lady."),
        ("Gerald Oake) (Port Ardle) (Con)", "I thank the hon. Lady."),
        ("Gerald Oake, (Port Ardle) (Con)", "I thank the hon. Lady."),
        ("Gerald Oake (Port Ardle) (Con) [V]", "I thank the hon. Lady."),
        ("Gerald Oake (Port Ardle) (Con) (Urgent Question)", "To ask when it was."),
    ],
)
def test_a_label_with_a_slip(label: str, words: str) -> None:
    text = f"Mr. Tomos Pugh (Lower Ness): I rise to speak.\n\n{label}: {words}\n\nMr. Fell: No.\n"
    assert said(text)[1] == (label, words)


@pytest.mark.parametrize("sign", [".", ";", "::", " :"])
def test_another_sign_than_a_colon_behind_a_party(sign: str) -> None:
    text = f"Mr. Pugh (Ness): No.\n\nGerald Oake (Port Ardle) (Con){sign} I thank him.\n\nMr. Fell: No.\n"
    assert said(text)[1] == ("Gerald Oake (Port Ardle) (Con)", "I thank him.")


SLIPS = [
    ("Mr, Gerald Oake (Port Ardle)", "Oake", "Port Ardle", "member"),
    ("Dr, Oake", "Oake", None, "member"),
    ("Mr. Tomos -G. Pugh", "Pugh", None, "member"),
    ("Sir Tomos -W. Pugh (Lower Ness)", "Pugh", "Lower Ness", "member"),
    ("Mr. Tomos g. Pugh", "Pugh", None, "member"),
    ("Several Hon, Members", None, None, "collective"),
    ("Several- hon. Members", None, None, "collective"),
    ("Some hon.Members", None, None, "collective"),
    ("Hon, Members", None, None, "collective"),
    ("An Hon, Member", None, None, "collective"),
    ("Mr. Gerald Oake ()", "Oake", None, "member"),
]


FORMS = {
    "official-report": "{}: {}",
    "historic": "{}: {}",
    "historic-site": "§ {} {}",
    "markdown": "**{}**: {}",
    "ni-report": "{}: {}",
}


@pytest.mark.parametrize(("layout", "form"), FORMS.items())
@pytest.mark.parametrize(("label", "surname", "place", "role"), SLIPS)
def test_who_speaks_by_a_label_with_a_slip(
    label: str, surname: str | None, place: str | None, role: str, layout: str, form: str
) -> None:
    lines = [("Mr. Thorn", "I rise to speak of it."), (label, "The wall is old."), ("Mr. Fell", "It is not.")]
    text = "\n\n".join(form.format(*line) for line in lines) + "\n"
    found = list(parse(text, layout=layout, resolve=False).contributions())
    assert [(c.speaker.label, c.text) for c in found] == lines
    speaker = found[1].speaker
    assert (speaker.surname, speaker.constituency and speaker.constituency.name, speaker.role) == (
        surname,
        place,
        role,
    )


@pytest.mark.parametrize("line", ["Several hon.Members rose—", "Several Hon, Members rose—"])
def test_members_who_rose(line: str) -> None:
    assert said(f"Mr. Pugh: I give way.\n\n{line}\n\nMr. Fell: No.\n")[1] == (line, "")


@pytest.mark.parametrize("column", ["681W", "GC 1", "1WH", "WS 12", "14WS"])
def test_a_column_of_a_series_alone_on_its_line(column: str) -> None:
    text = (
        f"Ada Pugh (Lower Ness) (LD): The wall is old, as all\n\n{column}\n\nof us know.\n\nMr. Fell: No.\n"
    )
    assert said(text)[0] == ("Ada Pugh (Lower Ness) (LD)", "The wall is old, as all of us know.")


def test_an_impossible_time_of_a_division_is_reported() -> None:
    text = "Division No. 12] [2.61 pm\n\nAYES\n\nMarsh, Ada\n\nNOES\n\nOake, Gerald\n"
    problems = parse(text, layout="official-report").problems
    assert [p.code for p in problems] == ["impossible-time"]


@pytest.mark.parametrize(
    ("line", "reported"),
    [
        ("An Ceann Comhairle: The Deputy will resume his seat.", True),
        ("Harbour Master Reed (Port Ardle): It is nine feet deep.", True),
        ("Harbour Master Reed (Port Ardle: It is nine feet deep.", True),
        ("Nobody Knows: it is dark in the harbour.", True),
        ("• Ada Marsh (Upper Dale) (Lab): It leaks.", True),
        ("> Ada Marsh (Upper Dale): It leaks.", True),
        ("“Ada Marsh (Upper Dale): It leaks.”", True),
        ("12 Ada Marsh (Upper Dale): It leaks.", True),
        ("**Mr. Marsh:** It leaks.", True),
        ("<b>Mr. Marsh</b>: It leaks.", True),
        ("[Mr. Ivor Marsh]: It leaks.", True),
        ("Ada Marsh (Upper Dale) (Lab) — It leaks.", True),
        ("Ada Marsh (Upper Dale) (Lab) said: It leaks.", True),
        ("The Minister for Coasts (Mr. Marsh); It leaks.", True),
        ("Ada Marsh (14:30): It leaks.", True),
        ("• Harbour Dues: They rise.", False),
        ("> Harbour dues (of 1901): they rise.", False),
        ("**Harbour Dues:** They rise.", False),
        ("Ada Marsh — who is the pilot — knows it.", False),
        ("Ada Marsh (of Upper Dale) knows it.", False),
        ("My point is this: it leaks.", False),
        ("First: it leaks.", False),
        ("He said: It leaks.", False),
    ],
)
def test_a_line_in_the_shape_of_a_label(line: str, reported: bool) -> None:
    text = f"§ Mr. Gerald Oake The wall is old.\n\n{line}\n\n§ Mr. Fell No.\n"
    problems = parse(text, layout="historic-site", resolve=False).problems
    assert [p.code for p in problems] == (["label-like-line"] if reported else [])


@pytest.mark.parametrize(
    ("bracket", "place", "party"),
    [
        ("(Upper Dale, Lib.)", "Upper Dale", "Lib."),
        ("(Upper Dale, Lib. Dem.)", "Upper Dale", "Lib. Dem."),
        ("(Upper Dale—Lib.Dem.)", "Upper Dale", "Lib.Dem."),
        ("(Upper Dale - Lab)", "Upper Dale", "Lab"),
        ("(Upper Dale – Labour)", "Upper Dale", "Labour"),
        ("(Labour - Upper Dale)", "Upper Dale", "Labour"),
        ("(Lab, Upper Dale)", "Upper Dale", "Lab"),
        ("(Wick, Fenn and Ness, SNP)", "Wick, Fenn and Ness", "SNP"),
        ("(Wick, Fenn and Ness)", "Wick, Fenn and Ness", None),
        ("(Stoke-on-Ness)", "Stoke-on-Ness", None),
        ("(Upper Dale (Lab)", "Upper Dale", "Lab"),
        ("(Upper Dale) Lab)", "Upper Dale", "Lab"),
        ("(Upper Dale) (Lab", "Upper Dale", "Lab"),
        ("(Upper Dale (North)) (Lab)", "Upper Dale (North)", "Lab"),
    ],
)
def test_a_place_and_a_party_in_one_bracket(bracket: str, place: str, party: str | None) -> None:
    (turn,) = parse(f"Mr. Oake {bracket}: No.\n", layout="official-report", resolve=False).contributions()
    assert (turn.speaker.constituency and turn.speaker.constituency.name) == place
    assert (turn.speaker.party and turn.speaker.party.code) == party


TIMES = [
    ("8.45 pm", "20:45"),
    ("9.1 pm", "21:01"),
    ("10.30 p.m.", "22:30"),
    ("7 pm", "19:00"),
    ("11.5 am", "11:05"),
    ("12 noon", "12:00"),
]


@pytest.mark.parametrize("layout", ["official-report", "historic", "historic-site"])
@pytest.mark.parametrize(("time", "clock"), TIMES)
@pytest.mark.parametrize(
    "before",
    [
        "{}The wall is old.",
        "{}Is the wall old?",
        "{}The wall is old.\n\nIt is (I say so).",
        "{}I said, “The wall is old.”",
        "{}I beg to move—",
    ],
)
def test_a_time_that_is_glued_to_the_words(before: str, time: str, clock: str, layout: str) -> None:
    forms = {"historic-site": "§ {} "}
    label = forms.get(layout, "{}: ")
    words = before.format("").strip()
    text = f"{before.format(label.format('Mr. Oake'))}{time}\n\n{label.format('Mr. Fell')}No.\n"
    found = parse(text, layout=layout, resolve=False)
    assert [(c.speaker.label, c.text) for c in found.contributions()] == [
        ("Mr. Oake", words),
        ("Mr. Fell", "No."),
    ]
    assert [(row["type"], row["text"], row["time"]) for row in rows(found)][1:] == [
        ("time", time, clock),
        ("contribution", "No.", clock),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "We met at 8.45 pm",
        "We sat from 6—8.45 pm",
        "It is at No. 7, from 8 pm",
        "The bus leaves at about 7 p.m.",
    ],
)
def test_a_time_within_a_sentence_is_no_mark(words: str) -> None:
    assert said(f"Mr. Oake: {words}\n\nMr. Fell: No.\n") == [("Mr. Oake", words), ("Mr. Fell", "No.")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("label", ["Mr. Oake", "Gerald Oake (Port Ardle)", "Ada Marsh"])
def test_a_colon_below_its_label(label: str, gap: str) -> None:
    text = f"Ada Marsh (Upper Dale): I rise to speak.\n\n{label}{gap}: I answer her.\n\nMr. Fell: No.\n"
    assert said(text)[1] == (label, "I answer her.")


@pytest.mark.parametrize("number", ["Q 7", "Q 14", "Q 141", "Q141", "Q 1410"])
@pytest.mark.parametrize("label", ["Ada Marsh (Upper Dale) (Lab)", "The Chair", "Ada Marsh"])
def test_the_number_of_a_question_to_a_witness(number: str, label: str) -> None:
    text = f"Mr. Fell: No.\n\n{number} {label}: What would the Bill change?\n\nMr. Fell: Nothing.\n"
    asked = list(parse(text, layout="official-report", resolve=False).contributions())[1]
    assert (asked.speaker.label, asked.question_number) == (label, number)


BOLD = [
    ("**Ada Marsh (Upper Dale) (Lab)**: ", "Ada", "Marsh", "Upper Dale", "Lab", None),
    ("**Ada Marsh** (Upper Dale) (Lab): ", "Ada", "Marsh", "Upper Dale", "Lab", None),
    ("__Ada Marsh (Upper Dale) (Lab)__: ", "Ada", "Marsh", "Upper Dale", "Lab", None),
    ("**4. Ada Marsh (Upper Dale) (Lab):** ", "Ada", "Marsh", "Upper Dale", "Lab", "4"),
    ("4. **Ada Marsh** (Upper Dale) (Lab): ", "Ada", "Marsh", "Upper Dale", "Lab", "4"),
    ("**Q4. [901234] Ada Marsh (Upper Dale) (Lab)**: ", "Ada", "Marsh", "Upper Dale", "Lab", "Q4"),
    ("**Lord Marsh of Ness** (CB): ", None, "Lord Marsh of Ness", None, "CB", None),
]


@pytest.mark.parametrize(("label", "forenames", "surname", "place", "party", "number"), BOLD)
def test_a_label_in_bold(
    label: str, forenames: str | None, surname: str, place: str | None, party: str, number: str | None
) -> None:
    text = f"# Fares\n\n*3.40 pm*\n\n{label}What is it?\n\n**Gerald Oake (Port Ardle) (Con)**: It is not.\n"
    transcript = parse(text, resolve=False)
    turn, _ = transcript.contributions()
    speaker = turn.speaker
    assert transcript.layout == "markdown"
    assert (speaker.forenames, speaker.surname, speaker.party and speaker.party.code) == (
        forenames,
        surname,
        party,
    )
    assert (speaker.constituency and speaker.constituency.name) == place
    assert (turn.question_number, turn.text, str(turn.time)) == (number, "What is it?", "15:40")


@pytest.mark.parametrize("line", ["**Several hon. Members** rose—", "**Gerald Oake** rose—"])
def test_who_rose_in_bold(line: str) -> None:
    text = f"# Fares\n\n**Ada Marsh (Upper Dale) (Lab)**: No.\n\n{line}\n\n**Ada Marsh**: I give way.\n"
    assert [c.kind for c in parse(text, resolve=False).contributions()] == ["speech", "gesture", "speech"]


@pytest.mark.parametrize("layout", ["official-report", "ni-report"])
def test_an_office_with_a_small_letter(layout: str) -> None:
    text = "Mr Pugh: I ask.\n\nThe deputy First Minister: It will.\n\nMr Fell: No.\n"
    found = [c.speaker.label for c in parse(text, layout=layout, resolve=False).contributions()]
    assert found == ["Mr Pugh", "The deputy First Minister", "Mr Fell"]


def test_a_label_in_bold_on_a_line_of_its_own() -> None:
    text = (
        "# Fares\n\n**Ada Marsh (Upper Dale) (Lab)**\n\nThe ferry is late.\n\n"
        "**The Minister for Harbours (Gerald Oake)**\n\nIt is not.\n\n**Ferry Fares**\n\nThey have risen.\n\n"
        "**Mr Speaker**\nOrder.\n\n**Ada Marsh**\n\nI have done.\n"
    )
    found = parse(text, resolve=False)
    assert found.layout == "markdown"
    assert [(c.speaker.label, c.text) for c in found.contributions()] == [
        ("Ada Marsh (Upper Dale) (Lab)", "The ferry is late."),
        (
            "The Minister for Harbours (Gerald Oake)",
            "It is not.\n\n**Ferry Fares**\n\nThey have risen.",
        ),
        ("Mr Speaker", "Order."),
        ("Ada Marsh", "I have done."),
    ]


PRINTED = pytest.mark.parametrize("layout", ["official-report", "historic"])


@PRINTED
@pytest.mark.parametrize(
    "slipped",
    [
        "Mr. Oake. ",
        "Mr. Oake; ",
        "Mr. Oake ",
        "Sir Gerald Oake. ",
        "Lord Oake. ",
        "Captain Oake; ",
        "Mr Speaker; ",
    ],
)
def test_another_mark_for_the_colon_of_one_who_was_heard(slipped: str, layout: str) -> None:
    label = slipped.rstrip(".; ")
    text = f"{label}: It is old.\n\nMr. Fell: Is it?\n\n{slipped}Old as the hills.\n\nMr. Fell: No.\n"
    turns = parse(text, layout=layout, resolve=False).contributions()
    assert [(c.speaker.label, c.text) for c in turns][2:] == [
        (label, "Old as the hills."),
        ("Mr. Fell", "No."),
    ]


@PRINTED
@pytest.mark.parametrize(
    "words",
    [
        "Mr. Marsh. It is he who built it.",
        "Mr. Oake is he who built it.",
        "Mr. Speaker Oake built it.",
        "Mr. Oake, I am told, built it.",
    ],
)
def test_words_that_begin_with_a_name(words: str, layout: str) -> None:
    text = f"Mr. Oake: It is old.\n\nMr. Speaker: Order.\n\nMr. Fell: Who built it?\n\n{words}\n"
    turns = list(parse(text, layout=layout, resolve=False).contributions())
    assert turns[-1].text == f"Who built it?\n\n{words}"


LABELLED = {
    "official-report": ("Ada Marsh (Upper Dale) (Lab)", "Gerald Oake (Port Ardle) (Con)"),
    "historic": ("Mr. Marsh", "Mr. Oake"),
    "ni-report": ("Ms Marsh", "Mr Oake"),
    "oireachtas": ("Deputy Ada Marsh", "Deputy Gerald Oake"),
    "canada": ("Hon. Ada Marsh (Upper Dale, Lib.)", "Mr. Gerald Oake (Port Ardle, CPC)"),
    "sg-hansard": ("Ms Marsh", "Mr Oake"),
    "new-zealand": ("Hon ADA MARSH (Labour)", "GERALD OAKE (National)"),
}


HOURS = ("2.45 pm", "2.45 p.m.", "14:45", "[14:45]", "[2.45 pm]", "2.45 pm:")


@pytest.mark.parametrize(
    ("layout", "time"),
    # no hour was written with a colon in old volumes
    [(layout, time) for layout in LABELLED for time in HOURS if layout != "historic" or ":" not in time],
)
def test_a_time_on_the_line_of_a_label(time: str, layout: str) -> None:
    one, other = LABELLED[layout]
    text = f"{one}: The wall is old.\n\n{time} {other}: It is not.\n\n{one}: I have seen it.\n"
    found = parse(text, layout=layout, resolve=False)
    assert [(c.speaker.label, c.text) for c in found.contributions()] == [
        (one, "The wall is old."),
        (other, "It is not."),
        (one, "I have seen it."),
    ]
    assert [row["time"] for row in rows(found) if row["type"] == "contribution"] == [None, "14:45", "14:45"]


@pytest.mark.parametrize(
    "words", ["2.45 pm was when it fell. It was: old.", "14:45 in the log: a wall fell."]
)
def test_a_time_that_begins_a_sentence(words: str) -> None:
    assert said(f"Mr. Oake: The wall is old.\n\n{words}\n") == [("Mr. Oake", f"The wall is old.\n\n{words}")]


@pytest.mark.parametrize("label", ["Hon. Members,", "Hon Members.", "Several hon. Members,"])
def test_another_sign_before_the_colon_of_those_who_cry(label: str) -> None:
    assert said(f"Mr. Oake: The wall is old.\n\n{label}: Shame!\n")[1:] == [(label, "Shame!")]


def test_labels_that_a_layout_does_not_read_leave_it_in_doubt() -> None:
    turns = [
        "Ada Marsh (Upper Dale) (Lab) — I beg to move that the Bill be read a second time.",
        "Gerald Oake (Port Ardle) (Con) — I shall oppose it.",
        "Mr Speaker — Order.",
        "The Minister for Coasts (Ivor Reed) — I am grateful to all.",
    ]
    found = parse("\n\n".join(("Harbour Bill", *turns)) + "\n", resolve=False)
    assert found.confidence <= 0.3
    assert "uncertain-layout" in {p.code for p in found.problems}
