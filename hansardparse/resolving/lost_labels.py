"""Where one speaker ends and another begins, on pages whose speaker lines are lost.

A paragraph of such a page is a contribution by itself. What its first words, and the last words before
it, say about a change of speaker is all there is to go by: `new_turn` is True or False where a rule
applies, and None, for unknown, where none does. The rules are `RULES`, in the order in which they are
tried; their patterns are in `turns.lark` of the parliament.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import attrs

from hansardparse import grammar
from hansardparse.grammar.anchors import group
from hansardparse.model.nodes import Contribution
from hansardparse.parliaments import Profile

__all__ = ["RULES", "Rule", "new_turns"]

#: A question put to somebody is no longer than this, with all that leads up to it.
LONGEST_QUESTION = 600
_OPENS_QUOTE = ("“", '"', "‘", "'")


@attrs.frozen
class Rule:
    """One rule: its name, what it says, an invented example, and what follows for `new_turn`."""

    name: str
    sentence: str
    example: str
    new_turn: bool


def _opening(terminal: str, sentence: str, example: str) -> tuple[str, Rule]:
    return terminal, Rule(terminal.lower().replace("_", "-"), sentence, example, True)


#: Rules about how a paragraph begins, by their terminal.
OPENINGS = dict(
    (
        _opening("GESTURE", "somebody rises, nods or shakes the head", "rose—"),
        _opening("GIVES_WAY", "somebody asks to intervene, or thanks for it", "Will the Minister give way?"),
        _opening("CHAIR_ORDERS", "the Chair keeps order", "Order. The hon. Member must resume her seat."),
        _opening("CHAIR_CALLS", "the Chair calls somebody", "I call the Chair of the Harbours Committee."),
        _opening("POINT_OF_ORDER", "somebody raises a point of order", "On a point of order, Mr Speaker."),
        _opening("LORDS", "a speech in the Lords begins so", "My Lords, I am grateful to the Minister."),
        _opening("THANKS", "who has just spoken is thanked", "I thank the Minister for her answer."),
        _opening("WELCOMES", "who has just spoken is congratulated", "I congratulate my hon. Friend."),
        _opening("YES_NO", "a question is answered", "Yes, I will."),
        _opening("AGREES", "a view of who has just spoken is taken up", "I agree with my hon. Friend."),
        _opening("MY_FRIEND", "what a friend has just said is judged", "My hon. Friend makes a good point."),
        _opening("THE_MEMBER", "what a Member has just said is judged", "The hon. Lady is right."),
        _opening("ASKS", "a Member is asked something", "Does my hon. Friend agree?"),
        _opening("ASKS_LEAVE", "somebody asks leave to ask", "May I ask the Minister about the harbour?"),
        _opening("GOOD_POINT", "what has just been said is judged", "That is an important question."),
        _opening("FOLLOWS", "a speech begins by the one before it", "It is a pleasure to follow her."),
    )
)
LABEL = Rule("label", "a label is left on the page", "Mr Speaker", True)
CALLED = Rule("called", "after the Chair has called somebody, that one speaks", "I call Ada Marsh.", True)
ANSWERS = Rule(
    "answers", "after a question to somebody in the House, one who asks nothing answers", "We shall.", True
)
ASKED = Rule(
    "asks-briefly",
    "a short paragraph that ends in a question to somebody follows one that asks nothing",
    "The wall is weak. When will the Minister repair it?",
    True,
)
QUOTES = Rule("quotes", "a paragraph of a quotation is read out by who speaks", "“the wall is safe”", False)
RUNS_ON = Rule("runs-on", "a sentence goes on from the paragraph before", "and then he said", False)
GOES_ON = Rule("goes-on", "the paragraph carries an argument on", "Secondly, the wall is weak.", False)
LISTS = Rule("lists", "the paragraph is an item of a list", "(a) the wall shall be inspected", False)

#: Every rule, in the order in which they are tried.
RULES = (LABEL, QUOTES, RUNS_ON, CALLED, LISTS, GOES_ON, *OPENINGS.values(), ANSWERS, ASKED)


def new_turns(contributions: Iterable[Contribution], profile: Profile) -> Iterator[Rule | None]:
    """For each contribution of a stretch, the rule that says whether another speaks than before it.

    None where no rule applies, and for the first.
    """
    signs = _signs(profile.code)
    before: Contribution | None = None
    for one in contributions:
        if before is None:
            yield None
        elif one.speaker.label is not None:
            yield LABEL if one.speaker.label != before.speaker.label else None
        else:
            yield signs.rule(before.text, one.text)
        before = one


@functools.cache
def _signs(parliament: str) -> _Signs:
    """The signs of a parliament, made once."""
    return _Signs(parliament)


class _Signs:
    """The terminals of `turns.lark`, and the rules that they stand for."""

    def __init__(self, parliament: str) -> None:
        parser = grammar.build("turns", parliament=parliament)
        self.gesture, self.called, self.asked = (
            grammar.pattern(parser, name) for name in ("GESTURE", "CALLED", "ASKED")
        )
        #: What a paragraph begins with, the most telling first; a gesture is a paragraph by itself.
        chosen = [*group(parser, "_opening"), *group(parser, "_goes_on")]
        chosen.sort(key=lambda t: -t.priority)
        self.openings = re.compile(grammar.alternation(chosen))

    def rule(self, before: str, text: str) -> Rule | None:
        """The first rule that applies to a paragraph, by it and by the one before."""
        if text.startswith(_OPENS_QUOTE):
            return QUOTES
        if self.gesture.match(text):
            return OPENINGS["GESTURE"]
        if before[-1:] in (":", ",", ";") or (text[:1].islower() and before[-1:] not in "?!"):
            return RUNS_ON
        if self.called.fullmatch(before):
            return CALLED
        opening = self.openings.match(text)
        name = opening.lastgroup if opening is not None else None
        if name in OPENINGS:
            return OPENINGS[name]
        if name is not None:
            return LISTS if name == "LISTS" else GOES_ON
        asked = before.endswith("?") and (len(before) < LONGEST_QUESTION or self._asks(before))
        if asked and "?" not in text:
            return ANSWERS
        if "?" not in before and len(text) < LONGEST_QUESTION and text.endswith("?") and self._asks(text):
            return ASKED
        return None

    def _asks(self, text: str) -> bool:
        """Whether the last sentence puts a question to somebody in the House."""
        return self.asked.fullmatch(text, text.rfind(". ", 0, -1) + 1) is not None
