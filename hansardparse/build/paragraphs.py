"""Paragraphs of a contribution as what they are: quotations, items of a list, words of a motion, tables."""

from __future__ import annotations

from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.model.nodes import ListItem, Motion, Paragraph, Quote, Table
from hansardparse.parliaments import Profile, language_of

__all__ = ["Shapes"]

#: A label is no longer than this.
LONGEST_LABEL = 160
#: No more labels within one paragraph are looked for; a full stop behind fewer letters, of which the first
#: is a capital, ends no sentence: `Mr.`
MOST_WITHIN, SHORT_FORM = 20, 4
#: A paragraph that may hold several turns is as long; where no colon introduces them it has so many at least.
LONG, SEVERAL = 400, 2
#: A sentence ends so.
_STOPS = ".?!…”]"
#: Only a paragraph that begins with one of these can be a quotation or an item of a list.
_QUOTES = frozenset("\"“‘'")
_MARKERS = frozenset("(•·▪–—*-0123456789abcdefghijklmnopqrstuvwxyz")
#: A paragraph that ends so is whole and announces nothing.
_WHOLE = frozenset(".?!…\"”'’)]")
_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'"}

_HAVE_LANGUAGE = (Paragraph, Quote, ListItem, Motion)


class Shapes:
    """The forms that paragraphs of one parliament may have."""

    def __init__(self, profile: Profile) -> None:
        parser = grammar.build("blocks", parliament=profile.code)
        self._motions = profile.lines.motions
        self._languages = profile.languages if len(profile.languages) > 1 else ()
        self._list_item, self._motion, self._moves, self._quote_end, self._label_like, self._dashed = (
            grammar.pattern(parser, name)
            for name in ("LIST_ITEM", "MOTION", "MOVES", "QUOTE_END", "LABEL_LIKE", "DASHED_LIKE")
        )
        marks = profile.lines.marks
        #: What ends a label where no colon does.
        self._ends = tuple(mark for mark in marks if ":" not in mark and mark.endswith((" ", "—")))

    def is_label_like(self, text: str) -> bool:
        """Whether a paragraph within a speech begins as a turn does: `An Ceann Comhairle: Order.`"""
        begins = text[:LONGEST_LABEL]
        return (":" in begins or ")" in begins) and self._label_like.match(text) is not None

    def labels_within(self, text: str) -> list[str]:
        """The labels with which turns may begin within a paragraph, where a text has lost its newlines."""
        found = self.sentences_like_labels(text)
        if len(found) > 1 or (found and found[0][-1] == ")"):  # one alone may be words about somebody
            return found
        return self._dashed_within(text) if self._ends and len(text) >= LONG else []

    def sentences_like_labels(self, text: str) -> list[str]:
        """The beginnings of sentences within a paragraph that have the shape of a label."""
        found: list[str] = []
        colon = text.find(": ") if ":" in text else -1  # one character is found much sooner than two
        while colon > 0 and len(found) < MOST_WITHIN:
            begin = self._sentence_begins(text, colon)
            seen = text[begin : colon + LONGEST_LABEL]
            if colon + LONGEST_LABEL < len(text):  # cut short, as a sentence of its own
                seen = f"{seen.rpartition(' ')[0]}."
            if begin and self._label_like.match(seen):
                found.append(text[begin:colon])
            colon = text.find(": ", colon + 1)
        return found

    def _dashed_within(self, text: str) -> list[str]:
        """The same where a dash or a full stop ends a label, as in this parliament's record."""
        found: list[str] = []
        for mark in self._ends:
            at = text.find(mark)
            while at > 0 and len(found) < MOST_WITHIN:
                # a name in capitals or a bracket ends here, or any before a stop and a dash
                if text[at - 1].isupper() or text[at - 1] == ")" or len(mark.strip()) > 1:
                    begin = self._sentence_begins(text, at)
                    if begin and self._dashed.match(text, begin):
                        found.append(text[begin:at])
                at = text.find(mark, at + 1)
        return found if len(found) >= SEVERAL else []

    def _sentence_begins(self, text: str, before: int) -> int:
        """Where the last sentence before a place begins, 0 where it is none of those that stand near."""
        place, least = before, max(0, before - LONGEST_LABEL)
        while (place := max(text.rfind(f"{mark} ", least, place) for mark in _STOPS)) > 0:
            word = text[text.rfind(" ", least, place) + 1 : place]
            if text[place] != "." or len(word) >= SHORT_FORM or word.islower():
                return before - len(text[place + 1 : before].lstrip())
        return 0

    def shaped(self, blocks: list[Any]) -> list[Any]:
        """The blocks of a contribution, each Paragraph as the class that its form and neighbours give it, and
        in its language.
        """
        motion = False  # the paragraphs before announce a motion that has not ended
        quoted = ""  # the mark of a quotation that runs on over paragraphs
        for at, block in enumerate(blocks):
            if type(block) is not Paragraph or not block.text:
                continue
            text = block.text
            if "\t" in text and not block.inlines:
                blocks[at] = Table(text, block.span)
                continue
            first = text[0]
            if motion and not self._goes_on(text, blocks, at):
                motion = False
            if first in _QUOTES and (kind := self._quotation(text, quoted, blocks, at)) is not None:
                quoted = kind
                blocks[at] = Quote(text, block.inlines, block.span)
                continue
            quoted = ""
            if first in _MARKERS and (match := self._list_item.match(text)):
                blocks[at] = ListItem(text, match["marker"], block.inlines, block.span)
            elif motion or self._motion.match(text):
                blocks[at] = Motion(text, block.inlines, block.span)
                motion = True
            elif text[-1] not in _WHOLE:
                motion = self._moves.search(text, max(0, len(text) - 60)) is not None
        return list(map(self._in_its_language, blocks)) if self._languages else blocks

    def _in_its_language(self, block: Any) -> Any:
        """A block with the language of its words."""
        if not isinstance(block, _HAVE_LANGUAGE):
            return block
        return attrs.evolve(block, language=language_of(block.text, self._languages))

    def _goes_on(self, text: str, blocks: list[Any], at: int) -> bool:
        """Whether a paragraph below `I beg to move,` is still of the motion."""
        if text.startswith((*self._motions, "(")) or text[0].islower() or text[0].isdigit():
            return True
        above = (blocks[n] for n in range(at - 1, -1, -1))
        before = next((block for block in above if hasattr(block, "text")), None)
        return isinstance(before, (Motion, ListItem)) and before.text.rstrip()[-1:] in "—–-:;,"

    def _quotation(self, text: str, quoted: str, blocks: list[Any], at: int) -> str | None:
        """The mark of a quotation that runs on behind a paragraph, "" where it ends, None for no quotation.

        Each paragraph of a quotation begins with its mark; only the last one is closed.
        """
        opening = text[0]
        closing = _CLOSING[opening]
        ends = self._quote_end.search(text, max(1, len(text) - 4))
        inside = text[1 : ends.start() if ends else len(text)]
        if opening in "\"'":
            whole = inside.count(opening) % 2 == 0
        else:
            whole = inside.count(closing) <= inside.count(opening) or closing == "’"
        if not whole:
            return None
        if ends:
            return ""
        below = (blocks[n] for n in range(at + 1, len(blocks)))
        follows = next((block.text for block in below if type(block) is Paragraph and block.text), "")
        return opening if quoted == opening or follows[:1] == opening else None
