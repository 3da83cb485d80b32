"""Kinds of lines, by what each says of those around it, and what the stage of `roles.py` lets out."""

from __future__ import annotations

from hansardparse.lines.emits import Emits, Inside

__all__ = [
    "BALLOT",
    "BEGIN_BUSINESS",
    "ELSEWHERE",
    "EMITS",
    "ENDS_SPEECH",
    "FORMULAS",
    "IN_DIVISION",
    "LABELS",
    "LISTS",
    "NAMES",
    "OPENS",
    "SOFT",
    "SPOKEN",
    "TURNS",
    "WORDED",
]

#: A heading may stand before these.
OPENS = frozenset(
    [
        "LABEL",
        "TOLD",
        "ASKS",
        "NARRATED",
        "BARE",
        "DOUBTED",
        "LABEL_ONLY",
        "GESTURE",
        "PROCEDURE",
        "MINUTE",
        "DIVIDED",
        "MOVED",
        "AMENDMENT",
        "OPENING",
        "PETITION",
        "ASKED",
        "CHAIR",
        "STAGE",
        "TIME",
        "TITLED",
        "HEADED",
        "DATE",
        "EXCERPTS",
    ]
)
#: Nothing but a heading stands before these.
BEGIN_BUSINESS = frozenset(["DATE", "CHAIR", "ASKED", "EXCERPTS"])
#: These stand between lines without telling anything about them.
SOFT = frozenset(["COLUMN", "GLUED", "TIME", "SPOKEN_AT", "IN", "SITE", "FURNITURE", "AGE", "LINKS"])
#: After one of these, words without a label are nobody's.
ENDS_SPEECH = frozenset(
    [
        "TITLED",
        "HEADED",
        "STAGE",
        "PROCEDURE",
        "MINUTE",
        "DIVIDED",
        "ASKED",
        "ELISION",
        "STATEMENT_NUMBER",
        "PETITION_NUMBER",
        "LABEL_ONLY",
        "GESTURE",
        "EXCERPTS",
        "DATE",
        "VENUE",
        "PAGE",
        "LATER",
        "CITED",
        "DIVISION",
        "VOLUME",
        "WHERE",
        "WHEN",
        "LISTED",
        "VOTED",
    ]
)
#: After one of these, lines belong to a text that the House has before it.
FORMULAS = frozenset(["MOVED", "AMENDMENT", "OPENING", "PETITION"])
#: And these are of its words.
WORDED = frozenset(["FORMULA", "AMENDMENT"])
#: Inside a division; elsewhere they are ordinary lines.
BALLOT = frozenset(["SIDE", "TALLY", "TELLERS", "VIEW", "STAMP"])
#: A division goes on over these, and ends at anything else.
IN_DIVISION = BALLOT | SOFT | {"DIVISION", "VOTE", "SUBJECT"}
#: These begin a division.
LISTS = frozenset(["DIVISION", "LISTED"])
#: What a name in a division list may be taken for.
NAMES = frozenset(["TITLE", "LINE", "BARE", "ATTENDANCE", "ROW"])
#: Out of their place they are ordinary lines.
ELSEWHERE = BALLOT | {"BARE", "ATTENDANCE", "PETITION"}
#: Words, with a number before them or in cells.
SPOKEN = frozenset(["LINE", "NUMBERED", "ROW"])
#: Labels, and what may be one.
LABELS = frozenset(["LABEL", "BARE", "DOUBTED"])
#: A name and the words that follow it, no colon between them.
TURNS = frozenset(["TOLD", "ASKS", "NARRATED"])

EMITS = Emits(
    settles=frozenset(["TITLE", "TITLED", "HEADED", "LINE"]),
    makes={
        "HEADING": frozenset(["TITLE", "TITLED", "HEADED"]),
        "SUBHEADING": frozenset(["TITLE"]),
        "PARAGRAPH": frozenset(["LINE", "TITLE", "HEADED", "NUMBERED"]),
        "CONTINUED": frozenset(["LINE"]),
        "FORMULA": SPOKEN | {"TITLE"},
        "DOUBTED": frozenset(["BARE"]),
        "VOTE": NAMES,
        "SUBJECT": frozenset(["DIVIDED"]),
        "SIDE": frozenset(["LISTED"]),
    },
    inside=(
        Inside(BALLOT | {"VOTE", "SUBJECT"}, LISTS, IN_DIVISION),
        Inside(frozenset(["FORMULA"]), FORMULAS, SOFT | {"FORMULA", "CHAIR"}),
    ),
)
