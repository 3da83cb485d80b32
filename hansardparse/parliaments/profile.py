"""The profile of a parliament: its words as data, read from `profile.toml`.

A profile holds what Python has to look up: which party a code stands for, which side of a division a word
names, who counts tellers. The forms in which these words are printed are grammar, and stand in the
parliament's `words.lark`. A word stands in one of the two, never in both: `words.lark` takes lists of
words from the profile by `%declare` (see `hansardparse.grammar.load`).

`base = "westminster"` takes what many parliaments have in common from `westminster.toml` here.
"""

from __future__ import annotations

import functools
import itertools
import tomllib
from typing import Any

import attrs

from hansardparse.data import beside
from hansardparse.errors import HansardError
from hansardparse.parliaments.typed import month_numbers, over, said, sided, structured

__all__ = [
    "USUAL",
    "Business",
    "Forms",
    "Hearings",
    "Lines",
    "Names",
    "Offices",
    "Places",
    "Profile",
    "Releases",
    "Titles",
    "house_named",
    "house_of",
    "known",
    "known_profile",
    "of_country",
    "outside",
    "profile",
    "register",
    "unregister",
]


@attrs.frozen(kw_only=True, eq=False)
class Lines:
    """The words by which the role of a line is told; a parliament may do without any of them."""

    #: A heading ends in none of these words, and a sentence is not over at one of them: `of`.
    joining: frozenset[str] = frozenset()
    #: Two names are joined by one of these words: `and`.
    joints: tuple[str, ...] = ()
    #: A full stop behind one of these ends no sentence: ` hon.`
    short: tuple[str, ...] = ()
    #: A title may end in one of these, its full stop included: ` &c.`
    abbreviations: tuple[str, ...] = ()
    #: Words of somebody who speaks, which no line of procedure has outside of what is moved: ` my `.
    said: tuple[str, ...] = ()
    #: Words in which somebody speaks of themselves at the beginning of a turn: `My `.
    own: tuple[str, ...] = ()
    #: How words begin, in small letters, that the record tells of somebody: `holding answer `.
    told: tuple[str, ...] = ()
    #: How a turn begins that addresses the whole House.
    address: tuple[str, ...] = ()
    #: How the words of a motion begin: `That `.
    motions: tuple[str, ...] = ()
    #: How the line of a page begins that says that its text is taken from an archive.
    archive: tuple[str, ...] = ()
    #: The last words of the name of an Act, before its year.
    acts: tuple[str, ...] = ()
    #: The last word of a body's name, or of its business, and of no person's: `Committee`.
    bodies: tuple[str, ...] = ()
    #: How a label begins that is an office: `The `.
    offices: tuple[str, ...] = ()
    #: How a label ends whose bearers say no more than one line, as who cries out together: `Members`.
    cries: tuple[str, ...] = ()
    #: The heading of a list of those who give evidence.
    witnesses: tuple[str, ...] = ()
    #: What stands between a label and the words on its line: `:`.
    marks: tuple[str, ...] = (":",)
    #: What stands before the number of a question: `Q`.
    questions: tuple[str, ...] = ()
    #: What stands between the label and the words of a tabled question.
    asks: tuple[str, ...] = ()
    #: How a line begins that says what a division is on.
    divisions: tuple[str, ...] = ()
    #: Whether a name alone before a colon may speak below the words of a motion, too.
    names_alone: bool = False
    #: Whether a member in the list of a division may be named by a surname alone.
    surnames: bool = False
    #: Words above the names of tellers, in small letters.
    tellers: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class Business:
    """The set forms by which the business of a section is told; a parliament may do without any of them."""

    #: Where written statements are printed, as the place of a sitting.
    written_statements: tuple[str, ...] = ()
    #: How the line begins, in small letters, with which a House rises.
    rises: tuple[str, ...] = ()
    #: Words of the motion on which a House adjourns.
    adjournment: tuple[str, ...] = ()
    #: What a label, or the words below it, print of an urgent question.
    urgent: tuple[str, ...] = ()
    #: How a statement begins.
    permission: tuple[str, ...] = ()
    #: What a stage is called after the word that a line of procedure has for it: `{} Reading`.
    reading: str = "{}"
    #: What a Bill is called after the words that stand before that: `{} Bill`.
    bill: str = "{}"
    #: What may stand there and names no Bill: `The`.
    articles: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class Hearings:
    """Who is heard, and what the words say that stand behind the name of a witness."""

    #: Words of a post, which no body has in its name: `Director`.
    posts: frozenset[str] = frozenset()
    #: Titles that every member has where one has it, so that who has none of them there is heard: `Senator`.
    members: frozenset[str] = frozenset()
    #: Styles of members that are no such title: `Hon.`
    styles: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True, eq=False)
class Releases:
    """The kinds of what is said outside a House, as codes: `press_release`."""

    #: The last word of the kind of what somebody says: its line names who, and no body.
    said: tuple[str, ...] = ()
    #: The last word of the kind of what is the whole text of a speech.
    spoken: tuple[str, ...] = ()
    #: A kind that is no speech, whatever its title says.
    not_spoken: frozenset[str] = frozenset()
    #: The last words of the kind of what is said in a House.
    stated: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class Names:
    """What the words of a name say. `folded` words are small letters without points and hyphens."""

    #: Words that belong to the surname behind them: `van`.
    particles: frozenset[str] = frozenset()
    #: Words that stand for whoever was named before: `She`.
    pronouns: frozenset[str] = frozenset()
    #: The article before an office or a title, folded.
    article: str | None = None


@attrs.frozen(kw_only=True, eq=False)
class Titles:
    """What the titles before a name say; all of them folded."""

    #: Whose an honorific is: `sir` is `m`, a man's, `dame` is `w`, a woman's.
    sexes: dict[str, str] = attrs.field(factory=dict)
    #: Honorifics of everybody who has none that says more: `mr`.
    plain: frozenset[str] = frozenset()
    #: Honorifics that go with a forename alone: `sir`, as in `Sir Gerald`.
    with_forename: frozenset[str] = frozenset()
    #: What may stand before an honorific and says nothing about who it is: `rh`.
    styles: tuple[str, ...] = ()
    #: The rank of a peer and the one that stands for it in a short label: `baroness` is `lady`.
    ranks: dict[str, str] = attrs.field(factory=dict)
    #: How the labels of peers begin, as printed.
    peers: tuple[str, ...] = ()
    #: What stands between a peer's title and its place: `of`.
    of_place: str | None = None


@attrs.frozen(kw_only=True, eq=False)
class Places:
    """What the words in the name of a constituency say; all of them folded."""

    #: Words that join others and may be left out: `and`.
    joining: frozenset[str] = frozenset()
    #: Words that are in the names of many constituencies: `north`.
    common: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True, eq=False)
class Offices:
    """Who bears which office; all but `officials` folded, without their article."""

    #: How the labels of those begin who serve a House and are no members: `The Clerk`.
    officials: tuple[str, ...] = ()
    #: The last word of a short form and how the office begins in full: `Home Secretary`.
    in_full: dict[str, str] = attrs.field(factory=dict)
    #: How an office begins that another label may print with fewer words of its department.
    departmental: tuple[str, ...] = ()
    #: More than one person bears an office with one of these words at a time: it names nobody.
    shared: tuple[str, ...] = ()
    #: One person bears these for years: whoever it is, it is one throughout a transcript.
    lasting: frozenset[str] = frozenset()
    #: These do not say of which department: several people bear them at a time.
    general: frozenset[str] = frozenset()
    #: An office of the Government has one of these words in it ...
    ministerial: tuple[str, ...] = ()
    #: ... or begins with one of these.
    ministerial_first: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class Forms:
    """The set forms in which the record says what happens."""

    #: How a line begins that prints a question, or who has tabled it, though nobody says it.
    tabled: tuple[str, ...] = ()
    #: How a line begins that prints a statement, or an answer, which the other House has heard.
    stated: tuple[str, ...] = ()
    #: What stands between who asks a tabled question and its words.
    asks: str | None = None
    #: Words near the beginning of a line that says that a motion is before the House.
    moved: tuple[str, ...] = ()
    #: What stands behind the name of who is in the Chair, within brackets.
    in_chair: str | None = None
    #: What stands behind the office and the name of who takes the Chair, in what the House does.
    presides: tuple[str, ...] = ()
    #: Labels that mean whoever has the turn above: `The noble Lord said`, behind what he has moved.
    again: tuple[str, ...] = ()
    #: Words near the beginning of what the House does while the same speech goes on.
    passing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """One legislature's words. Two profiles are equal only where they are the same object."""

    #: Its short name, as in `grammars/uk`; ISO 3166 where there is one.
    code: str
    #: `United Kingdom`
    name: str = attrs.field(validator=said)
    #: Its country, or its part of one, in ISO 3166: `GB`, `GB-SCT`; None where it has none.
    country: str | None = None
    #: Its country in the three letters of ISO 3166-1: `GBR`.
    country3: str | None = None
    #: Languages of the record as BCP 47 tags, the usual one first: `en-GB`.
    languages: tuple[str, ...]
    #: The prefix of a chamber's numbers and its name: `HC` is `Commons`.
    chambers: dict[str, str]
    #: The code of a party in a label and its name: `Con` is `Conservative`.
    parties: dict[str, str]
    #: The name of a month in small letters, whole or shortened, and its number.
    months: dict[str, int] = attrs.field(validator=month_numbers)
    #: The heading of a list in a division, its letters alone and small, and the option: `ayes` is `aye`.
    sides: dict[str, str]
    #: The options on whose side tellers are counted.
    tellers_counted: frozenset[str] = attrs.field(validator=sided)
    #: Invented words by what they are, `surnames`, of which `hansardparse.testing` makes debates.
    examples: dict[str, list[str]] = attrs.field(factory=dict)
    #: What a list of names prints where it has none: `Nil`.
    no_names: frozenset[str] = frozenset()
    #: A time of day that has a name, in small letters: `noon` is `12:00`.
    hours: dict[str, str] = attrs.field(factory=dict)
    #: Words of a remark in brackets that says what people did rather than what happened: `applause`.
    kinesic: tuple[str, ...] = ()
    #: The place of a sitting in small letters, or one word within it, and the House: `lords` is `Lords`.
    houses: dict[str, str] = attrs.field(factory=dict)
    #: The words by which the role of a line is told.
    lines: Lines = attrs.field(factory=Lines)
    #: The set forms by which the business of a section is told.
    business: Business = attrs.field(factory=Business)
    #: The kinds of what is said outside a House.
    releases: Releases = attrs.field(factory=Releases)
    #: Who gives evidence to a committee.
    hearings: Hearings = attrs.field(factory=Hearings)

    def house(self, prefix: str) -> str:
        """The House whose numbers begin with `prefix`, the prefix itself where no House's do."""
        return self.chambers.get(prefix, prefix)

    #: What the words of a name say.
    names: Names = attrs.field(factory=Names)
    #: What the titles before a name say.
    titles: Titles = attrs.field(factory=Titles)
    #: What the words of a constituency say.
    places: Places = attrs.field(factory=Places)
    #: Who bears which office.
    offices: Offices = attrs.field(factory=Offices)
    #: The set forms of the record.
    forms: Forms = attrs.field(factory=Forms)


#: The parliament by whose words is read what names none.
USUAL = "uk"
#: Where the parliaments are that an installed package or a grammar file has brought.
_OUTSIDE: dict[str, Any] = {}


def register(code: str, folder: Any) -> None:
    """Make known a parliament whose `profile.toml` and grammars are in a folder outside the package."""
    _OUTSIDE[code] = folder
    _forget()


def unregister(code: str) -> None:
    """Forget a parliament that was registered."""
    _OUTSIDE.pop(code, None)
    _forget()


def _forget() -> None:
    """Forget what was read of the parliaments that were known before."""
    profile.cache_clear()
    house_of.cache_clear()
    house_named.cache_clear()


def outside(code: str) -> Any:
    """The folder that was registered for a parliament, None for those of the package."""
    return _OUTSIDE.get(code)


def known() -> tuple[str, ...]:
    """The codes of all parliaments, those of the package first."""
    return (*_own(), *(code for code in _OUTSIDE))


@functools.cache
def _own() -> tuple[str, ...]:
    """The codes of the package's parliaments; it is asked for each text that is searched for references."""
    folders = (beside() / "parliaments").iterdir()
    return tuple(sorted(each.name for each in folders if (each / "profile.toml").is_file()))


@functools.cache
def profile(code: str) -> Profile:
    """The profile of a parliament. Raises HansardError (`bad-profile`) for a file that is none."""
    file = (_OUTSIDE.get(code) or beside() / "parliaments" / code) / "profile.toml"
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        if base := data.pop("base", None):
            below = (beside() / "parliaments" / f"{base}.toml").read_text(encoding="utf-8")
            data = over(data, tomllib.loads(below))
        found: Profile = structured(Profile, {**data, "code": code})
        return found
    except OSError as error:
        wrong = f"{error.strerror}; a profile, and the file of its `base`, must be there"
        raise HansardError(wrong, code="bad-profile", source=str(file)) from None
    except (TypeError, ValueError) as error:
        raise HansardError(str(error), code="bad-profile", source=str(file)) from None


def known_profile(code: str | None) -> Profile | None:
    """The profile of a parliament; None where no parliament that is known has this code."""
    return profile(code) if code is not None and code in known() else None


def profile_or_usual(code: str | None) -> Profile:
    """The profile of a parliament, and the usual one where none that is known has this code."""
    return known_profile(code) or profile(USUAL)


def of_country(country: str) -> str | None:
    """The code of the parliament of a country, `IE` or `IRL`, or of a part of one, `gb-sct`; else None."""
    codes = known()
    likely = (code for code in (USUAL, country.lower()) if code in codes)  # to read all takes long
    every = itertools.chain(likely, codes)
    words = country.upper()
    return next((code for code in every if words in (profile(code).country, profile(code).country3)), None)


@functools.lru_cache(maxsize=1024)
def house_named(title: str, code: str | None) -> str | None:
    """The House of a parliament whose name is all that a title says; None where it says more.

    Of no other parliament is the profile read: to read all takes as long as to parse a page.
    """
    name = " ".join(title.lower().rstrip(" .").removeprefix("the ").split())
    return profile_or_usual(code).houses.get(name)


@functools.lru_cache(maxsize=1024)
def house_of(place: str) -> str | None:
    """The House that a place of sitting is of, in any parliament, the usual one first; None where it does not
    say.
    """
    small = place.lower().rstrip(" .")
    within = "".join(letter if letter.isalnum() else " " for letter in small).split()
    for code in dict.fromkeys((USUAL, *known())):
        houses = profile(code).houses
        if (house := houses.get(small)) is not None:
            return house
        for word, house in houses.items():
            if word in within:
                return house
    return None
