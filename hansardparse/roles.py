"""Lark's post-lexing stage: what a line is, where its shape alone does not say.

A short line without a full stop is a heading, a sub-heading in a statement, or words of a speech: what
stands before and after it decides. Lines in doubt are held until the next certain one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["Roles"]

#: After one of these, words belong to a speaker.
LABELS = frozenset({"LABEL"})
#: A heading may stand before these.
OPENS = frozenset({"LABEL", "LABEL_ONLY", "PROCEDURE", "ASKED", "CHAIR", "TIME", "STAGE", "TITLED", "DATE", "EXCERPTS"})
#: These stand between lines without telling anything about them.
SOFT = frozenset({"COLUMN", "SITE", "FURNITURE", "AGE", "LINKS"})
#: After one of these, words without a label are nobody's.
ENDS_SPEECH = frozenset(
    {"TITLED", "STAGE", "PROCEDURE", "ASKED", "ELISION", "STATEMENT_NUMBER", "LABEL_ONLY", "EXCERPTS", "DATE", "VENUE", "PAGE"}
)
#: A sentence that ends so is whole.
FULL_STOPS = frozenset(".?!…\"”'’)]")


def _last(token: Any) -> str:
    words: str = token.rstrip()
    return words[-1:] or " "


class Roles:
    """Settles every TITLE and LINE as HEADING, SUBHEADING, PARAGRAPH or CONTINUED."""

    always_accept = ("TITLE", "TITLED", "LINE")

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        """The tokens of `stream` in order, each with its role as its type."""
        held: list[Any] = []
        speech = False
        before: Any = None  # the last words that are settled
        cut = False  # a soft mark has come since
        for token in stream:
            kind = token.type
            if kind == "TITLE" or (held and kind in SOFT):
                held.append(token)
                continue
            if held:
                before = yield from self._settle(held, token, speech, before)
                held.clear()
                cut = False
            if kind == "TITLED":
                token.type = "HEADING"
            elif kind == "LINE":
                token.type = "PARAGRAPH"
                if cut and speech and before is not None and _continues(before, token):
                    token.type = "CONTINUED"
                before, cut = token, False
            elif kind == "NUMBERED":
                if before is not None:
                    token.type = "PARAGRAPH"
                before, cut = token, False
            elif kind in LABELS:
                speech, before, cut = True, None, False
            elif kind in ENDS_SPEECH:
                speech, before, cut = False, None, False
            elif kind in SOFT:
                cut = True
            yield token
        if held:
            yield from self._settle(held, None, speech, before)

    def _settle(self, held: list[Any], after: Any, speech: bool, before: Any) -> Iterator[Any]:
        """Give each held line its role, now that what follows is known."""
        follows = after.type if after is not None else "END"
        if speech and before is None:
            heading = False  # the first words after a label
        elif speech:
            heading = follows in OPENS and _last(before) in FULL_STOPS
        else:
            heading = True
        first = speech and before is None
        for token in held:
            if token.type == "TITLE":
                if heading:
                    token.type = "HEADING"
                elif first or follows != "LINE" or _last(before) not in FULL_STOPS:
                    token.type = "PARAGRAPH"
                else:
                    token.type = "SUBHEADING"
                first = False
                before = token
            yield token
        return before


def _continues(before: Any, token: Any) -> bool:
    """Whether a mark between two lines has cut a sentence."""
    last = _last(before)
    if last in FULL_STOPS or last in ":;—–-":
        return False
    return token[:1].islower() or last.isalnum()
