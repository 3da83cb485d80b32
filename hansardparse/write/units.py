"""Rows of another unit than the item: a speech as a whole, or each of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from hansardparse.model.nodes import SPOKEN, Contribution, Section, Span, Transcript
from hansardparse.write.row_ids import Ids
from hansardparse.write.row_values import RowValues, count_words, row_values, walked

__all__ = ["ParagraphValues", "as_parts", "in_unit"]

_WORDS = frozenset(SPOKEN)


class ParagraphValues(NamedTuple):
    """A paragraph: the row that it would be, its kind and its language."""

    row: RowValues
    block: str
    language: str | None


def as_parts(part: Transcript | Section | Iterable[Transcript]) -> Iterable[Transcript]:
    """Transcripts of what has rows: of a section, one that holds nothing else.

    Raises TypeError for what has none.
    """
    if isinstance(part, Section):
        return (Transcript((part,), span=part.span),)
    if isinstance(part, Transcript):
        return (part,)
    if not isinstance(part, Iterable) or isinstance(part, (str, bytes)):
        raise TypeError(f"a Transcript or a Section has rows, and no {type(part).__name__}")
    return part


def in_unit(parts: Iterable[Transcript], unit: str) -> Iterator[RowValues] | Iterator[ParagraphValues]:
    """The rows of some transcripts in a unit. Raises ValueError for one that is none."""
    if unit == "item":
        return row_values(parts)
    if unit == "speech":
        return _speeches(parts)
    if unit == "paragraph":
        return _paragraphs(parts)
    raise ValueError(f"no unit {unit!r}; there are: item, speech, paragraph")


def _speeches(parts: Iterable[Transcript]) -> Iterator[RowValues]:
    """One row a speech: what its speaker said, without what broke into it."""
    for rows in walked(parts):
        whole: dict[int | None, list[RowValues]] = {}
        for row in rows:
            if row.speech is not None:
                whole.setdefault(row.speech, []).append(row)
        for own in whole.values():
            first, text = own[0], "\n\n".join(row.text for row in own)
            yield first._replace(
                text=text,
                references=[cited for row in own for cited in row.references],
                span=Span(first.span.start, own[-1].span.end),
                words=count_words(text),
            )


def _paragraphs(parts: Iterable[Transcript]) -> Iterator[ParagraphValues]:
    """One row a paragraph of what was said, or of what a release says itself."""
    ids = Ids()
    for row in row_values(parts):
        item = row.item
        blocks: tuple[Any, ...] = item.blocks if type(item) is Contribution else (item,)
        for block in blocks:
            if type(block) in _WORDS:
                start, end = block.span
                of_block = row._replace(
                    text=block.text,
                    references=[cited for cited in row.references if start <= cited.span.start < end],
                    span=block.span,
                    id=ids.of("paragraph", row.voice[0], block.text),
                    words=count_words(block.text),
                )
                yield ParagraphValues(of_block, block.type, getattr(block, "language", None))
