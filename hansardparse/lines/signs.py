"""What the words of one line show of it: `roles.py` asks this of lines in doubt and of their neighbours.

A line is a token of the lexer, never empty; where it may be None, there is none.
"""

from __future__ import annotations

import itertools
from collections.abc import Set

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.kinds import Kinds
from hansardparse.parliaments import Profile
from hansardparse.speakers import labels
from hansardparse.text.dates import YEARS

__all__ = [
    "BEGINS",
    "FULL_STOPS",
    "LONGEST_NAME",
    "LONGEST_TITLE",
    "STOPS",
    "Signs",
    "announces",
    "begins_business",
    "has_capitals",
    "is_bracketed",
    "is_broken",
    "is_inverted",
    "is_item",
    "is_long",
    "is_quoted",
    "is_total",
    "is_worded",
    "last_mark",
    "mark_cells",
    "may_head",
    "names_mover",
    "tellers_named",
    "total",
]

#: A sentence that ends so is whole.
FULL_STOPS = frozenset(".?!…\"”'’)]")
#: A sentence, or its first part, may end in these too.
STOPS = FULL_STOPS | frozenset(":;,—–-")
#: A sentence on paper ends so, its number behind it.
WHOLE = frozenset(".?!…]")
#: What ends a sentence before the next one.
ENDS = (". ", "? ", "! ", ".” ", "?” ")
#: And it may begin so.
BEGINS = frozenset("\"“'‘([…")
#: How the last row of a table begins.
TOTAL = "total"
#: A name in a division list is no longer than this.
LONGEST_NAME = 120
#: In names that are run together, a comma stands for so many characters at most.
MOST_LETTERS = 30
#: And a surname alone has fewer blanks than this in it.
MOST_WORDS = 4
#: The speaker of a line is named before this: the words behind may be many.
LONGEST_LABEL = 600
#: Few headings are longer than this.
LONGEST_TITLE = 80
#: By no longer name than this is anybody called: where nothing parts a name from words, these follow.
LONGEST_CALLED = 240
#: What marks bold letters, and the blanks around them.
EMPHASIS = "*_ \n"
#: A word of so many letters may be small in a title.
SMALL = 4


class Signs:
    """What one line shows by the words of its parliament."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.words = profile.lines
        self.no_names = profile.no_names
        self.particles = tuple(f"{particle} " for particle in profile.names.particles)

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
        """Whether a line ends in a word that no heading ends in, since a mark has cut its sentence."""
        return title.rstrip().rpartition(" ")[2] in self.words.joining

    def goes_below(self, title: Piece, after: Piece | None) -> bool:
        """Whether a page begins with words that break off, and go on below a mark with a small letter."""
        return self.goes_on(title) and after is not None and after.type == "LINE" and after[0].islower()

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
        head = head.removesuffix(".").removesuffix(")")  # a slip of the print
        words = head.split()
        while words and (words[0] in self.words.questions or _has_digit(words[0])):
            del words[0]
        if "[" in head:
            words = [*itertools.takewhile(lambda word: word[0] != "[", words)]
        return " ".join(words)

    def has_name(self, label: str) -> bool:
        """Whether the name in a label can be told from the words behind it, if there are any."""
        head = label[:LONGEST_LABEL]
        return len(label) <= LONGEST_TITLE or ":" in head or "(" in head

    def called(self, label: str) -> tuple[str, ...]:
        """By what names the bearer of a label may be called from now on."""
        name = self.name_in(label)
        if name.startswith(self.words.offices):
            return name, label[:LONGEST_LABEL].partition(":")[0].partition("(")[2].partition(")")[0]
        words = name.split()
        return (name, _short(words[0], words[-1])) if len(words) > 1 else (name,)

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
        return 1 + any(f" {joint} " in words for joint in self.words.joints)

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


def tellers_named(words: str) -> tuple[str, str]:
    """What announces tellers, with the colon or the dash behind it, and the names on its line."""
    head, mark, names = words.partition(":" if ":" in words else "—")
    return head + mark, names


def _short(first: str, last: str) -> str:
    """A name by its style and surname, as both are called later: `Mr Oake`, whatever stop is behind `Mr`."""
    return f"{first.rstrip('.,')} {last}"


def _has_digit(word: str) -> bool:
    """Whether one of the characters of a word is a digit; most are letters alone, which is soon told."""
    return not word.isalpha() and any(map(str.isdigit, word))


def last_mark(token: str) -> str:
    """The last character of a line, a space where there is none."""
    return token.rstrip()[-1:] or " "


def announces(token: Piece | None) -> bool:
    """Whether a list or a table is to follow."""
    return token is not None and last_mark(token) == ":"


def is_broken(before: Piece | None, line: Piece) -> bool:
    """Whether a line goes on with the sentence above it: a blank stands before its small letter.

    A scraper breaks lines so at the marks within a paragraph, and a page of print may be set so.
    """
    if not line[0].islower() or before is None or not before.endswith((" ", "\t")):
        return False
    words, _, rest = before.rstrip(" \t").rpartition("\n")
    if before.type in ("ROW", "SUBHEADING"):
        return False
    return not rest and words[-1:] != "\n" and last_mark(words) not in STOPS


def is_item(token: Piece) -> bool:
    """Whether a line is an item of a list, or goes on with a sentence: `thirdly, the pump`, `(b) walls`"""
    return bool(token[0].islower() or token[0] in "([•-")


def is_inverted(line: Piece) -> bool:
    """Whether a line is a surname, a comma and forenames: `Marsh, Ms Ada`"""
    surname, _, names = line.partition(",")
    capital = any(word[0].isupper() for word in names.split())
    return capital and surname[:1].isupper() and surname.count(" ") < MOST_WORDS


def is_total(title: Piece) -> bool:
    """Whether a line below a table is its last row, which has lost the tab between its cells: `Total 7`"""
    words = title.split()
    figure = words[-1].replace(",", "")
    return (figure.isdecimal() and int(figure) not in YEARS) or words[0].casefold().startswith(TOTAL)


def has_capitals(title: Piece) -> bool:
    """Whether every word of a line has a capital, small ones excepted."""
    return all(len(word) <= SMALL or not word[0].islower() for word in title.split())


def is_bracketed(title: Piece) -> bool:
    """Whether a line is what was heard, in brackets and in small letters, or the number of the question
    above it: `[hear, hear]`, `[907412]`
    """
    words = title.rstrip()
    inside = words[1:-1]
    return (
        words[0] == "["
        and words[-1] == "]"
        and (inside[:1].islower() or (inside.isalnum() and inside[-2:].isdecimal()))
    )


def is_long(title: Piece) -> bool:
    """Whether a line is too long for a heading that has no capitals: the page has lost its stop."""
    return len(title) > LONGEST_TITLE and not has_capitals(title)


def is_worded(title: Piece) -> bool:
    """Whether a line is the words of a motion, and who moves it: `It shall report.—(Ms Marsh.)`"""
    dash = _before_mover(title)
    return dash >= 0 and (title[0] in BEGINS or title[max(0, dash - 1) : dash] in FULL_STOPS)


def is_quoted(line: Piece, before: bool) -> bool:
    """Whether a quotation runs on behind a line; `before`, whether one did before it.

    Each paragraph of a quotation may begin with its mark; only the last one is closed.
    """
    more = line.count("“") - line.count("”") or line.count('"') % 2
    if line[0] in '“"':
        return bool(more > 0)
    return before and more == 0


def mark_cells(held: list[Piece]) -> None:
    """Mark the cells of a table, one a line: figures, and whatever stands above them."""
    figures = [at for at, one in enumerate(held) if one.type == "TITLE" and not any(map(str.isalpha, one))]
    for one in held[: figures[-1] + 1] if figures else ():
        if one.type == "TITLE":
            one.type = "CELL"


def names_mover(token: Piece) -> bool:
    """Whether an order ends here, with its mover: `... until any hour.—[Mr. Oake.]`"""
    return _before_mover(token) >= 0


def _before_mover(line: Piece) -> int:
    """Where the dash is before the name of a mover with which a line ends, -1 where there is none."""
    words = line.rstrip()
    first = max(0, len(words) - LONGEST_NAME)
    return max(words.rfind("—[", first), words.rfind("—(", first)) if words[-1:] in "])" else -1


def total(side: str) -> int:
    """The total that stands beside the name of a side, 0 where there is none."""
    return int("".join(c for c in side if c.isdecimal()) or 0)


def may_head(line: Piece) -> bool:
    """Whether a line in small letters may be a heading: it is short, and no stop ends it."""
    last = last_mark(line)
    return len(line) <= LONGEST_TITLE and (last == ")" or last.isalnum())


def begins_business(title: Piece, before: Piece | None, follows: str, kinds: Kinds) -> bool:
    """Whether what follows a title stands at the beginning of some business, whatever comes before it."""
    timed = follows == "TIME" and before is not None and len(title) <= LONGEST_TITLE
    return (timed and title[0] not in BEGINS) or follows in kinds.begins_business
