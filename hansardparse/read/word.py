"""Word files (.docx): paragraphs and tables; bold beginnings are labels where they are so all through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, folded, heading, label, paragraph
from hansardparse.read.source import Source, needs, unreadable

__all__ = ["read"]

#: A file has bold labels where so many of its paragraphs begin with one.
ENOUGH = 5
#: No label is longer than this.
_LONGEST, _LONGEST_HEADING = 400, 250


def read(source: Source) -> Iterator[Line]:
    """The lines of a file: with roles where bold type tells them, else as text."""
    blocks = list(_blocks(source))
    if sum(_label_of(block) is not None for block in blocks if not isinstance(block, str)) < ENOUGH:
        for block in blocks:
            words = block if isinstance(block, str) else _text(block)
            if words:
                yield Line("TEXT", words if "\t" in words else f"{words}\n")
        return
    speaks, label_only = False, False
    for block in blocks:
        if isinstance(block, str):
            yield Line("ROW", block, {})
            continue
        text = _text(block)
        if not text:
            continue
        name = _label_of(block)
        if name is not None:
            speaks = True
            yield label(name)
            said = folded(_whole(block)[len(_bold(block)) :]).lstrip(" :")
            label_only = not said
            if said:
                yield paragraph(said)
        elif _heads(block, text) and not label_only:
            speaks = False
            yield heading(text)
        else:
            label_only = False
            yield _clock(text) or paragraph(text, speaks and not _centred(block))


def _blocks(source: Source) -> Iterator[Any]:
    """The paragraphs, and the rows of tables as text."""
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        raise needs("docx", "python-docx") from None
    try:
        document = docx.Document(source.stream())
    except (PackageNotFoundError, KeyError, ValueError, OSError) as error:
        raise unreadable(f"a damaged Word file: {error}") from None
    except Exception as error:  # zipfile's and lxml's own, which share no class
        raise unreadable(f"a damaged Word file: {type(error).__name__}") from None
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = "\t".join(folded(cell.text) for cell in row.cells)
                if cells.strip():
                    yield cells
        else:
            yield block


def _whole(block: Any) -> str:
    return "".join(run.text for run in block.runs)


def _text(block: Any) -> str:
    return folded(block.text)


def _bold(block: Any) -> str:
    """The words in bold with which a paragraph begins."""
    found = ""
    for run in block.runs:
        if not run.bold and run.text.strip():
            break
        found += run.text
    return found


def _label_of(block: Any) -> str | None:
    """The bold beginning of a paragraph that a colon ends."""
    bold = _bold(block)
    if not bold.strip() or len(bold) > _LONGEST:
        return None
    rest = _whole(block)[len(bold) :].lstrip()
    if bold.rstrip().endswith(":"):
        return folded(bold).rstrip(" :")
    return folded(bold) if rest.startswith(":") else None


def _centred(block: Any) -> bool:
    return block.alignment is not None and str(block.alignment).startswith("CENTER")


def _heads(block: Any, text: str) -> bool:
    """Whether a paragraph is a heading: by its style, in capitals, or bold in the middle of the line."""
    if not any(map(str.isalpha, text)) or len(text) > _LONGEST_HEADING:
        return False
    if (block.style.name or "").startswith(("Heading", "Title")):
        return True
    bold = bool(_bold(block).strip()) and folded(_bold(block)) == text
    return text.isupper() or (bold and _centred(block))


def _clock(text: str) -> Line | None:
    """A time that stands alone as `2.14`, with no half of the day."""
    hour, point, minute = text.partition(".")
    if point and hour.isdecimal() and minute.isdecimal() and len(hour) < 3 and len(minute) == 2:
        places = {"hour": (0, len(hour)), "minute": (len(hour) + 1, len(text))}
        return Line("TIME", text, places)
    return None
