"""Word files (.docx): paragraphs and tables; bold beginnings are labels where they are so all through."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import Any

import attrs

from hansardparse.read.lines import Line, folded, heading, label, paragraph
from hansardparse.read.source import Source, needs, unreadable

__all__ = ["read"]

#: A file has bold labels where so many of its paragraphs begin with one.
ENOUGH = 5
#: No label is longer than this.
_LONGEST, _LONGEST_HEADING = 400, 250


@attrs.frozen(eq=False)
class _Paragraph:
    """A paragraph, what is asked of it read once: python-docx looks for each piece of text anew.

    - `text`: its words; `whole`: those of its runs, as they stand; `bold`: those in bold that it begins with
    - `lines`: its words by the lines that it is broken into
    """

    block: Any
    text: str
    lines: tuple[str, ...]
    whole: str
    bold: str

    @classmethod
    def of(cls, block: Any) -> _Paragraph:
        """A paragraph of a Word file."""
        pieces = [(piece, piece.text) for piece in block.iter_inner_content()]
        # a link is none; its class is asked, for a run that is asked looks for its type
        runs = [piece for piece in pieces if hasattr(type(piece[0]), "bold")]
        begins = itertools.takewhile(lambda run: run[0].bold or not run[1].strip(), runs)
        bold = "".join(text for _, text in begins)
        lines = tuple(filter(None, map(folded, "".join(text for _, text in pieces).split("\n"))))
        return cls(block, " ".join(lines), lines, "".join(text for _, text in runs), bold)

    @functools.cached_property
    def label(self) -> str | None:
        """The bold beginning of a paragraph that a colon ends."""
        if not self.bold.strip() or len(self.bold) > _LONGEST:
            return None
        if self.bold.rstrip().endswith(":"):
            return folded(self.bold).rstrip(" :")
        return folded(self.bold) if self.whole[len(self.bold) :].lstrip().startswith(":") else None

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of the line."""
        return self.block.alignment is not None and str(self.block.alignment).startswith("CENTER")

    @property
    def heads(self) -> bool:
        """Whether it is a heading: by its style, in capitals, or bold in the middle of the line."""
        if not any(map(str.isalpha, self.text)) or len(self.text) > _LONGEST_HEADING:
            return False
        if (self.block.style.name or "").startswith(("Heading", "Title")):
            return True
        bold = bool(self.bold.strip()) and folded(self.bold) == self.text
        return self.text.isupper() or (bold and self.centred)


def read(source: Source) -> Iterator[Line]:
    """The lines of a file: with roles where bold type tells them, else as text."""
    blocks = list(_blocks(source))
    if sum(block.label is not None for block in blocks if not isinstance(block, str)) < ENOUGH:
        for block in blocks:
            if isinstance(block, str):
                yield Line("TEXT", block if "\t" in block else f"{block}\n")
            elif block.lines:
                yield from (Line("TEXT", words) for words in block.lines[:-1])
                yield Line("TEXT", f"{block.lines[-1]}\n")
        return
    speaks, label_only = False, False
    for block in blocks:
        if isinstance(block, str):
            yield Line("ROW", block, {})
            continue
        if not block.text:
            continue
        if block.label is not None:
            speaks = True
            yield label(block.label)
            said = folded(block.whole[len(block.bold) :]).lstrip(" :")
            label_only = not said
            if said:
                yield paragraph(said)
        elif block.heads and not label_only:
            speaks = False
            yield heading(block.text)
        else:
            label_only = False
            yield _clock(block.text) or paragraph(block.text, speaks and not block.centred)


def _blocks(source: Source) -> Iterator[_Paragraph | str]:
    """The paragraphs, and the rows of tables as text."""
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        raise needs("docx", "python-docx") from None
    try:
        document = docx.Document(source.stream())
    except ValueError:  # the only one of python-docx's own: the package is whole, and holds no document
        what = "an Office file that is no Word document; save what it holds as .docx, .csv or plain text"
        raise unreadable(what) from None
    except (PackageNotFoundError, KeyError, OSError) as error:
        raise unreadable(f"a damaged Word file: {error}; save it again in a word processor") from None
    except Exception as error:  # zipfile's and lxml's own, which share no class
        raise unreadable(
            f"a damaged Word file ({type(error).__name__}); save it again in a word processor"
        ) from None
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = "\t".join(folded(cell.text) for cell in row.cells)
                if cells.strip():
                    yield cells
        else:
            yield _Paragraph.of(block)


def _clock(text: str) -> Line | None:
    """A time that stands alone as `2.14`, with no half of the day."""
    hour, point, minute = text.partition(".")
    if point and hour.isdecimal() and minute.isdecimal() and len(hour) < 3 and len(minute) == 2:
        places = {"hour": (0, len(hour)), "minute": (len(hour) + 1, len(text))}
        return Line("TIME", text, places)
    return None
