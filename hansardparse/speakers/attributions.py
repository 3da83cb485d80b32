"""Whom a release says it quotes: from the words of an attribution to a Speaker.

`quoted.lark` of the parliament says what each word can be; which of them are the name follows from their
order: `OFFICE NAME`, `OFFICE, NAME,`, `NAME, OFFICE,`, `OFFICE, RANK NAME,`, `the OFFICE`. `naming.lark` says
where in a sentence these words are looked for.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from hansardparse import grammar
from hansardparse.grammar import parsed
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.nodes import Span, Speaker
from hansardparse.parliaments import Profile

__all__ = ["Who", "label_in", "named_in", "nearest_in", "speaker", "subject_in", "who"]

_NAME_WORDS = frozenset(("HONORIFIC", "PEER", "NAME", "LETTERS", "PARTICLE"))
_JOINS = frozenset(("JOIN", "TITLE_JOIN"))
#: Of more words than this, only the last two are the name: `Port Ardle Harbour Master Gerald Oake`.
LONGEST_NAME = 4


class Who(NamedTuple):
    """The parts of an attribution; each None where it is not printed."""

    honorific: str | None = None
    forenames: str | None = None
    surname: str | None = None
    letters: str | None = None
    office: str | None = None

    @property
    def named(self) -> bool:
        """Whether a person or an office is printed at all."""
        return self.surname is not None or self.office is not None


def speaker(label: str, span: Span, profile: Profile) -> Speaker:
    """The Speaker of an attribution's label."""
    found = who(label, profile)
    unnamed = found.surname is None and _naming("SPOKESPERSON", profile).search(label)
    role = "official" if unnamed else "unknown"
    return Speaker(
        label or None,
        found.honorific,
        found.forenames,
        found.surname,
        found.letters,
        found.office,
        role=role,
        span=span,
    )


@functools.lru_cache(maxsize=4096)
def who(label: str, profile: Profile) -> Who:
    """The name and the office in a label, which may be in any of the orders in use."""
    pieces: list[list[Piece]] = [[]]
    for token in _tokens(label, profile):
        if token.type == "COMMA":
            pieces.append([])
        else:
            pieces[-1].append(token)
    pieces = [p for p in pieces if p]
    if not pieces:
        return Who()
    first, last = pieces[0], pieces[-1]
    if len(pieces) > 1 and _is_letters(last):
        pieces = [first, *(p for p in pieces[1:] if not _is_letters(p))]
        last = pieces[-1]
    if _is_name(first):
        office = label[pieces[1][0].start_pos : last[-1].end_pos] if len(pieces) > 1 else None
        return _named(label, first)._replace(office=office)
    if len(pieces) == 1:
        return _one(label, first)
    before = label[first[0].start_pos : pieces[-2][-1].end_pos]
    if _is_name(last):
        return _named(label, last)._replace(office=before)
    ranked = _one(label, last)
    if ranked.surname is not None and ranked.office is not None:
        return ranked._replace(honorific=ranked.office, office=before)
    leading = _one(label, first)
    if leading.surname is not None:
        return leading
    return Who(office=label[first[0].start_pos : last[-1].end_pos] if _has_role(label, profile) else None)


def label_in(sentence: str, profile: Profile) -> tuple[int, int]:
    """Where in a sentence that ends before `said` its speaker is named."""
    start, end = 0, len(sentence.rstrip())
    relative = _naming("RELATIVE", profile).search(sentence)
    if relative and relative.start() > 0 and who(sentence[: relative.start()], profile).named:
        end = relative.start()
    if _naming("LEAD", profile).match(sentence) is None:
        return start, end
    for comma in _naming("NEXT_PIECE", profile).finditer(sentence[:end]):
        piece = sentence[comma.end() : end].split(",")[0]
        if _has_role(piece, profile) or _is_name(_tokens(piece, profile)):
            return comma.end(), end
    for article in reversed(list(_naming("ARTICLE", profile).finditer(sentence[:end]))):
        if _has_role(sentence[article.start() : end], profile):
            return article.start(), end
    return start, end


def nearest_in(sentence: str, profile: Profile) -> tuple[int, int]:
    """Where the last one named in a sentence is: `... chaired by Dr Ada Marsh`."""
    end = len(sentence.rstrip())
    starts = [0, *(m.end() for m in _naming("BOUNDARY", profile).finditer(sentence[:end]))]
    for start in reversed(starts):
        if who(sentence[start:end], profile).named:
            return start, end
    return 0, 0


def subject_in(sentence: str, profile: Profile) -> tuple[int, int] | None:
    """Where the subject of a sentence is, if a person is: `The minister stressed ...`."""
    start = label_in(sentence, profile)[0] if _naming("LEAD", profile).match(sentence) else 0
    run: list[Piece] = []
    for token in _tokens(sentence[start:], profile):
        if token.type == "LOWER":
            if not run or not _naming("VERB", profile).search(token):
                return None
            break
        if token.type == "COMMA" or token.type in _JOINS:
            return None
        run.append(token)
    else:
        return None
    if not any(t.type in ("ROLE", "HONORIFIC", "PEER") for t in run) and not _is_name(run):
        return None
    return start + run[0].start_pos, start + run[-1].end_pos


def named_in(words: str, profile: Profile) -> Iterator[Who]:
    """Everybody whom a paragraph names in full with an office: `Harbours Secretary Ada Marsh`,
    `Gerald Oake MP, Minister for Piers, ...`.
    """
    runs: list[list[Piece]] = [[]]
    for token in _tokens(words, profile):
        if token.type in _NAME_WORDS or token.type == "ROLE":
            runs[-1].append(token)
        if (token.type not in _NAME_WORDS and token.type != "ROLE") or token.endswith("."):
            runs.append([])
    for run in runs:
        if not run:
            continue
        found = _one(words, run)
        if found.office is None and _is_name(run):
            found = _named(words, run)
            behind = _naming("BEHIND", profile).match(words, run[-1].end_pos)
            office = behind["office"] if behind is not None else None
            found = found._replace(office=office if office and _has_role(office, profile) else None)
        if found.forenames is not None and found.office is not None:
            yield found


def _tokens(label: str, profile: Profile) -> list[Piece]:
    found: list[Piece] = parsed(grammar.build("quoted", parliament=profile.code), label).children
    return found


@functools.cache
def _naming(terminal: str, profile: Profile) -> re.Pattern[str]:
    """A terminal of `naming.lark`, to search a sentence for."""
    return grammar.pattern(grammar.build("naming", parliament=profile.code), terminal)


def _has_role(words: str, profile: Profile) -> bool:
    return any(t.type == "ROLE" for t in _tokens(words, profile))


def _is_letters(tokens: list[Piece]) -> bool:
    """Whether words are letters behind a name and nothing else: `MP`, `OBE`."""
    return all(t.type == "LETTERS" for t in tokens)


def _is_name(tokens: list[Piece]) -> bool:
    """Whether words are a name and nothing else: two words or more, or one after `Dr`, `Lord`."""
    if not tokens or tokens[0].type not in ("HONORIFIC", "PEER", "NAME"):
        return False
    if any(t.type == "PEER" for t in tokens):
        return all(t.type in _NAME_WORDS or t.type == "TITLE_JOIN" for t in tokens)
    names = sum(1 for t in tokens if t.type == "NAME")
    titled = tokens[0].type == "HONORIFIC"
    return all(t.type in _NAME_WORDS for t in tokens) and (names + titled >= 2) and names <= LONGEST_NAME


def _named(label: str, tokens: list[Piece]) -> Who:
    """The parts of a name alone."""
    titles = [t for t in tokens if t.type == "HONORIFIC"]
    letters = [t for t in tokens if t.type == "LETTERS"]
    rest = [t for t in tokens if t.type not in ("HONORIFIC", "LETTERS")]
    if not rest:
        return Who()
    honorific = label[titles[0].start_pos : titles[-1].end_pos] if titles else None
    after = label[letters[0].start_pos : letters[-1].end_pos] if letters else None
    if any(t.type == "PEER" for t in rest):
        peer = next(i for i, t in enumerate(rest) if t.type == "PEER")
        return Who(honorific, None, label[rest[peer].start_pos : rest[-1].end_pos], after)
    cut = len(rest) - 1
    while cut > 1 and rest[cut - 1].type == "PARTICLE":
        cut -= 1
    forenames = label[rest[0].start_pos : rest[cut - 1].end_pos] if cut else None
    return Who(honorific, forenames, label[rest[cut].start_pos : rest[-1].end_pos], after)


def _one(label: str, tokens: list[Piece]) -> Who:
    """A piece without commas: an office, a name after it, or neither."""
    titled = next((i for i, t in enumerate(tokens) if t.type in ("HONORIFIC", "PEER")), None)
    if titled is not None and _is_name(tokens[titled:]):
        return _with_office(label, tokens, titled)
    roles = [i for i, t in enumerate(tokens) if t.type == "ROLE"]
    if not roles:
        named = len(tokens) > LONGEST_NAME and all(t.type == "NAME" for t in tokens)
        return _with_office(label, tokens, len(tokens) - 2) if named else Who()
    after = tokens[roles[-1] + 1 :]
    if after and all(t.type in _NAME_WORDS for t in after):
        return _with_office(label, tokens, roles[-1] + 1)
    if after and tokens[0].type != "DETERMINER":
        # `Minister for Harbours Ada Marsh`: a forename and a surname end it, and something is left before
        run = len(tokens)
        while tokens[run - 1].type in ("NAME", "LETTERS"):
            run -= 1
        names = [i for i in range(run, len(tokens)) if tokens[i].type == "NAME"]
        if len(names) > 2 or (len(names) == 2 and tokens[run - 1].type not in _JOINS):
            return _with_office(label, tokens, names[-2])
    return Who(office=label[tokens[0].start_pos : tokens[-1].end_pos])


def _with_office(label: str, tokens: list[Piece], cut: int) -> Who:
    """A name from the token `cut` on, and the office before it."""
    office = label[tokens[0].start_pos : tokens[cut - 1].end_pos] if cut else None
    return _named(label, tokens[cut:])._replace(office=office)
