"""Containers as other people's files have them: what the markup says and was lost."""

from __future__ import annotations

import json

import pytest

from hansardparse import Transcript, parse_bytes, rows


def parse(data: str) -> Transcript:
    return parse_bytes(data.encode())


def _turns(found: Transcript) -> list[tuple[str, ...]]:
    """Each turn: its label, and the words of its blocks."""
    return [(c.speaker.label or "", *(b.text for b in c.blocks)) for c in found.contributions()]


def _others(found: Transcript) -> list[str]:
    """The words of all that is no turn, in order."""
    return [str(row["text"]) for row in rows(found) if row["type"] != "contribution"]


SGML_AS_XML = """<?xml version="1.0" encoding="UTF-8"?>
<root><body><hansard chamber="Reps" date="3/2/1994" page="12" parliament.no="37"><chamber.xscript>
<debate page="13"><title>SEA WALLS</title><speech nameid="K5D"><talk.start><talker>
<name nameid="K5D">Mrs MARSH</name>
</talker><para in-line="1">&#8212;The wall is old.</para></talk.start>
<para><emphasis font-weight="BOLD">Mr DEPUTY SPEAKER (Mr Oake)</emphasis>&#8212;Order!
It is late.</para></speech>
</debate></chamber.xscript></hansard></body></root>"""


def test_the_sgml_of_australia_in_small_letters_is_no_volume() -> None:
    found = parse(SGML_AS_XML)
    assert (found.container, found.house) == ("aph-sgml", "House of Representatives")
    assert _turns(found) == [
        ("Mrs MARSH", "The wall is old."),
        ("Mr DEPUTY SPEAKER (Mr Oake)", "Order! It is late."),
    ]


APH = """<hansard><session.header>
<date>2004-02-03</date><chamber>REPS</chamber></session.header><chamber.xscript>
<business.start><day.start>2004-02-03</day.start><para>
<inline font-weight="bold">The SPEAKER (Mr Oake)</inline> took the chair at 9.00 a.m.</para>
</business.start>
<debate><debateinfo><title>QUESTIONS</title></debateinfo>
<question><talk.start><talker><name role="display">Mrs MARSH</name><name.id>K5D</name.id></talker>
<para>—How old is the wall?</para></talk.start></question>
<interjection><talk.start><talker><name role="display">Mr Reed</name><name.id>K7</name.id></talker>
<para>—It is as old as I am.</para></talk.start></interjection>
<answer><talk.start><talker><name role="display">Ms FELL</name><name.id>K6</name.id></talker>
<para>—It is 40 years old.</para></talk.start><para>The list is:</para>
<quote><para><inline font-weight="bold">Stones</inline>—40 of them.</para></quote>
<para><inline font-weight="bold">Honourable members</inline>—Hear, hear!</para></answer></debate>
<division><division.header><time.stamp>11:01:00</time.stamp><para>The House divided.</para></division.header>
<para>(The Speaker—Mr Oake)</para><division.data><ayes><num.votes>1</num.votes><title>AYES</title><names>
<name>Marsh, A.</name></names></ayes></division.data><para>* denotes teller</para></division>
</chamber.xscript></hansard>"""


def test_a_name_in_bold_begins_a_turn_where_no_element_does() -> None:
    found = parse(APH)
    assert _turns(found)[2:] == [
        ("Ms FELL", "It is 40 years old.", "The list is:", "Stones—40 of them."),
        ("Honourable members", "Hear, hear!"),
    ]


def test_what_is_marked_as_an_interjection_answers_no_question() -> None:
    kinds = [c.kind for c in parse(APH).contributions()]
    assert kinds[:3] == ["question", "intervention", "answer"]


def test_the_house_the_day_and_a_division_of_australia() -> None:
    found = parse(APH)
    assert (found.house, str(found.date)) == ("House of Representatives", "2004-02-03")
    assert _others(found).count("2004-02-03") == 0  # the day begins with it once more
    assert "(The Speaker—Mr Oake)" in _others(found)
    assert [division.time for division in found.divisions()] == ["11:01"]


def test_blank_lines_part_the_paragraphs_of_an_answer_of_the_api() -> None:
    item = {
        "ItemType": "Contribution",
        "MemberId": 12,
        "AttributedTo": "Ada Marsh (Upper Dale) (Lab)",
        "Value": "The wall is old.\r\n\r\nIt must be mended.",
        "HRSTag": "hs_Para",
    }
    table = item | {"Value": "<table><tr><td>Stones</td>\n\n<td>40</td></tr></table>"}
    overview = {"Title": "Sea Wall", "ExtId": "a", "Location": "Commons Chamber"}
    found = parse(json.dumps({"Overview": overview, "Items": [item, table]}))
    assert [turn[1:] for turn in _turns(found)] == [
        ("The wall is old.", "It must be mended."),
        ("Stones\t40",),
    ]


def test_a_division_of_the_api_says_of_which_house_it_is() -> None:
    division = {"DebateSection": "Sea Wall Bill", "House": "Commons", "Date": "2026-01-20T16:12:00"}
    found = parse(json.dumps([division | {"AyeMembers": [], "NoeMembers": [], "AyesCount": 0}]))
    assert found.house == "Commons"


def test_who_asks_and_answers_may_be_told_by_numbers_alone() -> None:
    question = {
        "id": 7,
        "askingMemberId": 4000,
        "askingMember": None,
        "house": "Lords",
        "dateTabled": "2024-02-05T00:00:00",
        "uin": "HL12",
        "questionText": "To ask His Majesty's Government how old the wall is.",
        "answeringBodyName": "Department for Coasts",
        "answeringMemberId": 4001,
        "answeringMember": None,
        "answerText": "<p>It is 40 years old.</p><p>It leaks.</p>",
        "heading": "Sea Wall",
    }
    found = parse(json.dumps({"results": [{"value": question}]}))
    turns = [(c.kind, c.speaker.label, c.speaker.identifiers, len(c.blocks)) for c in found.contributions()]
    assert turns == [
        ("question", None, ("uk.parliament:4000",), 1),
        ("answer", None, ("uk.parliament:4001",), 2),
    ]
    assert found.house == "Lords"


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader><fileDesc><titleStmt>
<title>Sittings</title></titleStmt><publicationStmt><p>Free.</p></publicationStmt></fileDesc><profileDesc><settingDesc><setting>
<date when="2022-02-03"/></setting></settingDesc></profileDesc></teiHeader><text><body>
<div>{body}</div></body></text></TEI>"""


def test_who_speaks_may_stand_within_the_utterance_and_paragraphs_outside() -> None:
    body = (
        "<p>The House met at 10 a.m.</p>"
        '<u who="#ada"><note type="speaker">Mrs. Ada Marsh:</note><seg>The wall is old.</seg></u>'
        '<note type="summary">(Applause)</note><u who="#chair"><note type="speaker">The Speaker:</note>'
        "<p>Order!</p></u><p>AYES: <persName>Mr. Oake,</persName> etc.</p>"
    )
    found = parse(TEI.format(id="a", body=body))
    assert _turns(found) == [("Mrs. Ada Marsh", "The wall is old."), ("The Speaker", "Order!")]
    assert _others(found) == ["The House met at 10 a.m.", "(Applause)", "AYES: Mr. Oake, etc."]


def test_who_is_named_once_has_that_name_again() -> None:
    body = (
        '<note type="speaker">Präsident Mag. Tam Dun:</note><u who="#PAD_1"><seg>Bitte.</seg></u>'
        '<note type="speaker">Abgeordnete Ada Marsh (XYZ):</note><u who="#PAD_2"><seg>Danke.</seg></u>'
        '<u who="#PAD_1"><seg>Wir stimmen ab.</seg></u>'
    )
    assert _turns(parse(TEI.format(id="ParlaMint-AT_2022-02-03", body=body)))[2] == (
        "Präsident Mag. Tam Dun",
        "Wir stimmen ab.",
    )


@pytest.mark.parametrize(("ending", "house"), [("-lords", "Lords"), ("", None), ("-55-ic2", None)])
def test_the_house_is_in_the_id_of_a_sitting(ending: str, house: str | None) -> None:
    body = '<u who="#AdaMarsh"><seg>The wall is old.</seg></u>'
    assert parse(TEI.format(id=f"ParlaMint-GB_2022-02-03{ending}", body=body)).house == house


AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="hansard"><meta>
<identification source="#x"><FRBRWork><FRBRthis value="x"/><FRBRuri value="{iri}"/>
<FRBRcountry value="{country}"/></FRBRWork></identification></meta><debateBody>{body}</debateBody>
<conclusions><p>Rose at 4 p.m.</p></conclusions></debate>
</akomaNtoso>"""


def _akn(body: str, iri: str = "/akn/ie/other/7", country: str = "ie") -> Transcript:
    return parse(AKN.format(body=body, iri=iri, country=country))


def test_the_place_and_the_day_of_a_sitting_are_in_its_iri() -> None:
    speech = (
        '<debateSection name="debate"><speech by="#ada"><from>Deputy Ada Marsh</from><p>Yes.</p></speech>'
    )
    found = _akn(f"{speech}</debateSection>", "/akn/ie/debateRecord/dail/2015-02-03/writtens")
    assert (found.house, str(found.date)) == ("Dáil", "2015-02-03")
    assert _others(found)[-1] == "Rose at 4 p.m."  # behind the body
    timed = speech.replace("<p>", '<p><recordedTime time="2015-02-04T10:40:00"/>')
    assert str(_akn(f"{timed}</debateSection>").date) == "2015-02-04"


def test_when_the_house_met_may_stand_before_the_body() -> None:
    preface = (
        '<preface><p>REPORT</p><p>The House met at <recordedTime time="2015-02-04T09:30:00"/>9.30 a.m.</p>'
    )
    data = AKN.format(body="<speech><from>Mr Oake</from><p>Yes.</p></speech>", iri="", country="ie")
    found = parse(data.replace("<debateBody>", f"{preface}</preface><debateBody>"))
    assert _others(found)[0] == "The House met at 9.30 a.m."


def test_a_number_stands_before_its_heading_or_before_who_asks() -> None:
    found = _akn(
        "<rollCall><num>I.</num><heading>ASISTENCIA</heading><p>Dun, Tam</p></rollCall>"
        "<prayers><num>II.</num>"
        '<speech by="#ada"><from>El señor DUN.-</from><p>Se abre la sesión.</p></speech></prayers>'
        '<questions><num>*19.</num><heading>WALLS</heading><question by="#ada"><from>Ms Marsh</from>'
        "<p>To ask the Minister how old the wall is.</p></question></questions>"
    )
    assert [row["text"] for row in rows(found) if row["type"] == "heading"] == [
        "I. ASISTENCIA",
        "II.",
        "WALLS",
    ]
    assert [(c.speaker.label, c.question_number) for c in found.contributions()] == [
        ("El señor DUN", None),
        ("Ms Marsh", "19"),
    ]


def test_who_speaks_during_a_division_is_no_voter() -> None:
    found = _akn(
        '<debateSection name="division"><heading>DIVISION</heading><debateSection name="division">'
        '<speech by="#chair"><from>The Speaker:</from><p>Order! Fifteen minutes are over.</p></speech>'
        "</debateSection></debateSection>"
    )
    assert _turns(found) == [("The Speaker", "Order! Fifteen minutes are over.")]


SITTING = """<html><head><meta name="Sit_Date" content="1957-02-05"></head><body>
<table border="1"><tr><td><table><tr><td>Volume No:</td><td>3</td></tr></table></td></tr></table>
<br><b>Column: 12</b><br>
<div align="center"><h4>ORAL ANSWERS TO QUESTIONS</h4></div><div align="center"><b>SEA WALL</b></div>
<br><!-- Mrs Marsh -->&nbsp;&nbsp;1. <b>Mrs Ada Marsh</b> asked the Minister for
Coasts how old the wall is.<br><br>&nbsp;&nbsp;The Minister for Coasts (Mr Tam Dun): It is old. There
<br><br><b>Column: 13</b><br><br>are: 40 stones.<br>&nbsp;&nbsp;It leaks: all of it.
<P>&nbsp;&nbsp;<B>Mr Tam Dun:</B> It was mended.<p><I>Stones</I></p>
<p>&nbsp;They are grey.</p></body></html>"""


@pytest.mark.parametrize("key", ["htmlFullContent", "htmlContent"])
def test_singapore_before_2012_is_a_page_whose_blocks_are_as_they_look(key: str) -> None:
    found = parse(json.dumps({"memberId": None, "title": None, key: SITTING}))
    assert (found.container, found.parliament, str(found.date)) == ("sprs", "sg", "1957-02-05")
    assert _turns(found) == [
        ("Mrs Ada Marsh", "1.", "asked the Minister for Coasts how old the wall is."),
        ("The Minister for Coasts (Mr Tam Dun)", "It is old. There are: 40 stones.", "It leaks: all of it."),
        ("Mr Tam Dun", "It was mended."),
        ("Mr Tam Dun", "They are grey."),
    ]
    headings = [row["text"] for row in rows(found) if row["type"] == "heading"]
    assert headings == ["ORAL ANSWERS TO QUESTIONS", "SEA WALL", "Stones"]
