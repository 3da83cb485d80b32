"""The stage after the lexer where labels are lost: every paragraph is by itself."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.emits import Emits
from hansardparse.lines.shapes import last_mark
from hansardparse.parliaments import Profile

__all__ = ["PlainRoles"]


class PlainRoles:
    """Settles lines where no labels are left: every paragraph is by itself, save below a label.

    A site puts notes of its own between the place and the words, and closes them with a line that says
    so. Lines that follow a place are held until that line, which makes those FURNITURE that nobody says, or
    until there are too many of them.
    """

    def __init__(self, profile: Profile) -> None:
        self.motions = profile.lines.motions
        self.own = frozenset(word.strip().casefold() for word in profile.lines.own)

    always_accept = ("LINE", "SOURCE", "TITLED")
    emits = Emits(
        settles=frozenset(["LINE", "SOURCE", "TITLED"]),
        makes={
            "FURNITURE": frozenset(["LINE", "SOURCE"]),
            "UNLABELLED": frozenset(["LINE"]),
            "PARAGRAPH": frozenset(["LINE"]),
            "HEADING": frozenset(["TITLED"]),
            "FORMULA": frozenset(["LINE"]),
        },
    )
    #: The site's notes are no more lines than this.
    LONGEST_NOTES = 3

    def process(self, stream: Iterator[Piece]) -> Iterator[Piece]:
        """The tokens of `stream` in order, each with its role as its type."""
        held: list[Piece] = []
        heads = labelled = False  # below an age or a place; below a label
        motion = listed = False  # below who moves; below words of the motion that announce a list
        quoted = False  # within a quotation of the motion
        for token in stream:
            if token.type == "LINE" and (listed or (motion and token.startswith(self.motions))):
                token.type = "FORMULA"
            motion = token.type == "MOVED"
            if token.type in ("FORMULA", "AMENDMENT"):
                opens, closes = token.rfind("“"), token.rfind("”")
                quoted = opens > closes or (quoted and closes < 0)
                listed = quoted or token.rstrip().endswith((":", "—"))
            else:
                quoted = listed = False
            if token.type == "LINE" and heads and len(held) < self.LONGEST_NOTES:
                held.append(token)
                continue
            notes = token.type == "SOURCE"
            said = max((n for n, one in enumerate(held, 1) if self._is_said(one, n == len(held))), default=0)
            for n, one in enumerate(held):
                one.type = "FURNITURE" if notes and n >= said else "UNLABELLED"
                yield one
            held.clear()
            if token.type == "LINE":
                token.type = "PARAGRAPH" if labelled else "UNLABELLED"
            heads, labelled = token.type in ("AGE", "VENUE"), token.type == "LABEL"
            if notes:
                token.type = "FURNITURE"
            elif token.type == "TITLED":
                token.type = "HEADING"
            yield token
        for one in held:
            one.type = "UNLABELLED"
            yield one

    def _is_said(self, line: Piece, last: bool) -> bool:
        """Whether a line is no note of the site: each is a sentence that speaks of nobody's self, and the
        `last` one may be a link.
        """
        whole = line[0].isupper() and (last or last_mark(line) == ".")
        return not whole or not self.own.isdisjoint(line.casefold().split())
