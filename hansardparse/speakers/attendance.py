"""Who is there at a hearing: the lists of members and witnesses, by `grammars/uk/attendance.lark`.

Names, posts and bodies stand between commas, and a body may look like a name: which of them are people is
told by who speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.grammar import Raw, parsed
from hansardparse.model.nodes import Contribution, Heading, Note, Procedure, Section, Speaker
from hansardparse.parliaments import Profile
from hansardparse.speakers import labels

__all__ = ["Attendance", "Present"]

MEMBER, WITNESS = "member", "witness"
#: A name is no longer than this, in words, and a list than that, in code points.
LONGEST_NAME, LONGEST_LIST = 8, 8192
#: Of so many people of one surname, a label is compared with the first.
NAMESAKES = 8


@attrs.frozen
class Present:
    """One of those who are listed: `role` is `member` or `witness`."""

    name: str
    role: str
    in_chair: bool = False
    post: str | None = None
    organisation: str | None = None


class Attendance:
    """Who is listed in the lines of a hearing, and which label means whom."""

    def __init__(self, nodes: Iterable[Any], profile: Profile) -> None:
        every = list(_flat(nodes))
        self._profile = profile
        self._by_label: dict[str, Present | None] = {}
        self._chair = ""
        self._speaking: dict[str, set[str]] = {}  # the words of names that speak, by their last word
        for label in dict.fromkeys(c.speaker.label for c in every if type(c) is Contribution):
            if words := self._words(label):
                self._speaking.setdefault(words[-1], set()).update(words)
        self.present: list[Present] = []
        #: Who presides over each contribution, as listed above it.
        self.chairs: list[str] = []
        panel = False
        for node in every:
            if type(node) is Contribution:
                panel = False
                self.chairs.append(self._chair)
            elif type(node) in (Heading, Note, Procedure) and len(node.text) < LONGEST_LIST:
                panel = self._take(node.text, panel)
        self._by_word: dict[str, list[tuple[list[str], Present]]] = {}
        for one in self.present:
            words = self._words(one.name)
            for word in dict.fromkeys(words):
                self._by_word.setdefault(word, []).append((words, one))

    def of(self, label: str | None) -> Present | None:
        """Whom a label means among those who are listed."""
        if label is None:
            return None
        if label not in self._by_label:
            words = self._words(label)
            found = self._by_word.get(words[-1], [])[:NAMESAKES] if words else []
            fits = [one for name, one in found if words[0] in name and name[-1] in (words[-1], name[-1])]
            self._by_label[label] = fits[0] if fits else None
        return self._by_label[label]

    def _words(self, label: str | None) -> list[str]:
        """The words of the name in a label in small letters, its titles left out; empty for an office."""
        if label is None:
            return []
        speaker: Speaker = labels.speaker(label.title() if label.isupper() else label, profile=self._profile)
        if speaker.office is not None and speaker.surname is None:
            return []
        name = " ".join(filter(None, (speaker.forenames, speaker.surname)))
        return [word.strip(".,’'").casefold() for word in name.split()]

    def _take(self, text: str, panel: bool) -> bool:
        """Take in one line of the head of a hearing; whether those of a panel may be listed below it."""
        capitals = text.isupper()
        if capitals:  # names in capitals, one after another over several lines
            text = " ".join(text.split())
        tokens = _tokens(text, self._profile)
        first = tokens[0].type if tokens else ""
        if first == "PANEL":
            return True
        if first == "SIT":
            self.present.extend(self._members(tokens[1:]))
        elif first == "WITNESSES" or any(token.type == "CLOSED" for token in tokens[-2:]):
            self.present.extend(self._witnesses(text, tokens[first == "WITNESSES" :]))
        elif panel or capitals:
            self.present.extend(one for one in self._witnesses(text, tokens) if self._speaks(one.name))
        return panel

    def _members(self, tokens: list[Any]) -> Iterator[Present]:
        """Those who sit on the committee: a name is between any two signs."""
        for start, end, chaired in _between(tokens, frozenset({"NEXT", "AND", "COMMA"})):
            name = "".join(tokens[start:end]).strip(" .*†")
            if self._is_name(name):
                self._chair = self._cased(name) if chaired else self._chair
                yield Present(self._cased(name), MEMBER, chaired)

    def _witnesses(self, text: str, tokens: list[Any]) -> Iterator[Present]:
        """Those who give evidence: a name, then what they are, up to the next name."""
        places = list(_between(tokens, frozenset({"NEXT", "AND", "COMMA", "CLOSED"})))
        named: list[int] = []
        for n, (start, end, _) in enumerate(places):
            sign = tokens[start - 1] if start else None
            listed = bool(named) and named[-1] == n - 1 and places[n - 1][1] == start - 1  # `A and B`
            if self._begins("".join(tokens[start:end]).strip(" ."), n, sign, listed):
                named.append(n)
        for at, n in enumerate(named):
            start, end, _ = places[n]
            after = places[named[at + 1]][0] if at + 1 < len(named) else len(tokens)
            rest = [t for t in tokens[end:after] if t.type not in ("CLOSED", "WITNESSES")]
            while rest and rest[-1].type in ("NEXT", "AND", "COMMA", "SPACE"):
                rest.pop()
            about = "".join(rest).strip(" ,;.\n")
            name = "".join(tokens[start:end]).strip(" .")
            yield Present(self._cased(name), WITNESS, False, *self._posts(about))

    def _begins(self, name: str, n: int, sign: Any, listed: bool) -> bool:
        """Whether a part of a list is the name of a witness: who speaks, or stands first, or behind `, and`.

        `sign` is what stands before it; it is `listed` where that is all between it and another name.
        """
        if not self._is_name(name):
            return False
        if n == 0 or sign.type in ("NEXT", "WITNESSES"):
            return True
        return (sign.type == "AND" and (listed or sign.startswith(","))) or self._speaks(name)

    def _is_name(self, words: str) -> bool:
        return 0 < words.count(" ") < LONGEST_NAME and words[:1].isupper() and bool(self._words(words))

    def _speaks(self, name: str) -> bool:
        """Whether somebody of this name speaks in the text."""
        words = self._words(name)
        heard: set[str] = set()
        for word in words[1:] or words:
            heard |= self._speaking.get(word, set())
        return bool(words) and bool(heard) and (words[-1] in heard or words[0] in heard)

    def _cased(self, name: str) -> str:
        """A name that is printed in capitals as labels print it."""
        if not name.isupper():
            return name
        small = self._profile.places.joining | self._profile.names.particles
        return " ".join(w.lower() if w.lower() in small else w.title() for w in name.split())

    def _posts(self, about: str) -> tuple[str | None, str | None]:
        """The post and the body in what stands behind a name: `Pilot, Harbours Federation`."""
        if not about:
            return None, None
        parts = about.split(", ")
        posts = self._profile.hearings.posts
        first = next((n for n, part in enumerate(parts) if not posts & set(part.split())), len(parts))
        if len(parts) > 1:
            first = max(first, 1)
        return ", ".join(parts[:first]) or None, ", ".join(parts[first:]) or None


def _flat(nodes: Iterable[Any]) -> Iterator[Any]:
    """Every node in order, those of sections among them; without recursion."""
    stack = [iter(nodes)]
    while stack:
        for node in stack[-1]:
            if type(node) is Section:
                stack.append(iter(node.items))
                break
            yield node
        else:
            stack.pop()


def _tokens(text: str, profile: Profile) -> list[Any]:
    """A line taken apart."""
    parser = grammar.build("attendance", parliament=profile.code, lexer="contextual", tree_class=Raw)
    return list(parsed(parser, text).children)


def _between(tokens: list[Any], signs: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """What stands between signs: from which token to which, and whether it is who presides."""
    start = 0
    for at in range(len(tokens) + 1):
        if at == len(tokens) or tokens[at].type in signs or tokens[at].type in ("CHAIRED", "WITNESSES"):
            chaired = at < len(tokens) and tokens[at].type == "CHAIRED"
            if at > start:
                yield start, at, chaired
            start = at + 1
