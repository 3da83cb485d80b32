"""Who speaks in running text that has no mark for it: names in bold, or before a colon, that come again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from hansardparse.read.pages import words

__all__ = ["voices_of"]

#: No name is longer than this, nor has it more words.
_LONGEST, _MOST_WORDS = 80, 8
#: Bold type is taken for names where there are so many, of so many people.
_ENOUGH, _PEOPLE = 3, 2


def voices_of(body: Any, speaker: str) -> dict[str, tuple[str, str]]:
    """Who begins to speak, and with what words, by the whole text of each paragraph in which somebody does.

    Names are bold, or titles of the rank that has the name of the `speaker`, where at least one of two people
    is named twice; without these they stand before a colon, where two people are.
    """
    bold: dict[str, tuple[str, str]] = {}
    titles: dict[str, tuple[str, str]] = {}
    plain: dict[str, tuple[str, str]] = {}
    named: list[str] = []
    tags: dict[str, str] = {}  # of titles
    for node in body.css("p, h2, h3, h4"):
        text = words(node)
        found, name, said = _begun(node, text)
        if not _is_name(name):
            continue
        into = {"bold": bold, "title": titles, "plain": plain}[found]
        into[text] = (name, said)
        tags.setdefault(text, node.tag)
        named += [] if found == "plain" else [_person(name)]
    again = {who for who, times in Counter(named).items() if times > 1}
    if again and len(named) >= _ENOUGH and len(set(named)) >= _PEOPLE:
        capitals = all(name.isupper() for name, _ in bold.values() if _person(name) in again)
        kept = {
            text: (name, said)
            for text, (name, said) in bold.items()
            if said or _person(name) in again or name.isupper() == capitals
        }
        ranks = {
            tags[text] for text, (name, _) in titles.items() if _person(name) in again and name in speaker
        }
        return kept | {text: turn for text, turn in titles.items() if tags[text] in ranks}
    said_again = {who for who, times in Counter(_people(plain.values())).items() if times > 1}
    if len(said_again) < _PEOPLE:
        return {}
    return {text: turn for text, turn in plain.items() if _person(turn[0]) in said_again}


def _begun(node: Any, text: str) -> tuple[str, str, str]:
    """How a paragraph begins that may name somebody, the name, and what is said."""
    mark = words(node.css_first("strong, b"))
    name, colon, said = text.partition(":")
    if node.tag != "p":
        return "title", text.rstrip(" :"), ""
    if mark and text in (mark, f"{mark}:", f"{mark} :"):
        return "bold", mark.rstrip(" :"), ""
    if mark and colon and mark.rstrip(" :") == name.rstrip():
        return "bold", name.rstrip(), said.strip()
    return "plain", name.rstrip() if colon and said.strip() else "", said.strip()


def _is_name(name: str) -> bool:
    """Whether words may be a name or an office, and no sentence."""
    short = 0 < len(name) < _LONGEST and name.count(" ") < _MOST_WORDS
    return short and name[0].isupper() and name[-1] not in ".?!,;"


def _person(name: str) -> str:
    """What is the same in all forms of a name: `Question (the Ardle Echo)`, `QUESTION`."""
    return name.partition("(")[0].strip().casefold()


def _people(turns: Iterable[tuple[str, str]]) -> list[str]:
    return [_person(name) for name, _ in turns]
