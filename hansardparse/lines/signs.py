"""What the words of one line show of it: `roles.py` asks this of lines in doubt and of their neighbours.

A line is a token of the lexer, never empty; where it may be None, there is none.
"""

from __future__ import annotations

from typing import Any

__all__ = [
    "BEGINS",
    "FULL_STOPS",
    "LONGEST_NAME",
    "SHORT",
    "STOPS",
    "announces",
    "called",
    "goes_on",
    "has_capitals",
    "is_abbreviated",
    "is_item",
    "is_minister",
    "is_quoted",
    "is_said",
    "is_sentence",
    "is_vote",
    "is_whole",
    "is_witness",
    "is_worded",
    "last_mark",
    "lists_acts",
    "name_in",
    "names_act",
    "names_mover",
    "names_on",
    "total",
    "words_with",
]

#: A sentence that ends so is whole.
FULL_STOPS = frozenset(".?!…\"”'’)]")
#: A sentence, or its first part, may end in these too.
STOPS = FULL_STOPS | frozenset(":;,—–-")
#: And it may begin so.
BEGINS = frozenset("\"“'‘([…")
#: A heading ends in none of these, and a sentence is not over at one of those.
JOINING = frozenset("a an and as at but by for from in is of on or that the to was which with".split())
SHORT = (" Mr.", " Mrs.", " Dr.", " hon.", " No.", " Nos.", " St.", " Rev.")
#: No line of procedure has these outside of what is moved.
SAID = (" I ", " my ", " our ", " we ", " ought ", " hope ", " is a ", " is an ", " is the ")
#: A title may end in these.
ABBREVIATIONS = (" etc.", " &c.", " Ltd.", " plc.", " Co.")
#: A body or its business is called so, and no person.
BODIES = ("Bill", "Committee", "Committees", "Commons", "Lords", "[HL]", "[Lords]")
#: A name in a division list is no longer than this.
LONGEST_NAME = 120
#: The speaker of a line is named before this: the words behind may be many.
LONGEST_LABEL = 600
#: A word of so many letters may be small in a title.
SMALL = 4


def last_mark(token: Any) -> str:
    """The last character of a line, a space where there is none."""
    words: str = token.rstrip()
    return words[-1:] or " "


def is_whole(token: Any) -> bool:
    """Whether a sentence, a table or a list of Acts ends here; an address takes no full stop."""
    if last_mark(token) in FULL_STOPS or token.type == "ROW" or names_act(token):
        return True
    words = token.rstrip()
    if words[-2:-1] in ".?!":  # `.,` for a full stop
        return True
    end = words[max(words.rfind(" "), words.rfind("\n")) + 1 :]
    return "www." in end or "://" in end


def names_act(token: Any) -> bool:
    """Whether a line is what a list of Acts consists of: `Port Ardle Harbour Act 2003`."""
    words: str = token.rstrip()
    return words[-4:].isdigit() and words[:-5].endswith((" Act", " Measure"))


def announces(token: Any) -> bool:
    """Whether a list or a table is to follow."""
    return token is not None and last_mark(token) == ":"


def lists_acts(token: Any) -> bool:
    """Whether a list of Acts begins or goes on below a line."""
    return token is not None and (announces(token) or names_act(token))


def is_abbreviated(title: Any) -> bool:
    """Whether a line ends in a full stop that ends no sentence: `STATUTORY INSTRUMENTS, &c.`"""
    words: str = title.rstrip()
    return words.endswith(ABBREVIATIONS)


def is_sentence(title: Any) -> bool:
    """Whether a title has the shape of a sentence: a full stop, and words in small letters."""
    return last_mark(title) == "." and not all(w in JOINING or not w[0].islower() for w in title.split())


def goes_on(title: Any) -> bool:
    """Whether a line ends in a word that no heading ends in, since a mark has cut its sentence."""
    return title.rstrip().rpartition(" ")[2] in JOINING


def is_item(token: Any) -> bool:
    """Whether a line is an item of a list, or goes on with a sentence: `thirdly, the pump`, `(b) walls`"""
    return bool(token[0].islower() or token[0] in "([•-")


def has_capitals(title: Any) -> bool:
    """Whether every word of a line has a capital, small ones excepted."""
    return all(len(word) <= SMALL or not word[0].islower() for word in title.split())


def is_worded(title: Any) -> bool:
    """Whether a line is the words of a motion, and who moves it: `It shall report.—(Ms Marsh.)`"""
    dash = _before_mover(title)
    return dash >= 0 and (title[0] in BEGINS or title[max(0, dash - 1) : dash] in FULL_STOPS)


def is_said(line: Any) -> bool:
    """Whether a line that begins as procedure does has words that only somebody says: `It is a good Bill.`"""
    return " That " not in line and any(word in line for word in SAID)


def is_quoted(line: Any, before: bool) -> bool:
    """Whether a quotation runs on behind a line; `before`, whether one did before it.

    Each paragraph of a quotation may begin with its mark; only the last one is closed.
    """
    more = line.count("“") - line.count("”") or line.count('"') % 2
    if line[0] in '“"':
        return bool(more > 0)
    return before and more == 0


def names_mover(token: Any) -> bool:
    """Whether an order ends here, with its mover: `... until any hour.—[Mr. Oake.]`"""
    return _before_mover(token) >= 0


def _before_mover(line: Any) -> int:
    """Where the dash is before the name of a mover with which a line ends, -1 where there is none."""
    words = line.rstrip()
    first = max(0, len(words) - LONGEST_NAME)
    return max(words.rfind("—[", first), words.rfind("—(", first)) if words[-1:] in "])" else -1


def is_witness(title: Any) -> bool:
    """Whether a line names one who gives evidence: `Dr Una Reed, Harbours Federation`, `Una Reed`"""
    words = title.split()
    name = 1 < len(words) < 6 and all(word[0].isupper() for word in words) and words[-1] not in BODIES
    return name or "," in title


def is_minister(label: Any) -> bool:
    """Whether a label is an office and the name of its holder."""
    return label is not None and label.startswith("The ") and ")" in label.partition(":")[0]


def name_in(label: str) -> str:
    """The name in a label, without a question's numbers and what stands in brackets."""
    words = label[:LONGEST_LABEL].partition(":")[0].partition("(")[0].split()
    while words and (words[0] == "Q" or any(map(str.isdigit, words[0]))):
        del words[0]
    return " ".join(words)


def called(label: str) -> tuple[str, ...]:
    """By what names the bearer of a label may be called from now on."""
    name = name_in(label)
    if name.startswith("The "):
        return name, label[:LONGEST_LABEL].partition(":")[0].partition("(")[2].partition(")")[0]
    return (name,)


def words_with(label: Any) -> Any:
    """The label itself where it has words on its line, else None."""
    colon = label.find(":")
    return label if colon >= 0 and label[colon + 1 : colon + LONGEST_LABEL].strip() else None


def names_on(line: str) -> int:
    """How many tellers a line names."""
    words = line.strip()
    if not words or words == "and":
        return 0
    return 1 + (" and " in words)


def total(side: str) -> int:
    """The total that stands beside the name of a side, 0 where there is none."""
    return int("".join(c for c in side if c.isdecimal()) or 0)


def is_vote(token: Any, expected: int) -> bool:
    """Whether a line in a division has the shape of a name: `Marsh, Ms Ada`, `(Upper Dale)`.

    `Ms Ada Marsh` has it while names are still `expected`.
    """
    words = token.rstrip()
    if len(words) > LONGEST_NAME:  # names run together have a comma each
        return bool(words.count(",") * 30 > len(words))
    if expected > 0 and 0 < words.count(" ") < 6:
        return True
    surname, comma, names = words.partition("(")[0].partition(",")
    if comma:
        return ":" not in words and " and " not in names
    return not surname or surname in ("and", "Nil", "NIL")
