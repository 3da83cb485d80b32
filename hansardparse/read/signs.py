"""What a file is that is no plain text, told by its first bytes and never by its name."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

__all__ = ["HEAD", "Sign", "sign_of"]

#: So many of the first bytes of a file are looked at.
HEAD = 1 << 16
_COPY = "open it in a browser, and copy the text of the page or save it as text"
_SAVE = "open it in a word processor and save it as plain text"
_CONVERT = "save it as .docx, in a word processor or by soffice --convert-to docx"
_SEE = "have its letters recognised, with tesseract for instance, and give the text"
_UNPACK = "unpack it, and give what is in it"


class Sign(NamedTuple):
    """One kind of file: the first bytes that tell it, what it is called, and what to do with it.

    A `binary` one is no text at all; any other can be read as text, of which little will be understood.
    """

    name: str
    advice: str
    pattern: re.Pattern[bytes]
    binary: bool = True


def _sign(name: str, advice: str, pattern: bytes, *, binary: bool = True) -> Sign:
    return Sign(name, advice, re.compile(rb"\s*" + pattern if not binary else pattern, re.I | re.S), binary)


#: In the order in which they are tried; the first that the file begins with is taken.
_SIGNS = (
    _sign("a PDF file", "take its text out of it, with pdftotext -layout for instance", rb"\s*%PDF-"),
    _sign("a Word file (.docx)", _SAVE, rb"PK\x03\x04.*?word/"),
    _sign("an OpenDocument text (.odt)", _SAVE, rb"PK\x03\x04.{26}mimetypeapplication/vnd.oasis.opendoc"),
    _sign("a ZIP file", _UNPACK, rb"PK(\x03\x04|\x05\x06)"),
    _sign("an old Word file (.doc)", _CONVERT, rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    _sign("a gzip file", _UNPACK, rb"\x1f\x8b"),
    _sign("a bzip2 file", _UNPACK, rb"BZh[1-9]1AY&SY"),
    _sign("an xz file", _UNPACK, rb"\xfd7zXZ\x00"),
    _sign("a 7z file", _UNPACK, rb"7z\xbc\xaf\x27\x1c"),
    _sign("a Zstandard file", _UNPACK, rb"\x28\xb5\x2f\xfd"),
    _sign("a tar file", _UNPACK, rb".{257}ustar[\x00 ]"),
    _sign("a picture", _SEE, rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|II\*\x00|MM\x00\*|RIFF.{4}WEBP"),
    _sign(
        "an SQLite database", "write the text that it has into a file, and give that", rb"SQLite format 3\x00"
    ),
    _sign("a rich text file (.rtf)", _SAVE, rb"\{\\rtf", binary=False),
    _sign(
        "an HTML page",
        _COPY,
        # of XML, which has short names of its own too, only what says that it is a page
        rb"(<!--(?:(?!-->).){0,999}-->\s*|<\?xml[^>]{0,200}\?>\s*){1,3}(<!doctype\s+html|<html[\s/>])|"
        rb"(<!--(?:(?!-->).){0,999}-->\s*){0,3}"
        rb"(<!doctype\s+html|<(html|head|title|meta|link|script|style|body|main|article|section|header|nav|div|"
        rb"table|h[1-6]|p|ul|ol|span|a|br)[\s/>])",
        binary=False,
    ),
    _sign(
        "an XML file",
        "take the text out of it",
        rb"<(\?xml\s|!--|!doctype\s|[a-z_][\w.:-]*(\s+[\w.:-]+\s*=\s*[\"'][^<>]*)?/?>\s*<)",
        binary=False,
    ),
    # Markdown quotes too, with names in bold, and subtitles have two of these marks
    _sign(
        "a text that a message quotes",
        "take the `> ` off its lines",
        rb"(>(?!>)[^\n*]*\n){4}",
        binary=False,
    ),
    _sign(
        "a JSON file",
        "take the text out of it; what hansardparse wrote is read by hansardparse.loads",
        rb'(\{\s*("[^"\n]*"\s*:|\})|\[\s*(\{\s*["}]|\[|\]|"[^"\n]*"\s*[,\]]|-?\d+\s*,))',
        binary=False,
    ),
)


def sign_of(first: bytes) -> Sign | None:
    """What a file is that begins with these bytes; None where it may be plain text."""
    head = first[:HEAD].removeprefix(codecs.BOM_UTF8)
    return next((sign for sign in _SIGNS if sign.pattern.match(head)), None)
