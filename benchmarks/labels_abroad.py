"""What the records of other parliaments say of their turns: how each begins, and the letter of its kind.

Where a label says less than a kind, it has a letter of its own, or `x`, which is any.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

__all__ = ["DEBATED", "EXCERPTS", "FOLDERS"]

#: The letter of what is a speech or an intervention.
DEBATED = "o"
#: Excerpts of a few words each, no days: they are left out together.
EXCERPTS = "nz-html"
_TYPES = {
    "question": "q", "answer": "a", "speech": "d", "continue": "d", "interjection": "i", "interject": "i",
    "Question": "q", "Answer": "a", "QuestionSupplemental": "s", "AnswerSupplemental": "a", "Debate": "d",
    "HPS-MemberSpeech": "d", "HPS-MemberContinuation": "d", "HPS-MemberInterjecting": "i",
    "HPS-MemberQuestion": "q", "HPS-MemberAnswer": "a",
}  # fmt: skip
_CLASSES = {
    "SubsQuestion": "q", "SubsAnswer": "a", "SupQuestion": "s", "SupAnswer": "a", "Speech": "d",
    "ContinueSpeech": "d", "Interjection": "i",
}  # fmt: skip
_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13}"
#: The words with which an office of the Government begins.
_OFFICES = ("#Minister", "#Taoiseach", "#Tánaiste")

#: The first words of a turn, and its letter.
Said = Iterator[tuple[str, str]]


def _in_gold(file: Path) -> Said:
    """By the types that the gold has from the file."""
    for line in file.with_suffix("").with_suffix(".gold.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        if one["k"] == "speech" and one.get("paras"):
            yield one["paras"][0], _TYPES.get(one.get("type"), "x")


def _in_classes(file: Path) -> Said:
    """By the classes of the paragraphs; whom a question is put to stands behind the label."""
    for kind, inner in re.findall(r'<p class="(\w+)">(.*?)</p>', file.read_text("utf-8"), re.S):
        words = " ".join(re.sub(r"<[^>]+>", " ", inner).split())
        label, _, text = words.partition(":")
        if kind == "SubsQuestion":
            text = f"to the {label.partition(' to the ')[2]}:{text}"
        if kind in _CLASSES:
            yield text, _CLASSES[kind]


def _in_akn(file: Path) -> Said:
    """By `question` and `speech`, and what they stand in.

    A `speech` of itself is any turn. Below a `question` it is an answer if who speaks holds an office of the
    Government, and a supplementary if not; what is said before there is an answer is neither. On a Bill or a
    motion it is part of a debate, and may break into one.
    """
    root = ElementTree.parse(file).getroot()
    every = root.iter(f"{_AKN}speech")
    holders = {one.get("by") for one in every if one.get("as", "").startswith(_OFFICES)}
    yield from _section(root, "x", holders)


def _section(node: ElementTree.Element, letter: str, holders: set[str | None]) -> Said:
    """The turns of a section; `letter` is that of a speech in those around it."""
    if node.get("refersTo", "").startswith("#bill") or node.get("name") == "motion":
        letter = DEBATED
    asked, answered = node.find(f"{_AKN}question") is not None, False
    for child in node:
        if child.tag == f"{_AKN}question":
            answered = False
            yield _asked(child), "q"
        elif child.tag == f"{_AKN}speech":
            holds = child.get("by") in holders
            answered = answered or holds
            own = ("a" if holds else "s") if answered else "x"
            yield _first(child), own if asked else letter
        else:
            yield from _section(child, letter, holders)


def _first(node: ElementTree.Element) -> str:
    paragraph = node.find(f".//{_AKN}p")
    return "".join(paragraph.itertext()) if paragraph is not None else ""


def _asked(node: ElementTree.Element) -> str:
    """A question's first words: behind the name of who asks it."""
    words, name = _first(node), node.find(f".//{_AKN}b")
    return words.partition("".join(name.itertext()))[2] if name is not None else words


#: The files of each folder with types, and what reads these.
FOLDERS: dict[str, tuple[str, Callable[[Path], Said]]] = {
    "au-aph-xml": ("*.xml", _in_gold),
    "ca-ourcommons": ("*.xml", _in_gold),
    "ie-oireachtas-akn": ("*.xml", _in_akn),
    EXCERPTS: ("*.html", _in_classes),
}
