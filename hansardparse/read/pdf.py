"""PDF files by pypdfium2: paragraphs, put together from lines by where these stand; the page of each."""

from __future__ import annotations

import functools
import itertools
import re
import statistics
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any, NamedTuple

from hansardparse.read.lines import Line, folded
from hansardparse.read.source import Source, needs, unreadable

__all__ = ["read"]

#: So many lines at the top and at the bottom of a page may be running heads and feet.
EDGE = 5
#: A line is one where it stands, but for its numbers, on so many pages, and on this share of them.
PAGES, SHARE = 3, 0.2
#: A paragraph begins where a line is this much further below the one above than most are.
GAP = 1.25
#: Fewer lines are no column.
FEWEST_ROWS = 5
#: A column that is put in its place has so many lines; those of tables have fewer.
LONG_COLUMN = 15
#: A step that so many lines share is a common one.
COMMON = 0.15
#: Or where it begins this far to the right of the others, in points.
INDENT = 6.0
#: A name with its office is no longer than this, in code points.
LONGEST_NAME = 80
#: A file with fewer characters a page than this has pictures of its text.
FEWEST = 20


#: PDFium knows one thread, and what it has opened is closed by the same one: a file is read whole.
_ONE_FILE = threading.Lock()


class _Row(NamedTuple):
    """One line of a page: its words, where they begin and end, in points from the left and from the foot, and
    whether it begins with a capital in bold type below a line that may end a paragraph.

    Two lines with a word that is parted between them are one.
    """

    text: str
    left: float
    right: float
    first: float
    last: float
    bold: bool


def read(source: Source) -> Iterator[Line]:
    """The paragraphs of a file, each with its page."""
    try:
        import pypdfium2
    except ImportError:
        raise needs("pdf", "pypdfium2") from None
    try:
        with _ONE_FILE, closing(pypdfium2.PdfDocument(source.data)) as document:  # type: ignore[no-untyped-call]
            pages = [_rows(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = (
            "is encrypted; save it without a password"
            if locked
            else f"cannot be read: {error}; fetch it again"
        )
        raise unreadable(f"the PDF {what}") from None
    written = sum(len(row.text) for rows in pages for row in rows)
    if pages and written < FEWEST * len(pages):
        raise unreadable("a PDF without text: its pages are pictures; recognise their characters first")
    parted = _Parted(pages)
    for line in _paragraphs([_in_order(rows) for rows in _without_edges(pages)]):
        yield line._replace(text=parted.joined(line.text))


class _Parted:
    """Joins the words that were parted at the ends of lines, by the other words of a file."""

    #: What pdfium puts for a hyphen at the end of a line.
    HYPHENS = "\ufffe", "\x02"
    _PARTS = re.compile(r"(\w+)[\ufffe\x02](\w*)")
    _WORD = re.compile(r"\w[\w'’-]*")

    def __init__(self, pages: list[list[_Row]]) -> None:
        self._pages = pages

    @functools.cached_property
    def _known(self) -> frozenset[str]:
        """The words of the file in small letters; in most files no word is parted, and none is looked for."""
        text = "\n".join(row.text for rows in self._pages for row in rows)
        return frozenset(self._WORD.findall(text.casefold()))

    def joined(self, text: str) -> str:
        """A text whose parted words are whole again."""
        return self._PARTS.sub(self._whole, text) if any(each in text for each in self.HYPHENS) else text

    def _whole(self, parted: re.Match[str]) -> str:
        """A word without the hyphen where the file has it so elsewhere."""
        first, second = parted[1], parted[2]
        if f"{first}{second}".casefold() in self._known:
            return first + second
        hyphened = f"{first}-{second}".casefold() in self._known
        apart = first.casefold() in self._known and second.casefold() in self._known
        return f"{first}-{second}" if hyphened or apart else first + second


def _rows(document: Any, number: int) -> list[_Row]:
    """The lines of a page in the order of its text."""
    with closing(document[number]) as page, closing(page.get_textpage()) as words:
        return _lines_of(words)


def _lines_of(words: Any) -> list[_Row]:
    """The lines of a page's text, with where they stand."""
    text: str = words.get_text_range()
    found: list[_Row] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line.rstrip("\r \t"))
        begin = start + len(line) - len(line.lstrip())
        if end > begin:
            left, first, _, _ = words.get_charbox(begin, loose=True)
            _, last, right, _ = words.get_charbox(end - 1, loose=True)
            # asked where it may begin a paragraph alone: it takes longer than all else of a line
            bold = text[begin].isupper() and (not found or _is_over(found[-1])) and _is_bold(words, begin)
            found.append(_Row(text[begin:end], left, right, first, last, bold))
        start += len(line) + 1
    return found


def _is_bold(words: Any, at: int) -> bool:
    """Whether a character of a page is set in a font whose name says that it is bold."""
    letters = words.get_textobj(at)
    return letters is not None and "Bold" in letters.get_font().get_base_name()


_NUMBER = re.compile(r"\d+")


def _shape(row: _Row, placed: bool) -> str:
    """A line without its numbers, and where it stands: what running heads have in common."""
    shape = _NUMBER.sub("#", folded(row.text))
    return f"{shape} {round(row.first)}" if placed else shape


def _without_edges(pages: list[list[_Row]]) -> list[list[_Row]]:
    """The pages without the running heads and feet that stand on many of them."""
    # of two pages, both have it, and in the same place
    both = len(pages) == 2
    enough = 2 if both else max(PAGES, len(pages) * SHARE)
    shape = functools.partial(_shape, placed=both)
    seen: Counter[str] = Counter()
    for rows in pages:
        seen.update({shape(row) for row in (*rows[:EDGE], *rows[-EDGE:])})
    kept: list[list[_Row]] = []
    for rows in pages:
        first, last = 0, len(rows)
        while first < min(EDGE, last) and seen[shape(rows[first])] >= enough:
            first += 1
        while last > max(first, len(rows) - EDGE) and seen[shape(rows[last - 1])] >= enough:
            last -= 1
        kept.append(rows[first:last])
    return kept


def _paragraphs(pages: list[list[_Row]]) -> Iterator[Line]:
    """The lines joined to paragraphs; one may run on over a page."""
    steps = [a.last - b.first for rows in pages for a, b in itertools.pairwise(rows)]
    usual = _usual([step for step in steps if step > 0])
    words: list[str] = []
    begun = 0
    above: _Row | None = None
    for number, rows in enumerate(pages, 1):
        margins = _margins(rows)
        for at, row in enumerate(rows):
            left, right = margins[at]
            if above is not None and _begins(row, above, at == 0, usual, left, right):
                yield _joined(words, begun)
                words = []
            if not words:
                begun = number
            words.append(row.text)
            above = row
    if words:
        yield _joined(words, begun)


def _usual(steps: list[float]) -> float:
    """How far below the one above a line of a paragraph stands: the least step that is a common one.

    Where most paragraphs are one line, the step between two paragraphs is the commonest.
    """
    counted = Counter(round(step * 2) for step in steps)
    common = [step / 2 for step, times in counted.items() if times >= len(steps) * COMMON]
    return min(common, default=statistics.median(steps or [0.0]))


def _columns(rows: list[_Row]) -> list[list[_Row]]:
    """The lines of a page by its columns: a line above the one before it begins another."""
    columns: list[list[_Row]] = []
    for row in rows:
        if not columns or columns[-1][-1].last < row.first:
            columns.append([])
        columns[-1].append(row)
    return columns


def _left(rows: list[_Row]) -> int:
    """Where most of some lines begin."""
    return Counter(round(row.left) for row in rows).most_common(1)[0][0]


def _in_order(rows: list[_Row]) -> list[_Row]:
    """The lines of a page, those of a long column on the left before those of one on its right.

    What stands above both is the head of the page.
    """
    columns = _columns(rows)
    for n, (first, second) in enumerate(itertools.pairwise(columns)):
        if min(len(first), len(second)) < LONG_COLUMN:
            continue
        left = _left(first)
        top = next(row.first for row in first if round(row.left) == left)
        if statistics.median(row.right for row in second) <= left:
            both = (*first, *second)
            head = sorted((row for row in both if row.first > top), key=lambda row: -row.first)
            columns[n : n + 2] = (
                head,
                *([row for row in each if row.first <= top] for each in (second, first)),
            )
            break
    return [row for column in columns for row in column]


def _margins(rows: list[_Row]) -> list[tuple[float, float]]:
    """For each line of a page, where most lines of its column begin, and where the longest end."""
    margins = []
    for column in _columns(rows):
        lines = column if len(column) >= FEWEST_ROWS else rows
        left = _left(lines)
        margins += [(float(left), max(row.right for row in lines))] * len(column)
    return margins


def _begins(row: _Row, above: _Row, first: bool, usual: float, left: float, right: float) -> bool:
    """Whether a line begins a paragraph."""
    over = _is_over(above)
    step = above.last - row.first
    word = row.text.partition(" ")[0]
    if above.text.isupper() and word[:1].isupper() and not word.isupper():  # what is in capitals is over
        return True
    if _cuts_in(row, above) or _is_titled(row, above, left, right):
        return True
    if first or step < 0:  # another page, or another column
        return over and (row.text[:1].isupper() or not row.text[:1].isalpha())
    if usual and step > usual * GAP:
        return True
    if row.bold and over:  # as a label is printed
        return True
    if row.left > left + INDENT and above.left <= left + INDENT and over:
        return True
    # its first word had room above
    room = above.right < right - _width(row) * (len(word) + 2)
    return room and over and not row.text[:1].islower()


def _is_over(row: _Row) -> bool:
    """Whether a paragraph may end with a line; two hyphens cut words off, and one parts a word."""
    words = row.text.rstrip()
    return words[-1:] in ".?!:;”’\"')]…" or words.endswith("--")


def _cuts_in(row: _Row, above: _Row) -> bool:
    """Whether a line begins with the name of who cuts in: a dash stands above, a colon behind the name."""
    return above.text.rstrip()[-1:] in "—–" and row.text[:1].isupper() and ":" in row.text[:LONGEST_NAME]


def _is_titled(row: _Row, above: _Row, left: float, right: float) -> bool:
    """Whether what stands above a line, in the middle, is over: it is short, as a title is, or a day."""
    if not row.text[:1].isupper() or row.text.isupper() or above.text[:1] in "([":
        return False
    if above.text[-4:].isdecimal() and abs(above.left + above.right - row.left - row.right) < INDENT:
        return abs(above.left - row.left) > INDENT
    before, behind = above.left - left, right - above.right
    return min(before, behind) > (right - left) / 4 and abs(before - behind) < 2 * INDENT


def _width(row: _Row) -> float:
    """How wide a letter of a line is, on the whole."""
    return (row.right - row.left) / max(1, len(row.text))


def _joined(words: list[str], page: int) -> Line:
    """The lines of a paragraph as one."""
    text = words[0]
    for line in words[1:]:
        broken = text.endswith("-") and line[:1].islower()
        text = text + line if broken else f"{text} {line}"
    return Line("TEXT", f"{folded(text)}\n", origin=f"page={page}")
