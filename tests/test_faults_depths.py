"""How deep headings are where a container says it, and what else its markup says that was not taken."""

from __future__ import annotations

import json

import pytest

from hansardparse import Transcript, parse_bytes, rows


def read(data: str) -> Transcript:
    return parse_bytes(data.encode())


def headings(found: Transcript) -> list[str]:
    return [" > ".join(row["section"]) for row in rows(found) if row["type"] == "heading"]


def turns(found: Transcript) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in found.contributions()]


SECTION = '<debateSection name="{name}" eId="{name}"><heading>{name}</heading>{within}</debateSection>'
SPEECH = '<speech by="#Oake" eId="s"><from>Deputy Gerald Oake</from><p>It leaks.</p></speech>'


def akoma_ntoso(*sections: str, preface: str = "") -> str:
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="x"><meta>'
        '<identification source="#x"><FRBRWork><FRBRcountry value="ie"/></FRBRWork></identification></meta>'
        f"<preface>{preface}</preface><debateBody>{''.join(sections)}</debateBody></debate></akomaNtoso>"
    )


def section(name: str, *within: str) -> str:
    return SECTION.format(name=name, within="".join(within) or SPEECH)


def test_sections_of_akoma_ntoso_are_as_deep_as_they_stand() -> None:
    found = read(
        akoma_ntoso(
            section("Questions", section("Sea Walls"), section("Piers"), section("Lamps")),
            section("Order of Business"),
            section("Topical Issues", section("Ferries")),
        )
    )
    assert headings(found) == [
        "Questions",
        "Questions > Sea Walls",
        "Questions > Piers",
        "Questions > Lamps",
        "Order of Business",
        "Topical Issues",
        "Topical Issues > Ferries",
    ]


def test_two_empty_sections_of_akoma_ntoso_are_beside_each_other() -> None:
    empty = '<debateSection name="{0}"><heading>{0}</heading></debateSection>'
    found = read(akoma_ntoso(empty.format("Papers"), empty.format("Petitions"), section("Piers")))
    assert headings(found) == ["Papers", "Petitions", "Piers"]


def test_a_committee_of_the_oireachtas_is_its_own_place() -> None:
    preface = (
        '<block name="proponent_en"><docProponent>HOUSES OF THE OIREACHTAS</docProponent></block>'
        '<block name="committee_ga"><docCommittee>COISTE NA gCALAFORT</docCommittee></block>'
        '<block name="committee_en"><docCommittee>COMMITTEE ON HARBOURS</docCommittee></block>'
    )
    found = read(akoma_ntoso(section("Piers"), preface=preface))
    assert {row["venue"] for row in rows(found)} == {"COMMITTEE ON HARBOURS"}


TALKER = (
    '<speech><talk.start><talker><name role="display">Mr OAKE</name></talker>'
    "<para>—It leaks.</para></talk.start></speech>"
)


def australian(body: str) -> str:
    return (
        '<hansard version="2.1"><session.header><date>2004-05-01</date><chamber>REPS</chamber>'
        f"</session.header><chamber.xscript>{body}</chamber.xscript></hansard>"
    )


def test_debates_and_those_within_them_in_australia() -> None:
    inner = (
        "<subdebate.1><subdebateinfo><title>{0}</title></subdebateinfo>"
        "<subdebate.2><subdebateinfo><title>{1}</title></subdebateinfo>"
        + TALKER
        + "</subdebate.2></subdebate.1>"
    )
    debate = "<debate><debateinfo><title>{0}</title></debateinfo>{1}</debate>"
    found = read(
        australian(
            debate.format(
                "COMMITTEES", inner.format("Harbours", "Report") + inner.format("Lamps", "Reference")
            )
            + debate.format("BUSINESS", TALKER)
        )
    )
    assert headings(found) == [
        "COMMITTEES",
        "COMMITTEES > Harbours",
        "COMMITTEES > Harbours > Report",
        "COMMITTEES > Lamps",
        "COMMITTEES > Lamps > Reference",
        "BUSINESS",
    ]


def test_bills_that_are_debated_with_one_are_named() -> None:
    found = read(
        australian(
            "<debate><debateinfo><title>SEA WALLS BILL</title><cognate><para>Cognate bill:</para>"
            "<cognateinfo><title>SEA WALLS (LEVY) BILL</title><id.no>R2</id.no></cognateinfo></cognate>"
            f"</debateinfo>{TALKER}</debate>"
        )
    )
    told = [(row["type"], row["text"]) for row in rows(found)][:3]
    assert told == [
        ("heading", "SEA WALLS BILL"),
        ("note", "Cognate bill:"),
        ("note", "SEA WALLS (LEVY) BILL"),
    ]
    assert turns(found) == [("Mr OAKE", "It leaks.")]


def test_subjects_of_business_in_canada() -> None:
    spoken = (
        '<Intervention id="1"><PersonSpeaking><Affiliation DbId="2">Mr. Oake</Affiliation></PersonSpeaking>'
        "<Content><ParaText>It leaks.</ParaText></Content></Intervention>"
    )
    subject = (
        "<SubjectOfBusiness><SubjectOfBusinessTitle>{}</SubjectOfBusinessTitle><SubjectOfBusinessContent>"
        f"{spoken}</SubjectOfBusinessContent></SubjectOfBusiness>"
    )
    order = "<OrderOfBusiness><OrderOfBusinessTitle>{}</OrderOfBusinessTitle>{}</OrderOfBusiness>"
    body = order.format("Statements", subject.format("Sea Walls") + subject.format("Piers"))
    body += order.format("Orders", subject.format("Lamps Act"))
    found = read(f'<Hansard xml:lang="EN"><HansardBody>{body}</HansardBody></Hansard>')
    assert headings(found) == [
        "Statements",
        "Statements > Sea Walls",
        "Statements > Piers",
        "Orders",
        "Orders > Lamps Act",
    ]


def whipped(*headings: tuple[str, str]) -> str:
    said = (
        '<speech id="uk.org.publicwhip/ni/2016-03-01.1.{n}" speakername="Ada Marsh"><p>It leaks.</p></speech>'
    )
    parts = (
        f"<{kind}-heading>{title}</{kind}-heading>{said.format(n=n)}"
        for n, (kind, title) in enumerate(headings)
    )
    return f"<publicwhip>{''.join(parts)}</publicwhip>"


def test_a_minor_heading_is_below_the_major_one() -> None:
    found = read(
        whipped(
            ("major", "Committee Business"), ("minor", "Piers"), ("minor", "Lamps"), ("major", "Petitions")
        )
    )
    assert headings(found) == [
        "Committee Business",
        "Committee Business > Piers",
        "Committee Business > Lamps",
        "Petitions",
    ]


def test_no_bill_is_within_a_stage_of_another() -> None:
    found = read(whipped(("major", "Sea Walls Bill"), ("minor", "Second Reading"), ("minor", "Lamps Bill")))
    assert headings(found) == ["Sea Walls Bill", "Sea Walls Bill > Second Reading", "Lamps Bill"]


@pytest.mark.parametrize("gap", ["", " "])
def test_a_name_in_two_bold_pieces_is_one_label(gap: str) -> None:
    content = (
        f"<p><strong>Mr </strong>{gap}<strong>Tam Dun</strong>: It leaks.</p><p>Badly.</p>"
        "<p><strong>Miss Una Fell</strong>: It does.</p>"
    )
    found = read(
        json.dumps({"takesSectionVOList": [{"title": "Piers", "subTitle": "Budget", "content": content}]})
    )
    assert turns(found) == [("Mr Tam Dun", "It leaks.\n\nBadly."), ("Miss Una Fell", "It does.")]
    assert headings(found) == ["Piers", "Piers > Budget"]


def test_the_day_on_which_a_sitting_starts_is_its_day() -> None:
    sitting = {
        "start_date": "2024-05-01",
        "start_time": "14:30:00",
        "entries": [
            {"type": "heading", "speaker_name": "", "content": "PIERS"},
            {"type": "speech", "speaker_name": "Hon. Oake", "content": "It leaks."},
        ],
    }
    found = read(json.dumps(sitting))
    assert {row["date"] for row in rows(found)} == {"2024-05-01"}
    assert turns(found) == [("Hon. Oake", "It leaks.")]


def test_debates_of_the_hansard_api_are_as_deep_as_they_stand_and_in_the_same_house() -> None:
    def debate(title: str, tag: str, *within: dict[str, object]) -> dict[str, object]:
        overview = {"Title": title, "HRSTag": tag, "Date": "2026-03-03T00:00:00", "House": "Commons"}
        turn = {"ItemType": "Contribution", "AttributedTo": "Ada Marsh (Dale) (Lab)", "MemberId": 7}
        inside = {"ItemType": "Contribution", "Value": f"{title}: the facts", "HRSTag": "hs_7SmCapHdg"}
        return {
            "Overview": {**overview, "Location": "Commons Chamber"},
            "Items": [] if within else [{**turn, "Value": "The wall leaks."}, inside],
            "ChildDebates": list(within),
        }

    found = read(
        json.dumps(
            debate(
                "Petitions",
                "hs_6bPetitions",
                debate("Sea Walls", "hs_8Petition"),
                debate("Piers", "hs_8Petition"),
            )
        )
    )
    assert headings(found) == [
        "Petitions",
        "Petitions > Sea Walls",
        "Petitions > Sea Walls > Sea Walls: the facts",
        "Petitions > Piers",
        "Petitions > Piers > Piers: the facts",
    ]
    assert {(row["house"], row["venue"], row["date"]) for row in rows(found)} == {
        ("Commons", "Commons Chamber", "2026-03-03")
    }
