"""What the words of a release's lines say, by `grammars/uk/release-words.lark` and `voice.lark`.

`release.py` asks this of lines whose role is in doubt, and the builder of the lines that it makes nodes of.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hansardparse import grammar
from hansardparse.grammar.lark_loops import Piece
from hansardparse.parliaments import Profile
from hansardparse.speakers import attributions

__all__ = ["CLOSES_QUOTE", "OPENS_QUOTE", "ReleaseWords", "release_kind"]

OPENS_QUOTE = ("“", '"', "‘")
CLOSES_QUOTE = ("”", '"', "”.", '".', "’")


class _Title(NamedTuple):
    """Of the title of a speech, who gives it and on which occasion."""

    who: str
    occasion: str | None


class ReleaseWords:
    """What words say, as one parliament's releases print them."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    def form(self, terminal: str) -> re.Pattern[str]:
        """The form that some words may have."""
        return self._pattern("release-words", terminal)

    def voice(self, terminal: str) -> re.Pattern[str]:
        """A sign of whose voice a paragraph is in."""
        return self._pattern("voice", terminal)

    def taken_apart(self, terminal: str, words: str) -> dict[str, str]:
        """The parts of a line that a terminal of the layout has found."""
        found = self._pattern("release", terminal).match(words)
        assert found is not None, "a terminal matches what it matched"
        return grammar.parts(found)

    def _pattern(self, name: str, terminal: str) -> re.Pattern[str]:
        found: re.Pattern[str] = grammar.pattern(grammar.build(name, parliament=self.profile.code), terminal)
        return found

    # --- titles and kinds ----------------------------------------------------------------------

    def bare(self, title: str) -> str:
        """A title without what a page puts around it."""
        return " ".join(self.form("AROUND_TITLE").sub(" ", title).split())

    def title_of(self, token: Piece) -> str:
        """The title itself, of a token that is one."""
        if token.type == "LABELLED":
            return self.taken_apart("LABELLED", token)["title"]
        return self.bare(token)

    def kind_of(self, token: Piece) -> str:
        """What kind of release a line says it is: `press_release`."""
        if token.type == "ISSUED":
            return release_kind(self.taken_apart("ISSUED", token)["what"])
        labelled = token.type == "LABELLED"
        return release_kind(self.taken_apart("LABELLED", token)["kind"] if labelled else token)

    def speech_title(self, title: str) -> _Title | None:
        """A title taken apart, where it is that of a speech by somebody it names."""
        found = self.voice("SPEECH_TITLE").match(title)
        if found is None:
            return None
        parts = grammar.parts(found)
        named = attributions.who(parts["who"], self.profile).named
        return _Title(parts["who"], parts.get("occasion")) if named else None

    def without_article(self, words: str) -> str:
        """Words without the article that they begin with."""
        return self.form("ARTICLE").sub("", words, count=1)

    # --- sentences and voices ------------------------------------------------------------------

    def last_sentence(self, words: str) -> int:
        """Where the last sentence of a line that ends in a colon begins."""
        starts = [m.end() for m in self.form("SENTENCE_END").finditer(words)]
        return starts[-1] if starts else 0

    def who_is(self, token: Piece) -> attributions.Who:
        """Who is named in an attribution that is a line of its own."""
        if token.type == "TELLING":
            sentence = token[self.last_sentence(token) :]
            place = attributions.subject_in(sentence, self.profile)
            return self._who(sentence, place) if place else attributions.Who()
        sentence = self.taken_apart("LABEL", token)["label"]
        return self._who(sentence, attributions.label_in(sentence, self.profile))

    def _who(self, sentence: str, place: tuple[int, int]) -> attributions.Who:
        """Who is named in one place of a sentence."""
        return attributions.who(sentence[slice(*place)], self.profile)

    def names_somebody(self, token: Piece) -> bool:
        """Whether a sentence that ends in a quotation names who is quoted."""
        sentence = self.taken_apart("INLINE", token)["label"]
        return self._who(sentence, attributions.nearest_in(sentence, self.profile)).named

    def tells(self, token: Piece, below: Piece) -> bool:
        """Whether a sentence that ends in a colon says who speaks in the line below it."""
        opens = below.startswith(OPENS_QUOTE) or self.voice("FIRST_PERSON").search(below)
        sentence = token[self.last_sentence(token) :]
        return bool(opens) and attributions.subject_in(sentence, self.profile) is not None

    def voice_in(self, words: str, who: attributions.Who | None) -> str:
        """Whose voice a paragraph is in: `speaker`, `editorial` or `neutral`."""
        if self.voice("OWN_ACCOUNT").match(words) or (who is not None and self._are_of(words, who)):
            return "editorial"
        if self.voice("FIRST_PERSON").search(words):
            return "speaker"
        for sign in ("OPENS_ACCOUNT", "INSTITUTION", "FIGURE"):
            if self.voice(sign).search(words):
                return "editorial"
        return "neutral"

    def _are_of(self, words: str, who: attributions.Who) -> bool:
        """Whether a paragraph speaks of the quoted person in the third person."""
        if who.surname and re.search(rf"\b{re.escape(who.surname)}\b", words):
            return True
        office = self.without_article(who.office or "").lower()
        the = self.form("THE").match(words)
        return bool(office) and the is not None and words[the.end() :].lower().startswith(f"{office} ")


def release_kind(printed: str) -> str:
    """The kind that is printed, as a code: `Press release` is `press_release`."""
    return "_".join(printed.lower().split())
