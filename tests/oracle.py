"""An independent reading of the JSON: which characters of a text are in some leaf, and whether in order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from hansardparse import Transcript, dumps


def below(node: dict[str, Any]) -> list[dict[str, Any]]:
    """The objects with a place that stand directly in an object, in the order of their places."""
    found = []
    for value in node.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and one.get("span") is not None:
                found.append(one)
    return sorted(found, key=lambda n: n["span"])


def leaves(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The objects with a place in which no other has one."""
    inside = below(node)
    if not inside:
        yield node
    for child in inside:
        yield from leaves(child)


def faults(transcript: Transcript, text: str) -> list[str]:
    """Every law of spans that a transcript breaks; none is what a test wants."""
    tree = json.loads(dumps(transcript))
    tree = {"type": "transcript", "items": tree["items"], "span": tree["span"]}
    return [*_nesting(tree), *_cover(tree, text)]


def _nesting(node: dict[str, Any]) -> Iterator[str]:
    start, end = node["span"]
    at = start
    for child in below(node):
        first, last = child["span"]
        if not start <= first <= last <= end:
            yield f"{child['type']} {first}-{last} leaves its {node['type']} {start}-{end}"
        if first < at:
            yield f"{child['type']} {first}-{last} begins before {at} in a {node['type']}"
        at = last
        yield from _nesting(child)


def joined(lines: str) -> str:
    """The text of lines broken at a width, a space for each newline and the blanks around it."""
    return re.sub(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*", " ", lines)


def _is_slice(piece: str, wanted: str) -> bool:
    """Whether a text is a piece of the source, its lines joined; a word that they divide is whole again."""
    if joined(piece) == joined(wanted):
        return True
    divided = re.sub(r"-[^\S\r\n]*(?:\r\n|\r|\n)\s*(?=[^\W\d_])", "", piece)
    return divided != piece and joined(divided).replace("-", "") == joined(wanted).replace("-", "")


def _cover(tree: dict[str, Any], text: str) -> Iterator[str]:
    at = 0
    for leaf in leaves(tree) if tree["items"] else ():
        start, end = leaf["span"]
        if text[at:start].strip():
            yield f"lost at {at}: {text[at:start].strip()[:60]!r}"
        at = max(at, end)
        wanted = leaf.get("text", leaf.get("label"))
        if (
            wanted
            and leaf["type"] != "speaker"
            and text[start:end] != wanted
            and not _is_slice(text[start:end], wanted)
        ):
            yield f"{leaf['type']} at {start} is not its slice: {text[start:end][:40]!r} / {wanted[:40]!r}"
        # the speaker of a speech as delivered is named in its title: no place of its own
        if (
            leaf["type"] == "speaker"
            and wanted
            and start < end
            and joined(wanted) not in joined(text[start:end])
        ):
            yield f"label {wanted!r} is not at {start}"
    if text[at:].strip():
        yield f"lost at {at}: {text[at:].strip()[:60]!r}"
