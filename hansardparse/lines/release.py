"""The stage after the lexer of the layout `release`: titles, who is quoted, where a quotation ends.

Where a quotation ends is decided by the text: at the next attribution, a list, a date, a title. Where
paragraphs go on below it, the voice they are in decides (`grammars/voice.lark`), and the
builder reports that the end is inferred.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.emits import Emits
from hansardparse.lines.release_words import CLOSES_QUOTE, OPENS_QUOTE, ReleaseWords
from hansardparse.parliaments import Profile
from hansardparse.speakers.attributions import Who

__all__ = ["ReleaseRoles"]

_TITLES = frozenset(("HEADING", "LABELLED", "REPEATED", "LINKED"))
_WORDS = frozenset(("LINE", "TITLE"))
_ENDS = frozenset(".?!…:;\"”'’)]")
#: A title has this many words, at least, where only the list below it says that it is one.
TITLE_WORDS = 6
#: A sub-heading is no longer than this.
LONGEST_SUBHEADING = 100
#: What a page prints about a release stands in its first lines, its summary among them.
FIRST_MARKS = 8
_CRUMBS = frozenset(("HEADING", "TITLE", "FURNITURE", "TAG"))
_HEAD = frozenset(("FROM", "PUBLISHED", "DELIVERED"))
#: The cell of a table may begin so, and no title does.
SUMS = frozenset("£$€+-")
#: Below a title, a speech has no attribution in its first lines.
FIRST_LINES = 3


class ReleaseRoles:
    """Settles the role of every line of a release.

    A release is short and what a line is may depend on the end of its item, so a unit is taken whole.
    """

    always_accept = ("LINE", "TITLE", "LABEL", "QUOTED", "INLINE", "COLON", "BULLET", "LINKED", "FOOTER")
    emits = Emits(
        settles=frozenset(["LINE", "TITLE", "COLON", "BULLET", "FOOTER"]),
        makes={
            **dict.fromkeys(("BODY", "CONTINUED", "PARAGRAPH", "ADDRESS", "TITLE_REST", "SUMMARY"), _WORDS),
            **dict.fromkeys(("HEADING", "SUBHEADING", "SUBHEADING_SAID"), frozenset(["TITLE"])),
            **dict.fromkeys(("ITEM", "LISTED"), frozenset(["BULLET"])),
            "TELLING": frozenset(["COLON"]),
            "KIND_FIRST": frozenset(["KIND"]),
            "AGAIN": _TITLES | {"TITLE"},
            "FURNITURE": _CRUMBS | {"FOOTER"},
        },
    )

    def __init__(self, profile: Profile) -> None:
        self.words = ReleaseWords(profile)

    def process(self, stream: Iterator[Piece]) -> Iterator[Piece]:
        """The tokens of `stream` in order, each with its role as its type."""
        tokens = list(stream)
        self._titles(tokens)
        starts = [i for i, t in enumerate(tokens) if t.type in _TITLES] or [0]
        starts = [i - 1 if i and tokens[i - 1].type == "KIND_FIRST" else i for i in starts]
        if starts[0]:
            self._item(tokens, 0, starts[0])
        for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
            self._item(tokens, start, end)
        yield from tokens

    # --- titles --------------------------------------------------------------------------------

    def _titles(self, tokens: list[Piece]) -> None:
        """Find the titles, by what stands above and below them."""
        title: Piece | None = None
        crumbs = True  # whether all lines above are of the way to the page
        for i, token in enumerate(tokens):
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            before = tokens[i - 1] if i else None
            crumbs = crumbs and (before is None or before.type in _CRUMBS)
            follows = after.type if after is not None else "END"
            if token.type == "FOOTER":
                token.type = "FURNITURE"
            elif token.type in ("LABELLED", "REPEATED"):
                if title is not None and before is title and self._same(title, token):
                    token.type = "AGAIN"
                else:
                    title = token
            elif (
                title is not None
                and before is title
                and token.type != "TITLE_REST"
                and self._same(title, token)
            ):
                token.type = "AGAIN"
            elif token.type == "LINKED":
                goes_on = after is not None and follows in _WORDS and after[:1].islower()
                if after is not None and goes_on:
                    after.type = "TITLE_REST"
                if goes_on or follows in ("KIND", "PUBLISHED", "UPDATED", "ISSUED", "BULLET"):
                    title = token
                else:
                    token.type = "LINE"
            elif (
                token.type == "KIND"
                and after is not None
                and follows == "TITLE"
                and (before is None or before.type not in _TITLES)
            ):
                if crumbs:
                    for above in tokens[:i]:  # the way to the page, from the site's first one
                        above.type = "FURNITURE"
                token.type, after.type = "KIND_FIRST", "HEADING"
                title = after
            elif token.type == "TITLE" and self._is_title(token, before, follows):
                token.type = "HEADING"
                title = token

    def _same(self, title: Piece, token: Piece) -> bool:
        """Whether a line prints a title once more."""
        return self.words.bare(title) == self.words.bare(token)

    def _is_title(self, token: Piece, before: Piece | None, follows: str) -> bool:
        """Whether a line in the shape of a title is one."""
        if before is None or before.type == "TAG":
            return True
        if before.type in _TITLES or (before.type in _WORDS and before.rstrip()[-1:] not in _ENDS):
            return False
        if follows in ("KIND", "PUBLISHED", "ISSUED", "UPDATED", "FROM"):
            return True
        return follows == "BULLET" and len(token.split()) >= TITLE_WORDS

    # --- the lines of one item -----------------------------------------------------------------

    def _item(self, tokens: list[Piece], start: int, end: int) -> None:
        """Settle the lines of the item whose title is at `start`."""
        if self._is_speech(tokens[start:end]):
            self._address(tokens[start:end])
            return
        i = start
        while i < end:
            token = tokens[i]
            after = tokens[i + 1].type if i + 1 < end else "END"
            if token.type == "LABEL" or (token.type == "COLON" and self._tells(token, tokens, i, end)):
                if after in ("BULLET", "END"):
                    token.type = "BODY"
                else:
                    token.type = "LABEL" if token.type == "LABEL" else "TELLING"
                    i = self._quotation(tokens, i + 1, end, self.words.who_is(token))
                    continue
            elif token.type == "QUOTED":
                i = self._quotation(tokens, i, end, None)
                token.type = "QUOTED"
                continue
            elif token.type == "INLINE":
                if not self.words.names_somebody(token):
                    self._body(tokens, i, end)
            else:
                self._body(tokens, i, end)
            i += 1
        self._summary(tokens, start, end)

    def _body(self, tokens: list[Piece], i: int, end: int) -> None:
        """Settle a line of the release's own voice."""
        token = tokens[i]
        before = tokens[i - 1] if i else None
        if token.type == "BULLET":
            token.type = "ITEM"
        elif token.type in ("LINE", "COLON", "INLINE"):
            cut = before is not None and before.type in ("BODY", "CONTINUED", "ITEM") and _cut(before, token)
            token.type = "CONTINUED" if cut else "BODY"
        elif token.type == "TITLE":
            if before is not None and before.type in ("BODY", "CONTINUED") and _cut(before, token):
                token.type = "CONTINUED"
            else:
                goes_on = i + 1 < end and tokens[i + 1][:1].islower()
                short = len(token.rstrip()) <= LONGEST_SUBHEADING
                opens = i + 1 < end and tokens[i + 1].type in ("LINE", "BULLET", "LABEL", "COLON", "QUOTED")
                token.type = "SUBHEADING" if short and opens and not goes_on else "BODY"

    def _summary(self, tokens: list[Piece], start: int, end: int) -> None:
        """The first sentence below what a release says about itself sums it up."""
        marked = False
        for i in range(start, end):
            token = tokens[i]
            if token.type in ("ISSUED", "KIND", "KIND_FIRST"):
                marked = True
            elif token.type in ("BODY", "SUBHEADING"):
                more = i + 1 < end and tokens[i + 1].type not in ("CONTINUED", "ITEM")
                if (
                    marked
                    and more
                    and not self.words.form("NEXT_SENTENCE").search(token)
                    and token.rstrip()[-1:] != ":"
                ):
                    token.type = "SUMMARY"
                return
            elif token.type not in _TITLES and token.type not in ("AGAIN", "TITLE_REST", "FROM", "PUBLISHED"):
                return

    # --- speeches ------------------------------------------------------------------------------

    def _is_speech(self, item: list[Piece]) -> bool:
        """Whether an item is the text of a speech: its kind says so, or else its title."""
        quotes = self._quotes_first(item)
        for token in item:
            if token.type in ("KIND", "KIND_FIRST", "ISSUED", "LABELLED"):
                kind = self.words.kind_of(token)
                if kind in self.words.profile.releases.not_spoken:
                    return False
                if kind.endswith(self.words.profile.releases.spoken) and not quotes:
                    return True
        title = next((t for t in item if t.type in _TITLES), None)
        if quotes or title is None:
            return False
        return self.words.speech_title(self.words.title_of(title)) is not None

    def _quotes_first(self, item: list[Piece]) -> bool:
        """Whether somebody is quoted in an item's first lines: it is then no speech."""
        lines = (t for t in item if t.type in ("LINE", "TITLE", "LABEL", "QUOTED", "COLON", "BULLET"))
        return any(
            t.type == "QUOTED" or (t.type == "LABEL" and self.words.who_is(t).named)
            for t in itertools.islice(lines, FIRST_LINES)
        )

    def _address(self, item: list[Piece]) -> None:
        """Settle the lines of a speech."""
        spoken = False
        before: Piece | None = None
        head = max((i for i, t in enumerate(item[:FIRST_MARKS]) if t.type in _HEAD), default=0)
        for i, token in enumerate(item):
            after = item[i + 1] if i + 1 < len(item) else None
            if i < head and token.type in ("LINE", "TITLE"):
                token.type = "SUMMARY"
                continue
            if token.type in ("LINE", "TITLE", "COLON", "LABEL", "QUOTED", "INLINE", "TRAILING", "BULLET"):
                if not spoken:
                    token.type, spoken = "ADDRESS", True
                elif token.type == "BULLET":
                    token.type = "LISTED"
                elif before is not None and before.type != "LISTED" and _cut(before, token):
                    token.type = "CONTINUED"
                elif (
                    token.type == "TITLE"
                    and after is not None
                    and after.type == "LINE"
                    and after[:1].isupper()
                    and token[0] not in SUMS
                    and any(map(str.isalpha, token))  # else it is a cell of a table
                ):
                    token.type = "SUBHEADING_SAID"
                else:
                    token.type = "PARAGRAPH"
                before = token
            else:
                # what a page prints about a speech may stand within it, never the speaker's words after
                spoken, before = spoken and token.type == "TITLE_REST", None

    # --- quotations ----------------------------------------------------------------------------

    def _tells(self, token: Piece, tokens: list[Piece], i: int, end: int) -> bool:
        """Whether a sentence that ends in a colon says who speaks in the paragraph below it."""
        below = i + 1 < end and tokens[i + 1].type == "LINE"
        return below and self.words.tells(token, tokens[i + 1])

    def _quotation(self, tokens: list[Piece], first: int, end: int, who: Who | None) -> int:
        """Settle the paragraphs of a quotation that begins at `first`; where it ends."""
        stop = first + 1
        while stop < end and tokens[stop].type in _WORDS and not self._is_subheading(tokens, stop, end):
            stop += 1
        last = first + self._extent(
            tokens[first:stop], who, attributed=stop < end and self._speaks(tokens, stop, end)
        )
        for i in range(first, last):
            cut = i > first and _cut(tokens[i - 1], tokens[i])
            tokens[i].type = "CONTINUED" if cut else "PARAGRAPH"
        return last

    def _speaks(self, tokens: list[Piece], i: int, end: int) -> bool:
        """Whether another attribution is here."""
        return tokens[i].type in ("LABEL", "QUOTED") or (
            tokens[i].type == "COLON" and self._tells(tokens[i], tokens, i, end)
        )

    def _is_subheading(self, tokens: list[Piece], i: int, end: int) -> bool:
        return (
            tokens[i].type == "TITLE"
            and len(tokens[i].rstrip()) <= LONGEST_SUBHEADING
            and tokens[i - 1].rstrip()[-1:] in _ENDS
            and not (i + 1 < end and tokens[i + 1][:1].islower())
        )

    def _extent(self, block: list[Piece], who: Who | None, *, attributed: bool) -> int:
        """How many of the paragraphs below an attribution are quoted: one, at least.

        Where it has quotation marks they decide. Else it goes on while somebody speaks of themselves;
        a paragraph in neither voice belongs to it where the speaker goes on behind it, or where it
        is the only one before the next attribution.
        """
        if block[0].startswith(">"):
            return next((i for i, token in enumerate(block) if not token.startswith(">")), len(block))
        opening = (
            block[0].find("“")
            if block[0].type == "QUOTED"
            else (0 if block[0].startswith(OPENS_QUOTE) else -1)
        )
        if opening >= 0 or block[0].type == "QUOTED":
            taken = 1
            while taken < len(block):
                closed = block[taken - 1].rstrip().endswith(CLOSES_QUOTE)
                if not block[taken].startswith(OPENS_QUOTE) and (
                    closed or not _cut(block[taken - 1], block[taken])
                ):
                    break
                taken += 1
            return taken
        taken, neutral = 1, 0
        for i in range(1, len(block)):
            if _cut(block[i - 1], block[i]):
                taken, neutral = (i + 1, 0) if taken == i else (taken, neutral + 1)
                continue
            voice = self.words.voice_in(block[i], who)
            if voice == "editorial":
                return taken
            if voice == "speaker":
                taken, neutral = i + 1, 0
            else:
                neutral += 1
        return taken + 1 if attributed and neutral == 1 else taken


def _cut(before: Piece, token: Piece) -> bool:
    """Whether a page break has cut a sentence between two lines."""
    return before.rstrip()[-1:] not in _ENDS and token[:1].islower()
