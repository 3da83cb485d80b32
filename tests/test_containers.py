"""Containers: each is told by its content, and its pieces come out as what its markup says they are."""

from __future__ import annotations

import csv
import gzip
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import containers as C
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansardparse import HansardError, Transcript, dumps, loads, parse, parse_bytes, rows
from hansardparse.build.given import nodes as given_nodes
from hansardparse.build.given import stretch_of
from hansardparse.build.marks import Standing
from hansardparse.model.nodes import Section, leaves
from hansardparse.parliaments import profile
from hansardparse.parsing import iter_transcripts
from hansardparse.read.containers import TABLE, of_source
from hansardparse.read.lines import Line
from hansardparse.read.opening import read_text
from hansardparse.read.source import Source


def read(data: str | bytes, **options: object) -> Transcript:
    return parse_bytes(data.encode() if isinstance(data, str) else data, **options)  # type: ignore[arg-type]


def shown(transcript: Transcript) -> list[str]:
    """Each row on a line: what it is, who speaks, the numbers of a question, the words."""
    found = []
    for row in rows(transcript):
        who = ""
        if row["type"] == "contribution":
            numbers = f"{row['question_number'] or ''} {row['uin'] or ''}"
            who = f" {row['kind']} / {row['speaker_label']} / {numbers}"
        found.append(f"{row['type']}{who} / {row['text']}")
    return found


SHOWN = {
    "publicwhip": [
        "column / Column 1",
        "heading / Sea Walls",
        "time / 11:30",
        "contribution question / Ada Marsh / 3 901234 / What steps is she taking to mend the wall?",
        "column / Column 2",
        "time / 11:31",
        "contribution answer / Una Fell /   / It will be mended.\n\nStones\t40",
        "note / The ferry was heard.",
        "contribution answer / Una Fell /   / So I beg to move.",
        "procedure / Question put and agreed to.",
        "column / Column 3",
        "time / 12:00",
        "division / Division No. 7 [12:00]\nAyes: 2\nAda Marsh\nIvor Reed (Proxy vote cast by Una Fell)\nTellers for the Ayes:\nTomos Pugh\nNoes: 1\nGerald Oake",
    ],
    "hansard-page": [
        "heading / Sea Walls",
        "heading / Port Ardle",
        "procedure / The Secretary of State was asked—",
        "contribution question / Ada Marsh (Upper Dale) (Lab) / 3 901234 / Will she mend the wall?",
        "time / 11.31am",
        "contribution answer / The Secretary of State for Coasts (Una Fell) /   / It will be mended, and soon.\n\nThe stones are bought.",
        "column / Column 826",
        "procedure / The House divided:",
        "division / Division No. 7\nAyes: 2\nNoes: 1",
        "procedure / Question accordingly agreed to.",
    ],
    "senedd": [
        "heading / Sea Walls",
        "time / 13:30",
        "contribution question / Ada Marsh /   / Will she mend the wall?",
        "time / 13:31",
        "contribution answer / Una Fell /   / It will be mended.",
    ],
    **{
        name: [
            "heading / Sea Walls",
            "time / 11.30 am",
            "contribution question / Ms Marsh / 3  / asked the Minister for Coasts about the wall.",
            "contribution answer / Ms Fell (The Minister for Coasts) /   / It will be mended.",
            "procedure / Question put and agreed to.",
        ]
        for name in ("ni-components", "ni-components-json")
    },
    "akoma-ntoso": [
        "time / 11:30",
        "heading / Sea Walls",
        "contribution question / Deputy Ada Marsh / 3  / asked the Minister about the wall.",
        "time / 11:31",
        "contribution answer / Una Fell /   / It will be mended.\n\nStones\t40",
        "note / The ferry was heard.",
        "division / The House divided: Tá, 2; Níl, 1.\nTá\nMarsh, Ada.\nReed, Ivor.\nNíl\nOake, Gerald.",
    ],
    "hansard-api": [
        "heading / Sea Walls",
        "heading / Port Ardle",
        "contribution question / Ada Marsh (Upper Dale) (Lab) / 3 901234 / Will she mend the wall?",
        "time / 11:31",
        "contribution answer / Una Fell /   / It will be mended.",
    ],
    "govuk": [
        "heading / Sea walls of Port Ardle",
        "note / Una Fell on walls.",
        "contribution statement / Una Fell MP /   / With permission, I speak of walls.",
        "heading / Stones",
        "contribution statement / Una Fell MP /   / They are bought.",
    ],
    "cre": [
        "heading / Sea walls",
        "contribution chair / Präsidentin /   / Frau Marsh.",
        "contribution speech / Ada Marsh (PPE) /   / The wall is old.\n\nMend it.",
        "procedure / (The sitting closed)",
    ],
    "sprs": [
        "heading / Sea Walls",
        "procedure / [(proc text) Debate resumed. (proc text)]",
        "time / 11.30 am",
        "contribution question / Ms Ada Marsh / 3  / asked the Minister about the wall.",
        "contribution answer / Ms Una Fell /   / It will be mended.\n\nThe stones are bought.",
        "contribution supplementary / Mr Gerald Oake (Upper Dale) /   / How many?",
    ],
    "aph": [
        "column / Page 12",
        "heading / SEA WALLS",
        "contribution question / Ms MARSH /   / Will the wall be mended?",
        "contribution answer / Ms FELL /   / It will.\n\n(a) Soon.",
        "time / 14:05",
        "procedure / The House divided.",
        "division / Division\nAYES: 1\nMarsh, A. (Teller)",
        "procedure / Question agreed to.",
    ],
    "twfy-page": [
        "heading / Sea Walls",
        "time / 11:30",
        "contribution question / Ada Marsh /  901234 / Will the wall be mended?",
        "note / The ferry was heard.",
        "contribution answer / Una Fell /   / It will.\n\nSoon.",
    ],
    "historic-page": [
        "heading / SEA WALLS.",
        "column / Column 5",
        "contribution question / Mr. Oake / 12  / asked whether the wall will be mended.",
        "contribution answer / The Minister of Coasts (Mr. Reed) /   / It is being mended.\n\nBy forty men.",
        "column / Column 6",
        "procedure / Question put, and agreed to.",
    ],
    "oireachtas-page": [
        "heading / Sea Walls",
        "procedure / Question again proposed.",
        "contribution question / Deputy Ada Marsh /   / The wall is old.\n\nMend it.",
        "contribution answer / Minister for Coasts (Deputy Una Fell) /   / It will be mended.",
    ],
    "aph-sgml": [
        "column / Page 12",
        "contribution speech / The Clerk /   / Petitions have been lodged.",
        "column / Page 13",
        "heading / SEA WALLS",
        "time / 14:48",
        "contribution speech / Mrs MARSH (Dale—Minister for Coasts) /   / The wall is old.\n\nIt must be mended.",
        "procedure / The House divided.",
        "division / Division\nAyes: 1\nMarsh, A. (Teller)",
        "procedure / Question agreed to.",
        "heading / Stones",
        "contribution question / Mrs MARSH /   / How many are there?",
        "contribution answer / Ms FELL /   / There are 40.\n\nStones\t40",
    ],
    "ourcommons": [
        "heading / Digues",
        "time / 11:30",
        "contribution speech / Mme Ada Marsh (Dale, PCC) /   / La digue est vieille.\n\nRéparez-la.",
        "contribution question / M. Gérald Chêne /   / Quand?",
        "contribution answer / Mme Ada Marsh /   / Demain.",
    ],
    "nsw": [
        "heading / Sea Walls",
        "time / 11:12",
        "contribution speech / Ms ADA MARSH (Dale ) /   / The wall: it is old, and its stones have moved by a foot in each of the last three winters, as I told this House in May, and again in September, when it rained.",
        "contribution chair / The SPEAKER /   / Order!",
    ],
    "volumes": [
        "column / Column 1",
        "heading / HOUSE OF COMMONS",
        "heading / SEA WALLS",
        "contribution question / Mr. Marsh / 3  / asked the Minister about the wall.",
        "contribution answer / The Minister (Mr. Fell) /   / It will be mended.\n\nLater—",
        "column / Column 2",
        "division / AYES\nMarsh, A.\nReed, I.\nNOES\nOake, G.",
    ],
    "questions-csv": [
        "heading / Coasts",
        "heading / Sea Walls",
        'contribution question / Ada Marsh /  292203 / To ask, whether the "wall" will be mended.',
        "contribution answer / Una Fell /   / It will.\n\nSoon.",
    ],
    "questions-json": [
        "heading / Coasts",
        "heading / Sea Walls",
        "contribution question / Ada Marsh /  292203 / To ask whether the wall will be mended.",
        "contribution answer / Una Fell /   / It will.\n\nSoon.",
    ],
    "nz": [
        "heading / Sea Walls",
        "contribution question / ADA MARSH (Dale) / 1  / to the Minister of Coasts: Will she mend it?",
        "time / 14:12",
        "contribution answer / Hon UNA FELL (Minister of Coasts) /   / I will.\n\nSoon.",
        "column / Page 11033",
        "division / A personal vote was called for.\nAyes: 2\nMarsh\nReed (Teller)",
    ],
    "parlamint": [
        "heading / Sea Walls",
        "time / 11:30",
        "contribution speech / Ms Ada Marsh (Upper Dale) (Lab) /   / Mend it. [Interruption.]\n\nSoon.",
        "note / The ferry was heard.",
    ],
    "twfy-api": [
        "heading / Sea Walls",
        "time / 11:30",
        "column / Column 1",
        "contribution speech / Ada Marsh (Labour) /   / Mend it.\n\nSoon.",
        "note / The ferry was heard.",
    ],
    "turns-json": [
        "heading / Sea Walls",
        "time / 11:30",
        "contribution speech / Ada Marsh /   / Mend it.\n\nSoon.",
        "note / (The ferry was heard.)",
        "contribution chair / Mr. Speaker /   / Order!",
        "note / A recorded vote",
        "division / Division\nAyes: 2\nAda Marsh\nUna Fell\nNoes: 1\nGerald Oake",
    ],
    "turns-csv": [
        "heading / Sea Walls",
        "contribution speech / Ada Marsh (Upper Dale) /   / Mend it; or it falls.",
        "contribution intervention / Gerald Oake (Port Ardle) /   / How?\n\nWhen?",
        "heading / Lamps",
        "contribution speech / Ada Marsh (Upper Dale) /   / No.",
        "note / The ferry was heard.",
    ],
}


@pytest.mark.parametrize("name", SHOWN)
def test_pieces_are_what_the_markup_says(name: str) -> None:
    transcript = read(C.WITH_ROLES[name])
    assert transcript.container == name
    assert transcript.layout is None
    assert transcript.confidence == 1.0
    assert shown(transcript) == SHOWN[name]
    assert not [p for p in transcript.problems if p.severity != "info"]


def test_every_container_of_the_table_has_a_test() -> None:
    texts = {"publications", "crec", "html", "pdf", "docx", "hansardparse"}
    assert {each.name for each in TABLE} == {*C.WITH_ROLES, *texts} == {*SHOWN, *texts}


@pytest.mark.parametrize("data", C.WITH_ROLES.values(), ids=C.WITH_ROLES)
def test_spans_count_in_the_text_that_is_printed(data: str) -> None:
    text = read_text(io.BytesIO(data.encode()))
    transcript = read(data)
    assert transcript.span == (0, len(text))
    end = 0
    for leaf in leaves(Section(transcript.items)):
        assert end <= leaf.span.start <= leaf.span.end, leaf
        assert not text[end : leaf.span.start].strip(), "every word is in a leaf"
        end = leaf.span.end
    assert not text[end:].strip()
    for contribution in transcript.contributions():
        span = contribution.speaker.span
        label = text[span.start : span.end]
        assert not label or (contribution.speaker.label or "") in label


@pytest.mark.parametrize("data", C.WITH_ROLES.values(), ids=C.WITH_ROLES)
def test_json_is_read_back_as_it_was_and_as_a_container(data: str) -> None:
    transcript = read(data)
    assert loads(dumps(transcript)) == transcript
    again = read(dumps(transcript))
    assert again.container == "hansardparse"
    turns = [(c.speaker.label, c.text, c.kind, c.origin) for c in transcript.contributions()]
    assert [(c.speaker.label, c.text, c.kind, c.origin) for c in again.contributions()] == turns
    assert [s.heading for s in again.sections()] == [s.heading for s in transcript.sections()]
    votes = [[(g.option, v.name) for g in d.groups for v in g.votes] for d in transcript.divisions()]
    assert [[(g.option, v.name) for g in d.groups for v in g.votes] for d in again.divisions()] == votes


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("publicwhip", ["publicwhip:person/1", "publicwhip:person/2"]),
        ("hansard-page", ["uk.parliament:11", "uk.parliament:12"]),
        ("akoma-ntoso", ["akn:/ontology/person/ada", "akn:UnaFell"]),
        ("cre", ["europarl:5", "europarl:77"]),
        ("aph", ["aph:K5D", "aph:K6"]),
        ("twfy-page", ["publicwhip:person/25001", "publicwhip:person/25002"]),
        ("aph-sgml", ["aph:10001", "aph:K5D", "aph:K6"]),
        ("nsw", ["parliament.nsw:63", "parliament.nsw:41"]),
    ],
)
def test_numbers_of_members_are_kept(name: str, numbers: list[str]) -> None:
    transcript = read(C.WITH_ROLES[name])
    assert [i for p in transcript.persons for i in p.identifiers] == numbers
    assert all(c.rules["person"] == "identifier" for c in transcript.contributions())


def test_one_number_is_one_person_whatever_the_label() -> None:
    page = C.PUBLICWHIP.replace('speakername="Ada Marsh" type', 'speakername="The Minister" type').replace(
        "person/1", "person/2"
    )
    (person,) = read(page).persons
    assert person.labels == ("The Minister", "Una Fell")


def test_an_element_is_named_as_the_origin_of_a_turn() -> None:
    first = next(read(C.PUBLICWHIP).contributions())
    assert first.origin == "uk.org.publicwhip/debate/2024-05-01a.1.1"


def test_a_division_has_names_tellers_and_proxies() -> None:
    (division,) = read(C.PUBLICWHIP).divisions()
    assert (division.number, division.time, division.totals) == ("7", "12:00", {"aye": 2, "no": 1})
    ayes, noes = division.groups
    assert [(v.name, v.proxy) for v in ayes.votes] == [("Ada Marsh", None), ("Ivor Reed", "Una Fell")]
    assert [v.name for v in ayes.tellers] == ["Tomos Pugh"]
    assert [v.name for v in noes.votes] == ["Gerald Oake"]
    (irish,) = read(C.AKOMA_NTOSO.replace('value="gb"', 'value="ie"')).divisions()
    assert irish.totals == {"aye": 2, "no": 1}
    assert [(g.option, g.heading, [v.name for v in g.votes]) for g in irish.groups] == [
        ("aye", "Tá", ["Marsh, Ada", "Reed, Ivor"]),
        ("no", "Níl", ["Oake, Gerald"]),
    ]


@pytest.mark.parametrize(
    ("name", "date"),
    [("twfy-page", "2024-05-01"), ("historic-page", "1947-02-19"), ("oireachtas-page", "2024-05-01")],
)
def test_the_day_of_a_page_is_where_its_site_has_it(name: str, date: str) -> None:
    assert {str(row["date"]) for row in rows(read(C.WITH_ROLES[name]))} == {date}


def test_questions_are_read_as_they_are_served_today_and_with_columns_in_any_order() -> None:
    served = read(C.QUESTIONS_SERVED)
    assert served.container == "questions-json"
    assert shown(served)[2:] == [
        "contribution question / Ada Marsh (Upper Dale) /  292203 / To ask whether the wall will be mended.",
        "contribution answer / Una Fell /   / It will.",
    ]
    head, row = csv.reader(io.StringIO(C.QUESTIONS_CSV))
    turned = io.StringIO()
    csv.writer(turned).writerows((head[::-1], row[::-1]))
    assert read(turned.getvalue()).container == "questions-csv"
    assert shown(read(turned.getvalue())) == SHOWN["questions-csv"]


def test_the_api_has_divisions_with_names_and_finds_of_a_search() -> None:
    (division,) = read(C.API_DIVISION).divisions()
    assert (division.number, division.time, division.totals) == ("84", "19:01", {"aye": 1, "no": 1})
    ayes, noes = division.groups
    assert [(v.name, str(v.constituency)) for v in ayes.votes] == [("Ada Marsh", "Upper Dale")]
    assert [v.name for v in ayes.tellers] == ["Ivor Reed"]
    assert [v.name for v in noes.votes] == ["Gerald Oake"]
    finds = read(C.API_SEARCH)
    assert shown(finds) == [
        "heading / Sea Walls",
        "contribution speech / Ada Marsh (Upper Dale) (Lab) /   / The wall is old.",
        "heading / Ferries",
        "contribution speech / Una Fell /   / The wall is new.",
    ]
    assert [str(row["date"]) for row in rows(finds)] == ["2024-05-01"] * 2 + ["2024-05-02"] * 2


def test_a_volume_s_division_has_its_number_and_time_around_the_head_of_a_side() -> None:
    table = """<hansard><housecommons><date format="1815-03-02">Thursday, March 2.</date><division><table><tr>
<td><b>Division No. 27.]</b></td><td><b>AYES</b></td><td><b>[11.44 p.m.</b></td></tr><tr><td>Marsh, A.</td>
<td>Reed, I.</td><td>Pugh, T.</td></tr></table><table><tr><td><b>NOES</b></td></tr><tr><td>Oake, G.</td></tr></table>
</division></housecommons></hansard>"""
    transcript = read(table)
    (division,) = transcript.divisions()
    assert (division.number, division.time) == ("27", "23:44")
    assert [(g.option, [v.name for v in g.votes]) for g in division.groups] == [
        ("aye", ["Marsh, A.", "Reed, I.", "Pugh, T."]),
        ("no", ["Oake, G."]),
    ]
    assert str(list(rows(transcript))[-1]["date"]) == "1815-03-02"


def test_pages_of_new_zealand_in_paragraphs_alone() -> None:
    vote = "Ayes: 3 Port Ardle 2; Dale 1."
    transcript = read(C.NZ_NEW)
    assert transcript.container == "nz"
    assert shown(transcript) == [
        "heading / ORAL QUESTIONS",
        "time / 14:05",
        "contribution question / ADA MARSH (Labour—Dale) / 1  / to the Minister of Coasts: Will she mend it?",
        "contribution answer / Hon UNA FELL (Minister of Coasts) /   / Yes.",
        "contribution supplementary / Ada Marsh /   / When then?",
        "contribution answer / Hon UNA FELL /   / Soon.",
        "division / A party vote was called for on the question, That it be mended.\n"
        f"{vote}\nNoes: 1 Ness 1.",
        "procedure / Motion agreed to.",
        f"division / A party vote was called for.\n{vote}",
    ]
    assert [d.totals for d in transcript.divisions()] == [{"aye": 3, "no": 1}, {"aye": 3}]
    assert {str(row["date"]) for row in rows(transcript)} == {"2021-05-04"}


def test_words_that_are_marked_one_by_one_stand_apart() -> None:
    (turn,) = read(C.ANNOTATED).contributions()
    assert turn.text == "Mend it. [Interruption.]\n\nArdle Marsh, don’t wait."


def test_the_day_is_that_of_the_ids() -> None:
    transcript = read(C.PUBLICWHIP)
    assert str(next(iter(rows(transcript)))["date"]) == "2024-05-01"


def test_a_committee_divides_within_its_count() -> None:
    page = """<publicwhip><minor-heading id="uk.org.publicwhip/standing/standing2009-10-20_WALLS_05-0_2009-10-27a.1.0"
>Clause 1</minor-heading><divisioncount id="uk.org.publicwhip/standing/x.2" divnumber="3" ayes="2" noes="1">
<mplist vote="aye"><mpname membername="Ada Marsh" vote="aye">Marsh, Ada</mpname><mpname vote="aye">Reed, Ivor</mpname>
</mplist><mplist vote="no"><mpname vote="no">Oake, Gerald</mpname></mplist></divisioncount></publicwhip>"""
    transcript = read(page)
    (division,) = transcript.divisions()
    assert (division.number, division.totals) == ("3", {"aye": 2, "no": 1})
    assert [v.name for g in division.groups for v in g.votes] == ["Marsh, Ada", "Reed, Ivor", "Oake, Gerald"]
    assert str(next(iter(rows(transcript)))["date"]) == "2009-10-27"


def test_a_sentence_that_a_column_cuts_is_whole_though_a_browser_has_closed_its_paragraph() -> None:
    _, answer = read(C.HANSARD_PAGE).contributions()
    assert [b.text for b in answer.blocks] == ["It will be mended, and soon.", "The stones are bought."]  # type: ignore[union-attr]
    assert [m.column for m in answer.blocks[0].inlines if m.type == "column"] == ["826"]  # type: ignore[union-attr]


def test_a_number_on_a_line_of_its_own_is_of_the_question_below_it() -> None:
    alone = '<div class="debate-item debate-item-otherdebateitem"><div><p>4.</p></div></div><div class="debate-item debate-item-c'
    page = C.HANSARD_PAGE.replace("<Question>3. ", "").replace(
        '<div class="debate-item debate-item-c', alone, 1
    )
    question = next(read(page).contributions())
    assert question.question_number == "4"
    assert question.text == "Will she mend the wall?"


def test_a_page_says_where_and_when() -> None:
    section = read(C.HANSARD_PAGE).items[0]
    assert (section.heading, section.venue, str(section.date)) == (
        "Sea Walls",
        "Commons Chamber",
        "2024-05-01",
    )  # type: ignore[union-attr]


def test_the_newer_form_of_australian_xml() -> None:
    assert shown(read(C.APH_NEW)) == [
        "column / Page 4639",
        "heading / WALLS",
        "time / 09:31",
        "contribution speech / Senator MARSH (Dale) /   / The wall: it is old, and its stones have moved by a foot in each of the last three winters, as I told this House in May, and again in September, when it rained.\n\nIt is.",
        "contribution speech / Senator Oake /   / No!",
        "contribution intervention / A senator /   / Oh!",
        "contribution question / Senator OAKE /   / How many stones?",
        "contribution answer / Senator MARSH /   / It has 40.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "layout", "turns"),
    [
        ("govuk", C.GOVUK_RELEASE, "release", [("Coasts Secretary Una Fell", "“It is a good wall.”")]),
        (
            "publications",
            C.PUBLICATIONS,
            "official-report",
            [("Ms Ada Marsh (Upper Dale) (Lab)", "Mend it.\n\nSoon."), ("Una Fell", "I will.")],
        ),
        ("crec", C.CREC, "congressional-record", [("Ms. MARSH", "Mr. President, the wall\n\nis old.")]),
    ],
)
def test_what_only_shows_is_read_by_a_layout(
    name: str, data: str, layout: str | None, turns: list[tuple[str, str]]
) -> None:
    transcript = read(data)
    assert (transcript.container, transcript.layout) == (name, layout)
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == turns


def test_the_layout_of_what_only_shows_can_be_told() -> None:
    assert read(C.PUBLICATIONS, layout="historic").layout == "historic"


PAGE = """<html><head><title>x</title><style>p {}</style></head><body><nav><a>Home</a> <a>Search</a></nav>
<main><h1>Sea Walls</h1><p hidden>unseen</p><div style="display: none">unseen</div>
<p>Ms Ada Marsh (Upper Dale) (Lab):
 Mend&nbsp;the <b>wall</b>.<br>Soon.</p><table><tr><td>Stones</td><td>40</td></tr></table><ul><li>sand</li></ul>
<p>Una Fell: I will, I say, as I have said in this House.</p><p>Ms Marsh: I thank my hon. Friend for that.</p></main>
<footer>About us</footer></body></html>"""


def test_another_page_is_what_a_browser_copies() -> None:
    text = read_text(io.BytesIO(PAGE.encode()))
    assert text.splitlines() == [
        "Home Search",
        "",
        "Sea Walls",
        "",
        "Ms Ada Marsh (Upper Dale) (Lab): Mend the wall.",
        "Soon.",
        "",
        "Stones\t40",
        "",
        "sand",
        "",
        "Una Fell: I will, I say, as I have said in this House.",
        "",
        "Ms Marsh: I thank my hon. Friend for that.",
        "",
        "About us",
        "",
    ]
    transcript = read(PAGE)
    assert (transcript.container, transcript.layout) == ("html", "official-report")
    first, last = transcript.items[0], transcript.items[-1]
    assert (first.type, first.text, last.type, last.text) == (
        "furniture",
        "Home Search",
        "furniture",
        "About us",
    )  # type: ignore[union-attr]
    assert next(c.speaker.label for c in transcript.contributions()) == "Ms Ada Marsh (Upper Dale) (Lab)"
    places = [leaf.span for leaf in leaves(Section(transcript.items))]
    assert places == sorted(places)


def test_words_in_bold_are_labels_in_word_files_that_have_many() -> None:
    said = [("THE SPEAKER:", " Order."), ("Ms Marsh (Dale)", ": The wall is old."), ("", "Mend it.")]
    data = C.docx(("", "SEA WALLS"), ("", "2.14"), *said, *said, *said, table=("Stones", "40"))
    transcript = read(data)
    assert transcript.container == "docx"
    assert [s.heading for s in transcript.sections()] == ["SEA WALLS"]
    turns = [(c.speaker.label, c.time, c.text) for c in transcript.contributions()]
    assert turns[:2] == [
        ("THE SPEAKER", "02:14", "Order."),
        ("Ms Marsh (Dale)", "02:14", "The wall is old.\n\nMend it."),
    ]
    assert turns[-1][2].endswith("Stones\t40")


def test_a_word_file_without_bold_labels_is_text() -> None:
    data = C.docx(
        ("", "Ms Ada Marsh (Upper Dale) (Lab): Mend it."), ("", "Una Fell: I will."), table=("a", "b")
    )
    transcript = read(data)
    assert (transcript.container, transcript.layout) == ("docx", "official-report")
    assert [c.speaker.label for c in transcript.contributions()] == [
        "Ms Ada Marsh (Upper Dale) (Lab)",
        "Una Fell",
    ]


#: Reads containers of every kind in eight threads at once; what a library does to memory would end the process.
IN_THREADS = """
import concurrent.futures, sys
import containers as C
import hansardparse

page = [(72, 740 - 14 * n, f"Ada Marsh: The wall is old, and number {n} is the worst of them all.") for n in range(30)]
pdf = C.pdf(page, page, page)
kinds = [pdf, C.docx(("Ada Marsh:", " No.")), *(text.encode() for text in C.WITH_ROLES.values())]
every = 80 * [pdf] + 4 * kinds
with concurrent.futures.ThreadPoolExecutor(8) as pool:
    found = list(pool.map(hansardparse.parse_bytes, every))
whole = {data: hansardparse.parse_bytes(data) for data in kinds}
print(found == [whole[data] for data in every])
"""


def test_every_container_is_read_in_threads() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_THREADS],
        cwd=Path(__file__).parent,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr[-2000:]


def test_what_is_packed_is_unpacked() -> None:
    plain = read(C.PUBLICWHIP)
    assert read(gzip.compress(C.PUBLICWHIP.encode())) == plain
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("folder/", "")
        packed.writestr("folder/day.xml", C.PUBLICWHIP)
    assert read(whole.getvalue()) == plain
    text = "Ms Ada Marsh (Upper Dale) (Lab): No."
    assert read(gzip.compress(text.encode()), layout="official-report") == parse(
        text, layout="official-report"
    )


def test_what_a_file_is_can_be_told() -> None:
    assert read(C.PUBLICWHIP, from_="xml").container == "publicwhip"
    assert read(C.PUBLICWHIP, from_="text").container is None
    assert read(C.PUBLICATIONS, from_="html", layout="official-report").container == "publications"
    assert read(PAGE, from_="publications").container == "publications"
    with pytest.raises(HansardError, match="no json in any form that is read"):
        read(C.PUBLICWHIP, from_="json")
    with pytest.raises(ValueError, match="no container 'foo'; known: auto, text, "):
        read(C.PUBLICWHIP, from_="foo")


@pytest.mark.parametrize(
    "text", ["[Sir Gerald Oake in the Chair]", "<i>Order!</i>", "<Column 12>", "{Laughter}", ""]
)
def test_text_is_no_container(text: str) -> None:
    assert of_source(Source(io.BytesIO(text.encode()))) is None


def test_sections_of_a_large_container_come_one_by_one() -> None:
    speech = '<major-heading id="h">Wall</major-heading><speech speakername="Ada Marsh"><p>' + "stone " * 400
    data = f"<publicwhip>{(speech + '</p></speech>') * 1500}</publicwhip>".encode()
    parts = list(iter_transcripts(io.BytesIO(data)))
    assert len(parts) > 2
    assert sum(len(list(p.contributions())) for p in parts) == 1500
    assert [p.span.start for p in parts[1:]] == [p.span.end for p in parts[:-1]]
    plain = [item for part in iter_transcripts(io.BytesIO(data), resolve=False) for item in part.items]
    assert read(data, resolve=False).items == tuple(plain)


ROLES = [
    *(
        "LABEL HEADING SUBHEADING COLUMN DIVISION SIDE VOTE TELLERS VENUE ROW FURNITURE PROCEDURE LOOSE".split()
    ),
    *("SAID LINE NUMBERED PARAGRAPH CONTINUED PART".split()),
]
TEXTS = [
    "Ordered,",
    "Sea Walls",
    "12. Will she?",
    "Question put and agreed to.",
    "11.30 am",
    "He said so.",
    "AYES",
    "Clause 5",
]


@given(st.lists(st.tuples(st.sampled_from(ROLES), st.sampled_from(TEXTS))))
def test_the_grammar_takes_lines_of_any_roles_in_any_order(lines: list[tuple[str, str]]) -> None:
    places, text = [], ""
    for role, words in lines:
        parts = {"label": (0, len(words)), "side": (0, len(words)), "name": (0, len(words)), "column": (0, 1)}
        given = None if role in ("SAID", "LINE", "NUMBERED") else parts
        places.append(
            (len(text), Line(role, words, given, kind="aye" if role in ("SIDE", "DIVISION") else None))
        )
        text += f"{words}\n\n"
    nodes = given_nodes(places, stretch_of(text, 0, profile("uk")), Standing())
    end = 0
    for leaf in leaves(Section(tuple(nodes))):
        assert not text[end : leaf.span.start].strip()
        end = leaf.span.end
    assert not text[end:].strip()


def test_two_spaces_in_a_doctype_are_those_of_a_page() -> None:
    page = (
        '<!DOCTYPE  html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">\n'
        "<html><head><style>p { color: red }</style></head><body><h1>QUESTIONS</h1>"
        "<p>Mr ADA MARSH - When will it be sealed?</p><p>Mr ACTING SPEAKER - Order!</p></body></html>"
    )
    transcript = parse_bytes(page.encode())
    assert (transcript.container, transcript.layout) == ("html", "pg-hansard")
    assert [c.text for c in transcript.contributions()] == ["When will it be sealed?", "Order!"]
