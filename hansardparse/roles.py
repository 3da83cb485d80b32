"""Lark's post-lexing stage: what a line is, where its shape alone does not say.

A short line without a full stop is a heading, a sub-heading in a statement, a name in a division list,
or words of a speech or an amendment: what stands before and after it decides. Lines in doubt are held
until the next certain one, so every line is settled by its neighbours and the stage needs no more
memory than a run of headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["PlainRoles", "Roles"]

#: A heading may stand before these.
OPENS = frozenset(
    [
        "LABEL",
        "LABEL_ONLY",
        "PROCEDURE",
        "MOVED",
        "AMENDMENT",
        "OPENING",
        "ASKED",
        "CHAIR",
        "TIME",
        "STAGE",
        "TITLED",
        "DATE",
        "EXCERPTS",
    ]
)
#: These stand between lines without telling anything about them.
SOFT = frozenset(["COLUMN", "SITE", "FURNITURE", "AGE", "LINKS"])
#: After one of these, words without a label are nobody's.
ENDS_SPEECH = frozenset(
    [
        "TITLED",
        "STAGE",
        "PROCEDURE",
        "ASKED",
        "ELISION",
        "STATEMENT_NUMBER",
        "PETITION_NUMBER",
        "LABEL_ONLY",
        "EXCERPTS",
        "DATE",
        "VENUE",
        "PAGE",
        "DIVISION",
    ]
)
#: After one of these, lines belong to a text that the House has before it.
FORMULAS = frozenset(["MOVED", "AMENDMENT", "OPENING"])
#: Inside a division; elsewhere they are ordinary lines.
BALLOT = frozenset(["SIDE", "TELLERS", "VIEW"])
#: A sentence that ends so is whole.
FULL_STOPS = frozenset(".?!…\"”'’)]")
#: A name in a division list is no longer than this.
LONGEST_NAME = 120

SPEECH, NOBODY, FORMULA, DIVISION = "speech", "nobody", "formula", "division"


def _last(token: Any) -> str:
    words: str = token.rstrip()
    return words[-1:] or " "


class Roles:
    """Settles the role of every line in doubt; a token's role is its type.

    TITLE and LINE become HEADING, SUBHEADING, PARAGRAPH, CONTINUED, VOTE or FORMULA.
    """

    always_accept = ("TITLE", "TITLED", "LINE")

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        """The tokens of `stream` in order, each with its role as its type."""
        held: list[Any] = []
        state = NOBODY
        before: Any = None  # the last words since the state began
        cut = False  # a soft mark has come since
        for token in stream:
            kind = token.type
            if kind in BALLOT and state != DIVISION:
                kind = token.type = "TITLE" if kind == "SIDE" else "LINE"
            if kind == "TITLE" and state == DIVISION and _is_vote(token):
                kind = token.type = "VOTE"
            if kind == "TITLE" or (held and kind in SOFT):
                held.append(token)
                continue
            if held:
                if state == DIVISION:
                    state, before = NOBODY, None
                for one in held:
                    self._settle(one, token, state, before)
                    if one.type == "HEADING":
                        state, before = NOBODY, None
                    elif one.type not in SOFT:
                        before = one
                    yield one
                held.clear()
                cut = False
            if kind == "LINE":
                if state == DIVISION and _is_vote(token):
                    token.type = "VOTE"
                elif state == FORMULA:
                    token.type = "FORMULA"
                elif cut and state == SPEECH and before is not None and _continues(before, token):
                    token.type = "CONTINUED"
                else:
                    token.type = "PARAGRAPH"
                    state = NOBODY if state == DIVISION else state
                before, cut = token, False
            elif kind == "NUMBERED":
                if state == FORMULA:
                    token.type = "FORMULA"
                elif before is not None or state != SPEECH:
                    token.type = "PARAGRAPH"
                before, cut = token, False
            elif kind == "LABEL":
                state, before, cut = SPEECH, None, False
            elif kind in FORMULAS:
                state, before, cut = FORMULA, token, False
            elif kind in ENDS_SPEECH:
                state, before, cut = DIVISION if kind == "DIVISION" else NOBODY, None, False
                if kind == "TITLED":
                    token.type = "HEADING"
            elif kind in SOFT:
                cut = True
            yield token
        for one in held:
            self._settle(one, None, state, before)
            before = one
            yield one

    def _settle(self, token: Any, after: Any, state: str, before: Any) -> None:
        """Give a held line its role, now that what follows is known."""
        if token.type != "TITLE":
            return
        follows = after.type if after is not None else "END"
        if state == FORMULA:
            # the words of an order or an amendment may be as short as a heading
            heading = follows in OPENS and before.type == "FORMULA" and _last(before) in FULL_STOPS
            token.type = "HEADING" if heading else "FORMULA"
        elif state == NOBODY:
            token.type = "HEADING"
        elif before is None or _last(before) not in FULL_STOPS:
            token.type = "PARAGRAPH"
        elif follows in OPENS:
            token.type = "HEADING"
        else:
            token.type = "SUBHEADING" if follows == "LINE" else "PARAGRAPH"


def _is_vote(token: Any) -> bool:
    """Whether a line in a division has the shape of a name: `Marsh, Ms Ada`, `(Upper Dale)`."""
    words = token.rstrip()
    return len(words) <= LONGEST_NAME and ("," in words or words.startswith("("))


def _continues(before: Any, token: Any) -> bool:
    """Whether a mark between two lines has cut a sentence."""
    last = _last(before)
    if last in FULL_STOPS or last in ":;—–-":
        return False
    return bool(token[:1].islower() or last.isalnum())


class PlainRoles:
    """Settles lines where no labels are left: every paragraph is by itself, save below a label.

    A site puts notes of its own between the place and the words, and closes them with a line that says
    so. Lines that follow a place are held until that line, which makes them FURNITURE, or until there
    are too many of them.
    """

    always_accept = ("LINE", "SOURCE", "TITLED")
    #: The site's notes are no more lines than this.
    LONGEST_NOTES = 6

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        """The tokens of `stream` in order, each with its role as its type."""
        held: list[Any] = []
        heads = labelled = False  # below an age or a place; below a label
        for token in stream:
            if token.type == "LINE" and heads and len(held) < self.LONGEST_NOTES:
                held.append(token)
                continue
            notes = token.type == "SOURCE"
            for one in held:
                one.type = "FURNITURE" if notes else "UNLABELLED"
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
