"""What the writers of XML share: elements, the characters that XML holds, and what a format cannot hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from hansardparse.errors import HansardError
from hansardparse.model.nodes import (
    AgeMark,
    Division,
    ExcerptsMark,
    Furniture,
    Interruption,
    Problem,
    Text,
    Transcript,
    Unrecognised,
)
from hansardparse.write.writers import Wanted, Writer

__all__ = [
    "LEFT_OUT",
    "Left",
    "Written",
    "below",
    "besides",
    "by",
    "clean",
    "document",
    "needed",
    "pieces",
    "told",
]

#: What a page prints around the record, which no format of others has a place for.
LEFT_OUT: dict[Any, str] = {
    Furniture: "lines of the site or the page",
    AgeMark: "ages",
    ExcerptsMark: "names of whose page this is",
}


class Written(NamedTuple):
    """A whole document, and the problems to tell of it (`not-in-format`: what it cannot hold)."""

    text: str
    problems: tuple[Problem, ...]


def by(write: Callable[[Transcript], Written]) -> Writer:
    """The writer of a format, of which a function makes one document of a Transcript."""

    def documents(parts: Iterable[Transcript], wanted: Wanted) -> Iterator[str]:
        return (told(write(part), wanted) for part in parts)

    return Writer(pieces=documents, whole=True, suffix="xml")


def told(written: Written, wanted: Wanted) -> str:
    """The text of a document; what its format cannot hold is reported."""
    for problem in written.problems:
        wanted.report(f"{problem.message} [{problem.code}]")
    return written.text


_IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: The picture of each control character, which shows that there was one; those that part words are blanks.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | dict.fromkeys(
    map(ord, "\v\f\x1c\x1d\x1e\x1f"), " "
)


def clean(text: str) -> str:
    """A text with what XML cannot hold replaced: a control character by its picture (U+2400 and on), one that
    parts words (a form feed) by a blank, any other (half a surrogate pair, U+FFFE, U+FFFF) by U+FFFD.
    """
    if text.isprintable():
        return text
    return _IMPOSSIBLE.sub(lambda found: _PICTURES.get(ord(found[0]), "\ufffd"), text)


def below(parent: Element, tag: str, text: str = "", **attributes: str | None) -> Element:
    """A new element at the end of another one, on a line of its own; no attribute without a value.

    An attribute whose name is no name in Python has its own spelling: `xml_id`, `class_`, `oral_qnum`.
    """
    named = {_spelled(key): clean(value) for key, value in attributes.items() if value is not None}
    element = SubElement(parent, tag, named)
    element.tail = "\n"
    if text:
        element.text = clean(text)
    return element


def _spelled(key: str) -> str:
    """The name of an attribute by that of a parameter: `xml_id`, `class_`, `oral_qnum`."""
    return _NAMES.get(key, key)


_NAMES = {
    "xml_id": "xml:id",
    "xml_lang": "xml:lang",
    "class_": "class",
    "oral_qnum": "oral-qnum",
    "not_content": "not-content",
    "from_": "from",
    "as_": "as",
}


def document(root: Element) -> str:
    """The text of a document, its elements as they stand."""
    root.tail = None
    for element in root.iter():
        if len(element) and not element.text and element[-1].tail == "\n":
            element.text = "\n"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def pieces(block: Any) -> Iterator[tuple[Any, str]]:
    """The words of a block, and what stands between them, in order: (None, words) or (inline node, its text).

    The white space of the block's text is kept between its parts.
    """
    at, found = 0, []
    for inline in getattr(block, "inlines", ()):
        if type(inline) is not Text and type(inline) is not Interruption:
            found.append((inline, inline.text))
            continue
        place = block.text.find(inline.text, at)
        if place < 0:  # a mark cuts a word, which the text of the block has whole
            yield None, block.text
            yield from ((each, each.text) for each in block.inlines if type(each) not in (Text, Interruption))
            return
        found.append((None, block.text[at:place]))
        found.append((None if type(inline) is Text else inline, inline.text))
        at = place + len(inline.text)
    yield from found
    yield None, block.text[at:]


class Left:
    """What a format had no place for, counted by what it is."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._counts: Counter[str] = Counter()

    def note(self, what: str, many: int = 1) -> None:
        """So many more of a kind (named in the plural) had no place."""
        self._counts[what] += many

    def problems(self) -> tuple[Problem, ...]:
        """One problem that names them all, none where everything had its place."""
        if not self._counts:
            return ()
        every = ", ".join(f"{many} {what}" for what, many in sorted(self._counts.items()))
        return (Problem("not-in-format", f"{self._form} has no place for: {every}", "info"),)


def needed(form: str, what: str, option: str) -> HansardError:
    """The error of a text that does not say what a format demands."""
    said = f"{form} needs {what}, which this text does not print: give {option}"
    return HansardError(said, code="not-printed")


def besides(division: Division) -> Iterator[Any]:
    """What stands in a division and is neither a name nor told by one of its fields."""
    parts: list[Any] = [*division.items]
    for group in division.groups:
        parts += group.items
    return (part for part in parts if type(part) in (Unrecognised, Furniture))
