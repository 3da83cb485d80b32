"""Lines whose role all the lines of a text decide together, before each is settled by its neighbours."""

from __future__ import annotations

import itertools

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.kinds import LISTED, Kinds, words_below
from hansardparse.lines.signs import Signs
from hansardparse.text.page_feet import page_feet

__all__ = ["has_lost_members", "mark_running", "settle"]

#: How a turn begins that the record tells; no more than so many such paragraphs stand within one speech.
TOLD = frozenset(["NARRATED", "TOLD"])
FEW = 3
#: A line of a list is no longer than this.
LONGEST_LISTED = 100


def settle(tokens: list[Piece], kinds: Kinds, signs: Signs) -> None:
    """Give these lines their roles."""
    if kinds.head:
        _mark_head(tokens, kinds, signs)
    if kinds.foot:
        _mark_foot(tokens, kinds)
    if kinds.alone:
        _mark_unmarked(tokens, kinds, signs)
    if kinds.attending:
        _mark_list(tokens, kinds)
    mark_running(tokens, kinds)
    if any(token.type == "NARRATED" for token in tokens):
        _mark_narrated(tokens, kinds)


def has_lost_members(tokens: list[Piece], kinds: Kinds, signs: Signs) -> bool:
    """Whether a page is taken from an archive, and none but the holders of offices have kept their labels."""
    if not kinds.nameless or not any(token.startswith(signs.words.archive) for token in tokens):
        return False
    labels = [token for token in tokens if token.type in kinds.labels | kinds.turns]
    return bool(labels) and all(map(signs.is_minister, labels))


def _mark_narrated(tokens: list[Piece], kinds: Kinds) -> None:
    """A paragraph that begins as the record tells a turn is one, but where turns have labels: a speech may
    begin so. They have where such a paragraph stands alone beside labels, or a few do between labels, unless
    as many turns are told behind these.
    """
    turns = [token for token in tokens if token.type in TOLD or token.type in kinds.labels]
    runs = [list(run) for _, run in itertools.groupby(turns, lambda turn: turn.type in TOLD)]
    sizes = [0, 0, *map(len, runs), 0, 0]
    for at, run in enumerate(runs):
        beyond, above, _, below, further = sizes[at : at + 5]
        few = len(run) <= (FEW if above and below else 1)
        if run[0].type in TOLD and few and above + below > beyond + further:
            for turn in run:
                turn.type = "LINE" if turn.type == "NARRATED" else turn.type


def _mark_list(tokens: list[Piece], kinds: Kinds) -> None:
    """Mark the lines of a list of who is there, where a copy has broken it at each name and bracket."""
    begin = kinds.begin_turns
    above = list(itertools.takewhile(lambda token: token.type not in begin, tokens))
    known = [at for at, token in enumerate(above) if token.type in kinds.attending]
    for first, last in itertools.pairwise(known):
        between = above[first + 1 : last]
        if all(one.type in LISTED and len(one) <= LONGEST_LISTED for one in between):
            for one in between:
                one.type = above[first].type


def _mark_head(tokens: list[Piece], kinds: Kinds, signs: Signs) -> None:
    """Mark the lines that are titles, since they stand below the head of the page. Below the name of a House
    stands the head of the next one.
    """
    begin = kinds.begin_turns
    below = itertools.dropwhile(lambda token: token.type not in begin, tokens)
    for above, token in itertools.pairwise(below):
        if token.type in kinds.head and not (above.type == "TITLE" and signs.names_house(above)):
            token.type = "TITLE"


def _mark_foot(tokens: list[Piece], kinds: Kinds) -> None:
    """Mark what stands at the foot of a page, below all that was said."""
    begin = kinds.begin_turns
    first = max((at for at, token in enumerate(tokens) if token.type in begin), default=0)
    below = False
    for at, token in enumerate(tokens):
        below = below or (at > first and token.type in kinds.foot)
        if below and (token.type in kinds.foot | kinds.spoken or token.type in ("TITLE", "PROCEDURE")):
            token.type = "FURNITURE"
        elif token.type in kinds.foot:
            token.type = "TITLE"


def _mark_unmarked(tokens: list[Piece], kinds: Kinds, signs: Signs) -> None:
    """Mark the lines that are titles, and not labels without a mark: most turns have marks here, and none of
    these has the name.
    """
    doubted = [token for token in tokens if token.type in kinds.alone]
    if not doubted:
        return
    marks = (kinds.turns | kinds.labels) - kinds.alone
    marked = [token for token in tokens if token.type in marks]
    bare = sum(token.type in kinds.unmarked | kinds.seated for token in doubted) > len(marked)
    if bare:  # then these are labels, and who speaks with a seat may have none later
        marked += [token for token in doubted if token.type in kinds.unmarked]
        marked += _seated(tokens, kinds, signs)
    names = {name for token in marked if signs.has_name(token) for name in signs.called(token)}
    # who is `Mr. Gerald Oake` once may be `Mr. Oake` now
    names |= {f"{words[0]} {words[-1]}" for words in map(str.split, names) if words}
    for token in doubted:
        may = bare and token.type in kinds.unmarked
        if not may and signs.name_in(token) not in names:
            token.type = "TITLE"


def _seated(tokens: list[Piece], kinds: Kinds, signs: Signs) -> list[Piece]:
    """The names with a seat that speak: words stand below each, as below no heading of a debate, or the name
    stands by itself elsewhere.
    """
    named = {signs.name_in(token) for token in tokens if token.type in kinds.named}
    said = kinds.spoken | kinds.unsigned
    return [
        token
        for token, below in zip(tokens, words_below(tokens, kinds), strict=True)
        if token.type in kinds.seated
        and ((below is not None and below.type in said) or signs.name_in(token) in named)
    ]


def mark_running(tokens: list[Piece], kinds: Kinds) -> None:
    """Mark the heads and feet of pages, where a layout says which lines may be."""
    if not kinds.running:
        return
    short = [token.rstrip() if token.type in kinds.running else "." for token in tokens]
    for at in page_feet(short):
        tokens[at].type = "FURNITURE"
