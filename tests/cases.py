"""Texts on both sides of everything in a terminal, and what a grammar takes each of them for.

For every terminal: its plainest text and its fullest, and each with one thing changed: another
alternative, the ends of a class and something outside it, each bound and one beyond it, what stands before
or after it where it looks there. The texts are made when they are needed. `python -m tests.cases --against
REV` prints those that the grammars of another revision take for something else.
"""

from __future__ import annotations

import functools
import io
import itertools
import re
import re._constants as code  # type: ignore[import-not-found,unused-ignore]
import re._parser as parsing  # type: ignore[import-not-found,unused-ignore]
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lark import Lark
from lark.exceptions import LarkError
from lark.load_grammar import load_grammar

from hansardparse import grammar
from hansardparse.grammar import find, load
from hansardparse.grammar.lark_loops import PLUGINS
from hansardparse.grammar.pieces import grouped

ROOT = Path(__file__).parent.parent
#: The parliament whose words the shared grammars are tried with.
USUAL = "uk"
#: The grammars by their names: `words`, and with their folder those of other parliaments, `ie/words`. A
#: parliament's stands for the one that all share.
GRAMMARS = sorted(
    {
        path.stem if path.parent.name in (USUAL, "shared") else f"{path.parent.name}/{path.stem}"
        for path in (ROOT / "grammars").glob("*/*.lark")
    }
)
#: The rules that a grammar begins with, where there are others than `start`.
STARTS = {
    "references": ("start", "scan"),
    "labels": ("start", "position"),
    "votes": ("start", "titled", "plain"),
    "cues": ("start", "gates"),
    "mentions": ("start", "gates"),
}
_DEFINED = re.compile(r"^(_?[A-Z][A-Z_]*)(?:\.-?[0-9]+)?:", re.MULTILINE)
#: What others are made of.
_PART = re.compile(r"^(_[A-Z_]+):", re.MULTILINE)
#: Bounds above this are not tried, nor texts this long of something longer than a character.
HIGHEST = 1200
#: A terminal with more texts than this is made of others, which have theirs: it gets `FEW`, evenly taken.
MOST, FEW = 3500, 500
_OUTSIDE = "~a0Z \t\n"
#: A character of each named class, and the class.
_NAMED = {
    code.CATEGORY_SPACE: (" ", r"\s"),
    code.CATEGORY_DIGIT: ("1", r"\d"),
    code.CATEGORY_WORD: ("w", r"\w"),
    code.CATEGORY_NOT_SPACE: ("x", r"\S"),
    code.CATEGORY_NOT_WORD: ("-", r"\W"),
    code.CATEGORY_NOT_DIGIT: ("x", r"\D"),
}
#: Stands in a text where a word begins or ends.
_EDGE = "\ue000"
#: Those from here on stand for what may have to be there, because a terminal looks for it.
_FIRST_SLOT = 0xE001
_SLOT = re.compile("[\ue001-\uf8ff]")
#: So many ways to fill the slots of a text are tried.
_FILLINGS = 32


def apart(name: str) -> tuple[str, str]:
    """The name of a grammar by itself, and its parliament."""
    parliament, _, own = name.rpartition("/")
    return own, parliament or USUAL


@functools.cache
def parser_of(name: str) -> Any:
    """The parser of a grammar; for terminals that others import, which are none, one of all of them."""
    own, parliament = apart(name)
    text = grammar.source(own, parliament)
    if re.search(r"^start:", text, re.MULTILINE):
        return grammar.build(own, *STARTS.get(own, ()), parliament=parliament)
    every = [n for n in _DEFINED.findall(text) if n not in _empty(name, text)]
    names = [n for n in every if not n.startswith("_")] or every
    terminals = _PART.sub(r"\1.-30:", text)  # no token while any other is
    rules, _ = load_grammar(
        f"{terminals}\nstart: ({' | '.join(names)})*\n", own, [find.importing(parliament)], False
    )
    return Lark(grouped(rules), parser="lalr", lexer="basic", maybe_placeholders=False, _plugins=PLUGINS)


def _empty(name: str, text: str) -> set[str]:
    """The terminals that may match no character: they are only parts of others."""
    first = _DEFINED.findall(text)[0]
    own, parliament = apart(name)
    loaded, _ = load_grammar(f"{text}\nstart: {first}\n", own, [find.importing(parliament)], False)
    return {t.name for t in grouped(loaded).compile(["start"], "*")[0] if t.pattern.min_width == 0}


class Texts:
    """The texts of one terminal; `seen` are the lists of what may not follow that others have tried."""

    def __init__(self, expression: str, seen: set[str]) -> None:
        self.pattern = re.compile(expression)
        self.groups: dict[int, str] = {}
        self.slots: list[str] = []
        self.seen = seen
        self.full = False
        plainest, near = self.of(parsing.parse(expression))
        self.full = True
        fullest, far = self.of(parsing.parse(expression))
        every = list(dict.fromkeys((plainest, fullest, *near, *far)))
        step = 1 if len(every) <= MOST else len(every) // FEW
        self.every = list(dict.fromkeys(self.filled(text) for text in every[::step]))

    def of(self, tree: Any) -> tuple[str, list[str]]:
        """The plainest or fullest text of a regular expression, and its texts with one thing changed."""
        parts = [self.part(op, value) for op, value in tree]
        plain = [part for part, _ in parts]
        changed = [
            "".join((*plain[:at], other, *plain[at + 1 :]))
            for at, (_, others) in enumerate(parts)
            for other in others
        ]
        return "".join(plain), changed

    def part(self, op: Any, value: Any) -> tuple[str, list[str]]:
        """The same for one part of it."""
        if op is code.LITERAL:
            return chr(value), []
        if op is code.NOT_LITERAL:
            return ("a" if value != ord("a") else "b"), [chr(value)]
        if op is code.IN:
            plain, changed = _class(value)
            return plain, changed[-1:] if self.full else changed
        if op is code.BRANCH:
            each = [self.of(branch) for branch in (reversed(value[1]) if self.full else value[1])]
            return each[0][0], [*(p for p, _ in each[1:]), *(c for _, changed in each for c in changed)]
        if op is code.SUBPATTERN:
            found = self.of(value[3])
            self.groups[value[0]] = found[0]
            return found
        if op is code.ATOMIC_GROUP:
            return self.of(value)
        if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            low, high, inside = value
            plain, changed = self.of(inside)
            usual = max(low, min(1, int(high))) if self.full else low
            counts = {low - 1, low, low + 1}
            if int(high) <= HIGHEST:
                counts |= {int(high) * 3 // 4, int(high), int(high) + 1}
            times = [plain * n for n in sorted(counts - {usual}) if n >= 0 and n * len(plain) <= HIGHEST]
            return plain * usual, [*times, *(c + plain * max(0, usual - 1) for c in changed)]
        if op is code.AT and value is code.AT_BOUNDARY:
            return _EDGE, []
        if op is code.ASSERT:
            plain, changed = self.of(value[1])
            self.slots.append(plain)
            return chr(_FIRST_SLOT + len(self.slots) - 1), changed
        if op is code.ASSERT_NOT:
            plain, changed = self.of(value[1])
            known = f"{self.full} {value}"
            if known in self.seen:
                changed = []
            self.seen.add(known)
            return "", [text + end for text in (plain, *changed) for end in ("", " ")]
        if op is code.GROUPREF:
            return self.groups.get(value, ""), ["x"]
        # A digit: where a terminal looks back over a character, it is often one that a number begins with.
        return ("1", ["\n"]) if op is code.ANY else ("", [])

    def filled(self, text: str) -> str:
        """A text with its slots filled, in a way that the terminal takes if there is one."""
        names = list(dict.fromkeys(_SLOT.findall(text)))
        plain = ""
        for choice in itertools.islice(itertools.product((True, False), repeat=len(names)), _FILLINGS):
            chosen = dict(zip(names, choice, strict=True))
            tried = text
            while _SLOT.search(tried):
                tried = _SLOT.sub(
                    lambda m: self.slots[ord(m[0]) - _FIRST_SLOT] if chosen.get(m[0], True) else "",  # noqa: B023
                    tried,
                )
            tried = _edges(tried)
            if self.pattern.search(tried):
                return tried
            plain = plain or tried
        return plain


def _edges(text: str) -> str:
    """A text with a space where a word has to end and another one stands."""
    spaced = re.sub(f"(?<=\\w){_EDGE}+(?=\\w)", " ", text)
    return spaced.replace(_EDGE, "")


def _class(items: list[Any]) -> tuple[str, list[str]]:
    """A character of a class; its other ends, and one that is not in it."""
    negated = items[0][0] is code.NEGATE
    ends: list[str] = []
    inside: list[str] = []
    for op, value in items:
        if op is code.LITERAL:
            ends.append(chr(value))
            inside.append(re.escape(chr(value)))
        elif op is code.RANGE:
            ends += [chr(value[0]), chr(value[1])]
            inside.append("-".join(re.escape(chr(v)) for v in value))
        elif op is code.CATEGORY:
            ends.append(_NAMED[value][0])
            inside.append(_NAMED[value][1])
    taken = re.compile(f"[{''.join(inside)}]")
    if negated:
        return next(c for c in "axq1- " if not taken.match(c)), ends
    return ends[0], [*ends[1:], *[c for c in _OUTSIDE if not taken.match(c)][:2]]


def cases(name: str) -> Iterator[tuple[str, str]]:
    """The texts of a grammar, each once for its terminal: of its own all, of what it imports the plainest."""
    parser = parser_of(name)
    own = set(_DEFINED.findall(grammar.source(*apart(name))))
    seen: set[str] = set()
    for terminal in sorted(parser.terminals, key=lambda t: (len(t.pattern.value), t.name)):
        every = Texts(terminal.pattern.to_regexp(), seen).every
        for text in every if terminal.name in own else every[:2]:
            yield str(terminal.name), text


def parsers_of(name: str) -> list[Any]:
    """The parsers of a grammar; a terminal is tried by the lexer of the first one that has it."""
    own, parliament = apart(name)
    starts = STARTS.get(own, ())
    return [grammar.build(own, start, parliament=parliament) for start in starts] or [parser_of(name)]


@functools.cache
def every(name: str) -> tuple[tuple[str, str], ...]:
    """All texts of a grammar, each with its terminal."""
    return tuple(dict.fromkeys(cases(name)))


def found_in(name: str, texts: Iterable[str]) -> dict[str, str]:
    """What the lexer of a grammar takes each text for: the terminal and how many characters it takes."""
    forms = grammar.forms(parser_of(name))
    matches = {text: forms.match(text) for text in texts if text}
    return {t: f"{m.lastgroup} {m.end()}" if m else "-" for t, m in matches.items()}


def against(revision: str) -> None:
    """Print the texts that the grammars of a revision take for something else than those of this checkout."""
    texts = {name: [text for _, text in every(name)] for name in GRAMMARS}
    now = {name: found_in(name, texts[name]) for name in GRAMMARS}
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["git", "archive", revision, "grammars"], cwd=ROOT, capture_output=True, check=True
        )
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        load._BUILT.clear()
        for cached in (find.source, grammar.forms, grammar.pattern, parser_of):
            cached.cache_clear()
        find.OWN = Path(folder) / "grammars"
        for name in GRAMMARS:
            try:
                before = found_in(name, texts[name])
            except (OSError, LarkError) as error:
                print(f"{name}: not to be read at {revision}: {error}")
                continue
            for text, was in before.items():
                if now[name][text] != was:
                    print(f"{name}: {text!r}: {now[name][text]}, was {was}")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "--against":
        sys.exit("use: python -m tests.cases --against REVISION")
    against(sys.argv[2])
