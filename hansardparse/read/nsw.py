"""Fragments of Hansard of the Parliament of New South Wales: XHTML, alone or in an answer of its API."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from hansardparse.read.ballots import Ballot
from hansardparse.read.fields import Fields
from hansardparse.read.lines import Line, folded, heading, paragraph, voiced
from hansardparse.read.source import Source
from hansardparse.read.trees import first_named, local, root_of, walk

__all__ = ["read"]

_VOICES = ("Speech-H", "Question-H", "Answer-H", "Continuation-H", "Upper-H", "Lower-H", "Interjecting-H")


def read(source: Source) -> Iterator[Line]:
    """The lines of a fragment, in order."""
    if source.start.startswith("{"):
        html = Fields(source.json).text("DocumentHtml")
        source = Source(io.BytesIO(html.encode()))
    yield Line("PARLIAMENT", "au")
    fragment = _Fragment()
    for element in root_of(source).iter():
        name = local(element)
        if name == "a" and element.get("name") == "member":
            fragment.member = element.get("data-value") or ""
        elif name == "table" and not _in_cell(element):
            yield from fragment.table(element)
        elif name == "p" and not _in_cell(element) and _shown(element):
            yield from fragment.paragraph(element)
    yield from fragment.ballot.end()


class _Fragment:
    """What the elements of a fragment have told so far."""

    def __init__(self) -> None:
        self.member = ""  # whom the next paragraph names
        self.ballot = Ballot()
        self._speaks = False

    def table(self, element: Any) -> Iterator[Line]:
        """The rows of a table, or a division."""
        rows = [
            [_shown(cell) for cell in row if local(cell) in ("td", "th")] for row in element.iter("{*}tr")
        ]
        lines = list(self.ballot.lines(rows))
        self._speaks = self._speaks and not lines
        yield from lines or (Line("ROW", "\t".join(row), {}) for row in rows)

    def paragraph(self, element: Any) -> Iterator[Line]:
        """A title, a turn or more of one; what is bold is procedure."""
        text, kind = _shown(element), element.get("class") or ""
        yield from self.ballot.end()
        if "Debate" in kind:
            yield heading(text)
            self._speaks = False
        elif (voice := first_named(element, _is_name)) is not None:
            clock = next((_shown(each) for each in element.iter() if each.get("class") == "Time-H"), "")
            number, self.member = voice.get("data-value") or self.member, ""
            text = text.replace(f" ({clock})", "", 1) if clock else text
            lines = list(voiced(text, clock, (f"parliament.nsw:{number}",) if number else ()))
            self._speaks = self._speaks or lines[-1].role == "SAID"
            yield from lines
        else:
            bold = kind.startswith("NormalBold")
            yield paragraph(text, said=self._speaks and not bold)
            self._speaks = self._speaks and not bold


def _is_name(kind: str) -> bool:
    return kind.endswith(_VOICES)


def _shown(element: Any) -> str:
    """The words in an element that a page shows."""
    parts = walk(element, lambda node: node.get("class") == "HiddenTime-H")
    return folded("".join(part for event, part in parts if event == "text"))


def _in_cell(element: Any) -> bool:
    return any(local(each) in ("td", "th") for each in element.iterancestors())
