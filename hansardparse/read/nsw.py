"""Fragments of Hansard of the Parliament of New South Wales: XHTML, alone or in an answer of its API."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

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
    member, speaks = "", False
    for element in root_of(source).iter():
        if local(element) == "a" and element.get("name") == "member":
            member = element.get("data-value") or ""
        if local(element) != "p" or _in_cell(element):
            if local(element) == "tr":
                yield Line(
                    "ROW", "\t".join(_shown(cell) for cell in element if local(cell) in ("td", "th")), {}
                )
            continue
        text = _shown(element)
        kind = element.get("class") or ""
        if not text:
            continue
        if "Debate" in kind:
            yield heading(text)
            speaks = False
        elif (voice := first_named(element, _is_name)) is not None:
            clock = next((_shown(each) for each in element.iter() if each.get("class") == "Time-H"), "")
            number = voice.get("data-value") or member
            text = text.replace(f" ({clock})", "", 1) if clock else text
            lines = list(voiced(text, clock, (f"parliament.nsw:{number}",) if number else ()))
            speaks = speaks or lines[-1].role == "SAID"
            yield from lines
        else:
            bold = kind.startswith("NormalBold")
            yield paragraph(text, said=speaks and not bold)
            speaks = speaks and not bold


def _is_name(kind: str) -> bool:
    return kind.endswith(_VOICES)


def _shown(element: Any) -> str:
    """The words in an element that a page shows."""
    parts = walk(element, lambda node: node.get("class") == "HiddenTime-H")
    return folded("".join(part for event, part in parts if event == "text"))


def _in_cell(element: Any) -> bool:
    return any(local(each) in ("td", "th") for each in element.iterancestors())
