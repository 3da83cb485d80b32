"""The names on one line of a division list, as `votes.lark` reads them."""

from __future__ import annotations

import functools

from hansardparse import grammar
from hansardparse.grammar import parsed

__all__ = ["COMMAS", "INITIALLED", "PLAIN", "SURNAMES", "TITLED", "begins_initial", "names_on"]

#: The rule of `votes.lark` for names of a form, and the terminal of one such name.
COMMAS, TITLED, PLAIN = ("start", "VOTE"), ("titled", "BY_TITLE"), ("plain", "PLAIN")
INITIALLED, SURNAMES = ("initialled", "INITIALLED"), ("surnames", "SURNAME")


def begins_initial(names: str) -> bool:
    """Whether names begin with an initial, so that commas part them: `S. F. Oake, P. C. Reed`"""
    first = names.split(maxsplit=1)[:1]
    return bool(first) and len(first[0].rstrip(".")) == 1 and first[0].endswith(".")


#: A terminal, its place in the line, and the parts of a name.
Name = tuple[str, int, int, dict[str, str]]


@functools.lru_cache(maxsize=4096)
def names_on(shadow: str, form: tuple[str, str], parliament: str) -> tuple[Name, ...]:
    """What stands on a line of a list whose names have a form.

    Most lines are one name, which its terminal matches whole; the parser reads the others.
    """
    start, terminal = form
    parser = grammar.build("votes", start, parliament=parliament)
    alone = grammar.pattern(parser, terminal).fullmatch(shadow)
    if alone:
        return (("VOTE", 0, len(shadow), grammar.parts(alone)),)
    found: list[Name] = []
    for token in parsed(parser, shadow, start).children:
        if token.isspace():
            continue
        parts: dict[str, str] = {}
        if token.type in ("VOTE", "BY_TITLE", "PLAIN", "TELLER", "INITIALLED", "SURNAME"):
            match = grammar.pattern(parser, token.type).match(shadow, token.start_pos)
            assert match is not None, "a terminal matches where it matched"
            parts = grammar.parts(match)
        found.append((token.type, token.start_pos, token.start_pos + len(token.rstrip()), parts))
    return tuple(found)
