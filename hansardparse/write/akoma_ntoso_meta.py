"""What an Akoma Ntoso document says of itself: which record it is, whom it names, and how was voted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from hansardparse.model.nodes import Contribution, Person, Transcript
from hansardparse.parliaments import USUAL, Profile, known_profile
from hansardparse.version import __version__
from hansardparse.write.people_ids import named, slug, unique
from hansardparse.write.standing import Step, standing
from hansardparse.write.xml_tree import below, needed

__all__ = ["Meta"]

_SOURCE = "#hansardparse"
#: Languages of three letters, which the names of documents have.
_LANGUAGES = {"en": "eng", "cy": "cym", "ga": "gle", "gd": "gla", "fr": "fra", "mi": "mri", "af": "afr"}
_UNKNOWN = "unknown"


class Meta:
    """The references of a document, which grow as it is written, and the rest of what stands before it.

    Raises HansardError (`not-printed`) where nobody says the day.
    """

    def __init__(self, transcript: Transcript, steps: Iterable[Step]) -> None:
        here = standing(transcript, steps)
        days = sorted({each.date for each in here if each.date})
        if not days:
            raise needed("Akoma Ntoso", "the day", "--date YYYY-MM-DD")
        self.first = days[0]
        self.house = next((each.house for each in here if each.house), None)
        code = transcript.parliament or USUAL
        words = known_profile(code)
        self._country = words.country.lower() if words is not None and words.country else code
        self._name, self._language, self._chamber = _named_by(code, words, self.house)
        names = unique(slug(named(person)) for person in transcript.persons)
        self._people = {
            person.id: (name, named(person), _iri(person, self._country, name))
            for person, name in zip(transcript.persons, names, strict=True)
        }
        #: By class and eId: where it leads, and what is shown.
        self._references: dict[tuple[str, str], tuple[str, str]] = {}
        self._voters: dict[str, str] = {}
        #: How many voters have been given one eId, the numbers behind it aside.
        self._same: Counter[str] = Counter()
        self._votings: list[tuple[str, list[tuple[str, str, str]]]] = []

    # --- references --------------------------------------------------------------------------------

    def _refer(self, kind: str, eid: str, href: str, shown: str) -> str:
        """Name a person, a role or a concept; what leads to it."""
        self._references.setdefault((kind, eid), (href, shown))
        return f"#{eid}"

    def person(self, item: Contribution) -> str:
        """Who speaks."""
        if item.person is None:
            return self._refer("TLCPerson", _UNKNOWN, "/akn/ontology/person/unknown", "unknown")
        name, shown, href = self._people[item.person.id]
        return self._refer("TLCPerson", f"person_{name}", href, shown)

    def role(self, office: str | None) -> str | None:
        """As what somebody speaks; None where no office is printed."""
        if not office:
            return None
        name = slug(office)
        return self._refer("TLCRole", f"role_{name}", f"/akn/ontology/role/{self._country}/{name}", office)

    def voter(self, name: str) -> str:
        """Who votes, as the list prints it."""
        if name not in self._voters:
            eid = f"voter_{slug(name)}"
            self._same[eid] += 1
            self._voters[name] = f"{eid}.{self._same[eid]}" if self._same[eid] > 1 else eid
        eid = self._voters[name]
        href = f"/akn/ontology/person/{self._country}/{eid}"
        return self._refer("TLCPerson", eid, href, name)

    def choice(self, side: str) -> str:
        """What is voted."""
        return self._refer("TLCConcept", f"vote_{side}", f"/akn/ontology/concept/vote/{side}", side)

    def voting(self, section: str, totals: list[tuple[str, str, str]]) -> None:
        """A division: its section, and of each side the total, the choice and its own section."""
        if totals:
            self._votings.append((section, totals))

    # --- the whole ---------------------------------------------------------------------------------

    def element(self) -> Element:
        """The `meta` of the document."""
        meta = Element("meta")
        meta.tail = "\n"
        self._identification(meta)
        if self._votings:
            parliamentary = below(below(meta, "analysis", source=_SOURCE), "parliamentary")
            for n, (section, totals) in enumerate(self._votings, 1):
                voting = below(parliamentary, "voting", eId=f"voting_{n}", href=section)
                for k, (total, choice, side) in enumerate(totals, 1):
                    eid = f"voting_{n}__count_{k}"
                    below(voting, "count", eId=eid, value=total, refersTo=choice, href=side)
        references = below(meta, "references", source=_SOURCE)
        own = f"/akn/ontology/organization/{self._country}/parliament"
        below(references, "TLCOrganization", eId="parliament", href=own, showAs=self._name)
        maker = f"hansardparse {__version__}"
        href = "/akn/ontology/organization/hansardparse"
        below(references, "TLCOrganization", eId=_SOURCE[1:], href=href, showAs=maker)
        for (kind, eid), (href, shown) in sorted(self._references.items()):
            below(references, kind, eId=eid, href=href, showAs=" ".join(shown.split()))
        return meta

    def _identification(self, meta: Element) -> None:
        """What record this is, in which language, in which form."""
        work = f"/akn/{self._country}/debateRecord/{self._chamber}{self.first}"
        expression = f"{work}/{self._language}@{self.first}"
        identification = below(meta, "identification", source=_SOURCE)
        for level, uri, end in (
            ("FRBRWork", work, ""),
            ("FRBRExpression", expression, ""),
            ("FRBRManifestation", expression, ".xml"),
        ):
            within = below(identification, level)
            below(within, "FRBRthis", value=f"{uri}/!main{end}")
            below(within, "FRBRuri", value=f"{uri}{end}")
            below(within, "FRBRdate", date=self.first, name="sitting")
            below(within, "FRBRauthor", href="#parliament" if level == "FRBRWork" else _SOURCE)
            if level == "FRBRWork":
                below(within, "FRBRcountry", value=self._country)
            elif level == "FRBRExpression":
                below(within, "FRBRlanguage", language=self._language)


def _named_by(code: str, words: Profile | None, house: str | None) -> tuple[str, str, str]:
    """The name of a parliament, its language of three letters, and the part of a name that is the chamber."""
    if words is None:
        return code.upper(), "eng", f"{slug(house)}/" if house else ""
    chamber = next((prefix for prefix, name in words.chambers.items() if name == house), house)
    language = words.languages[0].partition("-")[0]
    return words.name, _LANGUAGES.get(language, language), f"{slug(chamber)}/" if chamber else ""


def _iri(person: Person, country: str, name: str) -> str:
    """What a person is called outside the document: by the number in a register, else by the name."""
    own = next((each.removeprefix("akn:") for each in person.identifiers if each.startswith("akn:/")), None)
    if own is not None:
        return own
    known = person.register_id or next(iter(person.identifiers), None)
    parts = [slug(part) for part in re.split("[:/]", known)] if known else [name]
    return "/".join((f"/akn/ontology/person/{country}", *parts))
