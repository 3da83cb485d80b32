"""Faults met on sixty texts, each written down with what is right before the parser had read it."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows
from hansardparse.model.nodes import Paragraph, TimeMark, leaves


def turns(text: str, layout: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout, resolve=False).contributions()]


def headings(text: str, layout: str) -> list[str]:
    return [str(row["text"]) for row in rows(parse(text, layout=layout)) if row["type"] == "heading"]


def kinds(text: str, layout: str) -> list[str]:
    return [c.kind for c in parse(text, layout=layout).contributions()]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_divisions_subject_before_its_time(gap: str) -> None:
    lines = ["Division No. 41]", "Amendment 12 (Harbour dues)", "[7.14 pm", "AYES", "Fenn, Sir Ivor", "NOES"]
    text = gap.join([*lines, "Reed, Ivor", "Oake, Gerald", "Question accordingly negatived."])
    (found,) = parse(text, layout="official-report").divisions()
    assert (found.number, found.time, found.subject) == ("41", "19:14", "Amendment 12 (Harbour dues)")
    assert [[vote.name for vote in side.votes] for side in found.groups] == [
        ["Fenn, Sir Ivor"],
        ["Reed, Ivor", "Oake, Gerald"],
    ]
    assert not headings(text, "official-report")


@pytest.mark.parametrize(("noes", "tellers"), [(3, []), (2, ["Nia Lloyd"])])
def test_a_last_name_without_a_comma_votes_where_the_total_says_so(noes: int, tellers: list[str]) -> None:
    names = "Oake, Gerald\n\nPugh, Tomos\n\nNia Lloyd"
    text = f"The House divided: Ayes 1, Noes {noes}.\n\nDivision No. 7] [11.42 am\n\nAYES\n\nFell, Una\n\n"
    (found,) = parse(f"{text}NOES\n\n{names}\n\nQuestion negatived.\n", layout="official-report").divisions()
    assert len(found.groups[1].votes) == noes
    assert [vote.name for vote in found.groups[1].tellers] == tellers


@pytest.mark.parametrize("mark", ["", "§ "])
@pytest.mark.parametrize(
    "line", ['SHIPPING—THE "ARDLE."—QUESTION.', 'LOSS OF THE "ARDLE."', "SEA WALLS—QUESTION."]
)
def test_a_heading_in_capitals_with_a_full_stop(line: str, mark: str) -> None:
    said = f"{mark}MR. OAKE\n\nasked why it sank.\n\n{mark}MR. THORN\n\nIt leaked.\n"
    text = f"{line}\n\nHC Deb 17 March 1881 vol 259 cc1180-1\n\n{said}"
    assert headings(text, "historic-site") == [line]
    assert [label for label, _ in turns(text, "historic-site")] == ["MR. OAKE", "MR. THORN"]


@pytest.mark.parametrize("line", ["MR. OAKE.", "THE EARL OF UPPER DALE."])
def test_who_speaks_in_capitals_is_no_heading(line: str) -> None:
    text = f"SEA WALLS\n\nHC Deb 17 March 1881 vol 259 cc1180-1\n\n{line}\n\nThe wall is old.\n"
    assert headings(text, "historic-site") == ["SEA WALLS"]


@pytest.mark.parametrize("line", ['Loss of the Steam Trawler "Ness."', "Loss of the Trawler “Ness.”"])
def test_a_heading_that_ends_in_a_quotation(line: str) -> None:
    text = f"SEA FISHERIES.\n\n{line}\n\nMr. OAKE: I beg to ask why she sank.\n\nMr. THORN: She leaked.\n"
    assert headings(text, "historic") == ["SEA FISHERIES.", line]


def test_a_time_behind_the_mark_of_the_page() -> None:
    said = "§ 3.31 p.m.\n§ Mr. Oake The pier is old.\n"
    text = f"RURAL PIERS\n\nHC Deb 06 February 1951 vol 483 cc1611-4\n\n{said}"
    transcript = parse(text, layout="historic-site")
    assert [mark.time for mark in leaves(transcript) if isinstance(mark, TimeMark)] == ["15:31"]
    assert [c.time for c in transcript.contributions()] == ["15:31"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "office",
    [
        "The Parliamentary Secretary to the Ministry of Coasts",
        "The Joint Under-Secretary of State for Coasts",
    ],
)
def test_an_office_whose_holder_stands_below_it(office: str, gap: str) -> None:
    said = gap.join(
        ["§", office, "(Mr. Basil Thorn)", "It is not.", "§", "Mr. Oake", "It is.", "§", "Mr. Thorn", "No."]
    )
    text = f"FERRIES\nHC Deb 22 October 1979 vol 972 cc14-5\n{said}\n"
    assert turns(text, "historic-site") == [
        (f"{office}{gap}(Mr. Basil Thorn)", "It is not."),
        ("Mr. Oake", "It is."),
        ("Mr. Thorn", "No."),
    ]


@pytest.mark.parametrize("verb", ["called", "declared", "informed", "said"])
def test_who_presides_glued_to_what_is_told(verb: str) -> None:
    text = f"LORD GEORGE WYNNE: Then why?\n\nMR. SPEAKER{verb} the noble Lord so.\n\nMR. OAKE: No.\n"
    assert turns(text, "historic")[1] == ("MR. SPEAKER", f"{verb} the noble Lord so.")


@pytest.mark.parametrize("line", ["Mr. Pugh; He has.", "Mr. Pugh. He has.", "Mr Pugh. He has."])
def test_a_surname_after_the_full_name_with_a_slip_for_its_colon(line: str) -> None:
    before = "Mr. Tomos Pugh (Lower Ness): I rise.\n\nMr. Gerald Oake (Dale): He has not."
    text = f"{before}\n\n{line}\n\nMr. Oake: No.\n"
    assert turns(text, "official-report")[2][1] == "He has."


@pytest.mark.parametrize("line", ["Mr. Pugh is not here.", "Mr. Thorn. He has."])
def test_words_about_somebody_are_no_turn(line: str) -> None:
    before = "Mr. Tomos Pugh (Lower Ness): I rise.\n\nMr. Gerald Oake (Dale): He has not."
    text = f"{before}\n\n{line}\n\nMr. Oake: No.\n"
    assert turns(text, "official-report")[1][1] == f"He has not.\n\n{line}"


@pytest.mark.parametrize(
    "sound", ["[ Interruption. ]", "[ Interruption ]", "[Interruption. ]", "[ Laughter. ]"]
)
def test_a_sound_with_blanks_in_its_brackets_is_not_spoken(sound: str) -> None:
    text = f"Mr. Oake: The pier is safe. {sound}\n\nIt is safe, I say. {sound} It is.\n\nMr. Fell: No.\n"
    first = next(parse(text, layout="official-report").contributions())
    assert first.spoken.split() == "The pier is safe. It is safe, I say. It is.".split()


@pytest.mark.parametrize(
    "furniture",
    [
        "Full Debate: Read Full Debate",
        "Full Debate: Read Full Debate\nDepartment: Department for Harbours",
    ],
)
def test_what_stands_right_above_excerpts_is_no_heading(furniture: str) -> None:
    page = "Una Fell Excerpts\nTuesday 5th March 2024\n\n(9 months ago)\n\nCommons Chamber\n"
    text = f"Fishing Quotas\n\n{furniture}\n\n{page}Una Fell Portrait Una Fell\n- Hansard - -\n\nI ask.\n"
    assert headings(text, "parallel") == ["Fishing Quotas"]


@pytest.mark.parametrize(
    ("above", "beside", "time"),
    [
        ("2:30 pm", "2:30", "14:30"),
        ("2:30 pm", "3:05", "15:05"),
        ("11:34 am", "12:05", "12:05"),
        ("11:34 am", "11:40", "11:40"),
        ("2:30 pm", "14:40", "14:40"),
        ("9:30 am", "2:30 pm", "14:30"),
    ],
)
def test_the_half_of_the_day_goes_on(above: str, beside: str, time: str) -> None:
    text = (
        f"Ferries – in the House of Commons at {above} on 11 March 2025.\n\n"
        f"Photo of Ada Marsh Ada Marsh Labour, Upper Dale {beside}, 11 March 2025\n\nThe ferry is late.\n"
    )
    assert [c.time for c in parse(text, layout="theyworkforyou").contributions()] == [time]


def test_who_presides_above_the_place_of_a_page() -> None:
    text = (
        "[Mrs Una Fell in the Chair] — Lighthouses – in Westminster Hall at 2:30 pm on 20 October 2009.\n\n"
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe lamp is out.\n"
    )
    found = {row["type"]: row["text"] for row in rows(parse(text, layout="theyworkforyou"))}
    assert "note" not in found
    (turn,) = parse(text, layout="theyworkforyou").contributions()
    assert turn.time == "14:30"


def test_a_question_to_the_government_is_asked_and_answered() -> None:
    text = (
        "Lighthouse Keepers\nVolume 827: debated on Wednesday 8 February 2023\n15:07:00\nAsked by\n"
        "Baroness Marsh of Upper Dale\nShare this specific contribution\n"
        "To ask His Majesty’s Government how many lighthouse keepers they employ.\n"
        "Lord Thorn of Holme\n(Con)\nShare this specific contribution\n"
        "My Lords, none. The last came ashore in 1998.\n"
        "Baroness Marsh of Upper Dale\n(Lab)\nShare this specific contribution\n"
        "My Lords, who then winds the clock?\n"
    )
    assert kinds(text, "webpage") == ["question", "answer", "supplementary"]


def test_an_office_whose_holder_nobody_names_answers() -> None:
    asked = "To ask the Secretary of State for Coasts if she will mend it. [145003]"
    text = (
        f"PIERS\n\nMr. Oake: {asked}\n\nMr. Thorn: No.\n\nMrs. Una Fell: {asked}\n\n"
        "The Minister for Coasts [holding answer 8 January 2004]: It is not ours to mend.\n"
    )
    assert kinds(text, "official-report") == ["question", "answer"] * 2


def test_a_cry_among_points_of_order_is_none() -> None:
    text = (
        "Points of Order\n\n"
        "Gerald Oake (Port Ardle) (Con): On a point of order, Mr Speaker. The vote was close.\n\n"
        "Mr Speaker: Order. I will hear it.\n\nHon. Members: Resign!\n\nHon. Members: Object.\n\n"
        "Nia Lloyd (Holme) (Lab): Further to that point of order, Mr Speaker. When is the next?\n\n"
        "Mr Speaker: Tomorrow.\n"
    )
    assert kinds(text, "official-report") == [
        "point_of_order",
        "chair",
        "intervention",
        "intervention",
        "point_of_order",
        "chair",
    ]


SCHOOLS = (
    "Ada Marsh (Upper Dale) (Lab): The schools have lost a teacher since the ferry was cut, as I\n"
    "said, and nobody has asked for them to be found again, and nobody has looked, and nobody in the\n"
    "Department has asked why they were lost.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        SCHOOLS,
        "Ada Marsh (Upper Dale) (Lab):\nI am glad to speak of the harbour, as my right hon. Friend, the\n"
        "Member for Lower Ness, asked me to do when we met, which was before\nrecess.\n",
        "Ada Marsh (Upper Dale) (Lab): I would add the pilots. They have not been paid, as I\n"
        "understand it.\nMr Speaker: Order.\n",
    ],
)
def test_few_broken_lines_go_on(text: str) -> None:
    first = next(parse(text, layout="official-report").contributions())
    assert [block.text[-1] for block in first.blocks if isinstance(block, Paragraph)] == ["."]


def test_a_short_line_below_few_broken_ones_stands_by_itself() -> None:
    listed = "I name those who have looked for them since then, in the order of their merit, which is as\n"
    text = f"{SCHOOLS}\n{listed}Una Fell\nIvor Reed\n\nMr Speaker: Order.\n"
    said = turns(text, "official-report")[0][1]
    assert said.endswith("lost.\n\nI name " + listed[7:-1] + "\n\nUna Fell\n\nIvor Reed")


def test_who_rose_is_heard_where_nothing_ends_a_label() -> None:
    text = "§ Mr. Thorn I said no.\n\n§ Sir Ivor Fenn rose—\n\n§ Sir Ivor Fenn Port Ardle has a pier.\n"
    assert turns(text, "historic-site")[2] == ("Sir Ivor Fenn", "Port Ardle has a pier.")


@pytest.mark.parametrize("label", ["Sir G.TOULMAN", "Sir G. TOULMAN"])
def test_initials_glued_to_a_surname_are_none_of_it(label: str) -> None:
    text = f"{label}: I ask.\n\nMr. OAKE: No.\n\nSir G. TOULMAN: Why?\n\nCaptain W. ST.JOHN-FELL: No.\n"
    first, _, third, last = parse(text, layout="historic").contributions()
    assert first.speaker.surname == "TOULMAN"
    assert first.person is third.person
    assert last.speaker.surname == "ST.JOHN-FELL"


def test_a_page_begins_in_the_middle_of_what_one_says() -> None:
    text = (
        "1041 Harbours 14 MARCH 2012 Harbours 1042\n\n[Una Fell]\n\nquay has been shut since the storm.\n\n"
        "Mr Tomos Pugh (Lower Ness) (LD): Will she give way?\n\nUna Fell: I will.\n\n"
        "Mr Pugh: When?\n\nUna Fell: Now.\n"
    )
    assert not headings(text, "official-report")
    assert [label for label, _ in turns(text, "official-report")][1::2] == ["Una Fell"] * 2


def test_a_name_in_brackets_that_nobody_bears_stays_a_heading() -> None:
    text = "[Una Marl]\n\nMr Tomos Pugh (Lower Ness) (LD): Will she give way?\n"
    assert headings(text, "official-report") == ["[Una Marl]"]


def test_a_colon_within_the_last_bracket_of_a_label() -> None:
    text = "Nia Lloyd (Holme) (Lab): Who will?\n\nThe Minister for Coasts (Basil Thorn:) I will answer it.\n"
    transcript = parse(text, layout="official-report")
    assert [c.text for c in transcript.contributions()] == ["Who will?", "I will answer it."]
    assert "uneven-brackets" in {problem.code for problem in transcript.problems}


@pytest.mark.parametrize("label", ["**12. Mr. Gerald Oake**", "12. **Mr. Gerald Oake**"])
def test_what_is_told_in_markdown_has_no_colon(label: str) -> None:
    text = (
        "## FERRIES (FARES)\n\nHC Deb 02 May 1972 vol 836 cc201-2\n\n"
        f"{label} asked the Minister for Coasts what is the fare.\n\n**Mr. Thorn:** Nine shillings.\n"
    )
    assert headings(text, "markdown") == ["FERRIES (FARES)"]
    first, second = parse(text, layout="markdown").contributions()
    assert (first.speaker.label, first.question_number, first.kind) == ("Mr. Gerald Oake", "12", "question")
    assert first.text == "asked the Minister for Coasts what is the fare."
    assert second.kind == "answer"


@pytest.mark.parametrize(
    "office",
    [
        "Speaker of the House of Commons",
        "Deputy Speaker and Chair of Ways and Means",
        "Deputy Speaker (First Deputy Chairman of Ways and Means)",
        "Lord Speaker",
    ],
)
def test_who_presides_by_what_stands_beside_the_name(office: str) -> None:
    text = f"Photo of Ada Marsh Ada Marsh {office}\n\nI will now suspend the House.\n"
    (turn,) = parse(text, layout="theyworkforyou").contributions()
    assert (turn.speaker.in_chair, turn.speaker.office, turn.kind) == (True, office, "chair")


def test_a_title_below_what_the_house_does_is_no_more_of_it() -> None:
    text = (
        "House of Lords\nThursday 11 January 2018\n11 am\n"
        "Prayers—read by the Lord Bishop of Holme.\nLighthouses\nQuestion\n11.07 am\n"
        "Lord Thorn of Holme (Con): My Lords, the lamp will be\nrelit in the spring, when a bulb is\n"
        "found of the right size.\nLord Pell (CB): My Lords, is it a screw or a bayonet, and\nwho has it?\n"
    )
    assert "Lighthouses" in headings(text, "official-report")


def test_the_noble_earl_said_is_no_label_of_another_layout() -> None:
    text = (
        "THE LIGHT DUES.\n\nHL Deb 20 June 1911 vol 8 cc1021-3\n\nTHE EARL OF UPPER DALE\n\n"
        "rose to call attention to the light dues.\n\nThe noble Earl said: My Lords, they are low.\n\n"
        "VISCOUNT PELL\n\nMy Lords, they are.\n\nTHE EARL OF UPPER DALE\n\nThen raise them.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "historic-site"
    labels = [c.speaker.label for c in transcript.contributions()]
    assert labels == ["THE EARL OF UPPER DALE", "VISCOUNT PELL", "THE EARL OF UPPER DALE"]


@pytest.mark.parametrize("label", ["MR, SPEAKER", "Mr, Speaker", "Mr, Deputy Speaker", "Mr, Chairman"])
def test_a_comma_for_the_stop_before_the_chair(label: str) -> None:
    text = f"MR. OAKE: I ask.\n\n{label}: Order, order!\n\nMR. OAKE: I ask again.\n"
    assert [c.speaker.in_chair for c in parse(text, layout="historic").contributions()] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Lords amendment No. 15 agreed to.",
        "Lords amendments Nos. 5 and 6 agreed to.",
        "As amended (in the Standing Committee), considered.",
        "As amended, further considered.",
        "Not amended (in the Standing Committee), considered.",
    ],
)
def test_what_the_house_does_on_amendments(line: str) -> None:
    text = f"Harbours Bill\n\n{line}\n\nMr. Oake: I beg to move.\n"
    assert [row["type"] for row in rows(parse(text, layout="official-report"))] == [
        "heading",
        "procedure",
        "contribution",
    ]


def test_a_minister_answers_in_a_few_words() -> None:
    text = (
        "Lighthouses\n\nLord Thorn of Holme asked Her Majesty's Government:\n\nWhat plans they have.\n\n"
        "The Parliamentary Under-Secretary of State (Baroness Marsh of Dale): My Lords, none.\n\n"
        "Lord Thorn of Holme: My Lords, is she aware that two boats have been lost without the lamp?\n\n"
        "Baroness Marsh of Dale: My Lords, I am aware of one of them.\n"
    )
    assert kinds(text, "official-report") == ["question", "answer", "supplementary", "answer"]
