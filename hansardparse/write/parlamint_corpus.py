"""The root of a ParlaMint corpus: its files, the people and the parties, and what the codes mean."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element

import attrs

from hansardparse.model.nodes import Party, Transcript
from hansardparse.version import __version__
from hansardparse.write.parlamint import Body, built, component, person_ids, printed_names
from hansardparse.write.parlamint_header import (
    Parliament,
    Sitting,
    encoding,
    extent,
    publication,
    setting,
)
from hansardparse.write.people_ids import named, slug
from hansardparse.write.writers import Wanted, Writer
from hansardparse.write.xml_tree import Written, below, document, told

__all__ = ["WRITER", "parlamint_corpus"]

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


@attrs.frozen
class _Name:
    """What the root says of a person: the name in parts where it was printed so, and the id of the party."""

    whole: str
    surname: str | None = None
    forenames: str | None = None
    party: str | None = None


@attrs.frozen
class _Part:
    """What the root says of one component, which is the record `sitting`.

    `used`: how often it has each element; `people`, `parties` by id, a party as its name and its code.
    """

    sitting: str
    parliament: Parliament
    first: str
    last: str
    words: int
    used: dict[str, int]
    people: dict[str, _Name]
    parties: dict[str, tuple[str, str]]

    @classmethod
    def of(cls, transcript: Transcript, sitting: Sitting, body: Body) -> _Part:
        """Of the component that is made of a transcript."""
        used = Counter(element.tag for element in body.element.iter())
        used.update(["text"])
        people, parties = _people(transcript)
        days = sitting.first, sitting.last
        return cls(sitting.id, sitting.parliament, *days, body.spoken, dict(used), people, parties)

    @classmethod
    def read(cls, line: str) -> _Part:
        """Of what `line` has kept."""
        kept = json.loads(line)
        kept["parliament"] = Parliament(*kept["parliament"])
        kept["people"] = {name: _Name(**person) for name, person in kept["people"].items()}
        return cls(**kept)

    def line(self) -> str:
        """All of it on one line of text."""
        return json.dumps(attrs.asdict(self))


def parlamint_corpus(components: Sequence[tuple[str, Transcript]]) -> Written:
    """The root of a corpus of component files, each with its path from the root and the transcript that
    `parlamint` wrote to it. They are of one parliament; there is one at least.

    Raises ValueError for none, and HansardError as `parlamint` does.
    """
    if not components:
        raise ValueError("a corpus has one component at least")
    parts = [(path, _Part.of(transcript, *built(transcript))) for path, transcript in components]
    return Written(document(_root(parts)), ())


def _documents(parts: Iterable[Transcript], wanted: Wanted) -> Iterator[str]:
    """The component files of some transcripts; what the root says of each is noted."""
    for transcript in parts:
        sitting, body = built(transcript)
        wanted.note(_Part.of(transcript, sitting, body).line())
        yield told(component(transcript, sitting, body), wanted)


def _roots(noted: Iterable[tuple[str, str]], wanted: Wanted) -> Iterator[tuple[str, str]]:
    """The root of each parliament of which a folder has components, and its name; no two components are to be
    one record.
    """
    corpora: dict[str, list[tuple[str, _Part]]] = {}
    for path, line in noted:
        part = _Part.read(line)
        corpora.setdefault(part.parliament.country, []).append((path, part))
    for country, parts in corpora.items():
        first: dict[str, str] = {}
        for path, part in parts:
            if (other := first.setdefault(part.sitting, path)) != path:
                wanted.report(f"{other} and {path} are both the record {part.sitting}")
        yield f"{_name(country)}.xml", document(_root(parts))


def _name(country: str) -> str:
    return f"ParlaMint-{country}"


def _root(parts: Sequence[tuple[str, _Part]]) -> Element:
    """The element of a corpus, of which one part is known at least."""
    used: Counter[str] = Counter()
    for _, part in parts:
        used.update(part.used)
    days = min(part.first for _, part in parts), max(part.last for _, part in parts)
    parliament = parts[-1][1].parliament
    name = _name(parliament.country)
    root = Element(
        "teiCorpus",
        {
            "xmlns": "http://www.tei-c.org/ns/1.0",
            "xmlns:xi": "http://www.w3.org/2001/XInclude",
            "xml:id": name,
            "xml:lang": parliament.languages[0],
        },
    )
    head = below(root, "teiHeader")
    _file(head, name, parliament, days, used, sum(part.words for _, part in parts))
    described = encoding(head, used)
    editorial = Element("editorialDecl")
    for tag, said in _EDITORIAL.items():
        below(below(editorial, tag), "p", said)
    described.insert(1, editorial)
    _classes(described)
    profile = below(head, "profileDesc")
    setting(profile, parliament, *days)
    _participants(profile, parliament, [part for _, part in parts])
    languages = below(profile, "langUsage")
    for language in parliament.languages:
        below(languages, "language", language, ident=language)
    for path, _ in parts:
        below(root, "xi:include", href=quote(os.fsencode(path)))
    return root


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


def _people(transcript: Transcript) -> tuple[dict[str, _Name], dict[str, tuple[str, str]]]:
    """The people of a transcript and their parties, by their ids."""
    ids, printed = person_ids(transcript), printed_names(transcript)
    people: dict[str, _Name] = {}
    parties: dict[str, tuple[str, str]] = {}
    for person in transcript.persons:
        party = None
        if person.party is not None:
            party = _party_id(person.party)
            parties[party] = person.party.name or person.party.code, person.party.code
        forenames, surname = printed.get(person.id, (None, None))
        people[ids[person.id]] = _Name(named(person), surname, forenames, party)
    return people, parties


def _participants(profile: Element, parliament: Parliament, parts: Iterable[_Part]) -> None:
    """The parliament, the parties and the people, each once."""
    people: dict[str, _Name] = {}
    parties: dict[str, tuple[str, str]] = {}
    for part in parts:
        for name, person in part.people.items():
            people[name] = _both(people[name], person) if name in people else person
        for name, party in part.parties.items():
            parties.setdefault(name, party)
    listed = below(profile, "particDesc")
    organizations = below(listed, "listOrg")
    own = below(organizations, "org", xml_id=parliament.country, role="parliament")
    below(own, "orgName", parliament.name, full="yes", xml_lang="en")
    _parties(organizations, parties)
    persons = below(listed, "listPerson")
    for name, person in sorted(people.items()):
        _person(below(persons, "person", xml_id=name), person)
    if not people:
        below(below(below(persons, "person", xml_id="unknown"), "persName"), "term", "unknown")


def _both(first: _Name, other: _Name) -> _Name:
    """What two components say of one person: of each part, what the first of them says that knows it."""
    known = first if first.surname else other
    return attrs.evolve(known, whole=first.whole, party=first.party or other.party)


def _parties(organizations: Element, parties: Mapping[str, tuple[str, str]]) -> None:
    for name, (full, code) in sorted(parties.items()):
        org = below(organizations, "org", xml_id=name, role="politicalParty")
        below(org, "orgName", full, full="yes")
        below(org, "orgName", code, full="init")


def _person(element: Element, person: _Name) -> None:
    name = below(element, "persName")
    if person.surname is not None:
        below(name, "surname", person.surname)
        below(name, "forename", person.forenames or "")
    else:
        below(name, "term", person.whole)
    if person.party is not None:
        below(element, "affiliation", role="member", ref=f"#{person.party}")


def _party_id(party: Party) -> str:
    return f"party.{slug(party.name or party.code)}"


WRITER = Writer(pieces=_documents, whole=True, suffix="xml", root=_roots)
