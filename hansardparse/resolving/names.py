"""Names, titles, offices and places in a form in which two labels can be compared.

Folded words are small letters without accents, points and hyphens. What they mean to a parliament is in its
profile.
"""

from __future__ import annotations

import functools
import unicodedata

from hansardparse.model.nodes import Speaker
from hansardparse.parliaments import Profile
from hansardparse.speakers import labels

__all__ = [
    "fold",
    "is_peer",
    "linked",
    "links_own_name",
    "office_spelled",
    "office_words",
    "peer",
    "seat_words",
    "sex",
    "without_place",
]

_DROPPED = str.maketrans(dict.fromkeys(".'’‘`´\xad") | {"-": " ", "‐": " ", "–": " ", "&": " and "})


@functools.lru_cache(maxsize=16384)
def fold(words: str) -> str:
    """A name for comparing: no accents, points, hyphens or case."""
    plain = unicodedata.normalize("NFKD", words.translate(_DROPPED))
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


# --- offices -------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=4096)
def office_words(office: str, profile: Profile) -> str:
    """An office folded: its article gone, `Home Secretary` in full."""
    words = _without_article(fold(office), profile)
    department, _, noun = words.partition(" ")
    begins = profile.offices.in_full.get(noun)
    return words if begins is None else f"{begins} {department}"


@functools.lru_cache(maxsize=4096)
def office_spelled(office: str, profile: Profile) -> str:
    """The same without articles inside: two labels of one office differ in them."""
    words = office_words(office, profile)
    return words.replace(f" {profile.names.article} ", " ") if profile.names.article else words


def _without_article(words: str, profile: Profile) -> str:
    return words.removeprefix(f"{profile.names.article} ") if profile.names.article else words


# --- titles --------------------------------------------------------------------------------------


def peer(speaker: Speaker, profile: Profile) -> tuple[str, str] | None:
    """Rank and title of a peer, folded: `lord`, `hunt of kings heath`; None for anybody else."""
    if speaker.surname is None or speaker.forenames is not None or speaker.honorific is not None:
        return None
    return _ranked(speaker.surname, profile)


@functools.lru_cache(maxsize=4096)
def _ranked(surname: str, profile: Profile) -> tuple[str, str] | None:
    words = _without_article(fold(surname), profile)
    rank, _, title = words.partition(" ")
    if title and rank in profile.titles.ranks:
        of_place = profile.titles.of_place
        return profile.titles.ranks[rank], title.removeprefix(f"{of_place} ") if of_place else title
    return None


def is_peer(speaker: Speaker, profile: Profile) -> bool:
    """Whether a label prints the title of a peer."""
    return (speaker.surname or "").startswith(profile.titles.peers)


def without_place(title: str, profile: Profile) -> str:
    """A peer's title without its place: `hunt` of `hunt of kings heath`."""
    of_place = profile.titles.of_place
    return title.partition(f" {of_place} ")[0] if of_place else title


def sex(honorific: str, profile: Profile) -> str:
    """`m`, `w`, or nothing where a title does not say."""
    return profile.titles.sexes.get(honorific.rpartition(" ")[2], "")


# --- places --------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=4096)
def seat_words(place: str, profile: Profile) -> frozenset[str]:
    """The words of a constituency by which its spellings are known: those that tell it from others."""
    words = fold(place).replace(",", "").split()
    return frozenset(words) - profile.places.joining - profile.places.common


# --- linked names --------------------------------------------------------------------------------


def linked(speaker: Speaker, profile: Profile) -> str | None:
    """The linked name for comparing; None where the page links to an office or a group."""
    if speaker.linked_name is None:
        return None
    if not links_own_name(speaker):
        named = labels.speaker(speaker.linked_name, profile=profile)
        if named.surname is None or named.office is not None:
            return None
    return fold(speaker.linked_name)


def links_own_name(speaker: Speaker) -> bool:
    """Whether the linked name is the printed one, as most are: it has been taken apart already."""
    return speaker.forenames is not None and speaker.linked_name == f"{speaker.forenames} {speaker.surname}"
