"""Labels whose colon, number or bold letters stand where they do not belong."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows
from hansardparse.parliaments import profile
from hansardparse.speakers.labels import speaker

COLONS = [
    ("Ada Marsh: (Upper Dale) (Lab)", "Ada Marsh", "Upper Dale", "Lab"),
    ("Ada Marsh (Upper Dale): (Lab)", "Ada Marsh", "Upper Dale", "Lab"),
    ("Mr. Oake: (Port Ardle)", "Oake", "Port Ardle", None),
    ("Tomos Pugh.", "Tomos Pugh", None, None),
    ("Mr. Oake.", "Oake", None, None),
]


@pytest.mark.parametrize(("label", "name", "seat", "party"), COLONS)
def test_a_slip_at_the_colon(label: str, name: str, seat: str | None, party: str | None) -> None:
    text = f"Mr. Fell (Lower Ness): I rise to speak.\n\n{label}: The ferry is late again.\n\nMr. Fell: No.\n"
    turns = list(parse(text, layout="official-report", resolve=False).contributions())
    assert [c.text for c in turns] == ["I rise to speak.", "The ferry is late again.", "No."]
    speaker = turns[1].speaker
    assert speaker.label == label
    assert " ".join(filter(None, (speaker.forenames, speaker.surname))) == name
    assert speaker.constituency is None if seat is None else str(speaker.constituency) == seat
    assert speaker.party is None if party is None else speaker.party.code == party


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("colon", [":", "\n:"])
@pytest.mark.parametrize(
    ("name", "brackets"),
    [
        ("Ada Marsh", "(Upper Dale) (Lab)"),
        ("Mr. Gerald Oake", "(Port Ardle)"),
        ("The Minister for Coasts", "(Gerald Oake)"),
        ("The Minister of State, Department for Coasts", "(Gerald Oake) (Con)"),
        ("Lord Oake of Ardle", "(Con)"),
        ("4. Ada Marsh", "(Upper Dale) (Lab)"),
    ],
)
def test_a_label_over_several_lines(name: str, brackets: str, colon: str, gap: str) -> None:
    text = (
        "Mr. Fell (Lower Ness): I rise to speak.\n\n"
        f"{name}{gap}{brackets}{colon} The ferry is late again.\n\nMr. Fell: No.\n"
    )
    _, turn, _ = parse(text, resolve=False).contributions()
    label = f"{name}{gap}{brackets}".removeprefix("4. ")
    assert (turn.speaker.label, turn.text) == (label, "The ferry is late again.")


def test_a_heading_above_a_remark_in_brackets_is_no_label() -> None:
    text = "Ada Marsh (Upper Dale) (Lab): No.\n\nThe Ferry\n\n(see page 4): it is late.\n\nMr. Fell: I ask.\n"
    found = parse(text, layout="official-report", resolve=False).contributions()
    assert [c.speaker.label for c in found] == ["Ada Marsh (Upper Dale) (Lab)", "Mr. Fell"]


def test_the_chair_with_a_stop_before_the_colon() -> None:
    turns = list(parse("Mr. Speaker.: Order.\n\nMr. Oake: No.\n", layout="official-report").contributions())
    assert turns[0].speaker.in_chair
    assert turns[0].kind == "chair"


def test_a_heading_with_words_in_brackets_is_no_label() -> None:
    text = "Ada Marsh (Upper Dale) (Lab): No.\n\nTaxation: (Reform)\n\nGerald Oake (Port Ardle) (Con): Yes.\n"
    turns = parse(text, layout="official-report", resolve=False).contributions()
    assert [c.speaker.label for c in turns] == [
        "Ada Marsh (Upper Dale) (Lab)",
        "Gerald Oake (Port Ardle) (Con)",
    ]


@pytest.mark.parametrize("layout", ["official-report", "wa-record", "sco-report", "ni-report"])
@pytest.mark.parametrize("number", ["4", "14", "T2"])
def test_a_number_behind_a_label(layout: str, number: str) -> None:
    text = (
        "Mr Tomos Pugh: I thank the House for that.\n\n"
        f"Mrs Ada Marsh: {number}. What steps is he taking on the wall?\n\n"
        "Mr Tomos Pugh: 4. The wall is old.\n"
    )
    _, asked, told = parse(text, layout=layout, resolve=False).contributions()
    assert (asked.question_number, asked.kind) == (number, "question")
    assert asked.text == "What steps is he taking on the wall?"
    assert (told.question_number, told.text) == (None, "4. The wall is old.")


_ASKED, _TO_ASK = "asked the Minister for Coasts when it will end.", "To ask the Minister of it."


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        ("official-report", _ASKED),
        *((layout, _TO_ASK) for layout in ("official-report", "wa-record", "sco-report", "ni-report")),
    ],
)
@pytest.mark.parametrize("number", ["4", "14", "T2"])
def test_a_number_behind_a_label_and_what_the_record_tells(layout: str, words: str, number: str) -> None:
    text = f"Mr Tomos Pugh: I thank them.\n\nMrs Marsh: {number}. {words}\n\nMr Tomos Pugh: Soon.\n"
    asked = list(parse(text, layout=layout, resolve=False).contributions())[1]
    assert (asked.speaker.label, asked.question_number, asked.text) == ("Mrs Marsh", number, words)
    assert asked.kind == "question"


def test_a_number_before_what_northern_irelands_record_tells_is_one_of_the_words() -> None:
    text = f"Mr Fell: I thank them.\n\nMrs Marsh: 4. {_ASKED} (AQO 12/10)\n\nMr Fell: Soon.\n"
    asked = list(parse(text, layout="ni-report").contributions())[1]
    assert asked.speaker.label == "Mrs Marsh"
    assert asked.text.startswith("4. asked the Minister")


def test_a_number_in_bold_before_a_label_in_bold() -> None:
    text = (
        "## Ferries\n\n**3.** **Ada Marsh (Upper Dale) (Lab):** What plans he has. [906612]\n\n"
        "**4.** [906613] __Ada Marsh (Upper Dale) (Lab)__: When.\n\n"
        "**Gerald Oake (Port Ardle) (Con):** Soon.\n"
    )
    first, second, last = parse(text, layout="markdown", resolve=False).contributions()
    assert (first.question_number, first.uin, first.text) == ("3", "906612", "What plans he has.")
    assert (second.question_number, second.uin, second.text) == ("4", "906613", "When.")
    assert last.question_number is None


def test_a_column_in_brackets() -> None:
    text = "Lord Oake (Lab): It is late.\n\n[Column GC 16]\n\nLord Oake: It is dark.\n\nLord Marsh: It is.\n"
    found = [(row["column"], row["text"]) for row in rows(parse(text, layout="official-report"))]
    assert ("GC16", "It is dark.") in found


@pytest.mark.parametrize(
    ("layout", "label", "chairs"),
    [
        ("wa-record", "The deputy First Minister", False),
        ("wa-record", "Y Dirprwy Lywydd", True),
        ("sco-report", "The Acting Convener", True),
    ],
)
def test_an_office_without_a_name(layout: str, label: str, chairs: bool) -> None:
    text = f"Ada Marsh: I agree with every word.\n\n{label}: Thank you.\n\nAda Marsh: I am obliged.\n"
    found = [(c.speaker.label, c.speaker.in_chair) for c in parse(text, layout=layout).contributions()]
    assert (label, chairs) in found


#: A layout, two labels as it prints them, and what parts the words from the second.
WIDE = [
    ("official-report", "Ms Ada Marsh (Upper Dale) (Lab): ", "Mr Tomos Pugh (Lower Ness) (LD): "),
    ("official-report", "Ms Ada Marsh (Upper Dale) (Lab): ", "The Minister for Coasts (Gerald Oake): "),
    ("official-report", "Ms Ada Marsh (Upper Dale) (Lab): ", "Several hon. Members: "),
    ("official-report", "Ms Ada Marsh (Upper Dale) (Lab): ", "Lord Oake of Ardle (Con): "),
    ("historic", "Mr. Fell: ", "*MR. TOMOS PUGH: "),
    ("historic", "Mr. Fell: ", "THE MINISTER FOR COASTS (Mr. Oake): "),
    ("historic-site", "§ Mr. Fell ", "§ Mr. Tomos Pugh (Lower Ness) "),
    ("historic-site", "§ Mr. Fell ", "§ The Minister for Coasts (Mr. Oake) "),
    ("plain-turns", "Ada Marsh: ", "Mr Tomos Pugh: "),
    ("evidence", "Q1 Chair: ", "Tomos Pugh: "),
    ("ni-report", "Mr Fell: ", "The deputy First Minister: "),
    ("sco-report", "Gerald Oake (Mid Dale) (SNP): ", "The Presiding Officer (Ada Marsh): "),
    ("oireachtas", "Deputy Ada Marsh: ", "An Ceann Comhairle: "),
    ("oireachtas", "Deputy Ada Marsh: ", "Minister for Coasts (Deputy Jack Fenn): "),
    ("canada", "The Speaker: ", "Mr. Gerald Oake (Port Ardle, CPC): "),
    ("australia", "Mr FELL (Lower Ness) (09:31): ", "Senator OAKE (Victoria) (09:35): "),
    ("new-zealand", "ADA MARSH (Labour): ", "Hon GERALD OAKE (Minister of Harbours) : "),
    ("verbatim-report", "President. – ", "Ada Marsh (Renew). – "),
    ("fj-hansard", "MR. SPEAKER.- ", "HON. A.B. MARSH.- "),
    ("pg-hansard", "Mr SPEAKER - ", "Mr ADA MARSH - "),
    ("sg-hansard", "Mdm Speaker: ", "Assoc Prof Ada Marsh (Upper Dale): "),
    ("za-hansard", "The SPEAKER: ", "Mr A B MARSH (ANC): "),
]


@pytest.mark.parametrize("wide", ["  ", "   ", "\t"])
@pytest.mark.parametrize(("layout", "other", "label"), WIDE)
def test_more_than_a_space_between_the_words_of_a_label(
    layout: str, other: str, label: str, wide: str
) -> None:
    words = label.strip()
    for at in (at for at, c in enumerate(words) if c == " " and at > 2):
        turned = f"{words[:at]}{wide}{words[at + 1 :]} It is a matter for the House."
        text = f"{other}The wall is old at the port.\n\n{turned}\n\n{other}I thank them and sit down.\n"
        told = list(parse(text, layout=layout, resolve=False).contributions())
        assert [c.text for c in told][1:2] == ["It is a matter for the House."], turned
        assert len(told) == 3


@pytest.mark.parametrize("wide", ["  ", "\t"])
def test_more_than_a_space_in_what_is_no_label_is_reported(wide: str) -> None:
    text = f"§ Mr. Fell The wall is old.\n\nThe Harbour{wide}Master for Ness: It is not.\n\n§ Mr. Oake No.\n"
    problems = parse(text, layout="historic-site", resolve=False).problems
    assert [p.code for p in problems] == ["label-like-line"]


TURNS = (
    "Mr Oake (Port Ardle) (Con): The wall is so.",
    "Una Fell (Lower Ness) (Lab): It does not leak at all.",
    "Mr Speaker: Order.",
)


@pytest.mark.parametrize("gap", [" ", "  "])
@pytest.mark.parametrize("before", ["", "Oral Answers\n\n", "Mr Reed: It is old.\n\n"])
def test_turns_that_stand_on_one_line_are_reported(before: str, gap: str) -> None:
    problems = parse(before + gap.join(TURNS) + "\n", layout="official-report", resolve=False).problems
    assert [(p.code, p.message.rpartition(": ")[2]) for p in problems] == [
        ("label-like-line", "Una Fell (Lower Ness) (Lab), 2 in all")
    ]


STORM = (
    "It was said in the year of the great storm that the wall would stand, and so it did for a while. " * 5
)
ON_ONE_LINE = {
    "australia": ("Madam SPEAKER - {}", "Ms MARSH - When did it break? Mr OAKE - In May."),
    "congressional-record": ("Mr. MARSH. {}", "Mr. OAKE. Mr. Speaker, I object. The SPEAKER. It is heard."),
    "pg-hansard": ("Mr GERALD OAKE – {}", "Mr ADA MARSH – I rise. Mr SPEAKER – Order!"),
    "verbatim-report": ("President. – {}", "Ada Marsh (Renew). – It leaks. Gerald Oake (PPE). – It does."),
}


@pytest.mark.parametrize("layout", ON_ONE_LINE)
def test_turns_that_no_colon_introduces_are_read_or_reported_where_newlines_are_lost(layout: str) -> None:
    begin, others = ON_ONE_LINE[layout]
    for words, more in ((STORM + others, True), (STORM, False)):
        found = parse(begin.format(words) + "\n", layout=layout, resolve=False)
        doubts = [problem.code for problem in found.problems].count("label-like-line")
        assert (doubts == 1 or len(list(found.contributions())) == 3) == more


@pytest.mark.parametrize(
    "words",
    [
        "I was told so. The Minister for Coasts said: it leaks.",
        "I quote the report of the Harbour Board. Sir Gerald wrote: It leaks.",
        "There are two points. First: it leaks. Second: it is old.",
        "I met Mr. Oake: He was well.",
        "See Standing Order No. 12: It says so.",
    ],
)
def test_a_colon_within_a_speech_is_not_reported(words: str) -> None:
    assert not parse(f"Mr Oake (Port Ardle) (Con): {words}\n", layout="official-report").problems


@pytest.mark.parametrize(
    ("label", "surname", "letters"),
    [
        ("Rt Hon Ada Marsh MP", "Marsh", "MP"),
        ("Ada Marsh MP (Upper Dale) (Lab)", "Marsh", "MP"),
        ("Sir Gerald Oake KC MP", "Oake", "KC MP"),
        ("Ada Marsh, MP", "Marsh", "MP"),
        ("Dr Ivor Reed OBE", "Reed", "OBE"),
        ("The Reverend Ivor Reed MLA", "Reed", "MLA"),
        ("Lord Marsh of Ness KC", "Lord Marsh of Ness", "KC"),
        ("Baroness Marsh of Ness DBE (Con)", "Baroness Marsh of Ness", "DBE"),
        ("Lord Marsh of Ness", "Lord Marsh of Ness", None),
        ("Mr J. P. KEMP", "KEMP", None),
        ("Ms Mp", "Mp", None),
    ],
)
def test_letters_behind_a_name_are_no_surname(label: str, surname: str, letters: str | None) -> None:
    found = speaker(label, profile=profile("uk"))
    assert (found.surname, found.post_nominals) == (surname, letters)
