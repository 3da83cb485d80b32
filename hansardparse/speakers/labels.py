"""From a label to a Speaker, by `grammars/labels.lark`."""

from __future__ import annotations

import functools
from typing import Any

from lark.exceptions import UnexpectedInput

from hansardparse import grammar
from hansardparse.grammar import Raw, parsed
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.nodes import NOWHERE, Constituency, Party, Span, Speaker
from hansardparse.parliaments import Profile

__all__ = ["party_of", "speaker"]

#: The marks of bold letters and italics, within a label.
_EMPHASIS = {ord("*"): " ", ord("_"): " "}
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
#: A label longer than this is no label; it is kept whole as `OTHER`.
LONGEST = 400


#: The parts of a Speaker from `honorific` to `role`, as a label prints them.
_Parts = tuple[
    str | None,
    str | None,
    str | None,
    str | None,
    str | None,
    Constituency | None,
    Party | None,
    bool,
    str,
]
_NOTHING: _Parts = (None, None, None, None, None, None, None, False, "unknown")


def speaker(
    label: str,
    span: Span = NOWHERE,
    linked: str | None = None,
    position: str | None = None,
    *,
    profile: Profile,
) -> Speaker:
    """What the label prints about who speaks; `linked` is the name that the page links to.

    `position` is what a page prints behind a name: `Labour, Upper Dale`, or an office. Total: a label
    in no known form has role `unknown` and no parts.
    """
    honorific, forenames, surname, letters, office, place, party, in_chair, role = _parts(label, profile)
    if position:
        party, place, post, presides = _position(position, profile)
        office = office or post
        in_chair, role = (True, "chair") if presides else (in_chair, role)
    return Speaker(
        label, honorific, forenames, surname, letters, office, place, party, in_chair, role, linked, span
    )


@functools.lru_cache(maxsize=8192)
def _parts(label: str, profile: Profile) -> _Parts:
    """Everything of a Speaker but its place; labels repeat, so each is parsed once."""
    seen = label if label.isascii() else label.translate(_INVISIBLE)
    words = " ".join(seen.translate(_EMPHASIS).split()).strip(" :*§")
    if not words or len(words) > LONGEST or words in profile.forms.again:
        return _NOTHING
    form = _form(words, profile)
    return _NOTHING if form is None else _read(form.data, form.children, profile)


def _form(words: str, profile: Profile) -> Raw | None:
    """A label parsed, by the name of its form; None where it has none that is known."""
    try:
        form: Raw = parsed(_parser(profile), words)
    except UnexpectedInput:
        return None
    return None if form.data == "unknown" else form


def _parser(profile: Profile) -> Any:
    """What parses the labels of a parliament, built once."""
    return grammar.build("labels", parliament=profile.code, lexer="contextual", tree_class=Raw)


def _read(form: str, tokens: list[Piece], profile: Profile) -> _Parts:
    """The parts of one parsed label, by the form that it has."""
    honorific = forenames = surname = letters = office = None
    place: Constituency | None = None
    party: Party | None = None
    in_chair = form == "chair"
    role: str = "chair" if in_chair else "collective" if form == "collective" else "member"
    titles: list[str] = []
    for token in tokens:
        words = token.strip()
        if token.type in ("HONORIFIC", "PRESIDING"):
            titles.append(words)
        elif token.type == "NAME":
            forenames, surname = _names(words, profile)
        elif token.type == "PEER":
            surname = words
        elif token.type in ("OFFICE", "CHAIR"):
            office = words
        elif token.type == "POST_NOMINALS":
            letters = words.strip(", ") or None
        elif token.type == "IN_CHAIR":
            in_chair, role = True, "chair"
        elif token.type == "SEAT_BEHIND":
            place = Constituency(words.partition(" ")[2])
        elif token.type == "HELD":
            parts = _taken_apart(_parser(profile), "HELD", words)
            if "place" in parts and form in ("office", "chair") and surname is None:
                honorific, forenames, surname, letters = _parts(parts["place"].strip(), profile)[:4]
            elif "place" in parts:
                place = Constituency(parts["place"].strip())
            party = party_of(parts["party"], profile) if "party" in parts else party
            office = parts["post"].strip() if "post" in parts else office
        elif token.type == "BESIDE" or (token.type == "WITNESS" and form == "member"):
            office, role = _taken_apart(_parser(profile), token.type, token)["post"].strip(), "witness"
        elif token.type == "PARTY":
            party = party_of(words, profile)
        elif token.type in ("PLACE", "WITNESS"):
            inside = words[1:-1] if words[-1] in ")]" else words[1:]
            inside = inside.strip()
            if form in ("office", "chair") and surname is None and honorific is None:
                honorific, forenames, surname, letters, _, place, party = _parts(inside, profile)[:7]
            elif place is None and (form != "peer" or _may_be_seat(inside, profile)):
                place = Constituency(inside)
            elif party is None:
                party = party_of(words, profile)
    if titles:
        honorific = " ".join(titles)
    if office and office.startswith(profile.offices.officials):
        role = "official"
    return honorific, forenames, surname, letters, office, place, party, in_chair, role


def _may_be_seat(words: str, profile: Profile) -> bool:
    """Whether words behind a title may be a seat, for who has it by courtesy sits for one: they are in small
    letters, and name no peer and no office.
    """
    if words.isupper() or "(" in words:
        return False
    form = _form(words, profile)
    return form is not None and form.data == "member"


def _taken_apart(parser: Any, terminal: str, words: str) -> dict[str, str]:
    """The parts of what a terminal found: place, party and office, of which `HELD` has several in one."""
    found = grammar.pattern(parser, terminal).match(words)
    assert found is not None, "a terminal matches what it matched"
    return grammar.parts(found)


@functools.lru_cache(maxsize=8192)
def _position(words: str, profile: Profile) -> tuple[Party | None, Constituency | None, str | None, bool]:
    """The party and the seat, or the office, that stands behind a name, and whether its holder presides."""
    party = seat = office = None
    presides = False
    parser = grammar.build("labels", "position", parliament=profile.code, lexer="contextual")
    for token in parsed(parser, words, "position").children:
        if token.type == "SEATED":
            parts = _taken_apart(parser, "SEATED", token)
            seat, office = Constituency(parts["seat"]), parts.get("post")
            presides = _presides(parts["party"], profile)  # who does is of no party there
            if presides:
                office = parts["party"]
            else:
                party = party_of(parts["party"], profile)
        elif token.type in ("PARTY_NAME", "PARTY_BESIDE"):
            party = party_of(str(token), profile)
        elif token.type in ("SEAT", "SEAT_ALONE"):
            seat = Constituency(str(token))
        else:
            office, presides = str(token), token.type == "PRESIDES" or _presides(token, profile)
    return party, seat, office, presides


def _presides(words: str, profile: Profile) -> bool:
    """Whether words that stand behind a name are those by which who presides is called: `Speaker`."""
    form = _form(words, profile)
    return form is not None and form.data == "chair"


def party_of(bracket: str, profile: Profile) -> Party:
    """A party by what is printed of it, in its bracket or without."""
    code = bracket.strip("()[] ").replace("/ ", "/").replace("- ", "-")  # a line may end within `Lab/Co-op`
    return Party(code, profile.parties.get(code) or profile.parties.get(code.removesuffix(".")))


def _names(words: str, profile: Profile) -> tuple[str | None, str | None]:
    """Forenames and surname: the last word, with the particles before it."""
    parts = words.split(" ")
    initials, stop, rest = parts[-1].rpartition(".")
    if len(rest) > 1 and stop and all(len(one) == 1 for one in initials.split(".")):
        parts[-1:] = [f"{initials}.", rest]  # no blank was printed: `G.TOULMIN`
    cut = len(parts) - 1
    while cut > 0 and parts[cut - 1] in profile.names.particles:
        cut -= 1
    return " ".join(parts[:cut]) or None, " ".join(parts[cut:]) or None
