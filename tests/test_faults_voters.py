"""The numbers of those who voted, where a container gives them."""

from __future__ import annotations

import json

from hansardparse import Transcript, dumps, loads, parse_bytes
from hansardparse.nodes import Vote
from hansardparse.write.publicwhip import publicwhip


def read(data: str) -> Transcript:
    return parse_bytes(data.encode())


def voters(found: Transcript) -> list[tuple[str, tuple[str, ...]]]:
    (division,) = found.divisions()
    return [(v.name, v.identifiers) for g in division.groups for v in g.items if type(v) is Vote]


def test_votes_of_the_api_keep_the_numbers_of_members() -> None:
    def member(name: str, number: int, teller: bool = False) -> dict[str, object]:
        return {"MemberId": number, "DisplayAs": name, "House": "Commons", "IsTeller": teller}

    division = {
        "House": "Commons",
        "Date": "2024-05-01T00:00:00",
        "AyesCount": 1,
        "NoesCount": 1,
        "AyeMembers": [member("Ada Marsh", 11), member("Ivor Reed", 12, teller=True)],
        "NoeMembers": [member("Gerald Oake", 0)],
    }
    found = read(json.dumps(division))
    assert voters(found) == [
        ("Ada Marsh", ("uk.parliament:11",)),
        ("Ivor Reed", ("uk.parliament:12",)),
        ("Gerald Oake", ()),
    ]
    assert loads(dumps(found)) == found


def test_votes_of_publicwhip_keep_persons_and_memberships() -> None:
    found = read(
        '<publicwhip><division id="uk.org.publicwhip/debate/2024-05-01a.1.1" divnumber="7">'
        '<divisioncount ayes="1" noes="1"/><mplist vote="aye">'
        '<mpname person_id="uk.org.publicwhip/person/5" vote="aye">Ada Marsh</mpname></mplist>'
        '<mplist vote="no"><mpname id="uk.org.publicwhip/member/6" vote="no">Gerald Oake</mpname></mplist>'
        "</division></publicwhip>"
    )
    assert voters(found) == [
        ("Ada Marsh", ("publicwhip:person/5",)),
        ("Gerald Oake", ("publicwhip:member/6",)),
    ]


def test_votes_of_akoma_ntoso_keep_persons() -> None:
    found = read(
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="x">'
        '<meta><references><TLCPerson eId="AdaMarsh" href="/ie/member/ada"/></references></meta>'
        '<debateBody><debateSection name="division"><summary title="division">The Dáil divided: Tá, '
        '<quantity refersTo="#ta">2</quantity>; Níl, <quantity refersTo="#nil">0</quantity>.</summary>'
        '<debateSection name="ta"><p>Tá</p><p><person refersTo="#AdaMarsh">Marsh, Ada.</person></p>'
        '<p><person refersTo="#IvorReed">Reed, Ivor.</person></p></debateSection></debateSection>'
        "</debateBody></debate></akomaNtoso>"
    )
    assert voters(found) == [("Marsh, Ada", ("akn:/ie/member/ada",)), ("Reed, Ivor", ())]


def test_publicwhip_is_written_with_the_numbers_of_voters() -> None:
    person = 'person_id="uk.org.publicwhip/person/5"'
    found = read(
        '<publicwhip><major-heading id="uk.org.publicwhip/debate/2024-05-01a.1.0">Piers</major-heading>'
        f'<division divnumber="7"><mplist vote="aye"><mpname {person} vote="aye">Ada Marsh</mpname></mplist>'
        "</division></publicwhip>"
    )
    assert person in publicwhip(found).text
