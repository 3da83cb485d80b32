"""The lines that a reader gives, made with the places of their parts (roles: `hansardparse.text.given`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hansardparse.text.given import Line

__all__ = [
    "PUBLICWHIP",
    "Line",
    "Marked",
    "begun",
    "clocked",
    "column",
    "day",
    "division",
    "folded",
    "heading",
    "iso_date",
    "label",
    "nameless",
    "numbered",
    "paragraph",
    "positioned",
    "side",
    "timed",
    "voiced",
    "vote",
]

#: What every id of TheyWorkForYou begins with.
PUBLICWHIP = "uk.org.publicwhip/"


def folded(words: str) -> str:
    """Words with one space wherever there is white space, none at the ends: as a browser shows them."""
    return " ".join(words.split())


def _laid(role: str, *pieces: tuple[str, str | None], **more: object) -> Line:
    """A line of pieces, each with its name as a part of it, or None."""
    text, parts = "", {}
    for words, name in pieces:
        if name is not None and words:
            parts[name] = (len(text), len(text) + len(words))
        text += words
    return Line(role, text, parts)._replace(**more)  # type: ignore[arg-type]


def label(
    words: str,
    *,
    number: str | None = None,
    uin: str | None = None,
    origin: str | None = None,
    identifiers: tuple[str, ...] = (),
    kind: str | None = None,
    party: str | None = None,
    seat: str | None = None,
) -> Line:
    """Who speaks; a question's `number` (`1.`, `T1`) and `uin` stand before it, `party` and `seat` nowhere.

    Where nobody is named after all, there is no line (one without words is left out).
    """
    words = folded(words).rstrip(" :")
    if not words:
        return Line("LOOSE", "", {})
    pieces: list[tuple[str, str | None]] = []
    if number and number.strip(" .()"):
        pieces += [(number.strip(" .()"), "number"), (". ", None)]
    if uin:
        pieces += [("[", None), (uin, "uin"), ("] ", None)]
    before = sum(len(piece) for piece, _ in pieces)
    line = _laid("LABEL", *pieces, (words, "label"), origin=origin, identifiers=identifiers, kind=kind)
    line = line._replace(party=party or None, seat=seat or None)
    return line._replace(parts={**(line.parts or {}), "before": (0, before)}) if before else line


def positioned(line: Line, position: str) -> Line:
    """A label with what stands behind the name: an office, or a party and a seat."""
    if not position:
        return line
    start = len(line.text) + 2
    parts = {**(line.parts or {}), "position": (start, start + len(position))}
    return line._replace(text=f"{line.text}, {position}", parts=parts)


def numbered(register: str, number: str | None) -> tuple[str, ...]:
    """Who has a number in a register, as an identifier; 0 stands for nobody."""
    return (f"{register}:{number}",) if number and number != "0" else ()


def nameless(words: str, number: str) -> Line:
    """A paragraph with which somebody begins to speak whom nobody names; a question's number before it."""
    before = f"{number}. " if number else ""
    parts = {"number": (0, len(number)), "before": (0, len(before))} if number else {}
    return Line("NAMELESS", before + words, parts)


def heading(words: str, origin: str | None = None, depth: int = 0) -> Line:
    """What stands above a debate; `depth` is how deep, where the container says it."""
    return Line("HEADING", folded(words), {}, origin, depth=depth)


def paragraph(words: str, said: bool = True) -> Line:
    """A paragraph, of the speaker of the last label or of nobody."""
    return Line("SAID" if said else "LINE", folded(words))


#: The colon behind a label, which is none of a time.
_COLON = re.compile(r":(?![0-9]{2}\b)")
#: When somebody begins, behind the name.
_STAMPED = re.compile(r" ?\(([0-9]{1,2}:[0-9]{2})\) ?$")
#: No label is longer than this.
_LONGEST = 400


def begun(words: str) -> tuple[str, str, str] | None:
    """Who begins to speak, when, and what is said, of words as `Ms Marsh (15:10): I move`; None of others."""
    who, *rest = _COLON.split(words, maxsplit=1)
    if not rest or len(who) > _LONGEST:
        return None
    stamp = _STAMPED.search(who)
    return (who[: stamp.start()], stamp[1], rest[0]) if stamp else (who, "", rest[0])


def voiced(
    words: str,
    clock: str,
    identifiers: tuple[str, ...],
    kind: str | None = None,
    party: str | None = None,
    seat: str | None = None,
) -> Iterator[Line]:
    """A paragraph that begins with a name and a colon, its time taken out: when, who, and what is said."""
    found = begun(words)
    if found is None:
        yield paragraph(words, said=False)
        return
    who, stamp, said = found
    yield from timed(f"{clock or stamp:0>5}")
    yield label(who, identifiers=identifiers, kind=kind, party=party, seat=seat)
    if said.strip():
        yield paragraph(said)


def column(number: str, unit: str = "Column") -> Line:
    """A column of the printed page begins, or a page."""
    return _laid("COLUMN", (f"{unit} ", None), (number.strip(), "column"))


_CLOCK = re.compile(r"0?([0-9]{2}):([0-9]{2})(?::[0-9]{2})?")


def timed(clock: str) -> tuple[Line, ...]:
    """A time as `15:37:00`, no line where it is none: `015:37:00` is one, `unknown` is not."""
    found = _CLOCK.match(clock.strip())
    return (_laid("TIME", (found[1], "hour"), (":", None), (found[2], "minute")),) if found else ()


_HALF = re.compile(r"\(?([0-9]{1,2})[.:]([0-9]{2}) ?([ap])\.?m\b\.?\)?", re.IGNORECASE)


def clocked(words: str) -> tuple[str, str]:
    """A time in twelve hours with which words begin, as `15:37`, and what stands behind it."""
    found = _HALF.match(words)
    if found is None:
        return "", words
    hour = int(found[1]) % 12 + 12 * (found[3] in "pP")
    return f"{hour:02}:{found[2]}", words[found.end() :]


#: A total of more figures is none.
LONGEST_COUNT = 6
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def iso_date(date: str) -> tuple[Line, ...]:
    """A date that begins as `2020-12-14`, no line where it does not."""
    found = _ISO.match(date.strip())
    if found is None:
        return ()
    year, month, day = found.groups()
    return (_laid("DATE", (year, "year"), ("-", None), (month, "month"), ("-", None), (day, "day")),)


def day(words: str) -> Line:
    """A line that ends in a date as `22 June 2022`."""
    words = folded(words)
    year = words.rfind(" ") + 1
    month = words.rfind(" ", 0, max(year - 1, 0)) + 1
    first = words.rfind(" ", 0, max(month - 1, 0)) + 1
    places = {"day": (first, month - 1), "month": (month, year - 1), "year": (year, len(words))}
    numbers = words[first : month - 1].isdecimal() and words[year:].isdecimal()
    return Line("DATE", words, places) if numbers else Line("LINE", words)


def division(number: str | None, clock: str | None = None) -> Line:
    """A division begins."""
    pieces: list[tuple[str, str | None]] = [("Division", None)]
    if number:
        pieces += [(" No. ", None), (number.strip(), "number")]
    found = _CLOCK.match(clock.strip()) if clock else None
    if found:
        pieces += [(" [", None), (found[1], "hour"), (":", None), (found[2], "minute"), ("]", None)]
    return _laid("DIVISION", *pieces)


def side(name: str, count: str | None = None) -> Line:
    """A side of a division: `Ayes`, and how many they are."""
    count = (count or "").strip()
    known = count.isdecimal() and count.isascii() and len(count) <= LONGEST_COUNT
    stated = ((": ", None), (count, "count" if known else None)) if count else ()
    return _laid("SIDE", (folded(name), "side"), *stated)


def vote(
    name: str,
    *,
    seat: str | None = None,
    teller: bool = False,
    proxy: str | None = None,
    identifiers: tuple[str, ...] = (),
) -> Line:
    """Who voted."""
    pieces: list[tuple[str, str | None]] = [(folded(name), "name")]
    if seat:
        pieces += [(" (", None), (folded(seat), "constituency"), (")", None)]
    if teller:
        pieces += [(" (", None), ("Teller", "teller"), (")", None)]
    if proxy:
        pieces += [(" (Proxy vote cast by ", None), (folded(proxy), "proxy"), (")", None)]
    return _laid("VOTE", *pieces, identifiers=identifiers)


_CELL = "\x1f"


class Marked:
    """The words of a paragraph that marks may stand in: what is printed before, between and after them."""

    def __init__(self, said: bool = True) -> None:
        #: Whether the speaker of the last label says it.
        self.said = said
        #: Whether the container says that these are words and no procedure.
        self.spoken = False
        self._words: list[str] = []
        #: Its first words are those of somebody new whom nobody names: the number of the question that this
        #: is, nothing where it has none; None where it is of the speaker of the last label.
        self.nameless: str | None = None
        self._mute = False
        self._cut = False
        self._lines: list[Line] = []
        #: The number of the question that the paragraph is, where the container says it beside the words.
        self.uin: str | None = None

    def add(self, words: str) -> None:
        """More words."""
        if not self._mute:
            self._words.append(words)

    @property
    def begun(self) -> bool:
        """Whether it has words before what comes now."""
        return self._cut or any(not words.isspace() for words in self._words)

    def mute(self, mute: bool) -> None:
        """Whether the words from here on are the site's, and no part of the paragraph."""
        self._mute = mute

    def drop(self) -> None:
        """Forget the words since the last mark."""
        self._words.clear()

    def cell(self) -> None:
        """The words from here on are in another cell of a table's row."""
        self._words.append(_CELL)

    def mark(self, line: Line) -> None:
        """A mark stands here."""
        self._flush()
        self._lines.append(line)

    def _flush(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        if _CELL in words:
            cells = [folded(cell) for cell in words.split(_CELL)]
            if any(cells):
                self._lines.append(Line("ROW", "\t".join(cells), {}))
            return
        words = folded(words)
        if words:
            if self._cut or self.nameless is None:
                line = Line("CONTINUED", words) if self._cut else self._paragraph(words)
            else:
                line, self.nameless = nameless(words, self.nameless), None
            self._lines.append(line)
            self._cut = True

    def _paragraph(self, words: str) -> Line:
        return Line("PARAGRAPH", words) if self.spoken and self.said else paragraph(words, self.said)

    def end(self) -> list[Line]:
        """The lines of the paragraph, which is over."""
        if not self._words and not self._lines:
            self.uin, self._cut = None, False
            return []
        self._flush()
        if self.uin and self._lines and self.uin not in self._lines[-1].text:
            self._lines[-1] = self._lines[-1]._replace(text=f"{self._lines[-1].text} [{self.uin}]")
        self.uin = None
        lines, self._lines, self._cut = self._lines, [], False
        return lines
