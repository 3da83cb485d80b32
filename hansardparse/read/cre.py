"""The European Parliament's verbatim report (CRE) as XML: headings in all languages, speeches in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, heading, iso_date, label, paragraph
from hansardparse.read.source import Source
from hansardparse.read.trees import local, root_of, words

__all__ = ["read"]

#: The language of the headings; where a heading is not in it, its first.
_LANGUAGE = "EN"
#: What stands between a label and the words.
_JOINTS = " .–—-"
_ENDS = _JOINTS + ",:"


def read(source: Source) -> Iterator[Line]:
    """The lines of a sitting, in order."""
    root = root_of(source)
    yield Line("PARLIAMENT", "eu")
    meta = root.find(".//META")
    day, month, year = ([*words(meta).split("-"), "", ""])[:3]
    yield from iso_date(f"{year}-{month}-{day}")
    for chapter in root.iter("CHAPTER", "INTERVENTION", "PARA", "PRES"):
        name = local(chapter)
        if name == "CHAPTER":
            yield from _heading(chapter)
        elif name == "INTERVENTION":
            yield from _intervention(chapter)
        elif local(chapter.getparent()) != "INTERVENTION" and words(chapter):
            yield paragraph(words(chapter), said=False)


def _heading(chapter: Any) -> Iterator[Line]:
    titles = chapter.findall("TL-CHAP")
    chosen = next((each for each in titles if each.get("VL") == _LANGUAGE), None)
    title = words(chosen if chosen is not None else next(iter(titles), None))
    if title:
        yield heading(title)


def _intervention(turn: Any) -> Iterator[Line]:
    """Who speaks, and what is said; on whose behalf stands before the words.

    The name may stand at the beginning of a paragraph instead, below what the Parliament does.
    """
    speaker = turn.find("ORATEUR")
    names = (
        [words(each) + (each.tail or "") for each in speaker if local(each) != "LG"]
        if speaker is not None
        else []
    )
    name = " ".join(names).strip(_ENDS)
    first = bool(name)
    if name:
        yield _label(speaker, name)
    for each in turn.findall("PARA"):
        said = words(each)
        bold = next(iter(each), None)
        if not name and bold is not None and bold.get("NAME") == "B" and said.startswith(words(bold)):
            name, first = words(bold).strip(_ENDS), True
            said = said.removeprefix(words(bold))
            yield _label(speaker, name)
        if first:
            said, first = said.lstrip(_JOINTS), False
        if said:
            yield paragraph(said, said=bool(name))


def _label(speaker: Any, name: str) -> Line:
    """Who speaks: a Member by number; one who is none has a number in another register."""
    number = next((n for n in (speaker.get("MEPID"), speaker.get("CODICT")) if n and n != "0"), None)
    return label(name, identifiers=(f"europarl:{number}",) if number else ())
