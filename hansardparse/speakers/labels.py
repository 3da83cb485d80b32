"""From a label to a Speaker, by `grammars/labels.lark`."""

from __future__ import annotations

import functools
from typing import Any

from lark.exceptions import UnexpectedInput

from hansardparse import grammar
from hansardparse.grammar import Raw, parsed
from hansardparse.model.nodes import NOWHERE, Constituency, Party, Span, Speaker

__all__ = ["PARTIES", "speaker"]

#: The full names of party codes as Hansard prints them.
PARTIES = {
    "Con": "Conservative",
    "Lab": "Labour",
    "Lab/Co-op": "Labour and Co-operative",
    "Lab Co-op": "Labour and Co-operative",
    "LD": "Liberal Democrat",
    "Lib Dem": "Liberal Democrat",
    "Lib": "Liberal",
    "SNP": "Scottish National Party",
    "DUP": "Democratic Unionist Party",
    "UUP": "Ulster Unionist Party",
    "SDLP": "Social Democratic and Labour Party",
    "PC": "Plaid Cymru",
    "SF": "Sinn Féin",
    "Green": "Green Party",
    "GP": "Green Party",
    "Alliance": "Alliance Party of Northern Ireland",
    "UKIP": "UK Independence Party",
    "Reform": "Reform UK",
    "CB": "Crossbench",
    "Non-Afl": "Non-affiliated",
    "Ind": "Independent",
    "Ind Lab": "Independent Labour",
    "Lab Ind": "Independent Labour",
    "Con Ind": "Independent Conservative",
    "LD Ind": "Independent Liberal Democrat",
    "TIG": "The Independent Group",
    "Labour": "Labour",
    "Labour/Co-operative": "Labour and Co-operative",
    "Conservative": "Conservative",
    "Liberal Democrat": "Liberal Democrat",
    "Independent": "Independent",
    "Scottish National Party": "Scottish National Party",
    "Plaid Cymru": "Plaid Cymru",
    "Crossbench": "Crossbench",
    "Llafur": "Labour",
    "Ceidwadwyr": "Conservative",
    "Democratiaid Rhyddfrydol": "Liberal Democrat",
    "SPK": "Speaker",
    "CWM": "Chairman of Ways and Means",
    "DCWM": "Deputy Chairman of Ways and Means",
}

_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_PARTICLES = frozenset({"de", "van", "von", "der", "den", "la", "le", "du", "da", "St", "St.", "ap"})
_OFFICIALS = ("The Clerk", "Clerk of", "The Lady Usher", "The Gentleman Usher", "The Serjeant")
#: A label longer than this is no label; it is kept whole as `OTHER`.
LONGEST = 400


def speaker(
    label: str, span: Span = NOWHERE, linked: str | None = None, position: str | None = None
) -> Speaker:
    """What the label prints about who speaks; `linked` is the name that the page links to.

    `position` is what a page prints behind a name: `Labour, Upper Dale`, or an office. Total: a label
    in no known form has role `unknown` and no parts.
    """
    honorific, forenames, surname, letters, office, place, party, in_chair, role = _parts(label)
    if position:
        party, place, post = _position(position)
        office = office or post
    return Speaker(
        label, honorific, forenames, surname, letters, office, place, party, in_chair, role, linked, span
    )


@functools.lru_cache(maxsize=8192)
def _parts(label: str) -> tuple[Any, ...]:
    """Everything of a Speaker but its place; labels repeat, so each is parsed once."""
    seen = label if label.isascii() else label.translate(_INVISIBLE)
    words = " ".join(seen.split()).strip(" :*§")
    nothing = (None,) * 7 + (False, "unknown")
    if not words or len(words) > LONGEST:
        return nothing
    try:
        form = parsed(grammar.build("labels", lexer="contextual", tree_class=Raw), words)
    except UnexpectedInput:
        return nothing
    return nothing if form.data == "unknown" else _read(form.data, form.children)


def _read(form: str, tokens: list[Any]) -> tuple[Any, ...]:
    """The parts of one parsed label, by the form that it has."""
    honorific = forenames = surname = letters = office = place = party = None
    in_chair = form == "chair"
    role = form if form in ("chair", "collective") else "member"
    titles: list[str] = []
    for token in tokens:
        words = token.strip()
        if token.type == "HONORIFIC":
            titles.append(words)
        elif token.type == "NAME":
            forenames, surname = _names(words)
        elif token.type == "PEER":
            surname = words
        elif token.type in ("OFFICE", "CHAIR"):
            office = words
        elif token.type == "POST_NOMINALS":
            letters = words.strip(", ") or None
        elif token.type == "IN_CHAIR":
            in_chair, role = True, "chair"
        elif token.type == "PARTY":
            party = _party(words)
        elif token.type == "PLACE":
            inside = words[1:-1] if words[-1] in ")]" else words[1:]
            inside = inside.strip()
            if form in ("office", "chair") and surname is None and honorific is None:
                honorific, forenames, surname, letters = _parts(inside)[:4]
            elif place is None and form != "peer":
                place = Constituency(inside)
            elif party is None:
                party = _party(words)
    if titles:
        honorific = " ".join(titles)
    if office and office.startswith(_OFFICIALS):
        role = "official"
    return honorific, forenames, surname, letters, office, place, party, in_chair, role


@functools.lru_cache(maxsize=8192)
def _position(words: str) -> tuple[Party | None, Constituency | None, str | None]:
    """The party and the seat, or the office, that stands behind a name."""
    party = seat = office = None
    parser = grammar.build("labels", "position", lexer="contextual")
    for token in parsed(parser, words, "position").children:
        if token.type == "SEATED":
            parts = grammar.pattern(parser, "SEATED").match(token)
            assert parts is not None, "a terminal matches what it matched"
            party, seat, office = _party(parts["party"]), Constituency(parts["seat"]), parts["post"]
        elif token.type == "PARTY_NAME":
            party = _party(str(token))
        elif token.type == "SEAT":
            seat = Constituency(str(token))
        else:
            office = str(token)
    return party, seat, office


def _party(bracket: str) -> Party:
    code = bracket.strip("()[] ")
    return Party(code, PARTIES.get(code))


def _names(words: str) -> tuple[str | None, str | None]:
    """Forenames and surname: the last word, with the particles before it."""
    parts = words.split(" ")
    cut = len(parts) - 1
    while cut > 0 and parts[cut - 1] in _PARTICLES:
        cut -= 1
    return " ".join(parts[:cut]) or None, " ".join(parts[cut:]) or None
