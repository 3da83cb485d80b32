"""The layouts download, webpage and theyworkforyou: both sides of what each of their terminals takes."""

from __future__ import annotations

from typing import Any

import pytest

from hansardparse import parse
from hansardparse.layouts.detect import detect
from hansardparse.model.nodes import (
    ColumnMark,
    Contribution,
    DateMark,
    Division,
    Furniture,
    Heading,
    Line,
    TimeMark,
    VenueMark,
    leaves,
)

SHARE = "Share this specific contribution"


def contributions(text: str, layout: str) -> list[Contribution]:
    return list(parse(text, layout=layout, resolve=False).contributions())


def marks(text: str, layout: str, kind: type[Any]) -> list[Any]:
    return [
        leaf
        for item in parse(text, layout=layout).items
        for leaf in (tuple(leaves(item)) or (item,))
        if type(leaf) is kind
    ]


# --- which layout ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("download", "Ferry Fares\n\nTam Ellery (Upper Dale) (Lab)\nThe fare has risen.\n\nI regret it.\n"),
        ("webpage", f"Ferry Fares\n\nTam Ellery\n(Upper Dale) (Lab)\n{SHARE}\n\nThe fare has risen.\n"),
        ("webpage", "Ferry Fares\n\nVolume 669: debated on Tuesday 17 December 2019\n\nThe fare.\n"),
        ("theyworkforyou", "Photo of Tam Ellery Tam Ellery Labour, Upper Dale\n\nThe fare has risen.\n"),
        ("theyworkforyou", "– in the House of Commons at 2:30 pm on 14th December 2020.\n\nThe fare.\n"),
    ],
)
def test_a_layout_is_known_by_its_own_lines(layout: str, text: str) -> None:
    found, sure = detect(text)
    assert found is not None
    assert (found.name, sure) == (layout, 1.0)


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("download", "Ferry Fares\n\n15:37:00\n\nIt is late.\n"),
        ("webpage", "Skip to main content\n\nApply for a lamp\n\nYou can apply by post.\n"),
        ("webpage", "Skip to main content"),
    ],
)
def test_a_line_of_a_site_where_nobody_speaks_tells_no_layout_for_sure(layout: str, text: str) -> None:
    found, sure = detect(text)
    assert found is not None
    assert (found.name, sure) == (layout, 0.3)
    assert [p.code for p in parse(text).problems][:1] == ["uncertain-layout"]


def test_a_mixed_text_is_taken_for_what_it_has_most_of_and_less_surely() -> None:
    page = f"Tam Ellery\n{SHARE}\n\nThe fare has risen.\n\n"
    found, sure = detect(page * 3 + "Photo of Tam Ellery Tam Ellery\n\nIt has.\n")
    assert found is not None and found.name == "webpage"
    assert 0.5 < sure < 1


def test_prose_is_in_no_layout() -> None:
    assert detect("The ferry was late again.\n\nNobody minded: the sun shone\non the pier.\n") == (None, 0.0)


# --- labels ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "label",
    [
        "Tam Ellery",
        "Mr. Hugh de Lacey (Richmond (Dale)) (Con)",
        "The Minister for Coasts, Harbours and the Sea (Hilda Varrow)",
        "Sir Tam Ellery (Dale & Esk) (Lab/Co-op) [V]",
        "Several hon. Members",
    ],
)
def test_a_label_of_the_download_is_glued_to_its_words(label: str) -> None:
    (one,) = contributions(f"Ferries\n\n{label}\nNo.\n", "download")
    assert (one.speaker.label, one.text) == (label, "No.")


@pytest.mark.parametrize(
    "lines",
    [
        "Tam Ellery\n\nNo.",  # a blank line between
        "Tam Ellery said\nNo.",  # a word without its capital
        "Tam Ellery.\nNo.",
        "Committee (2nd Day)\nNo.",
        "Harbour (Dues) Bill\nNo.",
    ],
)
def test_other_lines_are_no_label_of_the_download(lines: str) -> None:
    assert contributions(f"{lines}\n", "download") == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_label_of_the_page_has_what_is_in_brackets_on_lines_of_its_own(gap: str) -> None:
    *_, one = contributions(
        f"I said so.\n\nTam Ellery{gap}(Upper Dale) (Lab){gap}{SHARE}\n\nNo.\n", "webpage"
    )
    assert one.speaker.name == "Tam Ellery"
    assert (str(one.constituency), str(one.party), one.text) == ("Upper Dale", "Lab", "No.")


@pytest.mark.parametrize(
    ("position", "party", "seat", "office"),
    [
        ("Labour, Upper Dale", "Labour", "Upper Dale", None),
        ("Liberal Democrat, Dale, Esk & Thornby", "Liberal Democrat", "Dale, Esk & Thornby", None),
        ("Crossbench", "Crossbench", None, None),
        ("SPK, Westmarsh", "SPK", "Westmarsh", None),
        (
            "The Minister for Coasts, Harbours and Ferries",
            None,
            None,
            "The Minister for Coasts, Harbours and Ferries",
        ),
        ("Labour Whip", None, None, "Labour Whip"),
    ],
)
@pytest.mark.parametrize(
    "form", ["Photo of Tam Ellery Tam Ellery {}", "Tam Ellery\n{}\n9:25 am,\n1 May 2024"]
)
def test_a_position_is_a_party_with_a_seat_or_an_office(
    form: str, position: str, party: str | None, seat: str | None, office: str | None
) -> None:
    (one,) = contributions(f"{form.format(position)}\n\nNo.\n", "theyworkforyou")
    speaker = one.speaker
    assert (speaker.label, one.text) == ("Tam Ellery", "No.")
    assert [x and str(x) for x in (speaker.party, speaker.constituency, speaker.office)] == [
        party,
        seat,
        office,
    ]


def test_a_first_paragraph_is_no_position() -> None:
    (one,) = contributions("Photo of Tam Ellery Tam Ellery\n\nThe hon. Lady is right.\n", "theyworkforyou")
    assert one.text == "The hon. Lady is right."


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("download", "Several hon. Members\nrose—\n"),
        ("webpage", f"Several hon. Members\n{SHARE}\n\nrose—\n"),
        ("theyworkforyou", "Photo of Several hon. Members Several hon. Members\n\nrose—\n"),
    ],
)
def test_members_who_rise_say_nothing(layout: str, text: str) -> None:
    (one,) = contributions(text, layout)
    assert (one.kind, one.text, type(one.blocks[-1])) == ("gesture", "", Line)


# --- times and columns -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("15:37:00", "15:37"),
        ("00:00:00", "00:00"),
        ("23:59:00", "23:59"),
        ("24:00:00", None),
        ("15:60:00", None),
        ("017:45:00", None),
        ("4 15 pm", "16:15"),
        ("12.15 am", "00:15"),
        ("12 noon", "12:00"),
        ("1pm", "13:00"),
        ("13.15 pm", None),
    ],
)
def test_a_time_is_on_the_clock_or_reported(line: str, time: str | None) -> None:
    transcript = parse(f"{line}\n", layout="download")
    (mark,) = transcript.items
    assert type(mark) is TimeMark
    assert (mark.text, mark.time) == (line, time)
    assert [p.code for p in transcript.problems] == ([] if time else ["impossible-time"])


@pytest.mark.parametrize("line", ["15:37:00 and later", "4 15", "at noon"])
def test_other_lines_are_no_time(line: str) -> None:
    assert marks(f"{line}\n", "download", TimeMark) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The fare is so high that nobody who lives on", "the island can pay."),
        ("It is high. " * 30 + "It is", "very high."),
    ],
)
def test_a_column_inside_a_sentence_leaves_it_whole(before: str, after: str) -> None:
    page = f"Tam Ellery\n{SHARE}\n\n{before}\n\nColumn 268is located here\n\n{after}\n"
    (one,) = contributions(page, "webpage")
    assert one.text == f"{before} {after}"
    assert [m.column for m in marks(page, "webpage", ColumnMark)] == ["268"]


def test_a_column_whose_words_are_glued_leaves_a_sentence_whole() -> None:
    text = (
        f"Ferry Fares\nTam Ellery\n(Upper Dale) (Lab)\n{SHARE}\nThe fare has risen, and the\n"
        "Toggle showing location ofColumn 827\nferry has gone.\n\n"
        "Cookie settings Accessibility statement\n"
    )
    (turn,) = contributions(text, "webpage")
    assert turn.text == "The fare has risen, and the ferry has gone."
    assert [mark.column for mark in marks(text, "webpage", ColumnMark)] == ["827"]
    assert marks(text, "webpage", Furniture)[-1].text == "Cookie settings Accessibility statement"


@pytest.mark.parametrize("layout", ["webpage", "theyworkforyou"])
def test_a_line_with_a_blank_before_its_small_letter_goes_on_with_a_sentence(layout: str) -> None:
    label = {
        "webpage": f"Tam Ellery\n(Upper Dale) (Lab)\n{SHARE}\n",
        "theyworkforyou": "Photo of Tam Ellery Tam Ellery Labour, Upper Dale\n\n",
    }[layout]
    for said, times in (
        ("The fare for the\n ferry has risen.", 1),
        ("The fare for the\n\tferry has risen.", 1),
        ("The fare for the\nferry has risen.", 2),  # an item of a list, for all that is known
        ("The fare for the\n\n ferry has risen.", 2),
        ("The fare is this:\n ferry and coach.", 2),
        ("The fare has risen.\n ferry and coach.", 2),
        ("The fare for the\n Ferry of the isle.", 2),
    ):
        (turn,) = contributions(f"{label}{said}\n", layout)
        assert turn.text.count("\n\n") == times - 1, said
        assert " ".join(turn.text.split()) == " ".join(said.split())


def test_a_column_between_sentences_parts_paragraphs() -> None:
    (one,) = contributions(f"Tam Ellery\n{SHARE}\n\nNo.\n\nColumn 12WHis located here\n\nNever.\n", "webpage")
    assert one.text == "No.\n\nNever."


# --- the pages' own lines --------------------------------------------------------------------------


def test_where_and_when_stand_in_one_line() -> None:
    text = "Ferry Fares\n\n– in Westminster Hall at 9:25 am on 10th October 2024.\n"
    (section,) = parse(text, layout="theyworkforyou").items
    assert [type(i) for i in section.items] == [Heading, Furniture, VenueMark, TimeMark, DateMark]
    assert (section.venue, str(section.date)) == ("Westminster Hall", "2024-10-10")


def test_lines_of_the_site_are_furniture_and_in_no_speech() -> None:
    text = (
        f"Skip to main content\n\nTam Ellery\n{SHARE}\n\nNo.\n\nBack to top\n\nBack to topics of substance.\n"
    )
    (one,) = contributions(text, "webpage")
    assert one.text == "No.\n\nBack to topics of substance."
    assert [f.text for f in marks(text, "webpage", Furniture)] == [
        "Skip to main content",
        SHARE,
        "Back to top",
    ]


# --- divisions -------------------------------------------------------------------------------------


def test_a_division_of_the_download_has_its_day_its_time_and_its_subject() -> None:
    text = (
        "Division 2\n\n26/10/2009 18:17:00\n\nDivision on Amendment 9B\n\n"
        "Ayes: 113\nNoes: 155\n\nFerry Fares\n"
    )
    division, section = parse(text, layout="download").items
    assert type(division) is Division
    assert (division.number, str(division.date), division.time) == ("2", "2009-10-26", "18:17")
    assert (division.subject, division.totals) == ("Amendment 9B", {"aye": 113, "no": 155})
    assert section.heading == "Ferry Fares"


def test_a_total_at_the_head_of_a_list_says_how_many_names_to_expect() -> None:
    text = (
        "Division number 3\n\nAye: 3\n\nArkle, Ann\n\nTam Ellery\n\nOrla Finch\n\n"
        "No: 1\n\nCrake, Simon (Esk)\n\nFerry Fares\n"
    )
    transcript = parse(text, layout="theyworkforyou")
    division, section = transcript.items
    ayes, noes = division.groups
    assert ([v.name for v in ayes.votes], [v.name for v in ayes.tellers]) == (
        ["Arkle, Ann"],
        ["Tam Ellery", "Orla Finch"],
    )
    assert [str(v.constituency) for v in noes.votes] == ["Esk"]
    assert section.heading == "Ferry Fares"
    assert transcript.problems == ()


def test_a_list_that_is_not_as_long_as_its_total_is_reported() -> None:
    transcript = parse("Division number 3\n\nAye: 3\n\nArkle, Ann\n\nNo: 0\n", layout="theyworkforyou")
    assert [p.code for p in transcript.problems] == ["division-total"]


def test_a_comma_behind_a_party_needs_no_seat() -> None:
    transcript = parse("Photo of Ada Marsh Ada Marsh Labour,\n\nYes.\n", layout="theyworkforyou")
    (said,) = transcript.contributions()
    assert (said.name, str(said.party), said.constituency, said.text) == ("Ada Marsh", "Labour", None, "Yes.")
    assert transcript.problems == ()


def test_the_party_below_a_portrait_ends_with_its_line() -> None:
    page = "Photo of Ada Marsh Ada Marsh\nWorkers Party\nYes, it is\n\nIt has.\n"
    (said,) = parse(page, layout="theyworkforyou").contributions()
    assert (str(said.party), said.text) == ("Workers Party", "Yes, it is\n\nIt has.")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "moved", ["That the Bill be read a second time.", "9B: Clause 4, page 3, leave out line 8"]
)
@pytest.mark.parametrize("below", ["", f"{SHARE}\n\n", f"(Con)\n{SHARE}\n\n"])
def test_a_mover_below_moved_by_is_no_turn(below: str, moved: str, gap: str) -> None:
    text = (
        "Sea Walls Bill [HL]\n\nVolume 788: debated on Tuesday 16 January 2018\n\n"
        f"Moved by{gap}Baroness Marsh of Ardle\n{below}{moved}\n\n"
        f"Baroness Marsh of Ardle\n(Con)\n{SHARE}\n\nMy Lords, it is short.\n"
    )
    assert [c.text for c in contributions(text, "webpage")] == ["My Lords, it is short."]
    assert not marks(text, "webpage", Heading)[1:]


def test_a_bench_that_cries_is_a_turn() -> None:
    text = f"Ada Marsh\n(Upper Dale) (Lab)\n{SHARE}\n\nIt is old.\n\nOpposition Members\n\nWithdraw!\n"
    assert [c.text for c in contributions(text, "webpage")] == ["It is old.", "Withdraw!"]


def test_a_name_below_moved_by_with_words_of_its_own_is_a_turn() -> None:
    text = f"Sea Walls\n\nMoved by\n\nLord Oake\n{SHARE}\n\nMy Lords, I spoke in error.\n"
    assert [c.text for c in contributions(text, "webpage")] == ["My Lords, I spoke in error."]
