"""Where a label ends that nothing parts from the words behind it: names that stand elsewhere settle it.

`Mr. Healey Hong Kong is ...`: the words begin with a capital too, and the label that was found is too long.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator

from hansardparse.text.joints import stands_in

__all__ = ["NamesHeard"]

#: So many words are looked for one by one, and more in a set of all: to make that takes as long as these.
SEARCHED = 24
#: A blank at which no line may break stands behind a title as often as any other does.
UNBREAKING = "\u00a0"


class NamesHeard:
    """The labels of a text.

    >>> heard = NamesHeard(["Mr. Ivor Oake", "Mr. Oake Hong"], "Hong Kong is far.")
    >>> heard.kept("Mr. Oake Hong", "Kong is far.")
    'Mr. Oake'
    """

    def __init__(self, labels: Iterable[str], text: str) -> None:
        self._times: Counter[str] = Counter()
        for label, times in Counter(labels).items():  # most stand often
            for name in _names(label):
                self._times[name] += times
        self._short = {f"{words[0]} {words[-1]}" for name in self._times if len(words := name.split()) > 2}
        self._text = text
        #: Which words stand in it by themselves, of those that were asked for.
        self._known: dict[str, bool] = {}

    def kept(self, label: str, said: str) -> str:
        """What is left of a label that was found once, where another has its first words."""
        plain = label.replace(UNBREAKING, " ")
        words = plain.split(" ")
        name = plain.rstrip(" ,:.")
        if len(words) < 3 or self._times[name] > 1 or "(" in label:
            return label
        for size in range(len(words) - 1, 1, -1):
            first = " ".join(words[:size])
            if first.rstrip(",:.") not in self._times and first not in self._short:
                continue
            rest = words[size].rstrip(",.")
            begins = self._is_plain(rest) or words[size] != rest or not self._is_plain(said.partition(" ")[0])
            return label[: len(first)] if rest[:1].isupper() and begins else label
        return label

    def _is_plain(self, word: str) -> bool:
        """Whether a word with a capital is none of a name: it stands elsewhere in small letters."""
        plain = word.strip(",.;:?!—").lower()
        if len(plain) < 2:
            return True
        known = self._known.get(plain)
        if known is None:
            few = len(self._known) < SEARCHED
            known = self._known[plain] = stands_in(self._text, plain) if few else plain in self._words
        return known

    @functools.cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text: for many labels it is not searched again for each."""
        return frozenset(self._text.split())


def _names(label: str) -> Iterator[str]:
    """The names that a label prints: the one before its brackets, and that of who holds an office, within."""
    name, _, behind = label.replace(UNBREAKING, " ").partition("(")
    yield name.rstrip(" ,:.")
    if holder := behind.partition(")")[0].strip():
        yield holder
