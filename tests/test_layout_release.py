"""Releases: items with what they print about themselves, and who is quoted where."""

from __future__ import annotations

import datetime
import json

import pytest
from conftest import ROOT

from hansardparse import Contribution, Section, parse
from hansardparse.nodes import Heading, ListItem, Paragraph, ReleaseMark, UpdateMark
from hansardparse.parliaments import profile
from hansardparse.speakers.attributions import who

CORPUS = ROOT.parent / "shared" / "corpus"
HERE = (CORPUS / "uk-seeds").is_dir()
LABELS = [json.loads(line) for line in (ROOT / "tests" / "labels" / "quotations.jsonl").open()]


def release(body: str) -> Section:
    text = f"New lighthouse for Port Ardle\n\nPress release\n\nWork begins today.\n\n{body}\n"
    (section,) = parse(text, layout="release").sections()
    return section


def quotations(body: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in release(body).contributions()]


def test_what_a_collected_release_prints_about_itself() -> None:
    text = (
        "  • PRESS RELEASE : Harbour dues held [May 2024]\n\n"
        "    PRESS RELEASE : Harbour dues held [May 2024]\n\n"
        "    The press release issued by the Department for Harbours on 21 May 2024.\n\n"
        "    Dues will not rise.\n\n    They have not risen since 2019.\n"
    )
    (section,) = parse(text).sections()
    assert section.kind == "release"
    assert (section.heading, section.release_kind) == ("Harbour dues held", "press_release")
    assert (section.department, section.date) == ("Department for Harbours", datetime.date(2024, 5, 21))
    assert (section.month, section.summary) == ("2024-05", "Dues will not rise.")


def test_the_first_and_the_last_date_of_a_page() -> None:
    section = release(
        "Published 14 March 2021\n\nLast updated 16 March 2021\n\n1. 16 March 2021\n\nA word added."
    )
    assert (section.date, section.updated) == (datetime.date(2021, 3, 14), datetime.date(2021, 3, 16))
    assert [u.note for u in section.items if type(u) is UpdateMark] == [None, "A word added."]


@pytest.mark.parametrize(
    ("label", "name", "office"),
    [
        ("Harbours Secretary Ada Marsh", "Ada Marsh", "Harbours Secretary"),
        ("Harbours Secretary, Ada Marsh", "Ada Marsh", "Harbours Secretary"),
        (
            "Ada Marsh, Director of Lights at the Lights Trust",
            "Ada Marsh",
            "Director of Lights at the Lights Trust",
        ),
        (
            "Minister for Piers, Lights and Walls, Gerald Oake",
            "Gerald Oake",
            "Minister for Piers, Lights and Walls",
        ),
        ("Minister for Piers Gerald Oake", "Gerald Oake", "Minister for Piers"),
        ("Minister for Piers and Inland Harbours", None, "Minister for Piers and Inland Harbours"),
        ("Foreign Secretary Lord Fell of Upper Dale", "Lord Fell of Upper Dale", "Foreign Secretary"),
        ("Sir Gerald Oake KC, Chair of the Trust", "Gerald Oake", "Chair of the Trust"),
        ("the Prime Minister", None, "the Prime Minister"),
        ("A Downing Street spokesperson", None, "A Downing Street spokesperson"),
        ("Senior Captain Ivo Van Dael", "Ivo Van Dael", "Senior Captain"),
        ("Port Ardle Harbour Master Gerald Oake", "Gerald Oake", "Port Ardle Harbour Master"),
        ("The report", None, None),
    ],
)
def test_who_is_named_in_an_attribution(label: str, name: str | None, office: str | None) -> None:
    found = who(label, profile("uk"))
    assert (" ".join(filter(None, (found.forenames, found.surname))) or None, found.office) == (name, office)


def test_a_rank_stands_beside_an_office() -> None:
    found = who("Coastguard Lead for the North, Chief Officer Lindis Hale", profile("uk"))
    assert (found.honorific, found.office) == ("Chief Officer", "Coastguard Lead for the North")


def test_a_circumstance_before_the_speaker_is_no_part_of_the_label() -> None:
    assert quotations("Ahead of the opening the Harbours Secretary said:\n\nI am glad.") == [
        ("the Harbours Secretary", "I am glad.")
    ]


def test_a_quotation_ends_where_the_release_speaks_again() -> None:
    body = (
        "Harbours Secretary Ada Marsh said:\n\nThis light will save lives.\n\nThe sea is dark.\n\n"
        "We will light it.\n\nThe government has built six towers.\n\nWe have more to build."
    )
    section = release(body)
    (one,) = section.contributions()
    assert one.kind == "quotation"
    assert one.text == "This light will save lives.\n\nThe sea is dark.\n\nWe will light it."
    problems = parse("Port Ardle is lit\n\nPress release\n\nIt is.\n\n" + body, layout="release").problems
    assert [p.code for p in problems] == ["inferred-end"]


def test_a_quotation_ends_at_the_next_one() -> None:
    body = "Harbours Secretary Ada Marsh said:\n\nI am glad.\n\nDr Ivo Dael said:\n\nSo am I."
    assert quotations(body) == [("Harbours Secretary Ada Marsh", "I am glad."), ("Dr Ivo Dael", "So am I.")]


def test_quotation_marks_decide_where_they_are_printed() -> None:
    body = (
        "Ada Marsh, the Harbours Secretary, said:\n\n“It is lit.\n\n"
        "“The sea is bright.”\n\nWe are told that it rained."
    )
    assert quotations(body) == [("Ada Marsh, the Harbours Secretary", "“It is lit.\n\n“The sea is bright.”")]


def test_label_and_words_on_one_line() -> None:
    assert quotations("The Harbours Secretary said: “The light of Port Ardle burns again.”") == [
        ("The Harbours Secretary", "“The light of Port Ardle burns again.”")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The Rt Hon Gerald Oake MP, Minister for Piers, attended the opening.",
        "The Harbours Secretary has announced that six towers will be built.",
        "Harbours Secretary Ada Marsh said that six towers will be built.",
        "The new fund will pay for:\n\n- lamps\n- piers",
        "Harbours Secretary Ada Marsh said:\n\n- lamps\n- piers",
        "Towers will be built at the following places:\n\nPort Ardle has the first of them.",
    ],
)
def test_no_quotation_is_made_of_what_is_none(line: str) -> None:
    assert quotations(line + "\n\nThe work is done.") == []


def test_a_sentence_of_narrative_may_say_who_speaks() -> None:
    body = "The towers are high. Minister Oake described the work:\n\nWe began with the lamp."
    section = release(body)
    assert [(c.speaker.label, c.text) for c in section.contributions()] == [
        ("Minister Oake", "We began with the lamp.")
    ]
    assert "The towers are high." in [i.text for i in section.items if type(i) is Paragraph]


def test_the_person_named_nearby_is_inferred_only() -> None:
    text = (
        "A light for Port Ardle\n\nPress release\n\nPrime Minister Tobias Fell opened it.\n\n"
        "The lamp is new.\n\nThe Prime Minister said:\n\nI am glad.\n"
    )
    (one,) = parse(text, layout="release").contributions()
    assert (one.speaker.surname, one.person.name, one.rules["person"]) == (
        None,
        "Tobias Fell",
        "named-nearby",
    )
    (bare,) = parse(text, layout="release", resolve=False).contributions()
    assert bare.name is None


def test_a_speech_as_delivered_is_one_contribution() -> None:
    text = (
        "Harbours Secretary’s speech at Port Ardle\n\nGood morning.\n\n"
        "As my father said:\n\nKeep the light.\n\n- And the lamp.\n"
    )
    transcript = parse(text)
    (one,) = transcript.contributions()
    assert transcript.layout == "release"
    assert (one.kind, one.office, one.occasion) == ("speech", "Harbours Secretary", "at Port Ardle")
    assert one.text == "Good morning.\n\nAs my father said:\n\nKeep the light.\n\n- And the lamp."


def test_a_statement_to_parliament_is_its_makers_and_each_part_with_a_title_is_a_section() -> None:
    text = (ROOT / "samples" / "release" / "statement-to-parliament.txt").read_text(encoding="utf-8")
    text = text.replace("We shall begin", "The works this summer\n\nWe shall begin")
    for said in (text, text.replace("Ada Marsh MP", "The Rt Hon Ada Marsh MP", 1)):
        told = parse(said)
        assert told.layout == "release"
        turns = list(told.contributions())
        assert [t.kind for t in turns] == ["statement"] * 2
        assert {t.speaker.surname for t in turns} == {"Marsh"}
        assert turns[-1].text.endswith("I commend this statement to the House.")
        (statement,) = [s for s in told.sections() if s.level == 1]
        assert (statement.date, statement.heading) == (
            datetime.date(2024, 3, 5),
            "Repair of the harbour walls",
        )
        assert [s.heading for s in told.sections() if s.level == 2] == ["The works this summer"]


@pytest.mark.parametrize(
    ("sender", "minister", "department"),
    [
        ("Ministry of Coasts and Sir Gerald Oake KC MP", "Sir Gerald Oake KC MP", "Ministry of Coasts"),
        (
            "Department for Coasts, Peat and Moors and Ada Marsh MP",
            "Ada Marsh MP",
            "Department for Coasts, Peat and Moors",
        ),
        ("Home Office and Baroness Marsh of Port Ardle", "Baroness Marsh of Port Ardle", "Home Office"),
        ("The Rt Hon Ada Marsh MP", "The Rt Hon Ada Marsh MP", ""),
    ],
)
def test_the_minister_of_a_page_stands_behind_the_department(
    sender: str, minister: str, department: str
) -> None:
    told = parse(
        f"Speech\n\nThe light at Ness\n\nFrom:\n\n{sender}\n\nPublished\n\n6 March 2024\n\n"
        "Delivered on:\n\n5 March 2024\n\nThank you all. It is good to be in Ness.\n",
        layout="release",
    )
    (turn,) = told.contributions()
    (section,) = told.sections()
    assert (turn.speaker.label, section.department or "") == (minister, department)


def test_the_maker_of_a_speech_is_printed_below_its_title() -> None:
    text = (
        "  • Ada Marsh – 2024 Speech on Piers\n\n    Ada Marsh – 2024 Speech on Piers\n\n"
        "    The text of the speech made by Ada Marsh, the Harbours Secretary, in Port Ardle "
        "on 1 May 2024.\n\n"
        "    It is good to be home.\n"
    )
    (section,) = parse(text).sections()
    (one,) = section.contributions()
    assert (one.name, one.office, one.occasion) == ("Ada Marsh", "the Harbours Secretary", "in Port Ardle")
    assert (section.date, section.department) == (datetime.date(2024, 5, 1), None)


def test_a_paragraph_cut_by_a_page_is_whole_again() -> None:
    section = release("The pier was paid for by\n\nthe harbour of Port Ardle.")
    assert section.items[-1].text == "The pier was paid for by the harbour of Port Ardle."


def test_a_title_that_is_a_link_cut_in_two() -> None:
    text = (
        "Port Ardle\n\nPress release\n\nIt is.\n\n"
        "[**Advice about the**](#)\n\nclosing of a pier\n\nPublished 14 March 2021\n"
    )
    last = list(parse(text, layout="release").sections())[-1]
    assert last.heading == "Advice about the closing of a pier"
    assert type(last.items[0]) is Heading and len(last.items[0].inlines) == 4


def test_a_list_is_a_list() -> None:
    items = [i for i in release("It will have:\n\n• a lamp\n• a keeper").items if type(i) is ListItem]
    assert [(i.marker, i.text) for i in items] == [("•", "• a lamp"), ("•", "• a keeper")]


def test_what_stands_below_a_part_of_a_speech_without_a_title_is_kept() -> None:
    text = (
        "Dues of small harbours will not rise this year.\nAda Marsh – 2024 Speech on Lighthouses\n"
        "Dues of small harbours will not rise this year.\nOral statement to Parliament\n"
    )
    *_, last = parse(text, layout="release").items
    assert type(last) is ReleaseMark and last.text == "Oral statement to Parliament"


@pytest.mark.parametrize(
    "text", ["", "A line.", "A line:\n\nAnother: line.", "I said:\n\nNo.", "Lamps\n\n- one\n- two"]
)
def test_a_release_is_never_the_fallback(text: str) -> None:
    assert parse(text).layout != "release"


@pytest.mark.skipif(not HERE, reason="the corpus is not here")
@pytest.mark.parametrize("name", sorted({label["file"] for label in LABELS}))
def test_the_real_pages_are_as_they_were_labelled(name: str) -> None:
    text = (CORPUS / "uk-seeds" / name).read_text(encoding="utf-8")
    transcript = parse(text)
    assert transcript.layout == "release"

    def line(offset: int) -> int:
        return text.count("\n", 0, offset) + 1

    items = [
        (line(s.start), line(s.end), s.release_kind, s.department, s.date and str(s.date))
        for s in transcript.sections()
    ]
    assert items == [
        (x["line"], x["end"], x["kind"], x["department"], x["date"])
        for x in LABELS
        if x["file"] == name and x["what"] == "item"
    ]
    found = {(line(c.blocks[0].start), line(c.blocks[-1].end)) for c in transcript.contributions()}
    assert found == {
        (x["first"], x["last"]) for x in LABELS if x["file"] == name and x["what"] == "quotation"
    }
    assert all(type(c) is Contribution for c in transcript.contributions())
