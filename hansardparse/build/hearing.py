"""From the lines of a hearing to typed nodes: numbers behind names, and who gives evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from hansardparse.build.contributions import Builder
from hansardparse.build.tokens import extent
from hansardparse.grammar import Raw
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.nodes import Contribution, Heading, QuestionNumber, Speaker
from hansardparse.speakers import labels
from hansardparse.speakers.attendance import WITNESS, Attendance

__all__ = ["DebateBuilder", "HearingBuilder"]

#: So many have a title of members where all have it: one alone may be a guest, or quoted.
MEMBERS = 2


class DebateBuilder(Builder):
    """Makes the nodes of a debate. Who is listed or labelled as a witness is one."""

    def items(self, found: Raw) -> list[Any]:
        """The nodes of everything found, flat and in document order."""
        nodes = super().items(found)
        heads = self.stretch.profile.lines.witnesses
        if any(type(node) is Heading and node.text in heads for node in nodes):
            there = Attendance(nodes, self.stretch.profile)
            listed = {c.speaker.label for c in _members(nodes) if _is_witness(there, c.speaker.label)}
            nodes = [_as_witness(node) if _label(node) in listed else node for node in nodes]
        nodes = self._without_title(nodes)
        speakers = [node.speaker for node in nodes if type(node) is Contribution]
        named = {_called(speaker) for speaker in speakers if speaker.role == WITNESS}
        if not named:
            return nodes
        named -= {_called(speaker) for speaker in speakers if _is_of_the_house(speaker)}
        later = {id(c) for c in _members(nodes) if _called(c.speaker) in named}
        return [_as_witness(node) if id(node) in later else node for node in nodes]

    def _without_title(self, nodes: list[Any]) -> list[Any]:
        """Who has another title than members have is a witness; a name in capitals is a member's."""
        heard = self.stretch.profile.hearings
        speakers = [node.speaker for node in nodes if type(node) is Contribution] if heard.members else []
        if len({_called(speaker) for speaker in speakers if _has(speaker, heard.members)}) < MEMBERS:
            return nodes
        others = [s for s in speakers if s.honorific and not _has(s, heard.members | heard.styles)]
        seated = {_called(speaker) for speaker in others if _is_of_the_house(speaker)}
        named = [s for s in others if s.role == "member" and s.surname and not s.surname.isupper()]
        those = {id(s) for s in named if _called(s) not in seated}
        return [_as_witness(n) if type(n) is Contribution and id(n.speaker) in those else n for n in nodes]


def _has(speaker: Speaker, titles: frozenset[str]) -> bool:
    """Whether one of some titles stands before a name."""
    return speaker.honorific is not None and any(title in titles for title in speaker.honorific.split())


def _members(nodes: list[Any]) -> Iterator[Contribution]:
    """The turns of which the label says nothing but a name."""
    for node in nodes:
        if type(node) is Contribution and node.speaker.role == "member":
            speaker = node.speaker
            if speaker.party is None and speaker.constituency is None and speaker.office is None:
                yield node


def _is_of_the_house(speaker: Speaker) -> bool:
    """Whether a label says that its bearer is no witness."""
    return speaker.role != WITNESS and bool(speaker.party or speaker.constituency or speaker.office)


def _called(speaker: Speaker) -> tuple[str | None, str | None]:
    """How somebody is named again whose whole name has been printed."""
    return speaker.honorific, speaker.surname


def _label(node: Any) -> str | None:
    """The label of a turn whose speaker may be a witness."""
    return node.speaker.label if type(node) is Contribution and node.speaker.role == "member" else None


def _is_witness(there: Attendance, label: str | None) -> bool:
    """Whether a label means one of those who are listed as witnesses."""
    one = there.of(label)
    return one is not None and one.role == WITNESS


def _as_witness(node: Contribution) -> Contribution:
    """A contribution whose speaker is a witness."""
    return attrs.evolve(node, speaker=attrs.evolve(node.speaker, role=WITNESS))


class HearingBuilder(Builder):
    """Makes the nodes of a hearing. Who is listed as a witness gives evidence: the page prints that."""

    def items(self, found: Raw) -> list[Any]:
        """The nodes of everything found, flat and in document order."""
        nodes = super().items(found)
        there = Attendance(nodes, self.stretch.profile)
        return [self._attended(n, there) if type(n) is Contribution else n for n in nodes]

    def _attended(self, node: Contribution, there: Attendance) -> Contribution:
        """A contribution with what the lists say of who speaks."""
        speaker, one = node.speaker, there.of(node.speaker.label)
        role = one.role if one is not None and not speaker.in_chair else speaker.role
        kind = "evidence" if role == WITNESS and node.printed_kind == "speech" else node.printed_kind
        if role == speaker.role and kind == node.printed_kind:
            return node
        return attrs.evolve(node, speaker=attrs.evolve(speaker, role=role), printed_kind=kind)

    def _opening(self, token: Piece) -> tuple[Speaker, list[Any]]:
        """The speaker of a label; numbers that stand behind it, or without one."""
        if token.type == "ANSWER":
            speaker, blocks = super()._opening(token)
            return attrs.evolve(speaker, role=WITNESS), blocks
        if token.type not in ("ASKED", "UNNAMED", "NUMBERED"):
            return super()._opening(token)
        places, span = self.stretch.places(token), self.stretch.span(token)
        said = extent((places["said"][0], min(places["said"][1], span[1])))
        number, words = places["number"], self.stretch.words
        mark = self.stretch.trimmed(number.start, said[0])
        blocks = [QuestionNumber(words(mark), words(number), mark)]
        if said[1] > said[0]:
            blocks.append(self._words.paragraph(said))
        if token.type != "ASKED":
            return Speaker(span=extent((span.start, span.start))), blocks
        place = self.stretch.trimmed(*places["label"])
        return labels.speaker(words(place), place, profile=self.stretch.profile), blocks
