"""What the words of one line show of it: `roles.py` asks this of lines in doubt and of their neighbours.

A line is a token of the lexer, never empty; where it may be None, there is none.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Set

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.shapes import (
    BEGINS,
    FULL_STOPS,
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_WORDS,
    STOPS,
    announces,
    last_mark,
    may_head,
)
from hansardparse.parliaments import Profile, house_named
from hansardparse.speakers import labels

__all__ = ["EMPHASIS", "Signs"]

#: A sentence on paper ends so, its number behind it.
WHOLE = frozenset(".?!…]")
#: What ends a sentence before the next one.
ENDS = (". ", "? ", "! ", ".” ", "?” ")
#: In names that are run together, a comma stands for so many characters at most.
MOST_LETTERS = 30
#: The speaker of a line is named before this: the words behind may be many.
LONGEST_LABEL = 600
#: By no longer name than this is anybody called: where nothing parts a name from words, these follow.
LONGEST_CALLED = 240
#: So many labels are kept with the names in them.
MOST_LABELS = 1024
#: What marks bold letters and headings, and the blanks around them.
EMPHASIS = "*_# \n"


class Signs:
    """What one line shows by the words of its parliament."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.words = profile.lines
        self.no_names = profile.no_names
        #: Each label is asked for twice, and most stand more than once.
        self._called = functools.lru_cache(MOST_LABELS)(self._names_of)
        self.particles = tuple(f"{particle} " for particle in profile.names.particles)
        self._addressing = tuple(
            f"{who}{mark}" for who in profile.lines.address for mark in (",", "…", "...")
        )

    def is_whole(self, token: Piece) -> bool:
        """Whether a sentence, a table or a list of Acts ends here; an address takes no full stop."""
        if last_mark(token) in FULL_STOPS or token.type == "ROW" or self.names_act(token):
            return True
        words = token.rstrip()
        if words[-2:-1] in ".?!":  # `.,` for a full stop
            return True
        end = words[max(words.rfind(" "), words.rfind("\n")) + 1 :]
        return "www." in end or "://" in end

    def names_act(self, token: Piece) -> bool:
        """Whether a line is what a list of Acts consists of: `Port Ardle Harbour Act 2003`."""
        words: str = token.rstrip()
        return words[-4:].isdigit() and words[:-5].endswith(self.words.acts)

    def names_house(self, title: Piece) -> bool:
        """Whether a line is the name of a House of this parliament."""
        return house_named(title.rstrip(), self.profile.code) is not None

    def ends_list(self, before: Piece, title: Piece) -> bool:
        """Whether a title is no more of what `before` lists: no Act below an Act, or in capitals alone."""
        capitals = title.isupper() and not (before.isupper() or announces(before))
        return capitals or (self.names_act(before) and not self.names_act(title))

    def lists_acts(self, token: Piece | None) -> bool:
        """Whether a list of Acts begins or goes on below a line."""
        return token is not None and (announces(token) or self.names_act(token))

    def is_abbreviated(self, title: Piece) -> bool:
        """Whether a line ends in a full stop that ends no sentence: `STATUTORY INSTRUMENTS, &c.`"""
        return title.rstrip().endswith(self.words.abbreviations)

    def is_sentence(self, title: Piece) -> bool:
        """Whether a title has the shape of a sentence: a full stop, and words in small letters."""
        return last_mark(title) == "." and not all(
            w in self.words.joining or not w[0].islower() for w in title.split()
        )

    def goes_on(self, title: Piece) -> bool:
        """Whether a line addresses whoever presides, or ends in a word that no heading ends in, since a mark
        has cut its sentence.
        """
        return title.startswith(self._addressing) or title.rstrip().rpartition(" ")[2] in self.words.joining

    def goes_below(self, title: Piece, after: Piece | None, below: Piece | None) -> bool:
        """Whether words break off, and go on below a mark with a small letter: at the head of a page, or
        below who takes the Chair (`after`, and `below` that).
        """
        chaired = after is not None and after.type == "CHAIR"
        words = below if chaired else after
        if words is None or words.type != "LINE" or not words[0].islower():
            return False
        return not may_head(words) if chaired else self.goes_on(title)

    def is_said(self, line: Piece) -> bool:
        """Whether a line that begins as procedure does has words that only somebody says: `It is good.`"""
        return not any(f" {begin}" in line for begin in self.words.motions) and any(
            word in line for word in self.words.said
        )

    def is_witness(self, title: Piece) -> bool:
        """Whether a line names one who gives evidence: `Dr Una Reed, Harbours Federation`, `Una Reed`"""
        words = title.split()
        name = (
            1 < len(words) < 6
            and all(word[0].isupper() for word in words)
            and words[-1] not in self.words.bodies
        )
        return name or "," in title

    def is_minister(self, label: Piece | None) -> bool:
        """Whether a label is an office and the name of its holder."""
        return label is not None and label.startswith(self.words.offices) and ")" in label.partition(":")[0]

    def presides(self, label: Piece) -> bool:
        """Whether a label is that of whoever presides."""
        return labels.speaker(self.name_in(label), profile=self.profile).in_chair

    def name_in(self, label: str) -> str:
        """The name in a label, without a question's numbers and what stands in brackets."""
        head = label[:LONGEST_LABEL].partition(":")[0].partition("(")[0]
        head = head[:LONGEST_CALLED].strip(EMPHASIS)
        emphasised, _, behind = head.partition("** ")
        if behind[:1] not in EMPHASIS:  # words that no colon parts from a name in bold
            head = emphasised
        head = head.removesuffix(".").removesuffix(")")  # a slip of the print
        words = head.split()
        while words and (words[0] in self.words.questions or _has_digit(words[0])):
            del words[0]
        if "[" in head:
            words = [*itertools.takewhile(lambda word: word[0] != "[", words)]
        return " ".join(words).lstrip(EMPHASIS)

    def has_name(self, label: str) -> bool:
        """Whether the name in a label can be told from the words behind it, if there are any."""
        head = label[:LONGEST_LABEL]
        return len(label) <= LONGEST_TITLE or ":" in head or "(" in head

    def called(self, label: str) -> tuple[str, ...]:
        """By what names the bearer of a label may be called from now on."""
        return self._called(label[:LONGEST_LABEL].partition(":")[0])

    def _names_of(self, head: str) -> tuple[str, ...]:
        """The same by what stands before the colon of a label."""
        name = self.name_in(head)
        if name.startswith(self.words.offices):
            return name, head.partition("(")[2].partition(")")[0]
        words = name.split()
        return (name, _short(words[0], words[-1])) if len(words) > 1 else (name,)

    def cry_out(self, label: str) -> bool:
        """Whether those whose label it is say no more than stands on its line: `Hon. Members: Hear, hear.`"""
        head = label[:LONGEST_LABEL].partition("(")[0]
        for mark in self.words.marks:
            head = head.partition(mark)[0]
        return head.strip(EMPHASIS).endswith(self.words.cries)

    def begins_with(self, line: str, names: Set[str]) -> bool:
        """Whether a line begins with one of some names, and a stop or a blank behind it."""
        words = line[:LONGEST_NAME].split()[: MOST_WORDS + 1]
        if len(words) > 1 and _short(words[0], words[1].rstrip(".;")) in names:
            return True
        return any(" ".join(words[:size]).rstrip(".;") in names for size in range(2, len(words)))

    def names_on(self, line: str) -> int:
        """How many tellers a line names."""
        words = line.strip()
        if not words or words in self.words.joints:
            return 0
        return 1 + (";" in words or any(f" {joint} " in words for joint in self.words.joints))

    def is_vote(self, token: Piece) -> bool:
        """Whether a line in a division has the shape of a name: `Marsh, Ms Ada`, `(Upper Dale)`."""
        words = token.rstrip()
        if (
            self.words.surnames
            and words.count(" ") < MOST_WORDS
            and (words[-1].isalpha() or words[-1] == ")")
        ):
            return words[0].isupper() or words.startswith(self.particles)
        if len(words) > LONGEST_NAME:  # names run together have a comma or a semicolon each
            return (words.count(",") + words.count(";")) * MOST_LETTERS > len(words)
        surname, comma, names = words.partition("(")[0].partition(",")
        if comma:
            return ":" not in words and not any(f" {joint} " in names for joint in self.words.joints)
        return not surname or surname in self.words.joints or surname in self.no_names

    def continues(self, before: Piece, token: Piece) -> bool:
        """Whether a mark between two lines has cut a sentence."""
        last = last_mark(before)
        if last in ":;" or before.type in ("ROW", "SUBHEADING"):
            return False
        if token[:1].islower() and token[1:2] not in ".)":
            return True
        if last in FULL_STOPS:
            return bool(before.rstrip().endswith(self.words.short))
        return last.isalnum() or (
            last == "," and token[:1].isupper() and not token.startswith(self.words.motions)
        )

    def asks_on(self, before: Piece | None, question: Piece) -> bool:
        """Whether a question is that of whoever speaks above it: he has said nothing, or has asked another.

        One asks several on paper, `To ask the Minister`; what is told, `asked the Minister`, is by itself.
        """
        if before is None or last_mark(before) not in WHOLE:
            return True
        begin = " ".join(question[:LONGEST_NAME].split()[:2])
        return begin[0].isupper() and begin in before[:LONGEST_LABEL]

    def is_own(self, line: Piece) -> bool:
        """Whether somebody speaks of themselves in a line, or addresses the House."""
        return line.startswith((*self.words.own, *self.words.address)) or any(
            f" {word}" in line for word in self.words.own
        )

    def is_put(self, line: Piece) -> bool:
        """Whether a line with a number is a question: it is told, `4. asked the Minister`, or has another one
        behind it, `4. What plans he has. [904944]`.
        """
        told = line.partition(".")[2].lstrip().casefold().startswith(self.words.told)
        end = line.rstrip()[-2:]
        return told or (end[-1:] == "]" and end[0].isdigit())

    def words_with(self, label: Piece) -> Piece | None:
        """The label itself where it has words on its line, else None."""
        for mark in self.words.marks:
            at = label.find(mark)
            if at >= 0:
                return label if label[at + len(mark) : at + LONGEST_LABEL].strip() else None
        within = label[:1] == "(" and label[:LONGEST_LABEL].partition(")")[2].strip()
        return label if within else None

    def head_witnesses(self, titles: list[Piece]) -> bool:
        """Whether those who give evidence are listed below some titles."""
        return bool(titles) and titles[-1].rstrip() in self.words.witnesses

    def may_speak(self, token: Piece) -> bool:
        """Whether a name before a colon may be a label: what stands behind it has the form of a sentence."""
        words = token.partition(":")[2].lstrip()
        begins = words[:1].isupper() or words[:1] in BEGINS
        ends = last_mark(token) in STOPS or len(token) > LONGEST_NAME or words.startswith(self.words.own)
        return begins and ends and not token.startswith(self.words.offices)

    def is_sentence_said(self, words: str) -> bool:
        """Whether words behind a colon are a sentence, or begin as only somebody's words do."""
        ends = last_mark(words) in STOPS or len(words) > LONGEST_NAME or words.startswith(self.words.own)
        return ends or any(end in words for end in ENDS)

    def asks(self, label: Piece) -> bool:
        """Whether a label introduces a question: by a number before or behind it, or by its first words."""
        number = label[:1] in "0123456789[(" or label[1:2].isdigit()
        end = label.rstrip()[-2:]
        behind = end[-1:] == "]" and end[0].isdigit()
        return number or behind or any(words in label[:200] for words in self.words.asks)


def _short(first: str, last: str) -> str:
    """A name by its style and surname, as both are called later: `Mr Oake`, whatever stop is behind `Mr`."""
    return f"{first.rstrip('.,')} {last}"


def _has_digit(word: str) -> bool:
    """Whether one of the characters of a word is a digit; most are letters alone, which is soon told."""
    return not word.isalpha() and any(map(str.isdigit, word))
