"""What the header of a ParlaMint file says: which sitting it is, of which parliament, and what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from hansardparse.model.nodes import Transcript
from hansardparse.parliaments import USUAL, known_profile
from hansardparse.version import __version__
from hansardparse.write.people_ids import slug
from hansardparse.write.standing import Step, standing
from hansardparse.write.xml_tree import below, clean, needed

__all__ = [
    "Parliament",
    "Sitting",
    "encoding",
    "extent",
    "header",
    "parliament_of",
    "publication",
    "setting",
    "sitting_of",
]

_FORM = "ParlaMint TEI"
_TEI = "http://www.tei-c.org/ns/1.0"
#: The only licence that ParlaMint's schema lets a file name.
_LICENCE = "http://creativecommons.org/licenses/by/4.0/"
#: The second chambers, as records name them.
_UPPER = frozenset({"Lords", "Senate", "Seanad", "Legislative Council"})


class Parliament(NamedTuple):
    """A parliament as ids and titles name it: `languages` without regions, `houses` are its chambers."""

    country: str
    name: str
    languages: tuple[str, ...]
    houses: tuple[str, ...]


class Sitting(NamedTuple):
    """Which record a file is: its id, its days, and the chamber as ParlaMint's taxonomy names it."""

    id: str
    parliament: Parliament
    language: str
    first: str
    last: str
    house: str | None
    chamber: str


def parliament_of(transcript: Transcript) -> Parliament:
    """Whose record a transcript is."""
    code = transcript.parliament or USUAL
    words = known_profile(code)
    if words is None:
        return Parliament(code.upper(), code.upper(), ("en",), ())
    languages = dict.fromkeys(tag.partition("-")[0] for tag in words.languages)
    return Parliament(
        words.country or code.upper(), words.name, tuple(languages), tuple(words.chambers.values())
    )


def sitting_of(transcript: Transcript, steps: Iterable[Step]) -> Sitting:
    """Which record a transcript is. Raises HansardError (`not-printed`) where nobody says it."""
    parliament = parliament_of(transcript)
    here = standing(transcript, steps)
    days = sorted({each.date for each in here if each.date})
    houses = {each.house for each in here if each.house}
    if not days:
        raise needed(_FORM, "the day", "--date YYYY-MM-DD")
    if not houses and len(parliament.houses) > 1:
        raise needed(_FORM, "the House", " or ".join(f"--house {name}" for name in parliament.houses))
    house = next((each.house for each in here if each.house), None)
    chamber = "#parla.uni"
    if len(parliament.houses) > 1:
        upper = house in _UPPER
        chamber = "#parla.bi" if len(houses) > 1 else "#parla.upper" if upper else "#parla.lower"
    ending = f"-{slug(house)}" if house else ""
    name = f"ParlaMint-{parliament.country}_{days[0]}{ending}"
    return Sitting(name, parliament, parliament.languages[0], days[0], days[-1], house, chamber)


def header(transcript: Transcript, sitting: Sitting, used: Mapping[str, int], words: int) -> Element:
    """The header of a component file, which has so many elements of each name, and so many words said."""
    head = Element("teiHeader")
    head.tail = "\n"
    file = below(head, "fileDesc")
    titles = below(file, "titleStmt")
    name = f"{sitting.parliament.name}, {sitting.house or 'debates'}, {_stretch(sitting.first, sitting.last)}"
    below(titles, "title", f"{name} [ParlaMint]", type="main", xml_lang="en")
    if transcript.title:
        below(titles, "title", " ".join(transcript.title.split()), type="sub")
    meeting = f"{sitting.chamber} #parla.sitting"
    below(titles, "meeting", name, n=sitting.first, ana=meeting, corresp=f"#{sitting.parliament.country}")
    below(below(file, "editionStmt"), "edition", __version__)
    extent(file, used.get("u", 0), words)
    publication(file, sitting.id, sitting.first)
    source = below(below(file, "sourceDesc"), "bibl")
    below(source, "title", name)
    below(source, "idno", f"urn:hansardparse:{sitting.id}", type="URI")
    below(source, "date", _stretch(sitting.first, sitting.last), **_range(sitting.first, sitting.last))
    encoding(head, used)
    setting(below(head, "profileDesc"), sitting.parliament, sitting.first, sitting.last)
    return head


def extent(file: Element, speeches: int, words: int) -> None:
    """How much is said."""
    measures = below(file, "extent")
    for unit, many in (("speeches", speeches), ("words", words)):
        below(measures, "measure", f"{many} {unit}", unit=unit, quantity=str(many), xml_lang="en")


def encoding(head: Element, used: Mapping[str, int]) -> Element:
    """How the record is encoded, with so many elements of each name."""
    described = below(head, "encodingDesc")
    below(below(described, "projectDesc"), "p", "The record of a parliament, encoded as ParlaMint does.")
    usage = below(below(described, "tagsDecl"), "namespace", name=_TEI)
    for tag, many in sorted(used.items()):
        below(usage, "tagUsage", gi=tag, occurs=str(many))
    return described


def setting(profile: Element, parliament: Parliament, first: str, last: str) -> None:
    """Where and when it was."""
    place = below(below(profile, "settingDesc"), "setting")
    below(place, "name", parliament.name, type="country", key=parliament.country)
    below(place, "date", _stretch(first, last), ana="#parla.sitting", **_range(first, last))


def publication(file: Element, name: str, day: str) -> None:
    """Who publishes a file, and under which licence."""
    statement = below(file, "publicationStmt")
    below(statement, "publisher", "hansardparse")
    below(statement, "idno", f"urn:hansardparse:{name}", type="URI")
    available = below(statement, "availability", status="free")
    below(available, "licence", _LICENCE)
    rights = "The words of the record are its parliament's, under the terms of that parliament."
    SubElement(available, "p").text = clean(rights)
    below(statement, "date", day, when=day)


def _stretch(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _range(first: str, last: str) -> dict[str, str]:
    return {"when": first} if first == last else {"from_": first, "to": last}
