"""The root of a ParlaMint corpus: its files, the people and the parties, and what the codes mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from hansardparse.model.nodes import Party, Person, Speaker, Transcript
from hansardparse.version import __version__
from hansardparse.write.parlamint import built, person_ids
from hansardparse.write.parlamint_header import Parliament, encoding, extent, publication, setting
from hansardparse.write.people_ids import named, slug
from hansardparse.write.xml_tree import Written, below, document

__all__ = ["parlamint_corpus"]

#: What the codes of `ana` mean, by their taxonomy.
_TAXONOMIES = {
    "parla.legislature": {
        "parla.uni": "Unicameralism",
        "parla.bi": "Bicameralism",
        "parla.upper": "Upper house",
        "parla.lower": "Lower house",
        "parla.sitting": "Sitting",
    },
    "speaker_types": {
        "chair": "Chairperson",
        "regular": "Regular speaker, a member",
        "guest": "Guest, who is no member",
    },
    "subcorpus": {"reference": "Reference subcorpus"},
}
_EDITORIAL = {
    "correction": "The words are as printed.",
    "normalization": "Characters that XML cannot hold are replaced; several blanks are one.",
    "hyphenation": "Lines broken at a width are joined.",
    "quotation": "Quotation marks are as printed.",
    "segmentation": "A segment is a paragraph of the record, or a row of a table.",
}


def parlamint_corpus(components: Sequence[tuple[str, Transcript]]) -> Written:
    """The root of a corpus of component files, each with its path from the root and the transcript that
    `parlamint` wrote to it. They are of one parliament; there is one at least.

    Raises ValueError for none, and HansardError as `parlamint` does.
    """
    if not components:
        raise ValueError("a corpus has one component at least")
    used: Counter[str] = Counter()
    words = 0
    days = []
    for _, transcript in components:
        sitting, body = built(transcript)
        used.update(element.tag for element in body.element.iter())
        used.update(["text"])
        words += body.spoken
        days += [sitting.first, sitting.last]
        parliament = sitting.parliament
    name = f"ParlaMint-{parliament.country}"
    root = Element(
        "teiCorpus",
        {
            "xmlns": "http://www.tei-c.org/ns/1.0",
            "xmlns:xi": "http://www.w3.org/2001/XInclude",
            "xml:id": name,
            "xml:lang": parliament.language,
        },
    )
    head = below(root, "teiHeader")
    _file(head, name, parliament, (min(days), max(days)), used, words)
    described = encoding(head, used)
    editorial = Element("editorialDecl")
    for tag, said in _EDITORIAL.items():
        below(below(editorial, tag), "p", said)
    described.insert(1, editorial)
    _classes(described)
    profile = below(head, "profileDesc")
    setting(profile, parliament, min(days), max(days))
    _participants(profile, parliament, [transcript for _, transcript in components])
    languages = below(profile, "langUsage")
    below(languages, "language", parliament.language, ident=parliament.language)
    for path, _ in components:
        below(root, "xi:include", href=path)
    return Written(document(root), ())


def _file(
    head: Element,
    name: str,
    parliament: Parliament,
    days: tuple[str, str],
    used: Counter[str],
    words: int,
) -> None:
    """What the corpus is as a file."""
    file = below(head, "fileDesc")
    titles = below(file, "titleStmt")
    below(titles, "title", f"{parliament.name} [ParlaMint]", type="main", xml_lang="en")
    response = below(titles, "respStmt")
    below(response, "persName", "hansardparse")
    below(response, "resp", "encoding", xml_lang="en")
    below(below(titles, "funder"), "orgName", "none", xml_lang="en")
    below(below(file, "editionStmt"), "edition", __version__)
    extent(file, used.get("u", 0), words)
    publication(file, name, days[1])
    source = below(below(file, "sourceDesc"), "bibl")
    below(source, "title", parliament.name)
    below(source, "idno", f"urn:hansardparse:{name}", type="URI")
    below(source, "date", " to ".join(dict.fromkeys(days)), from_=days[0], to=days[1])


def _classes(described: Element) -> None:
    classes = below(described, "classDecl")
    for name, codes in _TAXONOMIES.items():
        taxonomy = below(classes, "taxonomy", xml_id=name)
        below(below(taxonomy, "desc", xml_lang="en"), "term", name)
        for code, means in codes.items():
            category = below(taxonomy, "category", xml_id=code)
            below(below(category, "catDesc", xml_lang="en"), "term", means)


def _participants(profile: Element, parliament: Parliament, transcripts: Iterable[Transcript]) -> None:
    """The parliament, the parties and the people, each once."""
    people: dict[str, tuple[Person, Speaker | None]] = {}
    parties: dict[str, Party] = {}
    for transcript in transcripts:
        ids = person_ids(transcript)
        speakers: dict[str, Speaker] = {}
        for item in transcript.contributions():
            if item.person is not None and item.speaker.forenames and item.speaker.surname:
                speakers.setdefault(item.person.id, item.speaker)
        for person in transcript.persons:
            known = people.get(ids[person.id])
            if known is None or (known[0].party is None and person.party is not None):
                people[ids[person.id]] = person, speakers.get(person.id) or (known[1] if known else None)
            if person.party is not None:
                parties.setdefault(_party_id(person.party), person.party)
    listed = below(profile, "particDesc")
    organizations = below(listed, "listOrg")
    own = below(organizations, "org", xml_id=parliament.country, role="parliament")
    below(own, "orgName", parliament.name, full="yes", xml_lang="en")
    for name, party in sorted(parties.items()):
        org = below(organizations, "org", xml_id=name, role="politicalParty")
        below(org, "orgName", party.name or party.code, full="yes")
        below(org, "orgName", party.code, full="init")
    persons = below(listed, "listPerson")
    for name, (person, speaker) in sorted(people.items()):
        _person(below(persons, "person", xml_id=name), person, speaker)
    if not people:
        below(below(below(persons, "person", xml_id="unknown"), "persName"), "term", "unknown")


def _person(element: Element, person: Person, speaker: Speaker | None) -> None:
    name = below(element, "persName")
    if speaker is not None:
        below(name, "surname", speaker.surname or "")
        below(name, "forename", speaker.forenames or "")
    else:
        below(name, "term", named(person))
    if person.party is not None:
        below(element, "affiliation", role="member", ref=f"#{_party_id(person.party)}")


def _party_id(party: Party) -> str:
    return f"party.{slug(party.name or party.code)}"
