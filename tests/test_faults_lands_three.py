"""What the records of other lands showed once more."""

from __future__ import annotations

import json

import pytest

from hansardparse import Transcript, parse, parse_bytes


def read(page: str) -> Transcript:
    return parse_bytes(page.encode(), resolve=False)


def turns(page: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in read(page).contributions()]


# --- Australia's XML


def talker(number: str, name: str, party: str, seat: str) -> str:
    return (
        f'<talk.start><talker><name role="metadata">{name}</name><name role="display">{name}</name>'
        f"<name.id>{number}</name.id><electorate>{seat}</electorate><party>{party}</party></talker>"
    )


def aph(body: str) -> str:
    return (
        '<hansard version="2.1"><session.header><date>1998-05-07</date><chamber>Senate</chamber>'
        f"</session.header><chamber.xscript><debate><debateinfo><title>LAMPS</title></debateinfo>{body}"
        "</debate></chamber.xscript></hansard>"
    )


def test_the_party_and_the_seat_that_australias_xml_has_beside_the_name_are_the_speakers() -> None:
    page = aph(
        f"<speech>{talker('AB1', 'Senator MARSH', 'ALP', 'Ness')}<para>I move.</para></talk.start>"
        f"<interjection>{talker('AB2', 'Senator Oake', '', '')}<para>No!</para></talk.start></interjection>"
        "</speech>"
    )
    found = [
        (c.speaker.label, str(c.speaker.party), str(c.speaker.constituency))
        for c in read(page).contributions()
    ]
    assert found == [("Senator MARSH", "ALP", "Ness"), ("Senator Oake", "None", "None")]


def test_the_party_of_the_newer_form_is_found_by_the_members_number() -> None:
    name = '<span class="HPS-MemberSpeech">Senator MARSH</span>'
    voice = f'<p><a href="AB1" type="MemberSpeech">{name}</a> (Ness): '
    page = aph(
        f"<speech>{talker('AB1', 'Marsh, Sen Ada', 'AG', '')}</talk.start><talk.text><body>{voice}"
        "I move.</p></body></talk.text></speech>"
    )
    (turn,) = read(page).contributions()
    assert (turn.speaker.party and turn.speaker.party.name, str(turn.speaker.constituency)) == (
        "Australian Greens",
        "Ness",
    )


# --- publicwhip XML


def whipped(*items: str, url: str = "") -> str:
    found = "".join(item.replace("<speech ", f'<speech url="{url}" ') for item in items)
    return f"<publicwhip>{found}</publicwhip>"


def said(number: int, name: str, *paragraphs: str, kind: str = "speech") -> str:
    words = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<speech id="uk.org.publicwhip/debate/2007-05-01.1.{number}" talktype="{kind}" '
        f'speakername="{name}">{words}</speech>'
    )


@pytest.mark.parametrize(
    ("kept", "house"), [("hansardr,hansardr80", "House of Representatives"), ("hansards", "Senate")]
)
def test_an_address_says_which_house_of_australia_it_is(kept: str, house: str) -> None:
    url = f"http://parlinfo.aph.gov.au/parlInfo/search;query=Dataset%3A{kept}"
    page = whipped(said(1, "Ada Marsh", "I ask."), said(2, "Ivor Fenn", "No!", kind="interjection"), url=url)
    transcript = read(page)
    assert (transcript.parliament, transcript.house) == ("au", house)
    assert [c.kind for c in transcript.contributions()] == ["speech", "intervention"]


AT_WORK = "http://parlinfo.aph.gov.au/parlInfo/search"
ORDERED = "Ordered that the report be printed."


def test_what_the_house_does_among_the_words_of_one_speech_does_not_end_it() -> None:
    speech = said(
        1, "Ada Marsh", "I present the report.", ORDERED, "by leave—The wall fell.", "Now I thank all."
    )
    assert turns(whipped(speech, url=AT_WORK)) == [
        ("Ada Marsh", "I present the report.\n\nby leave—The wall fell.\n\nNow I thank all.")
    ]


def test_what_stands_behind_it_and_nobody_says_is_nobodys() -> None:
    speech = said(1, "Ada Marsh", "I present the report.", ORDERED, "The wall: a report.")
    assert turns(whipped(speech, url=AT_WORK)) == [("Ada Marsh", "I present the report.")]


def test_words_with_which_a_speech_begins_are_its_first_and_may_be_all_of_it() -> None:
    left = "The member for Upper Dale then left the chamber."
    page = whipped(said(1, "Ada Marsh", left), said(2, "Ivor Fenn", left, "So I go on."), url=AT_WORK)
    assert turns(page) == [("Ada Marsh", left), ("Ivor Fenn", f"{left}\n\nSo I go on.")]
    below = whipped(said(1, "Ada Marsh", left), "<major-heading>Piers</major-heading>", url=AT_WORK)
    assert turns(below) == [("Ada Marsh", left)]


# --- turns as a program keeps them


TURNS = {
    "ke": ("Hon. Ada Marsh (Upper Dale, ODM)", "Thank you, Hon. Speaker. I support the Walls Bill."),
    "ie": ("An Ceann Comhairle", "I call Deputy Fenn."),
    "ca": ("Hon. Ada Marsh (Minister of Coasts, Lib.)", "Mr. Speaker, I thank the hon. member."),
    "in": ("SHRI GERALD OAKE", "Sir, I beg to move that it be mended."),
}


@pytest.mark.parametrize("code", TURNS)
def test_whose_record_turns_are_is_told_as_if_their_labels_were_printed(code: str) -> None:
    who, words = TURNS[code]
    kept = json.dumps([{"speaker": who, "text": f"{words} {n}."} for n in range(4)])
    assert read(kept).parliament == code


# --- text


NEW_ZEALAND = """Sitting date: 14 March 2017

QUESTIONS FOR ORAL ANSWER

ADA MARSH (Green) to the Minister of Coasts: Will the wall be mended?

Hon GERALD OAKE (Minister of Ferries) on behalf of the Minister of Coasts: Yes.

2. IVOR FENN (Labour—Ness) to the Minister of Ferries: When will the ferry sail?
"""


def test_new_zealands_first_question_and_who_answers_for_another() -> None:
    transcript = parse(NEW_ZEALAND, layout="new-zealand", resolve=False)
    assert str(transcript.date) == "2017-03-14"
    assert [(c.speaker.label, c.speaker.office, c.text) for c in transcript.contributions()] == [
        ("ADA MARSH (Green)", None, "to the Minister of Coasts: Will the wall be mended?"),
        (
            "Hon GERALD OAKE (Minister of Ferries) on behalf of the Minister of Coasts",
            "Minister of Ferries",
            "Yes.",
        ),
        ("IVOR FENN (Labour—Ness)", None, "to the Minister of Ferries: When will the ferry sail?"),
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("HALIFAX, FRIDAY, MAY 5, 1995", "1995-05-05"),
        ("Tuesday, March 14, 1972 2:30 p.m.", "1972-03-14"),
    ],
)
def test_a_canadian_day_has_its_place_before_it_or_its_hour_behind(line: str, day: str) -> None:
    text = f"{line}\n\nMR. CHAIRMAN: I call the committee to order.\n\nMR. FENN: Mr. Chairman, I agree.\n"
    assert str(parse(text, layout="canada", resolve=False).date) == day


@pytest.mark.parametrize(
    ("layout", "label", "words"),
    [
        ("pg-hansard", "Mr IVOR FENN - ", "Mr Acting Speaker, these walls come with very grave conditions"),
        ("ke-hansard", "Hon. Ada Marsh (Ness, ODM): ", "Hon. Speaker…"),
    ],
)
def test_a_line_that_addresses_whoever_presides_is_no_heading(layout: str, label: str, words: str) -> None:
    text = f"{label}Thank you for the time.\n\n{words}\n\n{label}I shall be brief.\n"
    first, _ = parse(text, layout=layout, resolve=False).contributions()
    assert first.text == f"Thank you for the time.\n\n{words}"
