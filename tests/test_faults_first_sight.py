"""Forms that fresh texts of many lands print, each of which was once read wrongly."""

from __future__ import annotations

import io
from typing import NamedTuple

import pytest

from hansardparse import parse, parse_bytes
from hansardparse.read.html import read
from hansardparse.read.source import Source


class Kind(NamedTuple):
    """What was wrong with a text: its layout, and the label and the words of each of its turns."""

    layout: str
    text: str
    turns: list[tuple[str, str]]


KINDS = {
    "two surnames in capitals, and one alone, of New Zealand": Kind(
        "new-zealand",
        "The Hon. Mr. McALLAN-REID (Minister of Harbours): No, Sir.\n\nMr. Oake: When?\n\n"
        "Mr. OAKE-Sir, I rise.\n",
        [
            ("The Hon. Mr. McALLAN-REID (Minister of Harbours)", "No, Sir."),
            ("Mr. Oake", "When?"),
            ("Mr. OAKE", "Sir, I rise."),
        ],
    ),
    "a question of South Africa with its number, and its answer in parts": Kind(
        "za-hansard",
        "TUESDAY, 14 MARCH 1961\n\nFor oral reply:\n\n*I. Mr. A. B. MARSH asked the Minister of Harbours:\n\n"
        "(1) How many walls are broken?\n\nThe MINISTER OF HARBOURS:\n\n(1) Nine.\n\n(2) R80,000.\n",
        [
            ("Mr. A. B. MARSH", "asked the Minister of Harbours:\n\n(1) How many walls are broken?"),
            ("The MINISTER OF HARBOURS", "(1) Nine.\n\n(2) R80,000."),
        ],
    ),
    "a page of the Senedd's Record, in two languages": Kind(
        "wa-record",
        "Coast Committee - Sixth Senedd\n12/03/2024\n\n1. Cyflwyniad\n1. Introduction\n\nGwen Oake 09:32:05\n"
        "Bore da.\n\nGood morning.\n\n2. Morgloddiau\n2. Sea Walls\n\nDr Marsh 09:33:40\nDiolch.\n",
        [("Gwen Oake", "Bore da.\n\nGood morning."), ("Dr Marsh", "Diolch.")],
    ),
    "paragraphs of a committee of Wales with numbers": Kind(
        "wa-record",
        "The National Assembly for Wales\n\n[1]   Gwen Oake: Good morning.\n\n[2]   Mr Marsh: Thank you.\n",
        [("Gwen Oake", "Good morning."), ("Mr Marsh", "Thank you.")],
    ),
    "a hearing of a committee of the United States": Kind(
        "us-hearing",
        "    The Chairman. This hearing will come to order.\n    Captain Fell. Pilots board at night.\n"
        "    They fall.\n    Ms. Oake-Reed [presiding]. Time has expired.\n",
        [
            ("The Chairman", "This hearing will come to order."),
            ("Captain Fell", "Pilots board at night.\n\nThey fall."),
            ("Ms. Oake-Reed", "Time has expired."),
        ],
    ),
    "surnames alone in the European Parliament, as to 1999": Kind(
        "verbatim-report",
        "President. \u2013 The next item is the sea.\n\nMarsh (PSE), rapporteur. \u2013 (DE) It is cold.\n\n"
        "Oake, Commission. \u2013 Madam President, it is.\n\nReed (UEN). \u2013 (DA) It is deep.\n",
        [
            ("President", "The next item is the sea."),
            ("Marsh (PSE)", "rapporteur. \u2013 (DE) It is cold."),
            ("Oake", "Commission. \u2013 Madam President, it is."),
            ("Reed (UEN)", "(DA) It is deep."),
        ],
    ),
    "honours behind a name of Kenya": Kind(
        "ke-hansard",
        "Sen. (Dr.) Marsh: Thank you.\n\nSen. (Prof.) Oake, EBS: I second.\n",
        [("Sen. (Dr.) Marsh", "Thank you."), ("Sen. (Prof.) Oake, EBS", "I second.")],
    ),
    "an admiral of Singapore who has left the service": Kind(
        "sg-hansard",
        "Rear-Admiral (NS) Gerald Oake: Sir, I agree.\n\nTun Ivor Reed: Sir, so do I.\n",
        [("Rear-Admiral (NS) Gerald Oake", "Sir, I agree."), ("Tun Ivor Reed", "Sir, so do I.")],
    ),
    "officers before a committee of Australia": Kind(
        "australia",
        "Senator MARSH: Who sails?\n\nRear Adm. Oake: I do.\n\nAir Vice Marshal Reed: So do I.\n",
        [("Senator MARSH", "Who sails?"), ("Rear Adm. Oake", "I do."), ("Air Vice Marshal Reed", "So do I.")],
    ),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_each_turn_has_its_label_and_its_words(kind: Kind) -> None:
    transcript = parse(kind.text, layout=kind.layout)
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == kind.turns


def test_surnames_alone_below_the_first_side_are_names() -> None:
    text = (
        'Hon. ADA MARSH: I move.\n\nThe Committee divided on the question, "That the vote stand."\n\n'
        "AYES, 2\nMarsh\nOake-Reed\n\nNOES, 1\nFell\n\nMotion negatived.\n"
    )
    divided = list(parse(text, layout="new-zealand").divisions())
    found = [
        (g.option, [v.name for v in g.items if type(v).__name__ == "Vote"])
        for each in divided
        for g in each.groups
    ]
    assert found == [("aye", ["Marsh", "Oake-Reed"]), ("no", ["Fell"])]


def test_a_day_in_capitals_is_one_of_south_africa() -> None:
    transcript = parse(
        KINDS["a question of South Africa with its number, and its answer in parts"].text, layout="za-hansard"
    )
    assert str(transcript.date) == "1961-03-14"


def test_a_stage_with_its_stop_is_a_heading_of_australia() -> None:
    text = "SEA WALLS BILL.\nSecond Reading.\n\nMr. MARSH (Upper Dale) [3.30].\u2014I move.\n"
    headings = [section.heading for section in parse(text, layout="australia").sections()]
    assert headings == ["SEA WALLS BILL.", "Second Reading."]


OWN = {
    "ni-report": "Northern Ireland Assembly\n\nCommittee for Coasts\n\nMr Oake: When?\n\nMs Marsh: Soon.\n",
    "wa-record": "The National Assembly for Wales\n\nThe Coasts Committee\n\n[1]   Gwen Oake: Order.\n",
    "oireachtas": "Sea Walls\n\n1. Deputy Ada Marsh asked the Minister for Coasts when it will be mended. "
    "[1850/19]\n\n"
    "Minister for Coasts (Deputy Gerald Oake): In June.\n",
    "us-hearing": "[Senate Hearing 113-401]\n\n    The Chairman. Order.\n    Mr. Oake. Nine.\n",
    "new-zealand": "1. Mr G. T. OAKE (Upper Dale) to the Prime Minister: When?\n\nMr Reed: No.\n",
    "sg-hansard": "SINGAPORE\n\nOFFICIAL REPORT\n\nMr. Oake: Will he say when?\n\nMr. Reed: No, Sir.\n",
}


@pytest.mark.parametrize("layout", OWN)
def test_the_name_of_a_parliament_tells_its_layout(layout: str) -> None:
    assert parse(OWN[layout]).layout == layout


def test_a_page_laid_out_by_tables_keeps_its_paragraphs() -> None:
    page = (
        "<html><head><title>Verbatim report</title></head><body>"
        "<table><tr><td>Monday, 12 March 2018 - Strasbourg</td></tr></table>"
        "<table><tr><td><p><img alt='MPphoto'><b>President.</b> &ndash; The next item is the sea.</p>"
        "</td></tr>"
        "</table>"
        "<table><tr><td><p><b>Ada Marsh</b> (Renew). &ndash; Mr President, it is cold.</p><p>It is deep.</p>"
        "</td></tr></table><table><tr><td><p>One</p><p>two</p></td><td>three</td></tr></table></body></html>"
    )
    transcript = parse_bytes(page.encode())
    assert (transcript.layout, str(transcript.date)) == ("verbatim-report", "2018-03-12")
    assert [(c.speaker.label, c.text.partition("\n\nOne")[0]) for c in transcript.contributions()] == [
        ("President", "The next item is the sea."),
        ("Ada Marsh (Renew)", "Mr President, it is cold.\n\nIt is deep."),
    ]
    assert "One two\tthree" in page_text(page)


def page_text(page: str) -> str:
    """The text of a page, as its spans count."""
    return "\n".join(line.text for line in read(Source(io.BytesIO(page.encode()))))


@pytest.mark.parametrize(
    ("address", "code"), [("www.theyworkforyou.com/sp/?id=1", "sco"), ("www.kildarestreet.com/x", "ie")]
)
def test_the_address_of_a_page_tells_whose_record_it_has(address: str, code: str) -> None:
    page = (
        f"<html><head><link rel='canonical' href='https://{address}'></head><body>"
        "<div class='debate-speech'>"
        "<h2 class='debate-speech__speaker'><a href='/x'><strong class='debate-speech__speaker__name'>"
        "Ada Marsh</strong></a></h2><div class='debate-speech__content'><p>When?</p></div></div>"
        "</body></html>"
    )
    transcript = parse_bytes(page.encode())
    assert (transcript.container, transcript.parliament) == ("twfy-page", code)


NO_RECORDS = [
    "Ada Marsh 13:31:05\nhello all\n\nGerald Oake 13:31:40\nhi\n\nAda Marsh 13:32:01\nthe build is red\n",
    "MALAYSIA\n\nSINGAPORE\n\nTHAILAND\n",
    "Whom we fund\n\nNorthern Ireland Assembly\n\nNational Assembly for Wales\n",
    "National Assembly for Wales\n\n[1] Marsh: On walls. Port Ardle, 1990.\n\n[2] Oake, G.: Lamps. 2001.\n",
]


@pytest.mark.parametrize("text", NO_RECORDS)
def test_a_chat_and_lists_of_names_are_no_record(text: str) -> None:
    assert parse(text).layout is None
