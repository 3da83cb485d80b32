"""From bytes to text: what is kept and what the grammars read.

A transcript is kept exactly as it came, save the ends of its lines (`line_ends`). The grammars read a
*shadow* of it: the same number of code points, in which every odd space, dash and quotation mark of old
encodings has its plain form. What was matched in the shadow is then cut out of the text by its offsets.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

__all__ = [
    "AS_CP1252",
    "DecodeError",
    "control_character",
    "encoding_of",
    "first_line",
    "lines",
    "shadow",
    "text_encoding",
]

#: Each stands for one character, so that offsets in the shadow are offsets in the text.
_PLAIN = {
    "\t": None,  # tabs part the cells of tables
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u202f": " ",
    "\x0b": " ",
    "\x0c": " ",
    "\x1c": " ",
    "\x1d": " ",
    "\x1e": " ",
    "\x85": " ",
    "\u2028": " ",
    "\u2029": " ",
    "\x91": "‘",
    "\x92": "’",
    "\x93": "“",
    "\x94": "”",
    "\x96": "–",
    "\x97": "—",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2015": "—",
}
#: The wide forms of ASCII that stand among Chinese letters, a colon behind a label above all.
_WIDE_FORMS = {0xFEE0 + plain: plain for plain in range(0x21, 0x7F)}
#: Accents that stand behind their letters, as some systems copy them, are read as letters.
_ACCENTS = re.compile("[\u0300-\u036f]")
#: The accents of the languages that are read, but for the grave one: it stands beside others in all of them,
#: and takes thirty times as long to look for.
_COMMON_ACCENTS = "\u0301\u0302\u0308\u0303\u0304\u0327\u030c\u030a\u0306\u0307\u030b\u0323\u0328"
_LETTER = "ÿ"
#: Control characters that no text needs: every one but those that stand for a newline or a blank.
_CONTROLS = (*range(0x09), *range(0x0E, 0x20), 0x7F)
#: What reads 1C to 1F as blanks does not count them here.
_BINARY = bytes(set(_CONTROLS) - set(range(0x1C, 0x20)))
#: Characters that take no room: inside a line they are read as spaces, and so are control characters.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_NO_ROOM = INVISIBLE + _BINARY.decode("ascii")
#: A line with such a character; only tried where a line begins, for a line may be as long as the text.
_UNSEEN = re.compile(f"^[^\\n{_NO_ROOM}]*+[{_NO_ROOM}][^\\n]*", re.MULTILINE)
_TO_SPACES = str.maketrans(_NO_ROOM, " " * len(_NO_ROOM))
_REPLACEMENTS = tuple((a, b) for a, b in _PLAIN.items() if b is not None)

#: A file in whose first part this share of the bytes, at least, are control characters is no text.
MUCH = 0.3
_STRAY = re.compile("[\udc80-\udcff]")
_WIDE = re.compile("[^\x00-\x7f\udc80-\udcff]")
#: Python's name for what a decoder does with bytes that do not belong: it reads them as CP1252.
AS_CP1252 = "hansardparse.cp1252"


class DecodeError(ValueError):
    """Bytes that are no text, or not in the encoding they seemed to be in; `offset` says where."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A line that is not blank.
LINE = re.compile(r"[^\n]*[^\s][^\n]*")
#: The blanks before the words of a line.
INDENT = re.compile(r"^[ \t]{1,80}(?=[^\s])", re.MULTILINE)


def encoding_of(sample: bytes, *, whole: bool = True, start: int = 0) -> str:
    """The encoding of the bytes: by their mark, else UTF-8, else CP1252.

    Text with bytes that are no UTF-8 is UTF-8 where it has at least as many characters that are, and have
    more than one byte: in CP1252 these are rare. `whole` is False where `sample` may end within a character,
    `start` is its place in its file. Raises DecodeError for bytes that are no text in any of these.
    """
    if start == 0:
        for mark, name in _MARKS:
            if sample.startswith(mark):
                return name
        _refuse_binary(sample)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, whole)
    except UnicodeDecodeError as error:
        not_utf8 = start + error.start
    else:
        return "utf-8"
    text = sample.decode("utf-8", "surrogateescape")
    if len(_WIDE.findall(text)) >= len(_STRAY.findall(text)):
        return "utf-8"
    try:
        sample.decode("cp1252")
    except UnicodeDecodeError as error:
        raise DecodeError(
            f"neither UTF-8 (offset {not_utf8}) nor CP1252 (byte 0x{sample[error.start]:02x} at offset "
            f"{start + error.start}); convert the file to UTF-8 first, or name its encoding",
            start + error.start,
        ) from None
    return "cp1252"


def _refuse_binary(sample: bytes) -> None:
    odd = len(sample) - len(sample.translate(None, _BINARY))
    if not odd or odd < MUCH * len(sample):
        return
    at = min(at for byte in _BINARY if (at := sample.find(byte)) >= 0)
    raise DecodeError(
        f"not a text file: byte 0x{sample[at]:02x} at offset {at}; give a plain-text transcript, or name its "
        "encoding (UTF-16 without its byte order mark is utf-16-le or utf-16-be)",
        at,
    )


def text_encoding(name: str) -> str:
    """Python's own name of an encoding of text. Raises ValueError for a name that is none."""
    try:
        " ".encode(name)  # which refuses codecs of other things than text
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise ValueError(f"no encoding {name!r}; known: auto, utf-8, cp1252, latin-1, utf-16, ...") from None


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(AS_CP1252, _as_cp1252)


def control_character(text: str) -> int | None:
    """Where the first control character of a text stands that is neither a newline nor a blank."""
    # one character at a time: to search for any of them takes ten times as long
    return min((at for code in _CONTROLS if (at := text.find(chr(code))) >= 0), default=None)


def shadow(text: str) -> str:
    """What the grammars read: as long as `text`, character for character."""
    if text.isascii():
        for odd in ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e"):
            if odd in text:
                text = text.replace(odd, " ")
        return _UNSEEN.sub(_seen, text) if has_invisible(text) else text
    for odd, plain in _REPLACEMENTS:
        if odd in text:
            text = text.replace(odd, plain)
    if "\uff1a" in text:
        text = text.translate(_WIDE_FORMS)
    if any(accent in text for accent in _COMMON_ACCENTS):
        text = _ACCENTS.sub(_LETTER, text)
    if has_invisible(text):
        text = _UNSEEN.sub(_seen, text)
    return text


def has_invisible(text: str) -> bool:
    """Whether a text has characters that take no room, or control characters."""
    return any(c in text for c in INVISIBLE) or control_character(text) is not None


def _seen(line: re.Match[str]) -> str:
    """A line whose invisible characters are spaces; one that has nothing else stays as it is."""
    plain = line[0].translate(_TO_SPACES)
    return plain if plain.strip() else line[0]


def first_line(text: str) -> str:
    """The text up to its first newline."""
    return text.partition("\n")[0]


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line that is not blank, with the offset of its first character that is not a space."""
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            yield start + line.index(words), words
        start += len(line) + 1
