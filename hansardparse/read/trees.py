"""XML, read element by element by lxml, with nothing that its document type may bring in."""

from __future__ import annotations

import contextlib
import functools
import io
import itertools
import re
from collections.abc import Callable, Collection, Iterator
from html.entities import html5
from typing import TYPE_CHECKING, Any

from hansardparse.read.lines import folded
from hansardparse.read.source import Source, needs, unreadable
from hansardparse.text import decoding

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["elements", "first_named", "local", "root_of", "walk", "words"]

_DOCTYPE = re.compile(r"<!DOCTYPE[^<\[>]*(?:\[(?P<inside>.*?)\]\s*)?>", re.DOTALL)
#: An entity that stands for one character, as many files of transcripts declare.
_CHARACTER = re.compile(r"""<!ENTITY\s+[\w.-]+\s+(["'])(?:&#[0-9xXa-fA-F]+;|[^&%<]{1,8})\1\s*>""")
_DECLARED = re.compile(r"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})""")

#: How lxml reads: nothing from outside, and no marks of an editor.
_SAFELY: dict[str, Any] = {
    "resolve_entities": True,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
    "huge_tree": True,  # entities are refused, and depth has a limit all the same
}


def _checked(source: Source) -> None:
    """Refuse a document type that brings in anything but characters."""
    if "<!DOCTYPE" not in source.start:
        return
    found = _DOCTYPE.search(source.start)
    inside = found["inside"] or "" if found else "<!ENTITY"
    if "<!ENTITY" in _CHARACTER.sub("", inside):
        raise unreadable(
            "XML whose document type declares entities that are no single characters; write them out"
        )


def _lxml_for(source: Source) -> Any:
    """lxml, for a document that it may read. Raises HansardError (`unread-container`)."""
    try:
        from lxml import etree
    except ImportError:
        raise needs("xml", "lxml") from None
    _checked(source)
    return etree


def _encoding(source: Source) -> str | None:
    """The encoding, where the one declared is not that of the bytes; None where lxml may see itself."""
    if source.encoding != "auto":
        return "utf-8"  # in which the stream then is
    if source.head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None
    declared = _DECLARED.match(source.start)
    try:
        found = decoding.encoding_of(source.head, whole=False)
    except decoding.DecodeError:
        return None
    if declared and declared[1].lower() not in ("utf-8", "iso-8859-1", "windows-1252", "us-ascii"):
        return None
    if found == "cp1252":
        return "windows-1252"
    return None if source.head.isascii() else "utf-8"


def elements(source: Source, tags: Collection[str], starts: Collection[str] = ()) -> Iterator[_Element]:
    """The elements of some names, each when it is whole, in the order of their ends; those within one of
    these are part of it. What has been given is dropped, so that memory has one of them at a time.

    Of `starts` only the attributes count: those are given where they begin. Where there is something that no
    XML has, or it breaks off, all is read once more as far as it can be, and the source is `damaged`. Raises
    HansardError where it is refused.
    """
    etree = _lxml_for(source)
    given = 0
    try:
        for element in _elements(etree, _stream(source), _encoding(source), tags, starts):
            given += 1
            yield element
    except etree.XMLSyntaxError as error:
        broken = str(error.msg)
    else:
        return
    errors: list[str] = []
    mended = _elements(etree, _mended(source), "utf-8", tags, starts, errors)
    with contextlib.suppress(etree.XMLSyntaxError):
        yield from itertools.islice(mended, given, None)
    source.damaged = _said_of(source, broken, errors)


def _said_of(source: Source, broken: str, errors: list[str]) -> str | None:
    """What is wrong with a document, by what was found in it and, once mended, still is."""
    if errors:
        return f"the XML cannot be read further: {broken}"
    return None if source.damage else f"the XML has what no XML may have, read as a blank: {broken}"


def _elements(
    etree: Any,
    stream: Any,
    encoding: str | None,
    tags: Collection[str],
    starts: Collection[str],
    errors: list[str] | None = None,
) -> Iterator[_Element]:
    """The elements of a stream; with a list for what is wrong with it, as far as they can be read."""
    within = 0
    wanted = frozenset(tags)
    found = etree.iterparse(
        stream, events=("start", "end"), encoding=encoding, recover=errors is not None, **_SAFELY
    )
    for event, element in found:
        name = local(element)
        if event == "start":
            if not within and name in starts:
                yield element
            within += name in wanted
        elif name in wanted:
            within -= 1
            if not within:
                yield element
                _drop(element)
        elif not within:
            _drop(element)
    if errors is not None:
        errors += (each.message for each in found.error_log)


#: Control characters of which XML has none, each as a blank.
_NO_XML = bytes.maketrans(bytes({*range(0x20)} - {9, 10, 13}), b" " * 29)


def _mended(source: Source) -> Any:
    """The bytes of a document as UTF-8, without what no XML has."""
    if declared := _DECLARED.match(source.start):
        source.declare(declared[1])
    return _with_characters(source, io.BytesIO(source.utf8.translate(_NO_XML)))


def _drop(element: Any) -> None:
    """Free what has been read: an element, and those before it."""
    tail = element.tail
    element.clear()
    element.tail = tail
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


def root_of(source: Source) -> _Element:
    """The whole tree; of a document that breaks off, or has what no XML has, as much as can be read, which
    is then `damaged`. Raises HansardError (`unread-container`) where that is nothing.
    """
    etree = _lxml_for(source)
    parser = etree.XMLParser(encoding=_encoding(source), **_SAFELY)
    root: _Element | None = None
    try:
        root = etree.parse(_stream(source), parser).getroot()
    except etree.XMLSyntaxError as error:
        mended = etree.XMLParser(encoding="utf-8", recover=True, **_SAFELY)
        with contextlib.suppress(etree.XMLSyntaxError):
            root = etree.parse(_mended(source), mended).getroot()
        source.damaged = _said_of(source, str(error.msg), [each.message for each in mended.error_log])
        if root is None:
            raise unreadable(f"the XML cannot be read: {error.msg}") from None
    assert root is not None, "a document has a root"
    return root


#: HTML's name of a character, which XML does not know where no document type declares it.
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_LONGEST_NAME = 33


class _WithCharacters:
    """A stream of XML in which HTML's names of characters are their numbers."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._rest = stream, b""

    def read(self, size: int = -1) -> bytes:
        """About so many bytes; none only at the end."""
        block = self._stream.read(size)
        whole = self._rest + block
        cut = len(whole)
        if (
            block
            and (name := whole.rfind(b"&", max(0, cut - _LONGEST_NAME))) >= 0
            and b";" not in whole[name:]
        ):
            cut = name
        self._rest = whole[cut:]
        found = _NAMED.sub(_numbered, whole[:cut])
        return found if found or not block else self.read(size)


def _numbered(name: re.Match[bytes]) -> bytes:
    character = html5.get(f"{name[1].decode()};")
    return name[0] if character is None else b"".join(b"&#%d;" % ord(c) for c in character)


def _stream(source: Source) -> Any:
    """The bytes of a document: its own, or UTF-8 where the caller says what they are."""
    stream = source.stream() if source.encoding == "auto" else io.BytesIO(source.utf8)
    return _with_characters(source, stream)


def _with_characters(source: Source, stream: Any) -> Any:
    """A stream of a document, HTML's names of characters as numbers where no document type has them."""
    return stream if "<!DOCTYPE" in source.start else _WithCharacters(stream)


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return _bare(element.tag)


@functools.lru_cache(maxsize=1024)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _none(_node: Any) -> bool:
    return False


def walk(element: Any, whole: Callable[[Any], bool] = _none) -> Iterator[tuple[str, Any]]:
    """What is in an element, in order: (`open`, element), (`text`, words), (`close`, element).

    One that is `whole` is given once, as (`whole`, element), and nothing that is in it. The element itself
    is given too, but not what stands behind it. No recursion: nesting is the file's.
    """
    node = element
    while True:
        if whole(node):
            yield "whole", node
        else:
            yield "open", node
            if node.text:
                yield "text", node.text
            if len(node):
                node = node[0]
                continue
            yield "close", node
        while True:
            if node is element:
                return
            if node.tail:
                yield "text", node.tail
            after = node.getnext()
            if after is not None:
                node = after
                break
            node = node.getparent()
            yield "close", node


def first_named(para: Any, is_name: Callable[[str], bool]) -> Any:
    """The element that a paragraph begins with, where its class is that of a name; else None."""
    for event, node in walk(para):
        if event == "text" and node.strip():
            return None
        if event == "open" and is_name(node.get("class") or ""):
            return node
    return None


def words(element: Any) -> str:
    """The words in an element, as a browser shows them; nothing for None."""
    return "" if element is None else folded("".join(element.itertext()))
