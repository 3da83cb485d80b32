"""The containers that are known, and which of them a file is: told by what is in it, never by its name."""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from hansardparse.entry_points import brought, installed
from hansardparse.errors import HansardError
from hansardparse.read.lines import Line
from hansardparse.read.source import Damaged, Source, unpacked

__all__ = ["Container", "containers", "names", "of_source", "opened"]


@attrs.frozen
class Container:
    """One form of file that is no plain text.

    `kind` is what it is made of: `xml`, `html`, `json`, `csv`, `pdf`, `docx`. A file has this form where its
    first part has `sign`; the first of the table that fits is taken. `lines` gives its lines, by roles or
    as text; `parliament` is the code of whose record it is, None where that differs.
    """

    name: str
    title: str
    kind: str
    sign: str
    reader: str
    parliament: str | None = None
    #: The layout of its text, where a reader gives no roles and always the same kind of text.
    layout: str | None = None

    @property
    def lines(self) -> Callable[[Source], Iterator[Line]]:
        """The function that gives the lines of a file; it raises Damaged behind the last one of a file of
        which some is not read as it was meant, HansardError (`bad-reader`) where there is no such reader.
        """
        module, _, name = self.reader.partition(":")
        try:
            found: Callable[[Source], Iterator[Line]] = getattr(
                importlib.import_module(module), name or "read"
            )
        except (ImportError, AttributeError) as error:
            said = f"the reader {self.reader!r} of {self.name!r} cannot be loaded: {error}"
            raise HansardError(said, code="bad-reader") from None
        return functools.partial(_whole, found)


def _whole(read: Callable[[Source], Iterator[Line]], source: Source) -> Iterator[Line]:
    """The lines of a file, and what is wrong with it when all are given."""
    yield from read(source)
    if source.damaged:
        raise Damaged(source.damaged)


def _own(
    name: str,
    title: str,
    kind: str,
    sign: str,
    reader: str,
    parliament: str | None = None,
    layout: str | None = None,
) -> Container:
    return Container(name, title, kind, sign, f"hansardparse.read.{reader}", parliament, layout)


#: How keys are called that say who speaks, and those of what is said, where a program has kept turns.
_WHO = r"(?:speaker|member|talker|display_as|attributed|name)[\w. ]*"
_SAID = r"(?:text|speech|spoken|content|contribution|body|paragraphs|utterance)(?:[_ .]?(?:text|content))?"

#: In the order in which they are tried. A sign is searched for in the first part of a file.
TABLE = (
    _own(
        "hansard-page",
        "a debate's page of hansard.parliament.uk",
        "html",
        r'(?s)hansard\.parliament\.uk.*?class="(?:child-debate|debate-item)|class="debate-item debate-item-',
        "hansard_page",
        "uk",
    ),
    _own(
        "twfy-page",
        "a page of TheyWorkForYou",
        "html",
        r"""class=["']?debate-speech["'\s>]""",
        "twfy_page",
        "uk",
    ),
    _own(
        "historic-page",
        "a page of Historic Hansard",
        "html",
        r"""class=["'](?:hentry )?member_contribution\b""",
        "historic_page",
        "uk",
    ),
    _own(
        "oireachtas-page",
        "a debate's page of the Oireachtas",
        "html",
        r"""class=["']c-avatar__name-link\b""",
        "oireachtas_page",
        "ie",
    ),
    _own("akoma-ntoso", "Akoma Ntoso", "xml", r"<(?:\w+:)?akomaNtoso\b", "akoma_ntoso"),
    _own(
        "govuk",
        "a content item of GOV.UK",
        "json",
        r'(?s)\A\{(?=.*"document_type"\s*:)(?=.*"(?:base_path|content_id)"\s*:)',
        "govuk",
        "uk",
        "release",
    ),
    _own(
        "hansard-api",
        "a debate, a division or a search's finds from hansard-api.parliament.uk",
        "json",
        r'(?s)\A[\[{](?=.{0,4000}"Overview"\s*:)(?=.{0,8000}"(?:HRSTag|ChildDebates|ExtId)"\s*:)'
        r'|\A[\[{].*"(?:ContributionTextFull|AyeMembers)"\s*:',
        "hansard_api",
        "uk",
    ),
    _own(
        "cre", "the European Parliament's verbatim report as XML", "xml", r"<DEBATS\b|<TL-CHAP\b", "cre", "eu"
    ),
    _own(
        "aph",
        "Hansard of the Parliament of Australia",
        "xml",
        r"(?s)<hansard\b.{0,2000}<session\.header",
        "aph",
        "au",
    ),
    _own(
        "aph-sgml",
        "Hansard of the Parliament of Australia as SGML, of 1981-1997, or as XML made of that",
        "xml",
        r"(?i:<hansard\b[^<>]*\bparliament\.no\b)",
        "aph_sgml",
        "au",
    ),
    _own(
        "ourcommons",
        "Hansard of the House of Commons of Canada",
        "xml",
        r"<Hansard\b[^>]*>\s*<",
        "ourcommons",
        "ca",
    ),
    _own(
        "sprs",
        "a report of the Parliament of Singapore",
        "json",
        r'(?s)\A\{(?=.*"(?:takesSectionVOList|resultHTML|html(?:Full)?Content)"\s*:)',
        "sprs",
        "sg",
    ),
    _own(
        "nsw",
        "a fragment of Hansard of New South Wales",
        "xml",
        r'(?s)\A<fragment\.text\b|\A\{.{0,4000}"DocumentHtml"\s*:',
        "nsw",
        "au",
    ),
    _own(
        "volumes",
        "a digitised volume of Hansard, or a part of it",
        "xml",
        r"<(?:hansard|housecommons|houselords|westminsterhall|grandcommittee\w*|oralquestions|"
        r"(?:lords)?written(?:answers|statements))\b[^>]*>\s*<",
        "volumes",
        "uk",
    ),
    _own(
        "senedd",
        "the export of the Record of the Senedd",
        "xml",
        r"(?s)<(?:XML_Plenary|NewDataSet).{0,200}?<Table\b.{0,400}?<(?:Meeting_ID|Assembly)\b",
        "senedd",
        "wa",
    ),
    _own(
        "ni-components",
        "a report of the Northern Ireland Assembly as its open data have it, component by component",
        "xml",
        r"<AllHansardComponentsList\b",
        "components",
        "ni",
    ),
    _own(
        "ni-components-json",
        "the same as JSON",
        "json",
        r'(?s)\A\{\s*"AllHansardComponentsList"\s*:',
        "components:of_json",
        "ni",
    ),
    _own("parlamint", "ParlaMint TEI", "xml", r"<(?:\w+:)?(?:TEI|teiCorpus)\b", "parlamint"),
    _own("hansardparse", "the JSON of this library", "json", r'\A\{\s*"type"\s*:\s*"transcript"', "own_json"),
    _own(
        "questions-csv",
        "questions from data.parliament.uk",
        "csv",
        r'\A(?=[^\n]{0,4000}\bquestion text"?,)(?=[^\n]{0,4000}\buin\b)"?[a-z][a-z >]{0,40}"?,',
        "questions_csv",
        "uk",
    ),
    _own(
        "questions-json",
        "questions from Parliament's data services",
        "json",
        r'(?s)\A\{(?=.{0,400}"linked-data-api"|.{0,2000}"value")(?=.*"(?:questionText|tablingMember)")',
        "questions_json",
        "uk",
    ),
    _own(
        "nz",
        "a page of Hansard of New Zealand",
        "html",
        r'<title>[^<]{0,200}New Zealand Parliament|<p class="(?:BeginningOfDay|SubsQuestion|VoteReason)"',
        "nz",
        "nz",
    ),
    _own(
        "crec",
        "the Congressional Record",
        "html",
        r"(?s)<title>\s*Congressional Record.*?<pre",
        "crec",
        "us",
        "congressional-record",
    ),
    _own(
        "publications",
        "a page of publications.parliament.uk",
        "html",
        r'(?s)<html\b.*(?:publications\.parliament\.uk|class="anchor-column"|<notus-date\b)',
        "publications",
        "uk",
        "official-report",
    ),
    _own(
        "twfy-api",
        "an answer of TheyWorkForYou's API",
        "json",
        r'(?s)\A[\[{](?=.{0,4000}"htype"\s*:)(?=.{0,4000}"(?:epobject_id|gid)"\s*:)',
        "twfy_api",
        "uk",
    ),
    _own(
        "turns-json",
        "turns as a program keeps them, an object for each",
        "json",
        rf'(?is)\A[\[{{](?=.{{0,16000}}"{_WHO}"\s*:)(?=.{{0,16000}}"{_SAID}"\s*:\s*(?:"|\[\s*"))',
        "records",
    ),
    _own(
        "turns-csv",
        "turns as a program keeps them, a row of a table for each",
        "csv",
        rf'(?i)\A(?=[^\n]{{0,4000}}(?<![^,;\t|"\n])"?{_WHO}"?[,;\t|\r\n])'
        rf'(?=[^\n]{{0,4000}}(?<![^,;\t|"\n])"?{_SAID}"?[,;\t|\r\n])(?=[^\n]*[,;\t|])[^\n:]{{1,4000}}\n',
        "records:of_table",
    ),
    _own("publicwhip", "publicwhip XML", "xml", r"<publicwhip\b|<debates>\s*<", "publicwhip", "uk"),
    _own("pdf", "PDF", "pdf", r"\A%PDF-", "pdf"),
    _own("docx", "a Word file", "docx", r"(?s)\APK\x03\x04.*?(?:word/|\[Content_Types\])", "word"),
    _own(
        "html",
        "any other page, as a browser copies it",
        "html",
        r"(?is)\A(?:<!--.*?-->\s*)?(?:<\?xml[^>]*>\s*(?:<!--.*?-->\s*)?(?=<(?:!doctype\s+)?html\b))?"
        r"<(?:!doctype\s+html|html|head|body|div|p|table|span|main|article|section|h[1-6]|[uo]l|meta)\b[^>]*>",
        "html",
    ),
)
#: What the first characters of a file say that it is made of.
_KINDS = (
    ("pdf", re.compile(r"%PDF-")),
    ("xml", re.compile(r"<\?xml|<!DOCTYPE\s+(?!\s|html)|<[A-Za-z]", re.IGNORECASE)),
    ("json", re.compile(r"\{\s*[\"}]|\[\s*[\[{\"]")),
)


@functools.cache
def containers() -> tuple[Container, ...]:
    """All that are known: those of installed packages first, then the table.

    Raises HansardError (`bad-reader`) for an entry point that is none.
    """
    points = installed("hansardparse.readers")
    own = tuple(brought(point, Container, code="bad-reader") for point in points)
    for each in own:
        try:
            re.compile(each.sign)
        except re.error as error:
            said = f"the sign of the reader {each.name!r} is no regular expression: {error}"
            raise HansardError(said, code="bad-reader") from None
    return (*own, *TABLE)


def names() -> tuple[str, ...]:
    """The kinds of containers, then the names of those that have one of their own."""
    kinds = dict.fromkeys(each.kind for each in containers())
    return tuple(dict.fromkeys((*kinds, *(each.name for each in containers()))))


def of_source(source: Source, name: str = "auto") -> Container | None:
    """Which container a file is, None for plain text.

    `name` is that of a container, of a kind (`html`: whichever of these fits), `text` or `auto`. Raises
    ValueError for a name that is none, HansardError (`unread-container`) for a file that is not what it is
    said to be.
    """
    if name == "text":
        return None
    every = containers()
    named = [each for each in every if name in ("auto", each.name, each.kind)]
    if not named:
        raise ValueError(f"no container {name!r}; known: auto, text, {', '.join(names())}")
    for each in named:
        if each.name == name or re.search(each.sign, source.start):
            return each
    if name != "auto":
        what = f"the file is no {name} in any form that is read; leave out --from, or name what it is"
        raise HansardError(what, code="unread-container")
    return None


def opened(stream: Any, name: str = "auto", encoding: str = "auto") -> tuple[Source, Container | None]:
    """A file, unpacked, and which container it is."""
    source = unpacked(Source(stream, encoding))
    return source, of_source(source, name)
