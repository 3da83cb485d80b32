"""What the form of a line says, whatever words its parliament has: its last mark, its capitals, brackets."""

from __future__ import annotations

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.kinds import Kinds
from hansardparse.parliaments.days import YEARS

__all__ = [
    "BEGINS",
    "FULL_STOPS",
    "LONGEST_NAME",
    "LONGEST_TITLE",
    "MOST_WORDS",
    "STOPS",
    "announces",
    "are_entries",
    "begins_business",
    "has_capitals",
    "has_count",
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
#: And it may begin so.
BEGINS = frozenset("\"“'‘([…")
#: A question on paper, or one of several, ends so before its number.
ASKED = frozenset(".?;")
#: How the last row of a table begins.
TOTAL = "total"
#: A name in a division list is no longer than this.
LONGEST_NAME = 120
#: And a surname alone has fewer blanks than this in it.
MOST_WORDS = 4
#: Few headings are longer than this.
LONGEST_TITLE = 80
#: A word of so many letters may be small in a title.
SMALL = 4


def tellers_named(words: str) -> tuple[str, str]:
    """What announces tellers, with the colon or the dash behind it, and the names on its line."""
    head, mark, names = words.partition(":" if ":" in words else "—")
    return head + mark, names


def last_mark(token: str) -> str:
    """The last character of a line, a space where there is none."""
    return token.rstrip()[-1:] or " "


def announces(token: Piece | None) -> bool:
    """Whether a list or a table is to follow."""
    return token is not None and last_mark(token) == ":"


def are_entries(before: Piece, title: Piece) -> bool:
    """Whether two short lines that end in brackets are of one list: names, seats or parties behind them."""
    return len(before) <= LONGEST_TITLE and last_mark(before) == last_mark(title) == ")"


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


def has_count(name: Piece) -> bool:
    """Whether a dash and a number stand behind the last name of a list: `Marsh—4`"""
    return name.rstrip().rpartition("—")[2].isdecimal()


def is_bracketed(title: Piece) -> bool:
    """Whether a line is what was heard, in brackets and in small letters, or ends with the number of a
    question, which it may be alone: `[hear, hear]`, `[907412]`, `Who built it? [HL3311]`
    """
    words = title.rstrip()
    if words[-1] != "]":
        return False
    asked, _, inside = words[:-1].rpartition("[")
    numbered = inside.isalnum() and inside[-2:].isdecimal() and (not asked or last_mark(asked) in ASKED)
    return numbered or (not asked and inside[:1].islower())


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
